// Everything that can be said about one account from what is known of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/engagement.h"
#include "core/error.h"
#include "core/expected.h"
#include "core/fees.h"
#include "core/flags.h"
#include "core/growth.h"
#include "core/readiness.h"
#include "core/shrinkage.h"
#include "core/splits.h"
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
  std::vector<FollowerPoint> history;
  std::string niche;  // as the person names it; empty if not
  std::vector<SelfCheck> self_checks;
  std::vector<Replacement> figures;  // each passes check_replacement
};

// What is usual at the account's size by one denominator, and where the account stands in it.
struct Expectation {
  ExpectedCurve curve;
  std::optional<ExpectedRate> usual;     // nothing outside the sizes of the curve
  std::optional<EngagementRate> own;     // the account's rate by the same denominator, as near in what it counts
  bool counts_alike = false;             // as can be had; true if that is what the curve counts
  std::optional<ShrunkRate> shrunk;      // own, drawn toward usual
  std::optional<Percentile> percentile;  // of shrunk; nothing where the two count differently
};

// What the dated follower counts tell, or why they tell nothing.
struct Growth {
  std::optional<GrowthRate> rate;
  std::optional<Error> no_rate;              // without rate
  std::optional<BoundaryForecast> next;      // to the next line that a publisher draws for micro
  std::optional<PublishedGrowth> published;  // of accounts of this size
};

struct Analysis {
  Platform platform = Platform::any;
  std::optional<Count> followers;
  std::optional<Verdict> verdict;          // nothing without followers
  std::vector<EngagementRate> engagement;  // empty without usable posts; see engagement.h for the order
  std::vector<Split> splits;               // of the first of engagement: by format, sponsored against organic
  std::vector<Expectation> expected;       // each denominator with a curve, the platform's default first
  std::string not_expected;                // a sentence on what is known where the default denominator has no answer
  std::optional<FeeEstimate> fee;          // nothing without followers
  std::vector<Attribute> readiness;
  std::optional<Growth> growth;  // nothing without history
  std::vector<Flag> flags;
  std::vector<std::string> needs;     // fields that would tell more: "followers", "posts", "likes", "reach", ...
  std::vector<std::string> warnings;  // sentences
};

// Followers, posts, a follower history, or some of them. Errors:
//   missing       neither followers nor posts nor history, field "followers"
//   not-a-number  a count is NaN
//   out-of-range  followers are not a whole number from 0 to max_followers, or a post's count is not from 0 to
//   max_post_count
// with the field at fault: "followers", "posts[3].likes" (posts from 0).
Result<Analysis> analyze(const AnalyzeRequest& request);

}  // namespace mf::core
