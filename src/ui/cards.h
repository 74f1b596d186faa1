// The cards of "Am I micro?", one file each.
#pragma once

#include <span>
#include <string>

#include "form/form.h"
#include "ui/answers.h"
#include "ui/state.h"

namespace mf::ui {

void verdict_card(form::Form& form, State& state, const Answers& answers);
void engagement_card(form::Form& form, State& state, const Answers& answers);
void expected_card(form::Form& form, State& state, const Answers& answers);
void fee_card(form::Form& form, State& state, const Answers& answers);
void readiness_card(form::Form& form, State& state, const Answers& answers);
void growth_card(form::Form& form, State& state, const Answers& answers);
// What stands out in the data; nothing if nothing does.
void flags_card(form::Form& form, State& state, const Answers& answers);
// What was read, and as what; nothing if nothing was.
void reading_card(form::Form& form, State& state, Given& given);

// "likes + comments".
std::string actions_named(std::span<const core::Action> actions);

}  // namespace mf::ui
