// What else: without the most valuable creator, with a little more money, and with other luck.
#include <algorithm>
#include <string>
#include <vector>

#include "core/number_text.h"
#include "ui/campaign_words.h"
#include "ui/pick_cards.h"
#include "ui/pick_words.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::PickAnswer;
using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

// Rows of `from` that are not in `other`; both ascend.
std::vector<std::size_t> only_in(const std::vector<std::size_t>& from, const std::vector<std::size_t>& other) {
  std::vector<std::size_t> rows;
  std::set_difference(from.begin(), from.end(), other.begin(), other.end(), std::back_inserter(rows));
  return rows;
}

// "Add @a and @b; drop @c."
std::string changes_said(std::span<const core::Creator> creators, const std::vector<std::size_t>& added,
                         const std::vector<std::size_t>& dropped) {
  std::string out;
  if (!added.empty()) out += "Add " + handles_said(creators, added);
  if (!dropped.empty()) out += (out.empty() ? "Drop " : "; drop ") + handles_said(creators, dropped);
  return out.empty() ? out : out + '.';
}

void plan_b(Form& form, State& state, const Picking& picking) {
  const PickAnswer& answer = picking.answer();
  const std::span<const core::Creator> creators = creators_of(state);
  const core::PlanB& plan = *answer.plan_b;
  const std::string lost = handle_said(creators[plan.without], plan.without);
  form.title("plan-b-title", "Plan B");
  if (!plan.infeasible.empty()) {
    form.text("plan-b-answer", TextStyle::strong, "If " + lost + " says no, nothing else fits");
    form.gap(4);
    form.text("plan-b-detail", TextStyle::small, plan.infeasible, Tone::quiet);
  } else {
    const core::Selection& best = plan.selection;
    form.text("plan-b-answer", TextStyle::strong,
              "If " + lost + " says no: " + amount_said(answer.objective, best.value, answer.roster.currency));
    form.gap(4);
    std::vector<std::size_t> kept = answer.best.rows;
    std::erase(kept, plan.without);
    std::string detail = changes_said(creators, only_in(best.rows, kept), only_in(kept, best.rows));
    if (!detail.empty()) detail += ' ';
    detail += "It costs " + core::money_text(best.spend, answer.roster.currency);
    const double less = answer.best.value > 0 ? 1 - best.value / answer.best.value : 0;
    detail += less > 0 ? " and brings " + short_percent(less) + " less." : " and brings as much.";
    form.text("plan-b-detail", TextStyle::body, detail);
    if (!best.proven) form.text("plan-b-proof", TextStyle::small, proof_said(best), Tone::quiet);
  }
  const std::vector<std::string_view> records = records_of(picking);
  sources(form, state,
          {.id = "plan-b-sources",
           .formula = "The best set without the one creator that brings most to it, the rest as asked.",
           .records = records});
}

void next_dollar(Form& form, State& state, const Picking& picking) {
  const PickAnswer& answer = picking.answer();
  const core::NextDollar& next = *answer.next_dollar;
  const std::string money = core::money_text(next.step, answer.roster.currency);
  form.title("next-title", "The next " + money);
  if (next.gain > 0) {
    form.text("next-answer", TextStyle::strong,
              "Buys " + amount_said(answer.objective, next.gain, answer.roster.currency) + " more");
    form.gap(4);
    form.text("next-detail", TextStyle::body, changes_said(creators_of(state), next.added, next.dropped));
  } else {
    form.text("next-answer", TextStyle::strong, "Buys nothing more");
    form.gap(4);
    form.text("next-detail", TextStyle::body, "No better set fits it than the one for the budget.", Tone::quiet);
  }
  if (!next.proven) {
    form.text("next-proof", TextStyle::small, "As far as the search went; not proven.", Tone::quiet);
  }
  const std::vector<std::string_view> records = records_of(picking);
  sources(form, state,
          {.id = "next-sources",
           .formula = "The best set for the budget and " + money + " more, beside the one for the budget.",
           .records = records});
}

void stability(Form& form, State& state, const Picking& picking) {
  constexpr double sure = 0.95;
  constexpr std::size_t most_shown = 12;
  const PickAnswer& answer = picking.answer();
  const std::span<const core::Creator> creators = creators_of(state);
  form.title("stability-title", "How sure the choice is");
  std::vector<core::PickShare> in_doubt;
  std::size_t settled = 0;
  for (const core::PickShare& pick : answer.stability) {
    if (picking.picked[pick.row] && pick.share >= sure) ++settled;
    if (pick.share < sure && pick.share > 1 - sure) in_doubt.push_back(pick);
  }
  const std::string all = whole(static_cast<double>(answer.best.rows.size()));
  form.text("stability-answer", TextStyle::strong,
            settled == answer.best.rows.size()
                ? "All " + all + " are picked whatever the draw"
                : whole(static_cast<double>(settled)) + " of " + all + " are picked in nearly every draw");
  form.gap(4);
  form.text("stability-detail", TextStyle::small,
            "The uncertain inputs were drawn " + whole(static_cast<double>(answer.stability_draws)) +
                " times, and the best set found each time." +
                (in_doubt.empty() ? "" : " Where it is a close call, go by what the figures do not show."),
            Tone::quiet);
  if (!in_doubt.empty()) {
    static constexpr Column columns[] = {{.title = "Close calls", .share = 3},
                                         {.title = "Picked in", .share = 2, .right = true},
                                         {.title = "This plan", .share = 2, .right = true}};
    std::vector<std::vector<Cell>> rows;
    for (std::size_t i = 0; i < std::min(most_shown, in_doubt.size()); ++i) {
      const std::size_t row = in_doubt[i].row;
      rows.push_back({{.text = handle_said(creators[row], row)},
                      {.text = chance(in_doubt[i].share), .strong = true},
                      {.text = picking.picked[row] ? "picked" : "not picked", .tone = Tone::quiet}});
    }
    form.gap(8);
    form.table("stability", "Creators whose place depends on the draw", columns, rows);
    if (in_doubt.size() > most_shown) {
      form.gap(8);
      form.text("stability-more", TextStyle::fine,
                "And " + whole(static_cast<double>(in_doubt.size() - most_shown)) + " more.", Tone::quiet);
    }
  }
  const std::vector<std::string_view> records = records_of(picking);
  sources(form, state,
          {.id = "stability-sources",
           .formula = "Each draw takes the campaign's inputs once and each creator's own rate, then picks the best set "
                      "for it. The share of the draws in which a creator is picked.",
           .records = records});
}

}  // namespace

void plan_b_card(Form& form, State& state, const Picking& picking) {
  form.card("plan-b-card", "Plan B", [&] { plan_b(form, state, picking); });
}
void next_dollar_card(Form& form, State& state, const Picking& picking) {
  form.card("next-card", "More money", [&] { next_dollar(form, state, picking); });
}
void stability_card(Form& form, State& state, const Picking& picking) {
  form.card("stability-card", "How sure the choice is", [&] { stability(form, state, picking); });
}

}  // namespace mf::ui
