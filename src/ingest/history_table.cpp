#include "ingest/history_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/excerpt.h"
#include "ingest/sheet_rows.h"

namespace mf::ingest {

void put_in_order(std::vector<core::FollowerPoint>& days) {
  std::stable_sort(days.begin(), days.end(),
                   [](const core::FollowerPoint& a, const core::FollowerPoint& b) { return a.date < b.date; });
}

Result<Reading> read_history_table(std::string_view text, const Sheet& sheet, const Hints& hints) {
  Reading reading;
  reading.format = "history-csv";
  reading.kind = Kind::history;
  reading.account.platform = hints.platform;
  std::optional<core::Count> last;
  std::size_t undated = 0;
  SheetRows rows(text, sheet, hints);
  while (rows.next()) {
    const auto followers = rows.count(Field::followers);
    if (!followers) {
      rows.skip("no follower number in it");
      continue;
    }
    last = followers;
    std::string date = iso_date(rows.text(Field::published_at), sheet.date_order);
    if (date.empty()) {
      ++undated;
      continue;
    }
    reading.history.push_back({date.substr(0, 10), followers->value});
  }
  rows.report(reading);
  if (!last) {
    return Error{"no-numbers",
                 "This table has days but no follower number in any of them. Type the follower number, or export a "
                 "longer period.",
                 "followers", sheet.header_row};
  }
  put_in_order(reading.history);
  reading.account.followers = reading.history.empty() ? last : core::Count::exact(reading.history.back().followers);
  if (undated > 0) {
    reading.warnings.push_back(
        counted(undated, "day has", "days have") + " no year or an uncertain date and cannot be placed in time" +
        (reading.history.empty() ? "; the last row was taken as today's follower number." : "."));
  }
  return reading;
}

}  // namespace mf::ingest
