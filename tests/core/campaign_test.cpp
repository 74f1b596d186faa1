#include "core/campaign.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>

using namespace mf::core;

namespace {

std::string code_of(Input input, double low, double high) {
  const std::optional<mf::Error> error = check_input(input, {low, high});
  if (!error) return "";
  CHECK(error->field == info_of(input).key);
  CHECK(error->message.ends_with('.'));
  return error->code;
}

}  // namespace

TEST_CASE("the inputs stand in the order of their enum, each with a key and a name of its own") {
  std::set<std::string_view> keys;
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < input_count; ++i) {
    const InputInfo& info = input_infos()[i];
    CHECK(static_cast<std::size_t>(info.input) == i);
    CHECK(&info_of(info.input) == &info);
    CHECK(*input_from_key(info.key) == info.input);
    CHECK(info.least < info.most);
    CHECK_FALSE(info.unit.empty());
    if (info.neutral) CHECK_FALSE(check_input(info.input, Uncertain::exact(*info.neutral)));
    keys.insert(info.key);
    names.insert(info.name);
  }
  CHECK(keys.size() == input_count);
  CHECK(names.size() == input_count);
  CHECK_FALSE(input_from_key("likes"));
}

TEST_CASE("a rate may be 0 or 1, and a range of rates neither") {
  CHECK(code_of(Input::margin, 0, 0).empty());
  CHECK(code_of(Input::margin, 1, 1).empty());
  CHECK(code_of(Input::margin, 0.2, 0.999).empty());
  CHECK(code_of(Input::margin, 0, 0.5) == "out-of-range");
  CHECK(code_of(Input::margin, 0.5, 1) == "out-of-range");
  CHECK(code_of(Input::margin, 1.01, 1.01) == "out-of-range");
  CHECK(code_of(Input::margin, -0.1, 0.5) == "out-of-range");
}

TEST_CASE("a range with its ends the wrong way round is said to be so") {
  const std::optional<mf::Error> error = check_input(Input::conversion_rate, {0.05, 0.02});
  REQUIRE(error);
  CHECK(error->code == "upside-down");
  CHECK(error->message == "Conversion rate goes from 5\u00A0% down to 2\u00A0%: give the lower end first.");
}

TEST_CASE("a value out of bounds is said with the bounds") {
  CHECK(check_input(Input::click_rate, Uncertain::exact(1.5))->message ==
        "Click rate of 150\u00A0% is outside 0\u00A0% to 100\u00A0%: give a value within.");
  CHECK(check_input(Input::fee, Uncertain::exact(-200))->message ==
        "Fee for a post of \u2212200 is outside 0 to 1,000,000,000,000: give a value within.");
  CHECK(code_of(Input::frequency, 0.5, 2) == "out-of-range");
  CHECK(code_of(Input::followers, 0, 0) == "out-of-range");
}

TEST_CASE("what is no number is said to be none") {
  CHECK(code_of(Input::fee, std::nan(""), 5) == "not-a-number");
  CHECK(code_of(Input::fee, 5, std::numeric_limits<double>::infinity()) == "not-a-number");
}

TEST_CASE("more people may be reached than follow") {
  CHECK(code_of(Input::reach_rate, 2, 2).empty());
  CHECK(code_of(Input::reach_rate, 0.5, 3).empty());
  CHECK(code_of(Input::reach_rate, 0.5, 1).empty());
  CHECK(code_of(Input::reach_rate, 0, 1) == "out-of-range");
}

TEST_CASE("a campaign has one to a thousand creators") {
  Plan plan;
  CHECK_FALSE(check_plan(plan));
  plan.creators = 0;
  CHECK(check_plan(plan)->field == "creators");
  plan.creators = 1'000;
  CHECK_FALSE(check_plan(plan));
  plan.creators = 1'001;
  CHECK(check_plan(plan)->message == "A campaign has 1 to 1,000 creators: 1,001 are planned.");
  plan.roster.resize(2);  // then it does not matter how many were said
  CHECK_FALSE(check_plan(plan));
}

TEST_CASE("an error of one creator says of which") {
  Plan plan;
  plan.roster.resize(4);
  plan.roster[3].inputs[Input::fee] = Uncertain{300, 200};
  const std::optional<mf::Error> error = check_plan(plan);
  REQUIRE(error);
  CHECK(error->field == "creators[3].fee");
  CHECK(error->message == "Creator 4: Fee for a post goes from 300 down to 200: give the lower end first.");
}

TEST_CASE("draws, certainty and currency have bounds, too") {
  Plan plan;
  plan.draws = 0;
  CHECK(check_plan(plan)->field == "draws");
  plan.draws = max_draws + 1;
  CHECK(check_plan(plan)->field == "draws");
  plan = {};
  plan.certainty = 1;
  CHECK(check_plan(plan)->field == "certainty");
  plan = {};
  plan.currency = "usd";
  CHECK(check_plan(plan)->field == "currency");
}

TEST_CASE("defaults fill what is open, and only that") {
  Plan plan;
  plan.inputs[Input::fee] = Uncertain::exact(100);
  const Default defaults[] = {{Input::fee, {1, 2}, {}, 'A', {}}, {Input::click_rate, {0.01, 0.02}, {}, 'A', {}}};
  const Plan full = completed(plan, defaults);
  CHECK(*full.inputs[Input::fee] == Uncertain::exact(100));
  CHECK(*full.inputs[Input::click_rate] == Uncertain{0.01, 0.02});
  CHECK_FALSE(full.inputs[Input::margin]);
}
