// Whom to pick: the answer first, how sure it is, and who they are.
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

using core::Objective;
using core::PickAnswer;
using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

std::string_view formula_of(Objective objective) {
  switch (objective) {
    case Objective::engagements:
      return "Engagements of a creator = chance of posting \xC3\x97 posts \xC3\x97 followers \xC3\x97 engagement rate, "
             "each the mean of what it may be; the rate lies between the row's own and the usual one for its size, by "
             "how much the row's rate says. ";
    case Objective::orders:
      return "Orders of a creator = chance of posting \xC3\x97 posts \xC3\x97 followers \xC3\x97 reach rate \xC3\x97 "
             "frequency \xC3\x97 click rate \xC3\x97 conversion rate, each the mean of what it may be. ";
    case Objective::unique_reach:
      return "Unique reach by Sainsbury's formula: people who can be reached \xC3\x97 (1 \xE2\x88\x92 the "
             "product over the creators of the share that each does not reach). ";
    case Objective::profit:
      return "Profit of a creator = orders \xC3\x97 order value \xC3\x97 (1 \xE2\x88\x92 discount) \xC3\x97 (1 "
             "\xE2\x88\x92 returns) \xC3\x97 (margin \xC3\x97 incrementality \xC3\x97 repeat factor \xE2\x88\x92 "
             "commission) \xE2\x88\x92 cost, each the mean of what it may be. ";
  }
  return {};
}

void progress(Form& form, const PickAnswers& answers) {
  const std::optional<double> done = answers.progress();
  if (!done) return;
  const double percent = static_cast<double>(static_cast<int>(*done * 10)) * 10;  // in tenths: no flicker
  form.gap(12);
  form.text("pick-progress", TextStyle::small, "Working on it: " + whole(percent) + "\xC2\xA0% done.", Tone::quiet);
}

double share_of(const PickAnswer& answer, std::size_t row) {
  for (const core::PickShare& pick : answer.stability) {
    if (pick.row == row) return pick.share;
  }
  return 0;
}

void picked_table(Form& form, State& state, const Picking& picking) {
  const PickAnswer& answer = picking.answer();
  const std::span<const core::Creator> creators = creators_of(state);
  const bool narrow = form.one_column(), has_shares = !answer.stability.empty() && picking.done();
  std::vector<Column> columns{{.title = "Creator", .share = narrow ? 12.0f : 6.2f}};
  if (!narrow) {
    columns.push_back({.title = "Rate", .share = 3});
    columns.push_back({.title = "Cost", .share = 2, .right = true});
  }
  columns.push_back(
      {.title = narrow ? std::string_view("Brings") : objective_name(answer.objective), .share = 2.4f, .right = true});
  if (!narrow && has_shares) columns.push_back({.title = "Picked in", .share = 2, .right = true});
  columns.push_back({.title = "Change", .share = 2, .right = true});

  const std::size_t most = creators_a_page * static_cast<std::size_t>(state.pick.picked_pages);
  std::vector<std::vector<Cell>> rows;
  std::vector<std::size_t> shown;
  for (const std::uint32_t row : picking.ranking) {
    if (shown.size() == most) break;
    if (!picking.picked[row]) continue;
    shown.push_back(row);
    const core::VettedCreator& vetted = answer.roster.creators[row];
    const RowAction action = row_action(state, creators[row], row, true, "picked");
    const std::string share = chance(share_of(answer, row));
    const std::string cost = core::money_text(answer.values[row].cost, answer.roster.currency);
    std::string name = handle_said(creators[row], row) + ':';  // a line for each thing that has no column
    if (narrow) name += ' ' + cost + ',';
    name += '\n' + size_said(creators[row], vetted, narrow);
    if (narrow) name += ",\nrate " + rate_said(vetted);
    if (narrow && has_shares) name += ".\nPicked in " + share + " of draws";
    if (has_handle(picking.asked.question.include, creators[row].handle)) name += ".\nMust be picked";
    std::vector<Cell>& cells = rows.emplace_back();
    cells.push_back({.text = std::move(name)});
    if (!narrow) {
      cells.push_back({.text = rate_said(vetted), .tone = Tone::quiet});
      cells.push_back({.text = cost});
    }
    cells.push_back(
        {.text = amount_text(answer.objective, answer.values[row].value, answer.roster.currency), .strong = true});
    if (!narrow && has_shares) cells.push_back({.text = share, .tone = Tone::quiet});
    cells.push_back({.text = action.text, .press = action.id});
  }
  form.gap(12);
  const std::string_view pressed =
      form.table("picked", "The creators picked, those that bring most for their money first", columns, rows);
  for (const std::size_t row : shown) {
    if (!pressed.empty() && pressed == row_action(state, creators[row], row, true, "picked").id) {
      act(state, creators[row], true);
      break;
    }
  }
  if (answer.best.rows.size() > shown.size()) {
    form.gap(12);
    const std::size_t more = std::min(creators_a_page, answer.best.rows.size() - shown.size());
    if (form.button("picked-more", "Show " + whole(static_cast<double>(more)) + " more")) ++state.pick.picked_pages;
  }
}

// Article 001: look at the current rate before you invest.
void before_paying(Form& form, const Picking& picking, std::span<const core::Creator> creators) {
  const PickAnswer& answer = picking.answer();
  std::vector<std::size_t> odd, estimated;
  for (const std::size_t row : answer.best.rows) {
    const core::VettedCreator& vetted = answer.roster.creators[row];
    if (vetted.fee_is_estimate) estimated.push_back(row);
    const auto speaks_of_rate = [](const core::RosterFlag& flag) {
      return flag.id == "engagement-above" || flag.id == "few-comments" || flag.id == "many-comments" ||
             flag.id == "rate-and-counts";
    };
    if (std::any_of(vetted.flags.begin(), vetted.flags.end(), speaks_of_rate)) odd.push_back(row);
  }
  std::string says;
  if (!odd.empty()) {
    says = "Look at " + handles_said(creators, odd) + " before you pay: the list below says what stands out.";
  }
  if (!estimated.empty()) {
    says += (says.empty() ? "Ask for the fee of " : " Ask for the fee of ") + handles_said(creators, estimated) +
            ": the list gives none.";
  }
  if (says.empty()) return;
  form.gap(12);
  form.notice("pick-look", Tone::warn, says, 0);
}

void answered(Form& form, State& state, const Picking& picking) {
  const PickAnswer& answer = picking.answer();
  const std::size_t count = answer.roster.creators.size();
  if (!answer.infeasible.empty()) {
    constexpr std::string_view says = "Your conditions cannot all be met";
    form.say(says);
    form.heading("pick-answer", 3, TextStyle::answer, says);
    form.gap(4);
    form.text("pick-detail", TextStyle::body, answer.infeasible);
  } else {
    const std::string says = pick_said(answer, count);
    form.say(says);
    form.heading("pick-answer", 3, TextStyle::answer, says);
    form.gap(4);
    const bool nobody = answer.best.rows.empty();  // the warnings say why
    std::string detail = nobody ? std::string() : proof_said(answer.best);
    if (!nobody && answer.fixed_cost > 0) {
      detail += ' ' + core::money_text(answer.fixed_cost, answer.roster.currency) +
                " of it are rights and other costs, whoever is picked.";
    }
    if (!nobody && answer.unique_reach_is_upper_bound) {
      detail += " Without the number of people who can be reached at all nobody knows how many follow several of them.";
    }
    form.text("pick-detail", TextStyle::body, detail, Tone::quiet);
  }
  for (std::size_t i = 0; i < answer.warnings.size(); ++i) {
    form.gap(8);
    form.notice("pick-warning-" + std::to_string(i), Tone::warn, answer.warnings[i], 0);
  }
  if (answer.infeasible.empty() && !answer.best.rows.empty()) {
    before_paying(form, picking, creators_of(state));
    picked_table(form, state, picking);
  }
  const std::vector<std::string_view> records = records_of(picking);
  sources(form, state,
          {.id = "pick-sources",
           .formula = std::string(formula_of(answer.objective)) +
                      "Cost = posts \xC3\x97 fee \xC3\x97 (1 + agency) + product + hours \xC3\x97 hourly cost. The set "
                      "with the highest sum is found by branch and bound.",
           .records = records});
}

void pick(Form& form, State& state, const PickAnswers& answers) {
  form.title("pick-title", "Whom to pick");
  const std::size_t count = creators_of(state).size();
  const std::string list = counted(static_cast<double>(count), "creator", "creators");
  if (count == 0) {
    form.sources_at("paste");
    form.heading("pick-answer", 3, TextStyle::answer, "Give a list of creators");
    form.gap(4);
    form.text("pick-detail", TextStyle::body,
              "With a budget it becomes the set that brings most for it. Each creator is looked at first: is its rate "
              "usual for its size, and what does it cost?",
              Tone::quiet);
    return;
  }
  if (answers.shown && answers.shown->has_best()) {
    answered(form, state, *answers.shown);
  } else if (answers.shown && !answers.shown->answers_question) {
    form.sources_at("budget");
    const std::string question = "What is the budget for these " + list + "?";
    form.say(answers.error ? answers.error->message : question);
    form.heading("pick-answer", 3, TextStyle::answer, answers.error ? "One thing is missing" : question);
    form.gap(4);
    form.text(
        "pick-detail", TextStyle::body,
        answers.error ? answers.error->message : "Type it, and the set that brings most for it is found among them.",
        Tone::quiet);
  } else {
    form.sources_at("paste");
    form.heading("pick-answer", 3, TextStyle::answer, "Looking at " + list);
  }
  progress(form, answers);
}

}  // namespace

RowAction row_action(const State& state, const core::Creator& creator, std::size_t row, bool is_picked,
                     std::string_view table) {
  if (creator.handle.empty()) return {};
  const PickQuestion& question = state.pick.question;
  const bool must = has_handle(question.include, creator.handle), out = has_handle(question.exclude, creator.handle);
  const bool of_exclude = out || (!must && is_picked);
  if (state.is_locked(of_exclude ? "exclude" : "include")) return {};
  const char* text = must || out ? "Undo" : is_picked ? "Leave out" : "Must have";
  return {text, std::string(table) + "-press-" + std::to_string(row)};
}

void act(State& state, const core::Creator& creator, bool is_picked) {
  PickQuestion& question = state.pick.question;
  if (has_handle(question.exclude, creator.handle)) {
    remove_handle(question.exclude, creator.handle);
  } else if (has_handle(question.include, creator.handle)) {
    remove_handle(question.include, creator.handle);
  } else {
    add_handle(is_picked ? question.exclude : question.include, creator.handle);
  }
}

void pick_card(Form& form, State& state, const PickAnswers& answers) {
  form.card("pick-card", "Whom to pick", [&] { pick(form, state, answers); });
}

}  // namespace mf::ui
