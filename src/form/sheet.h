// What a description draws, kept until the next one: the tool is drawn again, scrolled or under another pointer,
// without being described again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/node.h"
#include "form/theme.h"

struct ImDrawCmd;
struct ImDrawList;
struct ImFont;

namespace mf::form {

class Sheet {
 public:
  struct Point {
    float x = 0, y = 0;
  };
  struct Words {
    float left = 0, top = 0, width = 0;
    float line_height = 0;
    int most_lines = 0;  // 0 is no limit
    float align = 0;     // 0 is flush left, 1 flush right
    Colour colour = 0;
    Colour hovered = 0;  // the colour under the pointer, if it is another
  };

  // Sizes and places are device pixels, from the tool's top left corner. What is put later is drawn over what is there.
  void clear();
  void fill(Box box, Colour colour, float radius = 0, Colour held = 0);
  void edge(Box box, Colour colour, float radius, float thickness, Colour hovered = 0);
  // Words broken into lines; their number.
  static int line_count(ImFont* font, float size, std::string_view text, float width);
  int words(ImFont* font, float size, std::string_view text, const Words& words);
  void curve(std::span<const Point> points, Colour colour, float thickness);
  void band(std::span<const Point> points, Colour colour);  // upper and lower by turns, from the left to the right
  void disc(Point centre, float radius, Colour colour, float grows_by = 0);
  // What is put after it, up to the next one or the end of the stretch, looks as told while the pointer is over the
  // box.
  void touch(Box box);

  // Boxes that belong under all that is put, however late they are known; and what is over all of it, but only while
  // the box that was touched before it is pointed at or was tapped last.
  enum class Layer { card, box, content, over };
  static constexpr std::size_t layer_count = 4;
  void layer(Layer layer) { layer_ = layer; }

  // All that is put is in stretches, which go over to another sheet as they are.
  void begin_stretch();
  std::size_t stretch_count() const { return stretches_.size(); }
  // Puts stretches of another sheet, which loses them, after what is here and further down.
  void take(Sheet& other, std::size_t first, std::size_t end, float down);

  // A large box of one colour, device pixels of the canvas: the data of a command of Dear ImGui's.
  struct Plain {
    Box box;
    Colour colour = 0;
  };
  // Fills a Plain without drawing it, as a GPU's clearing does. A processor that stands in for one is several times
  // quicker at that.
  using Clear = void (*)(const ImDrawList*, const ImDrawCmd*);

  // Draws what of it is seen, between ImGui::NewFrame and ImGui::Render: as much as the display holds, from `top` on,
  // and nothing outside `only`, whole pixels of the sheet. The pointer is Dear ImGui's; `tapped` is where a finger was
  // last, which points at nothing any more.
  void draw(float top, Clear clear = nullptr, std::optional<Point> tapped = {}, std::optional<Box> only = {}) const;

  // What the pointer makes of it.
  struct Lit {
    std::size_t sum = 0;             // the same as long as the pointer makes no difference
    std::optional<Box> bounds = {};  // around all that looks otherwise under it
  };
  Lit lit(float top, std::optional<Point> tapped = {}) const;

  // Around all that looks otherwise than on the sheet that this one took stretches from, if from any; nothing if they
  // look the same.
  std::optional<Box> differs_from(const Sheet& other) const;

 private:
  struct Mark {
    enum class Kind : std::uint8_t { touch, fill, edge, words, curve, band, disc };
    Kind kind;
    Box box;  // nothing of it is outside
    Colour colour, lit = 0;
    float radius = 0, thickness = 0;
    std::uint32_t first = 0, count = 0;  // its lines or points
    ImFont* font = nullptr;
    float size = 0, line_height = 0, align = 0;
  };
  struct Line {
    std::uint32_t begin, end;
  };
  struct Stretch {
    std::vector<Mark> marks[layer_count];
    std::vector<Point> points;
    std::vector<Line> lines;
    std::string text;
    Box bounds;  // around all marks, once another was begun
    bool is_taken = false, is_ended = false;

    std::optional<Box> around_all() const;
    std::string_view words_of(const Line& line) const { return {text.data() + line.begin, line.end - line.begin}; }
  };
  struct Placed {
    const Stretch* stretch;
    const Mark* mark;
    bool looks_like(const Placed& other) const;
  };
  struct Brush;
  struct Pointer;

  Mark& put(Mark::Kind kind, Box box, Colour colour);
  Mark& put(Mark::Kind kind, std::span<const Point> points, float margin, Colour colour);
  std::vector<Placed> marks_on(std::size_t layer, bool with_taken) const;
  static void draw(const Stretch& stretch, const Mark& mark, Brush& brush);
  static void draw_words(const Stretch& stretch, const Mark& mark, const Brush& brush);

  std::vector<Stretch> stretches_ = std::vector<Stretch>(1);  // never none
  std::optional<Box> moved_;                                  // around what was taken and is elsewhere now, and was
  Layer layer_ = Layer::content;
};

}  // namespace mf::form
