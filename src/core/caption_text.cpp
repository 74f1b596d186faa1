#include "core/caption_text.h"

#include <algorithm>

#include "core/letters.h"

namespace mf::core {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_handle_sign(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '.' || c == '_' || c == '-'; }

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
           return a == b || (is_ascii_letter(b) && a == (b | 0x20));
         });
}

// What a sign stands for in the plain form; see the header.
char sign_class(char32_t c) {
  switch (c) {
    case ' ':
    case '\t':
    case 0xA0:
    case 0x202F:
    case 0x3000:
      return ' ';
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029:
      return '\n';
    case '.':
    case '!':
    case ';':
    case 0x2026:
    case 0x3002:
    case 0x61B:
    case 0x6D4:
    case 0x964:
    case 0xFF01:
    case 0xFF0E:
      return '.';
    case '?':
    case 0xFF1F:
    case 0x61F:   // Arabic
    case 0x37E:   // Greek
    case 0x55E:   // Armenian
    case 0x1367:  // Ethiopic
      return '?';
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '<':
    case '>':
    case '|':
    case '/':
    case '\\':
    case '*':
    case ':':
    case '~':
    case 0xB7:
      return '|';
    default:
      break;
  }
  if (c >= 0x2000 && c <= 0x200A) return ' ';
  const bool bracket = (c >= 0x3008 && c <= 0x301B) || c == 0x2022 || c == 0xFF08 || c == 0xFF09 || c == 0xFF1A ||
                       c == 0xFF0F || c == 0xFF3B || c == 0xFF3D || c == 0xFF5C;
  const bool symbol = (c >= 0x2190 && c <= 0x2BFF) || c >= 0x1F000;  // arrows, dingbats, emoji
  return bracket || symbol ? '|' : ',';
}

bool is_greek(char32_t c) { return (c >= 0x386 && c <= 0x3FF) || (c >= 0x1F00 && c <= 0x1FFF); }

class Reader {
 public:
  explicit Reader(std::string_view caption) : caption_(caption) { text_.plain.reserve(caption.size()); }

  CaptionText read() && {
    while (at_ < caption_.size()) step();
    return std::move(text_);
  }

 private:
  void step() {
    if (const std::size_t end = address_end(); end > at_) {
      at_ = end;
      sign('@');
      previous_ = '@';
      return;
    }
    const std::size_t begin = at_;
    char32_t c = next_code_point(caption_, at_);
    if (c == 0xFF03) c = '#';
    if (c == 0xFF20) c = '@';
    if (is_letter(c)) {
      at_ = begin;
      word(false);
      return;
    }
    if (c == '#' && starts_hashtag()) {
      sign('#');
      word(true);
      return;
    }
    if (c == '@' && at_ < caption_.size()) {
      const std::size_t end = handle_end();
      sign(end > at_ ? '@' : ',');
      at_ = end;
      previous_ = '@';
      return;
    }
    if (is_invisible(c)) return;
    if (c == ';' && is_greek(previous_)) {
      sign('?');
    } else if (is_dash(c)) {
      sign(is_gap_around(begin) ? '|' : ',');
    } else {
      sign(sign_class(c));
    }
    previous_ = c;
  }

  static bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

  bool is_gap_around(std::size_t begin) const {
    const auto gap = [&](std::size_t i) { return caption_[i] == ' ' || caption_[i] == '\n' || caption_[i] == '\r'; };
    return (begin == 0 || gap(begin - 1)) && (at_ >= caption_.size() || gap(at_));
  }

  // One sign is as good as several of its kind, and beside a line break a space is none.
  void sign(char kind) {
    std::string& out = text_.plain;
    const char last = out.empty() ? '\n' : out.back();
    if (kind == last && kind != '#' && kind != '@') return;
    if (kind == ' ' && last == '\n') return;
    if (kind == '\n' && last == ' ') out.pop_back();
    out += kind;
  }

  // "#1" and "#️⃣" are no hashtags, nor is the # of "C#sharp" or "&#39;"; "#one#two" are two.
  bool starts_hashtag() const {
    if (previous_ == '&' || (is_letter(previous_) && !after_hashtag_)) return false;
    for (std::size_t i = at_; i < caption_.size();) {
      const char32_t c = next_code_point(caption_, i);
      if (c == '_' || is_invisible(c) || (c >= '0' && c <= '9')) continue;
      return is_letter(c);
    }
    return false;
  }

  // A handle in ASCII ends where ASCII does: what stands close behind it in Japanese is a sentence.
  std::size_t handle_end() const {
    std::size_t end = at_;
    while (end < caption_.size() && is_handle_sign(caption_[end])) ++end;
    if (end > at_) return end;
    for (std::size_t after = at_; after < caption_.size() && is_letter(next_code_point(caption_, after));) end = after;
    return end;
  }

  void word(bool is_hashtag) {
    CaptionWord word;
    word.begin = text_.plain.size();
    word.is_hashtag = is_hashtag;
    const std::size_t begin = at_;
    std::size_t end = at_;
    std::size_t unspaced = 0;
    for (bool first = true; at_ < caption_.size();) {
      std::size_t after = at_;
      const char32_t c = next_code_point(caption_, after);
      if (is_letter(c)) {
        const bool is_unspaced_letter = is_unspaced(c);
        if (first) word.is_unspaced = is_unspaced_letter;
        if (is_unspaced_letter != word.is_unspaced && !is_hashtag) break;
        unspaced += is_unspaced_letter;
        text_.has_kana |= is_kana(c);
        append_folded(text_.plain, c);
        previous_ = c;
        first = false;
      } else if (!is_invisible(c) && !(is_hashtag && c == '_')) {
        break;
      }
      at_ = end = after;
    }
    after_hashtag_ = is_hashtag;
    word.size = text_.plain.size() - word.begin;
    word.written = caption_.substr(begin, end - begin);
    if (!is_hashtag) text_.word_count += word.is_unspaced ? unspaced : 1;
    text_.words.push_back(word);
  }

  // Where an address of the web that begins here ends; at_ if none does. The signs that end a sentence are not its own.
  std::size_t address_end() {
    const std::string_view rest = caption_.substr(at_);
    if (!is_ascii_letter(rest[0]) && !is_ascii_digit(rest[0])) return at_;
    if (previous_ < 0x80 && is_letter(previous_)) return at_;
    bool found = false;
    for (const std::string_view beginning : {"http://", "https://", "www."}) {
      found |= starts_with_ignoring_case(rest, beginning);
    }
    if (!found && !is_domain_with_path()) return at_;
    std::size_t end = at_;
    while (end < caption_.size() && caption_[end] > ' ' && caption_[end] < '\x7F' && caption_[end] != '<' &&
           caption_[end] != '>' && caption_[end] != '"') {
      ++end;
    }
    constexpr std::string_view closing = ".,;:!?)]}'*_|";
    while (closing.find(caption_[end - 1]) != std::string_view::npos) --end;
    return end;
  }

  // "bit.ly/abc", "shop.example.com?ref=me"
  bool is_domain_with_path() {
    if (at_ < no_domain_before_) return false;
    std::size_t end = at_;
    std::size_t last_dot = 0;
    for (; end < caption_.size() && is_handle_sign(caption_[end]) && caption_[end] != '_'; ++end) {
      if (caption_[end] == '.') last_dot = end;
    }
    no_domain_before_ = end;
    if (last_dot <= at_ || end - last_dot < 3 || end + 1 >= caption_.size()) return false;
    const std::string_view top = caption_.substr(last_dot + 1, end - last_dot - 1);
    const char path = caption_[end];
    const char beyond = caption_[end + 1];
    return std::all_of(top.begin(), top.end(), is_ascii_letter) &&
           (path == '/' || (path == '?' && (is_ascii_letter(beyond) || is_ascii_digit(beyond))));
  }

  std::string_view caption_;
  CaptionText text_;
  std::size_t at_ = 0;
  std::size_t no_domain_before_ = 0;  // so that no stretch is looked through twice
  char32_t previous_ = ' ';           // the code point before at_
  bool after_hashtag_ = false;        // and it ends a hashtag
};

}  // namespace

CaptionText read_caption(std::string_view caption) { return Reader(caption).read(); }

}  // namespace mf::core
