// What comes back, what must be true, what it costs, and what drives the risk.
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/number_text.h"
#include "ui/campaign_cards.h"
#include "ui/campaign_words.h"
#include "ui/drivers_picture.h"
#include "ui/picture_table.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::Input;
using core::Simulation;
using core::Spread;
using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

using Rows = std::vector<std::vector<Cell>>;

bool is_one(const Spread& spread) { return spread.p5 == spread.p95; }

void add_row(Rows& rows, std::string_view name, const std::optional<Spread>& spread, auto&& words) {
  if (!spread) return;
  rows.push_back({{.text = std::string(name)},
                  {.text = words(spread->p50), .strong = true},
                  {.text = is_one(*spread) ? std::string() : from_to(words(spread->p5), words(spread->p95)),
                   .tone = Tone::quiet}});
}

constexpr Column spread_columns[] = {{.title = "Of the campaign", .share = 3},
                                     {.title = "Middle", .share = 2, .right = true},
                                     {.title = "5 to 95\xC2\xA0%", .share = 3, .right = true}};

void returns(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("returns-title", "Comes back");
  const Simulation& simulation = *answer.simulation;
  const bool at_most = simulation.unique_reach_is_upper_bound && simulation.unique_reach;
  Rows rows;
  add_row(rows, "Reach", simulation.reach, short_count);
  add_row(rows, at_most ? "Unique reach, at most" : "Unique reach", simulation.unique_reach, short_count);
  add_row(rows, "Impressions", simulation.impressions, short_count);
  add_row(rows, "Engagements", simulation.engagements, short_count);
  add_row(rows, "Clicks", simulation.clicks, short_count);
  add_row(rows, "Orders", simulation.orders, short_count);
  form.table("returns", "What comes back: the median, and the range that holds it nine times in ten", spread_columns,
             rows);
  if (at_most) {
    form.gap(8);
    form.text("returns-note", TextStyle::fine,
              "Without a market size nobody knows how many people follow several of the creators.", Tone::quiet);
  }
  sources(form, state,
          {.id = "returns-sources",
           .formula = "reach = followers \xC3\x97 reach rate, of each post that appears; impressions = reach \xC3\x97 "
                      "frequency; engagements = followers \xC3\x97 engagement rate; clicks = impressions \xC3\x97 "
                      "click rate; orders = clicks \xC3\x97 conversion rate; unique reach by Sainsbury's formula."});
}

void money(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("money-title", "In money");
  const Simulation& simulation = *answer.simulation;
  const auto amount = [&](double value) { return rounded_money(value, answer.currency); };
  Rows rows;
  add_row(rows, "Net revenue", simulation.revenue, amount);
  add_row(rows, "Profit", simulation.profit, amount);
  add_row(rows, "ROI", simulation.roi, signed_percent);
  add_row(rows, "ROAS", simulation.roas, [](double times) { return digits(times, 3); });
  add_row(rows, "CPM", simulation.cpm, amount);
  add_row(rows, "CPE", simulation.cpe, amount);
  add_row(rows, "CPC", simulation.cpc, amount);
  add_row(rows, "CPA", simulation.cpa, amount);
  form.table("money", "What comes back in money: the median, and the range that holds it nine times in ten",
             spread_columns, rows);
  sources(form, state,
          {.id = "money-sources",
           .formula = "ROI = profit \xC3\xB7 all costs; ROAS = net revenue \xC3\xB7 all costs. CPM, CPE, CPC and CPA "
                      "are all costs over 1,000 impressions, an engagement, a click, an order."});
}

void break_even(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("break-even-title", "Must be true to break even");
  const Simulation& simulation = *answer.simulation;
  const auto& needed = simulation.break_even;
  Rows rows;
  const auto add = [&](const char* name, const std::optional<double>& value, const char* sign, auto&& words) {
    if (value) rows.push_back({{.text = name}, {.text = sign + words(*value), .strong = true}});
  };
  const auto amount = [&](double value) { return rounded_money(value, answer.currency); };
  add("Orders", needed.orders, "\xE2\x89\xA5 ", [](double count) { return rounded(std::ceil(count - 1e-9)); });
  add("Conversion rate", needed.conversion_rate, "\xE2\x89\xA5 ",
      [](double rate) { return digits(rate * 100, 3) + "\xC2\xA0%"; });
  add("Fee for a post", needed.fee, "\xE2\x89\xA4 ", amount);
  const std::string sure = "Fee, " + chance(simulation.plan.certainty) + " sure";
  add(sure.c_str(), needed.certain_fee, "\xE2\x89\xA4 ", amount);
  if (rows.empty()) {
    form.text("break-even-none", TextStyle::body,
              simulation.profit ? "No value of one input alone would make this plan break even."
                                : "Needs the order value and the margin.",
              Tone::quiet);
  } else {
    static constexpr Column columns[] = {{.title = "What", .share = 3}, {.title = "Needs", .share = 2, .right = true}};
    form.table("break-even", "What must be true for the campaign to break even", columns, rows);
    form.gap(8);
    form.text("break-even-note", TextStyle::fine,
              "Each in the middle of all draws, with everything else as planned. A fee of 0 or less means that the "
              "posts would have to come for nothing.",
              Tone::quiet);
  }
  sources(form, state,
          {.id = "break-even-sources",
           .formula = "Orders: costs over what an order contributes, margin and all; cost over order value alone, as "
                      "often published, forgets the margin. Highest fee: the one at which the median profit is 0, or "
                      "profit is as likely as said."});
}

void costs(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("costs-title", "Costs");
  const core::CostLines& lines = answer.simulation->lines;
  const double creators = static_cast<double>(answer.plan.creators);
  const auto& hours = answer.simulation->plan.inputs[Input::hours_per_creator];
  const std::string own_hours = hours && hours->high > 0
                                    ? "Own hours (" + rounded(creators * std::sqrt(hours->low * hours->high)) + ')'
                                    : "Own hours";
  const std::pair<std::string, const Spread*> named[] = {
      {"Fees", &lines.fees},     {"Product, shipping", &lines.product},
      {own_hours, &lines.hours}, {"Commission", &lines.commission},
      {"Rights", &lines.rights}, {"Agency", &lines.agency},
      {"Other", &lines.other},   {"All", &answer.simulation->cost},
  };
  Rows rows;
  for (const auto& [name, spread] : named) {
    if (spread->p95 == 0 && spread != &answer.simulation->cost) continue;
    const bool total = spread == &answer.simulation->cost;
    rows.push_back(
        {{.text = name, .strong = total}, {.text = rounded_money(spread->p50, answer.currency), .strong = total}});
  }
  static constexpr Column columns[] = {{.title = "Line", .share = 3}, {.title = "Middle", .share = 2, .right = true}};
  form.table("costs", "What the campaign costs, each line's median", columns, rows);
  const Spread& all = answer.simulation->cost;
  if (!is_one(all)) {
    form.gap(8);
    form.text("costs-note", TextStyle::fine,
              "All in all " + rounded_money(all.p5, answer.currency) + " to " +
                  rounded_money(all.p95, answer.currency) + ", nine times in ten. Medians do not add up exactly.",
              Tone::quiet);
  }
  sources(
      form, state,
      {.id = "costs-sources",
       .formula = "Fees = creators \xC3\x97 posts \xC3\x97 fee; product and hours for each creator; commission on net "
                  "revenue; the agency's share on top of the fees; rights and other costs for the campaign."});
}

void drivers(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("drivers-title", "What drives the risk");
  const Simulation& simulation = *answer.simulation;
  if (simulation.drivers.empty() || !simulation.roi) {
    form.text("drivers-none", TextStyle::body,
              simulation.roi ? "Nothing: every input is one number." : "Needs a return to speak of.", Tone::quiet);
  } else {
    constexpr std::size_t most_shown = 8;
    const std::span<const core::Driver> shown =
        std::span(simulation.drivers).first(std::min(most_shown, simulation.drivers.size()));
    form.picture("drivers", drivers_summary(shown), drivers_picture_height(shown.size()), [&](form::Drawing& drawing) {
      draw_drivers(drawing, form.theme(), shown, simulation.roi->p50, answer.currency);
    });
    form.gap(4);
    form.text(
        "drivers-note", TextStyle::fine,
        "Median return as each input goes from its lowest tenth to its highest. For what each creator has its own "
        "of, the average over the creators: many even it out.",
        Tone::quiet);
    form.gap(4);
    static constexpr Column columns[] = {{.title = "Input, P10 to P90", .share = 4},
                                         {.title = "Median ROI", .share = 3, .right = true},
                                         {.title = "Share of variance", .share = 2, .right = true}};
    const auto rows = [&] {
      Rows rows;
      for (const core::Driver& driver : simulation.drivers) {
        rows.push_back({{.text = std::string(core::info_of(driver.input).name) + ", " +
                                 input_text(driver.input, {driver.input_low, driver.input_high}, answer.currency)},
                        {.text = from_to(signed_percent(driver.low), signed_percent(driver.high))},
                        {.text = chance(driver.share), .tone = Tone::quiet}});
      }
      return rows;
    };
    picture_table(form, state,
                  {.id = "drivers",
                   .caption = "Each uncertain input, what it does to the median return, and its share of the variance",
                   .columns = columns,
                   .rows = rows,
                   .label = "As a table, with shares of the variance"});
  }
  sources(form, state,
          {.id = "drivers-sources",
           .formula = "The median return with the input held at its 10 % and its 90 % point and all others drawn as "
                      "planned. Share: first-order Sobol' index of the return's variance."});
}

}  // namespace

void returns_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("returns-card", "Comes back", [&] { returns(form, state, answer); });
}
void money_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("money-card", "In money", [&] { money(form, state, answer); });
}
void break_even_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("break-even-card", "Must be true to break even", [&] { break_even(form, state, answer); });
}
void costs_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("costs-card", "Costs", [&] { costs(form, state, answer); });
}
void drivers_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("drivers-card", "What drives the risk", [&] { drivers(form, state, answer); });
}

}  // namespace mf::ui
