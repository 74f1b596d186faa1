// The engagement rate of one kind of post beside another: by format, and by what the caption discloses.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/engagement.h"

namespace mf::core {

struct Split {
  std::string_view kind;  // "format" or "disclosure"
  std::string id;         // "reel", "video", "carousel", ..., "other", "" for none given; "paid", "gift", "none"
  std::string label;      // "Reels", "Disclosed as paid"
  EngagementRate rate;    // no interval where its posts are too few for one
  std::string note;  // one sentence: how it differs from the first of its kind, and whether that may be chance; empty
                     // for the first itself
};

// Each part's rate counts the same actions over the same denominator as the account's own, so that they add up to it.
// Of each kind the part that the others are held against comes first: the format with most posts, and the posts that
// disclose nothing. The others follow by posts; formats after the first twelve are one part, "other". A part without a
// usable post is left out, and a kind of only one part.
//
// What captions disclose is in their traits: without describe_captions (caption_traits.h) nothing is.
// What a caption does not say is not seen: the label that the platform itself sets above a paid post is no part of the
// caption, and such a post counts among those that disclose nothing.
std::vector<Split> engagement_splits(std::span<const Post> posts, std::optional<double> followers, Denominator by,
                                     const std::vector<Action>& actions);

}  // namespace mf::core
