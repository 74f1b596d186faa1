// Published figures as people read them, and as they type their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/benchmarks.h"

namespace mf::ui {

// 0.00327, "fraction" -> "0.327 %"; 1105, "USD per post" -> "$1,105 per post"; 2, "posts a week" -> "2 posts a week";
// 0.4, "fraction more" -> "40 % more".
std::string figure_in_words(double value, std::string_view unit);
// 0.4, 0.5, "fraction more" -> "40–50 % more"; one number where both ends read the same.
std::string range_in_words(double low, double high, std::string_view unit);
// The unit as it stands behind a field: "%", "% more", "USD per post".
std::string typed_unit(std::string_view unit);

// What a record is about: "Engagement rate by followers, Instagram, 10,000 to 50,000 followers".
std::string title_of(const core::Benchmark& record);
// Its figures, with what a person has put in their place: "median 0.327 %, a quarter under 0.067 %, a quarter over 1.34
// %".
std::string figures_of(const core::Benchmark& record, const core::Figures& figures);
// Who says so: "Modash, 2025 · A".
std::string publisher_of(const core::Benchmark& record);

// "3.2", "3,2 %", "$12.50" -> what the record would hold (0.032, 12.5). Nothing if it is no single number.
std::optional<double> figure_from_words(std::string_view text, std::string_view unit);
// The other way: what stands in the field to begin with ("3.2").
std::string figure_to_type(double value, std::string_view unit);

}  // namespace mf::ui
