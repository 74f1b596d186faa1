#include "report/plan_document.h"

#include <cstddef>
#include <optional>
#include <string>

#include "core/engagement.h"
#include "report/document.h"
#include "report/plan_results.h"

namespace mf::report {
namespace {

void write_spread(JsonWriter& json, const core::Spread& spread) {
  json.begin_object().key("p5").number(spread.p5).key("p50").number(spread.p50);
  json.key("p95").number(spread.p95).key("mean").number(spread.mean).end_object();
}

void write_ids(JsonWriter& json, const char* key, std::span<const std::string_view> ids) {
  json.key(key).begin_array();
  for (const std::string_view id : ids) json.text(id);
  json.end_array();
}

void write_inputs(JsonWriter& json, const core::Inputs& inputs) {
  for (const core::InputInfo& info : core::input_infos()) {
    if (!inputs[info.input]) continue;
    json.key(info.key);
    write_uncertain(json, *inputs[info.input]);
  }
}

// What was computed with: a request that gives the same answer.
void write_plan(JsonWriter& json, const core::Plan& plan) {
  json.begin_object();
  json.key("platform").text(core::platform_id(plan.platform));
  json.key("currency").text(plan.currency);
  json.key("creators");
  if (plan.roster.empty()) {
    json.number(static_cast<double>(plan.creators));
  } else {
    json.begin_array();
    for (const core::PlannedCreator& creator : plan.roster) {
      json.begin_object().key("handle").text_or_null(creator.handle);
      write_inputs(json, creator.inputs);
      json.end_object();
    }
    json.end_array();
  }
  write_inputs(json, plan.inputs);
  json.key("engagementBy").text(core::denominator_id(plan.engagement_by));
  json.key("paysNoShows").boolean(plan.pays_no_shows);
  json.key("certainty").number(plan.certainty);
  json.key("figures").begin_array();
  for (const core::Replacement& figure : plan.figures) {
    json.begin_object().key("id").text(figure.id).key("statistic").text(core::statistic_id(figure.statistic));
    json.key("value").number(figure.value).end_object();
  }
  json.end_array();
  json.key("seed").number(static_cast<double>(plan.seed));
  json.key("draws").number(static_cast<double>(plan.draws));
  json.end_object();
}

void write_cost(JsonWriter& json, const core::Simulation& simulation) {
  json.key("cost").begin_object().key("total");
  write_spread(json, simulation.cost);
  json.key("lines").begin_object();
  for (const CostLineInfo& line : cost_line_infos()) {
    json.key(line.key);
    write_spread(json, simulation.lines.*line.spread);
  }
  json.end_object().end_object();
}

void write_emv(JsonWriter& json, const core::EmvEstimate& emv) {
  json.key("emv").begin_object();
  json.key("low").number_or_null(emv.range ? std::optional(emv.range->low) : std::nullopt);
  json.key("high").number_or_null(emv.range ? std::optional(emv.range->high) : std::nullopt);
  json.key("currency").text_or_null(emv.range ? emv.range->currency : "");
  json.key("reason").text_or_null(emv.range ? emv.range->reason : "");
  json.key("methods").begin_array();
  for (const core::EmvMethod& method : emv.methods) {
    json.begin_object();
    json.key("id").text(method.id);
    json.key("name").text(method.name);
    json.key("formula").text(method.formula);
    json.key("low").number_or_null(method.low);
    json.key("typical").number_or_null(method.typical);
    json.key("high").number_or_null(method.high);
    json.key("currency").text_or_null(method.currency);
    json.key("grade").text({&method.grade, 1});
    json.key("counted").boolean(method.counted);
    write_ids(json, "sources", method.sources);
    write_texts(json, "needs", method.needs);
    json.key("note").text_or_null(method.note);
    json.end_object();
  }
  json.end_array();
  json.key("note").text(emv.note);
  json.end_object();
}

void write_drivers(JsonWriter& json, const std::vector<core::Driver>& drivers) {
  json.key("drivers").begin_array();
  for (const core::Driver& driver : drivers) {
    json.begin_object().key("input").text(core::info_of(driver.input).key);
    json.key("low").number(driver.low).key("high").number(driver.high).key("share").number(driver.share);
    json.key("inputLow").number(driver.input_low).key("inputHigh").number(driver.input_high).end_object();
  }
  json.end_array();
}

void write_histogram(JsonWriter& json, const std::vector<core::RoiBar>& bars) {
  json.key("histogram").begin_array();
  for (const core::RoiBar& bar : bars) {
    json.begin_object().key("from").number(bar.from).key("to").number(bar.to);
    json.key("share").number(bar.share).end_object();
  }
  json.end_array();
}

}  // namespace

void write_uncertain(JsonWriter& json, const core::Uncertain& value) {
  if (value.is_exact()) {
    json.number(value.low);
  } else {
    json.begin_array().number(value.low).number(value.high).end_array();
  }
}

void write_defaults(JsonWriter& json, std::span<const core::Default> defaults) {
  json.key("defaults").begin_array();
  for (const core::Default& filled : defaults) {
    json.begin_object().key("input").text(core::info_of(filled.input).key);
    json.key("low").number(filled.value.low).key("high").number(filled.value.high);
    write_ids(json, "sources", filled.sources);
    json.key("grade").text({&filled.grade, 1});
    json.key("note").text_or_null(filled.note);
    json.end_object();
  }
  json.end_array();
}

void write_simulation(JsonWriter& json, const core::Simulation& simulation, const core::EmvEstimate& emv,
                      std::string_view csv) {
  json.begin_object();
  json.key("currency").text(simulation.plan.currency);
  write_cost(json, simulation);
  for (const ResultInfo& result : result_infos()) {
    json.key(result.key);
    const std::optional<core::Spread>& spread = simulation.*result.spread;
    spread ? write_spread(json, *spread) : void(json.null());
  }
  json.key("uniqueReachIsUpperBound").boolean(simulation.unique_reach_is_upper_bound);
  json.key("probabilityOfProfit").number_or_null(simulation.probability_of_profit);
  json.key("breakEven").begin_object();
  for (const BreakEvenInfo& info : break_even_infos()) {
    json.key(info.key).number_or_null(simulation.break_even.*info.value);
  }
  json.end_object();
  write_emv(json, emv);
  write_drivers(json, simulation.drivers);
  write_histogram(json, simulation.histogram);
  json.key("needs").begin_array();
  for (const core::Input input : simulation.needs) json.text(core::info_of(input).key);
  json.end_array();
  write_defaults(json, simulation.defaults);
  json.key("plan");
  write_plan(json, simulation.plan);
  json.key("draws").number(static_cast<double>(simulation.draws));
  json.key("seed").number(static_cast<double>(simulation.seed));
  if (!csv.empty()) json.key("csv").text(csv);
  json.end_object();
}

}  // namespace mf::report
