// Pictures: what the pointer is told of them, and the same as tables.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "screen.h"

namespace mf::ui {
namespace {

constexpr std::string_view answered = "platform=instagram&followers=12300";
constexpr std::string_view campaign =
    "tool=campaign&creators=20&followers=25000&orderValue=40 to 60&margin=50&fee=150 to 300";

bool is_about(const std::string& reading, std::string_view text) { return reading.find(text) != std::string::npos; }

// Cells of one column, without the header.
std::vector<std::string> column(const Screen& screen, std::string_view table, std::size_t number) {
  std::vector<std::string> cells;
  std::vector<std::string> lines = screen.table(table);
  REQUIRE(lines.size() > 1);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    std::string rest = lines[i];
    for (std::size_t c = 0; c < number; ++c) rest = rest.substr(rest.find(" | ") + 3);
    cells.push_back(rest.substr(0, rest.find(" | ")));
  }
  return cells;
}

// Each row of the table is told under the pointer, in its order: what stands in its first column and in its second.
void check_rows_are_told(Screen& screen, std::string_view picture, std::string_view table) {
  const std::vector<std::string> told = screen.readings_of(picture);
  const std::vector<std::string> names = column(screen, table, 0), values = column(screen, table, 1);
  std::size_t at = 0;
  for (std::size_t row = 0; row < names.size(); ++row) {
    CAPTURE(names[row]);
    while (at < told.size() && !(is_about(told[at], names[row]) && is_about(told[at], values[row]))) ++at;
    CHECK(at < told.size());
  }
}

TEST_SUITE("Pictures") {
  TEST_CASE("The ruler tells how many say micro at the size pointed at") {
    Screen screen(answered, 1280);
    screen.press("ruler-toggle");
    const std::vector<std::string> told = screen.readings_of("ruler");
    REQUIRE(told.size() > 10);
    CHECK(std::any_of(told.begin(), told.end(),
                      [](const std::string& it) { return is_about(it, "33 of 40 say micro"); }));
    // Those beyond either end of the picture are in the table alone.
    const std::vector<std::string> rows = column(screen, "ruler-table", 0);
    for (const std::string& reading : told) {
      CAPTURE(reading);
      CHECK(std::any_of(rows.begin(), rows.end(), [&](const std::string& row) { return is_about(reading, row); }));
    }
  }
  TEST_CASE("The expected rate is told along its curve") {
    Screen screen(answered, 1280);
    screen.press("expected-toggle");
    check_rows_are_told(screen, "expected-curve", "expected-table");
  }
  TEST_CASE("Each bar of the odds is told with its share, and together they are nearly all outcomes") {
    Screen screen(campaign, 1280);
    screen.press("odds-toggle");
    check_rows_are_told(screen, "odds", "odds-table");
    double sum = 0;
    for (const std::string& share : column(screen, "odds-table", 1)) sum += std::stod(share);
    CHECK(sum > 95);
    CHECK(sum < 100.5);
  }
  TEST_CASE("Each driver of the risk is told from its low to its high end") {
    Screen screen(campaign, 1280);
    screen.press("drivers-toggle");
    const std::vector<std::string> told = screen.readings_of("drivers"), moves = column(screen, "drivers-table", 1);
    REQUIRE(told.size() == std::min<std::size_t>(8, moves.size()));
    for (std::size_t i = 0; i < told.size(); ++i) {
      CAPTURE(told[i]);
      const std::size_t joint = moves[i].find(" to ");
      CHECK(is_about(told[i], moves[i].substr(0, joint)));
      if (joint != std::string::npos) CHECK(is_about(told[i], moves[i].substr(joint + 4)));
    }
  }
  TEST_CASE("Plans are drawn under each other once there are two") {
    Screen screen(campaign, 1280);
    CHECK(screen.node("plans") == nullptr);
    screen.press("add-macro");
    REQUIRE(screen.node("plans") != nullptr);
    const std::vector<std::string> told = screen.readings_of("plans");
    REQUIRE(told.size() == 2);
    CHECK(is_about(told[1], "1 macro: "));
    // The same as in the table of the card, and in the picture's summary.
    const std::vector<std::string> rows = screen.table("scenarios");
    for (const std::string& reading : told) {
      const std::size_t pays = reading.find("pays ");
      REQUIRE(pays != std::string::npos);
      CHECK(is_about(rows[1], reading.substr(pays + 5)));
      CHECK(is_about(screen.text("plans"), reading.substr(pays)));
    }
  }
  TEST_CASE("A plan whose return is not known is not drawn") {
    Screen screen(campaign, 1280);
    screen.press("add-copy");
    REQUIRE(screen.node("plans") != nullptr);
    screen.type("orderValue", "");
    CHECK(screen.node("plans") == nullptr);
  }
  TEST_CASE("Each budget is told with what it buys") {
    Screen screen("tool=pick&budget=600", 1280);
    screen.press("sample");
    screen.press("budget-toggle");
    check_rows_are_told(screen, "budget-curve", "budget-table");
  }
}

}  // namespace
}  // namespace mf::ui
