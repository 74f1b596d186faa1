// A simulation as a table that anyone can compute again: its inputs with their sources, its results, and what they were
// computed with.
#pragma once

#include <string>
#include <string_view>

#include "core/emv.h"
#include "core/simulate.h"

namespace mf::report {

// Columns: part, key, name, unit, value, p5, p50, p95, mean, source. An input is a value, or p5 and p95. `version` is
// the program's.
std::string plan_csv(const core::Simulation& simulation, const core::EmvEstimate& emv, std::string_view version);

}  // namespace mf::report
