// Bytes to UTF-8, whatever wrote them. Decoding never fails: what cannot be understood becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace mf::ingest {

// Text that either borrows the bytes it was made from (UTF-8 needs no copy) or owns its conversion.
struct DecodedText {
  const char* encoding = "utf-8";  // "utf-8", "utf-16le", "utf-16be", "windows-1251", "windows-1252"
  std::string_view borrowed;
  std::string converted;
  bool is_converted = false;

  std::string_view text() const { return is_converted ? std::string_view(converted) : borrowed; }
};

// - A byte order mark decides, and is removed, twice if it was written twice.
// - NULs in every other place mean UTF-16 without a mark.
// - Valid UTF-8 is UTF-8. So is text with a few broken bytes among many good sequences: those become U+FFFD.
// - Anything else is windows-1251 if it is made of Cyrillic words, or else windows-1252, which every byte is.
// `cut` says that `bytes` is the head of something longer, so that a character broken at the very end means nothing.
DecodedText decode_text(std::string_view bytes, bool cut = false);

// True if the bytes begin as UTF-16 does, with or without a byte order mark.
bool looks_like_utf16(std::string_view bytes);

}  // namespace mf::ingest
