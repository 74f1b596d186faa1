#include "core/cadence.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/calendar.h"
#include "core/engagement.h"
#include "core/sorted.h"

namespace mf::core {

std::optional<Cadence> cadence(std::span<const Post> posts) {
  std::vector<std::int32_t> days;  // one entry a post
  for (const Post& post : posts) {
    if (is_story(post)) continue;
    if (const std::optional<std::int32_t> day = day_number(post.published_at)) days.push_back(*day);
  }
  sort(days);
  if (days.empty() || days.front() == days.back()) return std::nullopt;

  Cadence result;
  result.from = iso_date(days.front());
  result.to = iso_date(days.back());
  result.posts = days.size();
  result.left_out = posts.size() - days.size();
  double later_posts = 0;
  double with_post = 0;
  double busy = 0;
  for (auto day = std::upper_bound(days.begin(), days.end(), days.front()); day != days.end();) {
    const auto next = std::upper_bound(day, days.end(), *day);
    later_posts += static_cast<double>(next - day);
    with_post += 1;
    busy += next - day >= 2 ? 1 : 0;
    result.longest_gap_days = std::max(result.longest_gap_days, *day - *(day - 1));
    day = next;
  }
  const double covered = days.back() - days.front();
  result.posts_per_week = later_posts / covered * 7;
  result.share_of_days = with_post / covered;
  result.share_of_busy_days = busy / covered;
  return result;
}

std::optional<PublishedCadence> published_cadence(const Figures& figures) {
  PublishedCadence result;
  result.daily_record = benchmark("B0547");
  result.twice_daily_record = benchmark("B0548");
  if (result.daily_record == nullptr || result.twice_daily_record == nullptr) return std::nullopt;
  const std::optional<double> daily = figures.centre(*result.daily_record);
  const std::optional<double> twice_daily = figures.centre(*result.twice_daily_record);
  if (!daily || !twice_daily) return std::nullopt;
  result.daily = *daily;
  result.twice_daily = *twice_daily;
  return result;
}

}  // namespace mf::core
