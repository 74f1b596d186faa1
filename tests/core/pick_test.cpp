#include "core/pick.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

using namespace mf::core;

namespace {

Creator creator(const std::string& handle, double followers, double rate, double fee,
                Platform platform = Platform::instagram) {
  Creator creator;
  creator.handle = handle;
  creator.platform = platform;
  creator.followers = followers;
  creator.engagement_rate = rate;
  creator.fee = fee;
  return creator;
}

// No published curve for Facebook, so that a rate stands as given; everybody posts.
PickRequest plain(std::vector<Creator> creators, double budget) {
  PickRequest request;
  for (Creator& one : creators) one.platform = Platform::facebook;
  request.creators = std::move(creators);
  request.budget = budget;
  request.inputs[Input::show_rate] = Uncertain::exact(1);
  request.stability_draws = 0;
  return request;
}

std::vector<std::string> handles(const PickRequest& request, const std::vector<std::size_t>& rows) {
  std::vector<std::string> handles;
  for (const std::size_t row : rows) handles.emplace_back(request.creators[row].handle);
  return handles;
}

PickAnswer answer_to(const PickRequest& request) {
  const mf::Result<PickAnswer> answer = pick(request);
  if (!answer) FAIL(answer.error().message);
  return *answer;
}

using Names = std::vector<std::string>;

const std::vector<Creator> four = {creator("a", 20'000, 0.05, 100), creator("b", 20'000, 0.01, 100),
                                   creator("c", 20'000, 0.03, 150), creator("d", 20'000, 0.09, 900)};

}  // namespace

TEST_CASE("the set with the most engagements within the budget is picked, and proven") {
  const PickRequest request = plain(four, 250);
  const PickAnswer answer = answer_to(request);
  CHECK(handles(request, answer.best.rows) == Names{"a", "c"});
  CHECK(answer.best.spend == 250);
  CHECK(answer.best.proven);
  CHECK(answer.best.gap == 0);
  CHECK(answer.best.bound == answer.best.value);
  CHECK(answer.best.value == answer.values[0].value + answer.values[2].value);
  // 5 % of 20,000, whose true value is uncertain: the mean of a logit-normal rate around it, exp(ln 2 / 24) at most
  CHECK(answer.values[0].value == doctest::Approx(1'000 * std::exp(std::log(2.0) / 24)).epsilon(0.01));
}

TEST_CASE("creators who do not post count for what they are expected to") {
  PickRequest request = plain(four, 250);
  const double everybody = answer_to(request).best.value;
  request.inputs[Input::show_rate] = Uncertain::exact(0.5);
  CHECK(answer_to(request).best.value == doctest::Approx(everybody / 2));
}

TEST_CASE("who must be picked is, who must not is not, whatever they are worth") {
  PickRequest request = plain(four, 250);
  request.include = {" @B"};
  CHECK(handles(request, answer_to(request).best.rows) == Names{"a", "b"});
  request.include = {};
  request.exclude = {"a"};
  CHECK(handles(request, answer_to(request).best.rows) == Names{"b", "c"});
}

TEST_CASE("bounds per tier, per platform and in all hold") {
  std::vector<Creator> creators = {creator("nano1", 2'000, 0.05, 50), creator("nano2", 2'000, 0.06, 50),
                                   creator("micro1", 50'000, 0.04, 50), creator("micro2", 50'000, 0.05, 50),
                                   creator("micro3", 50'000, 0.06, 50)};
  PickRequest request = plain(creators, 150);
  CHECK(handles(request, answer_to(request).best.rows) == Names{"micro1", "micro2", "micro3"});
  request.tiers = {{"nano", {1, std::nullopt}}, {"micro", {0, 1}}};
  CHECK(handles(request, answer_to(request).best.rows) == Names{"nano1", "nano2", "micro3"});
  request.total.most = 2;
  CHECK(handles(request, answer_to(request).best.rows) == Names{"nano2", "micro3"});
  request.total.most = std::nullopt;
  request.creators[4].platform = Platform::linkedin;
  request.platforms = {{Platform::linkedin, {0, 0}}};
  CHECK(handles(request, answer_to(request).best.rows) == Names{"nano1", "nano2", "micro2"});
}

TEST_CASE("where nothing fits, a sentence says which bound is in the way") {
  const auto why = [](const PickRequest& request) {
    const PickAnswer answer = answer_to(request);
    CHECK(answer.best.rows.empty());
    return answer.infeasible;
  };
  PickRequest request = plain(four, 250);
  request.total.least = 3;
  CHECK(why(request) ==
        "The cheapest set within the bounds has 3 creators and costs $350: more than the budget of $250.");
  request.total.least = 5;
  CHECK(why(request) == "At least 5 creators must be picked, and the list has only 4 that can be.");

  request = plain(four, 250);
  request.include = {"d"};
  CHECK(why(request) == "The creator that must be picked costs $900: more than the budget of $250.");
  request.include = {"a", "d"};
  CHECK(why(request) == "The creators that must be picked cost $1,000: more than the budget of $250.");
  request.include = {"zoe"};
  CHECK(why(request) == "@zoe must be picked, and no row of the list is called so.");
  request.include = {"a"};
  request.exclude = {"A"};
  CHECK(why(request) == "@a must be picked and must not be: take it out of one of the two.");
  request.exclude = {};
  request.creators[0].currency = "EUR";
  request.currency = "USD";
  CHECK(why(request) == "@a must be picked and cannot be. Its fee is in EUR, the list in USD: convert it.");

  request = plain(four, 1'000);
  request.tiers = {{"micro", {2, std::nullopt}}, {"nano", {1, std::nullopt}}};
  CHECK(why(request) == "At least 1 nano creator must be picked, and the list has none that can be.");
  request.tiers = {{"micro", {3, std::nullopt}}};
  request.total.most = 2;
  CHECK(why(request) == "The least numbers per tier add up to 3, and at most 2 creators may be picked.");
  request.total.most = std::nullopt;
  request.platforms = {{Platform::facebook, {0, 2}}};
  CHECK(why(request) == "No set of creators meets the bounds per tier, per platform and in all together.");
  request.platforms = {};
  request.tiers = {};
  request.inputs[Input::rights] = Uncertain::exact(1'500);
  CHECK(why(request) == "Rights and other costs of $1,500 are more than the budget of $1,000.");
}

TEST_CASE("no budget picks nobody and says what the cheapest costs") {
  const PickAnswer answer = answer_to(plain(four, 0));
  CHECK(answer.infeasible.empty());
  CHECK(answer.best.rows.empty());
  CHECK(answer.best.proven);
  CHECK(answer.warnings == Names{"The budget buys nobody: the cheapest creator costs $100."});
  CHECK_FALSE(answer.plan_b);
}

TEST_CASE("one creator is picked if it can be paid") {
  CHECK(answer_to(plain({four[0]}, 100)).best.rows.size() == 1);
  CHECK(answer_to(plain({four[0]}, 99.99)).best.rows.empty());
}

TEST_CASE("the cost of a creator is all that it takes of the budget") {
  PickRequest request = plain({four[0]}, 10'000);
  request.inputs[Input::posts_per_creator] = Uncertain::exact(3);
  request.inputs[Input::agency_rate] = Uncertain::exact(0.1);
  request.inputs[Input::product_cost] = Uncertain::exact(40);
  request.inputs[Input::hours_per_creator] = Uncertain::exact(2);
  request.inputs[Input::hourly_cost] = Uncertain::exact(25);
  request.inputs[Input::rights] = Uncertain::exact(500);
  const PickAnswer answer = answer_to(request);
  CHECK(answer.values[0].cost == doctest::Approx(3 * 100 * 1.1 + 40 + 2 * 25));
  CHECK(answer.best.spend == doctest::Approx(420 + 500));
  CHECK(answer.fixed_cost == 500);
}

TEST_CASE("profit follows the funnel, and nobody is picked at a loss") {
  PickRequest request = plain({creator("a", 20'000, 0.05, 100), creator("dear", 20'000, 0.05, 400)}, 1'000);
  request.objective = Objective::profit;
  CHECK(pick(request).error().field == "orderValue");
  request.inputs[Input::order_value] = Uncertain::exact(50);
  CHECK(pick(request).error().field == "margin");
  request.inputs[Input::margin] = Uncertain::exact(0.4);
  request.inputs[Input::reach_rate] = Uncertain::exact(0.5);
  request.inputs[Input::frequency] = Uncertain::exact(1.2);
  request.inputs[Input::click_rate] = Uncertain::exact(0.01);
  request.inputs[Input::conversion_rate] = Uncertain::exact(0.1);
  request.inputs[Input::commission] = Uncertain::exact(0.05);
  request.inputs[Input::show_rate] = Uncertain::exact(0.8);
  PickAnswer answer = answer_to(request);
  // 20,000 x 0.5 x 1.2 x 0.01 x 0.1 = 12 orders if it posts, 9.6 expected: $480, of which 40 % less 5 % stay
  CHECK(answer.values[0].value == doctest::Approx(480 * 0.35 - 100));
  CHECK(answer.values[1].value == doctest::Approx(480 * 0.35 - 400));
  CHECK(handles(request, answer.best.rows) == Names{"a"});
  request.pays_no_shows = false;
  CHECK(answer_to(request).values[0].value == doctest::Approx(480 * 0.35 - 80));
  request.objective = Objective::orders;
  answer = answer_to(request);
  CHECK(answer.best.value == doctest::Approx(2 * 9.6));

  request.objective = Objective::profit;
  request.inputs[Input::order_value] = Uncertain::exact(5);
  answer = answer_to(request);
  CHECK(answer.best.rows.empty());
  CHECK(answer.warnings == Names{"No creator of the list is expected to bring in more than it costs."});
}

TEST_CASE("unique reach counts nobody twice, and is the plain sum without a market") {
  PickRequest request = plain({creator("a", 40'000, 0.05, 100), creator("b", 60'000, 0.05, 100)}, 200);
  request.objective = Objective::unique_reach;
  request.inputs[Input::reach_rate] = Uncertain::exact(0.5);
  PickAnswer answer = answer_to(request);
  CHECK(answer.best.value == doctest::Approx(50'000));
  CHECK(answer.unique_reach_is_upper_bound);
  request.inputs[Input::market_size] = Uncertain::exact(100'000);
  answer = answer_to(request);
  CHECK(answer.best.value == doctest::Approx(100'000 * (1 - 0.8 * 0.7)));
  CHECK(answer.best.proven);
  CHECK_FALSE(answer.unique_reach_is_upper_bound);
  CHECK(answer.values[0].value == doctest::Approx(20'000));
  // two posts reach those whom one reached again
  request.inputs[Input::posts_per_creator] = Uncertain::exact(2);
  request.creators.pop_back();
  CHECK(answer_to(request).best.value == doctest::Approx(40'000 * 0.75));
}

TEST_CASE("unique reach is the best of all sets, not only of the sums of reach") {
  std::mt19937 engine(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<Creator> creators;
    const std::size_t n = 2 + engine() % 9;
    for (std::size_t i = 0; i < n; ++i) {
      creators.push_back(creator("c" + std::to_string(i), 1'000 + engine() % 90'000, 0.05, 10 + engine() % 90));
    }
    PickRequest request = plain(creators, 20 + engine() % 200);
    request.objective = Objective::unique_reach;
    request.inputs[Input::reach_rate] = Uncertain::exact(0.4);
    request.inputs[Input::market_size] = Uncertain::exact(100'000);
    double best = 0;
    for (unsigned set = 0; set < (1u << n); ++set) {
      double cost = 0;
      double missed = 1;
      for (std::size_t i = 0; i < n; ++i) {
        if ((set >> i & 1u) == 0) continue;
        cost += *creators[i].fee;
        missed *= 1 - *creators[i].followers * 0.4 / 100'000;
      }
      if (cost <= request.budget) best = std::max(best, 100'000 * (1 - missed));
    }
    CHECK(answer_to(request).best.value == doctest::Approx(best).epsilon(1e-9));
  }
}

TEST_CASE("plan B is the best without the creator who brings most, even one that must be picked") {
  PickRequest request = plain(four, 250);
  PickAnswer answer = answer_to(request);
  REQUIRE(answer.plan_b);
  CHECK(request.creators[answer.plan_b->without].handle == "a");
  CHECK(handles(request, answer.plan_b->selection.rows) == Names{"b", "c"});
  CHECK(answer.plan_b->selection.value < answer.best.value);
  request.include = {"a"};
  answer = answer_to(request);
  CHECK(handles(request, answer.plan_b->selection.rows) == Names{"b", "c"});
  request = plain({four[0]}, 250);
  request.total.least = 1;
  answer = answer_to(request);
  CHECK(answer.plan_b->infeasible == "Without that creator nothing meets the bounds within the budget.");
  request.plan_b = false;
  CHECK_FALSE(answer_to(request).plan_b);
}

TEST_CASE("the next $100 buy the difference of two optima") {
  const PickRequest request = plain(four, 250);
  PickAnswer answer = answer_to(request);
  REQUIRE(answer.next_dollar);
  CHECK(answer.next_dollar->step == 100);
  CHECK(handles(request, answer.next_dollar->added) == Names{"b"});
  CHECK(answer.next_dollar->dropped.empty());
  CHECK(answer.next_dollar->gain == doctest::Approx(answer.values[1].value));
  CHECK(answer.next_dollar->proven);
  // from $350 on nothing changes until $900 more
  answer = answer_to(plain(four, 400));
  CHECK(answer.next_dollar->gain == 0);
  CHECK(answer.next_dollar->added.empty());
  for (std::size_t i = 1; i < answer.curve.size(); ++i) {
    CHECK(answer.curve[i].budget > answer.curve[i - 1].budget);
    CHECK(answer.curve[i].value >= answer.curve[i - 1].value);
  }
}

TEST_CASE("stability is 1 for who is always picked, and between for who is as good as another") {
  // Row by row: must be picked; far better than all; twins, of whom one can be paid; not worth anything beside them
  std::vector<Creator> creators = {creator("must", 20'000, 0.001, 100), creator("star", 20'000, 0.5, 100),
                                   creator("twin1", 20'000, 0.05, 100), creator("twin2", 20'000, 0.05, 100),
                                   creator("weak", 20'000, 0.0001, 100)};
  PickRequest request = plain(creators, 300);
  request.include = {"must"};
  request.stability_draws = 400;
  const PickAnswer answer = answer_to(request);
  CHECK(answer.stability_draws == 400);
  REQUIRE(answer.stability.size() == 4);
  CHECK(answer.stability[0].row == 0);
  CHECK(answer.stability[0].share == 1);
  CHECK(answer.stability[1].row == 1);
  CHECK(answer.stability[1].share == 1);
  // 400 tosses of a coin: within 4 standard deviations of a half
  CHECK(answer.stability[2].share == doctest::Approx(0.5).epsilon(0.2));
  CHECK(answer.stability[2].share + answer.stability[3].share == doctest::Approx(1));

  const PickAnswer again = answer_to(request);
  CHECK(again.stability[2].share == answer.stability[2].share);
  request.seed = 2;
  CHECK(answer_to(request).stability[2].share != answer.stability[2].share);
}

TEST_CASE("the same request gives the same answer in slices of any size") {
  std::mt19937 engine(3);
  std::vector<Creator> creators;
  for (int i = 0; i < 300; ++i) {
    creators.push_back(creator("c" + std::to_string(i), 1'000 + engine() % 200'000, 0.01 + (engine() % 500) / 1e4,
                               20 + engine() % 900));
  }
  PickRequest request = plain(creators, 5'000);
  request.stability_draws = 20;
  const PickAnswer whole = answer_to(request);
  for (const std::size_t slice : {1u, 1'000u, 123'456u}) {
    PickRun run(request);
    double progress = 0;
    bool had_best = false;
    while (!run.done()) {
      run.advance(slice);
      CHECK(run.progress() >= progress);
      progress = run.progress();
      if (run.has_best() && !had_best) CHECK(run.answer().best.rows == whole.best.rows);
      had_best = run.has_best();
    }
    CHECK(run.progress() == 1);
    CHECK(run.answer().best.value == whole.best.value);
    CHECK(run.answer().plan_b->selection.rows == whole.plan_b->selection.rows);
    REQUIRE(run.answer().stability.size() == whole.stability.size());
    for (std::size_t i = 0; i < whole.stability.size(); ++i) {
      CHECK(run.answer().stability[i].share == whole.stability[i].share);
    }
  }
}

TEST_CASE("of 10,000 creators the best are picked, proven or with the gap") {
  std::mt19937 engine(11);
  std::vector<Creator> creators;
  for (int i = 0; i < 10'000; ++i) {
    const Platform platforms[] = {Platform::instagram, Platform::tiktok, Platform::youtube};
    creators.push_back(creator("c" + std::to_string(i), 1'000 + engine() % 500'000, 0.005 + (engine() % 800) / 1e4,
                               20 + engine() % 2'000, platforms[engine() % 3]));
  }
  PickRequest request;
  request.creators = creators;
  request.budget = 25'000;
  request.tiers = {{"nano", {2, std::nullopt}}, {"macro", {0, 3}}};
  request.platforms = {{Platform::tiktok, {1, 5}}};
  request.stability_draws = 0;
  const PickAnswer answer = answer_to(request);
  CHECK(answer.infeasible.empty());
  CHECK(answer.best.rows.size() > 10);
  CHECK(answer.best.spend <= 25'000);
  CHECK(answer.best.gap < 1e-6);
  std::size_t on_tiktok = 0;
  for (const std::size_t row : answer.best.rows) on_tiktok += creators[row].platform == Platform::tiktok;
  CHECK(on_tiktok >= 1);
  CHECK(on_tiktok <= 5);
}

TEST_CASE("a request that makes no sense is refused with its place") {
  const auto refused = [](const PickRequest& request, const char* code, const char* field) {
    const mf::Result<PickAnswer> answer = pick(request);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == code);
    CHECK(answer.error().field == field);
    CHECK(answer.error().message.back() == '.');
  };
  PickRequest request = plain(four, 250);
  request.budget = -1;
  refused(request, "out-of-range", "budget");
  request.budget = std::nan("");
  refused(request, "not-a-number", "budget");
  refused(plain({}, 250), "missing", "creators");
  request = plain(four, 250);
  request.creators[2].followers = HUGE_VAL;
  refused(request, "not-a-number", "creators[2].followers");
  request = plain(four, 250);
  request.tiers = {{"giant", {1, 2}}};
  refused(request, "unknown-tier", "tiers");
  request.tiers = {{"micro", {3, 2}}};
  refused(request, "upside-down", "tiers");
  request.tiers = {};
  request.total = {3, 2};
  refused(request, "upside-down", "total");
  request.total = {};
  request.inputs[Input::show_rate] = Uncertain{0.9, 0.1};
  refused(request, "upside-down", "showRate");
}

TEST_CASE("native and WebAssembly builds agree to the last bit") {
  std::mt19937 engine(2026);
  std::vector<Creator> creators;
  for (int i = 0; i < 200; ++i) {
    creators.push_back(creator("c" + std::to_string(i), 1'000 + engine() % 200'000, 0.01 + (engine() % 500) / 1e4,
                               20 + engine() % 900));
  }
  PickRequest request = plain(creators, 6'000);
  request.inputs[Input::show_rate] = Uncertain{0.7, 0.9};
  request.stability_draws = 10;
  const PickAnswer engagements = answer_to(request);
  request.objective = Objective::unique_reach;
  request.inputs[Input::reach_rate] = Uncertain{0.1, 0.4};
  request.inputs[Input::market_size] = Uncertain{1e6, 2e6};
  const PickAnswer reach = answer_to(request);
  double picked = 0;
  for (const PickShare& share : reach.stability) picked += share.share * static_cast<double>(share.row);
  CHECK(engagements.best.value == 0x1.6171208b06918p+17);
  CHECK(reach.best.value == 0x1.6c986cf6520c3p+19);
  CHECK(picked == 0x1.bbd6666666666p+11);
}
