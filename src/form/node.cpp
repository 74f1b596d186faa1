#include "form/node.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
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

void put_inside(std::string& out, const Node& head, std::span<const Node> nodes) {
  const Box corner = head.role == Role::region ? head.box : Box{};
  const Node* table = nullptr;
  for (const Node& node : nodes) {
    if (table && node.depth <= table->depth) table = nullptr;
    put(out, node, table ? table->box : corner);
    out.back() = record_end;
    if (node.role == Role::table) table = &node;
  }
}

}  // namespace

std::string part_id(std::string_view id, std::string_view part) {
  std::string out(id);
  out += '-';
  out += part;
  return out;
}

bool Telling::update(const std::vector<Node>& nodes) {
  std::vector<Part> parts;
  bool changed = false;
  for (std::size_t i = 0; i < nodes.size();) {
    const Node& head = nodes[i];
    const auto before = std::find_if(parts_.begin(), parts_.end(), [&](const Part& it) { return it.id == head.id; });
    Part& part = parts.emplace_back(Part{.id = head.id, .described = head.described, .record = {}, .inside = {}});
    put(part.record, head, {});
    const std::size_t first = ++i;
    while (i < nodes.size() && nodes[i].depth > 0) ++i;
    if (before != parts_.end() && head.described != 0 && before->described == head.described) {
      part.inside = std::move(before->inside);  // kept
      part.is_told = true;
    } else {
      put_inside(part.inside, head, {nodes.begin() + static_cast<std::ptrdiff_t>(first), i - first});
      part.is_told = before != parts_.end() && before->inside == part.inside;
    }
    const bool same_place = before - parts_.begin() == static_cast<std::ptrdiff_t>(parts.size()) - 1;
    changed = changed || !part.is_told || !same_place || before->record != part.record;
  }
  changed = changed || parts.size() != parts_.size();
  parts_ = std::move(parts);
  if (!changed) return false;
  text_.clear();
  for (const Part& part : parts_) {
    text_ += part.record;
    text_ += part.is_told ? '=' : '!';
    text_ += record_end;
    if (!part.is_told) text_ += part.inside;
  }
  return true;
}

}  // namespace mf::form
