// How often an account posts, from the dates of its posts. Stories are left out: they are made to come more often.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "core/account.h"
#include "core/benchmarks.h"

namespace mf::core {

// Every rate is over the days after the first: that day only starts the clock, so that one post each Monday is one post
// a week, over however many Mondays.
struct Cadence {
  std::string from;  // first and last date with a post, "2026-05-03"
  std::string to;
  std::size_t posts = 0;     // dated posts, those of the first day included
  std::size_t left_out = 0;  // stories, and posts without a readable date
  double posts_per_week = 0;
  double share_of_days = 0;       // 0 to 1: days with a post
  double share_of_busy_days = 0;  // 0 to 1: days with two posts or more
  int longest_gap_days = 0;       // from one day with a post to the next; 1 where no day is skipped
};

// Nothing unless posts have at least two different dates.
std::optional<Cadence> cadence(std::span<const Post> posts);

// What 1,000 micro-influencers with under 10,000 followers said of themselves (SocialPubli, 2018: B0547, B0548).
struct PublishedCadence {
  const Benchmark* daily_record = nullptr;
  double daily = 0;  // share of them who publish every day
  const Benchmark* twice_daily_record = nullptr;
  double twice_daily = 0;  // share of them who publish at least twice a day
};
std::optional<PublishedCadence> published_cadence(const Figures& figures);

}  // namespace mf::core
