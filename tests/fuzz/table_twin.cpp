// DelimitedRows against a slow and obvious twin, with every delimiter and not only the one that would be sniffed: the
// same cells, the same record numbers, the same open quote. The first byte chooses the delimiter.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/delimited_text.h"

namespace {

struct Record {
  std::size_t number = 0;
  std::vector<std::string> cells;
  bool operator==(const Record&) const = default;
};

struct Table {
  std::vector<Record> records;
  bool has_open_quote = false;
  bool operator==(const Table&) const = default;
};

// Lines are counted as DelimitedRows counts: every record and every blank line is one, line ends in quotes are none.
Table slow_table(const std::string& text, char delimiter) {
  Table table;
  std::size_t at = 0, number = 0;
  const auto at_line_end = [&] { return at < text.size() && (text[at] == '\n' || text[at] == '\r'); };
  const auto skip_line_end = [&] {
    const bool crlf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    at += crlf ? 2 : 1;
  };
  while (at < text.size()) {
    ++number;
    if (at_line_end()) {
      skip_line_end();
      continue;
    }
    Record record;
    record.number = number;
    for (bool more = true; more;) {
      std::string cell;
      if (at < text.size() && text[at] == '"') {
        ++at;
        for (;;) {
          if (at == text.size()) {
            table.has_open_quote = true;
            break;
          }
          if (text[at] != '"') {
            cell += text[at++];
          } else if (at + 1 < text.size() && text[at + 1] == '"') {
            cell += '"';
            at += 2;
          } else {
            ++at;
            break;
          }
        }
      }
      while (at < text.size() && text[at] != delimiter && !at_line_end()) cell += text[at++];
      if (record.cells.size() < mf::ingest::most_cells_per_row) record.cells.push_back(cell);
      more = at < text.size() && text[at] == delimiter;
      if (more) ++at;
    }
    if (at_line_end()) skip_line_end();
    table.records.push_back(record);
  }
  return table;
}

Table fast_table(std::string_view text, char delimiter) {
  mf::ingest::Layout layout;
  layout.delimiter = delimiter;
  mf::ingest::DelimitedRows rows(text, layout);
  Table table;
  while (rows.next()) table.records.push_back({rows.number(), {rows.cells().begin(), rows.cells().end()}});
  table.has_open_quote = rows.has_open_quote();
  return table;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const char delimiter = ",;\t|"[data[0] % 4];
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (fast_table(text, delimiter) != slow_table(text, delimiter)) std::abort();
  return 0;
}
