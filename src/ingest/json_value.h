// JSON text as a tree that is only read. Keys may repeat, numbers keep their digits, nothing is thrown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace mf::ingest {

// Lists within lists that are followed; no export comes near.
inline constexpr std::size_t most_json_levels = 64;
// The most values in one text. Together with most_json_bytes this bounds the memory of a tree: 32 bytes for a value and
// a byte for a byte of text, so at most 17 times the text and never more than 200 MB.
inline constexpr std::size_t most_json_values = 4u << 20;
inline constexpr std::size_t most_json_bytes = 64u << 20;

enum class JsonKind : std::uint8_t { null, boolean, number, text, array, object };

class JsonTree;

// A value in a tree, which must outlive it.
class JsonValue {
 public:
  JsonValue(const JsonTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

  JsonKind kind() const;
  bool is_object() const { return kind() == JsonKind::object; }
  bool is_array() const { return kind() == JsonKind::array; }
  // Its name in the object that holds it; empty in an array.
  std::string_view key() const;
  // A text; a number in its digits, so that an id of 19 of them stays whole; "true" or "false"; else empty.
  std::string_view text() const;
  std::optional<double> number() const;
  // The values in it; counted each time.
  std::size_t size() const;
  // Of several values with one key the last counts, as in JavaScript.
  std::optional<JsonValue> find(std::string_view key) const;
  // The text of the value under a key; empty if there is none.
  std::string_view text_of(std::string_view key) const;

  class Iterator;
  Iterator begin() const;
  Iterator end() const;

 private:
  const JsonTree* tree_;
  std::uint32_t index_;
};

// JSON, JSON Lines (which become one array), or a script such as "window.YTD.tweets.part0 = [...];" of which only the
// value is taken. `text` is UTF-8 without a byte order mark.
// A surrogate without its other half, as a caption cut in the middle of an emoji has, becomes U+FFFD.
// Errors: json-broken (Error::row is the line), json-too-deep, too-large.
Result<JsonTree> parse_json(std::string_view text);

class JsonTree {
 public:
  JsonValue root() const { return {*this, 0}; }

 private:
  friend class JsonValue;
  friend class JsonTreeBuilder;

  // In the order of the text, so the values within one follow it directly.
  struct Node {
    double number = 0;
    std::uint32_t key_at = 0, key_size = 0;
    std::uint32_t text_at = 0, text_size = 0;
    std::uint32_t after = 0;  // the first value that is not within this one
    JsonKind kind = JsonKind::null;
  };
  static_assert(sizeof(Node) == 32);

  std::vector<Node> nodes_;
  std::string texts_;
};

class JsonValue::Iterator {
 public:
  Iterator(const JsonTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}
  JsonValue operator*() const { return {*tree_, index_}; }
  Iterator& operator++() {
    index_ = tree_->nodes_[index_].after;
    return *this;
  }
  bool operator==(const Iterator&) const = default;

 private:
  const JsonTree* tree_;
  std::uint32_t index_;
};

}  // namespace mf::ingest
