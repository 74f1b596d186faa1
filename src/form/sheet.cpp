#include "form/sheet.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

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
  Box view;     // nothing outside is drawn
  float reach;  // as far a mark may reach out of its box: letters and smoothed edges do
  Clear clear;
  Pointer pointer;
  bool hovered = false, held = false;  // what was touched last

  ImVec2 at(float x, float y) const { return {x, y - top}; }
  bool sees(const Box& box) const {
    return box.x - reach <= view.x + view.width && box.x + box.width + reach >= view.x &&
           box.y - reach <= view.y + view.height && box.y + box.height + reach >= view.y;
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
  stretches_.clear();
  stretches_.emplace_back();
  moved_.reset();
  layer_ = Layer::content;
}

Sheet::Mark& Sheet::put(Mark::Kind kind, Box box, Colour colour) {
  return stretches_.back().marks[static_cast<std::size_t>(layer_)].emplace_back(
      Mark{.kind = kind, .box = box, .colour = colour});
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
  Stretch& stretch = stretches_.back();
  Mark& mark = put(Mark::Kind::words, {words.left, words.top, words.width, 0}, words.colour);
  mark.lit = words.hovered;
  mark.first = static_cast<std::uint32_t>(stretch.lines.size());
  mark.font = font;
  mark.size = size;
  mark.line_height = words.line_height;
  mark.align = words.align;
  const char* at = text.data();
  const char* const end = at + text.size();
  int lines = 0;
  for (; at < end && (words.most_lines == 0 || lines < words.most_lines); ++lines) {
    const char* const stop = line_end(baked, at, end, words.width + 0.5f);
    const auto begin = static_cast<std::uint32_t>(stretch.text.size());
    stretch.text.append(at, stop);
    stretch.lines.push_back({begin, static_cast<std::uint32_t>(stretch.text.size())});
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
  std::vector<Point>& all = stretches_.back().points;
  mark.first = static_cast<std::uint32_t>(all.size());
  mark.count = static_cast<std::uint32_t>(points.size());
  all.insert(all.end(), points.begin(), points.end());
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

std::optional<Box> Sheet::Stretch::around_all() const {
  std::optional<Box> all;
  for (const std::vector<Mark>& layer : marks) {
    for (const Mark& mark : layer) take_in(all, mark.box);
  }
  return all;
}

void Sheet::begin_stretch() {
  Stretch& last = stretches_.back();
  last.bounds = last.around_all().value_or(Box{});
  last.is_ended = true;
  stretches_.emplace_back();
}

void Sheet::take(Sheet& other, std::size_t first, std::size_t end, float down) {
  for (std::size_t i = first; i < end; ++i) {
    Stretch& taken = stretches_.emplace_back(std::exchange(other.stretches_[i], {}));
    taken.is_taken = true;
    if (down == 0) continue;
    if (const std::optional<Box> before = taken.around_all()) {
      take_in(moved_, *before);
      take_in(moved_, {before->x, before->y + down, before->width, before->height});
    }
    taken.bounds.y += down;
    for (std::vector<Mark>& layer : taken.marks) {
      for (Mark& mark : layer) mark.box.y += down;
    }
    for (Point& point : taken.points) point.y += down;
  }
}

void Sheet::draw(float top, Clear clear, std::optional<Point> tapped, std::optional<Box> only) const {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  // The list of what is drawn over the whole canvas, without a window.
  Brush brush{.list = ImGui::GetBackgroundDrawList(),
              .top = top,
              .view = only.value_or(Box{0, top, display.x, display.y}),
              .reach = only ? 8.0f : 0,
              .clear = clear,
              .pointer = {top, {}}};
  const Box& view = brush.view;
  brush.list->PushClipRect(brush.at(view.x, view.y), brush.at(view.x + view.width, view.y + view.height), true);
  const auto draw_layer = [&](Layer layer) {
    for (const Stretch& stretch : stretches_) {
      if (stretch.is_ended && !brush.sees(stretch.bounds)) continue;
      brush.hovered = brush.held = false;
      for (const Mark& mark : stretch.marks[static_cast<std::size_t>(layer)]) {
        const bool shows = (layer != Layer::over || brush.hovered) && brush.sees(mark.box);
        if (shows || mark.kind == Mark::Kind::touch) draw(stretch, mark, brush);
      }
    }
  };
  // First, so that all else is one command: nothing is under a card.
  if (clear) {
    for (const Stretch& stretch : stretches_) {
      for (const Mark& mark : stretch.marks[static_cast<std::size_t>(Layer::card)]) {
        if (mark.kind != Mark::Kind::fill || !brush.sees(mark.box)) continue;
        const float first = std::max(mark.box.y + mark.radius, view.y) - top;
        const float end = std::min(mark.box.y + mark.box.height - mark.radius, view.y + view.height) - top;
        Plain plain{{mark.box.x, first, mark.box.width, end - first}, mark.colour};
        if (end > first) brush.list->AddCallback(clear, &plain, sizeof plain);
      }
    }
  }
  draw_layer(Layer::card);
  brush.clear = nullptr;
  draw_layer(Layer::box);
  draw_layer(Layer::content);
  brush.pointer.tapped = tapped;
  draw_layer(Layer::over);
  brush.list->PopClipRect();
}

Sheet::Lit Sheet::lit(float top, std::optional<Point> tapped) const {
  Lit lit;
  for (const Layer layer : {Layer::content, Layer::over}) {
    const Pointer pointer{top, layer == Layer::over ? tapped : std::nullopt};
    for (std::size_t number = 0; number < stretches_.size(); ++number) {
      const Stretch& stretch = stretches_[number];
      if (stretch.is_ended && !pointer.is_over(stretch.bounds)) continue;
      bool is_lit = false;
      std::size_t place = 100'003 * (2 * number + (layer == Layer::over ? 1 : 0));
      for (const Mark& mark : stretch.marks[static_cast<std::size_t>(layer)]) {
        ++place;
        if (mark.kind == Mark::Kind::touch) {
          is_lit = pointer.is_over(mark.box);
          if (is_lit) lit.sum = 31 * lit.sum + 2 * place + (pointer.holds_down(mark.box) ? 1 : 0);
        } else if (is_lit && (layer == Layer::over || mark.lit || mark.kind == Mark::Kind::disc)) {
          take_in(lit.bounds, mark.box);
        }
      }
    }
  }
  return lit;
}

bool Sheet::Placed::looks_like(const Placed& other) const {
  const Mark& its = *other.mark;
  if (mark->kind != its.kind || mark->box != its.box || mark->colour != its.colour || mark->lit != its.lit ||
      mark->radius != its.radius || mark->thickness != its.thickness || mark->count != its.count ||
      mark->font != its.font || mark->size != its.size || mark->line_height != its.line_height ||
      mark->align != its.align) {
    return false;
  }
  for (std::uint32_t i = 0; i < mark->count; ++i) {
    const std::uint32_t at = mark->first + i, its_at = its.first + i;
    if (mark->kind == Mark::Kind::words) {
      if (stretch->words_of(stretch->lines[at]) != other.stretch->words_of(other.stretch->lines[its_at])) return false;
    } else {
      const Point &point = stretch->points[at], &its_point = other.stretch->points[its_at];
      if (point.x != its_point.x || point.y != its_point.y) return false;
    }
  }
  return true;
}

std::vector<Sheet::Placed> Sheet::marks_on(std::size_t layer, bool with_taken) const {
  std::vector<Placed> marks;
  for (const Stretch& stretch : stretches_) {
    if (stretch.is_taken && !with_taken) continue;
    for (const Mark& mark : stretch.marks[layer]) marks.push_back({&stretch, &mark});
  }
  return marks;
}

std::optional<Box> Sheet::differs_from(const Sheet& other) const {
  std::optional<Box> bounds = moved_;
  for (std::size_t layer = 0; layer < layer_count; ++layer) {
    const std::vector<Placed> marks = marks_on(layer, false), its = other.marks_on(layer, true);
    const std::size_t shorter = std::min(marks.size(), its.size());
    std::size_t before = 0, after = 0;  // as many are the same there
    while (before < shorter && marks[before].looks_like(its[before])) ++before;
    while (after < shorter - before && marks[marks.size() - 1 - after].looks_like(its[its.size() - 1 - after])) ++after;
    const bool as_many = marks.size() == its.size();
    for (const auto& [here, there] : {std::pair(&marks, &its), std::pair(&its, &marks)}) {
      for (std::size_t i = before; i < here->size() - after; ++i) {
        if (!as_many || !(*here)[i].looks_like((*there)[i])) take_in(bounds, (*here)[i].mark->box);
      }
    }
  }
  return bounds;
}

void Sheet::draw(const Stretch& stretch, const Mark& mark, Brush& brush) {
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
      draw_words(stretch, mark, brush);
      break;
    case Mark::Kind::curve:
      for (std::uint32_t i = 0; i < mark.count; ++i) {
        const Point& point = stretch.points[mark.first + i];
        list.PathLineTo(brush.at(point.x, point.y));
      }
      list.PathStroke(mark.colour, 0, mark.thickness);
      break;
    case Mark::Kind::band: {
      // Neighbouring strips share whole-pixel edges: smoothed ones would show as seams.
      const ImDrawListFlags flags = list.Flags;
      list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
      const auto corner = [&](std::uint32_t i) {
        const Point& point = stretch.points[mark.first + i];
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

void Sheet::draw_words(const Stretch& stretch, const Mark& mark, const Brush& brush) {
  const ImFontBaked& baked = *mark.font->GetFontBaked(mark.size);
  const float lead = std::round((mark.line_height - (baked.Ascent - baked.Descent)) / 2);
  float y = mark.box.y;
  for (std::uint32_t i = 0; i < mark.count; ++i, y += mark.line_height) {
    const float line_y = std::round(y) - brush.top;
    if (!brush.sees({mark.box.x, line_y + brush.top, mark.box.width, mark.line_height})) continue;
    const std::string_view words = stretch.words_of(stretch.lines[mark.first + i]);
    const char* const begin = words.data();
    const char* end = begin + words.size();
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
