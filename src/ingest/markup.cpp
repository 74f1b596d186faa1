#include "ingest/markup.h"

#include <algorithm>
#include <utility>

#include "ingest/entities.h"

namespace mf::ingest {
namespace {

constexpr std::string_view spaces = " \t\r\n";

}  // namespace

bool Markup::take_tag() {
  // A ">" inside a quoted value ends nothing.
  std::size_t end = at_ + 1;
  char quote = 0;
  for (; end < xml_.size(); ++end) {
    const char c = xml_[end];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      break;
    }
  }
  if (end >= xml_.size()) return false;
  std::string_view tag = xml_.substr(at_ + 1, end - at_ - 1);
  at_ = end + 1;
  kind_ = tag.starts_with('/') ? Kind::close : Kind::open;
  if (kind_ == Kind::close) tag.remove_prefix(1);
  closes_next_ = kind_ == Kind::open && tag.ends_with('/');
  if (closes_next_) tag.remove_suffix(1);
  const std::size_t name_end = std::min(tag.find_first_of(spaces), tag.size());
  name_ = tag.substr(0, name_end);
  body_ = tag.substr(name_end);
  name_.remove_prefix(name_.find(':') + 1);  // npos + 1 is 0
  return true;
}

bool Markup::next() {
  if (std::exchange(closes_next_, false)) {
    kind_ = Kind::close;
    return true;
  }
  while (at_ < xml_.size()) {
    const std::string_view rest = xml_.substr(at_);
    const auto pass = [&](std::string_view end) {
      const std::size_t found = rest.find(end);
      at_ = found == std::string_view::npos ? xml_.size() : at_ + found + end.size();
    };
    constexpr std::string_view literal = "<![CDATA[";
    if (rest.starts_with(literal)) {
      const std::size_t begin = at_ + literal.size();
      pass("]]>");
      body_ = xml_.substr(begin, at_ - begin);
      if (body_.ends_with("]]>")) body_.remove_suffix(3);
      kind_ = Kind::text;
      is_literal_ = true;
      return true;
    }
    if (rest.starts_with("<!--")) {
      pass("-->");
    } else if (rest.starts_with("<?")) {
      pass("?>");
    } else if (rest.starts_with("<!")) {
      pass(rest.substr(0, rest.find('>')).find('[') == std::string_view::npos ? ">" : "]>");
    } else if (rest[0] == '<') {
      if (take_tag()) return true;
      at_ = xml_.size();
    } else {
      body_ = rest.substr(0, rest.find('<'));
      at_ += body_.size();
      kind_ = Kind::text;
      is_literal_ = false;
      return true;
    }
  }
  return false;
}

std::optional<std::string> Markup::attribute(std::string_view name) const {
  std::string_view rest = body_;
  while (kind_ == Kind::open) {
    rest.remove_prefix(std::min(rest.find_first_not_of(spaces), rest.size()));
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) break;
    std::string_view key = rest.substr(0, equals);
    key = key.substr(0, key.find_first_of(spaces));
    rest.remove_prefix(equals + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(spaces), rest.size()));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) break;
    const std::size_t end = rest.find(rest[0], 1);
    if (end == std::string_view::npos) break;
    if (!key.starts_with("xmlns") && key.substr(key.find(':') + 1) == name)
      return without_entities(rest.substr(1, end - 1));
    rest.remove_prefix(end + 1);
  }
  return std::nullopt;
}

std::string Markup::text() const {
  if (kind_ != Kind::text) return {};
  return is_literal_ ? std::string(body_) : without_entities(body_);
}

}  // namespace mf::ingest
