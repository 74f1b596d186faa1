#include "ingest/overview_table.h"

#include <optional>
#include <string>

#include "ingest/columns.h"
#include "ingest/dates.h"
#include "ingest/delimited_text.h"
#include "ingest/folding.h"
#include "ingest/number_words.h"
#include "ingest/period_sums.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_figures = 100;

struct Range {
  std::string from, until;  // empty if the order of day and month is not certain
};

// "8/7/2023 - 8/5/2024"
std::optional<Range> range_of(std::string_view cell) {
  if (cell.size() > 60) return std::nullopt;
  const std::size_t dash = cell.find(" - ");
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view first = trimmed(cell.substr(0, dash)), second = trimmed(cell.substr(dash + 3));
  // By either order both are dates, and which one holds, one of them may tell.
  if (iso_date(first, DateOrder::month_first).empty() && iso_date(first, DateOrder::day_first).empty())
    return std::nullopt;
  const DateOrder order = joined(order_shown_by(first), order_shown_by(second));
  Range range{iso_date(first, order).substr(0, 10), iso_date(second, order).substr(0, 10)};
  if (range.from.empty() || range.until.empty()) return Range{};
  return range;
}

std::optional<Range> first_row(DelimitedRows& rows) {
  if (!rows.next() || rows.cells().size() < 2) return std::nullopt;
  for (std::size_t i = 2; i < rows.cells().size(); ++i) {
    if (!trimmed(rows.cells()[i]).empty()) return std::nullopt;
  }
  return range_of(trimmed(rows.cells()[1]));
}

Field figure_of(std::string_view name) {
  const Field field = read_header(name).field;
  return is_post_metric(field) || is_period_metric(field) ? field : Field::none;
}

}  // namespace

bool is_overview_table(std::string_view sample) {
  DelimitedRows rows(sample, sniff_layout(sample));
  if (!first_row(rows)) return false;
  for (std::size_t i = 0; i < 10 && rows.next(); ++i) {
    if (rows.cells().size() > 1 && figure_of(rows.cells()[0]) != Field::none && read_number(rows.cells()[1]))
      return true;
  }
  return false;
}

Result<Reading> read_overview_table(std::string_view text, const Hints& hints) {
  Reading reading;
  reading.format = "overview-csv";
  reading.kind = Kind::account;
  reading.account.platform = hints.platform;
  DelimitedRows rows(text, sniff_layout(text));
  const Range range = first_row(rows).value_or(Range{});
  NumberContext context;
  context.locale = hints.locale;
  for (std::size_t i = 0; i < most_figures && rows.next(); ++i) {
    if (rows.cells().size() < 2) continue;
    const std::string_view name = trimmed(rows.cells()[0]);
    const Field field = figure_of(name);
    const Number number = read_number(rows.cells()[1], context);
    const bool is_used = field != Field::none && number && !number.percent;
    if (is_used) reading.period.push_back({period_name(field), number.count.value, "", range.from, range.until});
    if (!name.empty()) reading.mapping.push_back({std::string(name), is_used ? field_key(field) : ""});
  }
  if (reading.period.empty()) {
    return Error{"no-numbers", "This list names a period, and none of its figures is known. Export the table of posts.",
                 "", std::nullopt};
  }
  reading.needs.push_back("followers");
  if (range.from.empty()) {
    reading.warnings.push_back("The order of day and month in the period is not certain, so it was left open.");
  }
  return reading;
}

}  // namespace mf::ingest
