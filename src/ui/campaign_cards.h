// "Plan a campaign", one file a card.
#pragma once

#include "form/form.h"
#include "ui/campaign_answers.h"
#include "ui/state.h"

namespace mf::ui {

// The inputs of the scenario shown: what it is about, then what it rests on and costs.
void plan_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void rates_card(form::Form& form, State& state, const ScenarioAnswer& answer);

void odds_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void returns_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void money_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void break_even_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void costs_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void drivers_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void scenarios_card(form::Form& form, State& state, const CampaignAnswers& answers);
void media_value_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void other_sites_card(form::Form& form, State& state, const ScenarioAnswer& answer);
void results_card(form::Form& form, State& state, CampaignAnswers& answers);
// `chosen`: handles of the creators picked under Pick creators; may be empty.
void brief_card(form::Form& form, State& state, const ScenarioAnswer& answer, const std::vector<std::string>& chosen);
void keep_card(form::Form& form, State& state, CampaignAnswers& answers, const ScenarioAnswer& answer);

// Ids of the records that the plan's defaults come from.
std::vector<std::string_view> records_of(const ScenarioAnswer& answer);

}  // namespace mf::ui
