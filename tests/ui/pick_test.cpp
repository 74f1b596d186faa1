#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "screen.h"
#include "ui/count_bounds.h"
#include "ui/pick_state.h"

namespace mf::ui {
namespace {

constexpr const char* list =
    "Handle,Platform,Followers,ER %,Fee (USD)\n"
    "@ada,Instagram,20000,3.0,200\n"
    "@ben,Instagram,30000,3.0,300\n"
    "@cleo,TikTok,40000,5.0,400\n"
    "@dev,TikTok,25000,5.0,900\n"
    "@edda,Instagram,,3.0,100\n";

std::string long_list(int rows) {
  std::string text = "handle,platform,followers,er,fee\n";
  for (int i = 0; i < rows; ++i) {
    const std::string number = std::to_string(i);
    text += "creator" + number + (i % 2 ? ",TikTok," : ",Instagram,") + std::to_string(8000 + i * 37 % 90000) + ',' +
            std::to_string(1 + i % 7) + ".5%," + std::to_string(80 + i * 13 % 900) + '\n';
  }
  return text;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

bool lists(const Screen& screen, std::string_view id, std::string_view part) {
  const std::vector<std::string> lines = screen.table(id);
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return contains(line, part); });
}

std::string press_of(const Screen& screen, std::string_view table, int row) {
  const std::string id = std::string(table) + "-press-" + std::to_string(row);
  REQUIRE(screen.node(id) != nullptr);
  return id;
}

bool is_marked(const Screen& screen, std::string_view id) {
  const form::Node* field = screen.node(id);
  REQUIRE(field != nullptr);
  return (field->flags & form::flag_invalid) != 0;
}

}  // namespace

TEST_SUITE("Pick creators") {
  TEST_CASE("It begins with a list: without one it says what to give") {
    Screen screen("tool=pick");
    CHECK(screen.text("pick-answer") == "Give a list of creators");
    CHECK(screen.node("sample") != nullptr);
    CHECK(screen.node("creators") == nullptr);
  }

  TEST_CASE("A pasted list is looked at before there is a budget") {
    Screen screen("tool=pick");
    screen.paste("paste", list);
    CHECK(contains(screen.text("paste-read"), "5 creators"));
    CHECK(screen.text("pick-answer") == "What is the budget for these 5 creators?");
    CHECK(screen.text("creators-answer") == "5 creators, 1 cannot be picked");
    CHECK(lists(screen, "creators", "@ada:"));
    CHECK(screen.node("plan-b-answer") == nullptr);
  }

  TEST_CASE("With a budget the answer is a sentence, and the creators stand below it") {
    Screen screen("tool=pick");
    screen.paste("paste", list);
    screen.type("budget", "$600");
    // Ada and Cleo: 600 + 2,000 followers' worth of engagement a post; Dev alone costs more than the budget.
    CHECK(contains(screen.text("pick-answer"), "Pick 2 of 5: $600 of $600, about "));
    CHECK(contains(screen.text("pick-answer"), " engagements"));
    CHECK(lists(screen, "picked", "@cleo:"));
    CHECK(lists(screen, "picked", "@ada:"));
    CHECK_FALSE(lists(screen, "picked", "@ben:"));
    CHECK(lists(screen, "creators", "costs more than there is to spend"));
    CHECK(contains(screen.node("budget-curve")->text, "$600"));
  }

  TEST_CASE("One press leaves a creator out, and one brings it back") {
    Screen screen("tool=pick&budget=600");
    screen.paste("paste", list);
    screen.press(press_of(screen, "picked", 0));
    CHECK(screen.state().pick.question.exclude == "@ada");
    CHECK_FALSE(lists(screen, "picked", "@ada:"));
    CHECK(lists(screen, "creators", "Left out by you."));
    screen.press(press_of(screen, "list", 0));
    CHECK(screen.state().pick.question.exclude.empty());
    CHECK(lists(screen, "picked", "@ada:"));
  }

  TEST_CASE("One press makes a creator a must, typed handles are the same") {
    Screen screen("tool=pick&budget=600");
    screen.paste("paste", list);
    screen.press(press_of(screen, "list", 1));
    CHECK(screen.state().pick.question.include == "@ben");
    CHECK(lists(screen, "picked", "@ben:"));
    screen.type("include", "BEN");
    CHECK(lists(screen, "picked", "Must be picked"));
    screen.type("include", "@nobody, ben");
    CHECK(is_marked(screen, "include"));
    CHECK(contains(screen.text("include-error"), "nobody"));
    CHECK(lists(screen, "picked", "@ben:"));
  }

  TEST_CASE("Plan B says what to do when the most valuable one declines") {
    Screen screen("tool=pick&budget=600");
    screen.paste("paste", list);
    CHECK(contains(screen.text("plan-b-answer"), "If @cleo says no: "));
    CHECK(contains(screen.text("plan-b-detail"), "@ben"));
    CHECK(contains(screen.text("plan-b-detail"), "less."));
    CHECK(screen.node("next-answer") != nullptr);
  }

  TEST_CASE("What cannot be read is marked at its field, and the rest still counts") {
    Screen screen("tool=pick&budget=600");
    screen.paste("paste", list);
    for (const char* wrong : {"a lot", "-5", "500 to 700"}) {
      CAPTURE(wrong);
      screen.type("budget", wrong);
      CHECK(is_marked(screen, "budget"));
      CHECK(contains(screen.text("pick-answer"), "What is the budget"));
      CHECK(screen.node("creators") != nullptr);
    }
    screen.type("budget", "600");
    CHECK_FALSE(is_marked(screen, "budget"));
    screen.press("conditions");
    screen.type("total", "some");
    CHECK(is_marked(screen, "total"));
    CHECK(contains(screen.text("pick-answer"), "Pick 2 of 5"));
    screen.type("total", "at most 1");
    CHECK(contains(screen.text("pick-answer"), "Pick 1 of 5"));
  }

  TEST_CASE("Conditions that cannot be met are answered with the reason") {
    Screen screen("tool=pick&budget=600&total=at+least+5");
    screen.paste("paste", list);
    screen.press("conditions");
    screen.type("total", "at least 5");
    CHECK(screen.text("pick-answer") == "Your conditions cannot all be met");
    CHECK(screen.text("pick-detail").size() > 20);
    CHECK(screen.node("picked") == nullptr);
    CHECK(screen.node("creators") != nullptr);
  }

  TEST_CASE("A budget below the cheapest picks nobody and says why") {
    Screen screen("tool=pick&budget=50");
    screen.paste("paste", list);
    CHECK(screen.text("pick-answer") == "Pick nobody");
    CHECK(contains(screen.text("pick-warning-0"), "the cheapest creator costs $200"));
  }

  TEST_CASE("Profit asks for what nobody publishes, beside it, and takes the rest from the campaign") {
    Screen screen("tool=pick&budget=600&campaign.clickRate=2");
    screen.paste("paste", list);
    screen.choose("objective", 3);
    CHECK(screen.text("pick-answer") == "One thing is missing");
    CHECK(screen.text("orderValue-note") == "needed");
    screen.type("orderValue", "60");
    screen.type("margin", "50");
    CHECK(screen.text("orderValue-note") == "yours");
    CHECK(screen.text("pick-answer") != "One thing is missing");
    screen.press("economics");
    CHECK(lists(screen, "economics-table", "Click rate | 2"));
    CHECK(contains(query_of(screen.state()), "campaign.orderValue=60"));
  }

  TEST_CASE("The sample is read like any list and has an answer at once") {
    Screen screen("tool=pick");
    screen.press("sample");
    CHECK(contains(screen.text("paste-read"), "24 creators"));
    CHECK(contains(screen.text("pick-answer"), " of 24: "));
    CHECK(lists(screen, "creators", "is far above what accounts of its size have"));
    CHECK(contains(screen.text("pick-answer"), " of $5,000, "));
    CHECK(contains(screen.text("pick-look"), "Look at @sample.ivo before you pay"));
    CHECK(contains(screen.text("pick-look"), "Ask for the fee of @sample.lena"));
    screen.press("clear");
    CHECK(screen.text("pick-answer") == "Give a list of creators");
    CHECK(screen.node("creators") == nullptr);
  }

  TEST_CASE("The whole choice can be saved, the list in it") {
    Screen screen("tool=pick&budget=600");
    screen.paste("paste", list);
    screen.press("keep-save");
    REQUIRE(screen.state().to_save);
    CHECK(screen.state().to_save->name == "creators.csv");
    CHECK(contains(screen.state().to_save->text, "ada,instagram,"));
    CHECK(contains(screen.state().to_save->text, "edda,instagram,"));
  }

  TEST_CASE("What is no list of creators says so") {
    Screen screen("tool=pick&budget=600");
    screen.paste("paste", "12.3K followers 567 following");
    CHECK(contains(screen.text("paste-read"), "no list of creators"));
    CHECK(screen.text("pick-answer") == "Give a list of creators");
  }

  TEST_CASE("A list without followers says that a column may be chosen for them") {
    Screen screen("tool=pick&budget=600");
    screen.paste("paste", "Name,Abo-Stand,Avg Likes,Avg Comments\nada,24000,900,20\nben,18000,700,31\n");
    CHECK(contains(screen.text("paste-read"), "choose so under What was read"));
    screen.paste("paste", "Name,Avg Views,Avg Likes\nada,24000,900\nben,18000,700\n");
    CHECK_FALSE(contains(screen.text("paste-read"), "choose so"));
  }

  TEST_CASE("The question travels in the address, the list does not") {
    const char* address =
        "tool=pick&budget=%245%2C000&objective=uniqueReach&include=%40ada%2C%20%40ben&exclude=cleo&total=2-5"
        "&tier.micro=at%20least%202&platform.tiktok=1&marketSize=2M";
    std::string query;
    PickQuestion asked;
    {
      Screen screen(address);
      screen.paste("paste", list);
      query = query_of(screen.state());
      asked = screen.state().pick.question;
    }
    CHECK_FALSE(contains(query, "20000"));
    Screen again(query);
    const PickQuestion& question = again.state().pick.question;
    CHECK(question == asked);
    CHECK(question.budget == "$5,000");
    CHECK(question.objective == core::Objective::unique_reach);
    CHECK(question.include == "@ada, @ben");
    REQUIRE(question.tiers.size() == 1);
    CHECK(question.tiers[0].second == "at least 2");
    REQUIRE(question.platforms.size() == 1);
    CHECK(question.platforms[0].first == core::Platform::tiktok);
  }

  TEST_CASE("Locked fields of an embedding page cannot be changed by a press either") {
    Screen screen("tool=pick&budget=600&lock=budget,include,exclude");
    screen.type("budget", "900");
    screen.paste("paste", list);
    CHECK(screen.state().pick.question.budget == "600");
    CHECK(screen.node("picked-press-0") == nullptr);
  }

  TEST_CASE("Every card says where its figures come from, in the tree and on a phone") {
    for (const float width : {320.0f, 1200.0f}) {
      CAPTURE(width);
      Screen screen("tool=pick", width);
      screen.press("sample");
      for (const form::Node& node : screen.nodes()) {
        if (node.role != form::Role::region) continue;
        CAPTURE(node.id);
        CHECK(screen.node(node.details) != nullptr);
      }
      for (const form::Node& node : screen.nodes()) {
        CAPTURE(node.id);
        CHECK(node.box.x + node.box.width <= width + 0.5f);
      }
    }
  }

  TEST_CASE("10,000 creators are read, looked at and picked from, and never all described") {
    Screen screen("tool=pick");
    screen.give_file("creators.csv", long_list(10'000));
    CHECK(contains(screen.text("file-read"), "10,000 creators"));
    screen.type("budget", "50,000");
    CHECK(contains(screen.text("pick-answer"), " of 10,000: "));
    CHECK(screen.nodes().size() < 1'500);
    CHECK(screen.table("creators").size() == 21);
    screen.press("creators-more");
    CHECK(screen.table("creators").size() == 41);
  }
}

TEST_SUITE("Typed handles") {
  TEST_CASE("Commas, semicolons, line ends and the next @ part them; names may hold spaces") {
    CHECK(handles_in("@ada, Ben Doe;cleo\n@dev @edda") ==
          std::vector<std::string_view>{"ada", "Ben Doe", "cleo", "dev", "edda"});
    CHECK(handles_in(" , @ ,").empty());
    CHECK(same_handle("@Ada", "ada "));
    std::string typed = "@ada";
    add_handle(typed, "ADA");
    CHECK(typed == "@ada");
    add_handle(typed, "ben");
    CHECK(typed == "@ada, @ben");
    remove_handle(typed, "Ada");
    CHECK(typed == "@ben");
  }
}

TEST_SUITE("Typed counts") {
  TEST_CASE("How many is one number, a range, or one end of it") {
    const auto bounds = [](const char* text) { return **read_count_bounds(text, "total"); };
    CHECK(bounds("3") == core::CountBounds{3, 3});
    CHECK(bounds("0") == core::CountBounds{0, 0});
    CHECK(bounds("2 to 5") == core::CountBounds{2, 5});
    CHECK(bounds("2-5") == core::CountBounds{2, 5});
    CHECK(bounds("At least 2") == core::CountBounds{2, std::nullopt});
    CHECK(bounds("2+") == core::CountBounds{2, std::nullopt});
    CHECK(bounds("\u2265 2") == core::CountBounds{2, std::nullopt});
    CHECK(bounds("at most 4") == core::CountBounds{0, 4});
    CHECK(bounds("up to 4") == core::CountBounds{0, 4});
    CHECK(bounds("<=4") == core::CountBounds{0, 4});
    CHECK_FALSE(*read_count_bounds(" ", "total"));
    for (const char* wrong : {"some", "-1", "at least", "at most 2 to 5", "+", "5 to 2"}) {
      CAPTURE(wrong);
      CHECK_FALSE(read_count_bounds(wrong, "total"));
    }
  }
}

}  // namespace mf::ui
