// The sheets of an Excel workbook (.xlsx, ECMA-376) as delimited text, which the readers of tables take.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "ingest/archive.h"

namespace mf::ingest {

// The most text that one sheet, and the most bytes that one file of a workbook, may come to.
inline constexpr std::size_t most_sheet_bytes = 64u << 20;

struct WorkbookSheet {
  std::string name;
  bool is_hidden = false;
  bool is_cut = false;  // there was more than most_sheet_bytes, or than the rows and columns that Excel has
  // A line per row, cells between tabs. Line n is row n of the sheet: rows and cells that the file leaves out are here.
  std::string text;
};

bool is_workbook(const Archive& archive);
// Whether a file of a workbook is read at all: its list of sheets, the sheets, their words and their formats.
bool is_wanted_of_workbook(std::string_view path);

// The sheets in the order in which Excel shows them. Of hidden ones only the name: nobody sees what is in them. Charts
// are left out. `budget` is how many bytes may still be unpacked; what is used up is taken off.
// Errors: those of unpack, and archive-broken for a workbook without sheets.
Result<std::vector<WorkbookSheet>> read_workbook(const Archive& archive, std::uint64_t& budget);

}  // namespace mf::ingest
