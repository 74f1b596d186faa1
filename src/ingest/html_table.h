// The tables of a web page as delimited text. Many an ".xls" is such a page, or Excel's XML of 2003, and opens in
// Excel.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mf::ingest {

// A line per row, quoted cells between tabs, a blank line after each table; cells that span several rows or columns
// stand in the first of them. Stops once the text is longer than `most_bytes`. Nothing if no row has two cells.
std::optional<std::string> table_of_html(std::string_view html, std::size_t most_bytes);

}  // namespace mf::ingest
