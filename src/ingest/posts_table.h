// A table with one post a row, or with one row of an account and its post.
#pragma once

#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// format "posts-csv". Followers come from the table if it has them, else Reading::needs asks for them.
// Errors: no-numbers.
Result<Reading> read_posts_table(std::string_view text, const Sheet& sheet, const Hints& hints);

}  // namespace mf::ingest
