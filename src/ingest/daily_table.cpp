#include "ingest/daily_table.h"

#include <string>
#include <utility>

#include "ingest/excerpt.h"
#include "ingest/handles.h"
#include "ingest/period_sums.h"
#include "ingest/sheet_rows.h"

namespace mf::ingest {

Result<Reading> read_daily_table(std::string_view text, const Sheet& sheet, const Hints& hints) {
  Reading reading;
  reading.format = "daily-csv";
  reading.kind = Kind::account;
  PeriodSums sums;
  SheetRows rows(text, sheet, hints.locale);
  while (rows.next()) {
    for (const Column& column : sheet.columns) {
      const Field field = column.used_for;
      if (!is_post_metric(field) && !is_period_metric(field)) continue;
      const bool may_be_negative = is_change(field) || field == Field::engagements || field == Field::sum;
      if (const auto value = may_be_negative ? rows.signed_number(field) : rows.number(field)) sums.add(field, *value);
    }
    sums.add_day(iso_date(rows.text(Field::published_at), sheet.date_order));
  }
  rows.report(reading);
  if (!sums.is_useful()) {
    return Error{"daily-totals",
                 "Each row of this table is a day and not a post, it has no follower totals, and people reached on "
                 "several days cannot be added up. Export the table that has one row per post.",
                 "", sheet.header_row};
  }
  sums.report(reading);
  reading.account.platform = hints.platform;
  for (const Column& column : sheet.columns) {
    if (reading.account.platform == core::Platform::any && column.used_for != Field::none)
      reading.account.platform = column.header.platform;
  }
  if (reading.account.platform == core::Platform::any && sheet.is_studio)
    reading.account.platform = core::Platform::youtube;
  reading.needs.push_back("followers");
  reading.warnings.push_back(
      "The rows are days and not posts, so they were added up to figures of the period. How many followers there are "
      "is "
      "not among them.");
  return reading;
}

}  // namespace mf::ingest
