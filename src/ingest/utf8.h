// UTF-8 one code point at a time. Nothing here fails: a broken byte reads as U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mf::ingest {

inline constexpr char32_t replacement_character = 0xFFFD;

// The code point at `at`, which moves past it. A broken sequence gives U+FFFD and moves one byte. Needs at <
// text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_code_point(std::string& out, char32_t code_point);

// The byte at which the text stops being UTF-8; text.size() if it never does.
std::size_t first_broken_utf8(std::string_view text);

// The longest head of `text` of at most `bytes` bytes that ends between two characters.
std::string_view cut_at_character(std::string_view text, std::size_t bytes);

}  // namespace mf::ingest
