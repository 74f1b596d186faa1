// What a person types for an input of a plan: one number, or the range that holds it nine times in ten. "2 to 5",
// "2-5", "2..5", "between 2 and 5", "5 ± 1", each end with its own unit or both with one: "0.6-1.6%", "$150 to $320",
// "10-20K".
//
// Choices, where a text has more than one reading:
// - A rate is typed in percent, with or without the sign: "2" and "2 %" are 0.02, "0.02" is 0.0002. Programs that mean
//   fractions give numbers, not text.
// - In a rate a lone "," or "." is a decimal mark. In a factor "." is one. Counts and amounts are read as
//   number_words.h says; an amount may take its decimal mark from the range's other end.
// - A suffix at the upper end alone counts for both if the lower end then stays the lower: "10-20K" begins at 10,000,
//   "500-2K" at 500.
// - "5 ± 1" is 4 to 6 and "500 ± 10 %" is 450 to 550; a rate "± 10 %" is refused, since it may mean points or parts.
// - A rounded number is that number: "12.3K" is 12,300.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/campaign.h"
#include "core/error.h"

namespace mf::ingest {

enum class Quantity : std::uint8_t {
  count,   // whole numbers
  money,   // in the currency of the plan, whose sign may be typed
  rate,    // typed in percent, kept as a fraction
  factor,  // any other number
};

// How an input of a plan is typed.
Quantity quantity_of(core::Input input);

struct RangeContext {
  Quantity quantity = Quantity::factor;
  std::string_view currency = "USD";  // of the plan
  std::string_view field = {};        // for Error.field
  std::string_view locale = {};       // BCP 47
};

// Nothing for empty text. A negative number is read; whether it makes sense is core::check_input's to say.
// Codes: not-a-number, ambiguous, out-of-range, other-currency, upside-down.
Result<std::optional<core::Uncertain>> read_range(std::string_view text, const RangeContext& context);

// n percent as the number nearest to n / 100: 0.6 is nearly six tenths, and its hundredth would be off by a bit.
double fraction_of_percent(double percent);

// As it would be typed: "15,000 to 40,000", "0.6 % to 1.6 %", "$150 to $320", one number if both ends are one. It reads
// back as the same value (to one part in 10^12 where that takes more digits than that).
std::string range_text(const core::Uncertain& value, Quantity quantity, std::string_view currency = "USD");
// The same with both ends rounded to three significant digits, or to the whole number if that is more.
std::string short_range_text(const core::Uncertain& value, Quantity quantity, std::string_view currency = "USD");

}  // namespace mf::ingest
