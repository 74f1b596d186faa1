#include "ingest/sheet_rows.h"

#include <algorithm>
#include <cmath>

#include "ingest/dates.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_skipped = 200;
constexpr std::size_t most_header_checks = 2000;

bool is_identity(Field field) {
  return field == Field::id || field == Field::url || field == Field::handle || field == Field::caption ||
         field == Field::published_at || field == Field::campaign;
}

// ASCII digits, or a byte of another script, whose digits count too.
bool may_hold_digit(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(),
                     [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
}

bool is_number_field(Field field) {
  return is_post_metric(field) || is_average(field) || field == Field::followers || field == Field::engagement_rate ||
         field == Field::fee || is_period_metric(field);
}

}  // namespace

SheetRows::SheetRows(std::string_view text, const Sheet& sheet, const Hints& hints, TotalsRow totals)
    : text_(text),
      sheet_(sheet),
      hints_(hints),
      rows_(text, sheet.layout),
      content_end_(text.find_last_not_of(" \t\r\n,;|") + 1),  // npos + 1 is 0
      totals_(totals) {
  std::fill(std::begin(columns_), std::end(columns_), no_column);
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    const Field field = sheet.columns[i].used_for;
    columns_[static_cast<std::size_t>(field)] = i;
    if (is_identity(field)) identity_columns_.push_back(i);
    if (is_number_field(field)) number_columns_.push_back(i);
  }
  columns_[static_cast<std::size_t>(Field::none)] = no_column;
  while (rows_.number() < sheet.header_row && rows_.next()) {
  }
}

bool SheetRows::has_wanted_number() const {
  const auto& cells = rows_.cells();
  return std::any_of(number_columns_.begin(), number_columns_.end(),
                     [&](std::size_t column) { return column < cells.size() && may_hold_digit(cells[column]); });
}

bool SheetRows::next() {
  bool after_gap = false;
  for (std::size_t before = rows_.number(); rows_.next(); before = rows_.number()) {
    after_gap = after_gap || (rows_.number() > before + 1 && taken_ > 0);
    if (hints_.progress != nullptr && rows_.number() % rows_between_news == 0) {
      hints_.progress(static_cast<double>(rows_.position()) / static_cast<double>(text_.size()));
    }
    is_totals_ = is_totals_row();
    if (is_totals_ && totals_ == TotalsRow::returned && has_wanted_number()) return true;
    if (is_totals_) {
      skip("totals row");
    } else if (!has_wanted_number()) {
      const bool is_header = is_another_header();
      if (is_header && is_header_of(sheet_, rows_.cells())) {
        skip("the header again");
        continue;
      }
      if (is_header || (after_gap && has_words_for_numbers())) {
        second_table_row_ = rows_.number();
        return false;
      }
      skip("no numbers in it");
    } else if (taken_ == most_rows) {
      is_cut_short_ = true;
      return false;
    } else {
      ++taken_;
      return true;
    }
  }
  return false;
}

bool SheetRows::has_words_for_numbers() const {
  std::size_t filled = 0;
  bool word = false;
  for (std::size_t i = 0; i < rows_.cells().size(); ++i) {
    const std::string_view value = cell(i);
    filled += !value.empty();
    word =
        word || (i < sheet_.columns.size() && is_number_field(sheet_.columns[i].used_for) && !is_missing_word(value));
  }
  return filled > 1 && word;
}

bool SheetRows::is_another_header() {
  return header_checks_ < most_header_checks && ++header_checks_ > 0 && is_header_row(rows_.cells());
}

bool SheetRows::is_last_row() const { return rows_.position() >= content_end_; }

bool SheetRows::is_totals_row() const {
  const auto& cells = rows_.cells();
  for (const std::string_view cell : cells) {
    if (bare_cell(cell).empty()) continue;
    if (is_totals_label(cell)) return true;
    break;
  }
  if (is_totals_label(text(Field::campaign))) return true;
  // No name, no id, no date: the first or last row is then the sum of the others.
  bool only_caption = true;
  for (const std::size_t column : identity_columns_) {
    if (!cell(column).empty()) return false;
    only_caption = only_caption && sheet_.columns[column].used_for == Field::caption;
  }
  return !only_caption && sheet_.sampled_rows > 1 && (taken_ == 0 || is_last_row());
}

NumberContext SheetRows::context(Field field) const {
  NumberContext context;
  context.locale = hints_.locale;
  context.whole =
      !is_average(field) && field != Field::engagement_rate && field != Field::fee && field != Field::purchase_value;
  if (const std::size_t column = columns_[static_cast<std::size_t>(field)]; column != no_column)
    context.decimal_mark = sheet_.columns[column].decimal_mark;
  return context;
}

void SheetRows::note_missing(std::string_view cell) {
  if (cell.empty()) return;
  ++missing_;
  if (missing_words_.size() >= 3) return;
  const std::string word = quoted(cell);
  if (std::find(missing_words_.begin(), missing_words_.end(), word) == missing_words_.end())
    missing_words_.push_back(word);
}

void SheetRows::note_unreadable(Field field) {
  if (is_day_without_year(text(field))) {
    if (turned_to_dates_++ == 0) first_turned_to_date_ = quoted(text(field));
    return;
  }
  if (unreadable_++ > 0) return;
  const std::size_t column = columns_[static_cast<std::size_t>(field)];
  first_unreadable_ = "row " + std::to_string(row()) + ", column " +
                      quoted(column != no_column ? sheet_.columns[column].name : std::string()) + ": " +
                      quoted(text(field));
}

std::optional<core::Count> SheetRows::count(Field field) { return read_cell(field, false); }

std::optional<core::Count> SheetRows::read_cell(Field field, bool may_be_negative) {
  const std::string_view cell = text(field);
  if (cell.empty()) return std::nullopt;
  if (const auto plain = plain_number(cell); plain && may_be(field, *plain)) return core::Count::exact(plain->value);
  const Number number = read_number(cell, context(field));
  if (number && !number.percent) {
    const double value = number.count.value;
    if (!is_total(field) || value >= 1000 || value == std::floor(value)) return number.count;
    note_unreadable(field);
    return std::nullopt;
  }
  if (number.flaw == NumberFlaw::negative && !number.percent) {
    if (may_be_negative) return number.count;
    if (number.count.value != -1) ++negative_;  // -1 is how scrapers write "hidden"
  } else if (is_missing_word(cell)) {
    note_missing(cell);
  } else {
    note_unreadable(field);
  }
  return std::nullopt;
}

core::MaybeNumber SheetRows::signed_number(Field field) { return value_of(read_cell(field, true)); }

void SheetRows::skip(std::string reason) {
  if (skipped_.size() < most_skipped) {
    skipped_.push_back({row(), std::move(reason)});
  } else {
    ++more_skipped_;
  }
}

void SheetRows::report(Reading& reading) {
  reading.mapping = mapping_of(sheet_);
  reading.skipped = sheet_.preamble;
  reading.skipped.insert(reading.skipped.end(), skipped_.begin(), skipped_.end());
  const auto warn = [&reading](std::string sentence) { reading.warnings.push_back(std::move(sentence)); };
  for (const std::string& warning : sheet_.warnings) warn(warning);
  if (missing_ > 0) {
    std::string words;
    for (const std::string& word : missing_words_) words += (words.empty() ? "" : ", ") + word;
    warn(counted(missing_, "cell holds", "cells hold") + " no number (" + words + ") and " +
         (missing_ == 1 ? "was" : "were") + " left empty.");
  }
  if (unreadable_ > 0) {
    warn(counted(unreadable_, "cell", "cells") + " could not be read as a number and " +
         (unreadable_ == 1 ? "was" : "were") + " left empty: " + first_unreadable_ +
         (unreadable_ > 1 ? " is the first." : "."));
  }
  if (turned_to_dates_ > 0) {
    warn(counted(turned_to_dates_, "cell holds", "cells hold") + " a date where a number belongs (" +
         first_turned_to_date_ +
         "), as happens when a spreadsheet takes decimals for dates. They were left empty; use the original file.");
  }
  if (negative_ > 0) {
    warn(counted(negative_, "negative number was", "negative numbers were") + " left out, since counts start at 0.");
  }
  if (more_skipped_ > 0) {
    warn(counted(more_skipped_, "more row was", "more rows were") + " skipped than are listed.");
  }
  if (second_table_row_) {
    warn("Another table begins in row " + std::to_string(*second_table_row_) +
         ". Only the first one was read; upload the other on its own.");
  }
  if (is_cut_short_) warn("Only the first 1,048,576 rows were read.");
  if (rows_.has_open_quote()) {
    warn("A quote in row " + std::to_string(rows_.number()) +
         " is never closed, so the rest of the text was read as one cell.");
  }
}

}  // namespace mf::ingest
