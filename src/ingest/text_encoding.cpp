#include "ingest/text_encoding.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";

enum class Utf16 { no, little, big };

// Without a mark: text in a Latin script has a NUL in every second byte.
Utf16 utf16_order(std::string_view bytes) {
  if (bytes.starts_with(utf16le_mark)) return Utf16::little;
  if (bytes.starts_with(utf16be_mark)) return Utf16::big;
  const std::size_t pairs = std::min<std::size_t>(bytes.size(), 4096) / 2;
  if (pairs < 2) return Utf16::no;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    even += bytes[2 * i] == '\0';
    odd += bytes[2 * i + 1] == '\0';
  }
  if (odd * 10 > pairs * 3 && even * 50 < pairs) return Utf16::little;
  if (even * 10 > pairs * 3 && odd * 50 < pairs) return Utf16::big;
  return Utf16::no;
}

std::string utf8_from_utf16(std::string_view bytes, Utf16 order, bool cut) {
  std::string out;
  out.reserve(bytes.size() / 2 + bytes.size() / 8);
  const std::size_t units = bytes.size() / 2;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[2 * i]);
    const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
    return static_cast<char32_t>(order == Utf16::little ? first | (second << 8) : (first << 8) | second);
  };
  for (std::size_t i = 0; i < units; ++i) {
    char32_t c = unit(i);
    if (c == 0xFEFF && out.empty()) continue;  // the mark, as often as it was written
    if (c >= 0xD800 && c <= 0xDFFF) {
      const bool pair = c < 0xDC00 && i + 1 < units && unit(i + 1) >= 0xDC00 && unit(i + 1) <= 0xDFFF;
      if (pair) {
        c = 0x10000 + ((c - 0xD800) << 10) + (unit(++i) - 0xDC00);
      } else {
        if (cut && i + 1 == units) break;
        c = replacement_character;
      }
    }
    append_code_point(out, c);
  }
  if (bytes.size() % 2 != 0 && !cut) append_code_point(out, replacement_character);
  return out;
}

constexpr std::uint16_t windows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                           0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
// 0x80 to 0xBF; the Russian alphabet follows in its order.
constexpr std::uint16_t windows1251[64] = {
    0x402, 0x403,  0x201A, 0x453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409,  0x2039, 0x40A,
    0x40C, 0x40B,  0x40F,  0x452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x98,   0x2122,
    0x459, 0x203A, 0x45A,  0x45C, 0x45B,  0x45F,  0xA0,   0x40E,  0x45E,  0x408,  0xA4,   0x490,  0xA6,
    0xA7,  0x401,  0xA9,   0x404, 0xAB,   0xAC,   0xAD,   0xAE,   0x407,  0xB0,   0xB1,   0x406,  0x456,
    0x491, 0xB5,   0xB6,   0xB7,  0x451,  0x2116, 0x454,  0xBB,   0x458,  0x405,  0x455,  0x457};

std::string utf8_from_one_byte(std::string_view bytes, bool is_cyrillic) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    char32_t point = byte;
    if (is_cyrillic && byte >= 0x80) {
      point = byte >= 0xC0 ? char32_t{0x410} + (byte - 0xC0) : windows1251[byte - 0x80];
    } else if (byte >= 0x80 && byte < 0xA0) {
      point = windows1252[byte - 0x80];
    }
    append_code_point(out, point);
  }
  return out;
}

// Which of the two it is shows in the words: those of Latin languages have an accented letter here and there, those of
// Cyrillic ones are made of such bytes, and a third of them are the six letters that Russian, Ukrainian, Bulgarian and
// Serbian write most. `from` is the first byte that is no UTF-8; the same stretch decides for a text and its head.
bool looks_cyrillic(std::string_view bytes, std::size_t from) {
  constexpr std::size_t looked_at = 64u << 10;
  constexpr std::string_view common = "\xE0\xE5\xE8\xED\xEE\xF2\xC0\xC5\xC8\xCD\xCE\xD2";
  const std::string_view head = bytes.substr(from < looked_at ? 0 : from, looked_at);
  std::size_t letters = 0, in_words = 0, often = 0;
  for (std::size_t at = 0; at < head.size();) {
    std::size_t end = at;
    for (; end < head.size() && static_cast<unsigned char>(head[end]) >= 0xC0; ++end) {
      often += common.find(head[end]) != std::string_view::npos;
    }
    letters += end - at;
    if (end - at >= 3) in_words += end - at;
    at = end + 1;
  }
  return in_words * 3 >= letters * 2 && often * 3 >= letters && letters > 0;
}

// UTF-8 that was damaged in a few places (cut in the middle of a character, one pasted byte) is still UTF-8:
// in windows-1252 text the bytes above 0x7F almost never form valid sequences.
bool is_mostly_utf8(std::string_view bytes, std::size_t from) {
  std::size_t good = 0, broken = 0;
  for (std::size_t at = 0; at < from;) good += next_code_point(bytes, at) >= 0x80;
  for (std::size_t at = from; at < bytes.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(bytes, at);
    if (c == replacement_character && at - before == 1) {
      ++broken;
    } else {
      good += c >= 0x80;
    }
  }
  return good >= 20 * broken;
}

std::string repaired_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + 16);
  for (std::size_t at = 0; at < bytes.size();) append_code_point(out, next_code_point(bytes, at));
  return out;
}

DecodedText converted(const char* encoding, std::string text) {
  DecodedText decoded;
  decoded.encoding = encoding;
  decoded.converted = std::move(text);
  decoded.is_converted = true;
  return decoded;
}

}  // namespace

bool looks_like_utf16(std::string_view bytes) { return utf16_order(bytes) != Utf16::no; }

DecodedText decode_text(std::string_view bytes, bool cut) {
  if (const Utf16 order = utf16_order(bytes); order != Utf16::no) {
    return converted(order == Utf16::little ? "utf-16le" : "utf-16be", utf8_from_utf16(bytes, order, cut));
  }
  while (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  const std::size_t broken = first_broken_utf8(bytes);
  if (cut && bytes.size() - broken < 4 && cut_at_character(bytes, broken).size() == broken) {
    bytes = bytes.substr(0, broken);
  }
  if (broken >= bytes.size()) {
    DecodedText decoded;
    decoded.borrowed = bytes;
    return decoded;
  }
  if (is_mostly_utf8(bytes, broken)) return converted("utf-8", repaired_utf8(bytes));
  const bool is_cyrillic = looks_cyrillic(bytes, broken);
  return converted(is_cyrillic ? "windows-1251" : "windows-1252", utf8_from_one_byte(bytes, is_cyrillic));
}

}  // namespace mf::ingest
