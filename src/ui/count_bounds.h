// How many may be picked, as people type it.
#pragma once

#include <optional>
#include <string_view>

#include "core/error.h"
#include "core/pick.h"

namespace mf::ui {

// "3", "2 to 5", "at least 2", "2+", "at most 4", "up to 4", ">= 2", "≤ 4". Nothing for empty text.
// Codes: those of ingest::read_range, out-of-range.
Result<std::optional<core::CountBounds>> read_count_bounds(std::string_view text, std::string_view field);

}  // namespace mf::ui
