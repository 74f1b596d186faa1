#include "ingest/tiktok_download.h"

#include <algorithm>
#include <string>

#include "ingest/dates.h"
#include "ingest/folding.h"
#include "ingest/handles.h"
#include "ingest/number_words.h"

namespace mf::ingest {
namespace {

constexpr const char* what_to_choose =
    "This TikTok download holds no videos, followers or profile of yours. Choose \"All data\" and the format JSON when "
    "you request the download.";

std::optional<core::Count> count_of(const std::optional<JsonValue>& value) {
  if (!value || is_missing_word(value->text())) return std::nullopt;
  const Number number = read_number(value->text());
  if (!number || number.percent || number.count.value > largest_count) return std::nullopt;
  return number.count;
}

// The value under a key in any case and spacing: "Likes" and "likes".
std::optional<JsonValue> find_loosely(const JsonValue& object, std::string_view key) {
  if (!object.is_object()) return std::nullopt;
  for (const JsonValue value : object) {
    if (value.key().size() < 60 && header_key(value.key()) == key) return value;
  }
  return std::nullopt;
}

// "N/A" is TikTok's word for nothing.
std::string words_of(const std::optional<JsonValue>& value) {
  return value && !is_missing_word(value->text()) ? std::string(value->text()) : std::string();
}

void take_profile(const JsonValue& profile, DownloadPart& part) {
  const auto take = [&](std::string_view key, const char* field, std::optional<core::Count>& count) {
    const auto given = find_loosely(profile, key);
    if (const auto read = count_of(given)) {
      count = read;
      part.map(given->key(), field);
    }
  };
  take("followercount", "followers", part.account.followers);
  take("followingcount", "following", part.account.following);
  part.account.handle = handle_in(words_of(find_loosely(profile, "username")));
  part.read_as("profile");
}

void take_videos(const JsonValue& videos, DownloadPart& part) {
  std::size_t without_likes = 0;
  for (const JsonValue video : videos) {
    const auto likes = count_of(find_loosely(video, "likes"));
    if (!likes) {
      ++without_likes;
      continue;
    }
    core::Post post;
    post.likes = likes->value;
    post.published_at = iso_date(words_of(find_loosely(video, "date")));
    post.caption = words_of(find_loosely(video, "title"));
    post.format = "video";
    part.posts.push_back(std::move(post));
  }
  if (without_likes > 0) {
    part.warnings.push_back(std::to_string(without_likes) + (without_likes == 1 ? " video" : " videos") +
                            " without a number of likes " + (without_likes == 1 ? "was" : "were") + " left out.");
  }
  if (!part.posts.empty()) part.read_as("posts");
}

// The sections, wherever they are. `parent` is the key of the object that holds `value`.
void take_sections(const JsonValue& value, std::string_view parent, DownloadPart& part, bool& is_tiktok) {
  if (!value.is_object()) return;
  for (const JsonValue section : value) {
    const std::string key = section.key().size() < 60 ? header_key(section.key()) : std::string();
    if (key == "profilemap" && section.is_object()) {
      is_tiktok = true;
      take_profile(section, part);
    } else if (key == "fanslist") {
      is_tiktok = true;
      const std::size_t listed = section.is_array() ? section.size() : 0;
      if (listed > 0) {
        part.listed_followers = std::max(part.listed_followers.value_or(0), static_cast<double>(listed));
        part.list = "fans";
        part.read_as("followers");
      }
    } else if (key == "videolist") {
      is_tiktok = true;
      // The videos that a person watched stand in a list of the same name.
      if (section.is_array() && (parent == "videos" || parent == "posts")) take_videos(section, part);
    } else if (key == "itemfavoritelist" || key == "favoritevideolist" || key == "commentslist") {
      is_tiktok = true;
    } else {
      take_sections(section, key, part, is_tiktok);
    }
  }
}

}  // namespace

std::optional<DownloadPart> read_tiktok_json(const JsonValue& root) {
  DownloadPart part;
  bool is_tiktok = false;
  take_sections(root, {}, part, is_tiktok);
  if (!is_tiktok) return std::nullopt;
  part.platform = core::Platform::tiktok;
  if (!part.posts.empty()) {
    part.map("Date", "publishedAt");
    part.map("Likes", "likes");
    part.map("Title", "caption");
    part.warnings.push_back(
        "TikTok's download gives the likes of each video, and no views, comments or shares. The export of Content in "
        "TikTok Studio has these.");
  } else if (!part.account.followers && !part.listed_followers) {
    part.note = what_to_choose;
    part.what.clear();
  }
  return part;
}

}  // namespace mf::ingest
