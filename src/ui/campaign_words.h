// Results of a campaign as people read them: as many digits as are worth reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/campaign.h"
#include "core/simulate.h"

namespace mf::ui {

// 14126 -> "14,100"; three significant digits.
std::string rounded(double count);
// 138234 -> "138K", 4126 -> "4.13K"; for tables, where there is little room.
std::string short_count(double count);
// (-11234, "USD") -> "−$11,200".
std::string rounded_money(double amount, std::string_view currency);
// 0.374 -> "+37 %", -0.52 -> "−52 %".
std::string signed_percent(double share);
// A chance: 0.694 -> "69 %"; never "0 %" or "100 %" for what may happen: "under 1 %", "over 99 %".
std::string chance(double probability);
// An input in its own terms: "0.6 % to 1.6 %", "$150".
std::string input_text(core::Input input, const core::Uncertain& value, std::string_view currency);
// "20 creators", "1 macro": what a scenario is called where it has no name.
std::string name_of(const core::Plan& plan);

}  // namespace mf::ui
