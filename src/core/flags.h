// What stands out in posts and follower history and deserves a question. A flag is no verdict: each comes with what it
// may mean and with the innocent explanation. There is no score, and nothing here says "fake".
//
// The lines that a flag needs are ours unless a source is given; each is drawn so far out that ordinary accounts rarely
// cross it, and each sentence says what was compared with what.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"

namespace mf::core {

struct Evidence {
  std::string name;  // "medianLikes"
  double value = 0;
};

struct Flag {
  std::string id;                         // stable, see below
  std::string sentence;                   // what was found, with its numbers
  std::string why_it_matters;             // one sentence
  std::string innocent_explanation;       // one sentence
  std::vector<Evidence> evidence;         // the numbers of the sentence
  std::vector<std::string_view> sources;  // ids of the records compared with; empty if none
};

// Where the account's engagement rate lies among accounts of its size, as a range of percentiles (fractions, 0 to 1).
struct EngagementStanding {
  double low = 0;
  double high = 0;
  std::vector<std::string_view> sources;  // records that the expectation rests on
};

struct FlagsRequest {
  Platform platform = Platform::any;
  std::span<const Post> posts;
  std::span<const FollowerPoint> history;
  std::optional<EngagementStanding> standing;
};

// In this order, each at most once. Stories are left out everywhere.
//
// follower-jump, follower-drop
//   The change between two counts, as log per day, against the account's own: more than 10 times the median absolute
//   deviation from its median (as a standard deviation: / 0.6745), and at least 1 % of the followers. The deviation is
//   taken as no smaller than chance counts or the rounding of the figures make it. At least 14 changes.
// likes-above-views, reach-above-impressions
//   A post with more likes than views, or more people reached than times shown: one of the two cannot be right.
// few-comments, many-comments (Instagram)
//   Median comments / median likes over at least 5 posts, under a tenth of the published 0.04 or over ten times as much
//   (B0557). Few only where at least 10 comments were to be expected; many only from 10 comments a post on.
// even-likes
//   At least 10 posts with 400 likes or more on average whose likes vary (standard deviation / mean) by under three
//   times what chance alone makes of counts: 1 / sqrt(mean), 5 % at 400. Below 400 likes small honest accounts are that
//   even, too.
// equal-likes
//   At least 5 posts, and at least a third of those that show likes, with the very same count of 100 or more that is
//   not rounded to hundreds.
// one-post-far-above
//   The most liked of at least 5 posts has over 10 times the likes of the median post (views where likes are not shown,
//   or stand out less).
// engagement-below, engagement-above
//   The whole range of percentiles under 1 % or over 99 %.
std::vector<Flag> flags(const FlagsRequest& request, const Figures& figures);

}  // namespace mf::core
