#include "core/tiers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

using namespace mf::core;

namespace {

const Scheme& scheme(std::string_view id) {
  for (const Scheme& candidate : schemes()) {
    if (candidate.id == id) return candidate;
  }
  FAIL_CHECK("no scheme " << std::string(id));
  return schemes().front();
}

const SchemeAnswer& answer(const Verdict& verdict, std::string_view id) {
  for (const SchemeAnswer& candidate : verdict.schemes) {
    if (candidate.scheme->id == id) return candidate;
  }
  FAIL_CHECK("no answer from " << std::string(id));
  return verdict.schemes.front();
}

bool applies(const Verdict& verdict, std::string_view id) {
  return std::any_of(verdict.schemes.begin(), verdict.schemes.end(),
                     [&](const SchemeAnswer& a) { return a.scheme->id == id; });
}

constexpr std::array every_platform = {Platform::any,      Platform::instagram, Platform::tiktok,
                                       Platform::youtube,  Platform::x,         Platform::linkedin,
                                       Platform::facebook, Platform::pinterest, Platform::twitch};

// Every boundary of every scheme, with the counts on both sides of it.
std::vector<double> counts_around_boundaries() {
  std::set<double> counts = {0, 1, 1e10};
  for (const Scheme& s : schemes()) {
    for (const Band& band : s.bands) {
      for (const double edge : {band.min, band.max}) {
        if (edge == no_upper_bound) continue;
        if (edge > 0) counts.insert(edge - 1);
        counts.insert(edge);
        counts.insert(edge + 1);
      }
    }
  }
  return {counts.begin(), counts.end()};
}

constexpr Band micro_to_10k[] = {{"micro", "micro", 1000, 10000, "B0001"},
                                 {"macro", "macro", 10000, no_upper_bound, "B0002"}};
constexpr Band micro_to_50k[] = {{"micro", "micro", 1000, 50000, "B0003"},
                                 {"macro", "macro", 50000, no_upper_bound, "B0004"}};

Scheme made_up(std::string_view publisher, char grade, std::span<const Band> bands, Platform platform = Platform::any,
               int year = 2020) {
  Scheme s;
  s.id = publisher;
  s.publisher = publisher;
  s.grade = grade;
  s.platform = platform;
  s.year = year;
  s.bands = bands;
  return s;
}

}  // namespace

TEST_CASE("every scheme names its publisher and where it can be read, or is one of the five articles") {
  CHECK(schemes().size() >= 50);
  CHECK_FALSE(schemes_version().empty());
  std::set<std::string_view> ids;
  std::set<std::string_view> records;
  std::set<std::string_view> articles;
  for (const Scheme& s : schemes()) {
    CAPTURE(std::string(s.id));
    CHECK(ids.insert(s.id).second);
    CHECK_FALSE(s.publisher.empty());
    CHECK_FALSE(s.title.empty());
    CHECK(std::string_view("ABCDS").find(s.grade) != std::string_view::npos);
    CHECK((s.grade == 'S') == !s.article.empty());
    CHECK(s.url.empty() == !s.article.empty());
    if (!s.article.empty()) articles.insert(s.article);
    for (const Band& band : s.bands) {
      CHECK(band.min < band.max);
      CHECK(band.min >= 0);
      CHECK(records.insert(band.record).second);
    }
  }
  CHECK(articles.size() == 5);
}

TEST_CASE("bands of one scheme do not overlap, save where the publisher's own do") {
  for (const Scheme& s : schemes()) {
    bool overlap = false;
    for (const Band& a : s.bands) {
      for (const Band& b : s.bands) overlap = overlap || (&a != &b && a.min < b.max && b.min < a.max);
    }
    CAPTURE(std::string(s.id));
    CHECK(overlap == (s.id == "sylo"));
  }
}

TEST_CASE("a band holds its first follower and the one before its end, and not the one at its end") {
  for (const Scheme& s : schemes()) {
    if (s.id == "sylo") continue;
    for (const Band& band : s.bands) {
      CAPTURE(std::string(band.record));
      CHECK(judge(s, band.min).label == band.label);
      if (band.min > 0) CHECK(judge(s, band.min - 1).label != band.label);
      if (band.max == no_upper_bound) {
        CHECK(judge(s, 1e10).label == band.label);
      } else {
        CHECK(judge(s, band.max - 1).label == band.label);
        CHECK(judge(s, band.max).label != band.label);
      }
    }
  }
}

TEST_CASE("the five articles draw their lines where they say") {
  struct Line {
    const char* id;
    double first;
    double end;
  };
  for (const Line& line :
       {Line{"article-000", 1000, 100000}, Line{"article-001", 1000, 10000}, Line{"article-002", 10000, 50000},
        Line{"article-003", 1000, 100000}, Line{"article-004", 2000, 100000}}) {
    CAPTURE(line.id);
    const Scheme& article = scheme(line.id);
    CHECK(judge(article, line.first - 1).is_micro == false);
    CHECK(judge(article, line.first).is_micro == true);
    CHECK(judge(article, line.first + 1).is_micro == true);
    CHECK(judge(article, line.end - 1).is_micro == true);
    CHECK(judge(article, line.end).is_micro == false);
    CHECK(judge(article, line.first).min == line.first);
    CHECK(judge(article, line.first).max == line.end);
  }
}

TEST_CASE("the articles are counted apart: three of five call 1,000 micro, four call 10,000 so") {
  const auto agree = [](double followers) { return verdict(schemes(), Platform::any, followers).articles_agree; };
  CHECK(agree(999) == 0);
  CHECK(agree(1000) == 3);
  CHECK(agree(2000) == 4);
  CHECK(agree(9999) == 4);
  CHECK(agree(10000) == 4);
  CHECK(agree(49999) == 4);
  CHECK(agree(50000) == 3);
  CHECK(agree(99999) == 3);
  CHECK(agree(100000) == 0);
  CHECK(verdict(schemes(), Platform::tiktok, 5000).articles_of == 5);
}

TEST_CASE("ends that a publisher prints inclusive belong to their band") {
  CHECK(judge(scheme("izea-2023"), 49999).tier == "micro");
  CHECK(judge(scheme("izea-2023"), 50000).tier == "mid");
  CHECK(judge(scheme("emarketer-2024"), 19999).tier == "micro");
  CHECK(judge(scheme("emarketer-2024"), 20000).tier == "mid");
  CHECK(judge(scheme("shopify"), 10000).tier == "nano");
  CHECK(judge(scheme("shopify"), 10001).tier == "micro");
  CHECK(judge(scheme("shopify"), 100000).tier == "micro");
  CHECK(judge(scheme("shopify"), 100001).tier == "mid");
}

TEST_CASE("a publisher that never says where micro lies gives its tier and no answer") {
  const SchemeVerdict sainte = judge(scheme("sainte"), 50000);
  CHECK(sainte.tier == "macro");
  CHECK_FALSE(sainte.is_micro);
  CHECK_FALSE(sainte.min);
  CHECK_FALSE(sainte.max);
  CHECK(judge(scheme("hypeauditor-instagram-2018"), 50000).tier == "prosumer");
  CHECK_FALSE(judge(scheme("hypeauditor-instagram-2018"), 50000).is_micro);
  CHECK_FALSE(answer(verdict(schemes(), Platform::any, 50000), "sainte").counted);
}

TEST_CASE("a size between two bands has no name, and is not micro") {
  const SchemeVerdict between = judge(scheme("hypeauditor-instagram-2026"), 200000);
  CHECK(between.tier.empty());
  CHECK(between.is_micro == false);
  CHECK(between.min == 10000);
  CHECK(between.max == 50000);
}

TEST_CASE("where a publisher's bands overlap, the narrowest wins") {
  CHECK(judge(scheme("sylo"), 999).tier == "micro");
  CHECK(judge(scheme("sylo"), 1000).tier == "nano");
  CHECK(judge(scheme("sylo"), 4999).is_micro == false);
  CHECK(judge(scheme("sylo"), 5000).tier == "micro");
  CHECK(judge(scheme("sylo"), 100000).tier.empty());
}

TEST_CASE("a micro tier in two halves is one micro range") {
  const SchemeVerdict upper_half = judge(scheme("influencer-hero"), 60000);
  CHECK(upper_half.is_micro == true);
  CHECK(upper_half.label == "micro medium");
  CHECK(upper_half.min == 10000);
  CHECK(upper_half.max == 100000);
}

TEST_CASE("a platform hears the schemes for any platform and its own") {
  CHECK(applies(verdict(schemes(), Platform::instagram, 5000), "heepsy"));
  CHECK_FALSE(applies(verdict(schemes(), Platform::tiktok, 5000), "heepsy"));
  CHECK_FALSE(applies(verdict(schemes(), Platform::any, 5000), "heepsy"));
  CHECK(applies(verdict(schemes(), Platform::x, 5000), "van-der-harst-and-angelopoulos"));
  CHECK(applies(verdict(schemes(), Platform::any, 5000), "iab-uk"));
  CHECK(verdict(schemes(), Platform::youtube, 5000).of == verdict(schemes(), Platform::any, 5000).of);
}

TEST_CASE("one publisher has one vote: the newest edition, and nothing graded C or D") {
  const Verdict instagram = verdict(schemes(), Platform::instagram, 20000);
  CHECK(answer(instagram, "izea-2024").counted);
  CHECK_FALSE(answer(instagram, "izea-2023").counted);
  CHECK(answer(instagram, "hypeauditor-instagram-2026").counted);
  CHECK_FALSE(answer(instagram, "later-and-fohr").counted);
  // The 2022 figures are for Instagram, but hearsay: they do not silence the publisher itself.
  CHECK(answer(instagram, "emarketer-2024").counted);
  CHECK_FALSE(answer(instagram, "emarketer-instagram-2022").counted);

  for (const Platform platform : every_platform) {
    std::set<std::string_view> publishers;
    int counted = 0;
    const Verdict result = verdict(schemes(), platform, 20000);
    for (const SchemeAnswer& a : result.schemes) {
      if (!a.counted) continue;
      counted += 1;
      CHECK(publishers.insert(a.scheme->publisher).second);
      CHECK(a.verdict.is_micro.has_value());
      CHECK(vote_weight(*a.scheme) > 0);
    }
    CHECK(counted == result.of);
  }
}

TEST_CASE("a publisher's scheme for the platform goes before its newer one for any") {
  const std::array table = {made_up("P", 'A', micro_to_10k, Platform::any, 2025),
                            made_up("P", 'A', micro_to_50k, Platform::tiktok, 2019)};
  CHECK(verdict(table, Platform::tiktok, 20000).is_micro);
  CHECK_FALSE(verdict(table, Platform::youtube, 20000).is_micro);
  CHECK(verdict(table, Platform::tiktok, 20000).of == 1);
  CHECK(verdict(table, Platform::tiktok, 20000).schemes.size() == 2);
}

TEST_CASE("a second-hand source weighs half") {
  const std::array table = {made_up("first", 'A', micro_to_50k), made_up("second", 'B', micro_to_10k)};
  const Verdict result = verdict(table, Platform::any, 20000);
  CHECK(result.agree == 1);
  CHECK(result.of == 2);
  CHECK(result.share == 1 / 1.5);
  CHECK(result.is_micro);
  CHECK(result.tier == "micro");
}

TEST_CASE("half of the votes are enough, and a tie is called micro") {
  const std::array table = {made_up("first", 'A', micro_to_10k), made_up("second", 'S', micro_to_50k)};
  const Verdict result = verdict(table, Platform::any, 20000);
  CHECK(result.share == 0.5);
  CHECK(result.is_micro);
  CHECK(result.tier == "micro");
}

TEST_CASE("without a scheme that counts there is no verdict to speak of") {
  const std::array table = {made_up("hearsay", 'C', micro_to_50k)};
  const Verdict result = verdict(table, Platform::any, 20000);
  CHECK(result.of == 0);
  CHECK_FALSE(result.is_micro);
  CHECK(result.tier.empty());
  CHECK(result.share == 0);
  CHECK(result.schemes.size() == 1);
  CHECK_FALSE(result.next);
  CHECK_FALSE(result.lower_line);
}

TEST_CASE("most publishers call 25,000 micro, few call 500 or 250,000 so") {
  for (const Platform platform : every_platform) {
    CHECK(verdict(schemes(), platform, 25000).is_micro);
    CHECK(verdict(schemes(), platform, 25000).tier == "micro");
    CHECK_FALSE(verdict(schemes(), platform, 500).is_micro);
    CHECK(verdict(schemes(), platform, 500).tier == "nano");
    CHECK_FALSE(verdict(schemes(), platform, 250000).is_micro);
    CHECK(verdict(schemes(), platform, 250000).tier == "macro");
  }
}

TEST_CASE("votes and share are those of the schemes listed, at every boundary and beside it") {
  for (const Platform platform : {Platform::any, Platform::instagram, Platform::x}) {
    for (const double followers : counts_around_boundaries()) {
      CAPTURE(followers);
      const Verdict result = verdict(schemes(), platform, followers);
      int agree = 0;
      double for_micro = 0;
      double in_all = 0;
      for (const SchemeAnswer& a : result.schemes) {
        if (!a.counted) continue;
        in_all += vote_weight(*a.scheme);
        if (*a.verdict.is_micro) {
          agree += 1;
          for_micro += vote_weight(*a.scheme);
        }
      }
      CHECK(result.agree == agree);
      CHECK(result.share == for_micro / in_all);
      CHECK(result.is_micro == (result.share >= 0.5));
      if (result.is_micro) CHECK(result.tier == "micro");
    }
  }
}

TEST_CASE("the next boundary is the first count with another tier, and says how many are missing") {
  for (const Platform platform : {Platform::any, Platform::instagram}) {
    for (const double followers : counts_around_boundaries()) {
      CAPTURE(followers);
      const Verdict here = verdict(schemes(), platform, followers);
      if (!here.next) continue;
      CHECK(here.next->missing == here.next->followers - followers);
      CHECK(here.next->missing > 0);
      CHECK(verdict(schemes(), platform, here.next->followers).tier == here.next->tier);
      CHECK(here.next->tier != here.tier);
      CHECK(verdict(schemes(), platform, here.next->followers - 1).tier == here.tier);
    }
  }
  CHECK_FALSE(verdict(schemes(), Platform::any, 1e10).next);
}

TEST_CASE("the nearest lines are where somebody's answer changes") {
  const std::array table = {made_up("first", 'A', micro_to_10k), made_up("second", 'A', micro_to_50k),
                            made_up("hearsay", 'D', std::span(micro_to_10k).subspan(1))};
  const auto lines = [&](double followers) {
    const Verdict result = verdict(table, Platform::any, followers);
    return std::array{result.lower_line.value_or(-1), result.upper_line.value_or(-1)};
  };
  CHECK(lines(0) == std::array{-1.0, 1000.0});
  CHECK(lines(999) == std::array{-1.0, 1000.0});
  CHECK(lines(1000) == std::array{1000.0, 10000.0});
  CHECK(lines(20000) == std::array{10000.0, 50000.0});
  CHECK(lines(50000) == std::array{50000.0, -1.0});
}

TEST_CASE("the curve is the verdict's share for every count") {
  for (const Platform platform : {Platform::any, Platform::instagram}) {
    const std::vector<SharePoint> curve = micro_share_curve(schemes(), platform);
    REQUIRE_FALSE(curve.empty());
    CHECK(curve.front().followers == 0);
    for (const double followers : counts_around_boundaries()) {
      const auto after = std::upper_bound(curve.begin(), curve.end(), followers,
                                          [](double f, const SharePoint& point) { return f < point.followers; });
      const SharePoint& step = *(after - 1);
      const Verdict here = verdict(schemes(), platform, followers);
      CAPTURE(followers);
      CHECK(step.share == here.share);
      CHECK(step.agree == here.agree);
      CHECK(step.of == here.of);
    }
  }
}

TEST_CASE("a rounded count is uncertain where the answer differs within what it stands for") {
  const Count about_50k{50000, 49500, 50500};
  const Verdict result = verdict_range(schemes(), Platform::any, about_50k);
  CHECK(result.uncertain);
  const auto flips = [&](std::string_view id) {
    return std::any_of(result.flips.begin(), result.flips.end(), [&](const Scheme* s) { return s->id == id; });
  };
  CHECK(flips("article-002"));
  CHECK(flips("iab-uk"));
  CHECK_FALSE(flips("article-000"));

  CHECK_FALSE(verdict_range(schemes(), Platform::any, Count::exact(50000)).uncertain);
  CHECK(verdict_range(schemes(), Platform::any, Count::exact(50000)).flips.empty());
}

TEST_CASE("a rounded count well inside a band is certain, and the end of its range does not belong to it") {
  const Verdict inside = verdict_range(schemes(), Platform::any, Count{12300, 12250, 12350});
  CHECK_FALSE(inside.uncertain);
  CHECK(inside.flips.empty());
  const Verdict just_under = verdict_range(schemes(), Platform::any, Count{49500, 49000, 50000});
  CHECK_FALSE(just_under.uncertain);
  CHECK(just_under.flips.empty());
}
