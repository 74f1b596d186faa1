// Will it pay? The chance, the spread of the return, and what another fee would do to it.
#include <cmath>
#include <string>

#include "core/number_text.h"
#include "ui/campaign_cards.h"
#include "ui/campaign_words.h"
#include "ui/odds_picture.h"
#include "ui/picture_table.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::Input;
using core::Simulation;
using form::Form;
using form::TextStyle;
using form::Tone;

std::string headline(const Simulation& simulation) {
  const double pays = *simulation.probability_of_profit;
  const core::Spread& profit = *simulation.profit;
  if (profit.p5 == profit.p95) {
    const std::string amount = rounded_money(std::abs(profit.p50), simulation.plan.currency);
    return profit.p50 > 0 ? "Makes " + amount : profit.p50 < 0 ? "Loses " + amount : std::string("Breaks even");
  }
  std::string out = chance(pays) + " likely to make money";
  if (out[0] >= 'a') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string detail(const Simulation& simulation) {
  const std::string& currency = simulation.plan.currency;
  const core::Spread& profit = *simulation.profit;
  if (profit.p5 == profit.p95) {
    return "Every input is one number, so there is no spread: type ranges to see the odds. It costs " +
           rounded_money(simulation.cost.p50, currency) + '.';
  }
  return "Median profit " + rounded_money(profit.p50, currency) + " on " +
         rounded_money(simulation.cost.p50, currency) + ". One time in twenty it is " +
         rounded_money(profit.p5, currency) + " or worse, and one time in twenty " +
         rounded_money(profit.p95, currency) + " or better.";
}

std::vector<std::string> names_of(const std::vector<Input>& inputs) {
  std::vector<std::string> names;
  for (const Input input : inputs) {
    std::string name(core::info_of(input).name);
    name[0] = static_cast<char>(name[0] >= 'A' && name[0] <= 'Z' ? name[0] - 'A' + 'a' : name[0]);
    names.push_back("the " + name);
  }
  return names;
}

// What stands in a field and is not used; the field says why, and may be far from here.
void left_out(Form& form, const ScenarioAnswer& answer) {
  std::vector<Input> inputs;
  for (const core::InputInfo& info : core::input_infos()) {
    if (answer.error_of(info.input)) inputs.push_back(info.input);
  }
  std::vector<std::string> names = names_of(inputs);
  if (answer.creators_error) names.insert(names.begin(), "the number of creators");
  if (names.empty()) return;
  const std::string sentence = "Without " + joined(names) + ": what is typed there cannot be used. " +
                               (names.size() == 1 ? "Its field says why." : "Their fields say why.");
  form.say(sentence);
  form.notice("odds-left-out", Tone::warn, sentence, 0);
  form.gap(12);
}

// What another fee would do.
void fee_slider(Form& form, CampaignState& campaign, const ScenarioAnswer& answer) {
  if (answer.tried_at < 0) return;
  std::string says = core::money_text(answer.tried_fee, answer.currency) + " a post";
  if (answer.tried_chance) says += ": " + chance(*answer.tried_chance) + " likely to pay";
  form.gap(16);
  const float moved = form.slider("tried-fee", "What if a post costs more or less?", says, answer.tried_at);
  if (moved != answer.tried_at) campaign.tried_fee = moved;
  form.text("tried-fee-says", TextStyle::strong, says);
}

void odds_answer(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("odds-title", "Will it pay?");
  if (!answer.simulation) {
    form.heading("odds-answer", 3, TextStyle::answer, "This plan cannot be computed");
    form.gap(4);
    form.text("odds-detail", TextStyle::body, answer.error ? answer.error->message : std::string(), Tone::quiet);
    return;
  }
  const Simulation& simulation = *answer.simulation;
  left_out(form, answer);
  if (!simulation.probability_of_profit) {
    constexpr std::string_view question = "What does a sale bring you?";
    form.say(question);
    form.heading("odds-answer", 3, TextStyle::answer, question);
    form.gap(4);
    form.text("odds-detail", TextStyle::body,
              "Give " + joined(names_of(simulation.needs)) +
                  ": nobody publishes a figure that would fit your case. What can be said without it stands below.",
              Tone::quiet);
  } else {
    const std::string chances = headline(simulation);
    form.say(state.campaign.scenarios.size() > 1 ? state.campaign.name_of(state.campaign.shown) + ": " + chances
                                                 : chances);
    form.heading("odds-answer", 3, TextStyle::answer, chances);
    form.gap(4);
    form.text("odds-detail", TextStyle::body, detail(simulation), Tone::quiet);
    if (!simulation.histogram.empty()) {
      form.gap(16);
      form.picture("odds", odds_summary(simulation), odds_picture_height,
                   [&](form::Drawing& drawing) { draw_odds(drawing, form.theme(), simulation); });
      form.gap(4);
      form.text("odds-note", TextStyle::fine,
                "Return on investment: profit over all costs. " + whole(static_cast<double>(simulation.draws)) +
                    " draws, seed " + whole(static_cast<double>(simulation.seed)) +
                    "; the outermost outcomes are left out of the picture.",
                Tone::quiet);
      form.gap(4);
      static constexpr form::Column columns[] = {{.title = "Return on investment", .share = 3},
                                                 {.title = "Of outcomes", .share = 2, .right = true}};
      picture_table(form, state,
                    {.id = "odds",
                     .caption = "How many of the outcomes come to which return on investment",
                     .columns = columns,
                     .rows = [&] {
                       std::vector<std::vector<form::Cell>> rows;
                       for (const core::RoiBar& bar : simulation.histogram) {
                         const OddsBar says = odds_bar(bar);
                         rows.push_back({{.text = says.roi}, {.text = says.share}});
                       }
                       return rows;
                     }});
    }
    fee_slider(form, state.campaign, answer);
  }
  sources(
      form, state,
      {.id = "odds-sources",
       .formula = "profit = clicks \xC3\x97 conversion rate \xC3\x97 order value \xC3\x97 (1 \xE2\x88\x92 discount) "
                  "\xC3\x97 (1 \xE2\x88\x92 returns) \xC3\x97 margin \xC3\x97 incrementality \xC3\x97 repeat factor "
                  "\xE2\x88\x92 all costs. Every uncertain input is drawn anew each time: what belongs to a creator "
                  "for each creator, what belongs to the campaign once for all.",
       .records = records_of(answer)});
}

}  // namespace

void odds_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("odds-card", "Will it pay?", [&] { odds_answer(form, state, answer); });
}

}  // namespace mf::ui
