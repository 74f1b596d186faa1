// The words that shorten numbers: "K", "Mio.", "lakh", "万". Data only.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace mf::ingest {

struct NumberSuffix {
  std::string_view word;       // folded, without a final dot
  int power;                   // of ten
  std::string_view languages;  // space-separated ISO 639; the row holds only there. Empty: everywhere
};

// Rows for one language come before the row that holds everywhere; the first that fits counts.
std::span<const NumberSuffix> number_suffixes();

// Languages whose decimal mark is a comma, space-separated.
std::string_view comma_languages();

// "de" of "de-AT"; lower case.
std::string_view language_of(std::string_view locale, char (&buffer)[4]);
bool contains_language(std::string_view languages, std::string_view language);

}  // namespace mf::ingest
