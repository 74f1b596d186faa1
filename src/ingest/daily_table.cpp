#include "ingest/daily_table.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "ingest/delimited_text.h"
#include "ingest/folding.h"
#include "ingest/number_words.h"
#include "ingest/period_sums.h"
#include "ingest/sheet_rows.h"

namespace mf::ingest {
namespace {

// "Total followers on 8/5/2024:", 782: what LinkedIn writes above its table of new followers.
std::optional<core::Count> followers_above(std::string_view text, const Sheet& sheet, std::string_view locale) {
  DelimitedRows rows(text, sheet.layout);
  NumberContext context;
  context.locale = locale;
  while (rows.next() && rows.number() < sheet.header_row) {
    if (rows.cells().size() < 2) continue;
    const std::string label = folded_header(rows.cells()[0].substr(0, 100));
    if (!label.starts_with("total followers") && read_header(label).field != Field::followers) continue;
    const Number number = read_number(rows.cells()[1], context);
    if (number && !number.percent) return number.count;
  }
  return std::nullopt;
}

}  // namespace

Result<Reading> read_daily_table(std::string_view text, const Sheet& sheet, const Hints& hints) {
  Reading reading;
  reading.format = "daily-csv";
  reading.kind = Kind::account;
  PeriodSums sums;
  SheetRows rows(text, sheet, hints);
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
  reading.account.followers = followers_above(text, sheet, hints.locale);
  if (!sums.is_useful() && !reading.account.followers) {
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
  // Twitch and YouTube both count watched time and unique viewers; the viewers on average are of live streams.
  const bool is_live = std::any_of(sheet.columns.begin(), sheet.columns.end(),
                                   [](const Column& column) { return header_key(column.name) == "averageviewers"; });
  if (reading.account.platform == core::Platform::any && is_live) {
    reading.account.platform = core::Platform::twitch;
  } else if (reading.account.platform == core::Platform::any && sheet.is_studio) {
    reading.account.platform = core::Platform::youtube;
  }
  std::string done = "The rows are days and not posts, so they were added up to figures of the period.";
  if (!reading.account.followers) {
    reading.needs.push_back("followers");
    done += " How many followers there are is not among them.";
  }
  reading.warnings.push_back(std::move(done));
  return reading;
}

}  // namespace mf::ingest
