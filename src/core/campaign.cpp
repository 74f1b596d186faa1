#include "core/campaign.h"

#include <algorithm>
#include <cmath>

#include "core/number_text.h"

namespace mf::core {
namespace {

using enum InputKind;
using enum InputLevel;

constexpr double most_money = 1e12;
constexpr double most_written = 1e13;  // a sentence needs no larger number

constexpr InputInfo infos[] = {
    {Input::followers, "followers", "Followers", amount, creator, 1, 1e10, {}, "people"},
    {Input::posts_per_creator, "postsPerCreator", "Posts per creator", amount, campaign, 1, 1'000, 1, "posts"},
    {Input::fee, "fee", "Fee for a post", amount, campaign, 0, most_money, {}, "money per post"},
    {Input::engagement_rate, "engagementRate", "Engagement rate", rate, creator, 0, 1, {}, "fraction"},
    // A range that ends below 1 is drawn as a rate, any other as an amount.
    {Input::reach_rate, "reachRate", "Reach rate", rate, creator, 0, 1'000, {}, "fraction"},
    {Input::frequency, "frequency", "Times seen by each", amount, campaign, 1, 1'000, 1, "times"},
    {Input::click_rate, "clickRate", "Click rate", rate, campaign, 0, 1, {}, "fraction"},
    {Input::conversion_rate, "conversionRate", "Conversion rate", rate, campaign, 0, 1, {}, "fraction"},
    {Input::order_value, "orderValue", "Order value", amount, campaign, 0, most_money, {}, "money per order"},
    {Input::discount, "discount", "Discount", rate, campaign, 0, 1, 0, "fraction"},
    {Input::return_rate, "returnRate", "Return rate", rate, campaign, 0, 1, 0, "fraction"},
    {Input::margin, "margin", "Margin", rate, campaign, 0, 1, {}, "fraction"},
    {Input::incrementality, "incrementality", "Orders due to the campaign", rate, campaign, 0, 1, 1, "fraction"},
    {Input::repeat_factor, "repeatFactor", "Repeat factor", amount, campaign, 1, 1'000, 1, "times"},
    {Input::show_rate, "showRate", "Share of creators who post", rate, campaign, 0, 1, 1, "fraction"},
    {Input::product_cost, "productCost", "Product and shipping", amount, campaign, 0, most_money, 0,
     "money per creator"},
    {Input::hours_per_creator, "hoursPerCreator", "Hours per creator", amount, campaign, 0, 10'000, 0, "hours"},
    {Input::hourly_cost, "hourlyCost", "Cost of an hour", amount, campaign, 0, most_money, 0, "money per hour"},
    {Input::commission, "commission", "Commission", rate, campaign, 0, 1, 0, "fraction"},
    {Input::rights, "rights", "Rights and exclusivity", amount, campaign, 0, most_money, 0, "money"},
    {Input::agency_rate, "agencyRate", "Agency share", rate, campaign, 0, 1, 0, "fraction"},
    {Input::other_costs, "otherCosts", "Other costs", amount, campaign, 0, most_money, 0, "money"},
    {Input::market_size, "marketSize", "Market size", amount, campaign, 1, 1e10, {}, "people"},
};
static_assert(std::size(infos) == input_count);

std::string written(const InputInfo& info, double value) {
  value = std::clamp(value, -most_written, most_written);
  if (info.kind == rate) return percent_text(value);
  return std::abs(value) >= 1'000 ? count_text(value) : decimal_text(value);
}

Error out_of_range(std::string message, std::string field) {
  return {"out-of-range", std::move(message), std::move(field), {}};
}

std::string creator_field(std::size_t index, std::string_view key) {
  return "creators[" + std::to_string(index) + "]." + std::string(key);
}

std::optional<Error> check_inputs(const Inputs& inputs) {
  for (const InputInfo& info : infos) {
    const std::optional<Uncertain>& value = inputs[info.input];
    if (!value) continue;
    if (std::optional<Error> error = check_input(info.input, *value)) return error;
  }
  return std::nullopt;
}

bool is_currency(std::string_view code) {
  return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::span<const InputInfo, input_count> input_infos() { return infos; }

const InputInfo& info_of(Input input) { return infos[static_cast<std::size_t>(input)]; }

std::optional<Input> input_from_key(std::string_view key) {
  for (const InputInfo& info : infos) {
    if (info.key == key) return info.input;
  }
  return std::nullopt;
}

Plan completed(Plan plan, std::span<const Default> defaults) {
  for (const Default& known : defaults) {
    std::optional<Uncertain>& value = plan.inputs[known.input];
    if (!value) value = known.value;
  }
  return plan;
}

std::optional<Error> check_input(Input input, const Uncertain& value) {
  const InputInfo& info = info_of(input);
  const std::string name(info.name);
  const std::string key(info.key);
  if (!std::isfinite(value.low) || !std::isfinite(value.high)) {
    return Error{"not-a-number", name + " is not a number: give a number, or a range such as 2 to 5.", key, {}};
  }
  if (value.low > value.high) {
    return Error{"upside-down",
                 name + " goes from " + written(info, value.low) + " down to " + written(info, value.high) +
                     ": give the lower end first.",
                 key,
                 {}};
  }
  for (const double end : {value.low, value.high}) {
    if (end >= info.least && end <= info.most) continue;
    return out_of_range(name + " of " + written(info, end) + " is outside " + written(info, info.least) + " to " +
                            written(info, info.most) + ": give a value within.",
                        key);
  }
  if (value.is_exact()) return std::nullopt;
  if (value.low == 0) {
    return out_of_range(name + " begins at 0: a range is where 9 in 10 values lie, so give a lower end above 0.", key);
  }
  if (info.kind == rate && info.most == 1 && value.high == 1) {
    return out_of_range(
        name + " ends at " + written(info, 1) +
            ": a range is where 9 in 10 values lie, so give a higher end below it, or that number alone.",
        key);
  }
  return std::nullopt;
}

std::optional<Error> check_plan(const Plan& plan) {
  const std::size_t creators = plan.roster.empty() ? plan.creators : plan.roster.size();
  if (creators == 0 || creators > max_planned_creators) {
    return out_of_range("A campaign has 1 to " + count_text(static_cast<double>(max_planned_creators)) +
                            " creators: " + count_text(static_cast<double>(creators)) + " are planned.",
                        "creators");
  }
  if (std::optional<Error> error = check_inputs(plan.inputs)) return error;
  for (std::size_t i = 0; i < plan.roster.size(); ++i) {
    if (std::optional<Error> error = check_inputs(plan.roster[i].inputs)) {
      error->field = creator_field(i, error->field);
      error->message = "Creator " + std::to_string(i + 1) + ": " + error->message;
      return error;
    }
  }
  if (plan.draws == 0 || plan.draws > max_draws) {
    return out_of_range("The number of draws lies between 1 and " + count_text(static_cast<double>(max_draws)) + ".",
                        "draws");
  }
  if (!(plan.certainty > 0 && plan.certainty < 1)) {
    return out_of_range("The chance to be sure of lies between 0\u00A0% and 100\u00A0%, both excluded.", "certainty");
  }
  if (!is_currency(plan.currency)) {
    return Error{"unknown-currency",
                 "\"" + plan.currency + "\" is not a currency code: give three capital letters such as USD or EUR.",
                 "currency",
                 {}};
  }
  return std::nullopt;
}

}  // namespace mf::core
