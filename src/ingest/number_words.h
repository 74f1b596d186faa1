// Counts and amounts as people and sites write them: "12.3K", "1,2 Mio.", "12,34,567", "2.6万", "12 300", "(1,234)".
//
// Choices, where a text has more than one reading:
// - "1.234" and "1,234" alone are 1,234 where a count is wanted, since counts are whole. Where an average or a price is
//   wanted, the other cells of the column decide, then the locale, then 1,234.
// - With a suffix, "1.234K" is decimal. "1,234K" is refused unless the locale or the suffix ("Mio.") has a decimal
// comma.
// - "mil" is a thousand in es and pt, a million in cs, sk, hu, hr, ro and sr. Without a locale, "2,4 mil" is a thousand
//   (decimal comma), "1.2 mil" a million (English slang), and "274 mil" is refused.
// - "M" and "B" are million and billion except in id (M = 10^9) and tr (B = 10^3). "t", "e", "n", "j" need their
// locale.
// - A rounded number stands for every count that would be written so: half a unit of its last digit to both sides.
//   "12K+" is 12,000 up to 13,000. "~12,000" is rounded at its last digit that is not zero.
// - "1e5" is read; a decimal mantissa, as a spreadsheet prints it, counts as rounded. NaN, inf and hex are not numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/account.h"
#include "core/error.h"

namespace mf::ingest {

enum class NumberFlaw : std::uint8_t { none, empty, not_a_number, negative, ambiguous, range, out_of_range };
// "empty-input", "not-a-number", "negative", "ambiguous", "range", "out-of-range"; "" for none.
const char* flaw_code(NumberFlaw flaw);

struct NumberContext {
  char decimal_mark = 0;         // '.' or ',' where other cells of the column have shown it
  std::string_view locale = {};  // BCP 47
  bool whole = true;             // a count is wanted
  bool loose_spaces = true;      // "12 300" with an ordinary space is one number
};

struct Number {
  core::Count count;
  NumberFlaw flaw = NumberFlaw::none;
  bool percent = false;  // a % follows; the value is as written

  explicit operator bool() const { return flaw == NumberFlaw::none; }
};

// A whole cell. A flaw of `negative` still carries the value as written.
Number read_number(std::string_view text, const NumberContext& context = {});

// A number inside folded text, at a digit. `end` is where it stops, suffix, "+" and "%" included.
// `continues` says whether a word may begin at a text: it lets "45.6KFollowers" be taken apart.
struct NumberAt {
  Number number;
  std::size_t end = 0;
};
NumberAt scan_number(std::string_view folded_text, std::size_t at, const NumberContext& context,
                     bool (*continues)(std::string_view rest) = nullptr);

// Cells that stand for "no data": empty, "-", "--", "N/A", "NaN", "null", "undefined", "#VALUE!", ...
bool is_missing_word(std::string_view cell);

// '.' or ',' if this cell can only be read with that decimal mark ("12,5", "1.234,5"); 0 if it shows nothing.
char decimal_mark_of(std::string_view cell);

// The most that a count may be: ten billion, more than there are people.
inline constexpr double largest_count = 1e10;

// A typed count, e.g. of followers. `field` is the name for the message and for Error.field.
// Codes: empty-input, not-a-number, negative, ambiguous, out-of-range.
Result<core::Count> read_count(std::string_view text, std::string_view field, std::string_view locale = {});

}  // namespace mf::ingest
