// What a simulation tells, by the names that the API and its tables have for it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/simulate.h"

namespace mf::report {

struct ResultInfo {
  std::string_view key;   // "uniqueReach"
  std::string_view name;  // "Unique reach"
  std::string_view unit;  // "people"; empty: money in the plan's currency
  std::optional<core::Spread> core::Simulation::* spread;
};
// In the order of the funnel.
std::span<const ResultInfo> result_infos();

struct CostLineInfo {
  std::string_view key;
  std::string_view name;
  core::Spread core::CostLines::* spread;
};
std::span<const CostLineInfo> cost_line_infos();

struct BreakEvenInfo {
  std::string_view key;
  std::string_view name;
  std::string_view unit;
  std::optional<double> core::Simulation::BreakEven::* value;
};
std::span<const BreakEvenInfo> break_even_infos();

}  // namespace mf::report
