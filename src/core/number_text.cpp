#include "core/number_text.h"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace mf::core {
namespace {

// `thousandths` with three decimals: 2500 -> "2.500".
std::string with_three_decimals(std::int64_t thousandths) {
  std::string decimals = std::to_string(thousandths % 1000);
  decimals.insert(0, 3 - decimals.size(), '0');
  const std::int64_t whole = thousandths / 1000;
  return count_text(static_cast<double>(whole)) + "." + decimals;
}

void drop_last_zeros(std::string& text, std::size_t at_most) {
  for (std::size_t dropped = 0; dropped < at_most && text.back() == '0'; ++dropped) text.pop_back();
}

}  // namespace

std::string count_text(double count) {
  const auto whole = static_cast<std::int64_t>(std::llround(count));
  std::string digits = std::to_string(whole < 0 ? -whole : whole);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return whole < 0 ? "\xE2\x88\x92" + digits : digits;
}

std::string decimal_text(double number) {
  if (number < 0) return "\xE2\x88\x92" + decimal_text(-number);
  if (number >= 100) return count_text(number);
  std::string text = with_three_decimals(std::llround(number * 100) * 10);
  drop_last_zeros(text, 3);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string percent_text(double rate) { return decimal_text(rate * 100) + "\xC2\xA0%"; }

std::string money_text(double amount, std::string_view currency) {
  std::string text;
  if (amount >= 100 || amount == std::floor(amount)) {
    text = count_text(amount);
  } else {
    text = with_three_decimals(amount < 1 ? std::llround(amount * 1000) : std::llround(amount * 100) * 10);
    drop_last_zeros(text, 1);
  }
  return money_sign(currency) + text;
}

std::string money_sign(std::string_view currency) {
  if (currency == "USD") return "$";
  if (currency == "EUR") return "\xE2\x82\xAC";
  if (currency == "GBP") return "\xC2\xA3";
  return std::string(currency) + " ";
}

std::string counted_text(double count, std::string_view singular, std::string_view plural) {
  return count_text(count) + " " + std::string(std::llround(count) == 1 ? singular : plural);
}

}  // namespace mf::core
