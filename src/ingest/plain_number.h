// The numbers that nearly all cells of an export are: "24000", "3.5", "12.75%". Everything else is read_number's, which
// gives the same for these, more slowly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mf::ingest {

struct PlainNumber {
  double value = 0;  // as written: 3.5 of "3.5%"
  bool has_decimals = false;
  bool percent = false;
};

// Up to 14 digits, then perhaps a point and one or two of them as decimals, then perhaps a percent sign. Three decimals
// may be thousands, which takes more to tell.
inline std::optional<PlainNumber> plain_number(std::string_view cell) {
  constexpr std::size_t most_digits = 14;
  const std::size_t size = cell.size();
  if (size == 0 || size > most_digits + 2) return std::nullopt;
  std::uint64_t digits = 0;
  std::size_t at = 0, point = 0;  // one behind the point; 0 if there is none
  for (; at < size; ++at) {
    const unsigned digit = static_cast<unsigned>(static_cast<unsigned char>(cell[at])) - '0';
    if (digit <= 9) {
      digits = digits * 10 + digit;
    } else if (cell[at] == '.' && point == 0 && at > 0) {
      point = at + 1;
    } else {
      break;
    }
  }
  const std::size_t decimals = point == 0 ? 0 : at - point;
  const std::size_t count = at - (point != 0);
  if (count == 0 || count > most_digits || (point != 0 && (decimals == 0 || decimals > 2))) return std::nullopt;
  PlainNumber number;
  number.value = static_cast<double>(digits);
  number.has_decimals = decimals > 0;
  if (decimals > 0) number.value /= decimals == 1 ? 10 : 100;
  number.percent = at < size && cell[at] == '%';
  if (at + number.percent != size) return std::nullopt;
  return number;
}

}  // namespace mf::ingest
