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

void Form::kept(std::string_view id, std::string_view of, const std::function<void()>& content) {
  Kept now{.id = std::string(id),
           .of = std::string(of),
           .said = {},
           .depth = depth_,
           .area = area_,
           .first_node = nodes_.size(),
           .from = sheet_.extent(),
           .to = {}};
  const auto is_of_an_event = [&](const Node& node) {
    return std::any_of(events_.begin(), events_.end(), [&](const Event& event) { return event.id == node.id; });
  };
  const auto is_same = [&](const Kept& before) {
    const float down = (area_.y - before.area.y) * surface_.scale;
    return before.id == id && before.of == of && before.depth == depth_ && before.area.x == area_.x &&
           before.area.width == area_.width && down == std::round(down);  // else it lies otherwise on the pixels
  };
  auto same = std::find_if(before_.kept.begin(), before_.kept.end(), is_same);
  bool is_acted_on = false;
  if (same != before_.kept.end() && !events_.empty()) {
    is_acted_on = std::any_of(before_.nodes.begin() + static_cast<std::ptrdiff_t>(same->first_node),
                              before_.nodes.begin() + static_cast<std::ptrdiff_t>(same->end_node), is_of_an_event);
    if (is_acted_on) same = before_.kept.end();
  }
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
  if (is_acted_on) return;  // what was done shows in the next description
  now.height = area_.y - now.area.y;
  now.end_node = nodes_.size();
  now.to = sheet_.extent();
  kept_.push_back(std::move(now));
}

bool Form::is_settled() const {
  return std::equal(nodes_.begin(), nodes_.end(), before_.nodes.begin(), before_.nodes.end(),
                    [](const Node& now, const Node& before) {
                      if (now.role != before.role || now.box != before.box || now.flags != before.flags) return false;
                      if (now.described == before.described) return true;  // kept
                      return now.depth == before.depth && now.id == before.id && now.style == before.style &&
                             now.text == before.text && now.value == before.value &&
                             now.described_by == before.described_by && now.details == before.details;
                    });
}

}  // namespace mf::form
