// The words that stand beside the numbers of a profile page. Data only: a language is a few rows.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "ingest/columns.h"

namespace mf::ingest {

struct ProfileWord {
  std::string_view word;  // folded; may hold spaces
  Field field;            // change: must not be taken for a total ("new followers"); none: says nothing ("per post")
  std::string_view language;  // ISO 639, or "" for a word that many languages share
  bool is_youtube = false;    // only YouTube counts this
  bool after_number = false;  // counts only right after a number: "1 like", but not "I like"
};
std::span<const ProfileWord> profile_words();

// Words that may stand between a number and its label: "25,000 Instagram followers", "1,5 M de suscriptores".
std::span<const std::string_view> filler_words();

}  // namespace mf::ingest
