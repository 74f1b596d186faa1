// A person in front of the tool, without a browser: does things, and looks at what the frame says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../form/canvas.h"
#include "form/form.h"
#include "ui/state.h"
#include "ui/tool.h"

namespace mf::ui {

class Screen {
 public:
  explicit Screen(std::string_view query = {}, float width = 1200);

  // Each does one thing to the element of that id and draws until nothing changes. What was kept of it must say what a
  // frame says of which nothing was.
  void type(std::string_view id, std::string_view text);
  void paste(std::string_view id, std::string_view text);
  void choose(std::string_view id, int index);
  void choose(std::string_view id, const std::vector<int>& one_after_another);  // faster than a frame
  void press(std::string_view id);
  void open_all();  // whatever is folded, but no published figure for editing
  void give_file(std::string_view name, std::string_view bytes);
  // From now on what is given waits, until the reader is back.
  void hold_reader();
  void release_reader();
  void resize(float width);

  // The text of the node with this id; "(nothing)" if the frame has none.
  std::string text(std::string_view id) const;
  const form::Node* node(std::string_view id) const;
  const std::vector<form::Node>& nodes() const { return nodes_; }
  // A table as lines, its cells joined by " | ".
  std::vector<std::string> table(std::string_view id) const;
  // Every text of the frame, a line each.
  std::string everything() const;
  // All that the frame says, to be read: cards, headings, texts, fields with what stands in them, tables line by line.
  std::string outline() const;
  // Every word of the whole tool as it stands on the canvas.
  std::vector<form::DrawnWord> drawn_words();
  // What a picture tells whoever points at it, from its left to its right and from the top down; a line break is a
  // space.
  std::vector<std::string> readings_of(std::string_view picture);
  float height() const { return height_; }
  State& state() { return state_; }

 private:
  void draw(std::vector<form::Event> events = {});
  void describe(std::vector<form::Event> events = {});
  void check_against_one_described_anew();

  form::Canvas canvas_;
  form::Form form_;
  std::vector<form::Node> nodes_;
  form::Surface surface_;
  State state_;
  AllAnswers answers_;
  float height_ = 0;
  bool reader_held_ = false;
  std::string file_;  // what was in it
};

}  // namespace mf::ui
