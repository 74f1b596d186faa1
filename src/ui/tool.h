// The tools, each described once a frame against form::Form.
#pragma once

#include "form/form.h"
#include "ui/answers.h"
#include "ui/state.h"

namespace mf::ui {

// Am I micro? Takes what was done since the last frame into the state.
void draw_am_i_micro(form::Form& form, State& state, Answers& answers);

}  // namespace mf::ui
