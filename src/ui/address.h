// How a state is written into an address: "key=value&key=value", values percent-encoded.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace mf::ui {

std::string decoded(std::string_view text);
std::string encoded(std::string_view text);
// Adds "key=value" to what is there.
void put(std::string& address, std::string_view key, std::string_view value);

// Calls `take` with each part of `text` between separators.
template <class Take>
void split(std::string_view text, char separator, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// "key=value" -> its two sides, as written.
struct Pair {
  std::string_view key, value;
};
Pair pair_of(std::string_view text);

}  // namespace mf::ui
