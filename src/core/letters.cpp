#include "core/letters.h"

#include <algorithm>
#include <iterator>

namespace mf::core {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool holds(const Range* begin, const Range* end, char32_t c) {
  const Range* range = std::upper_bound(begin, end, c, [](char32_t value, const Range& r) { return value < r.first; });
  return range != begin && c <= std::prev(range)->last;
}

// Ascending, from U+0080 on. What is neither here nor in `invisible` is a letter: there are far more letters than
// signs.
constexpr Range signs[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},       {0xBB, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},
    {0x37E, 0x37E},   {0x387, 0x387},   {0x55A, 0x55F},     {0x589, 0x58A},   {0x5BE, 0x5BE},   {0x5C0, 0x5C0},
    {0x5C3, 0x5C3},   {0x5F3, 0x5F4},   {0x600, 0x60F},     {0x61B, 0x61F},   {0x66A, 0x66D},   {0x6D4, 0x6D4},
    {0x964, 0x965},   {0x970, 0x970},   {0xE3F, 0xE3F},     {0x1360, 0x1368}, {0x2000, 0x2BFF}, {0x2E00, 0x2E7F},
    {0x3000, 0x3004}, {0x3008, 0x3030}, {0x3036, 0x303A},   {0x303D, 0x303F}, {0x30A0, 0x30A0}, {0x30FB, 0x30FB},
    {0xE000, 0xF8FF}, {0xFD3E, 0xFD3F}, {0xFE10, 0xFE6F},   {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF},
};
constexpr Range invisible[] = {
    {0xAD, 0xAD},     {0x300, 0x36F},     {0x61C, 0x61C},     {0x640, 0x640},   {0x64B, 0x652},
    {0x200B, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x2069},   {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0000, 0xE0FFF},
};
constexpr Range unspaced[] = {
    {0x2E80, 0x2FFF}, {0x3005, 0x3007}, {0x3031, 0x3035}, {0x3040, 0x30FF},   {0x31F0, 0x31FF},
    {0x3400, 0x9FFF}, {0xF900, 0xFAFF}, {0xFF66, 0xFF9F}, {0x20000, 0x3FFFF},
};

// U+00C0 to U+017F without their accents; '*' is written out below, '?' stays as it is.
constexpr std::string_view latin_letters =
    "aaaaaa*ceeeeiiiidnooooo?ouuuuyt*aaaaaa*ceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo**rrrrrr"
    "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_letters.size() == 0x180 - 0xC0);

void append_code_point(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
    return;
  }
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
    }
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

// Captions come in bold and in script: 13 alphabets of 52 letters from U+1D400 on, then digits.
char32_t plain_of_mathematical(char32_t c) {
  if (c >= 0x1D400 && c <= 0x1D6A3) return U'a' + (c - 0x1D400) % 26;
  if (c >= 0x1D7CE && c <= 0x1D7FF) return U'0' + (c - 0x1D7CE) % 10;
  return c;
}

char32_t lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;  // Greek
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;  // Cyrillic
  if (c >= 0x400 && c <= 0x40F) return c == 0x401 ? 0x435 : c + 0x50;
  if (c == 0x451) return 0x435;
  if (c == 0x622 || c == 0x623 || c == 0x625) return 0x627;
  if ((c >= 0x1E00 && c < 0x1E96) || (c >= 0x1EA0 && c < 0x1F00)) return c | 1;  // Latin with two accents
  return c;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  constexpr char32_t broken = 0xFFFD;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || more > text.size() - at) return broken;
  char32_t c = lead & (0x3Fu >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return broken;
    c = (c << 6) | (byte(at + i) & 0x3Fu);
  }
  constexpr char32_t smallest[] = {0, 0x80, 0x800, 0x10000};
  if (c < smallest[more] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return broken;
  at += more;
  return c;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return !holds(std::begin(signs), std::end(signs), c) && !is_invisible(c);
}

std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_invisible(char32_t c) { return c >= 0xAD && holds(std::begin(invisible), std::end(invisible), c); }

bool is_unspaced(char32_t c) { return c >= 0x2E80 && holds(std::begin(unspaced), std::end(unspaced), c); }

bool is_kana(char32_t c) { return (c >= 0x3040 && c <= 0x30FF) || (c >= 0xFF66 && c <= 0xFF9F); }

void append_folded(std::string& out, char32_t letter) {
  if (letter < 0x80) {
    out += static_cast<char>(lower(letter));
    return;
  }
  if (letter >= 0xFF10 && letter <= 0xFF5A) letter = letter - 0xFF01 + 0x21;
  letter = lower(plain_of_mathematical(letter));
  if (letter >= 0xC0 && letter < 0x180) {
    const char plain = latin_letters[letter - 0xC0];
    if (plain == '*') {
      out += letter == 0xDF ? "ss" : letter < 0x100 ? "ae" : "oe";
      return;
    }
    if (plain != '?') {
      out += plain;
      return;
    }
  }
  append_code_point(out, letter);
}

std::string folded_key(std::string_view text) {
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c)) append_folded(key, c);
  }
  return key;
}

}  // namespace mf::core
