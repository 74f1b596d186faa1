#include "ingest/excerpt.h"

#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_characters = 60;

bool is_space(char32_t c) { return c <= 0x20 || c == 0x7F || (c >= 0x80 && c <= 0xA0); }

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  std::size_t characters = 0;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      gap = characters > 0;
      continue;
    }
    if (characters + (gap ? 2 : 1) > most_characters) {
      out += "\u2026";
      break;
    }
    if (gap) {
      out += ' ';
      ++characters;
      gap = false;
    }
    append_code_point(out, c);
    ++characters;
  }
  out += '"';
  return out;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  std::string out = std::to_string(number);
  out += ' ';
  out += number == 1 ? one : many;
  return out;
}

}  // namespace mf::ingest
