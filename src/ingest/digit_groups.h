// The digits of a number and the marks between them, before any suffix: "1,234,567", "12,34,567", "12 300", "1.234,5".
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/number_words.h"

namespace mf::ingest {

struct Digits {
  std::size_t end = 0;
  double mantissa = 0;    // all digits as one whole number; decimals beyond its precision are left off
  int decimals = 0;       // how many of its digits follow the decimal mark
  int zeros = 0;          // how many zeros it ends with
  char open_mark = 0;     // '.' or ',' if the text is of the form "1.234" and nothing in it decides
  char decimal_mark = 0;  // '.' or ',' if one is there beyond doubt
  NumberFlaw flaw = NumberFlaw::none;
};

// Folded text, at a digit.
Digits scan_digits(std::string_view text, std::size_t at, const NumberContext& context);

}  // namespace mf::ingest
