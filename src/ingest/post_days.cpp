#include "ingest/post_days.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mf::ingest {
namespace {

constexpr std::optional<double> core::Post::* metrics[] = {
    &core::Post::likes, &core::Post::comments, &core::Post::shares,     &core::Post::saves,
    &core::Post::views, &core::Post::reach,    &core::Post::impressions};

bool names_a_post(const std::string& id) { return !id.empty() && id.find("E+") == std::string::npos; }

// The rows of one post, oldest day first.
using Group = std::vector<std::size_t>;

// Groups of two rows or more, all of different days.
std::vector<Group> groups_of(const std::vector<core::Post>& posts, const std::vector<std::string>& days) {
  Group order;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    if (names_a_post(posts[i].id)) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (posts[a].id != posts[b].id) return posts[a].id < posts[b].id;
    return days[a] != days[b] ? days[a] < days[b] : a < b;
  });
  std::vector<Group> groups;
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    bool differ = true;
    for (end = begin + 1; end < order.size() && posts[order[end]].id == posts[order[begin]].id; ++end)
      differ = differ && days[order[end]] != days[order[end - 1]];
    if (end - begin > 1 && differ) {
      groups.emplace_back(order.begin() + static_cast<std::ptrdiff_t>(begin),
                          order.begin() + static_cast<std::ptrdiff_t>(end));
    }
  }
  return groups;
}

// Counters that are read every day never fall, and some rise; what a post gets each day goes up and down, mostly down.
bool are_snapshots(const std::vector<core::Post>& posts, const std::vector<Group>& groups) {
  std::size_t rises = 0;
  for (const Group& group : groups) {
    for (const auto metric : metrics) {
      for (std::size_t i = 1; i < group.size(); ++i) {
        const auto& before = posts[group[i - 1]].*metric;
        const auto& after = posts[group[i]].*metric;
        if (!before || !after) continue;
        if (*after < *before) return false;
        rises += *after > *before;
      }
    }
  }
  return rises > 1;
}

}  // namespace

PostDays join_days(std::vector<core::Post>& posts, const std::vector<std::string>& days, bool day_is_post_date) {
  PostDays result;
  const std::vector<Group> groups = groups_of(posts, days);
  if (groups.empty()) return result;
  result.posts = groups.size();
  result.are_snapshots = are_snapshots(posts, groups);
  std::vector<bool> is_joined(posts.size(), false);
  for (const Group& group : groups) {
    result.rows += group.size();
    const std::size_t kept = *std::min_element(group.begin(), group.end());
    core::Post joined = posts[kept];
    if (day_is_post_date) joined.published_at.clear();
    const bool has_whole_life = days[group.front()].empty();
    for (const auto metric : metrics) {
      if (has_whole_life || result.are_snapshots) {
        joined.*metric = posts[has_whole_life ? group.front() : group.back()].*metric;
        continue;
      }
      (joined.*metric).reset();
      if (metric == &core::Post::reach) {
        for (const std::size_t row : group) result.lost_reach = result.lost_reach || posts[row].reach;
        continue;
      }
      for (const std::size_t row : group) {
        if (posts[row].*metric) joined.*metric = (joined.*metric).value_or(0) + *(posts[row].*metric);
      }
    }
    for (const std::size_t row : group) is_joined[row] = row != kept;
    posts[kept] = std::move(joined);
  }
  std::size_t to = 0;
  for (std::size_t from = 0; from < posts.size(); ++from) {
    if (is_joined[from]) continue;
    if (to != from) posts[to] = std::move(posts[from]);
    ++to;
  }
  posts.resize(to);
  return result;
}

}  // namespace mf::ingest
