#include "core/niche.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include "core/caption_text.h"
#include "core/language_words.h"
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

std::size_t letters_in(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_subject_word(std::string_view word) {
  return letters_in(word) >= 4 && !is_number(word) && use_of(word).languages == 0;
}

bool is_subject_hashtag(std::string_view name) {
  return !is_reach_hashtag(name) && !is_disclosure_hashtag(name) &&
         (use_of(name).languages & only(Language::none)) == 0;
}

// Which terms stand in which caption.
class Terms {
 public:
  explicit Terms(bool (*is_subject)(std::string_view)) : is_subject_(is_subject) {}

  void add(std::string_view term, std::string_view written) {
    auto at = numbers_.find(term);
    if (at == numbers_.end()) {
      const bool is_subject = is_subject_(term);
      at = numbers_.emplace(std::string(term), is_subject ? terms_.size() : no_subject).first;
      if (is_subject) terms_.push_back({{std::string(written), 0}, 0});
    }
    if (at->second == no_subject) return;
    Term& found = terms_[at->second];
    if (found.last_caption == ends_.size() + 1) return;
    found.last_caption = ends_.size() + 1;
    ++found.use.posts;
    in_captions_.push_back(at->second);
  }

  void end_caption() {
    captions_with_any_ += in_captions_.size() > (ends_.empty() ? 0 : ends_.back());
    ends_.push_back(in_captions_.size());
  }

  std::size_t captions_with_any() const { return captions_with_any_; }

  void put_into(Niche& result) const {
    const std::vector<std::size_t> best = most_used();
    for (const std::size_t number : best) result.terms.push_back(terms_[number].use);
    std::size_t carrying = 0;
    std::size_t at = 0;
    for (const std::size_t end : ends_) {
      bool carries = false;
      for (; at < end; ++at) carries |= std::find(best.begin(), best.end(), in_captions_[at]) != best.end();
      carrying += carries;
    }
    result.share = static_cast<double>(carrying) / static_cast<double>(ends_.size());
  }

 private:
  struct Term {
    NicheTerm use;
    std::size_t last_caption = 0;  // from 1
  };
  static constexpr std::size_t no_subject = static_cast<std::size_t>(-1);

  std::vector<std::size_t> most_used() const {
    std::vector<std::size_t> best;
    for (const auto& [term, number] : numbers_) {  // in the order of their letters
      if (number == no_subject || terms_[number].use.posts < 2) continue;
      const std::size_t posts = terms_[number].use.posts;
      auto place = best.begin();
      while (place != best.end() && terms_[*place].use.posts >= posts) ++place;
      best.insert(place, number);
      if (best.size() > 3) best.pop_back();
    }
    return best;
  }

  bool (*is_subject_)(std::string_view);
  std::map<std::string, std::size_t, std::less<>> numbers_;  // in terms_; no_subject for what is left out
  std::vector<Term> terms_;
  std::vector<std::size_t> in_captions_;  // of all captions, one after another
  std::vector<std::size_t> ends_;         // where each caption's end
  std::size_t captions_with_any_ = 0;
};

// Each subject is the list of its words.
std::vector<std::vector<std::string>> subjects_of(std::string_view named) {
  constexpr std::size_t most_bytes = 500;
  const CaptionText text = read_caption(named.substr(0, most_bytes));
  std::vector<std::vector<std::string>> subjects;
  std::size_t end_of_last = 0;
  for (const CaptionWord& word : text.words) {
    const std::string_view between = std::string_view(text.plain).substr(end_of_last, word.begin - end_of_last);
    if (subjects.empty() || between.find_first_not_of(" #") != std::string_view::npos) subjects.emplace_back();
    end_of_last = word.begin + word.size;
    const bool says_nothing = (use_of(text.of(word)).languages & ~only(Language::none)) != 0;
    if (!says_nothing) subjects.back().emplace_back(text.of(word));
  }
  std::erase_if(subjects, [](const std::vector<std::string>& words) { return words.empty(); });
  return subjects;
}

// Short words are found in many others by chance: "art" in #party.
bool names(std::string_view in_caption, bool is_joined, std::string_view word) {
  if (in_caption == word) return true;
  const std::size_t letters = letters_in(word);
  if (word[0] & '\x80') return is_joined && in_caption.find(word) != std::string_view::npos;
  if (!is_joined) return letters >= 5 && in_caption.starts_with(word);
  if (letters == 4) return in_caption.starts_with(word) || in_caption.ends_with(word);
  return letters >= 5 && in_caption.find(word) != std::string_view::npos;
}

bool names(const CaptionText& caption, const std::vector<std::string>& subject) {
  return std::all_of(subject.begin(), subject.end(), [&](const std::string& word) {
    return std::any_of(caption.words.begin(), caption.words.end(), [&](const CaptionWord& at) {
      return names(caption.of(at), at.is_hashtag || at.is_unspaced, word);
    });
  });
}

}  // namespace

std::optional<Niche> niche(std::span<const Post> posts, std::string_view named) {
  const std::vector<std::vector<std::string>> subjects = subjects_of(named);
  Terms hashtags(is_subject_hashtag);
  Terms words(is_subject_word);
  Niche result;
  std::size_t naming = 0;
  for (const Post& post : posts) {
    const CaptionText caption = read_caption(post.caption);
    if (caption.plain.empty()) continue;
    ++result.captions;
    for (const CaptionWord& word : caption.words) {
      if (!word.is_hashtag && word.is_unspaced) continue;
      (word.is_hashtag ? hashtags : words).add(caption.of(word), word.written);
    }
    hashtags.end_caption();
    words.end_caption();
    naming += std::any_of(subjects.begin(), subjects.end(), [&](const auto& s) { return names(caption, s); });
  }
  if (result.captions < 2) return std::nullopt;
  result.by_hashtags = 2 * hashtags.captions_with_any() >= result.captions || words.captions_with_any() == 0;
  (result.by_hashtags ? hashtags : words).put_into(result);
  if (!subjects.empty()) result.named_share = static_cast<double>(naming) / static_cast<double>(result.captions);
  return result;
}

}  // namespace mf::core
