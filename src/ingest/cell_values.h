// What the number in a spreadsheet's cell says, by the format that the cell is shown in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mf::ingest {

// How a number format shows a number, as far as it changes what the number means.
enum class NumberStyle : std::uint8_t { plain, percent, date, date_and_time, time };

// Of a format that spreadsheets know by number only (ECMA-376 part 1, 18.8.30).
NumberStyle style_of_builtin(unsigned id);
// Of a written format: "yyyy-mm-dd", "0.0%", "[h]:mm:ss", "#,##0 \"days\"".
NumberStyle style_of_code(std::string_view code);

// The first day that a workbook counts from.
enum class Epoch : std::uint8_t { from_1900, from_1904 };

// The number as text that every reader takes as meant: a date as ISO 8601, a length of time as "1:02:03", a share as
// "4.5%", any other without an exponent up to 15 digits, and never in a form such as "1.234", which could also be
// 1,234. What is no number, and a date that no calendar has, stays as it is.
std::string cell_text(std::string_view number, NumberStyle style, Epoch epoch);

}  // namespace mf::ingest
