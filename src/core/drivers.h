// What each uncertain input does to the return on a plan.
#pragma once

#include <cstddef>
#include <vector>

#include "core/plan_draws.h"
#include "core/simulate.h"

namespace mf::core {

// From the first `draws` draws; the widest swing of the median return first. An input that moves nothing is not in it.
std::vector<Driver> drivers_of(const PlanVariables& plan, PlanDraws& plan_draws, std::size_t draws);

}  // namespace mf::core
