// The numbers that nearly all cells of an export are: "24000", "3.5", "12.75%". Everything else is read_number's, which
// gives the same for these, more slowly.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace mf::ingest {

struct PlainNumber {
  double value = 0;  // as written: 3.5 of "3.5%"
  bool has_decimals = false;
  bool percent = false;
};

namespace plain_number_parts {

inline constexpr std::size_t most_digits = 14;
inline constexpr std::uint64_t zeros = 0x3030303030303030;  // the characters "00000000"

// Of eight characters the last `size` (1 to 8), each as 0 to 9 if it is a digit, the last one topmost as in memory;
// zeros before them.
inline std::uint64_t digits_before(const char* end, std::size_t size) {
  std::uint64_t characters;
  std::memcpy(&characters, end - sizeof characters, sizeof characters);
  return (characters ^ zeros) & (~std::uint64_t{0} << 8 * (sizeof characters - size));
}
inline bool are_digits(std::uint64_t digits) {
  // Of 0 to 9 the topmost bit stays free, also with this added.
  return (((digits + 0x7676767676767676) | digits) & 0x8080808080808080) == 0;
}
inline double value_of(std::uint64_t digits) {
  // Neighbours are joined, then pairs of them, then fours.
  digits = (digits * (10u << 8 | 1) >> 8) & 0x00FF00FF00FF00FF;
  digits = (digits * (100u << 16 | 1) >> 16) & 0x0000FFFF0000FFFF;
  return static_cast<std::uint32_t>(digits * (std::uint64_t{10000} << 32 | 1) >> 32);
}

}  // namespace plain_number_parts

// Up to 14 digits, then perhaps a point and one or two of them as decimals, then perhaps a percent sign. Three decimals
// may be thousands, which takes more to tell.
inline std::optional<PlainNumber> plain_number(std::string_view cell) {
  using plain_number_parts::most_digits;
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

// Eight digits or fewer and nothing else; false if that is not all the cell holds. They are looked at as one number, so
// that a processor need not guess how many there are. The eight characters before the cell can be read.
inline bool read_digits(const char* cell, std::size_t size, double& value) {
  using namespace plain_number_parts;
  if (size - 1 >= sizeof zeros || std::endian::native != std::endian::little) return false;
  const std::uint64_t digits = digits_before(cell + size, size);
  if (!are_digits(digits)) return false;
  value = value_of(digits);
  return true;
}

// The same of all that plain_number reads.
inline bool read_plain_number(const char* cell, std::size_t size, PlainNumber& number) {
  using namespace plain_number_parts;
  if (size - 1 < sizeof zeros && std::endian::native == std::endian::little) {
    const bool percent = size > 1 && cell[size - 1] == '%';
    const std::size_t written = size - percent;
    const char* const end = cell + written;
    const unsigned decimals = written > 3 && end[-3] == '.' ? 2 : written > 2 && end[-2] == '.' ? 1 : 0;
    std::uint64_t digits = digits_before(end, written);
    if (decimals > 0) {
      // What stands before the point moves up over it.
      const std::uint64_t behind_point = ~std::uint64_t{0} << (64 - 8 * decimals);
      digits = (digits & behind_point) | ((digits << 8) & ~behind_point);
    }
    if (are_digits(digits)) {
      number = {.value = value_of(digits), .has_decimals = decimals > 0, .percent = percent};
      if (decimals > 0) number.value /= decimals == 2 ? 100 : 10;
      return true;
    }
  }
  const auto other = plain_number({cell, size});
  if (other) number = *other;
  return other.has_value();
}

}  // namespace mf::ingest
