#include <string>
#include <utility>
#include <vector>

#include "ingest/daily_table.h"
#include "ingest/delimited_text.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/number_words.h"
#include "ingest/period_sums.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_series = 100;
constexpr std::size_t most_skipped = 200;

std::size_t filled_cells(const std::vector<std::string_view>& cells) {
  std::size_t filled = 0;
  for (const std::string_view cell : cells) filled += !trimmed(cell).empty();
  return filled;
}

bool is_title_row(const std::vector<std::string_view>& cells) {
  if (cells.empty() || filled_cells(cells) != 1) return false;
  const std::string_view title = trimmed(cells[0]);
  return !title.empty() && title.size() <= 100 && !read_number(title) && iso_date(title).empty();
}

// "Date" and one more column.
bool is_series_header(const std::vector<std::string_view>& cells) {
  if (filled_cells(cells) != 2 || cells.size() < 2 || trimmed(cells[0]).empty() || trimmed(cells[1]).empty())
    return false;
  return read_header(cells[0]).field == Field::published_at && !read_number(cells[1]);
}

bool is_figure(Field field) { return is_post_metric(field) || is_period_metric(field) || field == Field::day_metric; }

// "Follows", "Facebook reach", "Instagram profile visits".
Header meaning_of(std::string_view title) {
  Header header = read_header(title);
  if (!is_figure(header.field)) header = {};
  return header;
}

struct Series {
  std::string title;
  std::size_t row = 0;
  Header header;
  PeriodSums sums;
  std::size_t days = 0;
  bool is_used = false;
};

struct Reader {
  std::vector<Series> series;
  std::vector<Skipped> skipped;
  std::size_t missing = 0;
  std::string first_unreadable;
  bool is_cut_short = false;

  void skip(std::size_t row, std::string reason) {
    if (skipped.size() < most_skipped) skipped.push_back({row, std::move(reason)});
  }
};

DateOrder order_of_dates(std::string_view text, const Layout& layout) {
  DateOrder order = DateOrder::unknown;
  DelimitedRows rows(text, layout);
  while (rows.next()) {
    if (rows.cells().size() > 1) order = joined(order, order_shown_by(rows.cells()[0]));
  }
  return order;
}

void take_day(Reader& reader, Series& series, const DelimitedRows& rows, DateOrder order, std::string_view locale) {
  const auto& cells = rows.cells();
  if (is_totals_label(cells[0])) return reader.skip(rows.number(), "totals row");
  const std::string_view cell = cells.size() > 1 ? trimmed(cells[1]) : std::string_view();
  NumberContext context;
  context.locale = locale;
  const Number number = read_number(cell, context);
  const bool is_balance = number.flaw == NumberFlaw::negative && is_change(series.header.field);
  if ((!number && !is_balance) || number.percent) {
    if (is_missing_word(cell)) {
      ++reader.missing;
    } else if (reader.first_unreadable.empty()) {
      reader.first_unreadable = "row " + std::to_string(rows.number()) + ": " + quoted(cell);
    }
    return reader.skip(rows.number(), "no numbers in it");
  }
  ++series.days;
  series.sums.add(series.header.field, number.count.value);
  series.sums.add_day(iso_date(cells[0], order));
}

Reader read_series(std::string_view text, std::string_view locale) {
  const Layout layout = sniff_layout(text);
  const DateOrder order = order_of_dates(text, layout);
  Reader reader;
  DelimitedRows rows(text, layout);
  std::string title;
  std::size_t title_row = 0;
  bool is_open = false;
  while (rows.next()) {
    const auto& cells = rows.cells();
    if (is_title_row(cells)) {
      if (title_row > 0) reader.skip(title_row, "no table follows this title");
      title = std::string(trimmed(cells[0]));
      title_row = rows.number();
      is_open = false;
    } else if (title_row > 0 && is_series_header(cells)) {
      if (reader.series.size() == most_series) {
        reader.is_cut_short = true;
        break;
      }
      Series series;
      series.title = title;
      series.row = title_row;
      series.header = meaning_of(title);
      reader.series.push_back(std::move(series));
      title_row = 0;
      is_open = true;
    } else if (filled_cells(cells) == 0) {
      continue;
    } else if (!is_open) {
      reader.skip(rows.number(), "stands outside of a table");
    } else {
      take_day(reader, reader.series.back(), rows, order, locale);
    }
  }
  if (title_row > 0) reader.skip(title_row, "no table follows this title");
  return reader;
}

// Figures of Facebook and of Instagram are figures of two accounts: those of one are kept, the first unless the caller
// knows better. Two series of one name cannot be told apart, so the first stands.
core::Platform choose(std::vector<Series>& all, const Hints& hints, std::vector<std::string>& warnings) {
  const auto any = core::Platform::any;
  core::Platform kept = any, first = any;
  for (const Series& series : all) {
    if (series.days == 0 || series.header.platform == any) continue;
    if (first == any) first = series.header.platform;
    if (series.header.platform == hints.platform) kept = hints.platform;
  }
  if (kept == any) kept = first != any ? first : hints.platform;
  bool others = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Series& series = all[i];
    if (series.header.field == Field::none || series.header.field == Field::day_metric) {
      warnings.push_back(
          "The series " + quoted(series.title) + " was not used: " +
          (series.header.field == Field::none ? "its name is not known." : "its days count the same people again."));
      continue;
    }
    if (series.header.platform != any && kept != any && series.header.platform != kept) {
      others = true;
      continue;
    }
    series.is_used = true;
    for (std::size_t k = 0; k < i; ++k) {
      if (!all[k].is_used || all[k].header.field != series.header.field) continue;
      series.is_used = false;
      warnings.push_back("Two series count the same: " + quoted(all[k].title) + " in row " +
                         std::to_string(all[k].row) + " is used, " + quoted(series.title) + " in row " +
                         std::to_string(series.row) + " is not. They may be those of two accounts.");
      break;
    }
  }
  if (others) {
    warnings.push_back("The file has figures of several platforms; only those of " +
                       std::string(core::platform_name(kept)) + " were read.");
  } else if (kept == any) {
    warnings.push_back("The file does not say whether these are figures of Facebook or of Instagram.");
  }
  return kept;
}

}  // namespace

bool is_daily_series(std::string_view sample) {
  DelimitedRows rows(sample, sniff_layout(sample));
  bool is_titled = false, is_known = false;
  for (std::size_t i = 0; i < 30 && rows.next(); ++i) {
    if (is_title_row(rows.cells())) {
      is_titled = true;
      is_known = meaning_of(trimmed(rows.cells()[0])).field != Field::none;
    } else {
      // A title that is not known means a series only if the header says nothing better.
      if (is_titled && is_series_header(rows.cells()) &&
          (is_known || read_header(rows.cells()[1]).field == Field::none))
        return true;
      is_titled = false;
    }
  }
  return false;
}

Result<Reading> read_daily_series(std::string_view text, const Hints& hints) {
  Reading reading;
  reading.format = "daily-csv";
  reading.kind = Kind::account;
  Reader read = read_series(text, hints.locale);
  reading.account.platform = choose(read.series, hints, reading.warnings);
  reading.skipped = std::move(read.skipped);
  std::size_t days = 0;
  bool is_useful = false;
  for (const Series& series : read.series) {
    reading.mapping.push_back({series.title, series.is_used ? field_key(series.header.field) : ""});
    days += series.days;
    if (!series.is_used) continue;
    is_useful = is_useful || series.sums.is_useful();
    series.sums.report(reading);
  }
  if (days == 0) {
    return Error{"daily-totals",
                 "This file is a series of days, and none of its days holds a number. Export a longer period.", "",
                 std::nullopt};
  }
  if (!is_useful) {
    const std::string title = quoted(read.series.empty() ? std::string_view() : read.series.front().title);
    return Error{"daily-totals",
                 "Each row of this file is a day of " + title +
                     ", from which nothing can be added up here. Export the table that has one row per post.",
                 "", std::nullopt};
  }
  if (read.is_cut_short) reading.warnings.push_back("Only the first 100 series of the file were read.");
  if (read.missing > 0) {
    reading.warnings.push_back(counted(read.missing, "day holds", "days hold") +
                               " no number and was not counted as 0.");
  }
  if (!read.first_unreadable.empty()) {
    reading.warnings.push_back("Days that could not be read as a number were left out; the first is " +
                               read.first_unreadable + ".");
  }
  reading.needs.push_back("followers");
  return reading;
}

}  // namespace mf::ingest
