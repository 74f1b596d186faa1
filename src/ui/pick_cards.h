// "Pick creators", one file a card.
#pragma once

#include "form/form.h"
#include "ui/pick_answers.h"
#include "ui/state.h"

namespace mf::ui {

// The list: pasted, from a file or the sample.
void roster_card(form::Form& form, State& state);
// What is wanted of it: budget and objective, then must-haves, how many, and what a creator costs and brings.
void question_card(form::Form& form, State& state, const PickAnswers& answers);
void conditions_card(form::Form& form, State& state, const PickAnswers& answers);

// The answer first, with the creators picked.
void pick_card(form::Form& form, State& state, const PickAnswers& answers);
void plan_b_card(form::Form& form, State& state, const Picking& picking);
void next_dollar_card(form::Form& form, State& state, const Picking& picking);
void budget_curve_card(form::Form& form, State& state, const Picking& picking);
void stability_card(form::Form& form, State& state, const Picking& picking);
// Every creator, vetted.
void creators_card(form::Form& form, State& state, const PickAnswers& answers);

// The whole choice as a table to save.
void keep_pick_card(form::Form& form, State& state, const PickAnswers& answers);

inline constexpr std::size_t creators_a_page = 20;

// What a press in a row of creators does: `text` is empty if nothing.
struct RowAction {
  std::string text;
  std::string id;
};
RowAction row_action(const State& state, const core::Creator& creator, std::size_t row, bool is_picked,
                     std::string_view table);
void act(State& state, const core::Creator& creator, bool is_picked);

}  // namespace mf::ui
