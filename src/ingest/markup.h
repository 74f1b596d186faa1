// XML, one tag or text at a time and without copying. Nothing here fails: what is no XML ends the markup early, an
// entity that is not known stays as it is written, and nothing is ever fetched or expanded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mf::ingest {

class Markup {
 public:
  enum class Kind { open, close, text };

  // UTF-8 that must outlive this object. Comments, declarations and processing instructions are passed over.
  explicit Markup(std::string_view xml) : xml_(xml) {}

  // Moves to the next piece; false at the end. "<v/>" comes as an open and a close.
  bool next();
  Kind kind() const { return kind_; }
  // Of a tag, without its prefix: "row" for "<x:row>".
  std::string_view name() const { return name_; }
  bool opens(std::string_view name) const { return kind_ == Kind::open && name_ == name; }
  bool closes(std::string_view name) const { return kind_ == Kind::close && name_ == name; }
  // Of an open tag, by its name without its prefix ("id" for "r:id"), entities undone.
  std::optional<std::string> attribute(std::string_view name) const;
  // Of a text, entities undone.
  std::string text() const;

 private:
  bool take_tag();

  std::string_view xml_;
  std::size_t at_ = 0;
  Kind kind_ = Kind::text;
  std::string_view name_;
  std::string_view body_;    // of a tag, what follows the name; of a text, all of it
  bool is_literal_ = false;  // the text stood in CDATA
  bool closes_next_ = false;
};

}  // namespace mf::ingest
