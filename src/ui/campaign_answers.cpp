#include "ui/campaign_answers.h"

#include <algorithm>
#include <utility>

#include "ingest/number_words.h"
#include "ingest/ranges.h"

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
  ScenarioAnswer answer = read_scenario(scenario, currency, figures);
  Result<core::Simulation> simulation = core::simulate(answer.plan);
  if (simulation) {
    answer.simulation = std::move(*simulation);
  } else {
    answer.error = simulation.error();
  }
  return answer;
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
  answers.scenarios.resize(campaign.scenarios.size());
  for (std::size_t i = 0; i < campaign.scenarios.size(); ++i) {
    ScenarioAnswer& answer = answers.scenarios[i];
    const bool known = answer.simulation || answer.error;
    if (known && answer.scenario == campaign.scenarios[i] && answer.currency == campaign.currency &&
        answer.figures == state.replacements) {
      continue;
    }
    answer = answered(campaign.scenarios[i], campaign.currency, state.replacements);
  }
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
