// What the readers of Instagram's JSON and HTML share about files that are no insights.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/download_part.h"

namespace mf::ingest {

inline constexpr const char* where_instagram_has_figures =
    "The figures are in posts.json, reels.json and audience_insights.json of the folder past_instagram_insights. To "
    "get "
    "it, choose \"Past Instagram insights\" and the format JSON when you request the download.";

// A list with so many accounts, of those that follow the account or of others.
DownloadPart list_of_followers(std::size_t accounts, std::string_view name);
DownloadPart list_of_others();
// Posts or stories without their figures.
DownloadPart media_without_figures();

// Whether a file's name says that it lists followers: "followers_1.json", "my followers (2).html".
bool is_named_followers(std::string_view name);
// Whether it says that it lists others: "following.json", "close_friends.json", "blocked_profiles.json".
bool is_named_for_others(std::string_view name);

}  // namespace mf::ingest
