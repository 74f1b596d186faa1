// Input that no reader can take, and what to do instead.
#pragma once

#include <optional>
#include <string_view>

#include "core/error.h"

namespace mf::ingest {

// By size and by the first bytes: empty, too large, PDF, pictures, archives, spreadsheets, other binary data.
// A sample of the bytes decides, so the answer takes no longer for a large file.
std::optional<Error> refuse_bytes(std::string_view bytes);

// By the first characters of decoded text: HTML and JSON, for which no reader is here yet.
std::optional<Error> refuse_text(std::string_view sample);

}  // namespace mf::ingest
