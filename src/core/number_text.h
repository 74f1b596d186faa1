// Numbers inside the sentences and formulas that the core writes.
#pragma once

#include <string>
#include <string_view>

namespace mf::core {

// 23400 -> "23,400". Rounded to a whole number; at most 2^53.
std::string count_text(double count);
// 12 -> "12", 2.5 -> "2.5", 0.04 -> "0.04", 3.14159 -> "3.14": at most two decimals, whole from 100 on.
std::string decimal_text(double number);
// 0.0336 -> "3.36 %" with a space that does not break; decimals as decimal_text.
std::string percent_text(double rate);
// (234, "USD") -> "$234", (2.5, "USD") -> "$2.50", (0.025, "USD") -> "$0.025", (15, "EUR") -> "€15", (15, "CHF") ->
// "CHF 15". Whole from 100 on, else cents, and below 1 a third decimal where it is needed.
std::string money_text(double amount, std::string_view currency);
// What stands before an amount: "$", "€", "£", else the code and a space.
std::string money_sign(std::string_view currency);
// (1, "post", "posts") -> "1 post", (1200, "post", "posts") -> "1,200 posts".
std::string counted_text(double count, std::string_view singular, std::string_view plural);

}  // namespace mf::core
