// A caption in a plain form that words are looked for in: its letters folded (see letters.h), each kind of sign between
// them one character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mf::core {

// A word or the name of a hashtag: a stretch of CaptionText::plain.
struct CaptionWord {
  std::size_t begin = 0;
  std::size_t size = 0;
  bool is_hashtag = false;
  bool is_unspaced = false;  // a run of Han or kana, which may be a whole sentence
  std::string_view written;  // as it stands in the caption, without the #
};

// "Werbung | Fancy a run? #NewShoes @brand 🏃" has the plain form "werbung | fancy a run? #newshoes @ |".
//   space  one or more spaces             newline  a line break
//   |      what sets a label apart: brackets, bars, colons, slashes, stars, spaced dashes, emoji
//   .      the end of a sentence          ?        a question mark of any script
//   ,      any other sign                 #        before a hashtag
//   @      a mention, an address of the web or of mail
// A hashtag's underscores are left out: people read them as spaces.
struct CaptionText {
  std::string plain;
  std::vector<CaptionWord> words;  // in order
  std::size_t word_count = 0;      // without hashtags, mentions and addresses; each Han or kana character is one
  bool has_kana = false;           // Japanese

  std::string_view of(const CaptionWord& word) const { return std::string_view(plain).substr(word.begin, word.size); }
};

// Anything is a caption, also text that is not UTF-8. Takes time in proportion to its length. The result points into
// `caption`.
CaptionText read_caption(std::string_view caption);

}  // namespace mf::core
