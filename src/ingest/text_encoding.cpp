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

std::string utf8_from_windows1252(std::string_view bytes) {
  static constexpr std::uint16_t high[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                             0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_code_point(out, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte);
  }
  return out;
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
  return converted("windows-1252", utf8_from_windows1252(bytes));
}

}  // namespace mf::ingest
