// How a range is written; how it is read is in ranges.cpp.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/number_text.h"
#include "ingest/ranges.h"

namespace mf::ingest {
namespace {

constexpr double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
constexpr std::size_t most_decimals = 15;
constexpr double most_digits = 1e15;
constexpr double largest_value = 9007199254740992.0;  // 2^53

// Without a sign and with as few decimals as read back to the same number.
std::string shortest(double value, double unit, bool grouped, std::size_t& decimals) {
  double digits = 0;
  for (decimals = 0;; ++decimals) {
    digits = std::floor(value * unit * powers[decimals] + 0.5);
    if (digits / (powers[decimals] * unit) == value) break;
    if (decimals == most_decimals || digits * 10 >= most_digits) break;
  }
  const double whole = std::floor(digits / powers[decimals]);
  std::string text = core::count_text(whole);
  if (!grouped) std::erase(text, ',');
  if (decimals == 0) return text;
  std::string rest = core::count_text(digits - whole * powers[decimals]);
  std::erase(rest, ',');
  rest.insert(0, decimals - rest.size(), '0');
  return text + "." + rest;
}

std::string end_text(double value, Quantity quantity, std::string_view currency) {
  if (std::isnan(value)) return {};
  const double size = std::min(std::fabs(value), largest_value);
  std::size_t decimals = 0;
  std::string text;
  switch (quantity) {
    case Quantity::rate:
      text = shortest(size, 100, false, decimals) + " %";
      break;
    case Quantity::money:
      text = shortest(size, 1, true, decimals);
      // Two decimals as cents; three alone could be read as thousands.
      if (decimals == 1 || (decimals == 3 && size < 1000)) text += '0';
      text.insert(0, core::money_sign(currency));
      break;
    case Quantity::count:
    case Quantity::factor:
      text = shortest(size, 1, true, decimals);
      break;
  }
  return value < 0 ? "-" + text : text;
}

double rounded_to_three(double value) {
  const double size = std::fabs(value);
  if (size < 1e-12) return 0;
  if (!std::isfinite(size)) return value;
  if (size >= 100) return std::floor(value + 0.5);
  double power = 1;
  while (size * power < 100) power *= 10;
  return std::floor(value * power + 0.5) / power;
}

}  // namespace

double fraction_of_percent(double percent) {
  for (std::size_t decimals = 0; decimals <= most_decimals; ++decimals) {
    const double digits = std::floor(percent * powers[decimals] + 0.5);
    if (digits / powers[decimals] == percent) return digits / (powers[decimals] * 100);
  }
  return percent / 100;
}

std::string range_text(const core::Uncertain& value, Quantity quantity, std::string_view currency) {
  std::string low = end_text(value.low, quantity, currency);
  if (value.is_exact()) return low;
  return low + " to " + end_text(value.high, quantity, currency);
}

std::string short_range_text(const core::Uncertain& value, Quantity quantity, std::string_view currency) {
  const auto rounded = [&](double end) {
    return quantity == Quantity::rate ? fraction_of_percent(rounded_to_three(end * 100)) : rounded_to_three(end);
  };
  return range_text({rounded(value.low), rounded(value.high)}, quantity, currency);
}

}  // namespace mf::ingest
