#include "core/cadence.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/calendar.h"

using namespace mf::core;

namespace {

Post posted(const std::string& when) {
  Post post;
  post.published_at = when;
  return post;
}

// `each` posts on every `step`-th day, `days` times, from 1 June 2026.
std::vector<Post> every(int step, int days, int each = 1) {
  std::vector<Post> posts;
  for (int i = 0; i < days; ++i) {
    for (int k = 0; k < each; ++k) posts.push_back(posted(iso_date(*day_number("2026-06-01") + i * step)));
  }
  return posts;
}

}  // namespace

TEST_CASE("one post every Monday is one post a week, over five Mondays as over two") {
  for (const int mondays : {2, 5}) {
    const std::optional<Cadence> result = cadence(every(7, mondays));
    REQUIRE(result);
    CHECK(result->posts_per_week == 1);
    CHECK(result->share_of_days == doctest::Approx(1.0 / 7));
    CHECK(result->longest_gap_days == 7);
    CHECK(result->posts == std::size_t(mondays));
  }
}

TEST_CASE("a post a day is seven a week and every day; two a day are fourteen") {
  const std::optional<Cadence> daily = cadence(every(1, 8));
  REQUIRE(daily);
  CHECK(daily->posts_per_week == 7);
  CHECK(daily->share_of_days == 1);
  CHECK(daily->share_of_busy_days == 0);
  CHECK(daily->longest_gap_days == 1);
  CHECK(daily->from == "2026-06-01");
  CHECK(daily->to == "2026-06-08");

  const std::optional<Cadence> twice = cadence(every(1, 8, 2));
  REQUIRE(twice);
  CHECK(twice->posts_per_week == 14);
  CHECK(twice->share_of_days == 1);
  CHECK(twice->share_of_busy_days == 1);
}

TEST_CASE("order does not matter; stories and undated posts are left out and counted") {
  std::vector<Post> posts = {posted("2026-06-11T09:00:00Z"), posted("2026-06-01"), posted("2026-06-03T22:10:00"),
                             posted("2026-06-03"),           posted(""),           posted("yesterday")};
  Post story = posted("2026-06-20");
  story.format = "story";
  posts.push_back(story);
  const std::optional<Cadence> result = cadence(posts);
  REQUIRE(result);
  CHECK(result->posts == 4);
  CHECK(result->left_out == 3);
  CHECK(result->posts_per_week == doctest::Approx(3.0 / 10 * 7));  // three posts in the ten days after 1 June
  CHECK(result->share_of_days == doctest::Approx(0.2));
  CHECK(result->share_of_busy_days == doctest::Approx(0.1));
  CHECK(result->longest_gap_days == 8);
}

TEST_CASE("no posts, one post, or posts of one day have no cadence") {
  CHECK_FALSE(cadence({}));
  CHECK_FALSE(cadence(every(1, 1)));
  CHECK_FALSE(cadence(every(1, 1, 5)));
}

TEST_CASE("77 % of 1,000 micro-influencers said daily, 48 % at least twice a day") {
  const std::optional<PublishedCadence> published = published_cadence(Figures{});
  REQUIRE(published);
  CHECK(published->daily == 0.77);
  CHECK(published->daily_record->id == "B0547");
  CHECK(published->twice_daily == 0.48);
  CHECK(published->twice_daily_record->id == "B0548");
  CHECK(published_cadence(Figures({{"B0547", Statistic::value, 0.5}}))->daily == 0.5);
}
