#include "ingest/delimited_text.h"

#include <algorithm>
#include <bit>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "ingest/folding.h"

namespace mf::ingest {
namespace {

constexpr char candidates[] = {',', ';', '\t', '|'};
constexpr std::size_t sampled_records = 50;
constexpr std::size_t sampled_bytes = 256u << 10;

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// "sep=;" alone on the first line, as spreadsheets read it.
bool take_separator_line(std::string_view text, Layout& layout) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  std::string_view line = text.substr(0, end);
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (line.size() < 5 || folded(line.substr(0, 4)) != "sep=") return false;
  // Spreadsheets that save the file again may pad the line with delimiters.
  const char delimiter = line[4];
  if (line.find_first_not_of(delimiter, 4) != std::string_view::npos || delimiter == '"') return false;
  layout.delimiter = delimiter;
  layout.start = end;
  if (layout.start < text.size()) layout.start += text.substr(end, 2) == "\r\n" ? 2 : 1;
  layout.rows_before = 1;
  return true;
}

struct Widths {
  double consistency = 0;
  std::size_t usual = 1;
};

Widths widths_of(std::string_view text, const Layout& layout) {
  std::size_t widths[sampled_records];
  std::size_t count = 0;
  const std::string_view head = text.substr(0, sampled_bytes);
  DelimitedRows rows(head, layout);
  while (count < sampled_records && rows.next()) widths[count++] = rows.cells().size();
  const bool last_is_cut = head.size() < text.size() && rows.position() == head.size();
  if (last_is_cut && count > 1) --count;
  if (count == 0) return {};
  std::sort(widths, widths + count);
  Widths best;
  std::size_t most = 0;
  for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
    while (end < count && widths[end] == widths[begin]) ++end;
    if (widths[begin] > 1 && end - begin >= most) {
      most = end - begin;
      best.usual = widths[begin];
    }
  }
  best.consistency = static_cast<double>(most) / static_cast<double>(count);
  return best;
}

// Perfect agreement wins over everything; below it, agreement counts double and wide tables beat narrow ones,
// so that the decimal commas of a ragged ';' file do not make it a ',' file.
double score(const Widths& widths) {
  const double width = static_cast<double>(std::min<std::size_t>(widths.usual - 1, 30));
  if (widths.consistency >= 1) return 1000 + width;
  return widths.consistency * widths.consistency * width;
}

}  // namespace

Layout sniff_layout(std::string_view text) {
  Layout layout;
  if (take_separator_line(text, layout)) {
    const Widths widths = widths_of(text, layout);
    layout.consistency = widths.consistency;
    layout.width = widths.usual;
    return layout;
  }
  double best = 0;
  for (const char delimiter : candidates) {
    Layout trial;
    trial.delimiter = delimiter;
    const Widths widths = widths_of(text, trial);
    if (score(widths) <= best) continue;
    best = score(widths);
    layout = trial;
    layout.consistency = widths.consistency;
    layout.width = widths.usual;
  }
  return layout;
}

bool is_double_encoded(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  if (line.size() < 10 || line.front() != '"' || line.back() != '"') return false;
  DelimitedRows rows(line, Layout{});
  if (!rows.next() || rows.cells().size() != 1) return false;
  const std::string_view cell = rows.cells()[0];
  return std::count(cell.begin(), cell.end(), ',') >= 3;
}

std::string without_double_encoding(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"') {
      for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        out += line[i];
        if (line[i] == '"' && line[i + 1] == '"' && i + 2 < line.size()) ++i;
      }
    } else {
      out += line;
    }
    while (end < text.size() && is_line_end(text[end])) out += text[end++];
    at = end;
  }
  return out;
}

std::uint64_t CellEnds::look_at_block(std::size_t begin) const {
  const char* const bytes = text_.data() + begin;
  const std::size_t size = std::min(text_.size() - begin, block_bytes);
  std::uint64_t ends = 0;
#ifdef __SSE2__
  if (size == block_bytes) {
    const __m128i delimiter = _mm_set1_epi8(delimiter_), line_feed = _mm_set1_epi8('\n'),
                  carriage = _mm_set1_epi8('\r');
    for (int lane = 0; lane < 4; ++lane) {
      const __m128i lane_bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * lane));
      const __m128i found =
          _mm_or_si128(_mm_cmpeq_epi8(lane_bytes, delimiter),
                       _mm_or_si128(_mm_cmpeq_epi8(lane_bytes, line_feed), _mm_cmpeq_epi8(lane_bytes, carriage)));
      ends |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found))) << (16 * lane);
    }
    return ends;
  }
#endif
  for (std::size_t i = 0; i < size; ++i) {
    ends |= std::uint64_t{bytes[i] == delimiter_ || is_line_end(bytes[i])} << i;
  }
  return ends;
}

void CellEnds::look_from(std::size_t begin) {
  constexpr std::size_t at_once = 8;  // so that a processor need not guess how many there are
  stretch_ = begin;
  stretch_end_ = std::min(begin + stretch_bytes, text_.size());
  next_ = 0;
  std::size_t count = 0;
  for (std::size_t block = begin; block < stretch_end_; block += block_bytes) {
    std::uint64_t ends = look_at_block(block);
    const auto count_here = static_cast<std::size_t>(std::popcount(ends));
    for (std::size_t done = 0; done < count_here; done += at_once) {
      for (std::size_t i = 0; i < at_once; ++i) {
        found_[count + done + i] = block + static_cast<std::size_t>(std::countr_zero(ends));
        ends &= ends - 1;
      }
    }
    count += count_here;
  }
  found_[count] = none;
}

bool CellEnds::look_further(std::size_t from) {
  while (std::max(from, stretch_end_) < text_.size()) {
    look_from(std::max(from, stretch_end_));
    if (found_[0] != none) return true;
  }
  return false;
}

DelimitedRows::DelimitedRows(std::string_view text, const Layout& layout)
    : text_(text), ends_(text, layout.delimiter), at_(layout.start), number_(layout.rows_before) {}

std::string_view DelimitedRows::take_quoted_cell(std::size_t index) {
  const std::size_t begin = ++at_;
  const std::size_t scratch_begin = scratch_.size();
  std::size_t from = begin;  // what is not yet in scratch_
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      has_open_quote_ = true;
      at_ = text_.size();
      break;
    }
    if (quote + 1 < text_.size() && text_[quote + 1] == '"') {
      scratch_.append(text_, from, quote + 1 - from);
      at_ = from = quote + 2;
      continue;
    }
    at_ = ends_.find(quote + 1);
    if (scratch_.size() == scratch_begin && at_ == quote + 1) return text_.substr(begin, quote - begin);
    scratch_.append(text_, from, quote - from);
    from = quote + 1;
    break;
  }
  scratch_.append(text_, from, at_ - from);
  unquoted_.push_back({index, scratch_begin, scratch_.size() - scratch_begin});
  return {};
}

bool DelimitedRows::next() {
  while (at_ < text_.size() && is_line_end(text_[at_])) {
    at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
    ++number_;
  }
  if (at_ >= text_.size()) return false;
  ++number_;
  unquoted_.clear();
  scratch_.clear();
  // In locals, so that they can stay in registers from cell to cell.
  const std::string_view text = text_;
  std::size_t at = at_, count = 0;
  std::string_view* const cells = cells_.data();
  const std::size_t usual_count = cells_.size();  // most records are as wide as the one before
  for (;;) {
    std::string_view cell;
    if (at < text.size() && text[at] == '"') {
      at_ = at;
      cell = take_quoted_cell(count);
      at = at_;
    } else {
      const std::size_t end = ends_.find(at);
      cell = {text.data() + at, end - at};
      at = end;
    }
    if (count < usual_count) {
      cells[count++] = cell;
    } else if (count < most_cells_per_row) {
      cells_.push_back(cell);
      ++count;
    }
    if (at >= text.size()) break;
    const char end = text[at++];
    if (!is_line_end(end)) continue;
    if (end == '\r' && at < text.size() && text[at] == '\n') ++at;
    break;
  }
  at_ = at;
  cells_.resize(count);
  for (const Unquoted& cell : unquoted_) {
    if (cell.cell < cells_.size()) cells_[cell.cell] = std::string_view(scratch_).substr(cell.begin, cell.size);
  }
  return true;
}

}  // namespace mf::ingest
