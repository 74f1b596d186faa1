// Figures as people read them. English; a non-breaking space stands before the percent sign.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"

namespace mf::ui {

// 12300 -> "12,300". Whole numbers only; the fraction is dropped.
std::string whole(double count);
// 12300 -> "12.3K", 1000 -> "1K", 950 -> "950"; for axes, where a line of figures must stay short.
std::string compact(double count);
// A count as it would be typed again: "12,300" when exact, else with as many digits as it came with ("12.3K").
std::string typed(const core::Count& count);
// With as many significant digits as asked for, no trailing zeros, grouped: 0.32712, 3 -> "0.327"; 1105.4, 0 -> "1,105"
// (0: a whole number).
std::string digits(double value, int significant);
// 141421 -> 140000: two significant digits, as sure as most figures are.
double to_two_digits(double amount);
// 0.0336 -> "3.36 %".
std::string percent(double rate);
// 0.0336 -> "3.4 %", 0.00327 -> "0.33 %", 0.1 -> "10 %": two significant digits, for axes and ranges.
std::string short_percent(double rate);
// 0.0902, 0.098 -> "9.0–9.8 %": both ends with as many decimals as tell the upper one to two digits.
std::string percent_range(double low, double high);
// "1 post", "12 posts", "1,200 posts".
std::string counted(double count, std::string_view singular, std::string_view plural);
// "2029-08-14" -> "Aug 2029".
std::string month_of(std::string_view iso_date);
// {"000", "002"} -> "articles 000 and 002".
std::string articles_named(std::span<const std::string_view> articles);
// {"a", "b", "c"} -> "a, b and c".
std::string joined(const std::vector<std::string>& parts, std::string_view last_joint = " and ");
// "$100", "$500" -> "$100 to $500"; one of them where both read the same.
std::string from_to(const std::string& low, const std::string& high, std::string_view joint = " to ");
// {"likes", "storyViews"} -> "needs likes and story views": keys of the core as people say them.
std::string needed(std::vector<std::string> keys);

}  // namespace mf::ui
