#include "screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "reader.h"
#include "ui/tool.h"

namespace mf::ui {

Screen::Screen(std::string_view query, float width) : canvas_(width), state_(state_from_query(query)) {
  surface_.fonts[0] = canvas_.font(form::Weight::regular);
  surface_.fonts[1] = canvas_.font(form::Weight::semibold);
  surface_.theme = &form::light_theme();
  surface_.width = width;
  draw();
}

void Screen::describe(std::vector<form::Event> events) {
  const auto describe = [&] { draw_tool(form_, state_, answers_); };
  canvas_.frame([&] {
    form_.take_in(surface_, std::move(events), describe);
    form_.begin(surface_);
    describe();
    height_ = form_.end();
    nodes_.assign(form_.nodes().begin(), form_.nodes().end());
    form_.draw(0);
  });
}

void Screen::draw(std::vector<form::Event> events) {
  canvas_.resize(surface_.width, 4000);
  do {
    describe(std::exchange(events, {}));
    while (form_.wants_frame()) describe();
    check_against_one_described_anew();
  } while (!reader_held_ && read_all(state_, file_));
}

// But for what moving costs of a coordinate's last digits.
static bool lies_like(const form::Box& one, const form::Box& other) {
  const auto near = [](float a, float b) { return std::abs(a - b) < 0.01f; };
  return near(one.x, other.x) && near(one.y, other.y) && near(one.width, other.width) && near(one.height, other.height);
}

static bool says_like(const form::Node& one, const form::Node& other) {
  return one.role == other.role && one.depth == other.depth && one.id == other.id && lies_like(one.box, other.box) &&
         one.style == other.style && one.flags == other.flags && one.text == other.text && one.value == other.value &&
         one.described_by == other.described_by && one.details == other.details;
}

void Screen::check_against_one_described_anew() {
  const std::vector<form::Node> kept = nodes();
  form_.forget();
  describe();
  const auto [was, is] = std::mismatch(kept.begin(), kept.end(), nodes().begin(), nodes().end(), says_like);
  const bool is_same = was == kept.end() && is == nodes().end();
  REQUIRE_MESSAGE(is_same, "kept: ", was == kept.end() ? "nothing" : was->id + " " + was->text,
                  ", anew: ", is == nodes().end() ? "nothing" : is->id + " " + is->text);
}

std::vector<form::DrawnWord> Screen::drawn_words() {
  canvas_.resize(surface_.width, height_);
  canvas_.frame([&] { form_.draw(0); });
  return canvas_.words();
}

std::vector<std::string> Screen::readings_of(std::string_view picture) {
  const form::Box box = node(picture)->box;
  canvas_.resize(surface_.width, box.height);
  const auto words_under = [&](float x, float y) {
    canvas_.point_at(x, y);
    canvas_.frame([&] { form_.draw(box.y); });
    return canvas_.words();
  };
  const std::size_t always = words_under(-1, -1).size();
  std::vector<std::string> readings;
  const auto look = [&](float x, float y) {
    const std::vector<form::DrawnWord> words = words_under(x, y);
    std::string reading;
    for (std::size_t i = always; i < words.size(); ++i) reading += (reading.empty() ? "" : " ") + words[i].text;
    if (!reading.empty() && std::find(readings.begin(), readings.end(), reading) == readings.end()) {
      readings.push_back(std::move(reading));
    }
  };
  for (float x = 0; x < box.width; x += 2) look(box.x + x, box.height / 2);
  if (readings.size() < 2) {  // they lie under each other
    readings.clear();
    for (float y = 0; y < box.height; y += 2) look(box.x + box.width / 2, y);
  }
  canvas_.point_at(-1, -1);
  return readings;
}

void Screen::type(std::string_view id, std::string_view text) {
  draw({{.kind = form::Event::Kind::input, .id = std::string(id), .text = std::string(text)}});
}
void Screen::paste(std::string_view id, std::string_view text) {
  draw({{.kind = form::Event::Kind::input, .id = std::string(id), .text = std::string(text), .committed = true}});
}
void Screen::choose(std::string_view id, int index) {
  draw({{.kind = form::Event::Kind::choose, .id = std::string(id), .index = index}});
}
void Screen::choose(std::string_view id, const std::vector<int>& one_after_another) {
  std::vector<form::Event> events;
  for (const int index : one_after_another) {
    events.push_back({.kind = form::Event::Kind::choose, .id = std::string(id), .index = index});
  }
  draw(std::move(events));
}
void Screen::press(std::string_view id) { draw({{.kind = form::Event::Kind::press, .id = std::string(id)}}); }
void Screen::open_all() {
  std::vector<std::string> folded;
  for (const form::Node& node : nodes()) {
    const bool closed = (node.flags & form::flag_has_popup_state) && !(node.flags & form::flag_expanded);
    if (closed && node.id.find("-edit") == std::string::npos) folded.push_back(node.id);
  }
  for (const std::string& id : folded) press(id);
}
void Screen::give_file(std::string_view name, std::string_view bytes) {
  file_ = bytes;
  read_and_answer(state_, read_file(state_, std::string(name)), bytes);
  draw();
}
void Screen::hold_reader() { reader_held_ = true; }
void Screen::release_reader() {
  reader_held_ = false;
  draw();
}
void Screen::resize(float width) {
  surface_.width = width;
  draw();
}

const form::Node* Screen::node(std::string_view id) const {
  for (const form::Node& candidate : nodes()) {
    if (candidate.id == id) return &candidate;
  }
  return nullptr;
}

std::string Screen::text(std::string_view id) const {
  const form::Node* found = node(id);
  return found ? found->text : "(nothing)";
}

std::vector<std::string> Screen::table(std::string_view id) const {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < nodes().size() && nodes()[at].id != id) ++at;
  if (at == nodes().size()) return lines;
  const int depth = nodes()[at].depth;
  for (++at; at < nodes().size() && nodes()[at].depth > depth; ++at) {
    const form::Node& part = nodes()[at];
    if (part.role == form::Role::row) {
      lines.emplace_back();
    } else if (!part.text.empty()) {
      if (!lines.back().empty()) lines.back() += " | ";
      lines.back() += part.text;
    }
  }
  return lines;
}

std::string Screen::everything() const {
  std::string out;
  for (const form::Node& part : nodes()) out += part.text + '\n';
  return out;
}

std::string Screen::outline() const {
  using form::Role;
  std::string out;
  std::string label;
  bool line_open = false;  // a table row or a group of options
  const auto begin_line = [&](std::string_view start) {
    if (line_open) out += '\n';
    line_open = false;
    out += start;
  };
  for (const form::Node& node : nodes()) {
    switch (node.role) {
      case Role::region:
        begin_line("\n== " + node.text + " ==\n");
        break;
      case Role::heading:
        begin_line("# " + node.text + '\n');
        break;
      case Role::text:
        if ((node.flags & form::flag_in_picture) == 0) begin_line(node.text + '\n');
        break;
      case Role::said:
        break;
      case Role::label:
        label = node.text;
        break;
      case Role::textbox:
        begin_line(label + ": " + node.value.substr(0, 120) + '\n');
        break;
      case Role::slider:
        begin_line(label + ": " + node.text + '\n');
        break;
      case Role::image:
        begin_line("(picture) " + node.text + '\n');
        break;
      case Role::button:
      case Role::file:
        begin_line('[' + node.text + "]\n");
        break;
      case Role::table:
        begin_line("(table) " + node.text);
        line_open = true;
        break;
      case Role::row:
        begin_line("  ");
        line_open = true;
        break;
      case Role::group:
      case Role::choices:
        begin_line("");  // its label is a text of its own
        break;
      case Role::tabs:
        begin_line(node.text + ':');
        break;
      case Role::cell:
      case Role::option:
      case Role::tab: {
        const bool on = (node.flags & (form::flag_checked | form::flag_current)) != 0;
        line_open = true;
        if (!node.text.empty())
          out += (node.role == Role::cell ? " | " : " ") + (on ? '<' + node.text + '>' : node.text);
        break;
      }
      case Role::select:
        out += " | " + node.text + " \xE2\x96\xBE";
        break;
      case Role::link:
        if (line_open) {
          out += " | " + node.text + " -> " + node.value;
        } else {
          begin_line(node.text + " -> " + node.value + '\n');
        }
        break;
    }
  }
  if (line_open) out += '\n';
  return out;
}

}  // namespace mf::ui
