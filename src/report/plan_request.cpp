#include "report/plan_request.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace mf::report {
namespace {

// Inputs that each creator of a plan may have of its own.
bool is_of_creator(const core::InputInfo& info) {
  return info.level == core::InputLevel::creator || info.input == core::Input::fee ||
         info.input == core::Input::posts_per_creator || info.input == core::Input::product_cost ||
         info.input == core::Input::hours_per_creator;
}

// Rows of `read` can be handed on as they are; their fee may be in a currency of their own.
Result<core::PlannedCreator> read_planned_creator(const Json& json, const std::string& where, const Typing& typing) {
  if (!json.is_object()) return wrong_type(where, "an object");
  core::PlannedCreator creator;
  std::string currency;
  Fields fields(json, where + ".");
  fields.text("handle", creator.handle);
  fields.text("currency", currency);
  for (const core::InputInfo& info : core::input_infos()) {
    if (is_of_creator(info)) fields.input(info.input, typing, creator.inputs);
  }
  if (creator.inputs[core::Input::fee] && !currency.empty() && currency != typing.currency) {
    fields.fail({"other-currency",
                 "The fee of \"" + where + "\" is in " + currency + "; the plan is in " + typing.currency +
                     ". Convert it, or leave it out.",
                 "fee",
                 {}});
  }
  if (fields.error()) return *fields.error();
  return creator;
}

// How many, or who.
std::optional<Error> read_creators(const Json& object, const Typing& typing, Fields& fields, core::Plan& plan) {
  const Json* creators = find(object, "creators");
  if (creators == nullptr) return std::nullopt;
  if (creators->is_array()) {
    const auto read = [&](const Json& json, std::size_t index) {
      return read_planned_creator(json, "creators[" + std::to_string(index) + "]", typing);
    };
    auto error = read_list(object, "creators", read, plan.roster);
    plan.creators = plan.roster.size();
    return error;
  }
  if (!creators->is_number() && !creators->is_string()) {
    return wrong_type("creators", "a whole number or a list of objects");
  }
  std::optional<core::Count> count;
  fields.count("creators", typing.locale, count);
  if (fields.error()) return fields.error();
  if (!(count->value >= 0 && count->value <= 1e9 && count->value == std::floor(count->value))) {
    return Error{"out-of-range", "\"creators\" must be a whole number from 1 to 1,000.", "creators", {}};
  }
  plan.creators = static_cast<std::size_t>(count->value);
  return std::nullopt;
}

void read_engagement_by(Fields& fields, core::Denominator& out) {
  std::string by;
  fields.text("engagementBy", by);
  if (by.empty() || by == "followers") return;
  if (by == "reach") {
    out = core::Denominator::reach;
  } else {
    fields.fail({"out-of-range", "\"engagementBy\" must be \"followers\" or \"reach\".", "engagementBy", {}});
  }
}

}  // namespace

Typing read_typing(Fields& fields) {
  Typing typing;
  fields.text("currency", typing.currency);
  fields.text("locale", typing.locale);
  return typing;
}

void read_inputs(Fields& fields, const Typing& typing, core::Inputs& out) {
  for (const core::InputInfo& info : core::input_infos()) fields.input(info.input, typing, out);
}

Result<SimulateRequest> simulate_request(std::string_view json) {
  const Result<Json> object = parse_object(json);
  if (!object) return object.error();
  SimulateRequest request;
  core::Plan& plan = request.plan;
  Fields fields(*object, "");
  fields.platform(plan.platform);
  const Typing typing = read_typing(fields);
  plan.currency = typing.currency;
  read_inputs(fields, typing, plan.inputs);
  read_engagement_by(fields, plan.engagement_by);
  fields.flag("paysNoShows", plan.pays_no_shows);
  std::optional<double> certainty;
  fields.number("certainty", certainty);
  if (certainty) plan.certainty = *certainty;
  fields.whole("seed", plan.seed);
  std::uint64_t draws = plan.draws;
  fields.whole("draws", draws);
  fields.number("cpm", request.cpm);
  if (request.cpm && *request.cpm < 0) {
    fields.fail({"out-of-range", "\"cpm\" must be 0 or more.", "cpm", {}});
  }
  fields.flag("csv", request.csv);
  if (fields.error()) return *fields.error();
  // In 32 bits a larger one would wrap around to some smaller; check_plan refuses it as it is.
  plan.draws = static_cast<std::size_t>(std::min<std::uint64_t>(draws, core::max_draws + 1));
  if (auto error = read_creators(*object, typing, fields, plan)) return *std::move(error);
  if (auto error = read_figures(*object, plan.figures)) return *std::move(error);
  return request;
}

}  // namespace mf::report
