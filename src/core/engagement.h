// Engagement rates: what people did with a post, divided by who could have. Always with both named.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/account.h"

namespace mf::core {

enum class Denominator { followers, reach, impressions, views };
const char* denominator_id(Denominator by);  // "followers", "reach", "impressions", "views"

enum class Action { likes, comments, shares, saves };
const char* action_id(Action action);  // "likes", "comments", "shares", "saves"

std::optional<double> count_of(const Post& post, Action action);
// The post's own reach, impressions or views. Nothing for Denominator::followers, which belongs to the account.
std::optional<double> count_of(const Post& post, Denominator by);

// What the platform's people usually divide by: Instagram and X followers, TikTok and YouTube views, LinkedIn
// impressions; followers for the rest.
Denominator default_denominator(Platform platform);

// A story is seen by other people in another way than a post and is left out of rates per post.
bool is_story(const Post& post);

// Rates are fractions per post: 0.031 is 3.1 %.
struct EngagementRate {
  Denominator by = Denominator::followers;
  std::vector<Action> actions;  // what was added up, in the order of the enum
  double median = 0;            // the headline
  double mean = 0;
  double trimmed_mean = 0;    // without the lowest and the highest fifth of the posts
  std::optional<double> low;  // 90 % interval of the true median post (see sample.h); nothing under four posts
  std::optional<double> high;
  std::size_t posts = 0;     // posts used
  std::size_t left_out = 0;  // posts not used, because an action or the denominator is missing or the denominator is 0
};

// For each denominator that the data allows, up to three rates: likes + comments first, then all actions that every one
// of its posts gives, then likes alone; equal sets are listed once. The platform's default denominator comes first.
//
// A missing count is never taken for 0: the post is left out of the rates that need it. A post with hidden likes does
// not narrow the "all" set of the others. Followers of 0, or none, give no rate by followers.
std::vector<EngagementRate> engagement_rates(std::span<const Post> posts, std::optional<double> followers,
                                             Platform platform);

// The rate of exactly these actions over this denominator; nothing if no post gives them all.
std::optional<EngagementRate> engagement_rate(std::span<const Post> posts, std::optional<double> followers,
                                              Denominator by, const std::vector<Action>& actions);

}  // namespace mf::core
