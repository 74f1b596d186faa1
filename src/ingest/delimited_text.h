// Delimited text, RFC 4180 and what is found in the wild, one record at a time and without copying.
//
// - A cell is quoted if its first character is a quote; "" inside is one quote; line ends and delimiters inside are
// text.
// - What follows a closing quote up to the delimiter is kept as it is; a quote inside an unquoted cell is a character.
// - LF, CRLF and CR end a record. Blank lines are no records, but they are counted, as a spreadsheet numbers its rows.
// - A quote that is never closed takes the rest of the text.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
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

// Where a cell without quotes ends: the delimiters and line ends of a text, looked up in order.
class CellEnds {
 public:
  CellEnds(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  // The first at `from` or after it; the size of the text if there is none.
  std::size_t find(std::size_t from) {
    const std::uint64_t ends = from - block_ < 64 ? ends_ >> (from - block_) : 0;
    return ends != 0 ? from + static_cast<std::size_t>(std::countr_zero(ends)) : find_from_block(from);
  }

 private:
  std::size_t find_from_block(std::size_t from);
  // A bit for each of the 64 bytes from `block_` on.
  std::uint64_t look_at_block() const;

  std::string_view text_;
  char delimiter_;
  std::size_t block_ = 0;   // a multiple of 64
  std::uint64_t ends_ = 0;  // of that block, once it has been looked at
};

class DelimitedRows {
 public:
  DelimitedRows(std::string_view text, const Layout& layout);

  // Reads the next record; false at the end.
  bool next();
  // Reads the next record in one go if it begins here and each of its quotes, if it has any, is around a whole cell and
  // stands for itself: take(index, cell) is given its cells as they are found, and is_whole() is asked at its end. If
  // the record is of another kind or one of them says no, false, and nothing has moved. cells() stays as it is.
  template <class Take, class IsWhole>
  bool next_plain(Take take, IsWhole is_whole);
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

  // The cell that begins at `at_`, which moves to where it ends.
  std::string_view take_quoted_cell(std::size_t index);

  std::string_view text_;
  CellEnds ends_;
  std::size_t at_;
  std::size_t number_;
  bool has_open_quote_ = false;
  std::vector<std::string_view> cells_;
  std::vector<Unquoted> unquoted_;
  std::string scratch_;
};

template <class Take, class IsWhole>
bool DelimitedRows::next_plain(Take take, IsWhole is_whole) {
  // In locals, so that they can stay in registers from cell to cell.
  const std::string_view text = text_;
  CellEnds ends = ends_;
  std::size_t at = at_;
  const auto is_line_end = [](char c) { return c == '\n' || c == '\r'; };
  if (at >= text.size() || is_line_end(text[at])) return false;
  for (std::size_t index = 0;; ++index) {
    const bool is_quoted = at < text.size() && text[at] == '"';
    if (is_quoted) ++at;
    const std::size_t end = is_quoted ? text.find('"', at) : ends.find(at);
    if (end == std::string_view::npos || !take(index, std::string_view(text.data() + at, end - at))) return false;
    at = end + is_quoted;
    if (is_quoted && ends.find(at) != at) return false;
    if (at == text.size()) break;
    const char after = text[at++];
    if (!is_line_end(after)) continue;
    if (after == '\r' && at < text.size() && text[at] == '\n') ++at;
    break;
  }
  if (!is_whole()) return false;
  ends_ = ends;
  at_ = at;
  ++number_;
  return true;
}

}  // namespace mf::ingest
