// Text whose UTF-8 bytes were written as if each of them were a letter: "CÃ´te" for "Côte".
#pragma once

#include <string>
#include <string_view>

namespace mf::ingest {

// Instagram's downloads write strings and keys so, newer ones only some of them. The text is put right if all of its
// letters could be bytes (none above U+00FF), one at least is above U+007F, and the bytes are valid UTF-8; any other
// text, also one that is right already, comes back as it is.
std::string without_mojibake(std::string_view text);

}  // namespace mf::ingest
