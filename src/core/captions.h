// What a caption does: whether it asks, and whom it speaks to. Signs of a person talking, not proof of one.
#pragma once

#include <string>
#include <vector>

#include "core/caption_text.h"

namespace mf::core {

// A question mark of any script, outside addresses and beside at least one word; in Greek also the sign that looks like
// a semicolon. A question without its mark, as Japanese may write it, is not seen.
bool asks_question(const CaptionText& caption);

// Whether a word of the second person stands in it, in one of the languages of language_words.h. Whole words: "your"
// and "yours" count as words of their own, "youth" does not. A word that is something else in another language ("du" in
// French, "te" in Dutch) counts only if more of the caption is in a language in which it means the reader. Languages
// that say "you" by the form of the verb alone ("¿Qué opinas?") are seen less often.
bool speaks_to_reader(const CaptionText& caption);

// As written, without the #, in order; what is written twice stands there twice.
std::vector<std::string> hashtags(const CaptionText& caption);

}  // namespace mf::core
