// The whole of the core behind one function that takes and gives JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mf::report {

// Deeper or larger requests are refused with code "bad-json" and "too-large".
inline constexpr std::size_t max_request_depth = 64;
inline constexpr std::size_t max_request_bytes = 64u << 20;

// Runs one operation and returns {"ok": {...}} or {"error": {"code", "message", "field"?, "row"?}}. Never fails
// otherwise, whatever the bytes. The shapes are documented for callers in web/microfluence.d.ts.
//   read        bytes: the input; request: hints {fileName, platform, followers, locale}, or empty
//   table       bytes: the input; no request
//   analyze     request: {platform, followers, followersRange, locale, posts}; no bytes
//   simulate    request: plan_request.h; no bytes
//   pick        request: pick_request.h; bytes: the list of creators, if it says `roster: true`
//   benchmarks  neither
//   version     neither
std::string call(std::string_view operation, std::string_view request_json, std::string_view bytes);

}  // namespace mf::report
