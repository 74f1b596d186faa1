#include "ingest/download_part.h"

#include <algorithm>

#include "ingest/folding.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_mappings = 200;

// " (2)", " 2", " copy", " - copy"
std::string_view without_copy_mark(std::string_view name) {
  for (const std::string_view mark : {" - copy", " copy"}) {
    if (name.size() > mark.size() && name.ends_with(mark)) return name.substr(0, name.size() - mark.size());
  }
  const bool in_brackets = name.ends_with(')');
  std::string_view rest = name.substr(0, name.size() - (in_brackets ? 1 : 0));
  const std::size_t digits_end = rest.size();
  while (!rest.empty() && rest.back() >= '0' && rest.back() <= '9') rest.remove_suffix(1);
  const std::string_view mark = in_brackets ? "(" : " ";
  if (rest.size() == digits_end || !rest.ends_with(mark) || rest.size() == mark.size()) return name;
  return trimmed(rest.substr(0, rest.size() - mark.size()));
}

}  // namespace

void DownloadPart::map(std::string_view column, std::string_view field) {
  const auto same = [column](const Mapping& known) { return known.column == column; };
  if (mapping.size() == most_mappings || std::any_of(mapping.begin(), mapping.end(), same)) return;
  mapping.push_back({std::string(column), std::string(field)});
}

void DownloadPart::read_as(std::string_view name) {
  if (std::find(what.begin(), what.end(), name) == what.end()) what.emplace_back(name);
}

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string stem_of(std::string_view path) {
  std::string name = folded(base_name(path));
  if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) name.resize(dot);
  return std::string(without_copy_mark(trimmed(name)));
}

}  // namespace mf::ingest
