#include "ui/words.h"

#include <algorithm>
#include <cmath>

namespace mf::ui {
namespace {

// `hundredths` as a decimal number without trailing zeros: 1230 -> "12.3".
std::string decimal(long long hundredths) {
  std::string out = std::to_string(hundredths / 100);
  const long long rest = hundredths % 100;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10) out += static_cast<char>('0' + rest % 10);
  return out;
}

// The power of ten at or below a number above 0: 2 for 345, -3 for 0.0012.
int magnitude_of(double number) {
  int power = 0;
  for (; number >= 10; number /= 10) ++power;
  for (; number < 1 && power > -12; number *= 10) --power;
  return power;
}

struct Unit {
  double size;
  const char* suffix;
};
constexpr Unit units[] = {{1e9, "B"}, {1e6, "M"}, {1e3, "K"}};

}  // namespace

std::string whole(double count) {
  std::string out = std::to_string(static_cast<long long>(std::abs(count)));
  for (int i = static_cast<int>(out.size()) - 3; i > 0; i -= 3) out.insert(static_cast<std::size_t>(i), 1, ',');
  return count < 0 ? "\xE2\x88\x92" + out : out;
}

std::string compact(double count) {
  for (const Unit& unit : units) {
    if (count >= unit.size) return decimal(std::llround(count / unit.size * 100)) + unit.suffix;
  }
  return whole(count);
}

std::string typed(const core::Count& count) {
  if (count.low == count.high) return whole(count.value);
  return compact(count.value);
}

std::string digits(double value, int significant) {
  const double size = std::abs(value);
  const int decimals = significant > 0 && size > 0 ? std::clamp(significant - 1 - magnitude_of(size), 0, 9) : 0;
  double scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const auto scaled = std::llround(size * scale);
  const auto unit = static_cast<long long>(scale);
  const long long ones = scaled / unit;
  std::string out = whole(static_cast<double>(ones));
  std::string rest = std::to_string(scaled % unit);
  rest.insert(0, static_cast<std::size_t>(decimals) - std::min(rest.size(), static_cast<std::size_t>(decimals)), '0');
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  if (decimals > 0 && !rest.empty()) out += '.' + rest;
  return value < 0 && scaled != 0 ? "\xE2\x88\x92" + out : out;
}

double to_two_digits(double amount) {
  double step = 1;
  while (amount / step >= 100) step *= 10;
  return std::round(amount / step) * step;
}

std::string percent(double rate) {
  const long long hundredths = std::llround(rate * 10000);
  const long long ones = hundredths / 100;
  std::string out = whole(static_cast<double>(ones));
  out += '.';
  out += static_cast<char>('0' + hundredths % 100 / 10);
  out += static_cast<char>('0' + hundredths % 10);
  return out + "\xC2\xA0%";
}

std::string short_percent(double rate) { return digits(rate * 100, 2) + "\xC2\xA0%"; }

std::string percent_range(double low, double high) {
  const std::size_t decimals = high >= 0.1 ? 0 : high >= 0.01 ? 1 : 2;
  constexpr double scales[] = {100, 1000, 10000};
  const auto number = [&](double end) {
    std::string text = percent(std::round(end * scales[decimals]) / scales[decimals]);
    text.resize(text.find('.') + (decimals > 0 ? 1 + decimals : 0));
    return text;
  };
  return from_to(number(low), number(high), "\xE2\x80\x93") + "\xC2\xA0%";
}

std::string counted(double count, std::string_view singular, std::string_view plural) {
  return whole(count) + ' ' + std::string(count == 1 ? singular : plural);
}

std::string month_of(std::string_view iso_date) {
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (iso_date.size() < 7) return std::string(iso_date);
  const int month = (iso_date[5] - '0') * 10 + (iso_date[6] - '0');
  if (month < 1 || month > 12) return std::string(iso_date);
  const auto at = static_cast<std::size_t>(month - 1) * 3;
  return std::string(months.substr(at, 3)) + ' ' + std::string(iso_date.substr(0, 4));
}

std::string joined(const std::vector<std::string>& parts, std::string_view last_joint) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? last_joint : std::string_view(", ");
    out += parts[i];
  }
  return out;
}

std::string from_to(const std::string& low, const std::string& high, std::string_view joint) {
  return low == high ? low : low + std::string(joint) + high;
}

std::string needed(std::vector<std::string> keys) {
  for (std::string& key : keys) {
    for (std::size_t i = 0; i < key.size(); ++i) {
      if (key[i] < 'A' || key[i] > 'Z') continue;
      key[i] = static_cast<char>(key[i] - 'A' + 'a');
      key.insert(i, 1, ' ');
    }
  }
  return "needs " + joined(keys);
}

std::string articles_named(std::span<const std::string_view> articles) {
  const std::vector<std::string> numbers(articles.begin(), articles.end());
  return (numbers.size() == 1 ? "article " : "articles ") + joined(numbers);
}

}  // namespace mf::ui
