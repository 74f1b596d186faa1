// One post on several rows, each with the numbers of one day, made one post.
#pragma once

#include <string>
#include <vector>

#include "core/account.h"

namespace mf::ingest {

struct PostDays {
  std::size_t rows = 0;        // rows that were joined with others
  std::size_t posts = 0;       // into so many posts
  bool are_snapshots = false;  // the numbers never fall from day to day, so the newest row stands; else they are added
  bool lost_reach = false;     // reach was left out: the days count the same people again
};

// Joins the posts that share an id but not a day, in place; the order of first rows stays. `days` has an ISO date for
// each post, or "" for a row that is of the post's whole life, which then stands alone for its post. Rows that share
// the day as well are repetitions and stay. Ids that a spreadsheet has rounded ("1.22158E+17") are no ids.
// `day_is_post_date` says that Post::published_at was read from the same column, and so is no date of the post.
PostDays join_days(std::vector<core::Post>& posts, const std::vector<std::string>& days, bool day_is_post_date);

}  // namespace mf::ingest
