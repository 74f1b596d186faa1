// A pasted text as numbers, labels and everything else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/number_words.h"
#include "ingest/profile_words.h"

namespace mf::ingest {

struct ProfileToken {
  enum class Kind : std::uint8_t {
    number,
    label,
    word,  // anything that belongs to neither: names, prose, dates, addresses
    stop,  // the end of a line or of a phrase
  };
  Kind kind;
  Number number;                       // of a number
  const ProfileWord* label = nullptr;  // of a label
  std::size_t begin = 0, end = 0;      // bytes of the folded text
};

// `text` is folded. Fillers are left out; tokens stand in the order of the text.
std::vector<ProfileToken> profile_tokens(std::string_view text, const NumberContext& context);

// The language of most labels; "" if only shared words are there.
std::string_view language_of(const std::vector<ProfileToken>& tokens);

}  // namespace mf::ingest
