// Index: [SECTION] Frame · [SECTION] Words · [SECTION] Layout · [SECTION] Controls. Results are in results.cpp; what is
// taken over from the description before is in kept.cpp.
#include "form/form.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdlib>

#include "imgui.h"

namespace mf::form {
namespace {

constexpr float label_gap = 6, item_gap = 12, inner_gap = 8;
constexpr float widest_text = 736;  // the eye loses its way back along longer lines
constexpr float widest_field = 480;

const char* begin_of(std::string_view text) { return text.data(); }
const char* end_of(std::string_view text) { return text.data() + text.size(); }

}  // namespace

// [SECTION] Frame

void Form::take_in(const Surface& surface, std::vector<Event> events, const std::function<void()>& describe) {
  if (events.empty()) return;
  for (const Event& event : events) acted_on_.push_back(event.id);
  begin(surface);
  events_ = std::move(events);
  describe();
  events_.clear();
  turn_over();
}

// What was described last becomes what was before, and the other way.
void Form::turn_over() {
  std::swap(nodes_, before_.nodes);
  std::swap(sheet_, before_.sheet);
  std::swap(kept_, before_.kept);
}

void Form::begin_stretch() {
  nodes_.begin_stretch();
  sheet_.begin_stretch();
}

void Form::begin(const Surface& surface) {
  const bool looks_the_same = surface.width == surface_.width && surface.scale == surface_.scale &&
                              surface.touch == surface_.touch && surface.theme == surface_.theme &&
                              std::equal(surface.fonts, surface.fonts + weight_count, surface_.fonts);
  ++description_;
  surface_ = surface;
  turn_over();
  nodes_.clear();
  said_.clear();
  sheet_.clear();
  kept_.clear();
  if (!looks_the_same) before_.kept.clear();
  wants_frame_ = false;
  depth_ = 0;
  area_ = {0, 0, surface.width};
}

float Form::end() {
  record(Role::said, "said", {0, 0, 1, 1}).text = said_;
  acted_on_.clear();
  return area_.y;
}

void Form::draw(float slice_top, Sheet::Clear clear, std::optional<Sheet::Point> tapped,
                std::optional<Box> only) const {
  sheet_.draw(px(slice_top), clear, on_sheet(tapped), only);
}

Sheet::Lit Form::lit(float slice_top, std::optional<Sheet::Point> tapped) const {
  return sheet_.lit(px(slice_top), on_sheet(tapped));
}

std::optional<Sheet::Point> Form::on_sheet(std::optional<Sheet::Point> css) const {
  if (!css) return {};
  return Sheet::Point{css->x * surface_.scale, css->y * surface_.scale};
}

float Form::px(float css) const { return std::round(css * surface_.scale); }
Box Form::px(Box box) const {
  const float x = px(box.x), y = px(box.y);
  return {x, y, px(box.x + box.width) - x, px(box.y + box.height) - y};
}
float Form::snapped(float css) const { return px(css) / surface_.scale; }

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
  Node& node = nodes_.add();
  node.role = role;
  node.depth = depth_;
  node.id = id;
  node.box = box;
  node.described = description_;
  return node;
}

const Event* Form::event(std::string_view id, Event::Kind kind) const {
  const auto last = std::find_if(events_.rbegin(), events_.rend(),
                                 [&](const Event& candidate) { return candidate.kind == kind && candidate.id == id; });
  return last == events_.rend() ? nullptr : &*last;
}

// [SECTION] Words

float Form::width_of(std::string_view text, TextStyle style) const {
  if (is_taking_in()) return 0;
  const TextMetrics& type = metrics(style);
  ImFont* font = surface_.fonts[static_cast<std::size_t>(type.weight)];
  const float size = px(type.size);
  return font->CalcTextSizeA(size, FLT_MAX, 0, begin_of(text), end_of(text)).x / surface_.scale;
}

float Form::height_of(std::string_view text, float width, TextStyle style) const {
  const TextMetrics& type = metrics(style);
  if (is_taking_in()) return type.line_height;
  ImFont* font = surface_.fonts[static_cast<std::size_t>(type.weight)];
  return static_cast<float>(Sheet::line_count(font, px(type.size), text, width * surface_.scale)) * type.line_height;
}

// Returns the height taken. `most_lines` 0 is no limit; `align` as in Drawing::words.
float Form::draw_words(float x, float y, float width, TextStyle style, Colour colour, std::string_view text,
                       int most_lines, float align, Colour hovered) {
  const TextMetrics& type = metrics(style);
  if (is_taking_in()) return type.line_height;
  const float scale = surface_.scale;
  const int lines = sheet_.words(surface_.fonts[static_cast<std::size_t>(type.weight)], px(type.size), text,
                                 {.left = x * scale,
                                  .top = y * scale,
                                  .width = width * scale,
                                  .line_height = type.line_height * scale,
                                  .most_lines = most_lines,
                                  .align = align,
                                  .colour = colour,
                                  .hovered = hovered});
  return static_cast<float>(lines) * type.line_height;
}

void Form::text(std::string_view id, TextStyle style, std::string_view words, Tone tone, std::uint32_t flags) {
  if (words.empty()) return;
  const float width = std::min(area_.width, widest_text);
  const float height = draw_words(area_.x, area_.y, width, style, colour(tone), words);
  Node& node = record(Role::text, id, {area_.x, area_.y, width, height});
  node.style = style;
  node.flags = flags;
  node.text = words;
  area_.y += height;
}

void Form::link(std::string_view id, TextStyle style, std::string_view words, std::string_view address) {
  const float lines = height_of(words, area_.width, style);
  const float height = for_fingers() ? std::max(lines, field_height) : lines;
  draw_words(area_.x, area_.y + (height - lines) / 2, area_.width, style, theme().accent, words);
  Node& node = record(Role::link, id, {area_.x, area_.y, area_.width, height});
  node.style = style;
  node.text = words;
  node.value = address;
  area_.y += height;
}

void Form::heading(std::string_view id, int level, TextStyle style, std::string_view words, Tone tone) {
  const float height = draw_words(area_.x, area_.y, area_.width, style, colour(tone), words);
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
  const float inner = std::min(area_.width, widest_text) - 2 * padding;
  const float height = draw_words(area_.x + padding, area_.y + padding, inner, TextStyle::small, colour(tone), words);
  sheet_.layer(Sheet::Layer::box);
  box({area_.x, area_.y, inner + 2 * padding, height + 2 * padding}, field_radius, fill, 0);
  sheet_.layer(Sheet::Layer::content);
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
  beside_ = {whole.x, area_.y, whole.width};
  const float right_x = whole.x + left_width + 24;
  area_ = {right_x, whole.y, whole.x + whole.width - right_x};
  right();
  area_ = {whole.x, std::max(beside_.y, area_.y), whole.width};
  beside_ = {};
}

void Form::widen() {
  if (beside_.width > 0 && area_.y >= beside_.y) area_ = {beside_.x, area_.y, beside_.width};
}

void Form::card(std::string_view id, std::string_view name, const std::function<void()>& content) {
  const Area outside = area_;
  record(Role::region, id, {}).text = name;
  const Nodes::Place region = card_ = nodes_.last();
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
  sheet_.layer(Sheet::Layer::card);
  box(bounds, card_radius, theme().card, theme().line);
  sheet_.layer(Sheet::Layer::content);
}

void Form::group(std::string_view id, std::string_view name, const std::function<void()>& content) {
  const Nodes::Place outer = card_;
  const float top = area_.y;
  record(Role::group, id, {}).text = name;
  const Nodes::Place region = card_ = nodes_.last();
  ++depth_;
  content();
  --depth_;
  nodes_[region].box = {area_.x, top, area_.width, area_.y - top};
  card_ = outer;
}

void Form::sources_at(std::string_view id) { nodes_[card_].details = id; }

float Form::column_width(std::size_t count) const {
  return (area_.width - card_gap * static_cast<float>(count - 1)) / static_cast<float>(count);
}

void Form::columns(float least, std::span<const std::function<void()>> contents) {
  const Area whole = area_;
  const float width = column_width(contents.size());
  if (width < least) {
    for (const std::function<void()>& content : contents) content();
    return;
  }
  std::vector<Nodes::Place> cards;
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
  for (const Nodes::Place card : cards) {
    Box& bounds = nodes_[card].box;
    bounds.height = bottom - card_gap - bounds.y;
    card_box(bounds);
  }
  area_ = {whole.x, bottom, whole.width};
}

void Form::rule() {
  area_.y += item_gap;
  line_under(area_.x, area_.y, area_.width, std::max(1.0f, px(1)), theme().line);
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

void Form::box(Box bounds, float radius, Colour fill, Colour edge, Colour held, Colour hovered) {
  const Box sides = px(bounds);
  const float corner = radius * surface_.scale;
  sheet_.fill(sides, fill, corner, held);
  if (edge) sheet_.edge(sides, edge, corner, std::max(1.0f, std::floor(surface_.scale)), hovered);
}

// `thickness` in device pixels.
void Form::line_under(float x, float y, float width, float thickness, Colour colour) {
  const float left = px(x);
  sheet_.fill({left, px(y), px(x + width) - left, thickness}, colour);
}

// [SECTION] Controls

void Form::chip(const Chip& chip) {
  const float line = metrics(chip.style).line_height;
  const float width = std::min(snapped(width_of(chip.text, chip.style) + 2 * chip.padding), area_.width);
  const float inner = width - 2 * chip.padding + 1;
  const float words = height_of(chip.text, inner, chip.style);  // a line, or more on a narrow screen
  const Box bounds = place(width, chip.height + words - line);
  sheet_.touch(px(bounds));
  const bool outlined = chip.edge != 0;
  box(bounds, chip.radius, chip.fill, chip.edge, outlined ? theme().accent_soft : 0, theme().accent);
  draw_words(bounds.x + chip.padding, bounds.y + (bounds.height - words) / 2, inner, chip.style, chip.ink, chip.text);
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

  const float room = std::min(area_.width, field.lines > 1 ? widest_text : widest_field);
  const float note_width = field.note.empty() ? 0 : std::ceil(width_of(field.note, TextStyle::fine)) + 1;
  const float label_width = room - (note_width > 0 ? note_width + inner_gap : 0);
  const float label_height = draw_words(area_.x, area_.y, label_width, TextStyle::label, theme().ink, field.label);
  Node& label = record(Role::label, label_id, {area_.x, area_.y, label_width, label_height});
  label.style = TextStyle::label;
  label.text = field.label;
  label.value = field.id;
  if (note_width > 0) {
    const float x = area_.x + room - note_width;
    draw_words(x, area_.y, note_width, TextStyle::fine, theme().quiet_ink, field.note, 1);
    Node& note = record(Role::text, note_id, {x, area_.y, note_width, metrics(TextStyle::fine).line_height});
    note.style = TextStyle::fine;
    note.text = field.note;
  }
  area_.y += label_height + label_gap;

  constexpr float padding_x = 12, padding_y = 10;
  const float line = metrics(TextStyle::field).line_height;
  const Box bounds{area_.x, area_.y, room,
                   std::max(field_height, static_cast<float>(field.lines) * line + 2 * padding_y)};
  const bool wrong = !field.error.empty();
  box(bounds, field_radius, theme().card, wrong ? theme().bad : theme().field_border);
  const bool empty = value.empty();
  draw_words(bounds.x + padding_x, bounds.y + (field.lines == 1 ? (bounds.height - line) / 2 : padding_y),
             bounds.width - 2 * padding_x, TextStyle::field, empty ? theme().quiet_ink : theme().ink,
             empty ? field.placeholder : std::string_view(value).substr(0, 4096), field.lines);
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
  const float label_height = draw_words(area_.x, area_.y, area_.width, TextStyle::label, theme().ink, label);
  Node& name = record(Role::label, part_id(id, "label"), {area_.x, area_.y, area_.width, label_height});
  name.style = TextStyle::label;
  name.text = label;
  name.value = id;
  area_.y += label_height;

  constexpr float radius = 9, thickness = 4;
  const Box bounds{area_.x, area_.y, area_.width, field_height};
  const float middle = bounds.y + field_height / 2;
  const float thumb = bounds.x + radius + at * (bounds.width - 2 * radius);
  sheet_.touch(px(bounds));
  box({bounds.x, middle - thickness / 2, bounds.width, thickness}, thickness / 2, theme().line, 0);
  box({bounds.x, middle - thickness / 2, thumb - bounds.x, thickness}, thickness / 2, theme().accent, 0);
  const Sheet::Point centre{px(thumb), px(middle)};
  sheet_.disc(centre, radius * surface_.scale, theme().accent, 2 * surface_.scale);
  sheet_.disc(centre, (radius - 3) * surface_.scale, theme().card);
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
  const Nodes::Place place = nodes_.last();
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
            .height = for_fingers() ? field_height : 36,
            .fill = on ? theme().accent_soft : theme().card,
            .edge = on ? theme().accent : theme().field_border,
            .ink = on ? theme().accent : theme().ink,
            .radius = for_fingers() ? field_height / 2 : 18,
            .padding = 14,
            .style = TextStyle::label,
            .flags = (on ? flag_checked : 0u) | (locked ? flag_read_only : 0u),
            .value = index});
    }
  });
  --depth_;
  nodes_[place].box.height = area_.y - top;
  return selected;
}

int Form::tabs(std::string_view id, std::string_view label, std::span<const std::string_view> names, int selected) {
  record(Role::tabs, id, {area_.x, area_.y, area_.width, 0}).text = label;
  const Nodes::Place group = nodes_.last();
  const float top = area_.y;
  ++depth_;
  float x = area_.x, y = area_.y;
  constexpr float padding = 2, between = 20;
  std::vector<float> widths;
  float all = -between;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (event(part_id(id, std::to_string(i)), Event::Kind::press)) selected = static_cast<int>(i);
    widths.push_back(snapped(width_of(names[i], TextStyle::strong) + 2 * padding));
    all += widths.back() + between;
  }
  const bool in_pairs = all > area_.width;  // rather than all in a row but the last
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool on = static_cast<int>(i) == selected;
    const std::string index = std::to_string(i);
    const std::string tab_id = part_id(id, index);
    const float width = widths[i];
    if (in_pairs) {
      x = i % 2 ? snapped(area_.x + area_.width / 2) : area_.x;
      if (i > 0 && i % 2 == 0) y += field_height;
    }
    const Box bounds{x, y, in_pairs ? snapped(area_.width / 2 - between) : width, field_height};
    sheet_.touch(px(bounds));
    const float line = metrics(TextStyle::strong).line_height;
    draw_words(x + padding, y + (field_height - line) / 2, width, TextStyle::strong,
               on ? theme().ink : theme().quiet_ink, names[i], 1, 0, theme().ink);
    if (on) {
      const float thick = std::max(2.0f, px(2));
      line_under(x, y + field_height - thick / surface_.scale, width, thick, theme().accent);
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
  line_under(area_.x, area_.y, area_.width, std::max(1.0f, std::floor(surface_.scale)), theme().line);
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
  nodes_[nodes_.last()].text = label;
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
