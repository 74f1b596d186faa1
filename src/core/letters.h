// Letters of any script, as captions hold them: read from UTF-8 one code point at a time, and set aside case, Latin
// accents and the "fonts" that are really mathematical letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mf::core {

// The code point at `at`, which moves past it. A broken sequence gives U+FFFD and moves one byte. Needs at <
// text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

// Letters and digits of any script, and the signs that vowels are written with; not punctuation, symbols or emoji.
bool is_letter(char32_t c);

// Code points, also where the text is broken.
std::size_t letter_count(std::string_view text);

// Marks that belong to what they stand beside and are never seen alone: combining accents, joiners, variation
// selectors, direction marks, soft hyphens.
bool is_invisible(char32_t c);

// Scripts that write no spaces between words: Han, kana.
bool is_unspaced(char32_t c);
bool is_kana(char32_t c);

// Adds the letter in lower case: "É" as "e", "ß" as "ss", "İ" as "i", full-width and mathematical letters as ASCII,
// alef with hamza as alef.
void append_folded(std::string& out, char32_t letter);

// Only the letters and digits of a text, folded: "Paid-Partnership" and "paid_partnership" are one key.
std::string folded_key(std::string_view text);

}  // namespace mf::core
