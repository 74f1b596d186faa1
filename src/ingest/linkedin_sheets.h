// What only the workbook of LinkedIn's creator analytics has: two tables side by side, a follower total in a title, and
// the figures of the period. Sheets are known by their shape, since their names and words are translated.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "ingest/dates.h"
#include "ingest/reading.h"

namespace mf::ingest {

// Two tables side by side that name the same things in their first two columns, an empty column between them:
//   Post URL | Post publish date | Engagements | | Post URL | Post publish date | Impressions
struct JoinedTables {
  std::string text;  // one table, between tabs: each thing once, joined by its first column, not its row
  std::vector<std::string> columns;  // its header as it was written
};
std::optional<JoinedTables> join_tables(std::string_view sheet);

// "Total followers on 8/5/2024:" | 782, in the first row.
std::optional<core::Count> follower_total(std::string_view sheet);

// "Overall Performance" | 8/7/2023 - 8/5/2024, and under it "Impressions" | 70416. Dates that `order` does not settle
// stay empty.
std::vector<PeriodFigure> period_figures(std::string_view sheet, DateOrder order);

// What the dates of a sheet show of their order.
DateOrder date_order_of(std::string_view sheet);

}  // namespace mf::ingest
