// Ad reports: one row per campaign, ad set or ad, with what was spent and what came of it.
#pragma once

#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// A table of RowKind::campaign to figures of the whole report, Kind::results: spend, impressions, reach, clicks,
// purchases, purchase_value, ...
//
// A row without a name, or named "Total", sums up the others if its figures are as large as theirs together; else it is
// a campaign without a name. It is never added to its parts. Where there is one, its figures stand, because it alone
// knows how many people were reached.
// Amounts in several currencies are left out with a warning.
// Errors: "no-numbers"; "ads-input" if nothing of it can be added up.
Result<Reading> read_ads_table(std::string_view text, const Sheet& sheet, const Hints& hints);

}  // namespace mf::ingest
