// A Reading on its way from the reader's program (src/reader) to the page's: one block of bytes that both of them
// know, little-endian, texts and lists with their length before them.
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"

namespace mf::ingest {

// Either side of a result.
std::string to_bytes(const Result<Reading>& result);

// What to_bytes was given. Any bytes may come: those that to_bytes did not write, or wrote for structs with other
// fields, give an Error with the code "not-a-reading".
Result<Reading> from_bytes(std::string_view bytes);

}  // namespace mf::ingest
