#include "core/sponsorship.h"

#include <cstddef>

#include "core/disclosure_words.h"
#include "core/language_words.h"

namespace mf::core {
namespace {

bool ends_word(std::string_view plain, std::size_t at) {
  return at >= plain.size() || std::string_view(" \n|.,?#@").find(plain[at]) != std::string_view::npos;
}

// By itself at the head of a line or in brackets: "ad | …", "[werbung]", "📣 anzeige".
bool is_at_head(const CaptionText& caption, std::size_t begin) {
  while (begin > 0 && caption.plain[begin - 1] == ' ') --begin;
  return begin == 0 || caption.plain[begin - 1] == '\n' || caption.plain[begin - 1] == '|';
}

bool stands_alone_until(const CaptionText& caption, std::size_t end) {
  while (end < caption.plain.size() && caption.plain[end] == ' ') ++end;
  return end == caption.plain.size() || std::string_view("\n|.#@").find(caption.plain[end]) != std::string_view::npos;
}

bool is_one_of(std::string_view word, std::string_view words) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    if ((at == 0 || words[at - 1] == ' ') && (at + word.size() == words.size() || words[at + word.size()] == ' ')) {
      return true;
    }
  }
  return false;
}

// "not a", "ceci n'est pas une", "no es": right before the word, with nothing but an article or a verb between them.
bool is_denied(const CaptionText& caption, std::size_t index) {
  for (std::size_t i = index; i > 0; --i) {
    const CaptionWord& before = caption.words[i - 1];
    const std::size_t end = before.begin + before.size;
    const std::string_view between = std::string_view(caption.plain).substr(end, caption.words[i].begin - end);
    if (between.find_first_not_of(" ,#") != std::string_view::npos || before.is_hashtag) return false;
    if (is_one_of(caption.of(before), denying_words)) return true;
    if (!is_one_of(caption.of(before), words_after_denial)) return false;
  }
  return false;
}

bool is_same_without_spaces(std::string_view name, std::string_view words) {
  std::size_t at = 0;
  for (const char c : words) {
    if (c == ' ') continue;
    if (at >= name.size() || name[at++] != c) return false;
  }
  return at == name.size();
}

struct Finding {
  bool paid = false;
  bool unpaid = false;
  bool gift = false;
};

class Search {
 public:
  explicit Search(const CaptionText& caption) : caption_(caption) {}

  Finding run() {
    for (std::size_t i = 0; i < caption_.words.size(); ++i) look_at(i);
    return finding_;
  }

 private:
  void look_at(std::size_t index) {
    const CaptionWord& word = caption_.words[index];
    const std::string_view rest = std::string_view(caption_.plain).substr(word.begin);
    const bool at_head = !word.is_hashtag && is_at_head(caption_, word.begin);
    for (const DisclosureWord& row : word.is_unspaced ? disclosure_words() : disclosure_words(rest[0])) {
      if (matches(row, word, rest, at_head) && is_in_language(row) && !is_denied(caption_, index)) note(row.meaning);
    }
  }

  bool matches(const DisclosureWord& row, const CaptionWord& word, std::string_view rest, bool at_head) const {
    if (row.place == Place::inside) return caption_.of(word).find(row.words) != std::string_view::npos;
    if (word.is_hashtag) return is_same_without_spaces(caption_.of(word), row.words);
    if (!rest.starts_with(row.words)) return false;
    switch (row.place) {
      case Place::label:
        return at_head && stands_alone_until(caption_, word.begin + row.words.size());
      case Place::head:
        return at_head && ends_word(rest, row.words.size());
      default:
        return ends_word(rest, row.words.size());
    }
  }

  bool is_in_language(const DisclosureWord& row) {
    if (row.only_in == 0) return true;
    if (!languages_known_) languages_ = languages_of(caption_);
    languages_known_ = true;
    return (languages_ & row.only_in) != 0;
  }

  void note(Meaning meaning) {
    finding_.paid |= meaning == Meaning::paid;
    finding_.unpaid |= meaning == Meaning::unpaid;
    finding_.gift |= meaning == Meaning::gift;
  }

  const CaptionText& caption_;
  Finding finding_;
  Languages languages_ = 0;
  bool languages_known_ = false;
};

}  // namespace

Disclosure disclosure(const CaptionText& caption) {
  const Finding found = Search(caption).run();
  if (found.paid && !found.unpaid) return Disclosure::paid;
  return found.gift ? Disclosure::gift : Disclosure::none;
}

bool is_disclosure_hashtag(std::string_view name) {
  if (name.empty()) return false;
  for (const DisclosureWord& row : disclosure_words(name[0])) {
    if (row.only_in == 0 && is_same_without_spaces(name, row.words)) return true;
  }
  return false;
}

bool is_sponsored(std::string_view caption) { return disclosure(read_caption(caption)) == Disclosure::paid; }

}  // namespace mf::core
