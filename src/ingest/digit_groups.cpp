#include "ingest/digit_groups.h"

#include "ingest/folding.h"

namespace mf::ingest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

constexpr std::size_t longest_number = 40;

constexpr std::size_t most_groups = 12;

struct Groups {
  std::size_t count = 0;
  std::size_t length[most_groups] = {};
  char mark[most_groups] = {};  // before the group; none before the first
};

// Groups of three, or of two and a last one of three as in India ("12,34,567").
bool is_grouping(const Groups& groups, std::size_t count) {
  if (count < 2 || groups.length[0] == 0 || groups.length[0] > 3 || groups.length[count - 1] != 3) return false;
  bool threes = true, twos = groups.length[0] <= 2;
  for (std::size_t i = 1; i < count; ++i) {
    if (i > 1 && groups.mark[i] != groups.mark[1]) return false;
    if (i + 1 < count) {
      threes = threes && groups.length[i] == 3;
      twos = twos && groups.length[i] == 2;
    }
  }
  return threes || twos;
}

bool only_groups(char mark) { return mark == ' ' || mark == hard_space || mark == '\''; }

std::size_t digit_run(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_digit(char_at(text, end))) ++end;
  return end - at;
}

bool is_mark(std::string_view text, std::size_t at, const NumberContext& context) {
  const char c = char_at(text, at);
  if (!is_digit(char_at(text, at + 1))) return false;
  if (c == '.' || c == ',' || c == decimal_only_mark) return true;
  if (only_groups(c)) return (c != ' ' || context.loose_spaces) && digit_run(text, at + 1) == 3;
  return false;
}

void decide_marks(const Groups& groups, std::string_view first, Digits& digits) {
  const std::size_t last = groups.count - 1;
  if (groups.count == 1) return;
  const char mark = groups.mark[last];
  const auto decimal = [&] {
    digits.decimals = static_cast<int>(groups.length[last]);
    digits.decimal_mark = mark == ',' ? ',' : '.';
  };
  if (groups.count == 2) {
    if (only_groups(mark)) {
      if (!is_grouping(groups, 2)) digits.flaw = NumberFlaw::not_a_number;
    } else if (mark == decimal_only_mark || groups.length[1] != 3 || groups.length[0] > 3 || first[0] == '0') {
      decimal();
    } else {
      digits.open_mark = mark;
    }
    return;
  }
  if (is_grouping(groups, groups.count) && mark != decimal_only_mark) return;
  // The last mark differs from the others: they group, it is the decimal mark.
  const bool differs = mark != groups.mark[1] && !only_groups(mark);
  if (differs && is_grouping(groups, last)) {
    decimal();
  } else {
    digits.flaw = NumberFlaw::not_a_number;
  }
}

// Fractions come with 18 decimals and more; a double holds 15 digits of anything.
void take_digits(std::string_view number, Digits& digits) {
  constexpr double enough = 1e14;
  int after_mark = 0;
  const std::size_t first_decimal = number.size() - static_cast<std::size_t>(digits.decimals);
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (!is_digit(number[i])) continue;
    if (i >= first_decimal && digits.mantissa >= enough) continue;
    after_mark += i >= first_decimal;
    digits.mantissa = digits.mantissa * 10 + (number[i] - '0');
    digits.zeros = number[i] == '0' ? digits.zeros + 1 : 0;
  }
  digits.decimals = after_mark;
}

}  // namespace

Digits scan_digits(std::string_view text, std::size_t at, const NumberContext& context) {
  Digits digits;
  Groups groups;
  std::size_t end = at;
  for (;;) {
    const std::size_t length = digit_run(text, end);
    if (groups.count == most_groups) {
      digits.flaw = NumberFlaw::not_a_number;
    } else {
      groups.length[groups.count++] = length;
    }
    end += length;
    if (!is_mark(text, end, context)) break;
    if (groups.count < most_groups) groups.mark[groups.count] = text[end];
    ++end;
  }
  digits.end = end;
  if (end - at > longest_number) digits.flaw = NumberFlaw::out_of_range;
  if (digits.flaw != NumberFlaw::none) return digits;
  decide_marks(groups, text.substr(at, 1), digits);
  take_digits(text.substr(at, end - at), digits);
  return digits;
}

}  // namespace mf::ingest
