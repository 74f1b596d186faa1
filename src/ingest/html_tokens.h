// The tags and texts of an HTML page, one after the other. No tree is built, and no page is too broken to be read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mf::ingest {

enum class HtmlKind : std::uint8_t { text, opening_tag, closing_tag };

class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view html) : html_(html) {}

  // Moves to the next token; false at the end. Comments, declarations, scripts and styles are passed over.
  bool next();
  HtmlKind kind() const { return kind_; }
  bool opens(std::string_view tag) const { return kind_ == HtmlKind::opening_tag && name_ == tag; }
  bool closes(std::string_view tag) const { return kind_ == HtmlKind::closing_tag && name_ == tag; }
  // Of a tag, in lower case.
  const std::string& name() const { return name_; }
  // Of a text, with its entities decoded.
  std::string text() const;
  // Of an opening tag, with its entities decoded; empty if it has none of this name. `name` is in lower case.
  std::string attribute(std::string_view name) const;

 private:
  void take_tag();
  void pass_over(std::string_view end);
  void pass_over_element();

  std::string_view html_;
  std::size_t at_ = 0;
  HtmlKind kind_ = HtmlKind::text;
  std::string name_;
  std::string_view inside_;  // the attributes, or the text
};

}  // namespace mf::ingest
