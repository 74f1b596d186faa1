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
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    out += control ? ' ' : c;
  }
  out += field_end;
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
  Box corner;
  for (const Node& node : nodes) {
    if (node.depth == 0) {
      parts.push_back({.id = node.id, .record = {}, .inside = {}});
      corner = {};
    }
    Part& part = parts.back();
    std::string& out = node.depth == 0 ? part.record : part.inside;
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
    if (node.depth > 0) {
      out.back() = record_end;
    } else if (node.role == Role::region) {
      corner = box;
    }
  }
  if (parts == parts_) return false;
  text_.clear();
  for (const Part& part : parts) {
    const auto before = std::find_if(parts_.begin(), parts_.end(), [&](const Part& it) { return it.id == part.id; });
    const bool is_told = before != parts_.end() && before->inside == part.inside;
    text_ += part.record;
    text_ += is_told ? '=' : '!';
    text_ += record_end;
    if (!is_told) text_ += part.inside;
  }
  parts_ = std::move(parts);
  return true;
}

}  // namespace mf::form
