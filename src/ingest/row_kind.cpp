#include "ingest/row_kind.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "ingest/dates.h"
#include "ingest/folding.h"

namespace mf::ingest {
namespace {

std::size_t distinct_handles(const Sample& sample, std::size_t column) {
  std::vector<std::string> seen;
  for (const auto& row : sample) {
    const std::string handle = folded(trimmed(cell_of(row, column)));
    if (!handle.empty() && std::find(seen.begin(), seen.end(), handle) == seen.end()) seen.push_back(handle);
  }
  return seen.size();
}

bool has_meaning(const Sheet& sheet, Field field) {
  return std::any_of(sheet.columns.begin(), sheet.columns.end(),
                     [field](const Column& column) { return column.header.field == field; });
}

// Whether the rows are days that follow one another, most of them without a gap.
bool are_days_in_a_row(const Sheet& sheet, const Sample& sample) {
  const auto column = sheet.column_of(Field::published_at);
  if (!column) return false;
  std::vector<std::int32_t> days;
  for (const auto& row : sample) {
    const std::string date = iso_date(cell_of(row, *column), sheet.date_order);
    if (date.empty()) continue;
    if (const auto day = core::day_number(date.substr(0, 10))) days.push_back(*day);
  }
  std::sort(days.begin(), days.end());
  std::size_t next_days = 0;
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (days[i] == days[i - 1]) return false;
    next_days += days[i] == days[i - 1] + 1;
  }
  return days.size() >= 2 && next_days * 2 >= days.size() - 1;
}

// Geography, traffic source, gender, ... as the first column, or beside the day: the rows are parts of an audience.
bool is_breakdown(const Sheet& sheet) {
  const std::size_t place = sheet.columns[0].header.field == Field::published_at ? 1 : 0;
  return place < sheet.columns.size() && sheet.columns[place].header.field == Field::breakdown;
}

bool holds_numbers(const Sheet& sheet, const Sample& sample, Field field) {
  const auto column = sheet.column_of(field);
  return column && content_of(sample, *column).numbers > 0;
}

// The days of a column by one order; empty if a cell is no date by it.
std::vector<std::int32_t> days_of(const Sample& sample, std::size_t column, DateOrder order) {
  std::vector<std::int32_t> days;
  for (const auto& row : sample) {
    const std::string_view cell = cell_of(row, column);
    if (cell.empty() || is_totals_label(cell)) continue;
    const auto day = core::day_number(iso_date(cell, order));
    if (!day) return {};
    days.push_back(*day);
  }
  std::sort(days.begin(), days.end());
  return days;
}

// "8/4/2024", "8/5/2024", "8/6/2024": days that follow one another by one order and lie a month apart by the other.
// Not where they would be the first days of months, for those are counted too.
DateOrder order_of_days_in_a_row(const Sample& sample, std::size_t column) {
  const auto follow_one_another = [](const std::vector<std::int32_t>& days) {
    return days.size() >= 3 && days.back() - days.front() == static_cast<std::int32_t>(days.size()) - 1 &&
           std::adjacent_find(days.begin(), days.end()) == days.end();
  };
  const auto are_first_days = [](const std::vector<std::int32_t>& days) {
    return std::all_of(days.begin(), days.end(), [](std::int32_t day) { return core::iso_date(day).ends_with("-01"); });
  };
  const auto month_first = days_of(sample, column, DateOrder::month_first);
  const auto day_first = days_of(sample, column, DateOrder::day_first);
  if (follow_one_another(month_first) && !are_first_days(day_first)) return DateOrder::month_first;
  if (follow_one_another(day_first) && !are_first_days(month_first)) return DateOrder::day_first;
  return DateOrder::unknown;
}

}  // namespace

bool is_carried(RowKind kind, Field field) {
  const bool is_period = kind == RowKind::day_of_totals || kind == RowKind::campaign;
  if (is_period_metric(field)) return is_period;
  switch (field) {
    case Field::followers:
      return !is_period;
    case Field::campaign:
    case Field::period_from:
    case Field::period_until:
      return kind == RowKind::campaign;
    case Field::published_at:
      return kind != RowKind::creator;
    case Field::handle:
    case Field::platform:
    case Field::url:
    case Field::id:
      return kind == RowKind::post || kind == RowKind::creator;
    case Field::fee:
    case Field::currency:
      return kind == RowKind::creator || kind == RowKind::campaign;
    case Field::niche:
    case Field::country:
    case Field::engagement_rate:
    case Field::average_likes:
    case Field::average_comments:
    case Field::average_views:
      return kind == RowKind::creator;
    case Field::likes:
    case Field::comments:
    case Field::views:
      return kind != RowKind::day_of_followers;
    default:
      return kind != RowKind::creator && kind != RowKind::day_of_followers;
  }
}

RowKind kind_of_rows(const Sheet& sheet, const Sample& sample) {
  bool metrics = false, averages = sheet.has(Field::fee) || sheet.has(Field::engagement_rate);
  bool period_metrics = false;
  for (const Column& column : sheet.columns) {
    metrics = metrics || is_post_metric(column.used_for);
    averages = averages || is_average(column.used_for);
    period_metrics = period_metrics || is_period_metric(column.used_for);
  }
  const auto handle = sheet.column_of(Field::handle);
  const bool one_post = sheet.has(Field::url) || sheet.has(Field::caption) || (sheet.has(Field::id) && !handle);
  const bool dated = sheet.has(Field::published_at);
  const bool of_a_day = has_meaning(sheet, Field::change) || has_meaning(sheet, Field::day_metric) ||
                        has_meaning(sheet, Field::follows) || has_meaning(sheet, Field::unfollows) ||
                        has_meaning(sheet, Field::net_followers) || has_meaning(sheet, Field::profile_visits);
  const bool liked = sheet.has(Field::likes) || sheet.has(Field::comments);
  const bool day_like =
      of_a_day || sheet.is_studio || ((metrics || period_metrics) && !liked && are_days_in_a_row(sheet, sample));
  const std::size_t handles = handle ? distinct_handles(sample, *handle) : 0;
  const bool several = sample.size() > 1;

  if (const auto campaign = sheet.column_of(Field::campaign);
      !one_post && !sheet.has(Field::followers) && (campaign || has_meaning(sheet, Field::campaign_metric))) {
    // "Campaign" alone may stand in a list of creators too; with clicks or sales beside it, the rows are results.
    const bool is_ads =
        (campaign && sheet.columns[*campaign].header.rank < 9) || has_meaning(sheet, Field::campaign_metric);
    const bool has_results = sheet.has(Field::clicks) || sheet.has(Field::conversions) || sheet.has(Field::purchases) ||
                             sheet.has(Field::purchase_value);
    const bool is_list = handle && (averages || (liked && handles > 1));
    if (is_ads || (has_results && !is_list)) return RowKind::campaign;
  }
  if (!handle && !one_post && !sheet.has(Field::followers) && is_breakdown(sheet)) return RowKind::breakdown;
  if (dated && !one_post && !sheet.has(Field::id) && !sheet.has(Field::format) && handles <= 1 &&
      (day_like || !metrics)) {
    if (sheet.has(Field::followers) && (holds_numbers(sheet, sample, Field::followers) || !day_like))
      return several || !metrics ? RowKind::day_of_followers : RowKind::post;
    if ((metrics || period_metrics) && day_like) return RowKind::day_of_totals;
  }
  if (sheet.has(Field::followers)) {
    if (!several) return averages && !metrics && handle ? RowKind::creator : RowKind::post;
    if (handles > 1) return RowKind::creator;
    if (metrics && (handles == 1 || one_post || dated || sheet.has(Field::id))) return RowKind::post;
    return RowKind::creator;
  }
  // A date in each creator's row is the day of the contact, of the price, of the count.
  const bool each_its_own = averages && handles > 1 && handles == sample.size();
  if (handle && !one_post && (!dated || each_its_own) && (handles > 1 || (averages && !metrics))) {
    return metrics || averages ? RowKind::creator : RowKind::unknown;
  }
  return metrics ? RowKind::post : RowKind::unknown;
}

// In a table of posts, a second date that is a day and not a word such as "Lifetime".
std::optional<std::size_t> day_column_of(const Sheet& sheet, const Sample& sample) {
  const auto used = sheet.column_of(Field::published_at);
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    if (sheet.columns[i].header.field != Field::published_at || sheet.columns[i].header.rank != 2) continue;
    // Where it is the only date, it may be the post's own as well; repeated ids tell.
    if (used == i) return i;
    const bool holds_day = std::any_of(sample.begin(), sample.end(), [&](const std::vector<std::string>& row) {
      return !cell_of(row, i).empty() && (order_shown_by(cell_of(row, i)) != DateOrder::unknown ||
                                          !iso_date(cell_of(row, i), DateOrder::month_first).empty());
    });
    if (holds_day) return i;
  }
  return std::nullopt;
}

DateOrder date_order_of(const Sheet& sheet, const Sample& sample) {
  DateOrder order = DateOrder::unknown;
  const auto column = sheet.column_of(Field::published_at);
  if (!column) return order;
  for (const auto& row : sample) order = joined(order, order_shown_by(cell_of(row, *column)));
  return order == DateOrder::unknown ? order_of_days_in_a_row(sample, *column) : order;
}

}  // namespace mf::ingest
