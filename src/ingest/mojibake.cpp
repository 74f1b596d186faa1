#include "ingest/mojibake.h"

#include <cstddef>

#include "ingest/utf8.h"

namespace mf::ingest {

std::string without_mojibake(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_code_point(text, at);
    if (letter > 0xFF) return std::string(text);
    bytes.push_back(static_cast<char>(static_cast<unsigned char>(letter)));
  }
  // All ASCII, or not UTF-8: "café" as bytes ends in a lone 0xE9.
  if (bytes.size() == text.size() || first_broken_utf8(bytes) != bytes.size()) return std::string(text);
  return bytes;
}

}  // namespace mf::ingest
