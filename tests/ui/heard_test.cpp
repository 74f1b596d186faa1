// What those who hear a tool are told: its headings, its tables, and what is announced.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "screen.h"

namespace mf::ui {
namespace {

using form::Role;

constexpr const char* campaign = "tool=campaign&creators=20&followers=25000&orderValue=40 to 60&margin=50&fee=150";
constexpr const char* roster = "handle\tfollowers\tER\tfee\n@ana\t20000\t5%\t$150\n@ben\t30000\t2%\t$200\n";
constexpr const char* addresses[] = {"", "followers=25000", "tool=campaign", campaign, "tool=pick", "tool=numbers"};

bool has_letter(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

// Cards that no heading of level 2 stands first in, and headings that say nothing without what is around them.
std::vector<std::string> badly_headed(const Screen& screen) {
  std::vector<std::string> found;
  const form::Node* card = nullptr;
  for (const form::Node& node : screen.nodes()) {
    if (node.role == Role::region) {
      if (card) found.push_back(card->text + ": no heading");
      card = &node;
    }
    if (node.role != Role::heading) continue;
    if (card && node.value != "2") found.push_back(card->text + ": level " + node.value + " first");
    if (!has_letter(node.text)) found.push_back("a bare figure: " + node.text);
    card = nullptr;
  }
  return found;
}

// Names of rows, which are said again for each of their cells.
std::vector<std::string> row_names(const Screen& screen) {
  std::vector<std::string> names;
  bool linked = false;  // the name is the link inside
  for (const form::Node& node : screen.nodes()) {
    if (linked) names.push_back(node.text);
    linked = (node.flags & form::flag_row_header) != 0 && node.text.empty();
    if ((node.flags & form::flag_row_header) && !linked) names.push_back(node.text);
  }
  return names;
}

std::vector<std::string> announced(const Screen& screen) {
  std::vector<std::string> ids;
  for (const form::Node& node : screen.nodes()) {
    if (node.role == Role::said || (node.flags & form::flag_status)) ids.push_back(node.id);
  }
  return ids;
}

TEST_SUITE("Heard") {
  TEST_CASE("Every card is reached by a heading that says what it holds") {
    for (const char* address : addresses) {
      CAPTURE(address);
      Screen screen(address);
      screen.open_all();
      CHECK(badly_headed(screen) == std::vector<std::string>{});
    }
    Screen screen("followers=25000");
    screen.press("sample");
    screen.open_all();
    CHECK(badly_headed(screen) == std::vector<std::string>{});
    CHECK(screen.node("verdict-answer")->role == Role::heading);
    CHECK(screen.node("verdict-answer")->value == "2");
    screen.press("tools-2");
    screen.paste("paste", roster);
    screen.type("budget", "300");
    screen.open_all();
    CHECK(badly_headed(screen) == std::vector<std::string>{});
  }

  TEST_CASE("A row is named in a few words: how its figure comes about is a cell of its own") {
    for (const char* address : {"followers=25000", campaign}) {
      CAPTURE(address);
      Screen screen(address);
      screen.open_all();
      for (const std::string& name : row_names(screen)) {
        CAPTURE(name);
        CHECK(name.find("\u00d7") == std::string::npos);
        CHECK(name.find("\u00f7") == std::string::npos);
        CHECK(name.find(". ") == std::string::npos);
      }
    }
    Screen screen("followers=25000");
    screen.press("fee-toggle");
    CHECK(screen.table("fee-methods").front() == "Method | How | Gives");
  }

  TEST_CASE("The answer of a tool is one line, and nothing else is announced but what is read") {
    for (const char* address : addresses) {
      CAPTURE(address);
      Screen screen(address);
      screen.open_all();
      CHECK(announced(screen) == std::vector<std::string>{"said"});
    }
    Screen screen("followers=25000");
    screen.paste("paste", "Likes,Comments\n1000,40\n");
    CHECK(announced(screen) == std::vector<std::string>{"paste-read", "said"});
  }

  TEST_CASE("Am I micro? says the verdict and what the other cards answer") {
    Screen screen;
    CHECK(screen.text("said") == "");
    screen.type("followers", "25000");
    CHECK(screen.text("said") == screen.text("verdict-answer") + "; " + screen.text("expected-answer") +
                                     " for your size; " + screen.text("fee-answer") + " for a post");
    screen.press("sample");
    CHECK(screen.text("said").find(screen.text("verdict-answer") + "; engagement " + screen.text("engagement-answer") +
                                   "; above ") == 0);
    screen.type("followers", "many");
    CHECK(screen.text("said").find("micro") == std::string::npos);
  }

  TEST_CASE("A campaign says its odds, and of which plan where there are several") {
    Screen screen(campaign);
    CHECK(screen.text("said") == screen.text("odds-answer"));
    screen.press("add-macro");
    CHECK(screen.text("said") == "1 macro: " + screen.text("odds-answer"));
  }

  TEST_CASE("A pick says whom, or what is missing") {
    Screen screen("tool=pick");
    CHECK(screen.text("said") == "");
    screen.paste("paste", roster);
    CHECK(screen.text("said") == "What is the budget for these 2 creators?");
    screen.type("budget", "300");
    CHECK(screen.text("said") == screen.text("pick-answer"));
    CHECK(screen.text("said").find("Pick 1 of 2") == 0);
  }

  TEST_CASE("Numbers says how many it found") {
    Screen screen("tool=numbers");
    screen.type("search", "unicorns");
    CHECK(screen.text("said") == "0 figures");
  }

  TEST_CASE("Nothing shows a key of the program, a range of one number, or more digits than anybody can know") {
    Screen screen("followers=25000");
    screen.press("sample");
    screen.open_all();
    const std::string all = screen.everything();
    CHECK(all.find("storyViews") == std::string::npos);
    CHECK(all.find("needs story views") != std::string::npos);
    CHECK(all.find("fraction") == std::string::npos);
    CHECK(all.find("Delivery within 72 hours +25\u00a0%,") != std::string::npos);
    CHECK(screen.text("expected-curve").find("at 140,000 followers") != std::string::npos);
    CHECK(screen.text("expected-curve").find(" You: you") == std::string::npos);
    CHECK(screen.text("ruler").find("It is highest, 81\u00a0%, from ") != std::string::npos);
  }

  TEST_CASE("Results in money say which money") {
    Screen screen(std::string(campaign) + "&currency=EUR");
    screen.press("results-toggle");
    CHECK(screen.text("result-spend-label") == "All costs, in EUR");
    CHECK(screen.text("result-revenue-label") == "Net revenue, in EUR");
    CHECK(screen.text("result-clicks-label") == "Clicks");
  }
}

}  // namespace
}  // namespace mf::ui
