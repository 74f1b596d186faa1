// Words that tell the language of a caption, whom it speaks to, and what it is not about.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/caption_text.h"

namespace mf::core {

enum class Language {
  english,
  spanish,
  portuguese,
  french,
  german,
  italian,
  dutch,
  polish,
  turkish,
  indonesian,
  nordic,   // Swedish, Norwegian and Danish
  russian,  // and Ukrainian
  greek,
  arabic,
  hindi,
  korean,
  japanese,
  chinese,
  none,  // in use everywhere: "video", "link"
};

// A set of languages, one bit each.
using Languages = std::uint32_t;
constexpr Languages only(Language language) { return Languages{1} << static_cast<unsigned>(language); }

// Both lists hold folded words with spaces between them; a word may be in the lists of several languages.
struct LanguageWords {
  Language language;
  std::string_view you;     // the second person. Not what may mean somebody else as well, such as "su", "Sie", "ihr"
  std::string_view common;  // words of every day, which say nothing of the subject
};
std::span<const LanguageWords> language_words();

struct WordUse {
  Languages languages = 0;  // that have the word in either list
  Languages you = 0;        // of those, in which it means the reader
};
// Nothing for a word that is in no list. The word as in CaptionText::plain.
WordUse use_of(std::string_view word);

// The languages that most of the listed words in the caption belong to: usually one, more at a tie, none if no word is
// listed. Kana adds Japanese, Han without kana Chinese.
Languages languages_of(const CaptionText& caption);

}  // namespace mf::core
