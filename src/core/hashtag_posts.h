// The posts of a campaign among others: those that carry its hashtag (article 001).
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/engagement.h"

namespace mf::core {

// A sum over posts of which some may lack the count.
struct PartialSum {
  double sum = 0;
  std::size_t posts = 0;    // that gave it
  std::size_t missing = 0;  // that did not
};

struct HashtagPosts {
  std::vector<std::size_t> posts;     // places in the posts given
  std::size_t without_caption = 0;    // of all posts given: nobody can say of them
  std::array<PartialSum, 4> actions;  // in the order of Action
  PartialSum engagements;             // likes + comments of posts that give both
  PartialSum reach, impressions, views;
};

// The posts that carry a hashtag. Written with # or without; letters as folded_key (letters.h) has them, so that case,
// accents and underscores do not matter; the whole tag: "run" is not in "#runner". No post for a tag without letters.
HashtagPosts posts_with_hashtag(std::span<const Post> posts, std::string_view hashtag);

}  // namespace mf::core
