#include "ui/tool.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "screen.h"

namespace mf::ui {
namespace {

TEST_SUITE("Tools on a phone") {
  TEST_CASE("Their names stand in pairs where they do not fit into a line, and none is too small for a finger") {
    Screen screen("", 358);
    const auto box = [&](const char* id) { return screen.node(id)->box; };
    CHECK(box("tools-0").y == box("tools-1").y);
    CHECK(box("tools-2").y == box("tools-3").y);
    CHECK(box("tools-2").y >= box("tools-0").y + box("tools-0").height);
    CHECK(box("tools-0").x == box("tools-2").x);
    CHECK(box("tools-1").x == box("tools-3").x);
    screen.resize(1000);
    CHECK(box("tools-0").y == box("tools-3").y);
  }

  TEST_CASE("On the narrowest screen no rate and no name of what it is by is broken in two") {
    Screen screen("followers=25000", 288);  // of 320 pixels
    screen.press("sample");
    std::string drawn;
    for (const form::DrawnWord& word : screen.drawn_words()) drawn += word.text + '\n';
    int rates = 0;
    for (const char* table : {"engagement", "engagement-more"}) {
      const std::vector<std::string> lines = screen.table(table);
      REQUIRE(lines.size() > 1);
      for (std::size_t row = 1; row < lines.size(); ++row) {
        const std::string by = lines[row].substr(0, lines[row].find(" | "));
        CAPTURE(by);
        CHECK(drawn.find(by + '\n') != std::string::npos);
        ++rates;
      }
    }
    CHECK(rates > 4);
  }

  TEST_CASE("Whatever leads on is high enough for a finger, in tables, too") {
    for (const char* query :
         {"followers=12300&platform=instagram", "tool=campaign&orderValue=60&margin=55", "tool=numbers"}) {
      CAPTURE(query);
      Screen screen(query, 358);
      screen.open_all();
      int links = 0;
      for (const form::Node& node : screen.nodes()) {
        const bool is_pressed = node.role == form::Role::tab || node.role == form::Role::button ||
                                node.role == form::Role::option || node.role == form::Role::link ||
                                node.role == form::Role::select || node.role == form::Role::file;
        if (!is_pressed) continue;
        CAPTURE(node.id);
        CHECK(node.box.height >= 44);
        if (node.role == form::Role::link) ++links;
      }
      CHECK(links > 0);
    }
  }
}

TEST_SUITE("Tools on a desk") {
  TEST_CASE(
      "On a tablet a card that has room on neither side of another is below it, and takes the room of both columns") {
    Screen screen("followers=25000", 788);  // of 820 pixels
    screen.press("sample");
    const auto box = [&](const char* id) { return screen.node(id)->box; };
    const float left_end = box("stats").y + box("stats").height;
    CHECK(box("engagement-card").x > box("account").x);
    REQUIRE(box("engagement-card").y < left_end);
    REQUIRE(box("expected-card").y > left_end);
    CHECK(box("expected-card").x == box("account").x);
    CHECK(box("expected-card").width == 788);
  }
  TEST_CASE("What comes after the end of the left column takes its room, too") {
    Screen screen("tool=campaign&orderValue=60&margin=55&fee=200");
    const auto box = [&](const char* id) { return screen.node(id)->box; };
    const float left_end = box("rates").y + box("rates").height;
    CHECK(box("odds-card").x > box("plan").x + box("plan").width);
    int beside = 0, below = 0;
    for (const form::Node& node : screen.nodes()) {
      if (node.role != form::Role::region || node.id == "plan" || node.id == "rates") continue;
      CAPTURE(node.id);
      const bool is_beside = node.box.x >= box("odds-card").x && node.box.y < left_end;
      CHECK((is_beside || node.box.y >= left_end));
      ++(is_beside ? beside : below);
    }
    CHECK(beside >= 5);
    CHECK(below >= 5);
    CHECK(box("keep-card").x == box("plan").x);
    CHECK(box("keep-card").width == 1200);
  }

  TEST_CASE("No text is so wide that its lines are hard to follow, and no field wider than what is typed") {
    Screen screen("followers=25000");
    screen.press("sample");
    screen.open_all();
    for (const form::Node& node : screen.nodes()) {
      CAPTURE(node.id);
      if (node.role == form::Role::text) CHECK(node.box.width <= 736);
      if (node.role == form::Role::textbox) CHECK(node.box.width <= 480);
    }
  }
}

TEST_SUITE("Tools of which cards are kept") {
  TEST_CASE("Another address locks a field of a card that would say the same") {
    const std::string_view plan = "tool=campaign&orderValue=60&margin=55&fee=200";
    Screen screen(plan);
    CHECK((screen.node("fee")->flags & form::flag_read_only) == 0);
    begin_anew(screen.state(), std::string(plan) + "&lock=fee,orderValue");
    screen.resize(1200);
    CHECK((screen.node("fee")->flags & form::flag_read_only) != 0);
    CHECK((screen.node("orderValue")->flags & form::flag_read_only) != 0);
  }

  TEST_CASE("How far a reading is shows each time, and in every tool that reads") {
    for (const std::string_view query : {"", "tool=campaign&orderValue=60&margin=55&fee=200", "tool=pick"}) {
      CAPTURE(query);
      Screen screen(query);
      if (query.find("campaign") != std::string_view::npos) screen.press("results-toggle");
      const std::string notice = query.find("campaign") != std::string_view::npos ? "results-file-read" : "file-read";
      screen.hold_reader();
      const Ticket ticket = read_file(screen.state(), "posts.csv");
      for (const double part : {0.25, 0.5}) {
        takes_long(screen.state(), ticket, part);
        screen.resize(1200);
        CHECK(screen.text(notice + "-part") == (part == 0.25 ? "25 % of it read" : "50 % of it read"));
      }
      not_read(screen.state(), ticket, "It could not be read.");
      screen.resize(1200);
      CHECK(screen.text(notice) == "It could not be read.");
    }
  }
}

TEST_SUITE("Tools of the later part") {
  TEST_CASE("A program of one piece never asks for it") {
    Screen screen("tool=numbers");
    CHECK_FALSE(asks_for_later_part(screen.state()));
    CHECK(screen.node("search") != nullptr);
  }

  TEST_CASE("It is asked for once, when a tool of it is shown") {
    Screen screen;
    screen.state().later_part = LaterPart::not_asked_for;
    screen.type("followers", "12300");
    CHECK_FALSE(asks_for_later_part(screen.state()));
    screen.press("tools-3");
    CHECK(screen.node("search") == nullptr);
    CHECK(asks_for_later_part(screen.state()));
    CHECK_FALSE(asks_for_later_part(screen.state()));
    CHECK(screen.node("later-part") == nullptr);  // it may be quick

    screen.state().later_part = LaterPart::takes_long;
    screen.resize(1000);
    CHECK(screen.text("later-part") == "Loading this tool\u2026");
    CHECK((screen.node("later-part")->flags & form::flag_status) != 0);

    screen.state().later_part = LaterPart::here;
    screen.resize(1200);
    CHECK(screen.node("search") != nullptr);
  }

  TEST_CASE("Where it did not load a sentence says so, and a press asks again") {
    Screen screen("tool=numbers");
    screen.state().later_part = LaterPart::failed;
    screen.resize(1000);
    CHECK(screen.text("later-part").find("This tool did not load.") == 0);
    CHECK((screen.node("later-part")->flags & form::flag_alert) != 0);
    CHECK_FALSE(asks_for_later_part(screen.state()));
    screen.press("later-part-again");
    CHECK(asks_for_later_part(screen.state()));
    CHECK(screen.node("later-part") == nullptr);
  }

  TEST_CASE("What it came to outlasts a new address and clearing") {
    Screen screen;
    screen.state().later_part = LaterPart::awaited;
    begin_anew(screen.state(), "tool=numbers");
    CHECK(screen.state().later_part == LaterPart::awaited);
    clear(screen.state());
    CHECK(screen.state().later_part == LaterPart::awaited);
  }
}

}  // namespace
}  // namespace mf::ui
