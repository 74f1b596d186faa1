// The second face: what a frame says, for the page's native elements. Every word drawn on the canvas is in a node.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/theme.h"

namespace mf::form {

enum class Role : std::uint8_t {
  region,   // a named group of what follows, one level deeper
  heading,  // value: level, "2" or "3"
  text,
  label,    // value: id of the field it names
  textbox,  // text: placeholder; value: what stands in it
  choices,  // a group of options, one level deeper
  option,   // value: its index
  button,
  file,
  link,   // value: address
  image,  // text: what the picture shows
  table,  // text: caption; rows one level deeper, their cells two
  row,
  cell,
  tabs,    // navigation among tools, one level deeper
  tab,     // value: its index
  group,   // what belongs together inside a region, one level deeper
  slider,  // text: what it stands at, in words; value: how far along, of slider_steps
  select,  // text: the chosen one; value: all that can be chosen, a line each; described_by: ids of what names it
  said,    // not drawn: the answer in a line, for those who hear the page
};

inline constexpr int slider_steps = 200;  // as far as a slider goes

// Bits of Node::flags.
enum Flag : std::uint32_t {
  flag_checked = 1u << 0,
  flag_has_popup_state = 1u << 1,  // a button that opens and closes something
  flag_expanded = 1u << 2,
  flag_invalid = 1u << 3,
  flag_status = 1u << 4,  // announced politely when it changes: what is being read or fetched, never an answer
  flag_alert = 1u << 5,   // announced at once
  flag_column_header = 1u << 6,
  flag_row_header = 1u << 7,
  flag_read_only = 1u << 8,
  flag_right = 1u << 9,  // set flush right
  flag_multiline = 1u << 10,
  flag_in_picture = 1u << 11,  // part of an image whose text says it; hidden from screen readers
  flag_current = 1u << 12,     // the tab that is shown
};

struct Box {
  float x = 0, y = 0, width = 0, height = 0;  // CSS pixels from the tool's top left corner
  bool operator==(const Box&) const = default;
  bool is_empty() const { return width <= 0 || height <= 0; }
};

// The smallest that holds both.
Box around(const Box& one, const Box& other);
// What both hold; empty if that is nothing.
Box common(const Box& one, const Box& other);

struct Node {
  Role role = Role::text;
  int depth = 0;
  std::string id;  // unique in the frame, the same in every frame
  Box box;
  TextStyle style = TextStyle::answer;  // what it is drawn in
  std::uint32_t flags = 0;
  std::string text;
  std::string value;
  std::string described_by;     // ids of help and error, separated by spaces
  std::string details;          // id of the element that tells where the figures inside come from
  std::uint32_t described = 0;  // in which description, by its number from 1: see Form::kept
};

// The nodes of a description in reading order, in stretches that go over into another one as they are.
class Nodes {
 public:
  Nodes() { clear(); }
  void clear();
  std::size_t stretch_count() const { return stretches_.size(); }
  void begin_stretch() { stretches_.emplace_back(); }
  const std::vector<Node>& stretch(std::size_t number) const { return stretches_[number]; }
  // Takes over stretches of another one, which loses them, further down on the page.
  void take(Nodes& other, std::size_t first, std::size_t end, float down);

  // Where a node stands. What it is in memory changes with every node that is added.
  struct Place {
    std::size_t stretch = 0, index = 0;
  };
  Node& add() { return stretches_.back().emplace_back(); }
  Place last() const { return {stretches_.size() - 1, stretches_.back().size() - 1}; }  // added, in this stretch
  Node& operator[](Place place) { return stretches_[place.stretch][place.index]; }

  class Iterator {
   public:
    using value_type = Node;
    using difference_type = std::ptrdiff_t;
    using pointer = const Node*;
    using reference = const Node&;
    using iterator_category = std::forward_iterator_tag;
    Iterator() = default;
    reference operator*() const { return *at_; }
    pointer operator->() const { return at_; }
    Iterator& operator++() {
      if (++at_ == end_) pass_end();
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    friend class Nodes;
    explicit Iterator(std::span<const std::vector<Node>> stretches)
        : stretches_(stretches.data()), left_(stretches.size()) {
      pass_end();
    }
    void pass_end();
    const std::vector<Node>* stretches_ = nullptr;  // that are still to come
    std::size_t left_ = 0;                          // their number
    const Node *at_ = nullptr, *end_ = nullptr;
  };
  Iterator begin() const { return Iterator(stretches_); }
  Iterator end() const { return Iterator(std::span(stretches_).last(0)); }

 private:
  std::vector<std::vector<Node>> stretches_;  // never none
};

// The id of a part of an element: "followers-error".
std::string part_id(std::string_view id, std::string_view part);

// What the page is told of one description after the other. web/twin.mjs reads it.
//
// One record a node, ended by U+001E, its fields separated by U+001F in the order of `Node`; coordinates in hundredths
// of a CSS pixel, those inside a region or a table from its corner. Control characters inside texts become spaces. A
// node of depth 0 has one field more, about what is inside: '=' it is as it was told before and therefore left out, '~'
// only those that follow are another and all are the same elements, '!' all of it follows. Where the node itself is as
// it was told, too, its record is its id alone. Where all elements stay and stand where they stood, "=" comes first and
// even those ids are left out.
class Telling {
 public:
  // False if there is nothing to tell.
  bool update(const Nodes& nodes);
  const std::string& text() const { return text_; }

 private:
  // One node inside a part: what decides its element, and its record.
  struct Inside {
    Role role = Role::text;
    int depth = 0;
    std::uint32_t kind = 0, described = 0;
    Box box;
    std::string id, record;
  };
  struct Part {
    std::string id;
    Role role = Role::text;
    std::uint32_t kind = 0, described = 0;
    Box box;
    std::string record;
    std::vector<Inside> inside;
    std::vector<std::size_t> changed = {};  // of those inside
    char how = '!';
    bool is_all_told = false;
  };
  // `before`: the same part as it was told last, if it was.
  static std::vector<Inside> inside_of(const Node& head, Nodes::Iterator first, Nodes::Iterator end,
                                       const Part* before);
  std::vector<Part> parts_;  // told last: nodes of depth 0 and what is inside
  std::string text_;
};

}  // namespace mf::form
