#include "report/plan_results.h"

namespace mf::report {
namespace {

using core::CostLines;
using core::Simulation;
using BreakEven = Simulation::BreakEven;

constexpr ResultInfo results[] = {
    {"reach", "Reach, posts added up", "people", &Simulation::reach},
    {"uniqueReach", "Unique reach", "people", &Simulation::unique_reach},
    {"impressions", "Impressions", "impressions", &Simulation::impressions},
    {"engagements", "Engagements", "engagements", &Simulation::engagements},
    {"clicks", "Clicks", "clicks", &Simulation::clicks},
    {"orders", "Orders", "orders", &Simulation::orders},
    {"revenue", "Net revenue", "", &Simulation::revenue},
    {"contribution", "Contribution", "", &Simulation::contribution},
    {"profit", "Profit", "", &Simulation::profit},
    {"roi", "Return on investment", "fraction", &Simulation::roi},
    {"roas", "Return on ad spend", "times", &Simulation::roas},
    {"cpm", "Cost per 1,000 impressions", "", &Simulation::cpm},
    {"cpe", "Cost per engagement", "", &Simulation::cpe},
    {"cpc", "Cost per click", "", &Simulation::cpc},
    {"cpa", "Cost per order", "", &Simulation::cpa},
};

constexpr CostLineInfo cost_lines[] = {
    {"fees", "Fees", &CostLines::fees},
    {"product", "Product and shipping", &CostLines::product},
    {"hours", "Own work", &CostLines::hours},
    {"commission", "Commission", &CostLines::commission},
    {"rights", "Rights and exclusivity", &CostLines::rights},
    {"agency", "Agency", &CostLines::agency},
    {"other", "Tools and all else", &CostLines::other},
};

constexpr BreakEvenInfo break_evens[] = {
    {"orders", "Orders to break even", "orders", &BreakEven::orders},
    {"conversionRate", "Conversion rate to break even", "fraction", &BreakEven::conversion_rate},
    {"fee", "Highest fee of a post that breaks even", "", &BreakEven::fee},
    {"certainFee", "Highest fee of a post that pays with the wanted chance", "", &BreakEven::certain_fee},
};

}  // namespace

std::span<const ResultInfo> result_infos() { return results; }
std::span<const CostLineInfo> cost_line_infos() { return cost_lines; }
std::span<const BreakEvenInfo> break_even_infos() { return break_evens; }

}  // namespace mf::report
