#include "core/caption_traits.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/captions.h"
#include "core/language_words.h"
#include "core/letters.h"
#include "core/sponsorship.h"

namespace mf::core {
namespace {

// Hashtags that ask to be shown to more people and say nothing of the subject.
constexpr std::string_view reach_hashtags[] = {
    "fyp",
    "fypage",
    "foryou",
    "foryoupage",
    "parati",
    "pourtoi",
    "perte",
    "keşfet",
    "kesfet",
    "explore",
    "explorepage",
    "explorer",
    "viral",
    "viralvideo",
    "viralreels",
    "trending",
    "trend",
    "xyzbca",
    "instagood",
    "instadaily",
    "instagram",
    "insta",
    "instalike",
    "instamood",
    "instapic",
    "igers",
    "igdaily",
    "picoftheday",
    "photooftheday",
    "potd",
    "tiktok",
    "tiktoker",
    "youtube",
    "youtuber",
    "youtubeshorts",
    "shorts",
    "ytshorts",
    "shortvideo",
    "reelsinstagram",
    "reelitfeelit",
    "reelsvideo",
    "instareels",
    "like4like",
    "likeforlike",
    "l4l",
    "f4f",
    "follow4follow",
    "followforfollow",
    "followme",
    "follow",
    "likes",
    "love",
    "tbt",
    "repost",
    "influencer",
    "microinfluencer",
    "contentcreator",
    "creator",
};

bool is_reach_hashtag(std::string_view name) {
  return std::find(std::begin(reach_hashtags), std::end(reach_hashtags), name) != std::end(reach_hashtags);
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_subject_word(std::string_view word) {
  return letter_count(word) >= 4 && !is_number(word) && use_of(word).languages == 0;
}

bool is_subject_hashtag(std::string_view name) {
  return !is_reach_hashtag(name) && !is_disclosure_hashtag(name) &&
         (use_of(name).languages & only(Language::none)) == 0;
}

// Gathers words of one kind, each once.
class WordList {
 public:
  explicit WordList(std::string& list) : list_(list) {}

  void add(std::string_view folded, std::string_view written) {
    if (!known_.insert(folded).second) return;
    if (!list_.empty()) list_ += ' ';
    list_ += written;
  }

 private:
  std::string& list_;
  std::set<std::string_view> known_;
};

CaptionTraits traits_of(const CaptionText& caption) {
  CaptionTraits traits;
  traits.disclosure = disclosure(caption);
  traits.asks_question = asks_question(caption);
  traits.speaks_to_reader = speaks_to_reader(caption);
  traits.word_count = caption.word_count;
  WordList subject_hashtags(traits.subject_hashtags);
  WordList subject_words(traits.subject_words);
  WordList other_hashtags(traits.other_hashtags);
  WordList other_words(traits.other_words);
  for (const CaptionWord& word : caption.words) {
    const std::string_view folded = caption.of(word);
    if (word.is_hashtag) {
      (is_subject_hashtag(folded) ? subject_hashtags : other_hashtags).add(folded, word.written);
    } else if (word.is_unspaced) {
      other_hashtags.add(folded, word.written);
    } else {
      (is_subject_word(folded) ? subject_words : other_words).add(folded, word.written);
    }
  }
  return traits;
}

}  // namespace

CaptionTraits caption_traits(std::string_view caption) { return traits_of(read_caption(caption)); }

void describe_captions(std::span<Post> posts) {
  for (Post& post : posts) {
    if (post.caption_traits) continue;
    const CaptionText caption = read_caption(post.caption);
    if (!caption.plain.empty()) post.caption_traits = traits_of(caption);
  }
}

}  // namespace mf::core
