// Tables of who the audience is: shares by age, country or city, and never a post or a follower total.
#pragma once

#include <string_view>

#include "core/error.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// Meta's Audience.csv and "Top content formats.csv": sections under titles such as "Age & gender", names in one row and
// shares in the next.
bool is_audience_table(std::string_view sample);

// What it is and which export to choose instead, with code "audience-input". Warns of decimals that a spreadsheet has
// turned into dates ("3.Apr" for 3.4): which number it was cannot be told.
Error refuse_audience_table(std::string_view sample);
// The same for a table with one row per country, traffic source, ...: RowKind::breakdown.
Error refuse_breakdown(const Sheet& sheet);

}  // namespace mf::ingest
