// What one sponsored post could cost: every published way to price it, and the range over them with its reason.
//
// Ways to price (each figure is a record of benchmarks.h, and follows its replacements):
//   per follower      $100 per 10,000 (a rule of thumb: B0386); $4 to $9 per 1,000 (GRIN: B0807)
//   followers, likes  $2.50 per 1,000 followers + $0.025 per like (mysocial.io, 2017: B0399a, B0399b)
//   per engagement    $0.14 photo, $0.20 video (Ainfluencer, 2022: B0391, B0392); $150 per 1,000 (Traackr: B0801)
//   per story view    $0.06 (Ainfluencer, 2022: B0393); a set of stories $1,000 per 100,000 followers (B0618)
//   by size           every record of metric `fee` with bounds: means and ranges of tiers
//   per 1,000 seen    every record of metric `cpm`: times impressions, views or people reached
// A record that is added to the table for a size or per 1,000 seen is a method at once; a rule is a line in
// fee_rules.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"

namespace mf::core {

// Medians over the posts of an account, each as far as known. Engagements are likes + comments.
struct FeeRequest {
  Platform platform = Platform::any;
  std::optional<double> followers;
  std::optional<double> likes;
  std::optional<double> engagements;
  std::optional<double> views;
  std::optional<double> impressions;
  std::optional<double> reach;
  std::optional<double> story_views;  // of a story; its impressions or reach where views are not given
};

// Stories give story_views and nothing else; posts give the rest.
FeeRequest fee_request(Platform platform, std::optional<double> followers, std::span<const Post> posts);

// Money is rounded to cents.
struct FeeMethod {
  std::string id;       // stable: "per-follower", "size-izea-2023", "cpm-inzpire-cpm", ...
  std::string name;     // "Price per follower (Boost52, 2022)"
  std::string formula;  // "23,400 followers × $100 per 10,000"; with the bare name of a number that is missing
  std::string basis;    // what it prices, to follow the publisher's name: "prices every follower the same, at ..."
  std::optional<double> low;      // where the publisher gives a range; where it gives only a least price, low alone
  std::optional<double> typical;  // its middle, see Figures::centre
  std::optional<double> high;
  std::string currency;                   // ISO 4217
  char grade = 'D';                       // the worst of its records
  std::vector<std::string_view> sources;  // ids of its records, the one it is named for first
  std::vector<std::string> needs;  // what is missing, if it cannot be computed: "followers", "likes", "engagements",
                                   // "views", "impressions", "storyViews"
  std::string applies_to;     // "a post", "a photo", "a video", "a carousel", "a reel", "a story", "a set of stories"
  bool any_platform = false;  // the publisher does not say which platform
  bool derived = false;       // our own curve through published figures
  bool counted = false;       // in the range: computed, grade A or B, US dollars, not derived, not for stories
  std::string note;           // sentences: what to know before use, why it is not counted; may be empty
};

struct FeeRange {
  double low = 0;      // the smallest typical fee of the counted methods
  double typical = 0;  // their median
  double high = 0;     // the largest
  std::string currency;
  std::size_t methods = 0;  // how many were counted
  std::string reason;       // why the ends differ in this case
};

// The least that article 004 says is asked for a piece of content (B0407): below every method, and no method.
struct FeeFloor {
  double amount = 0;
  std::string currency;
  std::string_view source;
};

// What a format or a right adds to a fee, as published; never applied here. 0.4 is 40 % more.
struct FeeModifier {
  std::string_view name;  // "A video over a photo", "No rival brands in the category"
  double low = 0;         // equal to high where one figure is published
  double high = 0;
  char grade = 'D';
  std::string_view source;
};

struct FeeEstimate {
  std::vector<FeeMethod> methods;      // counted ones from the lowest up, then other computed ones, then the rest
  std::optional<FeeRange> range;       // nothing if no method could be counted
  std::optional<FeeFloor> floor;       // for sizes that the article speaks of
  std::vector<FeeModifier> modifiers;  // the best graded first
  std::vector<std::string> needs;      // what would tell more, as in FeeMethod
  std::string note;                    // a sentence where no publisher prices this platform; else empty
};

// Counts are finite and not negative. Followers of 0 are as good as none.
FeeEstimate fee_estimate(const FeeRequest& request, const Figures& figures);

}  // namespace mf::core
