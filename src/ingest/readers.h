// The formats that ingest understands. A new one is a file with its two functions and a row in readers.cpp.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// What all readers may look at before any of them reads.
struct Input {
  std::string_view bytes;          // all of it
  std::string_view sample;         // the head of it as UTF-8
  bool is_cut = false;             // there is more than the sample
  std::optional<Sheet> sheet;      // if the sample is a table with a known header and numbers under it
  bool is_double_encoded = false;  // the sheet was found after without_double_encoding
  bool is_told = false;            // the sheet was found by Hints::columns
};

struct Reader {
  const char* format;                      // Reading::format
  bool (*recognises)(const Input& input);  // from the sample alone, fast
  Result<Reading> (*read)(const Input& input, const Hints& hints);
};

// In the order in which they are asked; the first that recognises the input reads it.
std::span<const Reader> readers();

}  // namespace mf::ingest
