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

// Where a cell without quotes ends: the delimiters and line ends of a text, looked up in order, a stretch at a time.
class CellEnds {
 public:
  CellEnds(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) { found_[0] = none; }

  // The first at `from` or after it; the size of the text if there is none. `from` is never less than before, except
  // after return_to().
  std::size_t find(std::size_t from) {
    Cursor next = cursor();
    const std::size_t end = has_at(from, next) ? *next : text_.size();
    move_to(next);
    return end;
  }

  // The same for who looks for many and keeps the place in a variable meanwhile: whether there is one, and then `next`
  // is at it.
  using Cursor = const std::size_t*;
  Cursor cursor() const { return found_ + next_; }
  void move_to(Cursor next) { next_ = static_cast<std::size_t>(next - found_); }
  bool has_at(std::size_t from, Cursor& next) {
    while (*next < from) ++next;
    if (*next != none) return true;
    next = found_;
    return look_further(from);
  }

  struct Place {
    std::size_t stretch, next;
  };
  Place place() const { return {stretch_, next_}; }
  void return_to(const Place& place) {
    if (place.stretch == stretch_) {
      next_ = place.next;
    } else {
      look_from(place.stretch);
    }
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr std::size_t block_bytes = 64;
  static constexpr std::size_t stretch_bytes = 8 * block_bytes;

  // Whether there is one at `from` or after it that has not been looked up.
  bool look_further(std::size_t from);
  // Looks at the stretch that begins there.
  void look_from(std::size_t begin);
  // A bit for each of the up to 64 bytes from there on.
  std::uint64_t look_at_block(std::size_t begin) const;

  std::string_view text_;
  char delimiter_;
  std::size_t stretch_ = 0;                         // where it begins
  std::size_t stretch_end_ = 0;                     // everything before it has been looked at
  std::size_t next_ = 0;                            // of those found
  std::size_t found_[stretch_bytes + block_bytes];  // in the stretch; `none` behind the last
};

class DelimitedRows {
 public:
  DelimitedRows(std::string_view text, const Layout& layout);

  // Reads the next record; false at the end.
  bool next();
  // Reads the next record in one go if it begins here, ends with its line and each of its quotes, if it has any, is
  // around a whole cell and stands for itself: take(index, begin, size) is given its cells as they are found, and
  // is_whole() is asked at its end. If the record is of another kind or one of them says no, false, and nothing has
  // moved. cells() stays as it is.
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
  static constexpr std::size_t npos = std::string_view::npos;
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
  const std::string_view text = text_;
  const auto is_line_end = [](char c) { return c == '\n' || c == '\r'; };
  if (at_ >= text.size() || is_line_end(text[at_])) return false;
  const CellEnds::Place place = ends_.place();
  const auto read = [&] {
    CellEnds::Cursor next = ends_.cursor();
    std::size_t at = at_;
    for (std::size_t index = 0;; ++index) {
      if (!ends_.has_at(at, next)) return npos;
      std::size_t begin = at, end = *next;
      if (text[at] == '"') {
        end = text.find('"', ++begin);
        if (end == npos || !ends_.has_at(end + 1, next) || *next != end + 1) return npos;
      }
      if (!take(index, text.data() + begin, end - begin)) return npos;
      at = *next++;
      const char after = text[at++];
      if (!is_line_end(after)) continue;
      if (after == '\r' && at < text.size() && text[at] == '\n') ++at;
      break;
    }
    ends_.move_to(next);
    return is_whole() ? at : npos;
  };
  const std::size_t after = read();
  if (after == npos) {
    ends_.return_to(place);
    return false;
  }
  at_ = after;
  ++number_;
  return true;
}

}  // namespace mf::ingest
