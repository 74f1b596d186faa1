// Text as it is compared: case, accents, widths, invisible marks and the many kinds of space, quote and digit set
// aside. The word tables of this room are written in this form, and a test holds them to it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mf::ingest {

// Spaces that never separate two numbers: U+00A0, U+202F, U+2009, ... become this one byte.
inline constexpr char hard_space = '\x1F';
// U+066B, which is a decimal mark and nothing else.
inline constexpr char decimal_only_mark = '\x1E';

// Lower case, Latin accents removed (also combining ones), digits of every script as 0-9, full-width forms as ASCII,
// straight quotes, one kind of minus; soft hyphens, zero-width and direction marks removed. Line breaks stay.
std::string folded(std::string_view text);
// The same, and for each byte of the result the place in `text` that it came from; one entry more for the end.
std::string folded(std::string_view text, std::vector<std::size_t>& origins);

// A header cell in that form, with runs of any space as one, trimmed, and without a trailing colon or backslash.
std::string folded_header(std::string_view cell);

// Only its letters, digits and percent signs: "Follower_Count", "followerCount" and "Follower count:" are one key.
std::string header_key(std::string_view cell);

// Without spaces (also no-break ones), tabs and line breaks at both ends.
std::string_view trimmed_of_gaps(std::string_view text);
inline std::string_view trimmed(std::string_view text) {
  // Nearly all texts begin and end with a letter, a digit or a mark of ASCII.
  const auto is_mark = [](char c) { return c > ' ' && c < '\x7F'; };
  return !text.empty() && is_mark(text.front()) && is_mark(text.back()) ? text : trimmed_of_gaps(text);
}

}  // namespace mf::ingest
