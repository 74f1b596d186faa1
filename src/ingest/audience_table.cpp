#include "ingest/audience_table.h"

#include <algorithm>
#include <string>

#include "ingest/dates.h"
#include "ingest/delimited_text.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/number_words.h"

namespace mf::ingest {
namespace {

constexpr std::size_t searched_rows = 60;

bool is_audience_title(std::string_view cell) {
  static constexpr std::string_view titles[] = {
      "agegender",        "ageandgender",       "topcountries",        "topcities",   "toptownscities",
      "toptowns",         "topregions",         "toplanguages",        "toppages",    "topcontentformats",
      "topterritories",   "alterundgeschlecht", "toplander",           "topstadte",   "edadysexo",
      "edadygenero",      "principalespaises",  "principalesciudades", "idadegenero", "idadeesexo",
      "principaispaises", "principaiscidades"};
  if (cell.size() > 60) return false;
  const std::string key = header_key(cell);
  return std::find(std::begin(titles), std::end(titles), key) != std::end(titles);
}

// The only filled cell of a row; empty if there are none or several.
std::string_view only_cell(const std::vector<std::string_view>& cells) {
  std::string_view only;
  for (const std::string_view cell : cells) {
    if (trimmed(cell).empty()) continue;
    if (!only.empty()) return {};
    only = trimmed(cell);
  }
  return only;
}

// "Gender", "Distribution", or "Date", "Hour", "Active followers": parts of the audience and nothing of posts.
bool is_breakdown_header(const std::vector<std::string_view>& cells) {
  if (cells.size() < 2 || cells.size() > 20) return false;
  const std::size_t place = read_header(cells[0]).field == Field::published_at ? 1 : 0;
  return read_header(cells[place]).field == Field::breakdown &&
         std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(place) + 1, cells.end(), [](std::string_view cell) {
           const Field field = read_header(cell).field;
           return field == Field::none || field == Field::change || field == Field::breakdown;
         });
}

}  // namespace

bool is_audience_table(std::string_view sample) {
  DelimitedRows rows(sample, sniff_layout(sample));
  bool is_titled = false;
  for (std::size_t i = 0; i < searched_rows && rows.next(); ++i) {
    if (i == 0 && is_breakdown_header(rows.cells())) return rows.next();
    const std::string_view only = only_cell(rows.cells());
    // What follows a title is a row of names, not the header of a table that is read elsewhere.
    if (is_titled && only.empty()) return !is_header_row(rows.cells());
    is_titled = is_audience_title(only);
  }
  return false;
}

Error refuse_audience_table(std::string_view sample) {
  DelimitedRows rows(sample, sniff_layout(sample));
  std::string title, date;
  for (std::size_t i = 0; i < searched_rows && rows.next(); ++i) {
    const std::string_view only = only_cell(rows.cells());
    if (title.empty() && is_audience_title(only)) title = quoted(only);
    if (title.empty() && is_breakdown_header(rows.cells())) {
      const bool is_dated = read_header(rows.cells()[0]).field == Field::published_at;
      title = quoted(trimmed(rows.cells()[is_dated ? 1 : 0]));
    }
    for (std::size_t k = 1; k < rows.cells().size(); ++k) {  // the first names the row, and may be a day
      const std::string_view cell = rows.cells()[k];
      if (date.empty() && is_day_without_year(cell)) date = quoted(trimmed(cell));
    }
  }
  std::string message = "This file breaks the audience or its content down into shares (" + title +
                        "). It holds no posts and no follower total: export the table that has one row per post, and "
                        "type the follower number.";
  if (!date.empty()) {
    message += " Some of its decimals have been turned into dates, such as " + date +
               ", so keep the original file and not this copy.";
  }
  return {"audience-input", std::move(message), "", std::nullopt};
}

Error refuse_breakdown(const Sheet& sheet) {
  std::string name;
  for (const Column& column : sheet.columns) {
    if (name.empty() && column.header.field == Field::breakdown) name = quoted(column.name);
  }
  return {"audience-input",
          "Each row of this table is a part of the audience or its traffic (" + name +
              ") and not a post. Export the table that has one row per post, such as the one by content or by video.",
          "", sheet.header_row};
}

}  // namespace mf::ingest
