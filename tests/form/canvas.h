// A canvas without a browser: Dear ImGui draws on it, and what it has drawn is read back.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "form/form.h"

struct ImFont;
struct ImGuiContext;

namespace mf::form {

// A word as it stands on the canvas, letter by letter: one that was broken in two is two.
struct DrawnWord {
  std::string text;
  Box box;  // device pixels, of its letters: half as wide as they are high
  Colour colour = 0;
};

class Canvas {
 public:
  // Device pixels.
  explicit Canvas(float width, float height = 4000);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  ImFont* font(Weight weight) const { return fonts_[static_cast<std::size_t>(weight)]; }
  void resize(float width, float height);
  // Moves the pointer and lifts it, or presses there.
  void point_at(float x, float y, bool pressed = false);
  void frame(const std::function<void()>& content);

  // What a renderer does for those of the last frame's commands that say so.
  void run_callbacks() const;

  // Of the last frame, in the order in which it was drawn.
  std::vector<DrawnWord> words() const;
  // Words that stand side by side, joined by spaces; from the top down if they were drawn so.
  std::vector<std::string> lines() const;
  // Around all that is of this colour and no letter; empty if nothing is.
  Box painted(Colour colour) const;
  // Every corner of every triangle: the same for two frames that look the same.
  std::string everything() const;

 private:
  ImGuiContext* context_;
  ImFont* fonts_[weight_count] = {};
};

}  // namespace mf::form
