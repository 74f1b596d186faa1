// The archive that X (Twitter) hands out: scripts such as "window.YTD.tweets.part0 = [...]".
#pragma once

#include <optional>
#include <string_view>

#include "ingest/download_part.h"
#include "ingest/json_value.h"

namespace mf::ingest {

// `variable` is what the script assigns to: "window.YTD.tweets.part0"; empty if the value came alone.
// - tweets, tweet: posts with likes and reposts. Reposts of others are left out, for their counts belong to others, and
//   so are replies to others, which few followers see.
// - follower: how many accounts are listed
// - account: the handle, and nothing else of what is there
// Nothing if the value is none of the archive's.
std::optional<DownloadPart> read_x_archive(std::string_view variable, const JsonValue& root);

// What a script assigns to; empty if the text is no script.
std::string_view assigned_variable(std::string_view text);

}  // namespace mf::ingest
