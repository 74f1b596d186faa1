// Tables and pictures.
#include <algorithm>
#include <cmath>
#include <utility>

#include "form/form.h"
#include "imgui.h"

namespace mf::form {
namespace {

TextStyle drawn_style(const Cell& cell, TextStyle style) {
  return cell.strong && style == TextStyle::body ? TextStyle::strong : style;
}

std::string drawn_text(const Cell& cell) { return cell.names.empty() ? cell.text : cell.text + " \xE2\x96\xBE"; }  // ▾

}  // namespace

// Each column gets its share, but never less than its longest word needs; what that takes comes from columns with room.
// Figures, which are set flush right, stay on one line where there is room for that too. Where not even the words fit,
// the next smaller type is taken.
Form::TableLayout Form::table_layout(std::span<const Column> columns, std::span<const std::vector<Cell>> rows) const {
  static constexpr std::pair<TextStyle, float> smaller[] = {
      {TextStyle::body, 12}, {TextStyle::small, 12}, {TextStyle::fine, 6}};
  float shares = 0;
  std::size_t side_by_side = 0;
  for (const Column& column : columns) {
    shares += column.share;
    if (column.share > 0) ++side_by_side;
  }
  TableLayout layout;
  if (is_taking_in()) layout.widths.resize(columns.size());
  if (is_taking_in()) return layout;
  for (const auto& [style, gap] : smaller) {
    if (style == TextStyle::body && one_column()) continue;
    const float room = area_.width - gap * static_cast<float>(side_by_side - 1);
    layout = {.style = style, .header = style == TextStyle::fine ? style : TextStyle::small, .gap = gap, .widths = {}};
    std::vector<float> wanted;
    for (const Column& column : columns) layout.widths.push_back(room * column.share / shares);
    // Gives each column its width; false, and nothing is changed, where they do not fit.
    const auto fit = [&](bool figures_on_one_line, bool always) {
      wanted.clear();
      float missing = 0, spare = 0;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        float widest = 0;
        for (std::size_t part = c; part == c || (part < columns.size() && columns[part].share == 0); ++part) {
          widest = std::max(widest, longest_word(columns[part].title, layout.header));
          for (const std::vector<Cell>& row : rows) {
            if (part >= row.size()) continue;
            const std::string text = drawn_text(row[part]);
            const bool whole = figures_on_one_line && columns[part].right;
            const TextStyle drawn = drawn_style(row[part], style);
            widest = std::max(widest, whole ? width_of(text, drawn) : longest_word(text, drawn));
          }
        }
        wanted.push_back(columns[c].share > 0 ? std::ceil(widest) + 1 : 0);
        missing += std::max(0.0f, wanted[c] - layout.widths[c]);
        spare += std::max(0.0f, layout.widths[c] - wanted[c]);
      }
      if (missing > spare && !always) return false;
      const float given = std::min(missing, spare);
      for (std::size_t c = 0; c < columns.size() && given > 0; ++c) {
        const float over = layout.widths[c] - wanted[c];
        layout.widths[c] -= over * given / (over < 0 ? missing : spare);
      }
      return missing <= spare;
    };
    if (fit(true, false) || fit(false, style == TextStyle::fine)) break;
  }
  for (std::size_t c = 1; c < columns.size(); ++c) {
    if (columns[c].share == 0) layout.widths[c] = layout.widths[c - 1];
  }
  return layout;
}

float Form::longest_word(std::string_view text, TextStyle style) const {
  float longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    longest = std::max(longest, width_of(text.substr(0, end), style));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

std::string_view Form::table(std::string_view id, std::string_view caption, std::span<const Column> columns,
                             std::span<const std::vector<Cell>> rows) {
  std::string_view pressed;
  bool leads_on = false;
  for (const std::vector<Cell>& row : rows) {
    for (const Cell& cell : row) leads_on = leads_on || !cell.names.empty() || !cell.href.empty();
  }
  const TableLayout layout = table_layout(columns, rows);

  record(Role::table, id, {area_.x, area_.y, area_.width, 0}).text = caption;
  const Nodes::Place table = nodes_.last();
  const float top = area_.y;
  ++depth_;

  const auto one_row = [&](std::size_t number, const auto& cell_at, bool header) {
    const TextStyle style = header ? layout.header : layout.style;
    // Choices and links are touched one by one, as fields are.
    const bool is_touched = leads_on && !header && for_fingers();
    const float row_padding = is_touched ? (field_height - metrics(style).line_height) / 2 : 8;
    const std::string row_id = part_id(id, std::to_string(number));
    record(Role::row, row_id, {area_.x, area_.y, area_.width, 0});
    const Nodes::Place row = nodes_.last();
    ++depth_;
    std::vector<Nodes::Place> touched;
    float x = area_.x, y = 0, tallest = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const Cell cell = cell_at(c);
      const float width = layout.widths[c];
      const bool under = columns[c].share == 0;
      if (!under) y = area_.y + row_padding;
      if (!under && c > 0) x += layout.widths[c - 1] + layout.gap;
      const bool leads = !cell.href.empty() || !cell.press.empty();
      const bool is_choice = !cell.names.empty();
      const Colour ink = header ? theme().quiet_ink : leads && !is_choice ? theme().accent : colour(cell.tone);
      const TextStyle drawn = drawn_style(cell, style);
      const float height = draw_words(x, y, width, drawn, ink, drawn_text(cell), 0, columns[c].right ? 1.0f : 0.0f);
      const std::string cell_id = part_id(row_id, std::to_string(c));
      Node& node = record(Role::cell, cell_id, {x, y, width, height});
      node.style = drawn;
      if (header) node.flags |= flag_column_header;
      if (!header && c == 0) node.flags |= flag_row_header;
      if (columns[c].right) node.flags |= flag_right;
      if (!leads) {
        node.text = cell.text;
      } else if (!cell.press.empty()) {
        ++depth_;
        Node& button = record(is_choice ? Role::select : Role::button, cell.press, {x, area_.y, width, 0});
        touched.push_back(nodes_.last());
        button.style = drawn;
        button.text = cell.text;
        if (is_choice) {
          for (const std::string_view name : cell.names) (button.value += button.value.empty() ? "" : "\n") += name;
          button.described_by = part_id(row_id, "0") + ' ' + part_id(part_id(id, "0"), std::to_string(c));
        }
        --depth_;
      } else {
        ++depth_;
        Node& link = record(Role::link, part_id(cell_id, "link"), {x, under ? y : area_.y, width, height});
        if (!under) touched.push_back(nodes_.last());
        link.style = style;
        link.text = cell.text;
        link.value = cell.href;
        --depth_;
      }
      y += height;
      tallest = std::max(tallest, y - area_.y - row_padding);
    }
    --depth_;
    const float row_height = tallest + 2 * row_padding;
    nodes_[row].box.height = row_height;
    for (const Nodes::Place node : touched) nodes_[node].box.height = row_height;  // as high as the row, for fingers
    area_.y += row_height;
    const float thickness = std::max(1.0f, std::floor(surface_.scale));
    line_under(area_.x, area_.y - thickness / surface_.scale, area_.width, thickness, theme().line);
  };

  one_row(0, [&](std::size_t c) { return Cell{std::string(columns[c].title)}; }, true);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    one_row(r + 1, [&](std::size_t c) { return c < rows[r].size() ? rows[r][c] : Cell{}; }, false);
    for (const Cell& cell : rows[r]) {
      if (!cell.press.empty() && event(cell.press, Event::Kind::press)) pressed = cell.press;
    }
  }
  --depth_;
  nodes_[table].box.height = area_.y - top;
  return pressed;
}

std::optional<std::size_t> Form::chosen(const Cell& cell) const {
  const Event* choice = event(cell.press, Event::Kind::choose);
  const bool is_one = choice && choice->index >= 0 && static_cast<std::size_t>(choice->index) < cell.names.size();
  return is_one ? std::optional(static_cast<std::size_t>(choice->index)) : std::nullopt;
}

void Form::picture(std::string_view id, std::string_view summary, float height,
                   const std::function<void(Drawing&)>& draw) {
  const Box bounds{area_.x, area_.y, area_.width, height};
  area_.y += height;
  if (is_taking_in()) return;
  record(Role::image, id, bounds).text = summary;
  Drawing drawing(*this, bounds, std::string(id));
  draw(drawing);  // even out of sight: its words belong to the tree
}

void Drawing::line(float x0, float y0, float x1, float y1, Colour colour, float thickness) {
  const float wide = std::max(1.0f, std::round(thickness * form_.surface_.scale));
  const Point from{form_.px(box_.x + x0), form_.px(box_.y + y0)}, to{form_.px(box_.x + x1), form_.px(box_.y + y1)};
  if (x0 != x1 && y0 != y1) {
    const Point middles[] = {{from.x + 0.5f, from.y + 0.5f}, {to.x + 0.5f, to.y + 0.5f}};
    form_.sheet_.curve(middles, colour, wide);
    return;
  }
  const float before = std::floor(wide / 2);  // upright and level lines fill whole pixels
  form_.sheet_.fill({std::min(from.x, to.x) - before, std::min(from.y, to.y) - before, std::abs(to.x - from.x) + wide,
                     std::abs(to.y - from.y) + wide},
                    colour);
}

void Drawing::area(float x0, float y0, float x1, float y1, Colour colour) {
  form_.sheet_.fill(form_.px(Box{box_.x + x0, box_.y + y0, x1 - x0, y1 - y0}), colour);
}

void Drawing::curve(std::span<const Point> points, Colour colour, float thickness) {
  const float scale = form_.surface_.scale;
  std::vector<Point> at;
  for (const Point& point : points) at.push_back({(box_.x + point.x) * scale, (box_.y + point.y) * scale});
  form_.sheet_.curve(at, colour, thickness * scale);
}

void Drawing::band(std::span<const Point> upper, std::span<const Point> lower, Colour colour) {
  std::vector<Point> at;
  for (std::size_t i = 0; i < upper.size(); ++i) {
    for (const Point& point : {upper[i], lower[i]}) {
      at.push_back({form_.px(box_.x + point.x), (box_.y + point.y) * form_.surface_.scale});
    }
  }
  form_.sheet_.band(at, colour);
}

void Drawing::dot(float x, float y, float radius, Colour colour, Colour rim) {
  const Point centre{form_.px(box_.x + x), form_.px(box_.y + y)};
  const float scale = form_.surface_.scale;
  form_.sheet_.disc(centre, (radius + 1.5f) * scale, rim);
  form_.sheet_.disc(centre, radius * scale, colour);
}

void Drawing::words(float x, float y, std::string_view text, TextStyle style, Colour colour, float align) {
  const float width = std::min(width_of(text, style) + 1, box_.width);
  const float left = std::clamp(x - width * align, 0.0f, box_.width - width);
  const float height = form_.draw_words(box_.x + left, box_.y + y, width + 1, style, colour, text, 1);
  Node& node =
      form_.record(Role::text, part_id(id_, std::to_string(words_++)), {box_.x + left, box_.y + y, width, height});
  node.style = style;
  node.flags = flag_in_picture;
  node.text = text;
}

void Drawing::reading(Box zone, std::string_view text, std::optional<float> at) {
  constexpr float padding_x = 10, padding_y = 6, distance = 4;
  constexpr TextStyle style = TextStyle::small;
  const Theme& theme = form_.theme();
  const float inner = std::min(std::ceil(width_of(text, style)) + 1, box_.width - 2 * padding_x);
  const float width = inner + 2 * padding_x, height = form_.height_of(text, inner, style) + 2 * padding_y;
  const float middle = at.value_or(zone.x + zone.width / 2);
  const float left = box_.x + std::clamp(middle - width / 2, 0.0f, box_.width - width);
  const bool has_room_above = zone.y >= height + distance, is_tall = zone.height >= 2 * height;
  const float top = box_.y + (has_room_above ? zone.y - height - distance
                              : is_tall      ? zone.y
                                             : zone.y + zone.height + distance);
  form_.sheet_.layer(Sheet::Layer::over);
  form_.sheet_.touch(form_.px(Box{box_.x + zone.x, box_.y + zone.y, zone.width, zone.height}));
  if (at) line(*at, top + height - box_.y, *at, zone.y + zone.height, theme.ink);
  form_.box({left, top, width, height}, field_radius, theme.ink, 0);
  form_.draw_words(left + padding_x, top + padding_y, inner, style, theme.card, text);
  form_.sheet_.layer(Sheet::Layer::content);
}

float Drawing::width_of(std::string_view text, TextStyle style) const { return form_.width_of(text, style); }

}  // namespace mf::form
