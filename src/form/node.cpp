#include "form/node.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace mf::form {
namespace {

constexpr char field_end = '\x1f';
constexpr char record_end = '\x1e';

void put_number(std::string& out, long long number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
  out += field_end;
}

void put_text(std::string& out, const std::string& text) {
  const std::size_t from = out.size();
  out += text;
  for (std::size_t i = from; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    if (c < 0x20 && c != '\n' && c != '\t') out[i] = ' ';
  }
  out += field_end;
}

// All but the end of the record.
void put(std::string& out, const Node& node, const Box& corner) {
  put_number(out, static_cast<int>(node.role));
  put_number(out, node.depth);
  put_text(out, node.id);
  const Box& box = node.box;
  for (const float side : {box.x - corner.x, box.y - corner.y, box.width, box.height}) {
    put_number(out, std::lround(side * 100));
  }
  put_number(out, static_cast<int>(node.style));
  put_number(out, node.flags);
  put_text(out, node.text);
  put_text(out, node.value);
  put_text(out, node.described_by);
  put_text(out, node.details);
}

// What the page makes elements of one role differently by.
std::uint32_t kind_of(const Node& node) {
  if (node.role == Role::heading) return static_cast<std::uint32_t>(node.value[0]);
  return node.flags & (flag_multiline | flag_column_header | flag_row_header);
}

}  // namespace

Box around(const Box& one, const Box& other) {
  const float x = std::min(one.x, other.x), y = std::min(one.y, other.y);
  return {x, y, std::max(one.x + one.width, other.x + other.width) - x,
          std::max(one.y + one.height, other.y + other.height) - y};
}

Box common(const Box& one, const Box& other) {
  const float x = std::max(one.x, other.x), y = std::max(one.y, other.y);
  return {x, y, std::min(one.x + one.width, other.x + other.width) - x,
          std::min(one.y + one.height, other.y + other.height) - y};
}

std::string part_id(std::string_view id, std::string_view part) {
  std::string out(id);
  out += '-';
  out += part;
  return out;
}

void Nodes::clear() {
  stretches_.clear();
  stretches_.emplace_back();
}

void Nodes::Iterator::pass_end() {
  at_ = end_ = nullptr;
  for (; at_ == end_ && left_ > 0; --left_, ++stretches_) {
    at_ = stretches_->data();
    end_ = at_ + stretches_->size();
  }
  if (at_ == end_) at_ = end_ = nullptr;
}

void Nodes::take(Nodes& other, std::size_t first, std::size_t end, float down) {
  for (std::size_t i = first; i < end; ++i) {
    std::vector<Node>& taken = stretches_.emplace_back(std::exchange(other.stretches_[i], {}));
    if (down == 0) continue;
    for (Node& node : taken) node.box.y += down;
  }
}

std::vector<Telling::Inside> Telling::inside_of(const Node& head, Nodes::Iterator first, Nodes::Iterator end,
                                                const Part* before) {
  std::vector<Inside> inside;
  const bool is_in_place = before && before->box == head.box;
  const Box corner = head.role == Role::region ? head.box : Box{};
  const Node* table = nullptr;
  for (; first != end; ++first) {
    const Node& node = *first;
    if (table && node.depth <= table->depth) table = nullptr;
    Inside& told =
        inside.emplace_back(Inside{node.role, node.depth, kind_of(node), node.described, node.box, node.id, {}});
    const std::size_t at = inside.size() - 1;
    const Inside* const same = is_in_place && at < before->inside.size() ? &before->inside[at] : nullptr;
    if (same && node.described != 0 && same->described == node.described && same->id == node.id &&
        same->box == node.box) {  // kept
      told.record = same->record;
    } else {
      put(told.record, node, table ? table->box : corner);
      told.record.back() = record_end;
    }
    if (node.role == Role::table) table = &node;
  }
  return inside;
}

bool Telling::update(const Nodes& nodes) {
  const auto is_same_element = [](const Inside& one, const Inside& other) {
    return one.role == other.role && one.depth == other.depth && one.kind == other.kind && one.id == other.id;
  };
  std::vector<Part> parts;
  bool changed = false, stay = true;
  for (auto node = nodes.begin(); node != nodes.end();) {
    const Node& head = *node;
    const auto before = std::find_if(parts_.begin(), parts_.end(), [&](const Part& it) { return it.id == head.id; });
    Part& part = parts.emplace_back(Part{.id = head.id,
                                         .role = head.role,
                                         .kind = kind_of(head),
                                         .described = head.described,
                                         .box = head.box,
                                         .record = {},
                                         .inside = {}});
    put(part.record, head, {});
    const auto first = ++node;
    while (node != nodes.end() && node->depth > 0) ++node;
    const bool was_told = before != parts_.end();
    if (was_told && head.described != 0 && before->described == head.described) {  // kept
      part.inside = std::move(before->inside);
      part.how = '=';
    } else {
      part.inside = inside_of(head, first, node, was_told ? &*before : nullptr);
      if (was_told && std::equal(part.inside.begin(), part.inside.end(), before->inside.begin(), before->inside.end(),
                                 is_same_element)) {
        for (std::size_t at = 0; at < part.inside.size(); ++at) {
          if (part.inside[at].record != before->inside[at].record) part.changed.push_back(at);
        }
        part.how = part.changed.empty() ? '=' : '~';
      }
    }
    part.is_all_told = part.how == '=' && before->record == part.record;
    const bool same_place = before - parts_.begin() == static_cast<std::ptrdiff_t>(parts.size()) - 1;
    changed = changed || !part.is_all_told || !same_place;
    stay = stay && same_place && part.how != '!' && part.role == before->role && part.kind == before->kind;
  }
  changed = changed || parts.size() != parts_.size();
  stay = stay && parts.size() == parts_.size();
  parts_ = std::move(parts);
  if (!changed) return false;
  text_.clear();
  if (stay) (text_ += '=') += record_end;
  for (const Part& part : parts_) {
    if (part.is_all_told && stay) continue;
    if (part.is_all_told) {
      text_ += part.id;
    } else {
      text_ += part.record;
      text_ += part.how;
    }
    text_ += record_end;
    if (part.how == '~') {
      for (const std::size_t at : part.changed) text_ += part.inside[at].record;
    } else if (part.how == '!') {
      for (const Inside& told : part.inside) text_ += told.record;
    }
  }
  return true;
}

}  // namespace mf::form
