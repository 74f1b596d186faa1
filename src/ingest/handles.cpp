#include "ingest/handles.h"

#include "ingest/folding.h"

namespace mf::ingest {

std::string_view handle_in_cell(std::string_view cell) {
  cell = trimmed(cell);
  const bool may_be_address = !cell.empty() && (cell.front() == 'h' || cell.front() == 'w');
  if (!may_be_address && !cell.starts_with('@')) return cell;
  if (cell.starts_with("http://") || cell.starts_with("https://") || cell.starts_with("www.")) {
    cell = cell.substr(0, cell.find_first_of("?#"));
    while (cell.ends_with('/')) cell.remove_suffix(1);
    const std::size_t slash = cell.rfind('/');
    if (slash != std::string_view::npos) cell = cell.substr(slash + 1);
  }
  while (cell.starts_with('@')) cell.remove_prefix(1);
  return trimmed(cell);
}

core::Platform platform_from_cell(std::string_view cell) {
  struct Word {
    std::string_view start;
    core::Platform platform;
  };
  static constexpr Word words[] = {
      {"instagram", core::Platform::instagram}, {"insta", core::Platform::instagram},
      {"tiktok", core::Platform::tiktok},       {"youtube", core::Platform::youtube},
      {"twitter", core::Platform::x},           {"linkedin", core::Platform::linkedin},
      {"facebook", core::Platform::facebook},   {"pinterest", core::Platform::pinterest},
      {"twitch", core::Platform::twitch},
  };
  if (cell.size() > 60) return core::Platform::any;
  const std::string key = header_key(cell);
  for (const Word& word : words) {
    if (key.starts_with(word.start)) return word.platform;
  }
  if (key == "ig") return core::Platform::instagram;
  if (key == "yt") return core::Platform::youtube;
  if (key == "tt") return core::Platform::tiktok;
  if (key == "x") return core::Platform::x;
  if (key == "fb") return core::Platform::facebook;
  return core::Platform::any;
}

core::Platform PlatformCells::read(std::string_view cell) {
  if (cell != last_) {
    last_ = cell;
    platform_ = platform_from_cell(cell);
  }
  return platform_;
}

core::Platform platform_from_address(std::string_view address) {
  struct Site {
    std::string_view name;
    core::Platform platform;
  };
  static constexpr Site sites[] = {
      {"instagram.com", core::Platform::instagram}, {"tiktok.com", core::Platform::tiktok},
      {"youtube.com", core::Platform::youtube},     {"youtu.be", core::Platform::youtube},
      {"twitter.com", core::Platform::x},           {"x.com", core::Platform::x},
      {"facebook.com", core::Platform::facebook},   {"linkedin.com", core::Platform::linkedin},
      {"pinterest.com", core::Platform::pinterest}, {"twitch.tv", core::Platform::twitch},
  };
  const std::size_t scheme = address.find("://");
  if (scheme > 5) return core::Platform::any;
  std::string_view host = address.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  for (const Site& site : sites) {
    if (!host.ends_with(site.name)) continue;
    if (host.size() == site.name.size() || host[host.size() - site.name.size() - 1] == '.') return site.platform;
  }
  return core::Platform::any;
}

}  // namespace mf::ingest
