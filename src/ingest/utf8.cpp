#include "ingest/utf8.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace mf::ingest {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || length > text.size() - at) {
    ++at;
    return replacement_character;
  }
  char32_t code_point = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned char byte = byte_at(text, at + i);
    if (!is_continuation(byte)) {
      ++at;
      return replacement_character;
    }
    code_point = (code_point << 6) | (byte & 0x3Fu);
  }
  const bool overlong = (length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) {
    ++at;
    return replacement_character;
  }
  at += length;
  return code_point;
}

void append_code_point(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t first_broken_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    // 32 ASCII bytes at a time: most exports are ASCII from end to end.
    constexpr std::size_t block_size = 32;
    std::array<std::uint64_t, 4> block;
    while (text.size() - at >= block_size) {
      std::memcpy(block.data(), text.data() + at, block_size);
      if ((block[0] | block[1] | block[2] | block[3]) & 0x8080808080808080u) break;
      at += block_size;
    }
    if (at == text.size()) break;
    if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t before = at;
    if (next_code_point(text, at) == replacement_character && at - before == 1) return before;
  }
  return at;
}

std::string_view cut_at_character(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes;
  while (end > 0 && bytes - end < 4 && is_continuation(byte_at(text, end))) --end;
  return text.substr(0, end);
}

}  // namespace mf::ingest
