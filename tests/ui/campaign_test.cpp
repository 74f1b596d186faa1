#include <doctest/doctest.h>

#include <string>

#include "screen.h"
#include "ui/campaign_words.h"

namespace mf::ui {
namespace {

// One creator, one post for $500, 1,000 clicks of which 2 % buy for $50 at a margin of 50 %: a plan without a range.
constexpr std::string_view exact =
    "tool=campaign&creators=1&followers=100000&reachRate=100&clickRate=1&conversionRate=2&orderValue=50&margin=50&"
    "fee=500&engagementRate=2&showRate=100";

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_SUITE("Plan a campaign") {
  TEST_CASE("An empty plan starts from what is published and asks for what nobody publishes") {
    Screen screen("tool=campaign");
    CHECK(screen.text("odds-answer") == "What does a sale bring you?");
    CHECK(holds(screen.text("odds-detail"), "the order value and the margin"));
    CHECK(screen.text("orderValue-note") == "needed");
    CHECK(screen.text("showRate-note") == "(nothing)");  // folded
    CHECK(holds(screen.text("conversionRate-note"), "published, grade"));
    CHECK(screen.node("conversionRate")->value.empty());
    CHECK(holds(screen.node("conversionRate")->text, "%"));  // the published range stands there to be replaced
    CHECK(screen.table("returns").size() > 5);
  }

  TEST_CASE("With one number everywhere the answer is the formula's") {
    Screen screen{exact};
    // 100,000 reached, 1,000 clicks, 20 orders, $1,000, of which $500 stay: as much as the post costs.
    CHECK(screen.text("odds-answer") == "Breaks even");
    CHECK(screen.table("break-even")[1] == "Orders | \xE2\x89\xA5 20");
    CHECK(screen.table("break-even")[2] == "Conversion rate | \xE2\x89\xA5 2\xC2\xA0%");
    CHECK(screen.table("break-even")[3] == "Fee for a post | \xE2\x89\xA4 $500");
    screen.type("orderValue", "100");
    CHECK(screen.text("odds-answer") == "Makes $500");
    screen.type("orderValue", "0");
    CHECK(screen.text("odds-answer") == "Loses $500");
  }

  TEST_CASE("A range gives odds, a picture of them, and what drives them") {
    Screen screen{exact};
    screen.type("conversionRate", "1 to 4");
    CHECK(holds(screen.text("odds-answer"), "likely to make money"));
    REQUIRE(screen.node("odds") != nullptr);
    CHECK(holds(screen.node("odds")->text, "loses"));
    REQUIRE(screen.node("drivers") != nullptr);
    CHECK(holds(screen.node("drivers")->text, "Conversion rate moves the median return from"));
    screen.press("drivers-toggle");
    CHECK(screen.table("drivers-table").size() == 2);  // nothing else is uncertain
  }

  TEST_CASE("A bad value is marked at its field, and the rest is computed all the same") {
    Screen screen{exact};
    for (const std::string_view bad : {"5 to 2", "abc", "150 %", "-3"}) {
      CAPTURE(bad);
      screen.type("clickRate", bad);
      CHECK(screen.node("clickRate")->value == bad);
      CHECK((screen.node("clickRate")->flags & form::flag_invalid) != 0);
      CHECK(screen.text("clickRate-error").size() > 20);
      CHECK(screen.text("clickRate-note") == "not used");
      CHECK(screen.node("returns") != nullptr);
    }
    screen.type("creators", "0");
    CHECK(screen.text("creators-error").size() > 20);
    CHECK(screen.node("returns") != nullptr);
  }

  TEST_CASE("The odds say what they were computed without") {
    Screen screen{exact};
    CHECK(screen.node("odds-left-out") == nullptr);
    screen.type("fee", "5 to 2");
    CHECK(screen.text("odds-left-out") ==
          "Without the fee for a post: what is typed there cannot be used. Its field says why.");
    CHECK(holds(screen.text("said"), "Without the fee for a post"));
    screen.type("creators", "many");
    CHECK(screen.text("odds-left-out") ==
          "Without the number of creators and the fee for a post: what is typed there cannot be used. Their fields say "
          "why.");
    screen.type("creators", "20");
    screen.type("fee", "150");
    CHECK(screen.node("odds-left-out") == nullptr);
  }

  TEST_CASE("A slider says live what another fee would do") {
    Screen screen{exact};
    screen.type("conversionRate", "1 to 4");
    const std::string before = screen.text("tried-fee-says");
    screen.type("tried-fee", "0");
    CHECK(holds(screen.text("tried-fee-says"), "$0 a post: 100\xC2\xA0% likely to pay"));
    screen.type("tried-fee", "200");
    CHECK(screen.text("tried-fee-says") != before);
    CHECK(holds(screen.text("tried-fee-says"), "likely to pay"));
  }

  TEST_CASE("One click sets a macro beside the micros for the same money, and says which risk remains") {
    Screen screen("tool=campaign&creators=20&followers=25000&orderValue=40 to 60&margin=50&fee=150");
    screen.press("add-macro");
    REQUIRE(screen.node("scenarios") != nullptr);
    const std::vector<std::string> table = screen.table("scenarios");
    CHECK(holds(table[0], "1 macro"));
    CHECK(screen.text("scenarios-says").size() > 20);
    CHECK(screen.state().campaign.scenarios.size() == 2);
    for (int i = 0; i < 3; ++i) {
      if (screen.node("add-copy")) screen.press("add-copy");
    }
    CHECK(screen.state().campaign.scenarios.size() == 4);
    CHECK(screen.node("add-copy") == nullptr);
    screen.press("remove-scenario");
    CHECK(screen.state().campaign.scenarios.size() == 3);
    screen.choose("scenario", 0);
    CHECK(screen.node("fee")->value == "150");
  }

  TEST_CASE("Results typed afterwards show which assumption was off, and what to believe now") {
    Screen screen(
        "tool=campaign&creators=20&followers=25000&clickRate=1&conversionRate=2 to "
        "4&orderValue=50&margin=50&fee=150&showRate=100&reachRate=20");
    screen.press("results-toggle");
    screen.type("result-clicks", "1,000");
    screen.type("result-orders", "5");
    CHECK(holds(screen.text("result-answer"), "onversion"));
    REQUIRE(screen.node("result-assumptions") != nullptr);
    CHECK(screen.text("result-odds").size() > 20);
    screen.type("result-orders", "2 to 5");
    CHECK(screen.text("result-orders-error") == "A result is one number.");
    screen.type("result-orders", "2000");
    CHECK(screen.text("result-error").size() > 3);
  }

  TEST_CASE("Of pasted posts only those that carry the campaign's hashtag count") {
    Screen screen(exact);
    screen.press("results-toggle");
    screen.paste("paste", "Caption\tLikes\tComments\n#spring rain\t100\t10\nno tag\t900\t90\nmore #Spring\t50\t5\n");
    CHECK(holds(screen.text("result-tag-needed"), "hashtag"));
    screen.type("result-hashtag", "spring");
    CHECK(holds(screen.text("result-tagged"), "2 posts carry the hashtag, of 3 posts"));
    CHECK(screen.node("result-engagements")->text == "165");
  }

  TEST_CASE("The brief carries the plan's numbers and the person's words") {
    Screen screen{exact};
    screen.press("brief-toggle");
    screen.type("brief-hashtag", "#rainday");
    CHECK(holds(screen.everything(), "rainday"));
    CHECK(holds(screen.everything(), "article 001"));
    screen.type("brief-mark", "the red cup");
    screen.press("brief-save");
    REQUIRE(screen.state().to_save);
    CHECK(screen.state().to_save->name == "brief.txt");
    CHECK(holds(screen.state().to_save->text, "Put #rainday under every post"));
    CHECK(holds(screen.state().to_save->text, "Let the red cup be seen in each of them"));
  }

  TEST_CASE("The brief is for the creators that were picked") {
    Screen screen("tool=pick&budget=200");
    screen.paste("paste", "handle\tfollowers\tER\tfee\n@ana\t20000\t5%\t$150\n@ben\t30000\t2%\t$900\n");
    screen.press("tools-1");
    screen.press("brief-toggle");
    CHECK(holds(screen.everything(), "@ana"));
    CHECK_FALSE(holds(screen.everything(), "@ben"));
  }

  TEST_CASE("Media value is a range that is not cash, and other sites' formulas stand side by side") {
    Screen screen("tool=campaign&orderValue=50&margin=50");
    CHECK(holds(screen.text("emv-title"), "not cash"));
    screen.press("emv-toggle");
    CHECK(screen.table("emv-methods").size() > 4);
    screen.press("sites-toggle");
    CHECK(holds(screen.everything(), "Break-even"));
    CHECK(screen.table("sites-table-return-on-spend").size() > 4);
  }

  TEST_CASE("An address holds the plan and its scenarios") {
    std::string address;
    std::vector<Scenario> scenarios;
    {
      Screen screen{exact};
      screen.type("margin", "40 to 60 %");
      screen.press("add-copy");
      screen.type("fee", "$400");
      address = query_of(screen.state());
      scenarios = screen.state().campaign.scenarios;
    }
    CHECK(holds(address, "tool=campaign"));
    CHECK(holds(address, "margin=40%20to%2060%20%25"));
    CHECK(holds(address, "2.fee=%24400"));
    Screen again{address};
    CHECK(again.state().campaign.scenarios == scenarios);
  }

  TEST_CASE("Each tool keeps what was typed into it, in the address too") {
    Screen screen("followers=12300&campaign.fee=90");
    CHECK(screen.text("verdict-answer").size() > 5);
    CHECK(query_of(screen.state()) == "platform=instagram&followers=12300&campaign.fee=90");
    screen.press("tools-1");
    CHECK(screen.node("fee")->value == "90");
    CHECK(holds(query_of(screen.state()), "micro.followers=12300"));
    CHECK(holds(query_of(screen.state()), "fee=90"));
  }

  TEST_CASE("A locked field cannot be changed, and stays when the plan is cleared") {
    Screen screen("tool=campaign&margin=50&orderValue=20&lock=margin");
    screen.type("margin", "90");
    CHECK(screen.node("margin")->value == "50");
    screen.press("campaign-clear");
    CHECK(screen.node("margin")->value == "50");
    CHECK(screen.node("orderValue")->value.empty());
  }

  TEST_CASE("A figure replaced under Numbers moves the plan") {
    Screen screen("tool=campaign&followers=25000&figure=B0802-mean-50");
    screen.press("audience-toggle");
    CHECK(screen.node("showRate")->text == "50 %");
  }
}

TEST_SUITE("Words of a campaign") {
  TEST_CASE("Counts, money, shares and chances have as many digits as are worth reading") {
    CHECK(short_count(138'234) == "138K");
    CHECK(short_count(4'126) == "4.13K");
    CHECK(short_count(999'700) == "1M");
    CHECK(short_count(78) == "78");
    CHECK(rounded_money(14'126, "USD") == "$14,100");
    CHECK(rounded_money(-11'234, "USD") == "\xE2\x88\x92$11,200");
    CHECK(signed_percent(0.374) == "+37\xC2\xA0%");
    CHECK(signed_percent(-0.52) ==
          "\xE2\x88\x92"
          "52\xC2\xA0%");
    CHECK(signed_percent(0) == "0\xC2\xA0%");
    CHECK(chance(0.694) == "69\xC2\xA0%");
    CHECK(chance(0.9999) == "over 99\xC2\xA0%");
    CHECK(chance(0.0004) == "under 1\xC2\xA0%");
  }
}

}  // namespace
}  // namespace mf::ui
