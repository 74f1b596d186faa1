// The numbers that nearly all cells of an export are: "24000", "3.5", "12.75%". Everything else is read_number's, which
// gives the same for these, more slowly.
#pragma once

#include <cstddef>
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
  const char* at = cell.data();
  const char* const end = at + cell.size();
  if (cell.empty() || cell.size() > most_digits + 2) return std::nullopt;
  PlainNumber number;
  const auto digit = [&] { return static_cast<unsigned>(static_cast<unsigned char>(*at)) - '0'; };
  const char* const first = at;
  for (; at != end && digit() < 10; ++at) number.value = number.value * 10 + digit();
  if (at == first || at - first > static_cast<std::ptrdiff_t>(most_digits)) return std::nullopt;
  if (at != end && *at == '.') {
    const char* const point = at++;
    for (; at != end && digit() < 10; ++at) number.value = number.value * 10 + digit();
    const std::ptrdiff_t decimals = at - point - 1;
    if (decimals < 1 || decimals > 2) return std::nullopt;
    number.value /= decimals == 1 ? 10 : 100;
    number.has_decimals = true;
  }
  if (at != end && *at == '%') {
    number.percent = true;
    ++at;
  }
  if (at != end) return std::nullopt;
  return number;
}

}  // namespace mf::ingest
