// What a description takes over from the one before it.
//
// A part that says the same is not described again: its nodes and what it draws are moved over, up or down with what is
// above it. form::Telling in turn leaves out what it has told: Node::described is of the description that a node was
// made in.
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
    return std::find(acted_on_.begin(), acted_on_.end(), node.id) != acted_on_.end();
  };
  return !acted_on_.empty() &&
         std::any_of(before_.nodes.begin() + static_cast<std::ptrdiff_t>(before.first_node),
                     before_.nodes.begin() + static_cast<std::ptrdiff_t>(before.end_node), is_acted_on);
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
  Kept now{.id = std::string(id),
           .of = std::string(of),
           .said = {},
           .depth = depth_,
           .area = area_,
           .first_node = nodes_.size(),
           .from = sheet_.extent(),
           .to = {}};
  const auto is_same = [&](const Kept& before) {
    const float down = (area_.y - before.area.y) * surface_.scale;
    return before.id == id && before.of == of && before.depth == depth_ && before.area.x == area_.x &&
           before.area.width == area_.width && down == std::round(down);  // else it lies otherwise on the pixels
  };
  auto same = std::find_if(before_.kept.begin(), before_.kept.end(), is_same);
  if (same != before_.kept.end() && was_acted_on(*same)) same = before_.kept.end();
  if (same == before_.kept.end()) {
    std::swap(said_, now.said);
    content();
    std::swap(said_, now.said);
  } else {
    const float down = area_.y - same->area.y;
    for (std::size_t i = same->first_node; i < same->end_node; ++i) {
      nodes_.push_back(std::move(before_.nodes[i]));
      nodes_.back().box.y += down;
    }
    sheet_.copy(before_.sheet, same->from, same->to, px(down));
    area_.y += same->height;
    now.said = std::move(same->said);
    // What is kept inside is known before what is kept around it.
    for (auto inner = before_.kept.begin(); inner != same; ++inner) {
      if (inner->first_node < same->first_node || inner->end_node > same->end_node) continue;
      Kept& moved = kept_.emplace_back(std::move(*inner));
      moved.area.y += down;
      moved.first_node += now.first_node - same->first_node;
      moved.end_node += now.first_node - same->first_node;
      moved.from = moved.from.after(same->from, now.from);
      moved.to = moved.to.after(same->from, now.from);
    }
  }
  if (!now.said.empty()) say(now.said);
  now.height = area_.y - now.area.y;
  now.end_node = nodes_.size();
  now.to = sheet_.extent();
  kept_.push_back(std::move(now));
}

}  // namespace mf::form
