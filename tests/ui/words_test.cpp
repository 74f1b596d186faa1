#include "ui/words.h"

#include <doctest/doctest.h>

namespace mf::ui {
namespace {

TEST_SUITE("Figures in words") {
  TEST_CASE("Counts stand in groups of three") {
    CHECK(whole(0) == "0");
    CHECK(whole(999) == "999");
    CHECK(whole(1000) == "1,000");
    CHECK(whole(1234567890) == "1,234,567,890");
    CHECK(whole(-1500) == "\u22121,500");
  }
  TEST_CASE("Axes use short counts") {
    CHECK(compact(950) == "950");
    CHECK(compact(1000) == "1K");
    CHECK(compact(12300) == "12.3K");
    CHECK(compact(1250000) == "1.25M");
    CHECK(compact(2e9) == "2B");
  }
  TEST_CASE("A count goes back into its field as precisely as it came") {
    CHECK(typed(core::Count::exact(12300)) == "12,300");
    CHECK(typed({12300, 12250, 12350}) == "12.3K");
  }
  TEST_CASE("Rates are percent with two decimals and a space that does not break") {
    CHECK(percent(0.0336) == "3.36\u00a0%");
    CHECK(percent(890.0 / 7500.0) == "11.87\u00a0%");
    CHECK(percent(0) == "0.00\u00a0%");
    CHECK(percent(12.5) == "1,250.00\u00a0%");
  }
  TEST_CASE("Both ends of a range have the decimals that its upper end needs") {
    CHECK(percent_range(0.0902, 0.098) == "9.0\u20139.8\u00a0%");
    CHECK(percent_range(0.0512, 0.07) == "5.1\u20137.0\u00a0%");
    CHECK(percent_range(0.0977, 0.1254) == "10\u201313\u00a0%");
    CHECK(percent_range(0.002, 0.0041) == "0.20\u20130.41\u00a0%");
  }
  TEST_CASE("A range whose ends read the same is one number") {
    CHECK(from_to("$100", "$500") == "$100 to $500");
    CHECK(from_to("3.8", "12", "\u2013") == "3.8\u201312");
    CHECK(from_to("$100", "$100") == "$100");
  }
  TEST_CASE("What is missing is said in words, whatever its key") {
    CHECK(needed({"likes"}) == "needs likes");
    CHECK(needed({"storyViews", "earnedMediaValue"}) == "needs story views and earned media value");
  }
  TEST_CASE("Two digits are as sure as most figures are") {
    CHECK(to_two_digits(141'421) == 140'000);
    CHECK(to_two_digits(99.6) == 100);
    CHECK(to_two_digits(7) == 7);
  }
  TEST_CASE("One is singular") {
    CHECK(counted(1, "post", "posts") == "1 post");
    CHECK(counted(1200, "post", "posts") == "1,200 posts");
  }
}

}  // namespace
}  // namespace mf::ui
