#include "ingest/profile_tokens.h"

#include <algorithm>

#include "ingest/folding.h"
#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

using Kind = ProfileToken::Kind;

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_gap(char c) { return c == ' ' || c == '\t' || c == hard_space; }

// Letters of any script; not the bullets, dashes and stops that pages put between things.
bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_letter(text[at]);
  const char32_t c = next_code_point(text, at);
  if (c == 0xB7 || c == 0xBF || c == 0xA1 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
      c == 0x30FB) {
    return false;
  }
  return true;
}

// Chinese, Japanese, Korean: words follow each other without a space.
bool is_unspaced(std::string_view word) { return !word.empty() && static_cast<unsigned char>(word[0]) >= 0xE3; }

// The longest label that stands at the start of `text` and ends where a word may end.
const ProfileWord* label_at(std::string_view text) {
  const ProfileWord* best = nullptr;
  if (text.empty()) return best;
  for (const ProfileWord& row : profile_words()) {
    if (row.word[0] != text[0]) continue;  // nearly all, without a call
    if (best != nullptr && row.word.size() <= best->word.size()) continue;
    if (!text.starts_with(row.word)) continue;
    if (!is_unspaced(row.word) && is_letter_at(text, row.word.size())) continue;
    best = &row;
  }
  return best;
}

// "45.6KFollowers1.2MLikes": glued labels are followed by a digit, so they end like any word.
bool label_begins(std::string_view rest) { return label_at(rest) != nullptr; }

bool is_filler(std::string_view word) {
  const auto words = filler_words();
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, const NumberContext& context) : text_(text), context_(context) {}

  std::vector<ProfileToken> run() {
    while (at_ < text_.size()) step();
    add(Kind::stop, at_);
    return std::move(tokens_);
  }

 private:
  void add(Kind kind, std::size_t end) {
    tokens_.push_back({kind, {}, nullptr, at_, end});
    at_ = end;
  }

  void step() {
    const char c = text_[at_];
    if (is_gap(c)) {
      ++at_;
    } else if (const std::size_t stop = stop_length(); stop > 0) {
      add(Kind::stop, at_ + stop);
    } else if (c == '@' || c == '#') {
      add(Kind::word, run_end(at_ + 1));
    } else if (is_digit(c)) {
      take_number();
    } else if (c == '-' && is_digit(char_at(text_, at_ + 1))) {
      take_minus();
    } else if (is_letter_at(text_, at_)) {
      take_word();
    } else {
      next_code_point(text_, at_);  // a colon, a quote, an emoji: says nothing
    }
  }

  // Line ends, bullets, bars, and commas, dashes and full stops that stand before a space.
  std::size_t stop_length() const {
    const char c = text_[at_];
    if (c == '\n' || c == '\r' || c == '|' || c == ';' || c == '(' || c == ')') return 1;
    const char next = char_at(text_, at_ + 1);
    const bool spaced = next == '\0' || is_gap(next) || next == '\n' || next == '\r';
    if ((c == ',' || c == '.' || c == '-' || c == '/') && spaced) return 1;
    for (const std::string_view bullet : {"\u2022", "\u00B7", "\u3001", "\u3002", "\uFF5C", "\u2027", "\u30FB"}) {
      if (text_.substr(at_).starts_with(bullet)) return bullet.size();
    }
    return 0;
  }

  // To the end of a name, an address, a date: up to a space or a stop.
  std::size_t run_end(std::size_t from) const {
    std::size_t end = from;
    for (;;) {
      if (is_letter_at(text_, end)) {
        next_code_point(text_, end);
      } else if (is_digit(char_at(text_, end)) || char_at(text_, end) == '_') {
        ++end;
      } else if (end < text_.size() && std::string_view(".:/-@?=&%+~'").find(text_[end]) != std::string_view::npos &&
                 (is_letter_at(text_, end + 1) || is_digit(char_at(text_, end + 1)) ||
                  char_at(text_, end + 1) == '/')) {
        ++end;
      } else {
        return end;
      }
    }
  }

  // "321人", "48件": what Chinese, Japanese and Korean put between a number and the thing that is counted.
  bool is_counter_at(std::size_t at) const {
    std::size_t end = at;
    if (!is_unspaced(text_.substr(at))) return false;
    next_code_point(text_, end);
    return is_filler(text_.substr(at, end - at));
  }

  void take_number() {
    const NumberAt scanned = scan_number(text_, at_, context_, label_begins);
    const char next = char_at(text_, scanned.end);
    // 12:30, 24/7, 2025-10-31, 10-20: no count.
    const bool compound = (next == ':' || next == '/' || next == '-') && is_digit(char_at(text_, scanned.end + 1));
    const bool glued = is_letter_at(text_, scanned.end) && label_at(text_.substr(scanned.end)) == nullptr &&
                       !is_counter_at(scanned.end);
    if (compound || glued || scanned.number.percent) {
      add(Kind::word, std::max(run_end(scanned.end), scanned.end));
      return;
    }
    const std::size_t begin = at_;
    add(Kind::number, scanned.end);
    tokens_.back().number = scanned.number;
    tokens_.back().begin = begin;
  }

  void take_minus() {
    const std::size_t begin = at_++;
    take_number();
    if (tokens_.back().kind != Kind::number) return;
    tokens_.back().begin = begin;
    if (tokens_.back().number && tokens_.back().number.count.value > 0)
      tokens_.back().number.flaw = NumberFlaw::negative;
  }

  void take_word() {
    const bool follows_number = !tokens_.empty() && tokens_.back().kind == Kind::number;
    if (const ProfileWord* label = label_at(text_.substr(at_));
        label != nullptr && (follows_number || !label->after_number)) {
      if (label->field == Field::none) {
        at_ += label->word.size();
        return;
      }
      add(Kind::label, at_ + label->word.size());
      tokens_.back().label = label;
      return;
    }
    if (is_unspaced(text_.substr(at_))) {
      std::size_t end = at_;
      next_code_point(text_, end);
      if (is_counter_at(at_)) {
        at_ = end;
      } else {
        add(Kind::word, end);
      }
      return;
    }
    const std::size_t end = run_end(at_);
    std::size_t letters = at_;
    while (letters < end && is_letter_at(text_, letters)) next_code_point(text_, letters);
    if (is_filler(text_.substr(at_, letters - at_)) && (letters == end || char_at(text_, letters) == '\'')) {
      at_ = letters;
    } else {
      add(Kind::word, end);
    }
  }

  std::string_view text_;
  NumberContext context_;
  std::size_t at_ = 0;
  std::vector<ProfileToken> tokens_;
};

}  // namespace

std::vector<ProfileToken> profile_tokens(std::string_view text, const NumberContext& context) {
  return Tokeniser(text, context).run();
}

std::string_view language_of(const std::vector<ProfileToken>& tokens) {
  struct Tally {
    std::string_view language;
    std::size_t labels = 0;
  };
  std::vector<Tally> tallies;
  Tally best;
  for (const ProfileToken& token : tokens) {
    if (token.kind != Kind::label || token.label->language.empty()) continue;
    auto tally = std::find_if(tallies.begin(), tallies.end(),
                              [&token](const Tally& one) { return one.language == token.label->language; });
    if (tally == tallies.end()) tally = tallies.insert(tally, {token.label->language, 0});
    ++tally->labels;
    if (tally->labels > best.labels) best = *tally;
  }
  return best.language;
}

}  // namespace mf::ingest
