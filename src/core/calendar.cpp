#include "core/calendar.h"

#include <array>
#include <chrono>
#include <cstddef>

namespace mf::core {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

// The number that a run of digits writes; nothing if there is anything else in it.
std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

year_month_day civil(std::int32_t day_number) { return year_month_day{sys_days{days{day_number}}}; }

std::string padded(unsigned value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

}  // namespace

std::optional<std::int32_t> day_number(std::string_view text) {
  constexpr std::size_t length = std::string_view("2026-05-03").size();
  if (text.size() < length || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > length && text[length] != 'T' && text[length] != ' ') return std::nullopt;
  const std::optional<int> y = number(text.substr(0, 4));
  const std::optional<int> m = number(text.substr(5, 2));
  const std::optional<int> d = number(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count());
}

std::string iso_date(std::int32_t day_number) {
  const year_month_day date = civil(day_number);
  return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
         padded(static_cast<unsigned>(date.month()), 2) + "-" + padded(static_cast<unsigned>(date.day()), 2);
}

std::string date_text(std::int32_t day_number) {
  constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
  const year_month_day date = civil(day_number);
  return std::to_string(static_cast<unsigned>(date.day())) + " " + months[static_cast<unsigned>(date.month()) - 1] +
         " " + std::to_string(static_cast<int>(date.year()));
}

}  // namespace mf::core
