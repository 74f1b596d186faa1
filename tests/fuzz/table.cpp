// The table reader against a slow and obvious twin: one character at a time, one state, no views, no sniffing.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/delimited_text.h"
#include "ingest/read.h"
#include "ingest/text_encoding.h"

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows twin(const std::string& text, char delimiter) {
  enum class State { cell_start, plain, quoted, quote_in_quoted } state = State::cell_start;
  Rows rows;
  std::vector<std::string> row;
  std::string cell;
  bool blank = true;  // nothing of this record has been seen
  const auto end_cell = [&] {
    if (row.size() < mf::ingest::most_cells_per_row) row.push_back(cell);
    cell.clear();
    state = State::cell_start;
  };
  const auto end_row = [&] {
    if (!blank) {
      end_cell();
      rows.push_back(row);
    }
    row.clear();
    cell.clear();
    blank = true;
    state = State::cell_start;
  };
  for (const char c : text) {
    if (state == State::quoted) {
      if (c == '"') {
        state = State::quote_in_quoted;
      } else {
        cell += c;
      }
      continue;
    }
    if (state == State::quote_in_quoted && c == '"') {
      cell += '"';
      state = State::quoted;
      continue;
    }
    if (c == '\n' || c == '\r') {
      end_row();  // of "\r\n" the second ends a blank record, which is none
    } else if (c == delimiter) {
      blank = false;
      end_cell();
    } else if (c == '"' && state == State::cell_start) {
      blank = false;
      state = State::quoted;
    } else {
      blank = false;
      cell += c;
      state = State::plain;
    }
  }
  end_row();
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto table = mf::ingest::table(bytes);
  if (!table) return 0;
  const mf::ingest::DecodedText decoded = mf::ingest::decode_text(bytes);
  const mf::ingest::Layout layout = mf::ingest::sniff_layout(decoded.text());
  if (layout.delimiter != table->delimiter) std::abort();
  if (twin(std::string(decoded.text().substr(layout.start)), table->delimiter) != table->rows) std::abort();
  return 0;
}
