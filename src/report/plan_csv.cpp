#include "report/plan_csv.h"

#include <algorithm>
#include <cstddef>

#include "core/benchmarks.h"
#include "core/engagement.h"
#include "core/tiers.h"
#include "report/csv_writer.h"
#include "report/plan_results.h"

namespace mf::report {
namespace {

// The cells of a row up to its unit.
CsvWriter& begin_row(CsvWriter& csv, std::string_view part, std::string_view key, std::string_view name,
                     std::string_view unit) {
  return csv.text(part).text(key).text(name).text(unit);
}

void write_value(CsvWriter& csv, const std::optional<double>& value, std::string_view source = {}) {
  csv.number(value).empty(4).text(source).end_row();
}

void write_words(CsvWriter& csv, std::string_view words, std::string_view source = {}) {
  csv.text(words).empty(4).text(source).end_row();
}

void write_uncertain(CsvWriter& csv, const core::Uncertain& value, std::string_view source) {
  if (value.is_exact()) return write_value(csv, value.low, source);
  csv.empty(1).number(value.low).empty(1).number(value.high).empty(1).text(source).end_row();
}

void write_spread(CsvWriter& csv, const core::Spread& spread) {
  csv.empty(1).number(spread.p5).number(spread.p50).number(spread.p95).number(spread.mean).empty(1).end_row();
}

// Where an input that the plan has comes from.
std::string source_of(core::Input input, const std::vector<core::Default>& defaults) {
  const auto filled =
      std::find_if(defaults.begin(), defaults.end(), [input](const core::Default& one) { return one.input == input; });
  if (filled == defaults.end()) return "given";
  if (filled->sources.empty()) return "not part of the plan";
  std::string source = "published:";
  for (const std::string_view id : filled->sources) (source += ' ') += id;
  ((source += " (grade ") += filled->grade) += ")";
  return filled->note.empty() ? source : source + " " + filled->note;
}

std::string unit_of(const core::InputInfo& info, const std::string& currency) {
  constexpr std::string_view money = "money";
  if (!info.unit.starts_with(money)) return std::string(info.unit);
  return currency + std::string(info.unit.substr(money.size()));
}

void write_inputs(CsvWriter& csv, const core::Simulation& simulation) {
  const core::Plan& plan = simulation.plan;
  for (const core::InputInfo& info : core::input_infos()) {
    begin_row(csv, "input", info.key, info.name, unit_of(info, plan.currency));
    const std::optional<core::Uncertain>& value = plan.inputs[info.input];
    value ? write_uncertain(csv, *value, source_of(info.input, simulation.defaults))
          : write_value(csv, std::nullopt, "not given");
  }
  for (std::size_t i = 0; i < plan.roster.size(); ++i) {
    const core::PlannedCreator& creator = plan.roster[i];
    for (const core::InputInfo& info : core::input_infos()) {
      if (!creator.inputs[info.input]) continue;
      const std::string key = "creators[" + std::to_string(i) + "]." + std::string(info.key);
      begin_row(csv, "creator", key, creator.handle, unit_of(info, plan.currency));
      write_uncertain(csv, *creator.inputs[info.input], "given");
    }
  }
}

void write_plan(CsvWriter& csv, const core::Simulation& simulation) {
  const core::Plan& plan = simulation.plan;
  write_words(begin_row(csv, "plan", "platform", "Platform", ""), core::platform_id(plan.platform));
  write_words(begin_row(csv, "plan", "currency", "Currency", ""), plan.currency);
  const std::size_t creators = plan.roster.empty() ? plan.creators : plan.roster.size();
  write_value(begin_row(csv, "plan", "creators", "Creators", "creators"), static_cast<double>(creators));
  write_words(begin_row(csv, "plan", "engagementBy", "Engagement rate by", ""),
              core::denominator_id(plan.engagement_by));
  write_words(begin_row(csv, "plan", "paysNoShows", "Creators who do not post are paid", ""),
              plan.pays_no_shows ? "yes" : "no");
  write_value(begin_row(csv, "plan", "certainty", "Wanted chance of profit", "fraction"), plan.certainty);
  for (const core::Replacement& figure : plan.figures) {
    const std::string name = std::string("Own figure, ") + core::statistic_id(figure.statistic);
    write_value(begin_row(csv, "plan", "figures", name, ""), figure.value, figure.id);
  }
}

void write_results(CsvWriter& csv, const core::Simulation& simulation) {
  const std::string& currency = simulation.plan.currency;
  write_spread(begin_row(csv, "result", "cost", "Cost", currency), simulation.cost);
  for (const CostLineInfo& line : cost_line_infos()) {
    write_spread(begin_row(csv, "result", std::string("cost.") + std::string(line.key), line.name, currency),
                 simulation.lines.*line.spread);
  }
  for (const ResultInfo& info : result_infos()) {
    begin_row(csv, "result", info.key, info.name, info.unit.empty() ? currency : info.unit);
    const std::optional<core::Spread>& spread = simulation.*info.spread;
    const bool is_bound = info.key == "uniqueReach" && simulation.unique_reach_is_upper_bound;
    if (!spread) {
      write_value(csv, std::nullopt, "not known");
    } else if (is_bound) {
      csv.empty(1).number(spread->p5).number(spread->p50).number(spread->p95).number(spread->mean);
      csv.text("at most: no market size is given").end_row();
    } else {
      write_spread(csv, *spread);
    }
  }
  write_value(begin_row(csv, "result", "probabilityOfProfit", "Chance of profit", "fraction"),
              simulation.probability_of_profit);
  for (const BreakEvenInfo& info : break_even_infos()) {
    begin_row(csv, "result", std::string("breakEven.") + std::string(info.key), info.name,
              info.unit.empty() ? currency : info.unit);
    write_value(csv, simulation.break_even.*info.value);
  }
}

void write_emv(CsvWriter& csv, const core::EmvEstimate& emv) {
  for (const core::EmvMethod& method : emv.methods) {
    begin_row(csv, "earned media value, not cash", method.id, method.name, method.currency);
    std::string source;
    for (const std::string_view id : method.sources) (source += source.empty() ? "" : " ") += id;
    write_value(csv, method.typical, source);
  }
}

}  // namespace

std::string plan_csv(const core::Simulation& simulation, const core::EmvEstimate& emv, std::string_view version) {
  CsvWriter csv;
  for (const std::string_view column : {"part", "key", "name", "unit", "value", "p5", "p50", "p95", "mean", "source"}) {
    csv.text(column);
  }
  csv.end_row();
  write_plan(csv, simulation);
  write_inputs(csv, simulation);
  write_results(csv, simulation);
  write_emv(csv, emv);
  write_value(begin_row(csv, "computed with", "draws", "Draws", "draws"), static_cast<double>(simulation.draws));
  write_value(begin_row(csv, "computed with", "seed", "Seed", ""), static_cast<double>(simulation.seed));
  write_words(begin_row(csv, "computed with", "benchmarks", "Edition of the published figures", ""),
              core::benchmarks_version());
  write_words(begin_row(csv, "computed with", "version", "Microfluence", ""), version);
  return csv.take();
}

}  // namespace mf::report
