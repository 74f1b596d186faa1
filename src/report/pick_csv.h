// A choice among creators as a table that anyone can compute again: every row of the list with what was made of it, and
// what the choice was computed with.
#pragma once

#include <string>
#include <string_view>

#include "core/pick.h"

namespace mf::report {

// `request` is the one that was answered, its creators still in it. Columns: handle, platform, tier, followers, rate,
// usual rate, fee, cost, value, picked, stability, why not. Below them, after an empty row, names and values. `version`
// is the program's.
std::string pick_csv(const core::PickRequest& request, const core::PickAnswer& answer, std::string_view version);

}  // namespace mf::report
