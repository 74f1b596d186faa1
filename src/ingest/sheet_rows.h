// The data rows of a sheet: totals, footers and empty rows set aside, cells read by field, and an account kept of
// everything that could not be used.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/number_words.h"
#include "ingest/plain_number.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// As many rows as a spreadsheet can hold; a longer table is read up to here, with a warning.
inline constexpr std::size_t most_rows = 1u << 20;

// Of the progress.
inline constexpr std::size_t rows_between_news = 1u << 14;

enum class TotalsRow : std::uint8_t { skipped, returned };

class SheetRows {
 public:
  // `text`, `sheet` and `hints` must outlive this object.
  SheetRows(std::string_view text, const Sheet& sheet, const Hints& hints, TotalsRow totals = TotalsRow::skipped);

  // Moves to the next row that holds data; false at the end of the table.
  bool next();
  // The same in one go (DelimitedRows::next_plain), for a row of which take(column, cell) makes something at once; it
  // cannot be asked for afterwards. is_data() says whether that was data: at least a name and a number, and no sum. If
  // not, or if the row needs more than one look, false: it is left for next().
  template <class Take, class IsData>
  bool next_plain(Take take, IsData is_data) {
    const bool wants_look = taken_ == most_rows || (rows_.number() + 1) % rows_between_news == 0;
    if (wants_look || !rows_.next_plain(take, is_data)) return false;
    ++taken_;
    return true;
  }
  std::size_t row() const { return rows_.number(); }
  // How far into the text the rows up to this one reach.
  std::size_t position() const { return rows_.position(); }

  // The trimmed cell of the column used for a field; empty if there is none.
  std::string_view text(Field field) const { return cell(columns_[static_cast<std::size_t>(field)]); }
  // The cell as a count; nothing if it is empty, hidden (-1) or no count, and then that is noted.
  std::optional<core::Count> count(Field field);
  // Its value alone. Averages may have decimals.
  core::MaybeNumber number(Field field) {
    const auto plain = plain_number(text(field));
    if (plain && may_be(field, *plain)) return plain->value;
    return value_of(count(field));
  }
  // The same for what may be less than zero, such as a balance.
  core::MaybeNumber signed_number(Field field);
  // The trimmed cell of a column; empty if the row is too short.
  std::string_view cell(std::size_t column) const {
    return column < rows_.cells().size() ? bare_cell(rows_.cells()[column]) : std::string_view();
  }
  // The row is the totals row. Only for TotalsRow::returned.
  bool is_totals() const { return is_totals_; }
  // The cell as it is for callers with a reading of their own, and how to note that it failed.
  NumberContext context(Field field) const;
  void note_unreadable(Field field);

  // Sets the current row aside.
  void skip(std::string reason);
  // Moves what was noted to a reading.
  void report(Reading& reading);

 private:
  // Nobody has 12.5 followers: the unit is thousands, or the column means something else.
  static bool is_total(Field field) {
    return field == Field::followers || field == Field::following || field == Field::post_count;
  }
  static bool may_be(Field field, const PlainNumber& number) {
    return !number.percent && !(number.has_decimals && is_total(field));
  }
  static core::MaybeNumber value_of(const std::optional<core::Count>& count) {
    return count ? count->value : core::MaybeNumber();
  }
  std::optional<core::Count> read_cell(Field field, bool may_be_negative);
  bool is_totals_row() const;
  bool has_wanted_number() const;
  bool is_another_header();
  // After a blank line: the header of a table whose words are not known.
  bool has_words_for_numbers() const;
  bool is_last_row() const;
  void note_missing(std::string_view cell);

  std::string_view text_;
  const Sheet& sheet_;
  const Hints& hints_;
  DelimitedRows rows_;
  static constexpr std::size_t no_column = static_cast<std::size_t>(-1);
  std::size_t columns_[field_count];  // by field
  std::vector<std::size_t> identity_columns_;
  std::vector<std::size_t> number_columns_;
  std::size_t content_end_;  // after it there is nothing but blank rows
  std::size_t taken_ = 0;
  std::size_t header_checks_ = 0;
  std::optional<std::size_t> second_table_row_;
  bool is_cut_short_ = false;
  TotalsRow totals_;
  bool is_totals_ = false;

  std::vector<Skipped> skipped_;
  std::size_t more_skipped_ = 0;
  std::size_t missing_ = 0;
  std::vector<std::string> missing_words_;
  std::size_t negative_ = 0;
  std::size_t unreadable_ = 0;
  std::string first_unreadable_;
  std::size_t turned_to_dates_ = 0;
  std::string first_turned_to_date_;
};

}  // namespace mf::ingest
