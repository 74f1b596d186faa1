// A short list of figures of a period: "Overall Performance | 8/7/2023 - 8/5/2024", then a name and a number a row.
#pragma once

#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"

namespace mf::ingest {

// The first row has two cells, the second of which is a range of dates; a row of a known figure follows.
bool is_overview_table(std::string_view sample);
// Error "no-numbers": none of the figures is known.
Result<Reading> read_overview_table(std::string_view text, const Hints& hints);

}  // namespace mf::ingest
