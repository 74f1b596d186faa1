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

// The characters of a text of one to eight, the last one topmost as in memory, with zeros before them. Eight can be
// read.
inline std::uint64_t last_of_eight(const char* text, std::size_t size) {
  std::uint64_t characters;
  std::memcpy(&characters, text, sizeof characters);
  const std::size_t others = 8 * (sizeof characters - size);  // bits
  return characters << others | (zeros & ((std::uint64_t{1} << others) - 1));
}
inline bool are_digits(std::uint64_t characters) {
  constexpr std::uint64_t upper_halves = 0xF0F0F0F0F0F0F0F0;
  const std::uint64_t plus_six = characters + 0x0606060606060606;
  return ((characters & upper_halves) | ((plus_six & upper_halves) >> 4)) == 0x3333333333333333;
}
inline double value_of_digits(std::uint64_t characters) {
  // Neighbours are joined, then pairs of them, then fours.
  std::uint64_t digits = characters & 0x0F0F0F0F0F0F0F0F;
  digits = (digits * 10 + (digits >> 8)) & 0x00FF00FF00FF00FF;
  digits = (digits * 100 + (digits >> 16)) & 0x0000FFFF0000FFFF;
  return static_cast<std::uint32_t>(digits * 10000 + (digits >> 32));
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

// The same, of a cell that has other text behind it up to `end`, and false if it is none: eight characters are looked
// at as one number, so that a processor need not guess how many there are.
[[gnu::always_inline]] inline bool read_plain_number(std::string_view cell, const char* end, PlainNumber& number) {
  using namespace plain_number_parts;
  constexpr std::size_t most = sizeof zeros;
  const bool has_room =
      std::endian::native == std::endian::little && end - cell.data() >= static_cast<std::ptrdiff_t>(most);
  std::size_t size = cell.size();
  if (size - 1 < most && has_room) {
    std::uint64_t characters = last_of_eight(cell.data(), size);
    if (are_digits(characters)) {
      number = {.value = value_of_digits(characters)};
      return true;
    }
    if (cell[size - 1] == '%' && size > 1) {
      number.percent = true;
      characters = last_of_eight(cell.data(), --size);
      if (are_digits(characters)) {
        number.value = value_of_digits(characters);
        return true;
      }
    }
    const std::size_t decimals = size > 3 && cell[size - 3] == '.' ? 2 : 1;
    // What stands before the point moves up over it.
    const std::uint64_t behind_point = ~std::uint64_t{0} << (64 - 8 * decimals);
    const std::uint64_t digits = (characters & behind_point) | ((characters << 8) & ~behind_point) | '0';
    if (size > decimals + 1 && cell[size - decimals - 1] == '.' && are_digits(digits)) {
      number.value = value_of_digits(digits) / (decimals == 2 ? 100 : 10);
      number.has_decimals = true;
      return true;
    }
  }
  const auto other = plain_number(cell);
  if (other) number = *other;
  return other.has_value();
}

}  // namespace mf::ingest
