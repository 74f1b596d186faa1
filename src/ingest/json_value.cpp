#include "ingest/json_value.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "ingest/utf8.h"

#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION
#endif
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>

namespace mf::ingest {

// What nlohmann/json's parser reports, value by value.
class JsonTreeBuilder {
 public:
  using Json = nlohmann::json;
  enum class Flaw : std::uint8_t { none, broken, too_deep, too_many };

  explicit JsonTreeBuilder(std::string_view text) {
    // All memory at once: a value other than the first stands after one of these three.
    const auto values =
        std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == '[' || c == '{'; });
    const std::size_t most = std::min(text.size() / 2 + 2, most_json_values);
    tree_.nodes_.reserve(std::min(static_cast<std::size_t>(values) + 2, most));
    tree_.texts_.reserve(text.size());
  }

  Flaw flaw() const { return flaw_; }
  std::size_t broken_at() const { return broken_at_; }
  JsonTree take() { return std::move(tree_); }

  bool null() { return add(JsonKind::null, {}); }
  bool boolean(bool value) { return add(JsonKind::boolean, value ? "true" : "false"); }
  bool number_integer(Json::number_integer_t value) {
    return add(JsonKind::number, std::to_string(value), static_cast<double>(value));
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return add(JsonKind::number, std::to_string(value), static_cast<double>(value));
  }
  bool number_float(Json::number_float_t value, const std::string& digits) {
    return add(JsonKind::number, digits, value);
  }
  bool string(const std::string& value) { return add(JsonKind::text, value); }
  bool binary(const Json::binary_t&) { return false; }
  bool key(const std::string& name) {
    key_at_ = put(name);
    key_size_ = static_cast<std::uint32_t>(name.size());
    return true;
  }
  bool start_object(std::size_t) { return open(JsonKind::object); }
  bool start_array(std::size_t) { return open(JsonKind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    flaw_ = Flaw::broken;
    broken_at_ = position;
    return false;
  }

 private:
  std::uint32_t next_index() const { return static_cast<std::uint32_t>(tree_.nodes_.size()); }

  std::uint32_t put(std::string_view text) {
    const auto at = static_cast<std::uint32_t>(tree_.texts_.size());
    tree_.texts_ += text;
    return at;
  }

  bool add(JsonKind kind, std::string_view text, double number = 0) {
    if (tree_.nodes_.size() == most_json_values) {
      flaw_ = Flaw::too_many;
      return false;
    }
    JsonTree::Node node;
    node.number = number;
    node.key_at = key_at_;
    node.key_size = std::exchange(key_size_, 0);
    node.text_at = put(text);
    node.text_size = static_cast<std::uint32_t>(text.size());
    node.kind = kind;
    tree_.nodes_.push_back(node);
    tree_.nodes_.back().after = next_index();
    return true;
  }

  bool open(JsonKind kind) {
    if (open_.size() == most_json_levels) {
      flaw_ = Flaw::too_deep;
      return false;
    }
    open_.push_back(next_index());
    return add(kind, {});
  }

  bool close() {
    tree_.nodes_[open_.back()].after = next_index();
    open_.pop_back();
    return true;
  }

  JsonTree tree_;
  std::vector<std::uint32_t> open_;
  std::uint32_t key_at_ = 0, key_size_ = 0;
  Flaw flaw_ = Flaw::none;
  std::size_t broken_at_ = 0;
};

namespace {

using Flaw = JsonTreeBuilder::Flaw;

constexpr std::string_view gaps = " \t\r\n";

// The parser itself and not Json::sax_parse, which would bring the binary formats along.
bool parse_value(std::string_view text, JsonTreeBuilder& builder) {
  using Json = nlohmann::json;
  const char* const end = text.data() + text.size();
  using Adapter = decltype(nlohmann::detail::input_adapter(text.data(), end));
  nlohmann::detail::parser<Json, Adapter> parser(nlohmann::detail::input_adapter(text.data(), end), nullptr, false);
  return parser.sax_parse(&builder);
}

// `at` counts from 1, as the parser does; past `end` it means that the text ended too early.
Error broken(std::string_view text, std::size_t at, std::size_t end) {
  const std::string_view before = text.substr(0, std::min(std::max<std::size_t>(at, 1) - 1, end));
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto column = static_cast<std::size_t>(std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start),
                                                             before.end(), [](char c) { return (c & 0xC0) != 0x80; })) +
                      1;
  const std::string place = "line " + std::to_string(line) + ", column " + std::to_string(column);
  if (at > end) {
    return {"json-broken",
            "This JSON ends in the middle, at " + place +
                ", so a part of it is missing. Download or copy it again, all of it.",
            "", line};
  }
  return {"json-broken",
          "This JSON is broken at " + place + ". Use the file as it was exported, without changes made by hand.", "",
          line};
}

// Of a value that is a part of `text`.
Error error_of(const JsonTreeBuilder& builder, std::string_view text, std::string_view value) {
  switch (builder.flaw()) {
    case Flaw::too_deep:
      return {"json-too-deep",
              "This JSON has more than " + std::to_string(most_json_levels) +
                  " lists inside each other, which no export has. Check that it is the right file.",
              "", std::nullopt};
    case Flaw::too_many:
      return {"too-large", "This JSON holds more than 4 million values. Export a shorter period.", "", std::nullopt};
    case Flaw::none:
    case Flaw::broken:
      break;
  }
  const auto begin = static_cast<std::size_t>(value.data() - text.data());
  return broken(text, begin + builder.broken_at(), begin + value.size());
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The code unit of "\uXXXX" at a place; nothing if something else is there.
std::optional<unsigned> escaped_unit(std::string_view text, std::size_t at) {
  if (text.substr(std::min(at, text.size()), 2) != "\\u" || text.size() - at < 6) return std::nullopt;
  unsigned unit = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    const int digit = hex_digit(text[at + i]);
    if (digit < 0) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(digit);
  }
  return unit;
}

// The text with every surrogate that stands alone written as \uFFFD, in `copy`; the text itself if there is none.
std::string_view without_lone_surrogates(std::string_view text, std::string& copy) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    const auto unit = escaped_unit(text, at);
    if (!unit || *unit < 0xD800 || *unit > 0xDFFF) {
      at += 2;  // the second of "\\" escapes nothing
      continue;
    }
    const auto next = *unit < 0xDC00 ? escaped_unit(text, at + 6) : std::nullopt;
    if (next && *next >= 0xDC00 && *next <= 0xDFFF) {
      at += 12;
      continue;
    }
    if (copy.empty()) copy = text;
    copy.replace(at, 6, "\\uFFFD");
    at += 6;
  }
  return copy.empty() ? text : std::string_view(copy);
}

// Where the value begins and ends: a script gives it a name first and a semicolon at the end.
std::string_view value_in(std::string_view text) {
  const std::size_t first = text.find_first_not_of(gaps);
  if (first == std::string_view::npos || !text.substr(first).starts_with("window.")) return text;
  text.remove_prefix(std::min(text.find_first_of("[{"), text.size()));
  const std::size_t last = text.find_last_not_of(gaps);
  if (last != std::string_view::npos && text[last] == ';') text.remove_suffix(text.size() - last);
  return text;
}

// One line after the other, blank ones left out.
bool next_line(std::string_view text, std::size_t& at, std::string_view& line) {
  while (at < text.size()) {
    const std::size_t begin = at, end = std::min(text.find('\n', at), text.size());
    at = end + 1;
    line = text.substr(begin, end - begin);
    if (line.find_first_not_of(gaps) != std::string_view::npos) return true;
  }
  return false;
}

// Two lines that both are objects from end to end.
bool has_value_on_each_line(std::string_view text) {
  std::size_t at = 0;
  std::string_view first, second;
  if (!next_line(text, at, first) || !next_line(text, at, second)) return false;
  return first[first.find_first_not_of(gaps)] == '{' && first[first.find_last_not_of(gaps)] == '}' &&
         second[second.find_first_not_of(gaps)] == '{';
}

}  // namespace

Result<JsonTree> parse_json(std::string_view given) {
  if (given.size() > most_json_bytes) {
    return Error{"too-large", "This JSON is larger than 64 MB. Export a shorter period.", "", std::nullopt};
  }
  // The parser takes a NUL for the end, and would leave what follows unseen.
  if (const std::size_t nul = given.find('\0'); nul != std::string_view::npos)
    return broken(given, nul + 1, given.size());
  std::string copy;
  const std::string_view text = without_lone_surrogates(given, copy);

  const std::string_view value = value_in(text);
  JsonTreeBuilder builder(value);
  if (parse_value(value, builder)) return builder.take();
  if (builder.flaw() != Flaw::broken || !has_value_on_each_line(value)) return error_of(builder, text, value);

  builder = JsonTreeBuilder(value);
  builder.start_array(0);
  std::size_t at = 0;
  for (std::string_view line; next_line(value, at, line);) {
    if (!parse_value(line, builder)) return error_of(builder, text, line);
  }
  builder.end_array();
  return builder.take();
}

JsonKind JsonValue::kind() const { return tree_->nodes_[index_].kind; }

std::string_view JsonValue::key() const {
  const JsonTree::Node& node = tree_->nodes_[index_];
  return std::string_view(tree_->texts_).substr(node.key_at, node.key_size);
}

std::string_view JsonValue::text() const {
  const JsonTree::Node& node = tree_->nodes_[index_];
  return std::string_view(tree_->texts_).substr(node.text_at, node.text_size);
}

std::optional<double> JsonValue::number() const {
  if (kind() != JsonKind::number) return std::nullopt;
  return tree_->nodes_[index_].number;
}

std::size_t JsonValue::size() const {
  std::size_t values = 0;
  for (Iterator at = begin(); at != end(); ++at) ++values;
  return values;
}

std::optional<JsonValue> JsonValue::find(std::string_view key) const {
  std::optional<JsonValue> found;
  if (!is_object()) return found;
  for (const JsonValue value : *this) {
    if (value.key() == key) found = value;
  }
  return found;
}

std::string_view JsonValue::text_of(std::string_view key) const {
  const auto value = find(key);
  return value ? value->text() : std::string_view();
}

JsonValue::Iterator JsonValue::begin() const { return {*tree_, index_ + 1}; }

JsonValue::Iterator JsonValue::end() const { return {*tree_, tree_->nodes_[index_].after}; }

}  // namespace mf::ingest
