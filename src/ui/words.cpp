#include "ui/words.h"

#include <cmath>

namespace mf::ui {
namespace {

std::string digits(long long number) { return std::to_string(number); }

// `hundredths` as a decimal number without trailing zeros: 1230 -> "12.3".
std::string decimal(long long hundredths) {
  std::string out = digits(hundredths / 100);
  const long long rest = hundredths % 100;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10) out += static_cast<char>('0' + rest % 10);
  return out;
}

struct Unit {
  double size;
  const char* suffix;
};
constexpr Unit units[] = {{1e9, "B"}, {1e6, "M"}, {1e3, "K"}};

}  // namespace

std::string whole(double count) {
  std::string out = digits(static_cast<long long>(std::abs(count)));
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

std::string percent(double rate) {
  const long long hundredths = std::llround(rate * 10000);
  const long long ones = hundredths / 100;
  std::string out = whole(static_cast<double>(ones));
  out += '.';
  out += static_cast<char>('0' + hundredths % 100 / 10);
  out += static_cast<char>('0' + hundredths % 10);
  return out + "\xC2\xA0%";
}

std::string counted(double count, std::string_view singular, std::string_view plural) {
  return whole(count) + ' ' + std::string(count == 1 ? singular : plural);
}

std::string joined(const std::vector<std::string>& parts, std::string_view last_joint) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? last_joint : std::string_view(", ");
    out += parts[i];
  }
  return out;
}

}  // namespace mf::ui
