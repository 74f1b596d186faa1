#include "ingest/entities.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

// The character of "#39" or "#x27"; nothing if it is none.
std::optional<char32_t> numbered_character(std::string_view name) {
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  if (name.empty() || name.size() > 7) return std::nullopt;
  char32_t code = 0;
  for (const char c : name) {
    char32_t digit = 16;
    if (c >= '0' && c <= '9') digit = static_cast<char32_t>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<char32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') digit = static_cast<char32_t>(c - 'A' + 10);
    const char32_t base = hex ? 16 : 10;
    if (digit >= base) return std::nullopt;
    code = code * base + digit;
  }
  const bool is_character = code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
  if (!is_character) return std::nullopt;
  return code;
}

std::optional<char32_t> character_of(std::string_view name) {
  static constexpr std::pair<std::string_view, char32_t> names[] = {{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
                                                                    {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}};
  for (const auto& [known, character] : names) {
    if (name == known) return character;
  }
  if (name.starts_with('#')) return numbered_character(name);
  return std::nullopt;
}

}  // namespace

std::string without_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find('&'), text.size());
    out += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, 12).find(';');
    const auto character = end == std::string_view::npos ? std::nullopt : character_of(text.substr(1, end - 1));
    if (character) {
      append_code_point(out, *character);
    } else {
      out += '&';
    }
    text.remove_prefix(character ? end + 1 : 1);
  }
  return out;
}

}  // namespace mf::ingest
