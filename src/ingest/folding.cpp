#include "ingest/folding.h"

#include <cstddef>

#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

// U+00C0 to U+017F without their accents; '*' is written out below, '?' stays as it is.
constexpr std::string_view latin_letters =
    "aaaaaa*ceeeeiiiidnooooo?ouuuuyt*aaaaaa*ceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo**rrrrrr"
    "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_letters.size() == 0x180 - 0xC0);

bool is_removed(char32_t c) {
  // Of the Arabic vowel marks, U+064E and U+0650 stay: they tell who follows from who is followed.
  return c == 0xAD || (c >= 0x300 && c <= 0x36F) || c == 0x61C || c == 0x640 || (c >= 0x64B && c <= 0x64D) ||
         c == 0x651 || c == 0x652 || c == 0x93C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool is_hard_space(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

char32_t digit_of(char32_t c) {
  for (const char32_t zero : {U'\u0660', U'\u06F0', U'\u0966', U'\u09E6'}) {
    if (c >= zero && c <= zero + 9) return U'0' + (c - zero);
  }
  return 0;
}

// A letter or sign that has one plain counterpart.
char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + 0x21;
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0x80) return c == '`' ? U'\'' : c;
  if (const char32_t digit = digit_of(c)) return digit;
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;                       // Greek
  if (c >= 0x410 && c <= 0x42F) return c == 0x419 ? 0x438 : c + 0x20;  // Cyrillic; short i as i
  if (c >= 0x400 && c <= 0x40F) return c == 0x401 ? 0x435 : c + 0x50;
  if (c == 0x439) return 0x438;
  if (c == 0x451) return 0x435;
  switch (c) {
    case 0xB4:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x66C:
      return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x2248:
    case 0x223C:
      return '~';
    case 0x60C:
      return ',';
    case 0x66A:
      return '%';
    case 0x66B:
      return static_cast<char32_t>(decimal_only_mark);
    case 0x958:
      return 0x915;  // Devanagari letters that carry the nukta
    case 0x959:
      return 0x916;
    case 0x95A:
      return 0x917;
    case 0x95B:
      return 0x91C;
    case 0x95C:
      return 0x921;
    case 0x95D:
      return 0x922;
    case 0x95E:
      return 0x92B;
    case 0x95F:
      return 0x92F;
    default:
      return c;
  }
}

void append_folded(std::string& out, char32_t c) {
  if (is_removed(c)) return;
  if (is_hard_space(c)) {
    out += hard_space;
    return;
  }
  if (c >= 0xC0 && c < 0x180) {
    const char letter = latin_letters[c - 0xC0];
    if (letter == '*') {
      out += c == 0xDF ? "ss" : c < 0x100 ? "ae" : "oe";
      return;
    }
    if (letter != '?') {
      out += letter;
      return;
    }
  }
  const char32_t folded_point = plain(c);
  if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return;  // also keeps the two marks above unforgeable
  append_code_point(out, folded_point);
}

bool is_header_gap(char c) { return c == ' ' || c == hard_space || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c >= ' ' && c != '`' && c < '\x7F') {  // most text is ASCII
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      ++at;
    } else {
      append_folded(out, next_code_point(text, at));
    }
  }
  return out;
}

std::string folded(std::string_view text, std::vector<std::size_t>& origins) {
  std::string out;
  out.reserve(text.size());
  origins.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    append_folded(out, next_code_point(text, at));
    origins.resize(out.size(), begin);
  }
  origins.push_back(text.size());
  return out;
}

std::string folded_header(std::string_view cell) {
  std::string out;
  for (const char c : folded(cell)) {
    if (!is_header_gap(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == ':' || out.back() == '\\')) out.pop_back();
  return out;
}

std::string header_key(std::string_view cell) {
  std::string out;
  for (const char c : folded(cell)) {
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || static_cast<unsigned char>(c) >= 0x80;
    if (kept) out += c;
  }
  return out;
}

std::string_view trimmed_of_gaps(std::string_view text) {
  const auto ascii_gap = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (;;) {
    if (!text.empty() && ascii_gap(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && ascii_gap(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with("\u00A0")) {
      text.remove_prefix(2);
    } else if (text.ends_with("\u00A0")) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

}  // namespace mf::ingest
