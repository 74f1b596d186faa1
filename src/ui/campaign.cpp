// "Plan a campaign": what it costs, what comes back, how likely it pays, and what else the money could buy.
#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"
#include "ui/campaign_answers.h"
#include "ui/campaign_cards.h"
#include "ui/cards.h"
#include "ui/pick_answers.h"
#include "ui/tool.h"
#include "ui/words.h"

namespace mf::ui {

namespace {

// Whom the person has picked from a list, if any.
std::vector<std::string> chosen_creators(const State& state, const PickAnswers& answers) {
  std::vector<std::string> handles;
  if (!answers.shown || !answers.shown->has_best()) return handles;
  const std::span<const core::Creator> creators = creators_of(state);
  for (const std::size_t row : answers.shown->answer().best.rows) {
    if (row < creators.size() && !creators[row].handle.empty()) handles.emplace_back(creators[row].handle);
  }
  return handles;
}

}  // namespace

void draw_campaign(form::Form& form, State& state, AllAnswers& all) {
  CampaignAnswers& answers = all.campaign;
  CampaignState& campaign = state.campaign;
  read_campaign(campaign, state.campaign_address);
  const auto shown = [&]() -> const ScenarioAnswer& {
    update(answers, state);
    return answers.scenarios[std::min(campaign.shown, answers.scenarios.size() - 1)];
  };
  const auto of_answer = [&] { return shown().revision + ' ' + state.key(); };
  // The fields of one plan are those of the other: which one is shown counts, too.
  const auto of_all = [&] {
    std::string of = std::to_string(campaign.shown) + ' ' + of_answer();
    for (std::size_t i = 0; i < answers.scenarios.size(); ++i) {
      ((of += ' ') += answers.scenarios[i].revision + ' ') += campaign.name_of(i);
    }
    return of;
  };
  const auto plan = [&] { form.kept("plan", of_all(), [&] { plan_card(form, state, shown()); }); };
  const auto odds = [&] {
    form.kept("odds", of_all() + ' ' + std::to_string(static_cast<int>(campaign.tried_fee * 1e6f)),
              [&] { odds_card(form, state, shown()); });
  };
  const auto rates = [&] { form.kept("rates", of_all(), [&] { rates_card(form, state, shown()); }); };
  const auto results = [&] {
    const ScenarioAnswer& answer = shown();
    const std::string of = of_answer(), of_plans = of_all();
    const auto keep = [&](std::string_view id, const std::string& of, const std::function<void()>& cards) {
      form.widen();
      form.kept(id, of, cards);
    };
    const auto of_simulation = [&](std::string_view id, const std::function<void()>& cards) {
      if (answer.simulation) keep(id, of, cards);
    };
    of_simulation("back", [&] {
      const std::function<void()> cards[] = {[&] { returns_card(form, state, answer); },
                                             [&] { money_card(form, state, answer); }};
      form.columns(300, cards);
    });
    of_simulation("needed", [&] {
      const std::function<void()> cards[] = {[&] { break_even_card(form, state, answer); },
                                             [&] { costs_card(form, state, answer); }};
      form.columns(300, cards);
    });
    of_simulation("drivers", [&] { drivers_card(form, state, answer); });
    keep("scenarios", of_plans + ' ' + campaign.said, [&] { scenarios_card(form, state, answers); });
    of_simulation("media value", [&] { media_value_card(form, state, answer); });
    of_simulation("other sites", [&] { other_sites_card(form, state, answer); });
    of_simulation("results", [&] { results_card(form, state, answers); });
    of_simulation("reading", [&] { reading_card(form, state, state.results); });
    const std::vector<std::string> creators = chosen_creators(state, all.pick);
    if (answer.simulation) {
      keep("brief", of + ' ' + joined(creators), [&] { brief_card(form, state, answer, creators); });
    }
    of_simulation("keep", [&] { keep_card(form, state, answers, answer); });
  };
  if (form.one_column()) {  // the answer right after the first fields
    plan();
    odds();
    rates();
    results();
  } else {
    form.side_by_side(
        352,
        [&] {
          plan();
          rates();
        },
        [&] {
          odds();
          results();
        });
  }
  state.campaign_address = address_of(campaign);
}

}  // namespace mf::ui
