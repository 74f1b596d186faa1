#include "core/captions.h"

#include <string_view>

#include "core/language_words.h"

namespace mf::core {
namespace {

// Han and kana are written without spaces, so these may stand anywhere.
bool speaks_to_reader_unspaced(std::string_view run) {
  for (const std::string_view you : {"あなた", "みなさん", "みなさま", "皆さん", "皆様", "您"}) {
    if (run.find(you) != std::string_view::npos) return true;
  }
  constexpr std::string_view you = "你";
  for (std::size_t at = run.find(you); at != std::string_view::npos; at = run.find(you, at + you.size())) {
    if (!run.substr(0, at).ends_with("迷")) return true;  // 迷你 is "mini"
  }
  return false;
}

}  // namespace

bool asks_question(const CaptionText& caption) {
  return !caption.words.empty() && caption.plain.find('?') != std::string::npos;
}

bool speaks_to_reader(const CaptionText& caption) {
  Languages unsure = 0;
  for (const CaptionWord& word : caption.words) {
    if (word.is_hashtag) continue;
    if (word.is_unspaced) {
      if (speaks_to_reader_unspaced(caption.of(word))) return true;
      continue;
    }
    const WordUse use = use_of(caption.of(word));
    if (use.you != 0 && use.you == use.languages) return true;
    unsure |= use.you;
  }
  if (unsure == 0) return false;
  const Languages languages = languages_of(caption);
  return (languages & ~unsure) == 0;
}

std::vector<std::string> hashtags(const CaptionText& caption) {
  std::vector<std::string> names;
  for (const CaptionWord& word : caption.words) {
    if (word.is_hashtag) names.emplace_back(word.written);
  }
  return names;
}

}  // namespace mf::core
