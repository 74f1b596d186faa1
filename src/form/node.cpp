#include "form/node.h"

#include <charconv>
#include <cmath>

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

std::string serialize(const std::vector<Node>& nodes) {
  std::string out;
  out.reserve(nodes.size() * 96);
  for (const Node& node : nodes) {
    put_number(out, static_cast<int>(node.role));
    put_number(out, node.depth);
    put_text(out, node.id);
    for (const float side : {node.box.x, node.box.y, node.box.width, node.box.height}) {
      put_number(out, std::lround(side * 100));
    }
    put_number(out, static_cast<int>(node.style));
    put_number(out, node.flags);
    put_text(out, node.text);
    put_text(out, node.value);
    put_text(out, node.described_by);
    put_text(out, node.details);
    out.back() = record_end;
  }
  return out;
}

}  // namespace mf::form
