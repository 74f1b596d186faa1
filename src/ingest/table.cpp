#include <utility>

#include "ingest/delimited_text.h"
#include "ingest/excerpt.h"
#include "ingest/read.h"
#include "ingest/refusals.h"
#include "ingest/text_encoding.h"

namespace mf::ingest {
namespace {

// Each cell is a string of its own: this many take about as much memory as a browser tab gives.
constexpr std::size_t most_cells = 12'000'000;

}  // namespace

Result<Table> table(std::string_view bytes) {
  if (auto refusal = refuse_bytes(bytes)) return *std::move(refusal);
  const DecodedText decoded = decode_text(bytes);
  const std::string_view text = decoded.text();
  const Layout layout = sniff_layout(text);

  Table table;
  table.encoding = decoded.encoding;
  table.delimiter = layout.delimiter;
  std::size_t cells = 0;
  DelimitedRows rows(text, layout);
  while (rows.next()) {
    cells += rows.cells().size();
    if (cells > most_cells) {
      return Error{"too-large",
                   "This table has more than 12 million cells. Keep only the columns that you need, or split the file.",
                   "", rows.number()};
    }
    table.rows.emplace_back(rows.cells().begin(), rows.cells().end());
  }
  return table;
}

}  // namespace mf::ingest
