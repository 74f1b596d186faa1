#include "core/niche.h"

#include <algorithm>
#include <functional>
#include <map>

#include "core/letters.h"

namespace mf::core {
namespace {

template <class Visit>
void for_each_word(std::string_view words, Visit visit) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    visit(words.substr(begin, end - begin));
    begin = end + 1;
  }
}

// Which terms stand in which caption.
class Terms {
 public:
  // Each word once.
  void add_caption(std::string_view words) {
    for_each_word(words, [&](std::string_view written) {
      const auto [at, is_new] = numbers_.try_emplace(folded_key(written), terms_.size());
      if (is_new) terms_.push_back({std::string(written), 0});
      ++terms_[at->second].posts;
      in_captions_.push_back(at->second);
    });
    captions_with_any_ += in_captions_.size() > (ends_.empty() ? 0 : ends_.back());
    ends_.push_back(in_captions_.size());
  }

  std::size_t captions_with_any() const { return captions_with_any_; }

  void put_into(Niche& result) const {
    const std::vector<std::size_t> best = most_used();
    for (const std::size_t number : best) result.terms.push_back(terms_[number]);
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
  std::vector<std::size_t> most_used() const {
    std::vector<std::size_t> best;
    for (const auto& [term, number] : numbers_) {  // in the order of their letters
      const std::size_t posts = terms_[number].posts;
      if (posts < 2) continue;
      auto place = best.begin();
      while (place != best.end() && terms_[*place].posts >= posts) ++place;
      best.insert(place, number);
      if (best.size() > 3) best.pop_back();
    }
    return best;
  }

  std::map<std::string, std::size_t> numbers_;  // in terms_, by the folded word
  std::vector<NicheTerm> terms_;
  std::vector<std::size_t> in_captions_;  // of all captions, one after another
  std::vector<std::size_t> ends_;         // where each caption's end
  std::size_t captions_with_any_ = 0;
};

// Folded words that join others to a subject and are none: "the art of bread", "Brot und Kuchen".
constexpr std::string_view joining_words =
    "a an and at by for from in my of on or our the to with und oder der die das den dem ein eine fur im mit von aus "
    "mein meine unser et ou le la les l un une du des de d en au aux pour avec mon ma mes y e o el los las del con por "
    "mi mis as os um uma no na do da dos em com meu minha il lo gli i di della dei per mio mia het een op van voor "
    "met mijn w z dla moj moja ve bir ile icin benim yang dan untuk och og av till til min mitt и в на о для с мой "
    "και το τα ο η του της με για في من على و और का की के";

bool is_joining_word(std::string_view word) {
  bool found = false;
  for_each_word(joining_words, [&](std::string_view known) { found |= known == word; });
  return found;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || c == 0x202F || (c >= 0x2000 && c <= 0x200A);
}

// Each subject is the list of its words, folded. Spaces, # and _ stand between the words of one, other signs
// between two.
std::vector<std::vector<std::string>> subjects_of(std::string_view named) {
  constexpr std::size_t most_bytes = 500;
  named = named.substr(0, most_bytes);
  std::vector<std::vector<std::string>> subjects(1);
  std::string word;
  bool word_is_unspaced = false;
  const auto end_word = [&] {
    if (!word.empty() && !is_joining_word(word)) subjects.back().push_back(word);
    word.clear();
  };
  for (std::size_t at = 0; at < named.size();) {
    const char32_t c = next_code_point(named, at);
    if (is_letter(c)) {
      if (is_unspaced(c) != word_is_unspaced) end_word();
      word_is_unspaced = is_unspaced(c);
      append_folded(word, c);
    } else if (!is_invisible(c)) {
      end_word();
      if (!is_space(c) && c != '#' && c != '_') subjects.emplace_back();
    }
  }
  end_word();
  std::erase_if(subjects, [](const std::vector<std::string>& words) { return words.empty(); });
  return subjects;
}

// Short words are found in many others by chance: "art" in #party.
bool names(std::string_view in_caption, bool is_joined, std::string_view word) {
  if (in_caption == word) return true;
  const std::size_t letters = letter_count(word);
  if (word[0] & '\x80') return is_joined && in_caption.find(word) != std::string_view::npos;
  if (!is_joined) return letters >= 5 && in_caption.starts_with(word);
  if (letters == 4) return in_caption.starts_with(word) || in_caption.ends_with(word);
  return letters >= 5 && in_caption.find(word) != std::string_view::npos;
}

bool names(const CaptionTraits& caption, std::string_view word) {
  bool found = false;
  const auto look_in = [&](std::string_view words, bool is_joined) {
    for_each_word(words,
                  [&](std::string_view written) { found = found || names(folded_key(written), is_joined, word); });
  };
  look_in(caption.subject_hashtags, true);
  look_in(caption.other_hashtags, true);
  look_in(caption.subject_words, false);
  look_in(caption.other_words, false);
  return found;
}

bool names(const CaptionTraits& caption, const std::vector<std::string>& subject) {
  return std::all_of(subject.begin(), subject.end(), [&](const std::string& word) { return names(caption, word); });
}

}  // namespace

std::optional<Niche> niche(std::span<const Post> posts, std::string_view named) {
  const std::vector<std::vector<std::string>> subjects = subjects_of(named);
  Terms hashtags;
  Terms words;
  Niche result;
  std::size_t naming = 0;
  for (const Post& post : posts) {
    if (!post.caption_traits) continue;
    const CaptionTraits& caption = *post.caption_traits;
    ++result.captions;
    hashtags.add_caption(caption.subject_hashtags);
    words.add_caption(caption.subject_words);
    naming += std::any_of(subjects.begin(), subjects.end(), [&](const auto& s) { return names(caption, s); });
  }
  if (result.captions < 2) return std::nullopt;
  result.by_hashtags = 2 * hashtags.captions_with_any() >= result.captions || words.captions_with_any() == 0;
  (result.by_hashtags ? hashtags : words).put_into(result);
  if (!subjects.empty()) result.named_share = static_cast<double>(naming) / static_cast<double>(result.captions);
  return result;
}

}  // namespace mf::core
