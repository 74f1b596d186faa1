#include "core/other_sites.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string_view>

using namespace mf::core;

namespace {

SiteAnswer find(const SiteCase& given, std::string_view id) {
  const std::vector<SiteAnswer> answers = other_sites(given);
  const auto found = std::find_if(answers.begin(), answers.end(), [id](const SiteAnswer& a) { return a.id == id; });
  REQUIRE(found != answers.end());
  return *found;
}

double result(const SiteCase& given, std::string_view id) {
  const SiteAnswer answer = find(given, id);
  REQUIRE(answer.result);
  return *answer.result;
}

// 25,000 followers, 800 likes, 40 comments, 30 saves, 20 shares, reach 7,500, views 9,000.
SiteCase golden_post() {
  SiteCase given;
  given.platform = Platform::instagram;
  given.followers = 25'000;
  given.likes = 800;
  given.comments = 40;
  given.saves = 30;
  given.shares = 20;
  given.reach = 7'500;
  given.views = 9'000;
  return given;
}

// Spend $500, 60 orders of $50 at a margin of 50 %.
SiteCase shop() {
  SiteCase given;
  given.fees = 400;
  given.cost = 500;
  given.orders = 60;
  given.order_value = 50;
  given.margin = 0.5;
  given.earned_media_value = 1'250;
  return given;
}

doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-9); }

}  // namespace

TEST_CASE("one post, three rates: 3.20 % of likes alone, 3.36 % with comments, 11.87 % of all four by reach") {
  CHECK(result(golden_post(), "er-likes") == about(0.032));
  CHECK(result(golden_post(), "er-followers") == about(0.0336));
  CHECK(result(golden_post(), "er-reach") == doctest::Approx(0.1187).epsilon(0.001));
  CHECK(find(golden_post(), "er-followers").formula == "(800 likes + 40 comments) \xC3\xB7 25,000 followers");
  CHECK(find(golden_post(), "er-reach").formula == "890 engagements \xC3\xB7 7,500 people reached");
}

TEST_CASE("Klear's own post: 15.28 % by reach is 3.11 % by followers") {
  SiteCase given;
  given.engagements = 311;
  given.followers = 10'000;
  given.reach = 311 / 0.1528;
  CHECK(result(given, "er-reach") == about(0.1528));
  CHECK(result(given, "er-followers") == about(0.0311));
}

TEST_CASE("500 likes of 20,000 followers are 2.5 %") {
  SiteCase given;
  given.platform = Platform::instagram;
  given.followers = 20'000;
  given.likes = 500;
  given.comments = 0;
  CHECK(result(given, "er-followers") == about(0.025));
  CHECK(result(given, "er-likes") == about(0.025));
}

TEST_CASE("Upfluence divides TikTok's engagements by posts: that is no rate") {
  SiteCase given;
  given.platform = Platform::tiktok;
  given.likes = 900;
  given.comments = 100;
  given.posts = 4;
  given.followers = 10'000;
  given.views = 50'000;
  CHECK(result(given, "er-posts") == 250);
  CHECK(find(given, "er-posts").unit == "engagements");
  CHECK(result(given, "er-followers") == about(0.025));  // 1,000 over four posts
  CHECK(result(given, "er-likes-views") == about(0.018));
}

TEST_CASE("an ROI of 500 % on profit means $6 back for each $1, where rows.com reads $5") {
  SiteCase given;
  given.cost = 100;
  given.revenue = 600;
  CHECK(result(given, "roi-revenue") == about(5));
  CHECK(result(given, "roas") == about(6));
  CHECK(result(given, "back-as-roi") == about(5));
}

TEST_CASE("one campaign, one name, five returns") {
  // Revenue $3,000, of which $1,500 is left after the goods.
  CHECK(result(shop(), "roi-profit") == about(2));              // (1,500 - 500) / 500
  CHECK(result(shop(), "roi-revenue") == about(5));             // (3,000 - 500) / 500
  CHECK(result(shop(), "roi-with-media-value") == about(4.5));  // (1,500 + 1,250 - 500) / 500
  CHECK(result(shop(), "roi-media") == about(1.5));             // 1,250 / 500 - 1
  CHECK(result(shop(), "value-over-cost") == about(2.5));       // 1,250 / 500
  CHECK(result(shop(), "roas-fees") == about(7.5));             // 3,000 / 400
  CHECK(find(shop(), "roi-profit").formula ==
        "($3,000 of revenue \xC3\x97 50\xC2\xA0% margin \xE2\x88\x92 $500 of all costs) \xC3\xB7 $500 of all costs");
}

TEST_CASE("$500 at an order value of $50 and a margin of 50 %: 20 orders break even, not 10") {
  CHECK(result(shop(), "orders") == about(20));
  CHECK(result(shop(), "orders-by-order-value") == about(10));
  CHECK(find(shop(), "orders").ours);
  CHECK_FALSE(find(shop(), "orders-by-order-value").ours);
}

TEST_CASE("at a contribution margin of 57.1 % a ROAS of 1.75 breaks even") {
  SiteCase given;
  given.margin = 0.571;
  CHECK(result(given, "roas-to-break-even") == doctest::Approx(1.75).epsilon(0.001));
}

TEST_CASE("costs beside the fees raise the ROAS at which the fees break even") {
  CHECK(result(shop(), "roas-to-break-even-fixed") == about(2.5));  // ($400 + $100) / 50 % / $400
}

TEST_CASE("cost per what: HypeAuditor's CPM on Instagram is by reach") {
  SiteCase given = golden_post();
  given.cost = 90;
  given.impressions = 9'000;
  CHECK(result(given, "cpm") == about(10));
  CHECK(result(given, "cpm-reach") == about(12));
  CHECK(result(given, "cpe") == about(90.0 / 890));
  CHECK(result(given, "cpme") == about(90'000.0 / 890));
}

TEST_CASE("what is missing is named, and nothing is divided by nothing") {
  SiteCase given;
  given.currency = "EUR";
  CHECK(find(given, "roi-profit").needs == std::vector<std::string>{"revenue", "margin", "cost"});
  CHECK_FALSE(find(given, "roi-profit").result);
  given.cost = 0;
  given.revenue = 100;
  given.margin = 0.5;
  CHECK(find(given, "roi-profit").needs.empty());
  CHECK_FALSE(find(given, "roi-profit").result);
  CHECK(find(given, "roi-profit")
            .formula.find("\xE2\x82\xAC"
                          "100 of revenue") != std::string::npos);
}

TEST_CASE("every answer names who, base and why; each topic has one that is ours, and it comes first") {
  for (const Platform platform : {Platform::any, Platform::instagram, Platform::tiktok}) {
    SiteCase given = shop();
    given.platform = platform;
    std::set<std::string_view> ids;
    std::set<SiteTopic> topics;
    for (const SiteAnswer& answer : other_sites(given)) {
      CHECK(ids.insert(answer.id).second);
      CHECK_FALSE(answer.who.empty());
      CHECK_FALSE(answer.base.empty());
      CHECK(answer.why.ends_with('.'));
      CHECK_FALSE(answer.formula.empty());
      if (topics.insert(answer.topic).second) CHECK(answer.ours);
    }
    CHECK(topics.size() == 4);
  }
}

TEST_CASE("a simulation is compared at its medians, with all its creators' followers") {
  Simulation simulation;
  simulation.plan.platform = Platform::instagram;
  simulation.plan.creators = 20;
  simulation.plan.inputs[Input::followers] = Uncertain::exact(25'000);
  simulation.plan.inputs[Input::posts_per_creator] = Uncertain::exact(2);
  simulation.engagements = Spread{0, 20'000, 0, 0};
  simulation.revenue = Spread{0, 4'000, 0, 0};
  simulation.contribution = Spread{0, 1'000, 0, 0};
  simulation.cost = {0, 500, 0, 0};
  const SiteCase given = site_case(simulation);
  CHECK(result(given, "er-followers") == about(0.02));  // 20,000 of 500,000, over two posts
  CHECK(result(given, "roi-profit") == about(1));       // (1,000 - 500) / 500
}
