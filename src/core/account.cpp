#include "core/account.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace mf::core {
namespace {

struct PlatformNames {
  Platform platform;
  const char* id;
  const char* name;
};

constexpr std::array<PlatformNames, 9> platforms = {{
    {Platform::any, "any", "any platform"},
    {Platform::instagram, "instagram", "Instagram"},
    {Platform::tiktok, "tiktok", "TikTok"},
    {Platform::youtube, "youtube", "YouTube"},
    {Platform::x, "x", "X"},
    {Platform::linkedin, "linkedin", "LinkedIn"},
    {Platform::facebook, "facebook", "Facebook"},
    {Platform::pinterest, "pinterest", "Pinterest"},
    {Platform::twitch, "twitch", "Twitch"},
}};

const PlatformNames& names_of(Platform platform) {
  for (const PlatformNames& names : platforms) {
    if (names.platform == platform) return names;
  }
  return platforms[0];
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_letters(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

}  // namespace

const char* platform_id(Platform platform) { return names_of(platform).id; }

const char* platform_name(Platform platform) { return names_of(platform).name; }

std::optional<Platform> platform_from_name(const std::string& name) {
  for (const PlatformNames& names : platforms) {
    if (same_letters(name, names.id) || same_letters(name, names.name)) return names.platform;
  }
  if (same_letters(name, "twitter")) return Platform::x;
  return std::nullopt;
}

}  // namespace mf::core
