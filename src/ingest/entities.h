// The entities of HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace mf::ingest {

// "&lt;", "&#039;", "&#x27;" and the like as the characters that they stand for; an unknown one stays as it is.
std::string without_entities(std::string_view text);

}  // namespace mf::ingest
