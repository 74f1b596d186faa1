#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/benchmarks.h"
#include "screen.h"
#include "ui/figure_words.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

std::ptrdiff_t count_of(const Screen& screen, form::Role role) {
  return std::count_if(screen.nodes().begin(), screen.nodes().end(),
                       [&](const form::Node& node) { return node.role == role; });
}

TEST_SUITE("Numbers") {
  TEST_CASE("Every record can be found, twenty at a time, each with its publisher's address") {
    Screen screen("tool=numbers");
    const auto all = core::benchmarks().size();
    CHECK(screen.text("numbers-count") == std::to_string(all) + " figures");
    while (screen.node("numbers-more")) screen.press("numbers-more");
    for (const core::Benchmark& record : core::benchmarks()) {
      CAPTURE(record.id);
      const form::Node* source = screen.node(form::part_id(record.id, "source"));
      REQUIRE(source != nullptr);
      CHECK(source->value == record.source->url);
      CHECK(screen.text(form::part_id(record.id, "says")).size() > 1);
    }
  }

  TEST_CASE("The search takes every word in any case, over title, publisher and definition") {
    Screen screen("tool=numbers");
    screen.type("search", "MODASH instagram");
    CHECK(screen.text("numbers-count") == "7 figures");
    screen.type("search", "nothing like this");
    CHECK(screen.text("numbers-count") == "0 figures");
    CHECK(screen.text("numbers-hint").find("Nothing matches") == 0);
  }

  TEST_CASE("A replaced figure is marked where it stands and where it acts, and one press returns it") {
    Screen screen("tool=numbers&followers=23400");
    screen.type("search", "B0386");
    screen.press("B0386-edit");
    screen.type("B0386-0", "250");
    screen.press("B0386-use");
    CHECK(screen.text("B0386-published").find("Yours. Published: $100") == 0);
    CHECK(screen.text("replaced").find("your own") != std::string::npos);

    screen.press("tools-0");
    CHECK(screen.text("fee-sources").find("your own") != std::string::npos);
    screen.press("fee-toggle");
    CHECK(screen.everything().find("$250 per 10,000") != std::string::npos);

    screen.press("tools-3");
    screen.press("B0386-restore");
    CHECK(screen.node("B0386-published") == nullptr);
    CHECK(screen.state().replacements.empty());
  }

  TEST_CASE("A figure that cannot be is refused at its field, and nothing changes until it is right") {
    Screen screen("tool=numbers");
    screen.type("search", "B0197");
    screen.press("B0197-edit");
    for (const char* wrong : {"", "abc", "-3", "250"}) {
      CAPTURE(wrong);
      screen.type("B0197-0", wrong);
      CHECK((screen.node("B0197-0")->flags & form::flag_invalid) != 0);
      screen.press("B0197-use");
      CHECK(screen.state().replacements.empty());
      CHECK(screen.node("B0197-0")->value == wrong);
    }
    screen.press("B0197-leave");
    CHECK(screen.node("B0197-0") == nullptr);
  }

  TEST_CASE("The famous claims stand first, each with what it traces to") {
    Screen screen("tool=numbers");
    screen.choose("kind", 1);
    const std::string all = screen.everything();
    for (const char* figure : {"60%", "82%", "22.2", "70%"}) {
      CAPTURE(figure);
      CHECK(all.find(figure) != std::string::npos);
    }
    CHECK(screen.text("claim-82-percent-status") == "Misapplied");
    CHECK(count_of(screen, form::Role::link) > 10);
  }

  TEST_CASE("Each formula says who it is from") {
    Screen screen("tool=numbers");
    screen.choose("kind", 2);
    CHECK(count_of(screen, form::Role::heading) > 6);
    CHECK(screen.text("formula-interval-source") == "Hettmansperger and Sheather, 1986.");
  }

  TEST_CASE("Replaced figures and the tool travel in the address") {
    Screen screen("tool=numbers&figure=B0386-value-250&figure=B0197-averageFrom-3.5");
    REQUIRE(screen.state().replacements.size() == 2);
    CHECK(screen.state().replacements[1].value == doctest::Approx(0.035));
    CHECK(query_of(screen.state()) == "tool=numbers&figure=B0386-value-250&figure=B0197-averageFrom-3.5");
  }

  TEST_CASE("What an address cannot replace is passed over") {
    for (const char* odd :
         {"figure=", "figure=B0386", "figure=B0386-value", "figure=B0386-median-3", "figure=X-value-3",
          "figure=B0386-value-abc", "figure=-", "figure=--", "figure=B0386-value--5"}) {
      CAPTURE(odd);
      CHECK(state_from_query(odd).replacements.empty());
    }
  }

  TEST_CASE("A hidden tool has no tab, and a single tool needs none") {
    CHECK(Screen("followers=12300").node("tools") != nullptr);
    CHECK(Screen("followers=12300&hide=campaign,pick,numbers").node("tools") == nullptr);
  }
}

TEST_SUITE("Figures in words") {
  TEST_CASE("A figure is said with its unit") {
    CHECK(figure_in_words(0.00327, "fraction") == "0.327\u00a0%");
    CHECK(figure_in_words(0.0338, "fraction") == "3.38\u00a0%");
    CHECK(figure_in_words(1105, "USD per post") == "$1,105 per post");
    CHECK(figure_in_words(6.5, "USD per 1,000 impressions") == "$6.50 per 1,000 impressions");
    CHECK(figure_in_words(2, "posts a week") == "2\u00a0posts a week");
    CHECK(figure_in_words(0.25, "fraction more") == "25\u00a0% more");
    CHECK(figure_in_words(0.2, "fraction either way") == "20\u00a0% either way");
  }
  TEST_CASE("A range shares its unit, and is one number where its ends read the same") {
    CHECK(range_in_words(32, 42, "USD per 1,000 views") == "$32\u201342 per 1,000 views");
    CHECK(range_in_words(0.4, 0.5, "fraction more") == "40\u201350\u00a0% more");
    CHECK(range_in_words(0.25, 0.25, "fraction") == "25\u00a0%");
  }
  TEST_CASE("A record says which accounts it is about") {
    CHECK(title_of(*core::benchmark("B0407")) == "Fee, Instagram, 2,000 to 100,000 followers");
    for (const core::Benchmark& record : core::benchmarks()) {
      if (record.max_followers != record.min_followers + 1) continue;
      CAPTURE(record.id);
      CHECK(title_of(record).ends_with(", at " + whole(record.min_followers) + " followers"));
    }
  }
  TEST_CASE("A typed figure is what the record would hold") {
    CHECK(figure_from_words("3.2", "fraction") == doctest::Approx(0.032));
    CHECK(figure_from_words("3.2 %", "fraction") == doctest::Approx(0.032));
    CHECK(figure_from_words("$1,250", "USD per post") == 1250);
    CHECK(figure_from_words("40 %", "fraction more") == doctest::Approx(0.4));
    CHECK(figure_to_type(0.4, "fraction more") == "40");
    CHECK(typed_unit("fraction more") == "% more");
    CHECK_FALSE(figure_from_words("", "fraction"));
    CHECK_FALSE(figure_from_words("a lot", "USD per post"));
    CHECK_FALSE(figure_from_words("3 %", "USD per post"));
  }
}

}  // namespace
}  // namespace mf::ui
