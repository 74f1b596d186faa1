#include <string>

#include "ingest/instagram_download.h"
#include "ingest/instagram_insights.h"
#include "ingest/instagram_lists.h"
#include "ingest/mojibake.h"

namespace mf::ingest {
namespace {

// The list that a file holds, bare or under one key: "organic_insights_posts", "relationships_followers", ...
struct NamedList {
  std::string_view key;  // empty if the list is bare
  JsonValue entries;
};

std::optional<NamedList> list_in(const JsonValue& root) {
  if (root.is_array()) return NamedList{{}, root};
  if (!root.is_object()) return std::nullopt;
  for (const JsonValue value : root) {
    if (value.is_array()) return NamedList{value.key(), value};
  }
  return std::nullopt;
}

bool any_entry(const JsonValue& entries, bool (*is_so)(const JsonValue& entry)) {
  for (const JsonValue entry : entries) {
    if (is_so(entry)) return true;
  }
  return false;
}

std::string repaired(const std::optional<JsonValue>& value) {
  return value ? without_mojibake(value->text()) : std::string();
}

InsightsEntry insights_of(const JsonValue& entry) {
  InsightsEntry insights;
  if (const auto map = entry.find("string_map_data"); map && map->is_object()) {
    for (const JsonValue given : *map) {
      const bool is_bare = given.kind() == JsonKind::text || given.kind() == JsonKind::number;
      insights.values.push_back({without_mojibake(given.key()),
                                 is_bare ? std::string(given.text()) : repaired(given.find("value")),
                                 std::string(given.text_of("timestamp"))});
    }
  }
  if (const auto labels = entry.find("label_values"); labels && labels->is_array()) {
    for (const JsonValue given : *labels) {
      insights.values.push_back({repaired(given.find("label")), repaired(given.find("value")),
                                 std::string(given.text_of("timestamp_value"))});
    }
  }
  // "Media Thumbnail", in the language of the account.
  if (const auto media = entry.find("media_map_data"); media && media->is_object()) {
    for (const JsonValue picture : *media) {
      if (insights.caption.empty()) insights.caption = repaired(picture.find("title"));
    }
  }
  return insights;
}

std::optional<DownloadPart> read_insights(const NamedList& list, bool is_named) {
  DownloadPart part;
  part.platform = core::Platform::instagram;
  const bool is_reel = list.key.find("reels") != std::string_view::npos;
  const bool is_post = is_reel || list.key == "organic_insights_posts";
  const bool is_live = list.key.find("live") != std::string_view::npos;
  bool is_known = is_named;
  for (const JsonValue entry : list.entries) {
    const InsightsEntry insights = insights_of(entry);
    if (!is_named && !has_insights(insights)) continue;
    is_known = true;
    take_insights(insights, is_post, is_reel ? "reel" : is_live ? "live" : "", part);
  }
  if (!is_known) return std::nullopt;
  if (part.what.empty()) part.note = nothing_of_use(part);
  return part;
}

bool has_account(const JsonValue& entry) {
  const auto accounts = entry.find("string_list_data");
  return accounts && accounts->is_array();
}

bool has_labels(const JsonValue& entry) { return entry.find("label_values").has_value(); }

bool is_media(const JsonValue& entry) {
  const auto media = entry.find("media");
  const bool is_post = media && media->is_array() && media->size() > 0 && (*media->begin()).find("uri");
  return is_post || (entry.find("uri") && entry.find("creation_timestamp"));
}

// The flat connections.json of 2021: {"followers": {"a name": "2019-03-01T10:00:00+00:00", ...}, "following": {...}}
std::optional<std::size_t> flat_followers(const JsonValue& root) {
  const auto followers = root.find("followers");
  if (!followers || !followers->is_object()) return std::nullopt;
  for (const JsonValue since : *followers) {
    if (since.kind() != JsonKind::text) return std::nullopt;
  }
  return followers->size();
}

}  // namespace

std::optional<DownloadPart> read_instagram_json(const JsonValue& root, std::string_view name) {
  if (const auto followers = flat_followers(root)) return list_of_followers(*followers, name);
  const auto list = list_in(root);
  if (!list) return std::nullopt;
  if (list->key.starts_with("organic_insights")) return read_insights(*list, true);
  if (list->key == "relationships_followers") return list_of_followers(list->entries.size(), name);
  if (list->key.starts_with("relationships_")) return list_of_others();
  if (any_entry(list->entries, has_account)) {
    const bool is_bare = list->key.empty() || list->key == "followers";
    if (!is_bare || is_named_for_others(name)) return list_of_others();
    return list_of_followers(list->entries.size(), name);
  }
  if (any_entry(list->entries, has_labels)) {
    if (auto part = read_insights(*list, false)) return part;
    if (is_named_followers(name)) return list_of_followers(list->entries.size(), name);
    return list_of_others();
  }
  if (list->key.starts_with("ig_") || any_entry(list->entries, is_media)) return media_without_figures();
  return std::nullopt;
}

}  // namespace mf::ingest
