#include "core/engagement.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/sample.h"
#include "core/sorted.h"

namespace mf::core {
namespace {

constexpr std::array<Action, 4> every_action = {Action::likes, Action::comments, Action::shares, Action::saves};

// A post that has a denominator to divide by.
struct Eligible {
  const Post* post;
  double divisor;
};

std::vector<Eligible> eligible_posts(std::span<const Post> posts, Denominator by, std::optional<double> followers) {
  std::vector<Eligible> found;
  for (const Post& post : posts) {
    if (is_story(post)) continue;
    const std::optional<double> divisor = by == Denominator::followers ? followers : count_of(post, by);
    if (divisor && *divisor > 0) found.push_back({&post, *divisor});
  }
  return found;
}

bool any_gives(std::span<const Eligible> posts, Action action) {
  return std::any_of(posts.begin(), posts.end(),
                     [&](const Eligible& e) { return count_of(*e.post, action).has_value(); });
}

// Every action that all posts give; those with hidden likes have no say if others show theirs.
std::vector<Action> actions_of_all(std::span<const Eligible> posts) {
  const bool likes_shown = any_gives(posts, Action::likes);
  std::vector<Action> common;
  for (const Action action : every_action) {
    if (!any_gives(posts, action)) continue;
    const bool given = std::all_of(posts.begin(), posts.end(), [&](const Eligible& e) {
      return (likes_shown && !e.post->likes) || count_of(*e.post, action).has_value();
    });
    if (given) common.push_back(action);
  }
  return common;
}

std::optional<double> sum_of(const Post& post, std::span<const Action> actions) {
  double sum = 0;
  for (const Action action : actions) {
    const std::optional<double> count = count_of(post, action);
    if (!count) return std::nullopt;
    sum += *count;
  }
  return sum;
}

std::optional<EngagementRate> rate_of(std::span<const Eligible> posts, Denominator by,
                                      const std::vector<Action>& actions) {
  std::vector<double> rates;
  for (const Eligible& eligible : posts) {
    if (const std::optional<double> sum = sum_of(*eligible.post, actions)) rates.push_back(*sum / eligible.divisor);
  }
  if (rates.empty()) return std::nullopt;
  sort(rates);

  EngagementRate rate;
  rate.by = by;
  rate.actions = actions;
  rate.median = median(rates);
  rate.mean = mean(rates);
  rate.trimmed_mean = trimmed_mean(rates);
  if (const std::optional<Interval> interval = median_interval(rates)) {
    rate.low = interval->low;
    rate.high = interval->high;
  }
  rate.posts = rates.size();
  return rate;
}

std::size_t count_without_stories(std::span<const Post> posts) {
  return static_cast<std::size_t>(
      std::count_if(posts.begin(), posts.end(), [](const Post& post) { return !is_story(post); }));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

const char* denominator_id(Denominator by) {
  switch (by) {
    case Denominator::followers:
      return "followers";
    case Denominator::reach:
      return "reach";
    case Denominator::impressions:
      return "impressions";
    case Denominator::views:
      return "views";
  }
  return "";
}

const char* action_id(Action action) {
  switch (action) {
    case Action::likes:
      return "likes";
    case Action::comments:
      return "comments";
    case Action::shares:
      return "shares";
    case Action::saves:
      return "saves";
  }
  return "";
}

std::optional<double> count_of(const Post& post, Action action) {
  switch (action) {
    case Action::likes:
      return post.likes;
    case Action::comments:
      return post.comments;
    case Action::shares:
      return post.shares;
    case Action::saves:
      return post.saves;
  }
  return std::nullopt;
}

std::optional<double> count_of(const Post& post, Denominator by) {
  switch (by) {
    case Denominator::followers:
      return std::nullopt;
    case Denominator::reach:
      return post.reach;
    case Denominator::impressions:
      return post.impressions;
    case Denominator::views:
      return post.views;
  }
  return std::nullopt;
}

Denominator default_denominator(Platform platform) {
  switch (platform) {
    case Platform::tiktok:
    case Platform::youtube:
      return Denominator::views;
    case Platform::linkedin:
      return Denominator::impressions;
    default:
      return Denominator::followers;
  }
}

bool is_story(const Post& post) {
  constexpr std::string_view story = "story";
  return post.format.size() == story.size() &&
         std::equal(story.begin(), story.end(), post.format.begin(), [](char a, char b) { return a == lower(b); });
}

std::vector<EngagementRate> engagement_rates(std::span<const Post> posts, std::optional<double> followers,
                                             Platform platform) {
  std::vector<Denominator> order = {Denominator::followers, Denominator::reach, Denominator::impressions,
                                    Denominator::views};
  const auto usual = std::find(order.begin(), order.end(), default_denominator(platform));
  std::rotate(order.begin(), usual, usual + 1);

  const std::size_t considered = count_without_stories(posts);
  std::vector<EngagementRate> rates;
  for (const Denominator by : order) {
    const std::vector<Eligible> eligible = eligible_posts(posts, by, followers);
    std::vector<std::vector<Action>> sets = {{Action::likes, Action::comments}};
    for (const std::vector<Action>& set : {actions_of_all(eligible), std::vector<Action>{Action::likes}}) {
      if (!set.empty() && std::find(sets.begin(), sets.end(), set) == sets.end()) sets.push_back(set);
    }
    for (const std::vector<Action>& set : sets) {
      if (std::optional<EngagementRate> rate = rate_of(eligible, by, set)) {
        rate->left_out = considered - rate->posts;
        rates.push_back(*std::move(rate));
      }
    }
  }
  return rates;
}

std::optional<EngagementRate> engagement_rate(std::span<const Post> posts, std::optional<double> followers,
                                              Denominator by, const std::vector<Action>& actions) {
  std::optional<EngagementRate> rate = rate_of(eligible_posts(posts, by, followers), by, actions);
  if (rate) rate->left_out = count_without_stories(posts) - rate->posts;
  return rate;
}

}  // namespace mf::core
