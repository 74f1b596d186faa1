#include "ingest/number_words.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ingest/digit_groups.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/number_suffixes.h"
#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

constexpr double largest_number = 9007199254740992.0;  // 2^53: beyond it a double skips whole numbers

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;  // exact up to 10^22
  return power;
}

// mantissa x 10^exponent, correctly rounded for mantissas below 2^53.
double scaled(double mantissa, int exponent) {
  return exponent >= 0 ? mantissa * power_of_ten(exponent) : mantissa / power_of_ten(-exponent);
}

// ---- suffixes

struct Suffix {
  std::size_t end = 0;
  int power = 0;
  bool is_mil = false;     // "mil" and nothing that says which
  bool has_comma = false;  // a word of a language with a decimal comma
};

const NumberSuffix* find_suffix(std::string_view word, std::string_view language) {
  for (const NumberSuffix& row : number_suffixes()) {
    if (row.word == word && (row.languages.empty() || contains_language(row.languages, language))) return &row;
  }
  return nullptr;
}

// Scripts without spaces write on after the suffix: 2.6万人.
const NumberSuffix* find_suffix_at_start(std::string_view word) {
  if (word.empty() || static_cast<unsigned char>(word[0]) < 0xE3) return nullptr;
  for (const NumberSuffix& row : number_suffixes()) {
    if (static_cast<unsigned char>(row.word[0]) >= 0xE3 && word.starts_with(row.word)) return &row;
  }
  return nullptr;
}

bool is_mil(std::string_view word, std::string_view language) {
  return word == "mil" && !contains_language("es pt gl ca cs sk hu hr ro sr en", language);
}

bool take_suffix(std::string_view text, std::size_t at, const NumberContext& context,
                 bool (*continues)(std::string_view), Suffix& suffix) {
  char buffer[4];
  const std::string_view language = language_of(context.locale, buffer);
  std::size_t begin = at;
  while (begin - at < 2 && (char_at(text, begin) == ' ' || char_at(text, begin) == hard_space)) ++begin;
  std::size_t end = begin;
  while (is_word_byte(char_at(text, end))) ++end;
  const std::string_view run = text.substr(begin, end - begin);
  if (run.empty()) return false;

  const auto take = [&](std::string_view word, int power) {
    suffix.end = begin + word.size();
    suffix.power = power;
    suffix.is_mil = is_mil(word, language);
    suffix.has_comma = word == "mio" || word == "mrd" || word == "tsd" || word == "mln" || word == "mila" ||
                       word == "tys" || word == "тыс" || word == "млн";
    if (char_at(text, suffix.end) == '.' && !is_digit(char_at(text, suffix.end + 1))) ++suffix.end;
    return true;
  };
  if (run == "mil" && language == "en") return take(run, 6);
  if (is_mil(run, language)) return take(run, 0);
  if (const NumberSuffix* row = find_suffix(run, language)) return take(run, row->power);
  if (const NumberSuffix* row = find_suffix_at_start(run)) {
    take(row->word, row->power);
    for (const std::string_view counter : {"人", "명", "名"}) {
      if (text.substr(suffix.end).starts_with(counter)) suffix.end += counter.size();
    }
    return true;
  }
  if (continues == nullptr || begin != at || continues(run)) return false;
  // "45.6KFollowers": a suffix with a known word glued to it.
  for (std::size_t length = std::min<std::size_t>(run.size() - 1, 4); length > 0; --length) {
    const NumberSuffix* row = find_suffix(run.substr(0, length), language);
    if (row != nullptr && continues(text.substr(begin + length))) return take(run.substr(0, length), row->power);
  }
  return false;
}

// "e+17" right after the digits.
bool take_exponent(std::string_view text, std::size_t& at, int& exponent, bool& is_signed) {
  if (char_at(text, at) != 'e') return false;
  std::size_t end = at + 1;
  const char sign = char_at(text, end);
  is_signed = sign == '+' || sign == '-';
  if (is_signed) ++end;
  std::size_t length = 0;
  while (is_digit(char_at(text, end + length))) ++length;
  if (length == 0 || is_word_byte(char_at(text, end + length))) return false;
  int value = 0;
  for (const char c : text.substr(end, length)) value = std::min(value * 10 + (c - '0'), 9999);
  exponent = sign == '-' ? -value : value;
  at = end + length;
  return true;
}

// ---- from parts to a count

// Which way "1.234" goes: true if its mark is a decimal mark.
bool open_mark_is_decimal(const Digits& digits, const NumberContext& context, const Suffix& suffix, NumberFlaw& flaw) {
  char buffer[4];
  const std::string_view language = language_of(context.locale, buffer);
  const bool mexican = context.locale.starts_with("es-MX");
  const char locale_mark = language.empty()                                             ? '\0'
                           : contains_language(comma_languages(), language) && !mexican ? ','
                                                                                        : '.';
  if (suffix.end != 0) {
    if (digits.open_mark == '.') return true;
    if (locale_mark != 0) return locale_mark == ',';
    if (!suffix.has_comma) flaw = NumberFlaw::ambiguous;
    return true;
  }
  if (context.decimal_mark != 0) return digits.open_mark == context.decimal_mark;
  return !context.whole && locale_mark == digits.open_mark;
}

core::Count rounded_count(double mantissa, int exponent) {
  core::Count count = core::Count::exact(scaled(mantissa, exponent));
  if (exponent > 0) {
    const double half_unit = power_of_ten(exponent) / 2;
    count.low = std::max(0.0, count.value - half_unit);
    count.high = count.value + half_unit;
  }
  return count;
}

}  // namespace

const char* flaw_code(NumberFlaw flaw) {
  switch (flaw) {
    case NumberFlaw::none:
      return "";
    case NumberFlaw::empty:
      return "empty-input";
    case NumberFlaw::not_a_number:
      return "not-a-number";
    case NumberFlaw::negative:
      return "negative";
    case NumberFlaw::ambiguous:
      return "ambiguous";
    case NumberFlaw::range:
      return "range";
    case NumberFlaw::out_of_range:
      return "out-of-range";
  }
  return "";
}

NumberAt scan_number(std::string_view text, std::size_t at, const NumberContext& context,
                     bool (*continues)(std::string_view)) {
  Digits digits = scan_digits(text, at, context);
  NumberAt result;
  result.end = digits.end;
  result.number.flaw = digits.flaw;

  int exponent = 0;
  bool is_signed = false;
  const bool scientific = take_exponent(text, result.end, exponent, is_signed);
  Suffix suffix;
  if (!scientific && take_suffix(text, result.end, context, continues, suffix)) result.end = suffix.end;

  if (digits.open_mark != 0) {
    NumberFlaw flaw = result.number.flaw;
    const bool decimal = scientific || open_mark_is_decimal(digits, context, suffix, flaw);
    result.number.flaw = flaw;
    if (decimal) {
      digits.decimals = 3;
      digits.decimal_mark = digits.open_mark;
    }
  }
  if (suffix.is_mil) {
    if (digits.decimal_mark == 0) {
      result.number.flaw = NumberFlaw::ambiguous;
    } else {
      suffix.power = digits.decimal_mark == ',' ? 3 : 6;
    }
  }
  const bool at_least = char_at(text, result.end) == '+';
  if (at_least) ++result.end;
  std::size_t percent = result.end;
  if (char_at(text, percent) == ' ' || char_at(text, percent) == hard_space) ++percent;
  if (char_at(text, percent) == '%') {
    result.number.percent = true;
    result.end = percent + 1;
  }
  if (result.number.flaw != NumberFlaw::none) return result;

  const int power = scientific ? exponent : suffix.power;
  const int unit = power - digits.decimals;  // the last digit counts 10^unit
  if (digits.mantissa > 0 && (power > 22 || digits.mantissa > largest_number ||
                              scaled(digits.mantissa, std::min(unit, 22)) > largest_number)) {
    result.number.flaw = NumberFlaw::out_of_range;
    return result;
  }
  if (digits.mantissa == 0 || unit < -22) {
    result.number.count = core::Count::exact(0);
    return result;
  }
  const bool is_rounded = suffix.end != 0 || (scientific && (digits.decimals > 0 || is_signed));
  core::Count& count = result.number.count;
  count = is_rounded ? rounded_count(digits.mantissa, unit) : core::Count::exact(scaled(digits.mantissa, unit));
  if (at_least) {
    count.low = count.value;
    count.high = count.value + power_of_ten(std::max(unit, suffix.end != 0 ? 0 : digits.zeros));
  }
  return result;
}

Number read_number(std::string_view cell, const NumberContext& context) {
  Number number;
  const auto flawed = [&number](NumberFlaw flaw) {
    number.flaw = flaw;
    return number;
  };
  // Most cells are plain digits.
  if (!cell.empty() && cell.size() <= 15 && std::all_of(cell.begin(), cell.end(), is_digit)) {
    for (const char c : cell) number.count.value = number.count.value * 10 + (c - '0');
    number.count = core::Count::exact(number.count.value);
    return number;
  }
  cell = trimmed(cell);
  if (cell.empty()) return flawed(NumberFlaw::empty);
  if (cell.size() > 120) return flawed(NumberFlaw::not_a_number);
  const std::string text = folded(cell);
  std::size_t at = 0;
  const auto skip_gaps = [&] {
    while (char_at(text, at) == ' ' || char_at(text, at) == hard_space) ++at;
  };
  if (char_at(text, at) == '\'') ++at;  // a spreadsheet's mark for text
  skip_gaps();
  const bool parenthesised = char_at(text, at) == '(';
  if (parenthesised) ++at;
  const bool approximate = char_at(text, at) == '~';
  if (approximate) ++at;
  skip_gaps();
  const bool minus = char_at(text, at) == '-';
  if (minus || char_at(text, at) == '+') ++at;
  skip_gaps();
  if (!is_digit(char_at(text, at))) {
    const bool bare_decimal = (char_at(text, at) == '.' || char_at(text, at) == ',') && is_digit(char_at(text, at + 1));
    if (!bare_decimal || context.whole) return flawed(NumberFlaw::not_a_number);
  }
  std::string led;
  if (!is_digit(char_at(text, at))) led = "0" + text.substr(at);  // ".05"
  const std::string_view body = led.empty() ? std::string_view(text) : std::string_view(led);
  const NumberAt scanned = scan_number(body, led.empty() ? at : 0, context);
  number = scanned.number;
  std::size_t end = scanned.end;
  if (parenthesised) {
    if (char_at(body, end) != ')') return flawed(NumberFlaw::not_a_number);
    ++end;
  }
  while (char_at(body, end) == ' ' || char_at(body, end) == hard_space) ++end;
  if (end != body.size()) {
    std::size_t next = end;
    if (char_at(body, next) == '-') ++next;
    while (char_at(body, next) == ' ') ++next;
    return flawed(next > end && is_digit(char_at(body, next)) ? NumberFlaw::range : NumberFlaw::not_a_number);
  }
  if ((minus || parenthesised) && number.flaw == NumberFlaw::none && number.count.value > 0) {
    number.count = {-number.count.value, -number.count.high, -number.count.low};
    return flawed(NumberFlaw::negative);
  }
  if (approximate && number && number.count.low == number.count.high && number.count.value >= 10) {
    double unit = 1;
    while (std::fmod(number.count.value, unit * 10) == 0) unit *= 10;
    number.count.low = number.count.value - unit / 2;
    number.count.high = number.count.value + unit / 2;
  }
  return number;
}

bool is_missing_word(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.empty()) return true;
  if (cell.size() > 12 || std::any_of(cell.begin(), cell.end(), is_digit)) return false;
  static constexpr std::string_view words[] = {
      "-",      "--",        "---",   "n/a",     "na",           "n.a.",     "nan",      "null",    "none",
      "nil",    "undefined", "?",     "inf",     "-inf",         "#n/a",     "#value!",  "#ref!",   "#valor!",
      "#wert!", "#name?",    "#num!", "#div/0!", "#null!",       "x",        "lifetime", "ongoing", "mixed",
      "hidden", "private",   "tbd",   ".",       "\xE2\x80\xA6", "infinity", "nv"};
  const std::string word = folded(cell);
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

char decimal_mark_of(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.size() > 40 || cell.find_first_of(".,\xD9") == std::string_view::npos) return 0;
  const std::string text = folded(cell);
  const std::size_t at = text.find_first_of("0123456789");
  if (at == std::string::npos) return 0;
  const Digits digits = scan_digits(text, at, {});
  if (digits.flaw != NumberFlaw::none) return 0;
  if (digits.decimal_mark != 0) return digits.decimal_mark;
  const bool has_suffix = digits.open_mark == '.' && is_word_byte(char_at(text, digits.end));
  return has_suffix ? '.' : '\0';
}

Result<core::Count> read_count(std::string_view text, std::string_view field, std::string_view locale) {
  std::string name(field.empty() ? "the count" : field);
  std::replace(name.begin(), name.end(), '_', ' ');
  const std::string what_to_type = " Type a whole number such as 12,300 or 12.3K.";
  const auto refuse = [&](NumberFlaw flaw, std::string sentence) {
    return Error{flaw_code(flaw), std::move(sentence) + what_to_type, std::string(field), std::nullopt};
  };
  NumberContext context;
  context.locale = locale;
  Number number = read_number(text, context);
  if (number.flaw == NumberFlaw::not_a_number && text.size() > 120) {
    return refuse(number.flaw, quoted(text) + " is too long to be a number.");
  }
  if (number && number.percent) return refuse(NumberFlaw::not_a_number, quoted(text) + " is a percentage.");
  switch (number.flaw) {
    case NumberFlaw::none:
      break;
    case NumberFlaw::empty:
      return refuse(number.flaw, "Nothing is given for " + name + ".");
    case NumberFlaw::negative:
      return refuse(number.flaw,
                    quoted(text) + " is negative; " + name + (name.ends_with('s') ? " start at 0." : " starts at 0."));
    case NumberFlaw::ambiguous:
      return refuse(number.flaw, quoted(text) + " has more than one meaning.");
    case NumberFlaw::range:
      return Error{"not-a-number", quoted(text) + " is more than one number." + what_to_type, std::string(field),
                   std::nullopt};
    case NumberFlaw::out_of_range:
      break;
    case NumberFlaw::not_a_number:
      return refuse(number.flaw, quoted(text) + " is not a number.");
  }
  core::Count count = number.count;
  if (number.flaw == NumberFlaw::out_of_range || count.value > largest_count) {
    return refuse(NumberFlaw::out_of_range, quoted(text) + " is more than 10 billion, more than there are people.");
  }
  if (count.value != std::floor(count.value)) {
    if (count.value < 1000) return refuse(NumberFlaw::not_a_number, quoted(text) + " is not a whole number.");
    count = core::Count::exact(std::floor(count.value + 0.5));  // "1.2345K"
  }
  return count;
}

}  // namespace mf::ingest
