// What is wanted of the list. Each field takes what people type, and marks what cannot be read.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/number_text.h"
#include "ui/campaign_words.h"
#include "ui/pick_cards.h"
#include "ui/pick_words.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::Input;
using core::Objective;
using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

constexpr Objective objectives[] = {Objective::engagements, Objective::orders, Objective::unique_reach,
                                    Objective::profit};

std::string_view message_of(const std::optional<Error>& error) {
  return error ? std::string_view(error->message) : std::string_view();
}

std::string lower_first(std::string_view name) {
  std::string out(name);
  if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

// The economics of a creator that are the person's own alone.
void needed_input(Form& form, State& state, const PickAnswers& answers, Input input) {
  const core::InputInfo& info = core::info_of(input);
  std::string& typed = state.campaign.scenarios.front()[input];
  form.gap(14);
  form.text_field({.id = info.key,
                   .label = info.name,
                   .placeholder = "a number, or a range: 2 to 5",
                   .note = typed.empty() ? "needed" : "yours",
                   .error = message_of(answers.input_errors[static_cast<std::size_t>(input)]),
                   .locked = state.is_locked(info.key)},
                  typed);
}

void objective_choice(Form& form, State& state, const PickAnswers& answers) {
  PickQuestion& question = state.pick.question;
  std::string_view names[std::size(objectives)];
  int selected = 0;
  for (std::size_t i = 0; i < std::size(objectives); ++i) {
    names[i] = objective_name(objectives[i]);
    if (objectives[i] == question.objective) selected = static_cast<int>(i);
  }
  question.objective =
      objectives[form.choices("objective", "The most of", names, selected, state.is_locked("objective"))];
  if (question.objective == Objective::profit) {
    needed_input(form, state, answers, Input::order_value);
    needed_input(form, state, answers, Input::margin);
  }
  if (question.objective == Objective::unique_reach) {
    form.gap(14);
    form.text_field({.id = "marketSize",
                     .label = "People who can be reached at all",
                     .placeholder = "2,000,000",
                     .note = question.market_size.empty() ? "unknown" : "yours",
                     .help = "Tells how many follow several of the creators.",
                     .error = message_of(answers.market_size_error),
                     .locked = state.is_locked("marketSize")},
                    question.market_size);
  }
}

void handles(Form& form, State& state, const PickAnswers& answers) {
  PickQuestion& question = state.pick.question;
  form.text_field({.id = "include",
                   .label = "Must be picked",
                   .placeholder = "@one, @two",
                   .error = message_of(answers.include_error),
                   .locked = state.is_locked("include")},
                  question.include);
  form.gap(14);
  form.text_field({.id = "exclude",
                   .label = "Left out",
                   .placeholder = "@three",
                   .error = message_of(answers.exclude_error),
                   .locked = state.is_locked("exclude")},
                  question.exclude);
}

template <class Key>
void bound_field(Form& form, const State& state, const PickAnswers& answers, const std::string& id, std::string label,
                 std::vector<std::pair<Key, std::string>>& bounds, const Key& key) {
  const auto found = std::find_if(bounds.begin(), bounds.end(), [&](const auto& bound) { return bound.first == key; });
  std::string typed = found == bounds.end() ? std::string() : found->second;
  const Error* error = answers.bound_error(id);
  label[0] = static_cast<char>(label[0] >= 'a' && label[0] <= 'z' ? label[0] - 'a' + 'A' : label[0]);
  form.gap(14);
  const form::Edit edit = form.text_field({.id = id,
                                           .label = label,
                                           .placeholder = "any number",
                                           .error = error ? std::string_view(error->message) : std::string_view(),
                                           .locked = state.is_locked(id)},
                                          typed);
  if (edit == form::Edit::none) return;
  if (found == bounds.end()) {
    if (!typed.empty()) bounds.emplace_back(key, std::move(typed));
  } else {
    found->second = std::move(typed);
  }
}

void conditions(Form& form, State& state, const PickAnswers& answers) {
  PickQuestion& question = state.pick.question;
  const auto typed = [](const auto& bounds) {
    return std::count_if(bounds.begin(), bounds.end(), [](const auto& bound) { return !bound.second.empty(); });
  };
  const auto count = typed(question.tiers) + typed(question.platforms) + (question.total.empty() ? 0 : 1);
  const bool wrong = answers.total_error || !answers.bound_errors.empty();
  const bool open = wrong || state.is_open("conditions");
  std::string label = "How many: in all, by size, by platform";
  if (count > 0) label += " (" + whole(static_cast<double>(count)) + ')';
  if (form.disclosure("conditions", label, open)) state.toggle("conditions");
  if (!open) return;
  form.text("conditions-help", TextStyle::small, "Type 3, 2 to 5, at least 2 or at most 4.", Tone::quiet);
  form.gap(12);
  form.text_field({.id = "total",
                   .label = "In all",
                   .placeholder = "any number",
                   .error = message_of(answers.total_error),
                   .locked = state.is_locked("total")},
                  question.total);
  std::vector<std::pair<std::string, std::size_t>> tiers;  // those in the list, then those typed besides
  if (answers.shown) {
    for (const TierCount& tier : answers.shown->tiers) tiers.emplace_back(tier.tier, tier.count);
  }
  for (const auto& [tier, text] : question.tiers) {
    const auto known = [&](const auto& entry) { return entry.first == tier; };
    if (!text.empty() && std::none_of(tiers.begin(), tiers.end(), known)) tiers.emplace_back(tier, 0);
  }
  for (const auto& [tier, in_list] : tiers) {
    bound_field(form, state, answers, "tier." + tier,
                tier + " (" + whole(static_cast<double>(in_list)) + " in the list)", question.tiers, tier);
  }
  if (answers.platforms.size() < 2 && typed(question.platforms) == 0) return;
  for (const auto& [platform, in_list] : answers.platforms) {
    bound_field(
        form, state, answers, std::string("platform.") + core::platform_id(platform),
        std::string(core::platform_name(platform)) + " (" + whole(static_cast<double>(in_list)) + " in the list)",
        question.platforms, platform);
  }
}

// What a creator costs and brings, and where each figure is from.
void economics(Form& form, State& state, const PickAnswers& answers) {
  const bool open = state.is_open("economics");
  if (form.disclosure("economics", "What a creator costs and brings", open)) state.toggle("economics");
  if (answers.other_currency) {
    form.notice("economics-currency", Tone::warn,
                "The campaign's amounts are in " + state.campaign.currency + " and the list is in " + answers.currency +
                    ". Nothing is converted, so they are left out.",
                0);
    form.gap(8);
  }
  if (!open) return;
  form.text("economics-help", TextStyle::small,
            "Followers, rates and fees are each row's own. The rest is what stands under Plan a campaign, in the first "
            "plan, and where that is empty what is published.",
            Tone::quiet);
  static constexpr Column columns[] = {
      {.title = "Input", .share = 3}, {.title = "Value", .share = 3, .right = true}, {.title = "From", .share = 2}};
  std::vector<std::vector<Cell>> rows;
  const auto add = [&](Input input, const core::Uncertain& value, std::string from, Tone tone) {
    rows.push_back({{.text = std::string(core::info_of(input).name)},
                    {.text = input_text(input, value, answers.currency)},
                    {.text = std::move(from), .tone = tone}});
  };
  for (const Input input : answers.economics) add(input, *answers.inputs[input], "yours", Tone::accent);
  std::vector<std::string_view> records;
  std::vector<std::string> left_out;
  std::string notes;
  if (answers.shown) {
    const core::PickAnswer& answer = answers.shown->answer();
    for (const core::Default& filled : answer.defaults) {
      if (answers.inputs[filled.input] || !counts_for(answer.objective, filled.input)) continue;
      if (filled.sources.empty() && filled.value.high == 0) {
        left_out.push_back(lower_first(core::info_of(filled.input).name));
        continue;
      }
      add(filled.input, filled.value, filled.sources.empty() ? "assumed" : std::string("published, ") + filled.grade,
          Tone::quiet);
      if (!filled.note.empty()) notes += ' ' + std::string(core::info_of(filled.input).name) + ": " + filled.note;
    }
    records = records_of(*answers.shown);
  }
  if (!rows.empty()) {
    form.gap(4);
    form.table("economics-table", "What counts for every creator, and where it is from", columns, rows);
  }
  if (!left_out.empty()) {
    form.gap(8);
    form.text("economics-left-out", TextStyle::small, "Taken as 0: " + joined(left_out) + '.', Tone::quiet);
  }
  form.gap(12);
  const bool campaign_hidden =
      std::find(state.hidden.begin(), state.hidden.end(), Tool::campaign) != state.hidden.end();
  if (!campaign_hidden && form.button("to-campaign", "Change it under Plan a campaign")) {
    state.tool = Tool::campaign;
    state.campaign.shown = 0;
  }
  sources(form, state,
          {.id = "economics-sources",
           .formula = "Published figures differ by size and platform; shown are those used for the first row of each "
                      "kind. A fee that a row does not give is the middle of the published methods." +
                      notes,
           .records = records});
}

void question(Form& form, State& state, const PickAnswers& answers) {
  PickQuestion& asked = state.pick.question;
  form.sources_at("budget");
  form.title("question-title", "What for");
  form.text_field({.id = "budget",
                   .label = "Budget",
                   .placeholder = core::money_text(5000, answers.currency.empty() ? "USD" : answers.currency),
                   .error = message_of(answers.budget_error),
                   .locked = state.is_locked("budget")},
                  asked.budget);
  form.gap(14);
  objective_choice(form, state, answers);
}

}  // namespace

void question_card(Form& form, State& state, const PickAnswers& answers) {
  form.card("question", "What for", [&] { question(form, state, answers); });
}

void conditions_card(Form& form, State& state, const PickAnswers& answers) {
  form.card("conditions-card", "Conditions", [&] {
    form.sources_at("include");
    form.title("conditions-title", "Conditions");
    handles(form, state, answers);
    form.gap(8);
    conditions(form, state, answers);
    economics(form, state, answers);
  });
}

}  // namespace mf::ui
