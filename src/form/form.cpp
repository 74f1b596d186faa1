// Index: [SECTION] Frame · [SECTION] Words · [SECTION] Layout · [SECTION] Controls. Results are in results.cpp.
#include "form/form.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdlib>

#include "imgui.h"
#include "imgui_internal.h"

namespace mf::form {
namespace {

constexpr int layer_card = 0, layer_box = 1, layer_content = 2, layer_count = 3;
constexpr float label_gap = 6, item_gap = 12, inner_gap = 8;

const char* begin_of(std::string_view text) { return text.data(); }
const char* end_of(std::string_view text) { return text.data() + text.size(); }

// Where the line that starts at `at` ends: breaks stand after spaces, hyphens and dashes, as in a browser; a word
// longer than the line breaks anywhere. A line holds at least one character. Sizes in device pixels.
const char* line_end(ImFontBaked& font, const char* at, const char* end, float width) {
  const char* last_break = nullptr;
  const char* p = at;
  float x = 0;
  while (p < end) {
    unsigned int c = 0;
    const char* const next = p + ImTextCharFromUtf8(&c, p, end);
    if (c == '\n') return p;
    const float advance = font.GetCharAdvance(c);
    if (c != ' ' && x + advance > width && p > at) return last_break ? last_break : p;
    x += advance;
    p = next;
    if (c == ' ' || c == '-' || c == 0x2013 || c == 0x2014) last_break = p;
  }
  return end;
}

}  // namespace

// [SECTION] Frame

Form::Form() : layers_(IM_NEW(ImDrawListSplitter)) {}
Form::~Form() { IM_DELETE(layers_); }

void Form::begin(const Surface& surface, std::vector<Event> events) {
  surface_ = surface;
  events_ = std::move(events);
  nodes_.clear();
  said_.clear();
  wants_frame_ = false;
  depth_ = 0;
  area_ = {0, 0, surface.width};
  shown_height_ = ImGui::GetIO().DisplaySize.y;
  list_ = ImGui::GetBackgroundDrawList();  // the whole canvas, without a window
  layers_->Split(list_, layer_count);
  layer(layer_content);
}

float Form::end() {
  record(Role::said, "said", {0, 0, 1, 1}).text = said_;
  layers_->Merge(list_);
  events_.clear();
  return area_.y;
}

float Form::px(float css) const { return std::round(css * surface_.scale); }
float Form::py(float css) const { return std::round((css - surface_.slice_top) * surface_.scale); }
float Form::snapped(float css) const { return std::round(css * surface_.scale) / surface_.scale; }
bool Form::visible(float top, float bottom) const { return py(bottom) >= 0 && py(top) <= shown_height_; }
void Form::layer(int index) { layers_->SetCurrentChannel(list_, index); }

Colour Form::colour(Tone tone) const {
  switch (tone) {
    case Tone::plain:
      return theme().ink;
    case Tone::quiet:
      return theme().quiet_ink;
    case Tone::accent:
      return theme().accent;
    case Tone::good:
      return theme().good;
    case Tone::warn:
      return theme().warn;
    case Tone::bad:
      return theme().bad;
  }
  return theme().ink;
}

Node& Form::record(Role role, std::string_view id, Box box) {
  Node& node = nodes_.emplace_back();
  node.role = role;
  node.depth = depth_;
  node.id = id;
  node.box = box;
  return node;
}

const Event* Form::event(std::string_view id, Event::Kind kind) const {
  const auto last = std::find_if(events_.rbegin(), events_.rend(),
                                 [&](const Event& candidate) { return candidate.kind == kind && candidate.id == id; });
  return last == events_.rend() ? nullptr : &*last;
}

// [SECTION] Words

float Form::width_of(std::string_view text, TextStyle style) const {
  const TextMetrics& type = metrics(style);
  ImFont* font = surface_.fonts[static_cast<std::size_t>(type.weight)];
  const float size = px(type.size);
  return font->CalcTextSizeA(size, FLT_MAX, 0, begin_of(text), end_of(text)).x / surface_.scale;
}

// Returns the height taken. `max_lines` 0 is no limit; `align` as in Drawing::words.
float Form::draw_words(float x, float y, float width, TextStyle style, Colour colour, std::string_view text, bool draw,
                       int max_lines, float align) {
  const TextMetrics& type = metrics(style);
  ImFont* font = surface_.fonts[static_cast<std::size_t>(type.weight)];
  const float size = px(type.size);
  const float wrap = width * surface_.scale + 0.5f;
  ImFontBaked* const baked = font->GetFontBaked(size);
  const float content = baked->Ascent - baked->Descent;
  const float lead = std::round((type.line_height * surface_.scale - content) / 2);
  const char* at = begin_of(text);
  const char* const end = end_of(text);
  float line_y = y;
  int lines = 0;
  while (at < end && (max_lines == 0 || lines < max_lines)) {
    const char* const stop = line_end(*baked, at, end, wrap);
    if (draw && visible(line_y, line_y + type.line_height)) {
      float line_x = px(x);
      if (align > 0) {
        const char* visible_end = stop;
        while (visible_end > at && visible_end[-1] == ' ') --visible_end;
        const float taken = font->CalcTextSizeA(size, FLT_MAX, 0, at, visible_end).x;
        line_x = std::round(x * surface_.scale + (width * surface_.scale - taken) * align);
      }
      list_->AddText(font, size, ImVec2(line_x, py(line_y) + lead), colour, at, stop);
    }
    at = stop;
    if (at < end && *at == '\n') ++at;
    line_y += type.line_height;
    ++lines;
  }
  return line_y - y;
}

void Form::text(std::string_view id, TextStyle style, std::string_view words, Tone tone, std::uint32_t flags) {
  if (words.empty()) return;
  const float height = draw_words(area_.x, area_.y, area_.width, style, colour(tone), words, true);
  Node& node = record(Role::text, id, {area_.x, area_.y, area_.width, height});
  node.style = style;
  node.flags = flags;
  node.text = words;
  area_.y += height;
}

void Form::link(std::string_view id, TextStyle style, std::string_view words, std::string_view address) {
  const float height = draw_words(area_.x, area_.y, area_.width, style, theme().accent, words, true);
  Node& node = record(Role::link, id, {area_.x, area_.y, area_.width, height});
  node.style = style;
  node.text = words;
  node.value = address;
  area_.y += height;
}

void Form::heading(std::string_view id, int level, TextStyle style, std::string_view words, Tone tone) {
  const float height = draw_words(area_.x, area_.y, area_.width, style, colour(tone), words, true);
  Node& node = record(Role::heading, id, {area_.x, area_.y, area_.width, height});
  node.style = style;
  node.text = words;
  node.value = static_cast<char>('0' + level);
  area_.y += height;
}

void Form::title(std::string_view id, std::string_view words) {
  heading(id, 2, TextStyle::label, words, Tone::quiet);
  gap(inner_gap);
}

void Form::say(std::string_view answer) {
  if (!said_.empty()) said_ += "; ";
  said_ += answer;
}

void Form::notice(std::string_view id, Tone tone, std::string_view words, std::uint32_t flags) {
  constexpr float padding = 12;
  const Colour fill = tone == Tone::good   ? theme().good_soft
                      : tone == Tone::warn ? theme().warn_soft
                      : tone == Tone::bad  ? theme().bad_soft
                                           : theme().accent_soft;
  const float inner = area_.width - 2 * padding;
  const float height =
      draw_words(area_.x + padding, area_.y + padding, inner, TextStyle::small, colour(tone), words, true);
  layer(layer_box);
  box({area_.x, area_.y, area_.width, height + 2 * padding}, field_radius, fill, 0);
  layer(layer_content);
  Node& node = record(Role::text, id, {area_.x + padding, area_.y + padding, inner, height});
  node.style = TextStyle::small;
  node.flags = flags;
  node.text = words;
  area_.y += height + 2 * padding;
}

// [SECTION] Layout

void Form::side_by_side(float left_width, const std::function<void()>& left, const std::function<void()>& right) {
  const Area whole = area_;
  area_ = {whole.x, whole.y, left_width};
  left();
  const float left_end = area_.y;
  const float right_x = whole.x + left_width + 24;
  area_ = {right_x, whole.y, whole.x + whole.width - right_x};
  right();
  area_ = {whole.x, std::max(left_end, area_.y), whole.width};
}

void Form::card(std::string_view id, std::string_view name, const std::function<void()>& content) {
  const Area outside = area_;
  const std::size_t region = nodes_.size();
  card_ = region;
  record(Role::region, id, {}).text = name;
  ++depth_;
  area_ = {outside.x + card_padding, outside.y + card_padding, outside.width - 2 * card_padding};
  content();
  --depth_;
  const Box bounds{outside.x, outside.y, outside.width, area_.y + card_padding - outside.y};
  nodes_[region].box = bounds;
  if (row_of_cards_) {
    row_of_cards_->push_back(region);
  } else {
    card_box(bounds);
  }
  area_ = {outside.x, bounds.y + bounds.height + card_gap, outside.width};
}

void Form::card_box(Box bounds) {
  layer(layer_card);
  box(bounds, card_radius, theme().card, theme().line);
  layer(layer_content);
}

void Form::group(std::string_view id, std::string_view name, const std::function<void()>& content) {
  const std::size_t outer = card_;
  const std::size_t region = nodes_.size();
  const float top = area_.y;
  card_ = region;
  record(Role::group, id, {}).text = name;
  ++depth_;
  content();
  --depth_;
  nodes_[region].box = {area_.x, top, area_.width, area_.y - top};
  card_ = outer;
}

void Form::sources_at(std::string_view id) { nodes_[card_].details = id; }

void Form::columns(float least, std::span<const std::function<void()>> contents) {
  const Area whole = area_;
  const auto count = static_cast<float>(contents.size());
  const float width = (whole.width - card_gap * (count - 1)) / count;
  if (width < least) {
    for (const std::function<void()>& content : contents) content();
    return;
  }
  std::vector<std::size_t> cards;
  row_of_cards_ = &cards;
  float bottom = whole.y;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const float left = snapped(whole.x + static_cast<float>(i) * (width + card_gap));
    const bool last = i + 1 == contents.size();
    const float right = last ? whole.x + whole.width : snapped(left + width);
    area_ = {left, whole.y, right - left};
    contents[i]();
    bottom = std::max(bottom, area_.y);
  }
  row_of_cards_ = nullptr;
  for (const std::size_t card : cards) {
    Box& bounds = nodes_[card].box;
    bounds.height = bottom - card_gap - bounds.y;
    card_box(bounds);
  }
  area_ = {whole.x, bottom, whole.width};
}

void Form::rule() {
  area_.y += item_gap;
  const float y = py(area_.y);
  list_->AddRectFilled({px(area_.x), y}, {px(area_.x + area_.width), y + std::max(1.0f, px(1))}, theme().line);
  area_.y += 1 + item_gap;
}

void Form::row(const std::function<void()>& content) {
  in_row_ = true;
  row_x_ = area_.x;
  row_height_ = 0;
  content();
  in_row_ = false;
  area_.y += row_height_;
}

Box Form::place(float width, float height) {
  width = std::min(width, area_.width);
  if (!in_row_) {
    const Box spot{area_.x, area_.y, width, height};
    area_.y += height;
    return spot;
  }
  if (row_x_ > area_.x && row_x_ + width > area_.x + area_.width) {
    area_.y += row_height_ + inner_gap;
    row_x_ = area_.x;
    row_height_ = 0;
  }
  const Box spot{row_x_, area_.y, width, height};
  row_x_ += width + inner_gap;
  row_height_ = std::max(row_height_, height);
  return spot;
}

void Form::box(Box bounds, float radius, Colour fill, Colour edge) {
  if (!visible(bounds.y, bounds.y + bounds.height)) return;
  const ImVec2 from(px(bounds.x), py(bounds.y));
  const ImVec2 to(px(bounds.x + bounds.width), py(bounds.y + bounds.height));
  const float thickness = std::max(1.0f, std::floor(surface_.scale));
  list_->AddRectFilled(from, to, fill, radius * surface_.scale);
  if (edge) {
    const float inset = (thickness - 1) / 2;
    list_->AddRect({from.x + inset, from.y + inset}, {to.x - inset, to.y - inset}, edge, radius * surface_.scale, 0,
                   thickness);
  }
}

// [SECTION] Controls

// Only how it looks under the pointer: what a press does comes as an event of the native element over it.
Form::Hover Form::hover(Box bounds) const {
  const ImVec2 from(px(bounds.x), py(bounds.y)), to(px(bounds.x + bounds.width), py(bounds.y + bounds.height));
  const auto inside = [&](ImVec2 at) { return at.x >= from.x && at.x < to.x && at.y >= from.y && at.y < to.y; };
  const ImGuiIO& io = ImGui::GetIO();
  const bool hovered = inside(io.MousePos);
  return {hovered, hovered && io.MouseDown[0] && inside(io.MouseClickedPos[0])};
}

void Form::chip(const Chip& chip) {
  const float line = metrics(chip.style).line_height;
  const float width = std::min(snapped(width_of(chip.text, chip.style) + 2 * chip.padding), area_.width);
  const float inner = width - 2 * chip.padding + 1;
  const float words = draw_words(0, 0, inner, chip.style, 0, chip.text, false);  // a line, or more on a narrow screen
  const Box bounds = place(width, chip.height + words - line);
  const Hover state = hover(bounds);
  const bool outlined = chip.edge != 0;
  const Colour fill = state.held && outlined ? theme().accent_soft : chip.fill;
  box(bounds, chip.radius, fill, state.hovered && outlined ? theme().accent : chip.edge);
  draw_words(bounds.x + chip.padding, bounds.y + (bounds.height - words) / 2, inner, chip.style, chip.ink, chip.text,
             true);
  Node& node = record(chip.role, chip.id, bounds);
  node.style = chip.style;
  node.flags = chip.flags;
  node.text = chip.text;
  node.value = chip.value;
}

Edit Form::text_field(const Field& field, std::string& value) {
  Edit edit = Edit::none;
  for (const Event& change : events_) {
    if (change.kind != Event::Kind::input || change.id != field.id || field.locked) continue;
    value = change.text;
    if (edit != Edit::committed) edit = change.committed ? Edit::committed : Edit::typing;
  }

  const std::string label_id = part_id(field.id, "label");
  const std::string note_id = part_id(field.id, "note");
  const std::string help_id = part_id(field.id, "help");
  const std::string error_id = part_id(field.id, "error");

  const float note_width = field.note.empty() ? 0 : std::ceil(width_of(field.note, TextStyle::fine)) + 1;
  const float label_width = area_.width - (note_width > 0 ? note_width + inner_gap : 0);
  const float label_height =
      draw_words(area_.x, area_.y, label_width, TextStyle::label, theme().ink, field.label, true);
  Node& label = record(Role::label, label_id, {area_.x, area_.y, label_width, label_height});
  label.style = TextStyle::label;
  label.text = field.label;
  label.value = field.id;
  if (note_width > 0) {
    const float x = area_.x + area_.width - note_width;
    draw_words(x, area_.y, note_width, TextStyle::fine, theme().quiet_ink, field.note, true, 1);
    Node& note = record(Role::text, note_id, {x, area_.y, note_width, metrics(TextStyle::fine).line_height});
    note.style = TextStyle::fine;
    note.text = field.note;
  }
  area_.y += label_height + label_gap;

  constexpr float padding_x = 12, padding_y = 10;
  const float line = metrics(TextStyle::field).line_height;
  const Box bounds{area_.x, area_.y, area_.width,
                   std::max(field_height, static_cast<float>(field.lines) * line + 2 * padding_y)};
  const bool wrong = !field.error.empty();
  box(bounds, field_radius, theme().card, wrong ? theme().bad : theme().field_border);
  const bool empty = value.empty();
  draw_words(bounds.x + padding_x, bounds.y + (field.lines == 1 ? (bounds.height - line) / 2 : padding_y),
             bounds.width - 2 * padding_x, TextStyle::field, empty ? theme().quiet_ink : theme().ink,
             empty ? field.placeholder : std::string_view(value).substr(0, 4096), true, field.lines);
  Node& node = record(Role::textbox, field.id, bounds);
  node.style = TextStyle::field;
  node.text = field.placeholder;
  node.value = value;
  if (wrong) node.flags |= flag_invalid;
  if (field.lines > 1) node.flags |= flag_multiline;
  if (field.locked) node.flags |= flag_read_only;
  const auto describe = [&](bool by, const std::string& part) {
    if (!by) return;
    if (!node.described_by.empty()) node.described_by += ' ';
    node.described_by += part;
  };
  describe(wrong, error_id);
  describe(note_width > 0, note_id);
  describe(!field.help.empty(), help_id);
  area_.y += bounds.height;
  if (wrong) {
    gap(label_gap);
    text(error_id, TextStyle::small, field.error, Tone::bad, flag_alert);
  }
  if (!field.help.empty()) {
    gap(label_gap);
    text(help_id, TextStyle::small, field.help, Tone::quiet);
  }
  return edit;
}

float Form::slider(std::string_view id, std::string_view label, std::string_view says, float at) {
  for (const Event& change : events_) {
    if (change.kind != Event::Kind::input || change.id != id) continue;
    at = static_cast<float>(std::atoi(change.text.c_str())) / slider_steps;
  }
  at = std::clamp(at, 0.0f, 1.0f);
  const float label_height = draw_words(area_.x, area_.y, area_.width, TextStyle::label, theme().ink, label, true);
  Node& name = record(Role::label, part_id(id, "label"), {area_.x, area_.y, area_.width, label_height});
  name.style = TextStyle::label;
  name.text = label;
  name.value = id;
  area_.y += label_height;

  constexpr float radius = 9, thickness = 4;
  const Box bounds{area_.x, area_.y, area_.width, field_height};
  const float middle = bounds.y + field_height / 2;
  const float thumb = bounds.x + radius + at * (bounds.width - 2 * radius);
  const Hover state = hover(bounds);
  box({bounds.x, middle - thickness / 2, bounds.width, thickness}, thickness / 2, theme().line, 0);
  box({bounds.x, middle - thickness / 2, thumb - bounds.x, thickness}, thickness / 2, theme().accent, 0);
  if (visible(bounds.y, bounds.y + bounds.height)) {
    const ImVec2 centre(px(thumb), py(middle));
    list_->AddCircleFilled(centre, (radius + (state.hovered ? 2.0f : 0.0f)) * surface_.scale, theme().accent);
    list_->AddCircleFilled(centre, (radius - 3) * surface_.scale, theme().card);
  }
  Node& node = record(Role::slider, id, bounds);
  node.style = TextStyle::field;
  node.text = says;
  node.value = std::to_string(static_cast<int>(std::lround(at * slider_steps)));
  area_.y += bounds.height;
  return at;
}

int Form::choices(std::string_view id, std::string_view label, std::span<const std::string_view> names, int selected,
                  bool locked) {
  if (const Event* choice = event(id, Event::Kind::choose); choice && !locked) {
    if (choice->index >= 0 && choice->index < static_cast<int>(names.size())) selected = choice->index;
  }
  Node& group = record(Role::choices, id, {area_.x, area_.y, area_.width, 0});
  group.text = label;
  if (locked) group.flags |= flag_read_only;
  const std::size_t group_index = nodes_.size() - 1;
  ++depth_;
  const float top = area_.y;
  text(part_id(id, "label"), TextStyle::label, label);
  gap(label_gap);
  row([&] {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool on = static_cast<int>(i) == selected;
      const std::string index = std::to_string(i);
      const std::string option_id = part_id(id, index);
      chip({.id = option_id,
            .text = names[i],
            .role = Role::option,
            .height = one_column() ? field_height : 36,
            .fill = on ? theme().accent_soft : theme().card,
            .edge = on ? theme().accent : theme().field_border,
            .ink = on ? theme().accent : theme().ink,
            .radius = one_column() ? field_height / 2 : 18,
            .padding = 14,
            .style = TextStyle::label,
            .flags = on ? flag_checked : 0u,
            .value = index});
    }
  });
  --depth_;
  nodes_[group_index].box.height = area_.y - top;
  return selected;
}

int Form::tabs(std::string_view id, std::string_view label, std::span<const std::string_view> names, int selected) {
  record(Role::tabs, id, {area_.x, area_.y, area_.width, 0}).text = label;
  const std::size_t group = nodes_.size() - 1;
  const float top = area_.y;
  ++depth_;
  float x = area_.x, y = area_.y;
  constexpr float padding = 2, between = 20;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string index = std::to_string(i);
    const std::string tab_id = part_id(id, index);
    if (event(tab_id, Event::Kind::press)) selected = static_cast<int>(i);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool on = static_cast<int>(i) == selected;
    const std::string index = std::to_string(i);
    const std::string tab_id = part_id(id, index);
    const float width = snapped(width_of(names[i], TextStyle::strong) + 2 * padding);
    if (x > area_.x && x + width > area_.x + area_.width) {
      x = area_.x;
      y += field_height;
    }
    const Box bounds{x, y, width, field_height};
    const bool hovered = hover(bounds).hovered;
    const float line = metrics(TextStyle::strong).line_height;
    draw_words(x + padding, y + (field_height - line) / 2, width, TextStyle::strong,
               on || hovered ? theme().ink : theme().quiet_ink, names[i], true, 1);
    if (on && visible(y, y + field_height)) {
      const float under = py(y + field_height);
      list_->AddRectFilled({px(x), under - std::max(2.0f, px(2))}, {px(x + width), under}, theme().accent);
    }
    Node& node = record(Role::tab, tab_id, bounds);
    node.style = TextStyle::strong;
    node.flags = on ? flag_current : 0u;
    node.text = names[i];
    node.value = index;
    x += width + between;
  }
  --depth_;
  area_.y = y + field_height;
  nodes_[group].box.height = area_.y - top;
  const float under = py(area_.y);
  list_->AddRectFilled({px(area_.x), under},
                       {px(area_.x + area_.width), under + std::max(1.0f, std::floor(surface_.scale))}, theme().line);
  area_.y += 1;
  return selected;
}

bool Form::button(std::string_view id, std::string_view label, bool primary) {
  chip({.id = id,
        .text = label,
        .role = Role::button,
        .height = field_height,
        .fill = primary ? theme().accent : theme().card,
        .edge = primary ? theme().accent : theme().field_border,
        .ink = primary ? theme().on_accent : theme().ink,
        .radius = field_radius,
        .padding = 16,
        .style = TextStyle::strong,
        .flags = 0,
        .value = {}});
  return event(id, Event::Kind::press) != nullptr;
}

bool Form::disclosure(std::string_view id, std::string_view label, bool open) {
  std::string shown(open ? "\xE2\x96\xBE " : "\xE2\x96\xB8 ");  // ▾ or ▸
  shown += label;
  chip({.id = id,
        .text = shown,
        .role = Role::button,
        .height = field_height,
        .fill = theme().card,
        .edge = 0,
        .ink = theme().accent,
        .radius = field_radius,
        .padding = 0,
        .style = TextStyle::label,
        .flags = flag_has_popup_state | (open ? flag_expanded : 0u),
        .value = {}});
  nodes_.back().text = label;
  return event(id, Event::Kind::press) != nullptr;
}

void Form::file_button(std::string_view id, std::string_view label) {
  chip({.id = id,
        .text = label,
        .role = Role::file,
        .height = field_height,
        .fill = theme().card,
        .edge = theme().field_border,
        .ink = theme().ink,
        .radius = field_radius,
        .padding = 16,
        .style = TextStyle::strong,
        .flags = 0,
        .value = {}});
}

}  // namespace mf::form
