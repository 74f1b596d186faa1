#include "ingest/instagram_lists.h"

#include <string>

namespace mf::ingest {
namespace {

DownloadPart without_figures(std::string note) {
  DownloadPart part;
  part.platform = core::Platform::instagram;
  part.note = std::move(note);
  return part;
}

}  // namespace

DownloadPart list_of_followers(std::size_t accounts, std::string_view name) {
  if (accounts == 0)
    return without_figures("This list of followers is empty. " + std::string(where_instagram_has_figures));
  DownloadPart part;
  part.platform = core::Platform::instagram;
  part.listed_followers = static_cast<double>(accounts);
  part.list = stem_of(name);
  part.read_as("followers");
  return part;
}

DownloadPart list_of_others() {
  return without_figures(
      "This is a list of other accounts, such as those that you follow, and not of your followers. Choose "
      "followers_1.json, or better audience_insights.json, which has the exact number.");
}

DownloadPart media_without_figures() {
  return without_figures("This file lists posts or stories without their figures. " +
                         std::string(where_instagram_has_figures));
}

bool is_named_followers(std::string_view name) { return stem_of(name).find("follower") != std::string::npos; }

bool is_named_for_others(std::string_view name) {
  const std::string stem = stem_of(name);
  for (const std::string_view word : {"following", "friends", "blocked", "request", "restricted", "unfollowed",
                                      "hashtag", "hide_story", "removed", "favorite", "contacts"}) {
    if (stem.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace mf::ingest
