// Where the figures of a card come from: one press under the card away.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "form/form.h"
#include "ui/state.h"

namespace mf::ui {

struct Sources {
  std::string_view id;                             // of the button; the card's figures refer to it
  std::string formula = {};                        // how they are computed, in words
  std::span<const std::string_view> records = {};  // ids of the benchmarks used
};

// A button that opens the formula and the records used, each with its publisher's address; what the person has
// replaced is marked, on the button too.
void sources(form::Form& form, State& state, const Sources& sources);

}  // namespace mf::ui
