// The words in which posts say that they were paid for. To teach a new one, add it to the row of its kind and language,
// in the form of CaptionText::plain, with what makes it a clear disclosure.
#pragma once

#include <span>
#include <string_view>

#include "core/language_words.h"

namespace mf::core {

enum class Place {
  label,   // a whole hashtag, or by itself at the head of a line or in brackets
  head,    // a whole hashtag, or at the head of a line whatever follows: "reklam för …"
  phrase,  // a whole hashtag, or anywhere as whole words
  inside,  // anywhere in text that is written without spaces
};

enum class Meaning {
  paid,
  unpaid,  // takes back what a label of advertising seems to say
  gift,
};

struct DisclosureWord {
  std::string_view words;  // several words have spaces between them; a hashtag has none
  Meaning meaning = Meaning::paid;
  Place place = Place::label;
  Languages only_in = 0;  // what it discloses only in captions of these languages; 0 in all
};

// In the order of their bytes.
std::span<const DisclosureWord> disclosure_words();
// Of those, the ones that begin with this byte.
std::span<const DisclosureWord> disclosure_words(char first);

// Single words, with spaces between them. One of the first right before a disclosure takes it back, also with words of
// the second between them: "not a", "n'est pas une", "no es".
inline constexpr std::string_view denying_words =
    "not no non never isn aren wasn nicht kein keine keinen keiner keinerlei ohne sin ningun ninguna nao sem nenhum "
    "nenhuma pas sans aucun aucune senza nessun nessuna geen niet zonder nie bez не без ikke inte ingen bukan tanpa";
inline constexpr std::string_view words_after_denial =
    "a an the t is es e un una uno um uma de une est eine ein einer een to jest en ett et any";

}  // namespace mf::core
