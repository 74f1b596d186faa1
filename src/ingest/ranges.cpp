#include "ingest/ranges.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/money.h"
#include "ingest/number_words.h"

namespace mf::ingest {
namespace {

constexpr std::size_t longest_text = 120;
constexpr double largest_value = 9007199254740992.0;  // 2^53

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_gap(char c) { return c == ' ' || c == '\t' || c == hard_space; }

// ---- where a range is parted

struct Parting {
  std::size_t begin = 0;
  std::size_t end = 0;  // 0: none
  bool is_plus_minus = false;
};

Parting find_sign(std::string_view text, std::string_view sign) {
  const std::size_t at = text.find(sign);
  return at == std::string_view::npos ? Parting{} : Parting{at, at + sign.size()};
}

// A word by itself, after the first digit.
Parting find_word(std::string_view text, std::string_view word, std::size_t first_digit) {
  for (std::size_t at = text.find(word, first_digit); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (!is_letter(text[at - 1]) && (end == text.size() || !is_letter(text[end]))) return {at, end};
  }
  return {};
}

// A dash after the first digit is no minus, but for that of "1e-5".
Parting find_dash(std::string_view text, std::size_t first_digit) {
  for (std::size_t at = text.find('-', first_digit); at != std::string_view::npos; at = text.find('-', at + 1)) {
    const bool is_exponent =
        at >= 2 && text[at - 1] == 'e' && is_digit(text[at - 2]) && at + 1 < text.size() && is_digit(text[at + 1]);
    if (is_exponent) continue;
    return {at, std::min(text.find_first_not_of('-', at), text.size())};
  }
  return {};
}

Parting find_parting(std::string_view text, std::size_t first_digit, bool is_between) {
  for (const std::string_view sign : {"\u00B1", "+/-", "+-"}) {
    if (Parting found = find_sign(text, sign); found.end != 0) {
      found.is_plus_minus = true;
      return found;
    }
  }
  if (is_between) {
    if (const Parting found = find_word(text, "and", first_digit); found.end != 0) return found;
  }
  if (const Parting found = find_word(text, "to", first_digit); found.end != 0) return found;
  for (const std::string_view sign : {"...", "..", "\u2026"}) {
    if (const Parting found = find_sign(text, sign); found.end != 0) return found;
  }
  return find_dash(text, first_digit);
}

// ---- one end

struct End {
  double value = 0;
  NumberFlaw flaw = NumberFlaw::none;
  bool percent = false;
  std::string sign;      // of a currency, folded
  std::string currency;  // ISO 4217, if the sign is of one country alone
};

// A lone mark in a rate is a decimal mark, since no rate is a thousand percent.
char rate_mark(std::string_view text) {
  return text.find(',') != std::string_view::npos && text.find('.') == std::string_view::npos ? ',' : '.';
}

End read_end(std::string_view text, const RangeContext& context, char shown_mark) {
  NumberContext number_context;
  number_context.locale = context.locale;
  number_context.whole = context.quantity == Quantity::count;
  number_context.decimal_mark = shown_mark;
  if (context.quantity == Quantity::rate) number_context.decimal_mark = rate_mark(text);
  if (context.quantity == Quantity::factor && context.locale.empty()) number_context.decimal_mark = '.';
  End end;
  if (context.quantity == Quantity::money) {
    const bool is_negative = text.starts_with('-') || text.starts_with("\u2212");  // read_money wants none
    const std::string_view amount = is_negative ? text.substr(text[0] == '-' ? 1 : 3) : text;
    if (const std::optional<Money> money = read_money(amount, number_context)) {
      end.value = is_negative ? -money->amount : money->amount;
      end.sign = money->sign;
      end.currency = money->currency;
      return end;
    }
  }
  const Number number = read_number(text, number_context);
  end.value = number.count.value;
  end.flaw = number.flaw == NumberFlaw::negative ? NumberFlaw::none : number.flaw;
  end.percent = number.percent;
  if (end.flaw == NumberFlaw::none && std::fabs(end.value) > largest_value) end.flaw = NumberFlaw::out_of_range;
  return end;
}

// Whether what is written before or after an amount may stand for the plan's currency.
bool names_currency(const End& end, std::string_view currency) {
  if (end.sign.empty() || end.currency == currency) return true;
  struct Shared {
    std::string_view sign;
    std::string_view currencies;
  };
  constexpr Shared shared[] = {
      {"$", "USD AUD CAD HKD MXN NZD SGD TWD"}, {"\u00A5", "JPY CNY"}, {"kr", "DKK NOK SEK ISK"}};
  return std::any_of(std::begin(shared), std::end(shared), [&](const Shared& row) {
    return row.sign == end.sign && row.currencies.find(currency) != std::string_view::npos;
  });
}

// ---- the whole

class RangeText {
 public:
  RangeText(std::string_view text, const RangeContext& context)
      : text_(text), folded_(folded(text, origins_)), context_(context) {}

  Result<std::optional<core::Uncertain>> read() {
    if (text_.size() > longest_text) return refuse("not-a-number", " is too long.");
    std::size_t begin = 0;
    const bool is_between = take_word("between", begin);
    if (!is_between) take_word("from", begin);
    const std::string_view body = std::string_view(folded_).substr(begin);
    const std::size_t first_digit = body.find_first_of("0123456789");
    if (first_digit == std::string_view::npos) return not_a_number();
    const Parting parting = find_parting(body, first_digit, is_between);
    if (parting.end == 0) {
      if (begin != 0) return not_a_number();
      const End only = read_end(text_, context_, 0);
      if (std::optional<Error> error = check(only, false)) return *std::move(error);
      return wanted(only.value, only.value);
    }
    const std::string_view left = original(begin, begin + parting.begin);
    const std::string_view right = original(begin + parting.end, folded_.size());
    if (parting.is_plus_minus) return around(left, right);
    return between(left, right);
  }

 private:
  bool take_word(std::string_view word, std::size_t& begin) const {
    std::size_t at = 0;
    while (at < folded_.size() && is_gap(folded_[at])) ++at;
    const std::string_view rest = std::string_view(folded_).substr(at);
    if (!rest.starts_with(word) || rest.size() == word.size() || !is_gap(rest[word.size()])) return false;
    begin = at + word.size();
    return true;
  }

  // The piece of what was typed that became [begin, end) of the folded text.
  std::string_view original(std::size_t begin, std::size_t end) const {
    return trimmed(text_.substr(origins_[begin], origins_[end] - origins_[begin]));
  }

  Error refuse(const char* code, std::string sentence) const {
    switch (context_.quantity) {
      case Quantity::count:
        sentence += " Type a whole number or a range, such as 15,000 to 40,000.";
        break;
      case Quantity::money:
        sentence += " Type an amount or a range, such as 150 to 320.";
        break;
      case Quantity::rate:
        sentence += " Type a percentage or a range, such as 1 % to 3 %.";
        break;
      case Quantity::factor:
        sentence += " Type a number or a range, such as 1.5 to 2.";
        break;
    }
    return {code, quoted(text_) + sentence, std::string(context_.field), {}};
  }
  Error not_a_number() const { return refuse("not-a-number", " is neither a number nor a range."); }

  std::optional<Error> check(const End& end, bool percent_is_fine) const {
    switch (end.flaw) {
      case NumberFlaw::none:
        break;
      case NumberFlaw::ambiguous:
        return refuse("ambiguous", " has more than one meaning.");
      case NumberFlaw::out_of_range:
        return refuse("out-of-range", " is too large a number.");
      default:
        return not_a_number();
    }
    if (has_plus()) return refuse("not-a-number", " has no upper end.");
    if (!names_currency(end, context_.currency)) {
      return refuse("other-currency",
                    " is in another currency; the plan is in " + std::string(context_.currency) + ".");
    }
    if (end.percent && context_.quantity != Quantity::rate && !percent_is_fine) {
      return refuse("not-a-number", " is a percentage.");
    }
    if (context_.quantity == Quantity::count && end.value != std::floor(end.value)) {
      return refuse("not-a-number", " is not a whole number.");
    }
    return std::nullopt;
  }

  // "50+": a sign after a digit that belongs to no "+-".
  bool has_plus() const {
    const std::size_t plus = folded_.find('+', std::min(folded_.find_first_of("0123456789"), folded_.size()));
    if (plus == std::string::npos || folded_[plus - 1] == 'e') return false;
    return plus + 1 == folded_.size() || (folded_[plus + 1] != '-' && folded_[plus + 1] != '/');
  }

  std::optional<core::Uncertain> wanted(double low, double high) const {
    if (context_.quantity != Quantity::rate) return core::Uncertain{low, high};
    return core::Uncertain{fraction_of_percent(low), fraction_of_percent(high)};
  }

  Result<std::optional<core::Uncertain>> between(std::string_view left, std::string_view right) const {
    const char left_mark = decimal_mark_of(left);
    const char mark = context_.quantity != Quantity::money ? '\0' : left_mark != 0 ? left_mark : decimal_mark_of(right);
    End low = read_end(left, context_, mark);
    const End high = read_end(right, context_, mark);
    if (std::optional<Error> error = check(high, false)) return *std::move(error);
    if (std::optional<Error> error = check(low, false)) return *std::move(error);
    if (const std::string shared = with_unit_of(left, right); !shared.empty()) {
      const End both = read_end(shared, context_, mark);
      if (both.flaw == NumberFlaw::none && both.value < high.value) low.value = both.value;
    }
    if (low.value > high.value) return refuse("upside-down", " is upside down: the lower number comes first.");
    return wanted(low.value, high.value);
  }

  // The left end with what follows the last digit of the right one; empty if something follows its own.
  static std::string with_unit_of(std::string_view left, std::string_view right) {
    std::vector<std::size_t> origins;
    const std::string left_folded = folded(left);
    if (left_folded.empty() || !is_digit(left_folded.back())) return {};
    const std::string right_folded = folded(right, origins);
    const std::size_t last_digit = right_folded.find_last_of("0123456789");
    if (last_digit == std::string::npos || last_digit + 1 == right_folded.size()) return {};
    return std::string(left) + std::string(right.substr(origins[last_digit + 1]));
  }

  Result<std::optional<core::Uncertain>> around(std::string_view left, std::string_view right) const {
    const End middle = read_end(left, context_, 0);
    End distance = read_end(right, context_, 0);
    if (std::optional<Error> error = check(distance, true)) return *std::move(error);
    if (std::optional<Error> error = check(middle, false)) return *std::move(error);
    if (distance.percent) {
      if (context_.quantity == Quantity::rate && middle.percent) {
        return refuse("ambiguous", " may mean percentage points or parts of the rate.");
      }
      if (context_.quantity != Quantity::rate) distance.value *= middle.value / 100;
    }
    if (distance.value < 0) return not_a_number();
    if (context_.quantity == Quantity::count) distance.value = std::floor(distance.value + 0.5);
    return wanted(middle.value - distance.value, middle.value + distance.value);
  }

  std::string_view text_;
  std::vector<std::size_t> origins_;
  std::string folded_;
  RangeContext context_;
};

}  // namespace

Quantity quantity_of(core::Input input) {
  switch (input) {
    case core::Input::followers:
    case core::Input::market_size:
      return Quantity::count;
    case core::Input::fee:
    case core::Input::order_value:
    case core::Input::product_cost:
    case core::Input::hourly_cost:
    case core::Input::rights:
    case core::Input::other_costs:
      return Quantity::money;
    case core::Input::engagement_rate:
    case core::Input::reach_rate:
    case core::Input::click_rate:
    case core::Input::conversion_rate:
    case core::Input::discount:
    case core::Input::return_rate:
    case core::Input::margin:
    case core::Input::incrementality:
    case core::Input::show_rate:
    case core::Input::commission:
    case core::Input::agency_rate:
      return Quantity::rate;
    case core::Input::posts_per_creator:
    case core::Input::frequency:
    case core::Input::repeat_factor:
    case core::Input::hours_per_creator:
      return Quantity::factor;
  }
  return Quantity::factor;
}

Result<std::optional<core::Uncertain>> read_range(std::string_view text, const RangeContext& context) {
  if (trimmed(text).empty()) return std::optional<core::Uncertain>();
  return RangeText(trimmed(text), context).read();
}

}  // namespace mf::ingest
