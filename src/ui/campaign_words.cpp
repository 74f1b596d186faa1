#include "ui/campaign_words.h"

#include <cmath>
#include <utility>

#include "core/number_text.h"
#include "ingest/ranges.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

constexpr std::string_view minus = "\xE2\x88\x92";

double to_three_digits(double value) {
  double step = 1;
  while (std::abs(value) / step >= 1000) step *= 10;
  return std::round(value / step) * step;
}

}  // namespace

std::string rounded(double count) {
  if (std::abs(count) < 100) return digits(count, 2);
  return whole(to_three_digits(count));
}

std::string short_count(double count) {
  constexpr std::pair<double, const char*> units[] = {{1e9, "B"}, {1e6, "M"}, {1e3, "K"}};
  for (const auto& [size, suffix] : units) {
    if (std::abs(count) >= size * 0.9995) return digits(count / size, 3) + suffix;
  }
  return std::abs(count) < 100 ? digits(count, 2) : whole(std::round(count));
}

std::string rounded_money(double amount, std::string_view currency) {
  const double size = std::abs(amount);
  const double shown = size >= 100 ? to_three_digits(size) : size;
  std::string out = core::money_text(shown, currency);
  return amount < 0 && shown > 0 ? std::string(minus) + out : out;
}

std::string signed_percent(double share) {
  const double size = std::abs(share) * 100;
  std::string out = size < 9.95 ? digits(size, 2) : whole(to_three_digits(std::round(size)));
  out += "\xC2\xA0%";
  if (out == "0\xC2\xA0%") return out;
  return (share < 0 ? std::string(minus) : std::string("+")) + out;
}

std::string chance(double probability) {
  if (probability <= 0) return "0\xC2\xA0%";
  if (probability >= 1) return "100\xC2\xA0%";
  if (probability < 0.01) return "under 1\xC2\xA0%";
  if (probability > 0.99) return "over 99\xC2\xA0%";
  return whole(std::round(probability * 100)) + "\xC2\xA0%";
}

std::string input_text(core::Input input, const core::Uncertain& value, std::string_view currency) {
  return ingest::short_range_text(value, ingest::quantity_of(input), currency);
}

std::string name_of(const core::Plan& plan) {
  const std::size_t count = plan.roster.empty() ? plan.creators : plan.roster.size();
  return counted(static_cast<double>(count), "creator", "creators");
}

}  // namespace mf::ui
