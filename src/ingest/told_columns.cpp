#include "ingest/told_columns.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "ingest/delimited_text.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

// What a key stands for under such a header: under "Avg likes" the key "likes" stands for average likes.
std::optional<Field> field_of(std::string_view key, Field named = Field::none) {
  if (key.empty()) return Field::none;
  if (key == "spend") key = field_key(Field::fee);
  if (key == field_key(named)) return named;
  for (const Field field : choosable_fields()) {
    if (key == field_key(field)) return field;
  }
  return std::nullopt;
}

std::string name_of(std::string_view cell) { return std::string(cut_at_character(trimmed(cell), longest_column_name)); }

// "a", "b" and "c": the first of many.
std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t most = 6;
  std::string out;
  const std::size_t shown = std::min(most, names.size());
  for (std::size_t i = 0; i < shown; ++i) {
    out += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
    out += quoted(cut_at_character(trimmed(names[i]), 40));
  }
  if (names.size() > shown) out += " and " + std::to_string(names.size() - shown) + " more";
  return out;
}

std::string rows_of(RowKind kind) {
  switch (kind) {
    case RowKind::creator:
      return "creators";
    case RowKind::campaign:
      return "campaigns";
    case RowKind::day_of_followers:
    case RowKind::day_of_totals:
      return "days";
    default:
      return "posts";
  }
}

}  // namespace

std::optional<std::vector<std::size_t>> places_of(std::span<const Mapping> told,
                                                  const std::vector<std::string_view>& header) {
  std::vector<std::size_t> places;
  std::vector<bool> is_taken(header.size());
  for (const Mapping& one : told) {
    const std::string name = name_of(one.column);
    std::size_t place = 0;
    while (place < header.size() && (is_taken[place] || name_of(header[place]) != name)) ++place;
    if (place == header.size()) return std::nullopt;
    is_taken[place] = true;
    places.push_back(place);
  }
  return places;
}

std::optional<Error> check_told(std::span<const Mapping> told) {
  for (std::size_t i = 0; i < told.size(); ++i) {
    const std::string& key = told[i].field;
    if (!field_of(key)) {
      std::string keys;
      for (const Field field : choosable_fields()) keys += (keys.empty() ? "" : ", ") + std::string(field_key(field));
      return Error{"unknown-field",
                   "Column " + quoted(told[i].column) + " cannot be " + quoted(key) + ". It can be one of " + keys +
                       ", or nothing.",
                   told[i].column, std::nullopt};
    }
    const auto same = [&](const Mapping& other) { return !key.empty() && other.field == key; };
    const auto before = told.begin() + static_cast<std::ptrdiff_t>(i);
    if (const auto first = std::find_if(told.begin(), before, same); first != before) {
      return Error{"field-twice",
                   "Columns " + quoted(first->column) + " and " + quoted(told[i].column) + " cannot both be " +
                       quoted(key) + ". Choose one of them.",
                   told[i].column, std::nullopt};
    }
  }
  return std::nullopt;
}

bool is_refusal_of_told(const Error& error) {
  return error.code == "unknown-column" || error.code == "unknown-field" || error.code == "field-twice";
}

Error refuse_told(std::span<const Mapping> told, std::string_view sample) {
  if (auto error = check_told(told)) return *std::move(error);
  const Layout layout = sniff_layout(sample);
  DelimitedRows rows(sample, layout);
  // The row with most of them is the header; without any, the first row that is as wide as the table.
  std::vector<std::string> header;  // the cells of a row are gone when the next is read
  std::size_t most = 0;
  const Mapping* missing = &told[0];
  for (std::size_t i = 0; i < header_search_rows && rows.next(); ++i) {
    std::size_t found = 0;
    const Mapping* first_missing = nullptr;
    for (const Mapping& one : told) {
      const bool is_here = places_of({&one, 1}, rows.cells()).has_value();
      found += is_here;
      if (!is_here && first_missing == nullptr) first_missing = &one;
    }
    const bool is_wide = rows.cells().size() > 1 && rows.cells().size() == layout.width;
    if (found > most || (header.empty() && is_wide)) {
      header.assign(rows.cells().begin(), rows.cells().end());
      missing = first_missing == nullptr ? missing : first_missing;
      most = found;
    }
  }
  std::erase_if(header, [](std::string_view cell) { return trimmed(cell).empty(); });
  const std::string has =
      header.empty() ? "This is not a table with a header row" : "Its columns are " + listed(header);
  return {"unknown-column", "There is no column " + quoted(missing->column) + " to read. " + has + ".", missing->column,
          std::nullopt};
}

bool says_the_same(const std::vector<Mapping>& mapping, std::span<const Mapping> told) {
  std::vector<std::string_view> names;
  for (const Mapping& one : mapping) names.emplace_back(one.column);
  const auto places = places_of(told, names);
  if (!places) return false;
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (mapping[(*places)[i]].field != told[i].field) return false;
  }
  return true;
}

ToldColumns::ToldColumns(std::span<const Mapping> told, const std::vector<std::size_t>& places,
                         const std::vector<Mapping>& untold, Sheet& sheet) {
  for (std::size_t i = 0; i < told.size(); ++i) {
    Column& column = sheet.columns[places[i]];
    column.is_told = true;
    const Field field = field_of(told[i].field, column.header.field).value_or(Field::none);
    const bool is_news = places[i] >= untold.size() || untold[places[i]].field != told[i].field;
    told_.push_back({places[i], field, is_news});
  }
}

void ToldColumns::clear(Sheet& sheet) const {
  for (const Told& one : told_) {
    if (one.is_news) sheet.columns[one.column].header = {};
    if (one.field == Field::none) continue;
    for (Column& other : sheet.columns) {
      const bool has_it = std::strcmp(field_key(other.header.field), field_key(one.field)) == 0;
      if (has_it && !other.is_told) other.header = {};
    }
  }
}

void ToldColumns::give(Sheet& sheet) const {
  for (const Told& one : told_) {
    Column& column = sheet.columns[one.column];
    if (!one.is_news) continue;
    if (one.field != Field::none) column.header = header_as(column.name, one.field);
    column.used_for = one.field;
  }
}

void ToldColumns::settle(Sheet& sheet) const {
  for (const Told& one : told_) {
    Column& column = sheet.columns[one.column];
    if (one.field == Field::none) {
      column.used_for = Field::none;
    } else if (one.is_news && column.used_for == Field::none) {
      sheet.warnings.push_back("Column " + quoted(column.name) + " is to be read as " + field_words(one.field) +
                               ". The rows are " + rows_of(sheet.row_kind) +
                               ", which have no place for that, so it was not used.");
    }
  }
}

}  // namespace mf::ingest
