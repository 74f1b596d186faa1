// Up to four plans side by side, and one click to another one for the same money.
#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "core/scenarios.h"
#include "ui/campaign_cards.h"
#include "ui/campaign_words.h"
#include "ui/plans_picture.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::Input;
using core::Simulation;
using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

constexpr double macro_followers = 250'000;

std::string shown_name(const ScenarioAnswer& answer, std::size_t number) {
  if (!answer.scenario.name.empty()) return answer.scenario.name;
  return number == 0 ? name_of(answer.plan) : "Plan " + whole(static_cast<double>(number + 1));
}

std::string range_of(const std::optional<core::Spread>& spread, auto&& words) {
  if (!spread) return "not known";
  if (spread->p5 == spread->p95) return words(spread->p50);
  return words(spread->p50) + "\n(" + from_to(words(spread->p5), words(spread->p95)) + ')';
}

std::string hours_of(const Simulation& simulation) {
  const auto& hours = simulation.plan.inputs[Input::hours_per_creator];
  if (!hours) return "0";
  return rounded(static_cast<double>(simulation.plan.creators) * std::sqrt(hours->low * hours->high));
}

// Of the plans that have a return.
void returns_picture(Form& form, std::span<const std::string> names, std::span<const ScenarioAnswer* const> shown) {
  std::vector<PlanReturn> plans;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Simulation& simulation = *shown[i]->simulation;
    if (!simulation.roi || !simulation.probability_of_profit) continue;
    const core::Spread& roi = *simulation.roi;
    plans.push_back({names[i], roi.p5, roi.p50, roi.p95, *simulation.probability_of_profit});
  }
  if (plans.size() < 2) return;
  form.picture("plans", plans_summary(plans), plans_picture_height(plans.size()),
               [&](form::Drawing& drawing) { draw_plans(drawing, form.theme(), plans); });
  form.gap(4);
  form.text("plans-note", TextStyle::fine, "Return on investment, nine times in ten; the dot is the middle.",
            Tone::quiet);
  form.gap(12);
}

void comparison(Form& form, const CampaignAnswers& answers) {
  std::vector<Column> columns{{.title = "Of each plan", .share = 2.4f}};
  std::vector<std::string> names;
  std::vector<const ScenarioAnswer*> shown;
  for (std::size_t i = 0; i < answers.scenarios.size(); ++i) {
    if (!answers.scenarios[i].simulation) continue;
    names.push_back(shown_name(answers.scenarios[i], i));
    shown.push_back(&answers.scenarios[i]);
  }
  returns_picture(form, names, shown);
  for (const std::string& name : names) columns.push_back({.title = name, .share = 3, .right = true});

  std::vector<std::vector<Cell>> rows;
  const auto add = [&](std::string name, auto&& cell) {
    std::vector<Cell>& row = rows.emplace_back();
    row.push_back({.text = std::move(name)});
    for (const ScenarioAnswer* answer : shown) row.push_back(cell(*answer->simulation, answer->currency));
  };
  add("Pays", [](const Simulation& simulation, const std::string&) {
    if (!simulation.probability_of_profit) return Cell{.text = "not known"};
    const double pays = *simulation.probability_of_profit;
    return Cell{.text = chance(pays), .tone = pays >= 0.5 ? Tone::good : Tone::bad, .strong = true};
  });
  add("Return on investment", [](const Simulation& simulation, const std::string&) {
    return Cell{.text = range_of(simulation.roi, signed_percent)};
  });
  add("Profit", [](const Simulation& simulation, const std::string& currency) {
    return Cell{.text = range_of(simulation.profit, [&](double amount) { return rounded_money(amount, currency); })};
  });
  add("All costs", [](const Simulation& simulation, const std::string& currency) {
    return Cell{.text = rounded_money(simulation.cost.p50, currency)};
  });
  add("Unique reach", [](const Simulation& simulation, const std::string&) {
    return Cell{.text = range_of(simulation.unique_reach, short_count)};
  });
  add("Engagements", [](const Simulation& simulation, const std::string&) {
    return Cell{.text = range_of(simulation.engagements, short_count)};
  });
  add("Orders", [](const Simulation& simulation, const std::string&) {
    return Cell{.text = range_of(simulation.orders, short_count)};
  });
  add("Cost of 1,000 impressions", [](const Simulation& simulation, const std::string& currency) {
    return Cell{.text = range_of(simulation.cpm, [&](double amount) { return rounded_money(amount, currency); })};
  });
  add("Your hours",
      [](const Simulation& simulation, const std::string&) { return Cell{.text = hours_of(simulation)}; });
  form.table("scenarios", "The plans side by side: the middle, and the range that holds it nine times in ten", columns,
             rows);

  if (answers.risks.empty()) return;
  std::string says;
  for (const std::string& sentence : answers.risks) says += (says.empty() ? "" : " ") + sentence;
  form.gap(12);
  form.notice("scenarios-says", Tone::warn, says, 0);
}

// The buttons that make another plan of the one shown. What a button made, or why it made nothing.
void more_plans(Form& form, CampaignState& campaign, const ScenarioAnswer& answer) {
  if (campaign.scenarios.size() >= max_scenarios) {
    form.text("scenarios-full", TextStyle::small, "Four plans are as many as can be compared; remove one for another.",
              Tone::quiet);
    return;
  }
  const auto say = [&](std::string sentence) { campaign.said = std::move(sentence); };
  const auto add = [&](const Result<core::Plan>& plan, std::string name, std::string sentence) {
    if (!plan) return say(plan.error().message);
    add_scenario(campaign, typed_scenario(*plan, std::move(name)));
    say(std::move(sentence));
  };
  const auto macros = [&](int count) {
    const Result<core::MacroScenario> macro = core::instead_of_micros(answer.plan, macro_followers, count);
    if (!macro) return say(macro.error().message);
    std::string sentence = macro->verdict;
    for (const std::string& note : macro->notes) sentence += ' ' + note;
    add(macro->plan, count == 1 ? "1 macro" : whole(count) + " macros", std::move(sentence));
  };
  form.row([&] {
    if (form.button("add-macro", "One macro instead")) macros(1);
    if (form.button("add-macros", "Two macros")) macros(2);
    if (form.button("add-long", "Three rounds, same creators")) {
      add(core::long_term(answer.plan, {}), "Long term",
          "Article 004 says that a long partnership returns more, and gives no number: type your own fee and "
          "conversion rate for it.");
    }
    if (form.button("add-once", "Three rounds, new creators")) {
      add(core::one_offs(answer.plan, 3), "One-offs", "As many posts, by new creators in each round.");
    }
    if (form.button("add-copy", "A copy to change")) {
      Scenario copy = campaign.scenario();
      copy.name = "Plan " + std::to_string(campaign.scenarios.size() + 1);
      add_scenario(campaign, std::move(copy));
    }
  });
}

void scenarios(Form& form, State& state, const CampaignAnswers& answers) {
  CampaignState& campaign = state.campaign;
  const ScenarioAnswer& answer = answers.scenarios[std::min(campaign.shown, answers.scenarios.size() - 1)];
  form.title("scenarios-title", "Against another plan");
  if (answers.scenarios.size() > 1) {
    comparison(form, answers);
    form.gap(12);
  } else {
    form.text(
        "scenarios-help", TextStyle::body,
        "Article 001 has campaigns use 15 to 30 micro-influencers in place of one or two macros. See both for the "
        "same money.",
        Tone::quiet);
    form.gap(12);
  }
  if (!campaign.said.empty()) {
    form.notice("scenarios-said", Tone::plain, campaign.said, 0);
    form.gap(12);
  }
  more_plans(form, campaign, answer);
  if (campaign.scenarios.size() > 1) {
    form.gap(8);
    form.row([&] {
      if (form.button("remove-scenario", "Remove the plan shown")) {
        campaign.scenarios.erase(campaign.scenarios.begin() + static_cast<std::ptrdiff_t>(campaign.shown));
        campaign.shown = std::min(campaign.shown, campaign.scenarios.size() - 1);
        campaign.said.clear();
      }
    });
  }
  if (answer.simulation) {
    const std::vector<core::ResearchFact> facts = core::research_facts(answer.plan);
    const bool open = state.is_open("research-toggle");
    form.gap(4);
    if (form.disclosure("research-toggle", "What research says about size", open)) state.toggle("research-toggle");
    if (open) {
      for (const core::ResearchFact& fact : facts) {
        form.text("research-" + std::string(fact.id), TextStyle::small, fact.sentence, Tone::quiet);
        form.gap(6);
      }
    }
    std::vector<std::string_view> records = records_of(answer);
    for (const core::ResearchFact& fact : facts)
      records.insert(records.end(), fact.sources.begin(), fact.sources.end());
    sources(
        form, state,
        {.id = "scenarios-sources",
         .formula = "Each plan is simulated with the same seed. The macro's fee is what the budget leaves for a post.",
         .records = records});
  }
}

}  // namespace

void scenarios_card(Form& form, State& state, const CampaignAnswers& answers) {
  form.card("scenarios-card", "Against another plan", [&] { scenarios(form, state, answers); });
}

}  // namespace mf::ui
