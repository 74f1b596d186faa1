// JSON against a slow and well-known twin: what nlohmann/json takes is read here too, with the same values; and any
// JSON as a table ends in one that has a header, or in nothing.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "ingest/delimited_text.h"
#include "ingest/json_table.h"
#include "ingest/json_value.h"

namespace {

using mf::ingest::JsonKind;
using mf::ingest::JsonValue;
using Json = nlohmann::json;

bool are_same(const JsonValue& value, const Json& twin) {
  switch (twin.type()) {
    case Json::value_t::null:
      return value.kind() == JsonKind::null;
    case Json::value_t::boolean:
      return value.kind() == JsonKind::boolean && value.text() == (twin.get<bool>() ? "true" : "false");
    case Json::value_t::string:
      return value.kind() == JsonKind::text && value.text() == twin.get_ref<const std::string&>();
    case Json::value_t::array: {
      if (!value.is_array() || value.size() != twin.size()) return false;
      std::size_t i = 0;
      for (const JsonValue inner : value) {
        if (!are_same(inner, twin[i++])) return false;
      }
      return true;
    }
    case Json::value_t::object: {
      if (!value.is_object() || value.size() < twin.size()) return false;  // keys may repeat, here all are kept
      for (const auto& [key, inner] : twin.items()) {
        const auto found = value.find(key);
        if (!found || !are_same(*found, inner)) return false;
      }
      return true;
    }
    default:
      return value.kind() == JsonKind::number && value.number() == twin.get<double>();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto tree = mf::ingest::parse_json(text);
  if (!tree && (tree.error().code.empty() || tree.error().message.empty())) std::abort();
  // A NUL ends the text for the twin, and is refused here.
  const bool is_for_both = size < (16u << 10) && text.find('\0') == std::string_view::npos;
  if (is_for_both && !tree && tree.error().code == "json-broken" && Json::accept(text)) std::abort();
  if (is_for_both && tree && Json::accept(text) && !are_same(tree->root(), Json::parse(text, nullptr, false)))
    std::abort();
  if (!tree) return 0;

  const auto table = mf::ingest::table_of_json(tree->root());
  if (!table) return 0;
  mf::ingest::DelimitedRows rows(*table, {});
  if (!rows.next()) std::abort();
  const std::size_t width = rows.cells().size();
  while (rows.next()) {
    if (rows.cells().size() > width) std::abort();
  }
  if (rows.has_open_quote()) std::abort();
  return 0;
}
