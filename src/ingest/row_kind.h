// What the rows of a table stand for: posts, creators, days, campaigns or parts of an audience.
#pragma once

#include <cstddef>
#include <optional>

#include "ingest/sheet.h"
#include "ingest/sheet_sample.h"

namespace mf::ingest {

// From the columns in use and the sample. Needs Sheet::date_order.
RowKind kind_of_rows(const Sheet& sheet, const Sample& sample);

// Whether the reading of such rows has a place for a field.
bool is_carried(RowKind kind, Field field);

// Sheet::day_column of a table of posts.
std::optional<std::size_t> day_column_of(const Sheet& sheet, const Sample& sample);

// The order of day and month in the column of dates, as its cells show it.
DateOrder date_order_of(const Sheet& sheet, const Sample& sample);

}  // namespace mf::ingest
