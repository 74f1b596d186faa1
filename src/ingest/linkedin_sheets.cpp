#include "ingest/linkedin_sheets.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "ingest/columns.h"
#include "ingest/delimited_text.h"
#include "ingest/folding.h"
#include "ingest/number_words.h"

namespace mf::ingest {
namespace {

using Cells = std::vector<std::string_view>;

constexpr std::size_t most_header_rows = 10;
constexpr std::size_t most_joined_rows = 10'000;  // LinkedIn lists 50
constexpr std::size_t widest_table = 64;
constexpr std::size_t most_dates = 500;

std::string_view cell(const Cells& cells, std::size_t at) {
  return at < cells.size() ? trimmed(cells[at]) : std::string_view();
}

DelimitedRows rows_of(std::string_view sheet) {
  Layout layout;
  layout.delimiter = '\t';
  return DelimitedRows(sheet, layout);
}

// Where the second table begins, if this is the header of two.
std::optional<std::size_t> second_table_of(const Cells& header) {
  if (header.size() < 7 || header.size() > widest_table) return std::nullopt;
  for (std::size_t gap = 3; gap + 3 < header.size(); ++gap) {
    if (!cell(header, gap).empty()) continue;
    const bool same = !cell(header, 0).empty() && !cell(header, 1).empty() &&
                      cell(header, 0) == cell(header, gap + 1) && cell(header, 1) == cell(header, gap + 2);
    return same ? std::optional(gap + 1) : std::nullopt;
  }
  return std::nullopt;
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += '\t';
    out += '"';
    for (const char c : cells[i]) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += '\n';
}

// "Follower", "seguidores", "abonnés", ...
bool names_followers(std::string_view label) {
  static constexpr std::string_view stems[] = {"follower", "seguidor", "abonn",     "volger", "takipci",
                                               "pengikut", "obserw",   "подписчик", "متابع",  "フォロワー",
                                               "팔로워",   "粉丝",     "粉絲",      "关注者", "關注者"};
  const std::string words = folded(label);
  return std::any_of(std::begin(stems), std::end(stems),
                     [&](std::string_view stem) { return words.find(stem) != std::string::npos; });
}

std::optional<std::string_view> period_name(std::string_view label) {
  const std::string key = header_key(label);
  if (key == "uniqueviews" || key == "membersreached") return "reach";
  if (read_header(label).field == Field::impressions) return "impressions";
  return std::nullopt;
}

}  // namespace

std::optional<JoinedTables> join_tables(std::string_view sheet) {
  DelimitedRows rows = rows_of(sheet);
  std::optional<std::size_t> second;
  for (std::size_t i = 0; i < most_header_rows && !second && rows.next(); ++i) second = second_table_of(rows.cells());
  if (!second) return std::nullopt;

  const std::size_t left = *second - 1, right = std::min(rows.cells().size(), widest_table) - *second;
  const std::size_t width = left + right - 2;
  JoinedTables joined;
  for (std::size_t i = 0; i < left; ++i) joined.columns.emplace_back(cell(rows.cells(), i));
  for (std::size_t i = 2; i < right; ++i) joined.columns.emplace_back(cell(rows.cells(), *second + i));

  // The readers of tables know the first two columns by the English words, whatever the language.
  std::vector<std::string> header = joined.columns;
  if (read_header(header[0]).field == Field::none) header[0] = "Post URL";
  if (read_header(header[1]).field == Field::none) header[1] = "Publish date";

  std::vector<std::vector<std::string>> table;
  std::map<std::string, std::size_t, std::less<>> places;
  const auto row_of = [&](std::string_view name) -> std::vector<std::string>* {
    if (name.empty()) return nullptr;
    const auto known = places.find(name);
    if (known != places.end()) return &table[known->second];
    if (table.size() == most_joined_rows) return nullptr;
    places.emplace(name, table.size());
    return &table.emplace_back(width);
  };
  const auto take = [&](std::string_view value, std::string& place) {
    if (place.empty()) place = value;
  };
  while (rows.next()) {
    const Cells& cells = rows.cells();
    if (std::vector<std::string>* row = row_of(cell(cells, 0))) {
      for (std::size_t i = 0; i < left; ++i) take(cell(cells, i), (*row)[i]);
    }
    if (std::vector<std::string>* row = row_of(cell(cells, *second))) {
      for (std::size_t i = 0; i < 2; ++i) take(cell(cells, *second + i), (*row)[i]);
      for (std::size_t i = 2; i < right; ++i) take(cell(cells, *second + i), (*row)[left + i - 2]);
    }
  }
  append_row(joined.text, header);
  for (const std::vector<std::string>& row : table) append_row(joined.text, row);
  return joined;
}

std::optional<core::Count> follower_total(std::string_view sheet) {
  DelimitedRows rows = rows_of(sheet);
  if (!rows.next() || rows.cells().size() != 2) return std::nullopt;
  const std::string_view label = cell(rows.cells(), 0);
  // The date sets it apart from a column header.
  if (label.size() > 200 || label.find_first_of("0123456789") == std::string_view::npos || !names_followers(label)) {
    return std::nullopt;
  }
  const Number total = read_number(cell(rows.cells(), 1));
  if (!total || total.percent) return std::nullopt;
  return total.count;
}

std::vector<PeriodFigure> period_figures(std::string_view sheet, DateOrder order) {
  DelimitedRows rows = rows_of(sheet);
  if (!rows.next() || rows.cells().size() != 2) return {};
  const std::string_view range = cell(rows.cells(), 1);
  const std::size_t dash = range.find(" - ");
  if (dash == std::string_view::npos || range.size() > 60) return {};
  const std::string_view from = trimmed(range.substr(0, dash)), until = trimmed(range.substr(dash + 3));
  // A range of dates and not of anything else: each reads as a date, in one order or the other.
  const auto is_date = [](std::string_view text) {
    return !iso_date(text, DateOrder::month_first).empty() || !iso_date(text, DateOrder::day_first).empty();
  };
  if (!is_date(from) || !is_date(until)) return {};
  order = joined(order, joined(order_shown_by(from), order_shown_by(until)));

  std::vector<PeriodFigure> figures;
  for (std::size_t i = 0; i < most_header_rows && rows.next(); ++i) {
    const auto name = period_name(cell(rows.cells(), 0));
    const Number value = read_number(cell(rows.cells(), 1));
    if (!name || !value || value.percent) continue;
    figures.push_back({std::string(*name), value.count.value, "", iso_date(from, order), iso_date(until, order)});
  }
  return figures;
}

DateOrder date_order_of(std::string_view sheet) {
  DateOrder order = DateOrder::unknown;
  DelimitedRows rows = rows_of(sheet);
  for (std::size_t i = 0; i < most_dates && rows.next(); ++i) {
    for (std::size_t column = 0; column < 2; ++column) {
      order = joined(order, order_shown_by(cell(rows.cells(), column)));
    }
  }
  return order;
}

}  // namespace mf::ingest
