// Months by name, in the languages that exports are written in.
#pragma once

#include <string_view>

namespace mf::ingest {

// 1 to 12 for a month's folded name or its first three letters or more; 0 if no month, or more than one, begins so.
int month_of(std::string_view word);

}  // namespace mf::ingest
