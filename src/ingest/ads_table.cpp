#include "ingest/ads_table.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "ingest/excerpt.h"
#include "ingest/money.h"
#include "ingest/period_sums.h"
#include "ingest/sheet_rows.h"

namespace mf::ingest {
namespace {

bool is_figure(Field field) { return is_post_metric(field) || is_period_metric(field) || field == Field::fee; }
bool is_money(Field field) { return field == Field::fee || field == Field::purchase_value; }

// The figures of one row, or of all rows together.
struct Figures {
  std::array<std::optional<double>, field_count> values;

  std::optional<double>& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }
  const std::optional<double>& operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
  void add(const Figures& row) {
    for (std::size_t i = 0; i < field_count; ++i) {
      if (row.values[i]) values[i] = values[i].value_or(0) + *row.values[i];
    }
  }
};

// One currency for all amounts, or the knowledge that there are several.
struct Currencies {
  std::string code;
  bool differ = false;

  void take(const std::string& other) {
    if (other.empty() || other == code) return;
    differ = differ || !code.empty();
    code = other;
  }
};

Figures read_row(SheetRows& rows, const Sheet& sheet, Currencies& currencies) {
  Figures figures;
  for (const Column& column : sheet.columns) {
    const Field field = column.used_for;
    if (!is_figure(field)) continue;
    if (!is_money(field)) {
      figures[field] = rows.number(field);
      continue;
    }
    const std::string_view cell = rows.text(field);
    if (is_missing_word(cell)) continue;
    const auto money = read_money(cell, rows.context(field));
    if (!money) {
      rows.note_unreadable(field);
      continue;
    }
    figures[field] = money->amount;
    currencies.take(money->currency);
    currencies.take(column.header.currency);
  }
  currencies.take(currency_code(rows.text(Field::currency)));
  return figures;
}

// As large as the others together, but for rounding. A report that was cut short lists less than its total.
bool is_total_of(const Figures& total, const Figures& others) {
  bool is_compared = false;
  for (std::size_t i = 0; i < field_count; ++i) {
    if (!is_additive(static_cast<Field>(i)) || !total.values[i] || !others.values[i]) continue;
    is_compared = true;
    if (*total.values[i] < *others.values[i] * 0.995 - 1) return false;
  }
  return is_compared;
}

bool differ(double a, double b) { return std::fabs(a - b) > 0.005 * std::fmax(std::fabs(a), std::fabs(b)) + 1; }

// Reporting dates; what stands for "never" (1970-01-01) and words such as "Ongoing" are no dates.
void add_days(PeriodSums& period, const SheetRows& rows, const Sheet& sheet) {
  for (const Field field : {Field::period_from, Field::period_until, Field::published_at}) {
    const std::string date = iso_date(rows.text(field), sheet.date_order);
    if (!date.empty()) period.add_day(date);
  }
}

}  // namespace

Result<Reading> read_ads_table(std::string_view text, const Sheet& sheet, const Hints& hints) {
  Reading reading;
  reading.format = "ads-csv";
  reading.kind = Kind::results;
  reading.account.platform = hints.platform;
  PeriodSums period;
  Currencies currencies;
  Figures parts;
  std::size_t part_count = 0;
  struct Unnamed {
    std::size_t row = 0;
    Figures figures;
  };
  std::optional<Unnamed> first, last;  // rows that may be totals
  const auto add_part = [&](const Figures& figures) {
    parts.add(figures);
    ++part_count;
  };

  SheetRows rows(text, sheet, hints, TotalsRow::returned);
  while (rows.next()) {
    const Figures figures = read_row(rows, sheet, currencies);
    add_days(period, rows, sheet);
    if (!rows.is_totals()) {
      add_part(figures);
    } else if (!first) {
      first = Unnamed{rows.row(), figures};
    } else {
      if (last) add_part(last->figures);
      last = Unnamed{rows.row(), figures};
    }
  }
  std::optional<Unnamed> total;
  for (std::optional<Unnamed>* candidate : {&first, &last}) {
    if (!*candidate) continue;
    if (part_count > 0 && is_total_of((*candidate)->figures, parts)) {
      if (!total) total = *candidate;
    } else {
      add_part((*candidate)->figures);
    }
  }
  rows.report(reading);
  if (total) reading.skipped.push_back({total->row, "totals row"});
  if (part_count == 0) {
    return Error{"no-numbers", "The header was understood, but no row under it holds a number. Check the ad report.",
                 "", sheet.header_row};
  }

  if (currencies.differ) {
    reading.warnings.push_back(
        "The amounts are in several currencies, so they were not added up. Export one report for each currency.");
  } else if (currencies.code.empty() && (parts[Field::fee] || parts[Field::purchase_value])) {
    reading.warnings.push_back("The report does not say in which currency the amounts are.");
  }
  bool is_incomplete = false;
  for (std::size_t i = 0; i < field_count; ++i) {
    const Field field = static_cast<Field>(i);
    const std::optional<double> of_total = total ? total->figures.values[i] : std::nullopt;
    std::optional<double> value = of_total ? of_total : parts.values[i];
    if (!value || (is_money(field) && currencies.differ)) continue;
    if (!of_total && !is_additive(field) && part_count > 1) {
      reading.warnings.push_back("The reach of " + counted(part_count, "row", "rows") +
                                 " was not added up, since one person can be reached by several ads.");
      continue;
    }
    is_incomplete =
        is_incomplete || (of_total && parts.values[i] && is_additive(field) && differ(*of_total, *parts.values[i]));
    reading.period.push_back(
        {period_name(field), *value, is_money(field) ? currencies.code : std::string(), period.from(), period.until()});
  }
  if (is_incomplete) {
    reading.warnings.push_back(
        "The totals row gives more than the rows under it together, so the list is not complete. The totals were "
        "used.");
  }
  if (reading.period.empty()) {
    return Error{
        "ads-input",
        "Each row of this table is an ad or a campaign, and none of its columns can be added up here. Export a "
        "report with the amount spent, impressions, clicks and purchases.",
        "", sheet.header_row};
  }
  return reading;
}

}  // namespace mf::ingest
