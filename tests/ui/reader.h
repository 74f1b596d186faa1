// The reader's program, without a page between: reads what the state asks for and answers over the same bytes.
#pragma once

#include <string_view>

#include "ui/state.h"

namespace mf::ui {

void read_and_answer(State& state, Ticket ticket, std::string_view bytes);
// All that the state asks for.
void read_all(State& state);

}  // namespace mf::ui
