// Every creator of the list, looked at: its rate beside the usual, what it costs and brings, what stands out, and why
// it is picked or not. Never more than a page of them is described.
#include <algorithm>
#include <string>
#include <string_view>
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
using List = PickState::List;

// Rows of each list, and what the least of those picked brings for its money.
struct Listed {
  std::size_t picked = 0, flagged = 0, unusable = 0;
  std::vector<std::size_t> rows;  // of the list shown, as many as its pages hold
  std::size_t found = 0;          // of it in all
  double least_worth = -1;
};

double worth_of(const core::CreatorValue& value) { return value.cost > 0 ? value.value / value.cost : 0; }

bool is_picked(const Picking& picking, std::size_t row) { return !picking.picked.empty() && picking.picked[row]; }

Listed listed(const PickState& view, const Picking& picking) {
  Listed out;
  const PickAnswer& answer = picking.answer();
  const std::size_t most = creators_a_page * static_cast<std::size_t>(view.pages);
  for (const std::uint32_t row : picking.ranking) {
    const core::VettedCreator& vetted = answer.roster.creators[row];
    const bool picked = is_picked(picking, row), flagged = !vetted.flags.empty();
    out.picked += picked;
    out.flagged += flagged;
    out.unusable += !vetted.reason.empty();
    if (picked) {
      const double worth = worth_of(answer.values[row]);
      if (out.least_worth < 0 || worth < out.least_worth) out.least_worth = worth;
    }
    const bool wanted = view.list == List::all || (view.list == List::picked && picked) ||
                        (view.list == List::flagged && flagged) || (view.list == List::not_picked && !picked);
    if (!wanted) continue;
    ++out.found;
    if (out.rows.size() < most) out.rows.push_back(row);
  }
  return out;
}

// Why a creator is picked or not; empty where there is no answer yet.
std::string status_of(const Picking& picking, const core::Creator& creator, std::size_t row, double least_worth) {
  const PickAnswer& answer = picking.answer();
  const core::VettedCreator& vetted = answer.roster.creators[row];
  if (!vetted.reason.empty()) return vetted.reason;
  if (!picking.has_best() || !answer.infeasible.empty()) return {};
  const PickQuestion& question = picking.asked.question;
  if (has_handle(question.exclude, creator.handle)) return "Left out by you.";
  if (is_picked(picking, row)) return has_handle(question.include, creator.handle) ? "A must." : "Picked.";
  const core::CreatorValue& value = answer.values[row];
  if (value.cost + answer.fixed_cost > answer.budget) return "Not picked: costs more than there is to spend.";
  if (value.value <= 0) return "Not picked: brings less than it costs.";
  if (worth_of(value) < least_worth) return "Not picked: brings less for its money than any of those picked.";
  return "Not picked: others fill the budget better.";
}

std::string findings_of(const Picking& picking, const core::Creator& creator, std::size_t row, double least_worth) {
  std::string out = status_of(picking, creator, row, least_worth);
  for (const core::RosterFlag& flag : picking.answer().roster.creators[row].flags) {
    if (!out.empty()) out += ' ';
    out += flag.sentence;
  }
  return out;
}

void list_table(Form& form, State& state, const Picking& picking, const Listed& list) {
  const PickAnswer& answer = picking.answer();
  const std::string& currency = answer.roster.currency;
  const std::span<const core::Creator> creators = creators_of(state);
  const bool narrow = form.one_column(), has_values = picking.answers_question;
  std::vector<Column> columns{{.title = "Creator", .share = narrow ? 12.0f : 4.9f}};
  if (!narrow) {
    columns.push_back({.title = "Rate", .share = 2.4f});
    columns.push_back({.title = "What stands out", .share = 5});
    columns.push_back({.title = "Cost", .share = 2, .right = true});
  }
  if (has_values) columns.push_back({.title = "Brings", .share = 2, .right = true});
  columns.push_back({.title = "Change", .share = 2, .right = true});

  std::vector<std::vector<Cell>> rows;
  for (const std::size_t row : list.rows) {
    const core::VettedCreator& vetted = answer.roster.creators[row];
    const bool usable = vetted.reason.empty();
    const std::string findings = findings_of(picking, creators[row], row, list.least_worth);
    const Tone tone = !usable ? Tone::bad : vetted.flags.empty() ? Tone::quiet : Tone::warn;
    const std::string cost = usable ? core::money_text(answer.values[row].cost, currency) : std::string();
    std::string name = handle_said(creators[row], row) + ':';  // a line for each thing that has no column
    if (narrow && usable) name += ' ' + cost + ',';
    name += '\n' + size_said(creators[row], vetted, narrow);
    std::vector<Cell>& cells = rows.emplace_back();
    if (narrow) {
      name += ",\nrate " + rate_said(vetted);
      if (!findings.empty()) name += (vetted.flags.empty() ? ".\n" : ".\nWorth a look. ") + findings;
    }
    cells.push_back({.text = std::move(name), .tone = narrow && !usable ? tone : Tone::plain});
    if (!narrow) {
      cells.push_back({.text = rate_said(vetted), .tone = Tone::quiet});
      cells.push_back({.text = findings, .tone = tone});
      cells.push_back({.text = cost, .tone = vetted.fee_is_estimate ? Tone::quiet : Tone::plain});
    }
    if (has_values) {
      cells.push_back({.text = usable ? amount_text(answer.objective, answer.values[row].value, currency) : ""});
    }
    const RowAction action =
        usable ? row_action(state, creators[row], row, is_picked(picking, row), "list") : RowAction{};
    cells.push_back({.text = action.text, .press = action.id});
  }
  const std::string_view pressed =
      form.table("creators", "Creators of the list, those that bring most for their money first", columns, rows);
  if (pressed.empty()) return;
  for (const std::size_t row : list.rows) {
    if (row_action(state, creators[row], row, is_picked(picking, row), "list").id == pressed) {
      return act(state, creators[row], is_picked(picking, row));
    }
  }
}

void creators(Form& form, State& state, const Picking& picking) {
  const std::size_t count = picking.ranking.size();
  PickState& view = state.pick;
  Listed list = listed(view, picking);
  form.title("creators-title", "All creators, looked at");
  std::string headline = counted(static_cast<double>(count), "creator", "creators");
  if (list.unusable > 0) headline += ", " + whole(static_cast<double>(list.unusable)) + " cannot be picked";
  form.text("creators-answer", TextStyle::figure, headline);
  form.text("creators-help", TextStyle::small,
            "What stands out deserves a look at the account before money is spent; it is no verdict.", Tone::quiet);
  form.gap(12);
  const std::string flagged = "Worth a look (" + whole(static_cast<double>(list.flagged)) + ')';
  const std::string picked = "Picked (" + whole(static_cast<double>(list.picked)) + ')';
  const std::string others = "Not picked (" + whole(static_cast<double>(count - list.picked)) + ')';
  const std::string_view names[] = {"All", picked, flagged, others};
  const int chosen = form.choices("list", "Show", names, static_cast<int>(view.list));
  if (chosen != static_cast<int>(view.list)) {
    view.list = static_cast<List>(chosen);
    view.pages = 1;
    list = listed(view, picking);
  }
  form.gap(8);
  if (list.rows.empty()) {
    form.text("creators-none", TextStyle::body, "None.", Tone::quiet);
  } else {
    list_table(form, state, picking, list);
  }
  if (list.rows.size() < list.found) {
    form.gap(12);
    const std::size_t more = std::min(creators_a_page, list.found - list.rows.size());
    const std::string label =
        "Show " + whole(static_cast<double>(more)) + " more of " + whole(static_cast<double>(list.found));
    if (form.button("creators-more", label)) ++view.pages;
  }
  std::vector<std::string_view> records = picking.usual_records;
  records.insert(records.end(), picking.fee_records.begin(), picking.fee_records.end());
  sources(
      form, state,
      {.id = "creators-sources",
       .formula = "A row's rate beside the median of accounts of its size on its platform. Where a row gives no fee "
                  "it is the middle of the published methods for its size.",
       .records = records});
}

}  // namespace

void creators_card(Form& form, State& state, const PickAnswers& answers) {
  if (!answers.shown || !answers.shown->is_ranked) return;
  form.card("creators-card", "All creators, looked at", [&] { creators(form, state, *answers.shown); });
}

}  // namespace mf::ui
