// The reader's program, without a page between: reads what the state asks for and answers over the same bytes.
#pragma once

#include <string_view>
#include <vector>

#include "ui/state.h"

namespace mf::ui {

void read_and_answer(State& state, Ticket ticket, std::string_view bytes,
                     const std::vector<ingest::Mapping>& columns = {});
// All that the state asks for; `file` is what is in the file that was given. False if it asks for nothing.
bool read_all(State& state, std::string_view file = {});

}  // namespace mf::ui
