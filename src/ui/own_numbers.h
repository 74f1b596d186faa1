// Where each platform shows or hands out an account's own numbers.
#pragma once

#include "form/form.h"
#include "ui/state.h"

namespace mf::ui {

// Folded in until somebody asks; then all platforms, the chosen one first.
void own_numbers(form::Form& form, State& state);

}  // namespace mf::ui
