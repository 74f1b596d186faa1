// What a description takes over from the one before it.
//
// A part that says the same is not described again: its nodes and what it draws go over in one piece, up or down with
// what is above it. form::Telling in turn leaves out what it has told: Node::described is of the description that a
// node was made in.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "form/form.h"

namespace mf::form {

bool Form::was_acted_on(const Kept& before) const {
  const auto is_acted_on = [&](const Node& node) {
    if (node.role == Role::text || node.role == Role::cell || node.role == Role::row) return false;  // most of them
    return std::find(acted_on_.begin(), acted_on_.end(), node.id) != acted_on_.end();
  };
  if (acted_on_.empty()) return false;
  for (std::size_t i = before.first; i < before.end; ++i) {
    const auto& nodes = before_.nodes.stretch(i);
    if (std::any_of(nodes.begin(), nodes.end(), is_acted_on)) return true;
  }
  return false;
}

void Form::kept(std::string_view id, std::string_view of, const std::function<void()>& content) {
  if (is_taking_in()) {
    const auto before =
        std::find_if(before_.kept.begin(), before_.kept.end(), [&](const Kept& it) { return it.id == id; });
    if (before == before_.kept.end() || was_acted_on(*before)) {
      content();
    } else {
      area_.y += before->height;
    }
    return;
  }
  const auto is_same = [&](const Kept& before) {
    const float down = (area_.y - before.area.y) * surface_.scale;
    return before.id == id && before.of == of && before.depth == depth_ && before.area.x == area_.x &&
           before.area.width == area_.width && down == std::round(down);  // else it lies otherwise on the pixels
  };
  auto same = std::find_if(before_.kept.begin(), before_.kept.end(), is_same);
  if (same != before_.kept.end() && was_acted_on(*same)) same = before_.kept.end();
  Kept now{.id = std::string(id), .of = std::string(of), .said = {}, .depth = depth_, .area = area_};
  if (same == before_.kept.end()) {
    begin_stretch();
    now.first = nodes_.stretch_count() - 1;
    std::swap(said_, now.said);
    content();
    std::swap(said_, now.said);
  } else {
    const float down = area_.y - same->area.y;
    now.first = nodes_.stretch_count();
    nodes_.take(before_.nodes, same->first, same->end, down);
    sheet_.take(before_.sheet, same->first, same->end, px(down));
    area_.y += same->height;
    now.said = std::move(same->said);
    // What is kept inside is known before what is kept around it.
    for (auto inner = before_.kept.begin(); inner != same; ++inner) {
      if (inner->first < same->first || inner->end > same->end) continue;
      Kept& moved = kept_.emplace_back(std::move(*inner));
      moved.area.y += down;
      moved.first += now.first - same->first;
      moved.end += now.first - same->first;
    }
  }
  if (!now.said.empty()) say(now.said);
  now.height = area_.y - now.area.y;
  now.end = nodes_.stretch_count();
  begin_stretch();
  kept_.push_back(std::move(now));
}

}  // namespace mf::form
