// A table of days with the follower total of each.
#pragma once

#include <string_view>
#include <vector>

#include "core/error.h"
#include "ingest/reading.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// format "history-csv", kind history; oldest day first. The account's followers are those of the newest day.
// Errors: no-numbers.
Result<Reading> read_history_table(std::string_view text, const Sheet& sheet, const Hints& hints);

// By date; points of one day stay as they were.
void put_in_order(std::vector<core::FollowerPoint>& days);

}  // namespace mf::ingest
