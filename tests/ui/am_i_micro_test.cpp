#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "screen.h"

namespace mf::ui {
namespace {

constexpr char posts[] =
    "Post ID,Likes,Comments,Saves,Shares,Reach,Views\n"
    "1,800,40,30,20,7500,9000\n";

bool starts_with(const std::string& text, std::string_view start) { return text.starts_with(start); }

TEST_SUITE("Am I micro?") {
  TEST_CASE("Before anything is given it asks for one number and shows what publishers mean") {
    Screen screen;
    CHECK(screen.text("verdict-answer") == "How many followers?");
    CHECK(screen.node("ruler")->text.find("Share of publishers") == 0);
    screen.press("schemes-toggle");
    CHECK(screen.table("schemes")[0] == "Publisher, year, grade | Micro means");
    CHECK(screen.node("reading") == nullptr);
  }

  TEST_CASE("A pasted profile gives followers, platform and a verdict with its count of publishers") {
    Screen screen;
    screen.paste("paste", "1,234 posts 12.3K followers 567 following");
    CHECK(screen.node("followers")->value == "12.3K");
    CHECK(screen.text("verdict-answer") == "Yes: micro for 33 of 40 publishers");
    CHECK(screen.text("paste-read") == "Read your text: 12.3K followers.");
    CHECK(screen.table("paste-details-mapping").size() == 4);
  }

  TEST_CASE("A posts table and a follower count give a rate for every denominator that the table has") {
    Screen screen("followers=25000");
    screen.give_file("posts.csv", posts);
    CHECK(screen.table("engagement") ==
          std::vector<std::string>{
              "by | followers | reach | views", "Median | 3.36\u00a0% | 11.20\u00a0% | 9.33\u00a0%",
              "90\u00a0% interval | too few | too few | too few", "Mean | 3.36\u00a0% | 11.20\u00a0% | 9.33\u00a0%",
              "Trimmed mean | 3.36\u00a0% | 11.20\u00a0% | 9.33\u00a0%", "Posts | 1 | 1 | 1"});
    SUBCASE("counting everything given") {
      screen.choose("counted", 1);
      CHECK(screen.table("engagement")[1] == "Median | 3.56\u00a0% | 11.87\u00a0% | 9.89\u00a0%");
    }
    SUBCASE("counting likes alone") {
      screen.choose("counted", 2);
      CHECK(screen.table("engagement")[1] == "Median | 3.20\u00a0% | 10.67\u00a0% | 8.89\u00a0%");
    }
  }

  TEST_CASE("Posts without a follower count still give the rates that need none, and the missing count is asked for") {
    Screen screen;
    screen.give_file("posts.csv", posts);
    CHECK(screen.text("file-read").find("no follower total") != std::string::npos);
    CHECK(screen.table("engagement")[0] == "by | reach | views");
  }

  TEST_CASE("A wrong follower count gets a sentence at its field, stays as typed, and gives no verdict") {
    for (const char* wrong : {"-5", "1e400", "NaN", "Infinity", "abc", "12,3,4x", "99999999999999"}) {
      CAPTURE(wrong);
      Screen screen;
      screen.type("followers", wrong);
      CHECK(screen.node("followers")->value == wrong);
      CHECK((screen.node("followers")->flags & form::flag_invalid) != 0);
      CHECK(screen.node("followers")->described_by.find("followers-error") != std::string::npos);
      CHECK(screen.text("followers-error").size() > 20);
      CHECK(screen.text("verdict-answer") == "The follower count needs a look");
    }
  }

  TEST_CASE("What cannot be read is answered in its place and nothing given before is lost") {
    Screen screen("followers=12300");
    screen.give_file("photo.png", "\x89PNG\r\n\x1a\n....");
    CHECK((screen.node("file-read")->flags & form::flag_alert) != 0);
    CHECK(screen.node("followers")->value == "12300");
    CHECK(starts_with(screen.text("verdict-answer"), "Yes: micro for"));
  }

  TEST_CASE("Half a line being typed into the paste box is no mistake until the box is left") {
    Screen screen;
    screen.type("paste", "hello");
    CHECK(screen.node("paste-read") == nullptr);
    screen.paste("paste", "hello");
    CHECK((screen.node("paste-read")->flags & form::flag_alert) != 0);
    CHECK(screen.node("paste")->value == "hello");
  }

  TEST_CASE("One number answers at once, without the reader") {
    Screen screen;
    screen.hold_reader();
    screen.type("followers", "12.3K");
    CHECK(screen.text("verdict-answer") == "Yes: micro for 33 of 40 publishers");
  }

  TEST_CASE("What takes long to be read is said to be, politely and in the place of its answer") {
    Screen screen;
    screen.hold_reader();
    screen.paste("paste", "1,234 posts 12.3K followers 567 following");
    CHECK(screen.node("paste-read") == nullptr);
    takes_long(screen.state(), screen.state().stats.paste.waiting->ticket);
    screen.resize(1200);
    CHECK(screen.text("paste-read") == "Reading your text\u2026");
    CHECK((screen.node("paste-read")->flags & form::flag_status) != 0);
    CHECK(screen.node("paste-read-part") == nullptr);
    takes_long(screen.state(), screen.state().stats.paste.waiting->ticket, 0.409);
    screen.resize(1200);
    CHECK(screen.text("paste-read") == "Reading your text\u2026");
    CHECK(screen.text("paste-read-part") == "40 % of it read");
    screen.release_reader();
    CHECK(screen.text("paste-read") == "Read your text: 12.3K followers.");
  }

  TEST_CASE("What takes long can be stopped, and its answer then changes nothing") {
    Screen screen;
    screen.hold_reader();
    screen.paste("paste", "1,234 posts 12.3K followers 567 following");
    takes_long(screen.state(), screen.state().stats.paste.waiting->ticket);
    screen.resize(1200);
    screen.press("paste-read-stop");
    CHECK(screen.node("paste-read") == nullptr);
    CHECK(screen.node("paste")->value == "1,234 posts 12.3K followers 567 following");
    screen.release_reader();
    CHECK(screen.node("paste-read") == nullptr);
    CHECK(screen.node("followers")->value.empty());
  }

  TEST_CASE("Leaving the paste box does not take back what was typed since") {
    constexpr std::string_view profile = "1,234 posts 12.3K followers 567 following";
    Screen screen;
    screen.paste("paste", profile);
    screen.type("followers", "5000000");
    screen.paste("paste", profile);
    CHECK(screen.node("followers")->value == "5000000");
    CHECK(starts_with(screen.text("verdict-answer"), "No: micro for none"));
  }

  TEST_CASE("A rounded count on both sides of a line says so") {
    Screen screen;
    screen.type("followers", "99.9K");
    CHECK(screen.node("verdict-rounded") == nullptr);
    screen.type("followers", "100K");
    CHECK(screen.text("verdict-rounded").find("99,500") != std::string::npos);
  }

  TEST_CASE("The distance to a line is a range where the count is rounded") {
    Screen screen;
    screen.type("followers", "99.9K");
    CHECK(screen.text("verdict-detail").find("100,000 (51 to 150 to go)") != std::string::npos);
    screen.type("followers", "99,900");
    CHECK(screen.text("verdict-detail").find("100,000 (100 to go)") != std::string::npos);
  }

  TEST_CASE("The table of definitions opens and closes, and every publisher with an address is a link to it") {
    Screen screen("followers=12300");
    screen.press("schemes-toggle");
    CHECK((screen.node("schemes-toggle")->flags & form::flag_expanded) != 0);
    const auto links = std::count_if(screen.nodes().begin(), screen.nodes().end(),
                                     [](const form::Node& node) { return node.role == form::Role::link; });
    CHECK(links == static_cast<std::ptrdiff_t>(screen.table("schemes").size()) - 1 - 5);  // header and five articles
    screen.press("schemes-toggle");
    CHECK(screen.node("schemes") == nullptr);
  }

  TEST_CASE("An account is placed among others of its size as a range, and few posts say how much is data") {
    Screen screen("followers=25000");
    screen.press("sample");
    CHECK(screen.text("expected-answer") == "Above 83 to 93 of 100");
    CHECK(screen.node("expected-curve")->text.find("80\u00a0% of accounts") != std::string::npos);
    screen.give_file("posts.csv", posts);
    CHECK(screen.text("expected-weight").find("With 1 post this is") == 0);
  }

  TEST_CASE("Where nothing is published by size it says what is known instead of a curve") {
    for (const char* platform : {"linkedin", "facebook", "any"}) {
      CAPTURE(platform);
      Screen screen(std::string("followers=25000&platform=") + platform);
      CHECK(screen.text("expected-answer") == "No published curve for this");
      CHECK(screen.text("expected-detail").size() > 40);
      CHECK(screen.node("expected-curve") == nullptr);
    }
  }

  TEST_CASE("A fee is a range over the published methods, with the reason for the spread and every method on demand") {
    Screen screen("followers=23400");
    CHECK(screen.text("fee-answer").find(" to $") != std::string::npos);
    CHECK(screen.text("fee-detail").find("published methods") != std::string::npos);
    screen.press("fee-toggle");
    CHECK(screen.table("fee-methods").size() > 10);
    CHECK(screen.everything().find("23,400 followers \u00d7 $100 per 10,000") != std::string::npos);
  }

  TEST_CASE("A price whose ends are the same is one number") {
    Screen screen("followers=23400&figure=B0417-low-5&figure=B0417-high-5");
    screen.press("fee-toggle");
    CHECK(screen.everything().find("\u00d7 $5 per 1,000") != std::string::npos);
    CHECK(screen.everything().find("$5 to $5") == std::string::npos);
  }

  TEST_CASE("Dated follower counts tell when the next line is reached, as a range") {
    Screen screen;
    std::string history = "Date,Followers\n";
    for (int month = 1; month <= 9; ++month) {
      for (int day = 1; day <= 28; day += 9) {
        history += "2026-0" + std::to_string(month) + (day < 10 ? "-0" : "-") + std::to_string(day) + ',' +
                   std::to_string(40000 + month * 1000 + day * 30) + '\n';
      }
    }
    screen.type("followers", "50,000");
    screen.paste("paste", history);
    CHECK(screen.text("growth-answer") == "100,000");
    CHECK(screen.text("growth-when").find("Between ") == 0);
    CHECK(screen.text("growth-detail").find("a month") != std::string::npos);
  }

  TEST_CASE("Readiness has a self-check where nothing measures it, and the answer stays") {
    Screen screen("followers=23400");
    CHECK(screen.text("quality-title").find("for you to judge") != std::string::npos);
    screen.choose("quality-check", 2);
    CHECK((screen.node("quality-check-2")->flags & form::flag_checked) != 0);
  }

  TEST_CASE("The sample gives a whole answer and says that it is made up; clearing takes all of it away") {
    Screen screen;
    screen.press("sample");
    CHECK(screen.text("file-read").find("made-up") != std::string::npos);
    CHECK(starts_with(screen.text("verdict-answer"), "Yes: micro for"));
    CHECK(screen.table("engagement")[0] == "by | followers | reach | views");
    screen.press("clear");
    CHECK(screen.text("verdict-answer") == "How many followers?");
    CHECK(screen.node("followers")->value.empty());
  }

  TEST_CASE("A locked field keeps its value whatever is typed, pasted or cleared") {
    Screen screen("followers=5000&platform=tiktok&lock=followers,platform");
    screen.type("followers", "9");
    screen.choose("platform", 0);
    screen.paste("paste", "1,234 posts 12.3K followers 567 following");
    screen.press("clear");
    CHECK(screen.node("followers")->value == "5000");
    CHECK(screen.state().platform == core::Platform::tiktok);
  }

  TEST_CASE("Of choices that come faster than frames the last one counts") {
    Screen screen("followers=12300");
    screen.choose("platform", {1, 2});
    CHECK(screen.state().platform == core::Platform::youtube);
  }

  TEST_CASE("Where each platform has the numbers is told to whoever asks, of the chosen platform first") {
    Screen screen("platform=youtube");
    CHECK(screen.everything().find("YouTube Studio") == std::string::npos);
    screen.press("own-numbers");
    CHECK((screen.node("own-numbers")->flags & form::flag_expanded) != 0);
    std::vector<std::string> platforms;
    for (const form::Node& node : screen.nodes()) {
      if (node.role == form::Role::heading && node.id.starts_with("own-numbers-")) platforms.push_back(node.text);
    }
    CHECK(platforms == std::vector<std::string>{"YouTube", "Instagram", "TikTok", "X", "LinkedIn", "Facebook"});
    CHECK(screen.text("own-numbers-YouTube-2").find("Analytics, Advanced mode, Export current view") !=
          std::string::npos);
    screen.choose("platform", 1);
    CHECK(screen.node("own-numbers-TikTok")->box.y < screen.node("own-numbers-Instagram")->box.y);
    screen.press("own-numbers");
    CHECK(screen.node("own-numbers-TikTok") == nullptr);
  }

  TEST_CASE("On a narrow screen the answer follows right after the first fields") {
    const Screen screen("followers=12300", 360);
    const auto place = [&](std::string_view id) { return screen.node(id)->box.y; };
    CHECK(place("followers") < place("verdict-answer"));
    CHECK(place("verdict-answer") < place("paste"));
  }

  TEST_CASE("At any width nothing stands outside the tool, ids are unique, and a parent comes before its parts") {
    for (const float width : {280.0f, 320.0f, 390.0f, 699.0f, 700.0f, 820.0f, 1280.0f, 2000.0f}) {
      CAPTURE(width);
      Screen screen("followers=12300", width);
      screen.press("sample");
      screen.press("schemes-toggle");
      std::set<std::string> ids;
      int depth = 0;
      for (const form::Node& node : screen.nodes()) {
        CAPTURE(node.id);
        CHECK(ids.insert(node.id).second);
        CHECK(node.depth <= depth + 1);
        depth = node.depth;
        CHECK(node.box.x >= 0);
        CHECK(node.box.x + node.box.width <= width + 0.5f);
        CHECK(node.box.y + node.box.height <= screen.height() + 0.5f);
      }
    }
  }
}

}  // namespace
}  // namespace mf::ui
