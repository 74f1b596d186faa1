// Delimited text, RFC 4180 and what is found in the wild, one record at a time and without copying.
//
// - A cell is quoted if its first character is a quote; "" inside is one quote; line ends and delimiters inside are
// text.
// - What follows a closing quote up to the delimiter is kept as it is; a quote inside an unquoted cell is a character.
// - LF, CRLF and CR end a record. Blank lines are no records, but they are counted, as a spreadsheet numbers its rows.
// - A quote that is never closed takes the rest of the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mf::ingest {

// The widest record that is split; cells beyond are dropped. A spreadsheet stops at 16,384.
inline constexpr std::size_t most_cells_per_row = 16384;

struct Layout {
  char delimiter = ',';
  std::size_t start = 0;        // byte at which the records begin, after a "sep=;" line
  std::size_t rows_before = 0;  // 1 if there was one
  double consistency = 0;       // share of the sampled records that have the usual number of cells
  std::size_t width = 1;        // that number
};

// The delimiter among , ; TAB | that gives the most consistent records, from the first 50 of them.
// A first line "sep=X" decides. Text of one column gives ',' and width 1.
Layout sniff_layout(std::string_view text);

// A table that was opened as one column and saved again: every line quoted once more, its quotes doubled.
bool is_double_encoded(std::string_view text);
// Each line of it without the outer quotes.
std::string without_double_encoding(std::string_view text);

class DelimitedRows {
 public:
  DelimitedRows(std::string_view text, const Layout& layout);

  // Reads the next record; false at the end.
  bool next();
  // Its cells: views into the text, or into this object until the next call of next().
  const std::vector<std::string_view>& cells() const { return cells_; }
  // Its number, from 1, with blank lines and a "sep=" line counted.
  std::size_t number() const { return number_; }
  // How far into the text the records read so far reach.
  std::size_t position() const { return at_; }
  // True once a quote has been found that is never closed.
  bool has_open_quote() const { return has_open_quote_; }

 private:
  struct Unquoted {  // a cell that had to be rewritten, in scratch_
    std::size_t cell, begin, size;
  };

  void take_quoted_cell();
  void take_plain_cell();
  std::size_t find_stop(std::size_t from) const;
  void add(std::string_view cell) {
    if (cells_.size() < most_cells_per_row) cells_.push_back(cell);
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_;
  std::size_t number_;
  bool has_open_quote_ = false;
  bool stops_[256] = {};
  std::vector<std::string_view> cells_;
  std::vector<Unquoted> unquoted_;
  std::string scratch_;
};

}  // namespace mf::ingest
