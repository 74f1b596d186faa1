// Everything that can be said about one account from what is known of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/account.h"
#include "core/engagement.h"
#include "core/error.h"
#include "core/tiers.h"

namespace mf::core {

inline constexpr double max_followers = 1e10;   // more than there are people
inline constexpr double max_post_count = 1e12;  // likes, views, ... of one post

// What is wrong with a follower count, if anything: the errors of analyze, field "followers" (or "followersRange").
std::optional<Error> check_followers(const Count& followers);

struct AnalyzeRequest {
  Platform platform = Platform::any;
  std::optional<Count> followers;
  std::vector<Post> posts;
};

struct Analysis {
  Platform platform = Platform::any;
  std::optional<Count> followers;
  std::optional<Verdict> verdict;          // nothing without followers
  std::vector<EngagementRate> engagement;  // empty without usable posts; see engagement.h for the order
  std::vector<std::string> needs;          // fields that would tell more: "followers", "posts", "likes", "reach", ...
  std::vector<std::string> warnings;       // sentences
};

// Followers, posts or both. Errors:
//   missing       neither followers nor posts, field "followers"
//   not-a-number  a count is NaN
//   out-of-range  followers are not a whole number from 0 to max_followers, or a post's count is not from 0 to
//   max_post_count
// with the field at fault: "followers", "posts[3].likes" (posts from 0).
Result<Analysis> analyze(const AnalyzeRequest& request);

}  // namespace mf::core
