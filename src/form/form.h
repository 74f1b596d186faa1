// One description, two faces. A tool calls these functions once a frame, top to bottom, in reading order; each draws
// its part with Dear ImGui and records the node that the page mirrors as a native element.
//
// Positions and sizes are CSS pixels; drawing is snapped to device pixels. Ids are unique in a tool and never shown.
// Nothing is remembered between frames: what stands in a field is the caller's, and an edit comes back as a return.
//
// What people do is taken in first, by the same calls (Form::take_in): so whatever follows from it is in the
// description after it, above and below. A description changes nothing that it shows, unless it says so with
// want_frame.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/node.h"
#include "form/sheet.h"
#include "form/theme.h"

struct ImFont;

namespace mf::form {

// What a person did to a native element.
struct Event {
  enum class Kind { input, choose, press };
  Kind kind = Kind::press;
  std::string id = {};
  std::string text = {};   // input: all that stands in the field now
  int index = -1;          // choose: the option
  bool committed = false;  // input: pasted or left, rather than being typed
};

// Where a frame is drawn.
struct Surface {
  float width = 0;      // CSS pixels
  float scale = 1;      // device pixels to a CSS pixel
  bool touch = false;   // the pointer is a finger
  float slice_top = 0;  // which part of the tool the canvas shows, CSS pixels from the tool's top
  const Theme* theme = nullptr;
  ImFont* fonts[weight_count] = {};
};

enum class Tone { plain, quiet, accent, good, warn, bad };

struct Field {
  std::string_view id;
  std::string_view label;
  std::string_view placeholder = {};
  std::string_view note = {};  // a word or two at the end of the label's line: where what stands in the field is from
  std::string_view help = {};
  std::string_view error = {};  // shown under the field and tied to it
  int lines = 1;
  bool locked = false;
};

enum class Edit { none, typing, committed };

struct Column {
  std::string_view title;
  float share = 1;     // of the table's width; 0: its cells stand under those of the column before
  bool right = false;  // figures are set flush right
};

struct Cell {
  std::string text;
  std::string href = {};
  Tone tone = Tone::plain;
  bool strong = false;
  std::string press = {};  // the cell is a button of this id, and its text what the button does
  // With these, `press` is a choice among them, named by its row and its column, and the text is the chosen one.
  std::span<const std::string_view> names = {};
};

// A picture inside a tool: lines, areas and words in CSS pixels from its own top left corner.
class Drawing {
 public:
  using Point = Sheet::Point;

  float width() const { return box_.width; }
  float height() const { return box_.height; }

  void line(float x0, float y0, float x1, float y1, Colour colour, float thickness = 1);
  void area(float x0, float y0, float x1, float y1, Colour colour);
  void curve(std::span<const Point> points, Colour colour, float thickness);
  // What lies between two curves over the same x.
  void band(std::span<const Point> upper, std::span<const Point> lower, Colour colour);
  void dot(float x, float y, float radius, Colour colour, Colour rim);
  // align: 0 starts at x, 0.5 is centred on it, 1 ends there. Kept inside the picture.
  void words(float x, float y, std::string_view text, TextStyle style, Colour colour, float align = 0);
  float width_of(std::string_view text, TextStyle style) const;
  // A reading of the picture: what is told whoever points at `zone` or taps it, with a line down from there at `at`. It
  // is seen on the canvas only, so a table has to say it, too.
  void reading(Box zone, std::string_view text, std::optional<float> at = {});

 private:
  friend class Form;
  Drawing(class Form& form, Box box, std::string id) : form_(form), box_(box), id_(std::move(id)) {}
  class Form& form_;
  Box box_;
  std::string id_;
  int words_ = 0;
};

class Form {
 public:
  // Hands over what a person did to those that `describe` mentions. What it draws and records is dropped, and of what
  // is kept only that is called to which something was done.
  void take_in(const Surface& surface, std::vector<Event> events, const std::function<void()>& describe);
  void begin(const Surface& surface);
  // The height of what was described, CSS pixels.
  float end();
  // Draws what was described last, as far as it is in view.
  // `tapped`: as Sheet::draw, in CSS pixels from the tool's top left corner; `only`: as Sheet::draw.
  void draw(float slice_top, Sheet::Clear clear = nullptr, std::optional<Sheet::Point> tapped = {},
            std::optional<Box> only = {}) const;
  // As Sheet::lit.
  Sheet::Lit lit(float slice_top, std::optional<Sheet::Point> tapped = {}) const;
  // Around all that is drawn otherwise than the description before this one, device pixels; nothing if that looks the
  // same.
  std::optional<Box> changed() const { return sheet_.differs_from(before_.sheet); }
  const Nodes& nodes() const { return nodes_; }

  // Work goes on that this frame did not finish: another frame is to follow without anybody doing anything.
  void want_frame() { wants_frame_ = true; }
  bool wants_frame() const { return wants_frame_; }

  const Theme& theme() const { return *surface_.theme; }
  bool one_column() const { return surface_.width < one_column_below; }
  // Whatever is pressed has to be as large as a finger's end. So it is on a small screen, too, whatever the pointer.
  bool for_fingers() const { return surface_.touch || one_column(); }

  // What `content` describes follows from `of` and from what is done to it alone: it is called only when `of` is
  // another than in the description before, or when something was done to what it described.
  void kept(std::string_view id, std::string_view of, const std::function<void()>& content);

  // The letters are others: nothing is kept any more.
  void forget() { kept_.clear(); }

  // Layout.
  float room() const { return area_.width; }  // what follows is at most as wide
  // Cards beside each other, equally wide and equally high; below each other where one would be narrower than `least`.
  void columns(float least, std::span<const std::function<void()>> contents);
  bool has_columns(std::size_t count, float least) const { return column_width(count) >= least; }
  void side_by_side(float left_width, const std::function<void()>& left, const std::function<void()>& right);
  // Between cards of the right one: what follows is as wide as both, if the left one has ended above it.
  void widen();
  void card(std::string_view id, std::string_view name, const std::function<void()>& content);
  // What belongs together inside a card, with a name and, if it has figures, sources of its own.
  void group(std::string_view id, std::string_view name, const std::function<void()>& content);
  // The figures of this card or group come from where the element `id` leads: a button, a link, or the person's own
  // field.
  void sources_at(std::string_view id);
  // Buttons and files stand beside each other inside, as far as there is room.
  void row(const std::function<void()>& content);
  void gap(float height) { area_.y += height; }
  void rule();

  // Words.
  void title(std::string_view id, std::string_view text);  // heads a card, quietly: level 2
  void heading(std::string_view id, int level, TextStyle style, std::string_view text, Tone tone = Tone::plain);
  void text(std::string_view id, TextStyle style, std::string_view text, Tone tone = Tone::plain,
            std::uint32_t flags = 0);
  void link(std::string_view id, TextStyle style, std::string_view text, std::string_view address);
  void notice(std::string_view id, Tone tone, std::string_view text, std::uint32_t flags);
  // One line tells those who hear the page its answer, once that has settled: what a frame says, in its order.
  void say(std::string_view answer);

  // Controls.
  Edit text_field(const Field& field, std::string& value);
  // The index chosen; `selected` if nothing was.
  int choices(std::string_view id, std::string_view label, std::span<const std::string_view> names, int selected,
              bool locked = false);
  // Navigation among tools: the index chosen; `selected` if nothing was.
  int tabs(std::string_view id, std::string_view label, std::span<const std::string_view> names, int selected);
  // A value between two ends; `at` and the answer are how far along it stands, 0 to 1. `says` is the value in words.
  float slider(std::string_view id, std::string_view label, std::string_view says, float at);
  bool button(std::string_view id, std::string_view label, bool primary = false);
  // A button that opens and closes what follows it; true when it was pressed.
  bool disclosure(std::string_view id, std::string_view label, bool open);
  // The page opens the browser's own file dialogue and hands over the bytes.
  void file_button(std::string_view id, std::string_view label);

  // Results. The first column names its row. Returns the id of the cell that was pressed; empty if none was.
  std::string_view table(std::string_view id, std::string_view caption, std::span<const Column> columns,
                         std::span<const std::vector<Cell>> rows);
  // Which name has just been chosen in a cell; nothing if none was.
  std::optional<std::size_t> chosen(const Cell& cell) const;
  void picture(std::string_view id, std::string_view summary, float height, const std::function<void(Drawing&)>& draw);

 private:
  friend class Drawing;

  struct Area {
    float x = 0, y = 0, width = 0;
  };
  struct Kept {
    std::string id, of, said;
    int depth = 0;
    Area area;
    float height = 0;
    std::size_t first = 0, end = 0;  // its stretches
  };
  struct TableLayout {
    TextStyle style = TextStyle::body, header = TextStyle::small;
    float gap = 0;
    std::vector<float> widths;
  };
  struct Chip {
    std::string_view id, text;
    Role role;
    float height;
    Colour fill, edge, ink;
    float radius;
    float padding;
    TextStyle style;
    std::uint32_t flags;
    std::string value;
  };

  std::optional<Sheet::Point> on_sheet(std::optional<Sheet::Point> css) const;
  void turn_over();
  void begin_stretch();
  bool is_taking_in() const { return !events_.empty(); }
  bool was_acted_on(const Kept& before) const;
  float column_width(std::size_t count) const;
  float px(float css) const;  // whole device pixels
  Box px(Box box) const;      // its sides on whole device pixels
  float snapped(float css) const;
  Colour colour(Tone tone) const;

  Node& record(Role role, std::string_view id, Box box);
  float draw_words(float x, float y, float width, TextStyle style, Colour colour, std::string_view text,
                   int most_lines = 0, float align = 0, Colour hovered = 0);
  float width_of(std::string_view text, TextStyle style) const;
  float height_of(std::string_view text, float width, TextStyle style) const;
  float longest_word(std::string_view text, TextStyle style) const;
  TableLayout table_layout(std::span<const Column> columns, std::span<const std::vector<Cell>> rows) const;
  void box(Box box, float radius, Colour fill, Colour edge, Colour held = 0, Colour hovered = 0);
  void card_box(Box bounds);
  void line_under(float x, float y, float width, float thickness, Colour colour);
  void chip(const Chip& chip);
  Box place(float width, float height);  // the next place in the flow: below, or beside inside row()
  const Event* event(std::string_view id, Event::Kind kind) const;  // the last of those that are taken in

  Surface surface_;
  std::vector<Event> events_;          // that are taken in; none in a description
  std::vector<std::string> acted_on_;  // ids to which something was done since the description before
  Nodes nodes_;
  std::string said_;
  Area area_;
  bool wants_frame_ = false;
  int depth_ = 0;
  Nodes::Place card_;                                  // the open one
  std::vector<Nodes::Place>* row_of_cards_ = nullptr;  // cards whose boxes wait for the highest of them
  Area beside_;  // what side_by_side shares, from where its left one ends; of no width elsewhere
  bool in_row_ = false;
  float row_x_ = 0, row_height_ = 0;
  Sheet sheet_;
  std::vector<Kept> kept_;
  std::uint32_t description_ = 0;  // their number
  struct {
    Nodes nodes;
    Sheet sheet;
    std::vector<Kept> kept;
  } before_;  // the description before this one
};

}  // namespace mf::form
