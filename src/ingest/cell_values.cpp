#include "ingest/cell_values.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <optional>

namespace mf::ingest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A decimal number taken apart: 12.5E+2 is the digits "125", of which 4 stand before the mark.
struct Decimal {
  bool is_negative = false;
  std::string digits;
  int whole = 0;

  double value() const {
    double value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    value *= std::pow(10.0, whole - static_cast<int>(digits.size()));
    return is_negative ? -value : value;
  }
};

std::optional<Decimal> decimal_of(std::string_view text) {
  if (text.empty() || text.size() > 40) return std::nullopt;
  Decimal decimal;
  decimal.is_negative = text[0] == '-';
  std::size_t at = decimal.is_negative ? 1 : 0;
  while (at < text.size() && is_digit(text[at])) decimal.digits += text[at++];
  decimal.whole = static_cast<int>(decimal.digits.size());
  if (at < text.size() && text[at] == '.') {
    while (++at < text.size() && is_digit(text[at])) decimal.digits += text[at];
  }
  if (decimal.digits.empty()) return std::nullopt;
  if (at == text.size()) return decimal;
  if (text[at] != 'E' && text[at] != 'e') return std::nullopt;
  const bool is_small = ++at < text.size() && text[at] == '-';
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  if (at == text.size() || text.size() - at > 3) return std::nullopt;
  int exponent = 0;
  for (; at < text.size(); ++at) {
    if (!is_digit(text[at])) return std::nullopt;
    exponent = exponent * 10 + (text[at] - '0');
  }
  decimal.whole += is_small ? -exponent : exponent;
  return decimal;
}

std::string written(Decimal decimal) {
  while (decimal.digits.size() > 1 && decimal.digits[0] == '0') {
    decimal.digits.erase(0, 1);
    --decimal.whole;
  }
  if (decimal.digits == "0") return "0";
  if (decimal.whole <= 0) {
    decimal.digits.insert(0, static_cast<std::size_t>(1 - decimal.whole), '0');
    decimal.whole = 1;
  }
  const auto whole = static_cast<std::size_t>(decimal.whole);
  if (decimal.digits.size() < whole) decimal.digits.append(whole - decimal.digits.size(), '0');
  std::string out = decimal.digits.substr(0, whole);
  std::string fraction = decimal.digits.substr(whole);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (fraction.size() == 3 && whole <= 3) fraction += '0';  // "1.234" alone reads as 1,234
  if (!fraction.empty()) out += '.' + fraction;
  return decimal.is_negative ? '-' + out : out;
}

void append_two(std::string& out, long long number) {
  if (number < 10) out += '0';
  out += std::to_string(number);
}

std::string time_text(long long seconds) {
  std::string out = std::to_string(seconds / 3600) + ':';
  append_two(out, seconds / 60 % 60);
  out += ':';
  append_two(out, seconds % 60);
  return out;
}

std::optional<std::string> date_text(double serial, bool with_time, Epoch epoch) {
  using namespace std::chrono;
  auto day = static_cast<int>(std::floor(serial));
  long long second = std::llround((serial - std::floor(serial)) * 86400);
  if (second == 86400) {
    second = 0;
    ++day;
  }
  // Day 60 of the usual calendar is 29 February 1900, which never was (ECMA-376 part 1, 18.17.4.1).
  if (epoch == Epoch::from_1900 && (day < 1 || day == 60)) return std::nullopt;
  sys_days first = epoch == Epoch::from_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / 30);
  if (epoch == Epoch::from_1900 && day < 60) first += days(1);
  const year_month_day date(first + days(day));
  std::string out = std::to_string(static_cast<int>(date.year())) + '-';
  append_two(out, static_cast<unsigned>(date.month()));
  out += '-';
  append_two(out, static_cast<unsigned>(date.day()));
  if (!with_time) return out;
  out += second < 36000 ? "T0" : "T";
  return out + time_text(second);
}

}  // namespace

NumberStyle style_of_builtin(unsigned id) {
  if (id == 9 || id == 10) return NumberStyle::percent;
  if (id == 22) return NumberStyle::date_and_time;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id == 55 || id == 56) {
    return NumberStyle::time;
  }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return NumberStyle::date;
  return NumberStyle::plain;
}

NumberStyle style_of_code(std::string_view code) {
  bool has_day = false, has_month = false, has_time = false, has_percent = false, has_digit = false;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {  // what follows is for other signs
    const char c = code[at];
    if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '[') {
      const char inside = at + 1 < code.size() ? code[at + 1] : '\0';
      const std::size_t end = std::min(code.find(']', at), code.size());
      // "[h]" counts hours beyond a day; "[Red]" and "[$-409]" say nothing of the number.
      has_time = has_time || ((inside == 'h' || inside == 'm' || inside == 's' || inside == 'H') && end - at <= 4);
      at = end;
    } else {
      has_day = has_day || c == 'd' || c == 'y' || c == 'D' || c == 'Y';
      has_month = has_month || c == 'm' || c == 'M';
      has_time = has_time || c == 'h' || c == 's' || c == 'H' || c == 'S';
      has_percent = has_percent || c == '%';
      has_digit = has_digit || c == '#' || c == '0' || c == '?';
    }
  }
  if (has_percent) return NumberStyle::percent;
  if (code == "Standard" || code == "General" || (has_digit && !has_time)) return NumberStyle::plain;
  if (has_time) return has_day ? NumberStyle::date_and_time : NumberStyle::time;
  return has_day || has_month ? NumberStyle::date : NumberStyle::plain;
}

std::string cell_text(std::string_view number, NumberStyle style, Epoch epoch) {
  auto decimal = decimal_of(number);
  if (!decimal) return std::string(number);
  if (style == NumberStyle::percent) decimal->whole += 2;
  if (style == NumberStyle::plain || style == NumberStyle::percent) {
    if (decimal->whole > 15 || decimal->whole < -15) return std::string(number);  // "1.83551511161788E+16" names no id
    return written(*std::move(decimal)) + (style == NumberStyle::percent ? "%" : "");
  }
  const double serial = decimal->value();
  constexpr double days_until_10000 = 2958466;
  if (!(serial >= 0 && serial < days_until_10000)) return std::string(number);
  if (style == NumberStyle::time) return time_text(std::llround(serial * 86400));
  const bool with_time = style == NumberStyle::date_and_time;
  return date_text(serial, with_time, epoch).value_or(std::string(number));
}

}  // namespace mf::ingest
