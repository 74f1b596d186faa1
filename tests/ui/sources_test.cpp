#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "screen.h"

namespace mf::ui {
namespace {

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_result(const form::Node& node) {
  using form::Role;
  switch (node.role) {
    case Role::heading:
    case Role::text:
    case Role::image:
    case Role::cell:
      return has_digit(node.text);
    default:
      return false;  // a control, or a part that has texts of its own
  }
}

// Texts with a figure that no card or group around them leads to the source of.
std::vector<std::string> without_source(const Screen& screen) {
  std::vector<std::string> lost;
  std::vector<const form::Node*> around;
  for (const form::Node& node : screen.nodes()) {
    around.resize(static_cast<std::size_t>(node.depth));
    if (is_result(node)) {
      const bool leads = std::any_of(around.begin(), around.end(), [&](const form::Node* outer) {
        return !outer->details.empty() && screen.node(outer->details) != nullptr;
      });
      if (!leads) lost.push_back(node.id + ": " + node.text);
    }
    around.push_back(&node);
  }
  return lost;
}

TEST_SUITE("Sources") {
  TEST_CASE("No figure stands in a card that does not lead to where it comes from") {
    for (const char* address :
         {"", "followers=23,400", "followers=0", "followers=12.3K&platform=tiktok", "followers=9000&platform=any",
          "followers=31000&platform=x", "followers=31000&platform=linkedin", "followers=8700&platform=youtube",
          "followers=15000&platform=facebook", "followers=4200000", "followers=-5", "tool=numbers",
          "followers=23,400&figure=B0386-value-250", "tool=campaign", "tool=campaign&orderValue=40-60&margin=50",
          "tool=campaign&orderValue=50&margin=50&platform=linkedin", "tool=pick", "tool=pick&budget=500"}) {
      CAPTURE(address);
      Screen screen(address);
      screen.open_all();
      CHECK(without_source(screen) == std::vector<std::string>{});
    }
  }
  TEST_CASE("Nor with posts, captions and a follower history") {
    Screen screen("followers=25000");
    screen.press("sample");
    screen.open_all();
    CHECK(without_source(screen) == std::vector<std::string>{});
  }
  TEST_CASE("Nor among plans side by side, nor among picked creators") {
    {
      Screen screen("tool=campaign&orderValue=40-60&margin=50");
      screen.press("add-macro");
      screen.open_all();
      CHECK(without_source(screen) == std::vector<std::string>{});
    }
    Screen screen("tool=pick");
    screen.press("sample");
    screen.open_all();
    CHECK(without_source(screen) == std::vector<std::string>{});
  }
  TEST_CASE("Nor among the claims and formulas") {
    Screen screen("tool=numbers");
    screen.choose("kind", 1);
    CHECK(without_source(screen) == std::vector<std::string>{});
    screen.choose("kind", 2);
    CHECK(without_source(screen) == std::vector<std::string>{});
  }
  TEST_CASE("A card's sources open in one press, each with its publisher's address") {
    Screen screen("followers=23,400");
    for (const char* id : {"expected-sources", "fee-sources"}) {
      CAPTURE(id);
      REQUIRE(screen.node(id) != nullptr);
      screen.press(id);
      CHECK((screen.node(id)->flags & form::flag_expanded) != 0);
      CHECK(screen.table(std::string(id) + "-table").size() > 3);
    }
  }
}

}  // namespace
}  // namespace mf::ui
