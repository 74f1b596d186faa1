// Tables with one row per day of an account, and no follower total: what they add up to is a figure of the period.
#pragma once

#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// One table of days with a column for each figure, RowKind::day_of_totals.
// Error "daily-totals": nothing in it can be added up.
Result<Reading> read_daily_table(std::string_view text, const Sheet& sheet, const Hints& hints);

// Meta's series: a title such as "Follows" alone in its row, then a header of a date and one other column, then days;
// one or several of them stacked in a file. The title says what is counted. The header's second cell is "Primary", or
// a name that need not be true: Meta calls visits "Instagram followers".
bool is_daily_series(std::string_view sample);
// Error "daily-totals": as above, or no title is known, or no day holds a number.
Result<Reading> read_daily_series(std::string_view text, const Hints& hints);

}  // namespace mf::ingest
