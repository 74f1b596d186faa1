// The first rows under a header, from which it is decided what its columns and its rows mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/columns.h"

namespace mf::ingest {

// The sampled records, kept as text.
using Sample = std::vector<std::vector<std::string>>;

// A cell as bare_cell() gives it; empty if the row is too short.
std::string_view cell_of(const std::vector<std::string>& row, std::size_t column);

// The cell is a number, if only one that is negative or too large.
bool holds_number(std::string_view cell);

// How much a column offers: cells with something in them, and among numbers those that are not shortened.
struct Content {
  std::size_t filled = 0;
  std::size_t numbers = 0;
  std::size_t exact = 0;
};
Content content_of(const Sample& sample, std::size_t column);

// Followers, a post's numbers, averages, rates: what a table is read for.
bool is_wanted(Field field);

}  // namespace mf::ingest
