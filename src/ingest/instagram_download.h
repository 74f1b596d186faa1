// Instagram's "Download your information": insights, lists of followers, and the files beside them that people take for
// these. Names of folders and files change from year to year, so the shape of a file decides and its name only helps.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/download_part.h"
#include "ingest/json_value.h"

namespace mf::ingest {

// Nothing if the file is not Instagram's. Strings are repaired (mojibake.h). `name` may be empty.
// - insights (past_instagram_insights): posts, or figures of a period and the number of followers
// - followers_1, in all shapes since 2021: how many accounts are listed; who they are is not kept
// - media (posts_1, reels, stories) and lists of other accounts: known, without figures, and the note says what to
// choose
std::optional<DownloadPart> read_instagram_json(const JsonValue& root, std::string_view name);

// The same of the download as HTML, which holds its content in an element with role="main".
std::optional<DownloadPart> read_instagram_html(std::string_view html, std::string_view name);

}  // namespace mf::ingest
