#include "core/hashtag_posts.h"

#include <algorithm>
#include <string>

#include "core/caption_text.h"
#include "core/captions.h"
#include "core/letters.h"

namespace mf::core {
namespace {

bool has_tag(std::string_view names, std::string_view key) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (folded_key(names.substr(0, end)) == key) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

// Of a post whose caption was not kept, what was noted of it.
bool carries(const Post& post, std::string_view key) {
  if (post.caption.empty()) {
    return has_tag(post.caption_traits->subject_hashtags, key) || has_tag(post.caption_traits->other_hashtags, key);
  }
  const std::vector<std::string> names = hashtags(read_caption(post.caption));
  return std::any_of(names.begin(), names.end(), [key](const std::string& name) { return folded_key(name) == key; });
}

void add(PartialSum& total, const std::optional<double>& count) {
  if (!count) {
    ++total.missing;
    return;
  }
  total.sum += *count;
  ++total.posts;
}

}  // namespace

HashtagPosts posts_with_hashtag(std::span<const Post> posts, std::string_view hashtag) {
  HashtagPosts found;
  const std::string key = folded_key(hashtag);
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const Post& post = posts[i];
    if (post.caption.empty() && !post.caption_traits) {
      ++found.without_caption;
      continue;
    }
    if (key.empty() || !carries(post, key)) continue;
    found.posts.push_back(i);
    for (const Action action : {Action::likes, Action::comments, Action::shares, Action::saves}) {
      add(found.actions[static_cast<std::size_t>(action)], count_of(post, action));
    }
    const bool has_both = post.likes && post.comments;
    add(found.engagements, has_both ? std::optional(*post.likes + *post.comments) : std::nullopt);
    add(found.reach, post.reach);
    add(found.impressions, post.impressions);
    add(found.views, post.views);
  }
  return found;
}

}  // namespace mf::core
