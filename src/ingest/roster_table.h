// A table with one creator a row.
#pragma once

#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// format "roster-csv", kind roster. Engagement rates come out as fractions, whatever unit the column is in.
// Errors: no-numbers.
Result<Reading> read_roster_table(std::string_view text, const Sheet& sheet, const Hints& hints);

}  // namespace mf::ingest
