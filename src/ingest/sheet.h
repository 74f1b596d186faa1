// A table whose header has been found and whose columns are understood, from the first part of the text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/columns.h"
#include "ingest/dates.h"
#include "ingest/delimited_text.h"
#include "ingest/folding.h"
#include "ingest/reading.h"

namespace mf::ingest {

// A header is looked for among so many rows. Of the name of a column so many bytes are kept.
inline constexpr std::size_t header_search_rows = 30;
inline constexpr std::size_t longest_column_name = 200;

// What one row of the table stands for.
enum class RowKind : std::uint8_t {
  unknown,
  post,
  creator,
  day_of_followers,
  day_of_totals,
  campaign,
  breakdown,  // a part of the audience: a country, an age, a traffic source
};

struct Sheet {
  Layout layout;
  std::size_t header_row = 0;             // its number, as DelimitedRows counts
  std::vector<Column> columns;            // one per cell of the header
  std::optional<std::size_t> day_column;  // beside a post's own date, the day that its numbers are of
  RowKind row_kind = RowKind::unknown;
  DateOrder date_order = DateOrder::unknown;
  bool has_numbers = false;  // a row of the sample holds a number that is wanted
  bool is_studio = false;    // a video studio's table: its subscribers are the change of the period
  std::size_t sampled_rows = 0;
  double mean_row_bytes = 0;
  std::vector<Skipped> preamble;
  std::vector<std::string> warnings;

  // The column used for a field; nothing if there is none.
  std::optional<std::size_t> column_of(Field field) const;
  bool has(Field field) const { return column_of(field).has_value(); }
};

// Nothing if no row of the sample is a header with a column that is wanted.
// `is_cut` says that the sample is the head of a longer text, so its last record may be incomplete.
std::optional<Sheet> find_sheet(std::string_view sample, bool is_cut);

// The same where somebody says what some columns are (Hints::columns, checked): the header is the first row that has
// all of them, whatever its other words. Nothing if no row has.
std::optional<Sheet> find_told_sheet(std::string_view sample, bool is_cut, std::span<const Mapping> told);

// A row that begins another table: two cells or more that are header words, and no number.
bool is_header_row(const std::vector<std::string_view>& cells);

// The sheet's own header once more, as printed pages repeat it.
bool is_header_of(const Sheet& sheet, const std::vector<std::string_view>& cells);

// A cell trimmed, and without quotes that are text only because a space stands before them: ` "10"`.
std::string_view without_late_quotes(std::string_view cell, std::string_view trimmed_cell);
inline std::string_view bare_cell(std::string_view cell) {
  const std::string_view inside = trimmed(cell);
  return inside.size() == cell.size() ? cell : without_late_quotes(cell, inside);
}

// "Total", "Gesamt", "合計", ...: the label of a row that sums up the others.
inline constexpr bool may_begin_totals_label(char first, char second) {
  const auto is = [&](char a, char b) { return (first | 0x20) == a && (second | 0x20) == b; };
  return is('t', 'o') || is('g', 'r') || is('g', 'e') || is('s', 'u') || is('a', 'v');
}
bool is_totals_text(std::string_view cell);
inline bool is_totals_label(std::string_view cell) {
  // Nearly every row's name is told apart by its first letters.
  const bool begins_with_letter = cell.size() > 1 && (cell[0] | 0x20) >= 'a' && (cell[0] | 0x20) <= 'z';
  return begins_with_letter && !may_begin_totals_label(cell[0], cell[1]) ? false : is_totals_text(cell);
}

// The columns with their uses, for Reading::mapping.
std::vector<Mapping> mapping_of(const Sheet& sheet);

}  // namespace mf::ingest
