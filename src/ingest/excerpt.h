// A short, safe piece of the user's own text for use in a sentence.
#pragma once

#include <string>
#include <string_view>

namespace mf::ingest {

// The text in double quotes: at most 60 characters with an ellipsis where it was cut, on one line, always UTF-8.
std::string quoted(std::string_view text);

// "1 row", "12 rows".
std::string counted(std::size_t number, std::string_view one, std::string_view many);

}  // namespace mf::ingest
