#include "ingest/html_tokens.h"

#include <algorithm>
#include <utility>

#include "ingest/entities.h"

namespace mf::ingest {
namespace {

constexpr std::string_view gaps = " \t\r\n\f";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_word(std::string_view word, std::string_view in_lower_case) {
  return word.size() == in_lower_case.size() &&
         std::equal(word.begin(), word.end(), in_lower_case.begin(), [](char a, char b) { return lower(a) == b; });
}

}  // namespace

bool HtmlTokens::next() {
  while (at_ < html_.size()) {
    const std::string_view rest = html_.substr(at_);
    const char second = rest.size() > 1 ? rest[1] : '\0';
    if (rest[0] != '<' || (!is_letter(second) && second != '/' && second != '!' && second != '?')) {
      const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
      kind_ = HtmlKind::text;
      name_.clear();
      inside_ = html_.substr(at_, end - at_);
      at_ = end;
      return true;
    }
    if (rest.starts_with("<!--")) {
      pass_over("-->");
    } else if (second == '!' || second == '?') {
      pass_over(">");
    } else {
      take_tag();
      if (!opens("script") && !opens("style")) return true;
      pass_over_element();
    }
  }
  return false;
}

void HtmlTokens::take_tag() {
  kind_ = html_[at_ + 1] == '/' ? HtmlKind::closing_tag : HtmlKind::opening_tag;
  std::size_t end = at_ + (kind_ == HtmlKind::closing_tag ? 2 : 1);
  name_.clear();
  while (end < html_.size() && html_[end] != '>' && html_[end] != '/' && gaps.find(html_[end]) == gaps.npos) {
    if (name_.size() < 20) name_ += lower(html_[end]);
    ++end;
  }
  const std::size_t begin = end;
  char quote = 0;  // a ">" in a quoted value ends nothing
  while (end < html_.size() && (quote != 0 || html_[end] != '>')) {
    if (html_[end] == quote) {
      quote = 0;
    } else if (quote == 0 && (html_[end] == '"' || html_[end] == '\'')) {
      quote = html_[end];
    }
    ++end;
  }
  inside_ = html_.substr(begin, end - begin);
  at_ = std::min(end + 1, html_.size());
}

void HtmlTokens::pass_over(std::string_view end) {
  const std::size_t found = html_.find(end, at_ + 2);
  at_ = found == std::string_view::npos ? html_.size() : found + end.size();
}

// A script or a style, whose text is none: up to its closing tag.
void HtmlTokens::pass_over_element() {
  while ((at_ = std::min(html_.find("</", at_), html_.size())) < html_.size()) {
    if (same_word(html_.substr(at_ + 2, name_.size()), name_)) return;
    at_ += 2;
  }
}

std::string HtmlTokens::text() const { return kind_ == HtmlKind::text ? without_entities(inside_) : std::string(); }

std::string HtmlTokens::attribute(std::string_view wanted) const {
  if (kind_ != HtmlKind::opening_tag) return {};
  for (std::size_t at = 0; at < inside_.size();) {
    at = std::min(inside_.find_first_not_of(" \t\r\n\f/=", at), inside_.size());
    const std::size_t name_end = std::min(inside_.find_first_of(" \t\r\n\f/=", at), inside_.size());
    const std::string_view name = inside_.substr(at, name_end - at);
    at = std::min(inside_.find_first_not_of(gaps, name_end), inside_.size());
    if (at == inside_.size() || inside_[at] != '=') continue;
    at = std::min(inside_.find_first_not_of(gaps, at + 1), inside_.size());
    if (at == inside_.size()) break;
    const char quote = inside_[at];
    const bool is_quoted = quote == '"' || quote == '\'';
    if (is_quoted) ++at;
    const std::size_t end =
        std::min(is_quoted ? inside_.find(quote, at) : inside_.find_first_of(gaps, at), inside_.size());
    if (same_word(name, wanted)) return without_entities(inside_.substr(at, end - at));
    at = std::min(end + 1, inside_.size());
  }
  return {};
}

}  // namespace mf::ingest
