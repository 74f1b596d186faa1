// Dates as exports write them, to ISO 8601. What is not certain stays unread: an invented date is worse than none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mf::ingest {

// Which number comes first in 03/04/2025.
enum class DateOrder : std::uint8_t { unknown, month_first, day_first, contradictory };

// "2025-10-31", "2025-10-31T18:19:10", with "Z" or an offset where the text has one. Empty if the text is no date,
// lacks its year, or is a numeric date whose order is not known.
// Read: ISO 8601 and its relatives with "/" or "."; "Dec 18, 2022"; "Fri, Mar 21, 2025"; "Thu Mar 20 2025"; "18 Dec
// 2022"; "8 de marzo de 2025" and its like in a dozen languages; "Sep 09, 2025 12:40 am"; "Sun Dec 31 14:36:59 +0000
// 2023"; "03/18/2025 09:48" by `order`; "07/27/17", whose year is of this century, by its own evidence or `order`;
// "31.10.2025"; "2025年9月13日"; seconds and milliseconds since 1970; a spreadsheet's day number of 2000 to 2050,
// "45292". Only days of the years 1990 to 2199 are dates.
std::string iso_date(std::string_view text, DateOrder order = DateOrder::unknown);

// "3.\u0430\u043f\u0440", "28 August", "February 28", "8 de marzo": a day and a month's name without a year.
bool is_day_without_year(std::string_view text);

// What one cell shows of the order: "03/18/2025" can only be month first. `unknown` if it shows nothing.
DateOrder order_shown_by(std::string_view text);
// Two pieces of evidence together.
DateOrder joined(DateOrder a, DateOrder b);

}  // namespace mf::ingest
