// The one door into ingest: bytes in, a Reading or an Error out. Content decides the format, never the file name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "ingest/reading.h"

namespace mf::ingest {

// The most that one input may hold, in bytes. Larger input is refused with code "too-large".
inline constexpr std::size_t max_input_bytes = 128u << 20;

// Errors, each with a sentence that says what to do instead:
// - what the bytes are: empty-input, too-large, binary-input, pdf-input, image-input, zip-input, spreadsheet-input,
//   json-input (JSON of no use here), html-input
// - what an archive lacks: archive-broken, archive-too-large, archive-encrypted, archive-method (archive.h), and
//   zip-input if nothing in it is of use
// - what a file of a download lacks: as for read_download (download.h)
// - what a table lacks: no-usable-columns (with its columns, so that somebody can say what they are), no-numbers,
//   daily-totals (rows are days and nothing can be added up),
//   ads-input (the same of campaigns), audience-input (rows are parts of the audience)
// - what Hints::columns gets wrong: unknown-column, unknown-field, field-twice
// - what a text leaves open: no-numbers, ambiguous-counts, negative, not-a-number, ambiguous, out-of-range
Result<Reading> read(std::string_view bytes, const Hints& hints = {});

struct Table {
  std::string encoding;  // "utf-8", "utf-16le", "utf-16be", "windows-1251", "windows-1252"
  char delimiter = ',';
  std::vector<std::vector<std::string>> rows;  // cells as UTF-8, quotes undone, nothing trimmed, header row included
};

// The cells of delimited text, for callers that bring their own meaning. Errors as for read.
Result<Table> table(std::string_view bytes);

}  // namespace mf::ingest
