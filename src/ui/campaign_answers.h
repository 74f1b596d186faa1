// What follows from the scenarios of a campaign, each kept until it or a published figure changes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/actuals.h"
#include "core/emv.h"
#include "core/error.h"
#include "core/scenarios.h"
#include "core/simulate.h"
#include "ui/campaign_state.h"
#include "ui/state.h"

namespace mf::ui {

struct ScenarioAnswer {
  Scenario scenario;  // what it follows from, with these two
  std::string currency;
  std::vector<core::Replacement> figures;

  std::optional<Error> creators_error;
  std::array<std::optional<Error>, core::input_count> errors;  // of what stands in a field; it is left out of the plan
  core::Plan plan;                                             // what the person gave, as far as it can be read
  std::optional<core::Simulation> simulation;
  core::EmvEstimate earned_media;
  std::optional<Error> error;  // without simulation
  std::string revision;        // another with every answer

  // Where the slider stands: another fee for a post, and the chance of profit with it.
  float tried_at = -1;
  double tried_fee = 0;
  std::optional<double> tried_chance;

  const std::optional<Error>& error_of(core::Input input) const { return errors[static_cast<std::size_t>(input)]; }
  const core::Default* default_of(core::Input input) const;  // nothing if the value is the person's own
};

// What the results of a campaign say of a scenario.
struct ResultsAnswer {
  core::Actuals actuals;  // what it follows from, with the scenario
  std::optional<core::ActualsReport> report;
  std::optional<Error> error;          // without report
  std::optional<double> chance_again;  // of profit, with what was learnt
};

struct CampaignAnswers {
  std::vector<ScenarioAnswer> scenarios;  // in the order of the state's
  std::vector<std::string> risks;         // what can honestly be said of their risks
  std::optional<ResultsAnswer> results;   // of the scenario shown
  std::size_t results_of = 0;
  std::string table, table_of;  // the last one to keep, and the answer's revision
};

// Where the person names no creators: as many as article 001 has campaigns use, of the size that article 002 calls
// micro.
inline constexpr std::size_t usual_creators = 20;
inline constexpr core::Uncertain usual_followers = {10'000, 50'000};

void update(CampaignAnswers& answers, const State& state);
// What the results say of that scenario.
const ResultsAnswer& results_for(CampaignAnswers& answers, std::size_t scenario, const core::Actuals& actuals);

// All of an answer with simulation, as CSV.
const std::string& table_of(CampaignAnswers& answers, const ScenarioAnswer& answer);

// What stands in the fields of a scenario, read and not simulated.
ScenarioAnswer read_scenario(const Scenario& scenario, const std::string& currency,
                             const std::vector<core::Replacement>& figures);

// A plan as it would be typed.
Scenario typed_scenario(const core::Plan& plan, std::string name);
// Adds it beside the others and shows it, if there is room.
void add_scenario(CampaignState& campaign, Scenario scenario);

}  // namespace mf::ui
