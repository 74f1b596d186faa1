#include "ui/campaign_answers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ingest/number_words.h"
#include "ingest/ranges.h"
#include "report/plan_csv.h"

namespace mf::ui {
namespace {

using core::Input;

// Reads what stands in the fields into a plan; what cannot be read or makes no sense is marked and left out of it.
void read_fields(ScenarioAnswer& answer) {
  const Scenario& scenario = answer.scenario;
  core::Plan& plan = answer.plan;
  plan.platform = scenario.platform;
  plan.currency = answer.currency;
  plan.pays_no_shows = scenario.pays_no_shows;
  plan.figures = answer.figures;
  plan.creators = usual_creators;
  if (!scenario.creators.empty()) {
    const Result<core::Count> count = ingest::read_count(scenario.creators, "creators");
    core::Plan asked = plan;
    if (count) asked.creators = static_cast<std::size_t>(std::clamp(count->value, 0.0, 1e9));
    const std::optional<Error> error = count ? core::check_plan(asked) : std::optional(count.error());
    if (error) {
      answer.creators_error = error;
    } else {
      plan.creators = asked.creators;
    }
  }
  for (const core::InputInfo& info : core::input_infos()) {
    const std::string& typed = scenario[info.input];
    const Result<std::optional<core::Uncertain>> range = ingest::read_range(
        typed, {.quantity = ingest::quantity_of(info.input), .currency = answer.currency, .field = info.key});
    std::optional<Error>& error = answer.errors[static_cast<std::size_t>(info.input)];
    if (!range) {
      error = range.error();
    } else if (*range) {
      error = core::check_input(info.input, **range);
      if (!error) plan.inputs[info.input] = **range;
    }
  }
  if (!plan.inputs[Input::followers]) plan.inputs[Input::followers] = usual_followers;
}

ScenarioAnswer answered(const Scenario& scenario, const std::string& currency,
                        const std::vector<core::Replacement>& figures) {
  static int revision = 0;
  ScenarioAnswer answer = read_scenario(scenario, currency, figures);
  answer.revision = std::to_string(++revision);
  Result<core::Simulation> simulation = core::simulate(answer.plan);
  if (simulation) {
    answer.simulation = std::move(*simulation);
    answer.earned_media = core::emv_estimate(core::emv_request(*answer.simulation), core::Figures(figures));
  } else {
    answer.error = simulation.error();
  }
  return answer;
}

// The plan again with one fee for a post, as far along as the slider stands between nothing and twice what would do.
void try_fee(ScenarioAnswer& answer, float at) {
  const core::Simulation& simulation = *answer.simulation;
  const std::optional<core::Uncertain>& fee = simulation.plan.inputs[Input::fee];
  if (!fee || !simulation.break_even.fee) return;
  const double most = 2 * std::max({*simulation.break_even.fee, fee->high, 1.0});
  answer.tried_at = at >= 0 ? at : static_cast<float>(std::sqrt(fee->low * fee->high) / most);
  answer.tried_fee = std::round(static_cast<double>(answer.tried_at) * most);
  core::Plan plan = simulation.plan;
  plan.inputs[Input::fee] = core::Uncertain::exact(answer.tried_fee);
  const Result<core::Simulation> tried = core::simulate(plan);
  answer.tried_chance = tried ? tried->probability_of_profit : std::nullopt;
}

}  // namespace

ScenarioAnswer read_scenario(const Scenario& scenario, const std::string& currency,
                             const std::vector<core::Replacement>& figures) {
  ScenarioAnswer answer;
  answer.scenario = scenario;
  answer.currency = currency;
  answer.figures = figures;
  read_fields(answer);
  return answer;
}

const core::Default* ScenarioAnswer::default_of(Input input) const {
  if (!simulation) return nullptr;
  for (const core::Default& filled : simulation->defaults) {
    if (filled.input == input) return &filled;
  }
  return nullptr;
}

void update(CampaignAnswers& answers, const State& state) {
  const CampaignState& campaign = state.campaign;
  bool changed = answers.scenarios.size() != campaign.scenarios.size();
  answers.scenarios.resize(campaign.scenarios.size());
  for (std::size_t i = 0; i < campaign.scenarios.size(); ++i) {
    ScenarioAnswer& answer = answers.scenarios[i];
    const bool known = answer.simulation || answer.error;
    if (known && answer.scenario == campaign.scenarios[i] && answer.currency == campaign.currency &&
        answer.figures == state.replacements) {
      continue;
    }
    answer = answered(campaign.scenarios[i], campaign.currency, state.replacements);
    changed = true;
  }
  ScenarioAnswer& shown = answers.scenarios[std::min(campaign.shown, answers.scenarios.size() - 1)];
  const bool moved = campaign.tried_fee >= 0 ? shown.tried_at != campaign.tried_fee : shown.tried_at < 0;
  if (shown.simulation && moved) try_fee(shown, campaign.tried_fee);
  if (!changed) return;
  answers.results.reset();
  std::vector<core::Simulation> simulations;
  for (const ScenarioAnswer& answer : answers.scenarios) {
    if (answer.simulation) simulations.push_back(*answer.simulation);
  }
  answers.risks.clear();
  if (simulations.size() > 1) answers.risks = core::compare(simulations).sentences;
}

const ResultsAnswer& results_for(CampaignAnswers& answers, std::size_t scenario, const core::Actuals& actuals) {
  std::optional<ResultsAnswer>& kept = answers.results;
  if (kept && kept->actuals == actuals && answers.results_of == scenario) return *kept;
  kept = ResultsAnswer{};
  kept->actuals = actuals;
  answers.results_of = scenario;
  Result<core::ActualsReport> report = core::compare_with_actuals(*answers.scenarios[scenario].simulation, actuals);
  if (!report) {
    kept->error = report.error();
    return *kept;
  }
  if (const Result<core::Simulation> again = core::simulate(report->plan)) {
    kept->chance_again = again->probability_of_profit;
  }
  kept->report = std::move(*report);
  return *kept;
}

const std::string& table_of(CampaignAnswers& answers, const ScenarioAnswer& answer) {
  if (answers.table_of != answer.revision) {
    answers.table = report::plan_csv(*answer.simulation, answer.earned_media, MF_VERSION);
    answers.table_of = answer.revision;
  }
  return answers.table;
}

Scenario typed_scenario(const core::Plan& plan, std::string name) {
  Scenario scenario;
  scenario.name = std::move(name);
  scenario.platform = plan.platform;
  scenario.creators = std::to_string(plan.roster.empty() ? plan.creators : plan.roster.size());
  scenario.pays_no_shows = plan.pays_no_shows;
  for (const core::InputInfo& info : core::input_infos()) {
    if (const std::optional<core::Uncertain>& value = plan.inputs[info.input]) {
      scenario[info.input] = ingest::range_text(*value, ingest::quantity_of(info.input), plan.currency);
    }
  }
  return scenario;
}

void add_scenario(CampaignState& campaign, Scenario scenario) {
  if (campaign.scenarios.size() >= max_scenarios) return;
  campaign.scenarios.push_back(std::move(scenario));
  campaign.shown = campaign.scenarios.size() - 1;
}

}  // namespace mf::ui
