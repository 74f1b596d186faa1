#include "form/sheet.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"

namespace mf::form {
namespace {

// Where the line that starts at `at` ends: breaks stand after spaces, hyphens and dashes, as in a browser; a word
// longer than the line breaks anywhere. A line holds at least one character. Sizes in device pixels.
const char* line_end(ImFontBaked& font, const char* at, const char* end, float width) {
  const char* last_break = nullptr;
  const char* p = at;
  float x = 0;
  while (p < end) {
    unsigned int c = static_cast<unsigned char>(*p);
    const char* const next = p + (c < 0x80 ? 1 : ImTextCharFromUtf8(&c, p, end));
    if (c == '\n') return p;
    const float advance = font.GetCharAdvance(static_cast<ImWchar>(c));
    if (c != ' ' && x + advance > width && p > at) return last_break ? last_break : p;
    x += advance;
    p = next;
    if (c == ' ' || c == '-' || c == 0x2013 || c == 0x2014) last_break = p;
  }
  return end;
}

void take_in(std::optional<Box>& bounds, const Box& box) { bounds = bounds ? around(*bounds, box) : box; }

}  // namespace

// Only how things look under it: what a press does comes as an event of the native element that lies there.
struct Sheet::Pointer {
  float top;
  std::optional<Point> tapped;

  bool is_over(const Box& box) const {
    return holds(box, ImGui::GetIO().MousePos) || (tapped && holds(box, {tapped->x, tapped->y - top}));
  }
  bool holds_down(const Box& box) const {
    const ImGuiIO& io = ImGui::GetIO();
    return io.MouseDown[0] && holds(box, io.MousePos) && holds(box, io.MouseClickedPos[0]);
  }

 private:
  bool holds(const Box& box, ImVec2 at) const {
    const float y = box.y - top;
    return at.x >= box.x && at.x < box.x + box.width && at.y >= y && at.y < y + box.height;
  }
};

struct Sheet::Brush {
  ImDrawList* list;
  float top;
  Box view;  // nothing outside is drawn
  Clear clear;
  Pointer pointer;
  bool hovered = false, held = false;  // what was touched last

  ImVec2 at(float x, float y) const { return {x, y - top}; }
  bool sees(const Box& box) const {
    return box.x <= view.x + view.width && box.x + box.width >= view.x && box.y <= view.y + view.height &&
           box.y + box.height >= view.y;
  }
};

int Sheet::line_count(ImFont* font, float size, std::string_view text, float width) {
  ImFontBaked& baked = *font->GetFontBaked(size);
  const char* at = text.data();
  const char* const end = at + text.size();
  int lines = 0;
  for (; at < end; ++lines) {
    at = line_end(baked, at, end, width + 0.5f);
    if (at < end && *at == '\n') ++at;
  }
  return lines;
}

void Sheet::clear() {
  for (std::vector<Mark>& marks : marks_) marks.clear();
  points_.clear();
  lines_.clear();
  text_.clear();
  layer_ = Layer::content;
}

Sheet::Mark& Sheet::put(Mark::Kind kind, Box box, Colour colour) {
  return marks_[static_cast<std::size_t>(layer_)].emplace_back(Mark{.kind = kind, .box = box, .colour = colour});
}

void Sheet::fill(Box box, Colour colour, float radius, Colour held) {
  Mark& mark = put(Mark::Kind::fill, box, colour);
  mark.radius = radius;
  mark.lit = held;
}

void Sheet::edge(Box box, Colour colour, float radius, float thickness, Colour hovered) {
  Mark& mark = put(Mark::Kind::edge, box, colour);
  mark.radius = radius;
  mark.thickness = thickness;
  mark.lit = hovered;
}

int Sheet::words(ImFont* font, float size, std::string_view text, const Words& words) {
  ImFontBaked& baked = *font->GetFontBaked(size);
  Mark& mark = put(Mark::Kind::words, {words.left, words.top, words.width, 0}, words.colour);
  mark.lit = words.hovered;
  mark.first = static_cast<std::uint32_t>(lines_.size());
  mark.font = font;
  mark.size = size;
  mark.line_height = words.line_height;
  mark.align = words.align;
  const char* at = text.data();
  const char* const end = at + text.size();
  int lines = 0;
  for (; at < end && (words.most_lines == 0 || lines < words.most_lines); ++lines) {
    const char* const stop = line_end(baked, at, end, words.width + 0.5f);
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_.append(at, stop);
    lines_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
    at = stop;
    if (at < end && *at == '\n') ++at;
  }
  mark.count = static_cast<std::uint32_t>(lines);
  mark.box.height = static_cast<float>(lines) * words.line_height;
  return lines;
}

Sheet::Mark& Sheet::put(Mark::Kind kind, std::span<const Point> points, float margin, Colour colour) {
  float left = FLT_MAX, top = FLT_MAX, right = -FLT_MAX, bottom = -FLT_MAX;
  for (const Point& point : points) {
    left = std::min(left, point.x);
    top = std::min(top, point.y);
    right = std::max(right, point.x);
    bottom = std::max(bottom, point.y);
  }
  Mark& mark = put(kind, {left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin}, colour);
  mark.first = static_cast<std::uint32_t>(points_.size());
  mark.count = static_cast<std::uint32_t>(points.size());
  points_.insert(points_.end(), points.begin(), points.end());
  return mark;
}

void Sheet::curve(std::span<const Point> points, Colour colour, float thickness) {
  put(Mark::Kind::curve, points, thickness, colour).thickness = thickness;
}

void Sheet::band(std::span<const Point> points, Colour colour) { put(Mark::Kind::band, points, 0, colour); }

void Sheet::disc(Point centre, float radius, Colour colour, float grows_by) {
  const float most = radius + grows_by;
  Mark& mark = put(Mark::Kind::disc, {centre.x - most, centre.y - most, 2 * most, 2 * most}, colour);
  mark.radius = radius;
  mark.thickness = grows_by;
}

void Sheet::touch(Box box) { put(Mark::Kind::touch, box, 0); }

Sheet::Extent Sheet::extent() const {
  Extent extent{.points = points_.size(), .lines = lines_.size(), .text = text_.size()};
  for (std::size_t layer = 0; layer < layer_count; ++layer) extent.marks[layer] = marks_[layer].size();
  return extent;
}

Sheet::Extent Sheet::Extent::after(const Extent& from, const Extent& to) const {
  Extent moved = *this;
  for (std::size_t layer = 0; layer < layer_count; ++layer) moved.marks[layer] += to.marks[layer] - from.marks[layer];
  moved.points += to.points - from.points;
  moved.lines += to.lines - from.lines;
  moved.text += to.text - from.text;
  return moved;
}

void Sheet::copy(const Sheet& other, const Extent& from, const Extent& to, float down) {
  const Extent here = extent();
  for (std::size_t layer = 0; layer < layer_count; ++layer) {
    for (std::size_t i = from.marks[layer]; i < to.marks[layer]; ++i) {
      Mark& mark = marks_[layer].emplace_back(other.marks_[layer][i]);
      mark.box.y += down;
      if (mark.kind == Mark::Kind::words) mark.first += static_cast<std::uint32_t>(here.lines - from.lines);
      if (mark.kind == Mark::Kind::curve || mark.kind == Mark::Kind::band) {
        mark.first += static_cast<std::uint32_t>(here.points - from.points);
      }
    }
  }
  for (std::size_t i = from.points; i < to.points; ++i) {
    points_.push_back({other.points_[i].x, other.points_[i].y + down});
  }
  const auto text = static_cast<std::uint32_t>(here.text - from.text);
  for (std::size_t i = from.lines; i < to.lines; ++i) {
    lines_.push_back({other.lines_[i].begin + text, other.lines_[i].end + text});
  }
  text_.append(other.text_, from.text, to.text - from.text);
}

void Sheet::draw(float top, Clear clear, std::optional<Point> tapped, std::optional<Box> only) const {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  // The list of what is drawn over the whole canvas, without a window.
  Brush brush{.list = ImGui::GetBackgroundDrawList(),
              .top = top,
              .view = only.value_or(Box{0, top, display.x, display.y}),
              .clear = clear,
              .pointer = {top, {}}};
  const Box& view = brush.view;
  brush.list->PushClipRect(brush.at(view.x, view.y), brush.at(view.x + view.width, view.y + view.height), true);
  const auto in_view = [&](const Mark& mark) { return brush.sees(mark.box); };
  // First, so that all else is one command: nothing is under a card.
  if (clear) {
    for (const Mark& mark : marks_[static_cast<std::size_t>(Layer::card)]) {
      if (mark.kind != Mark::Kind::fill || !in_view(mark)) continue;
      const float first = std::max(mark.box.y + mark.radius, view.y) - top;
      const float end = std::min(mark.box.y + mark.box.height - mark.radius, view.y + view.height) - top;
      Plain plain{{mark.box.x, first, mark.box.width, end - first}, mark.colour};
      if (end > first) brush.list->AddCallback(clear, &plain, sizeof plain);
    }
  }
  for (const Layer layer : {Layer::card, Layer::box, Layer::content}) {
    for (const Mark& mark : marks_[static_cast<std::size_t>(layer)]) {
      if (in_view(mark)) draw(mark, brush);
    }
    brush.clear = nullptr;
  }
  brush.pointer.tapped = tapped;
  for (const Mark& mark : marks_[static_cast<std::size_t>(Layer::over)]) {
    if (mark.kind == Mark::Kind::touch || (brush.hovered && in_view(mark))) draw(mark, brush);
  }
  brush.list->PopClipRect();
}

Sheet::Lit Sheet::lit(float top, std::optional<Point> tapped) const {
  Lit lit;
  for (const Layer layer : {Layer::content, Layer::over}) {
    const Pointer pointer{top, layer == Layer::over ? tapped : std::nullopt};
    bool is_lit = false;
    for (const Mark& mark : marks_[static_cast<std::size_t>(layer)]) {
      ++lit.sum;
      if (mark.kind == Mark::Kind::touch) {
        is_lit = pointer.is_over(mark.box);
        if (is_lit) lit.sum = 31 * lit.sum + (pointer.holds_down(mark.box) ? 2 : 1);
      } else if (is_lit && (layer == Layer::over || mark.lit || mark.kind == Mark::Kind::disc)) {
        take_in(lit.bounds, mark.box);
      }
    }
  }
  return lit;
}

bool Sheet::is_same(const Mark& mark, const Sheet& other, const Mark& its) const {
  if (mark.kind != its.kind || mark.box != its.box || mark.colour != its.colour || mark.lit != its.lit ||
      mark.radius != its.radius || mark.thickness != its.thickness || mark.count != its.count ||
      mark.font != its.font || mark.size != its.size || mark.line_height != its.line_height ||
      mark.align != its.align) {
    return false;
  }
  const bool is_words = mark.kind == Mark::Kind::words;
  for (std::uint32_t i = 0; i < mark.count; ++i) {
    if (is_words) {
      const Line &one = lines_[mark.first + i], &another = other.lines_[its.first + i];
      const std::string_view text(text_), its_text(other.text_);
      if (text.substr(one.begin, one.end - one.begin) != its_text.substr(another.begin, another.end - another.begin)) {
        return false;
      }
    } else {
      const Point &one = points_[mark.first + i], &another = other.points_[its.first + i];
      if (one.x != another.x || one.y != another.y) return false;
    }
  }
  return true;
}

std::optional<Box> Sheet::differs_from(const Sheet& other) const {
  std::optional<Box> bounds;
  for (std::size_t layer = 0; layer < layer_count; ++layer) {
    const std::vector<Mark>&marks = marks_[layer], &its = other.marks_[layer];
    const std::size_t shorter = std::min(marks.size(), its.size());
    std::size_t before = 0, after = 0;  // as many are the same there
    while (before < shorter && is_same(marks[before], other, its[before])) ++before;
    while (after < shorter - before && is_same(marks[marks.size() - 1 - after], other, its[its.size() - 1 - after])) {
      ++after;
    }
    const bool as_many = marks.size() == its.size();
    for (std::size_t i = before; i < marks.size() - after; ++i) {
      if (!as_many || !is_same(marks[i], other, its[i])) take_in(bounds, marks[i].box);
    }
    for (std::size_t i = before; i < its.size() - after; ++i) {
      if (!as_many || !is_same(marks[i], other, its[i])) take_in(bounds, its[i].box);
    }
  }
  return bounds;
}

void Sheet::draw(const Mark& mark, Brush& brush) const {
  const Box& box = mark.box;
  const ImVec2 from = brush.at(box.x, box.y), to = brush.at(box.x + box.width, box.y + box.height);
  const Colour hovered = brush.hovered && mark.lit ? mark.lit : mark.colour;
  ImDrawList& list = *brush.list;
  switch (mark.kind) {
    case Mark::Kind::touch:
      brush.hovered = brush.pointer.is_over(box);
      brush.held = brush.pointer.holds_down(box);
      break;
    case Mark::Kind::fill:
      if (brush.clear) {
        // What is between its rounded ends is filled already.
        const float end = std::min(mark.radius, box.height / 2);
        list.AddRectFilled(from, {to.x, from.y + end}, mark.colour, mark.radius, ImDrawFlags_RoundCornersTop);
        list.AddRectFilled({from.x, to.y - end}, to, mark.colour, mark.radius, ImDrawFlags_RoundCornersBottom);
      } else {
        list.AddRectFilled(from, to, brush.held && mark.lit ? mark.lit : mark.colour, mark.radius);
      }
      break;
    case Mark::Kind::edge: {
      const float inset = (mark.thickness - 1) / 2;
      list.AddRect({from.x + inset, from.y + inset}, {to.x - inset, to.y - inset}, hovered, mark.radius, 0,
                   mark.thickness);
      break;
    }
    case Mark::Kind::words:
      draw_words(mark, brush);
      break;
    case Mark::Kind::curve:
      for (std::uint32_t i = 0; i < mark.count; ++i) {
        const Point& point = points_[mark.first + i];
        list.PathLineTo(brush.at(point.x, point.y));
      }
      list.PathStroke(mark.colour, 0, mark.thickness);
      break;
    case Mark::Kind::band: {
      // Neighbouring strips share whole-pixel edges: smoothed ones would show as seams.
      const ImDrawListFlags flags = list.Flags;
      list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
      const auto corner = [&](std::uint32_t i) {
        const Point& point = points_[mark.first + i];
        return brush.at(point.x, point.y);
      };
      for (std::uint32_t i = 0; i + 3 < mark.count; i += 2) {
        list.AddQuadFilled(corner(i), corner(i + 2), corner(i + 3), corner(i + 1), mark.colour);
      }
      list.Flags = flags;
      break;
    }
    case Mark::Kind::disc:
      list.AddCircleFilled({(from.x + to.x) / 2, (from.y + to.y) / 2},
                           mark.radius + (brush.hovered ? mark.thickness : 0), mark.colour);
      break;
  }
}

void Sheet::draw_words(const Mark& mark, const Brush& brush) const {
  const ImFontBaked& baked = *mark.font->GetFontBaked(mark.size);
  const float lead = std::round((mark.line_height - (baked.Ascent - baked.Descent)) / 2);
  float y = mark.box.y;
  for (std::uint32_t i = 0; i < mark.count; ++i, y += mark.line_height) {
    const float line_y = std::round(y) - brush.top;
    if (line_y + brush.top + mark.line_height < brush.view.y || line_y + brush.top > brush.view.y + brush.view.height) {
      continue;
    }
    const Line& line = lines_[mark.first + i];
    const char* const begin = text_.data() + line.begin;
    const char* end = text_.data() + line.end;
    float x = mark.box.x;
    if (mark.align > 0) {
      while (end > begin && end[-1] == ' ') --end;
      const float taken = mark.font->CalcTextSizeA(mark.size, FLT_MAX, 0, begin, end).x;
      x += (mark.box.width - taken) * mark.align;
    }
    brush.list->AddText(mark.font, mark.size, {std::round(x), line_y + lead},
                        brush.hovered && mark.lit ? mark.lit : mark.colour, begin, end);
  }
}

}  // namespace mf::form
