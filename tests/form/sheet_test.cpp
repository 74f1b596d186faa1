#include "form/sheet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "canvas.h"
#include "imgui.h"

namespace mf::form {
namespace {

using Lines = std::vector<std::string>;

constexpr Colour ink = 0xFF201008, quiet = 0xFF807060, accent = 0xFFE0592B, lit = 0xFF40C010;
constexpr float size = 20;  // so a letter is 10 pixels wide
constexpr float line_height = 24;

// A sheet and the canvas that it is drawn on.
struct Desk {
  Canvas canvas{400, 400};
  Sheet sheet;

  // In a frame, as fonts are only there while one is drawn.
  void put(const std::function<void()>& marks, float top = 0) {
    canvas.frame([&] {
      marks();
      sheet.draw(top);
    });
  }
  void draw(float top = 0) {
    put([] {}, top);
  }
  int words(std::string_view text, Sheet::Words how) {
    how.line_height = line_height;
    if (how.colour == 0) how.colour = ink;
    return sheet.words(canvas.font(Weight::regular), size, text, how);
  }
};

// The lines of a text, as they are drawn.
Lines broken(std::string_view text, float width, int most_lines = 0) {
  Desk desk;
  int put = 0, counted = 0;
  desk.put([&] {
    put = desk.words(text, {.width = width, .most_lines = most_lines});
    counted = Sheet::line_count(desk.canvas.font(Weight::regular), size, text, width);
  });
  if (most_lines == 0) CHECK(put == counted);
  const Lines lines = desk.canvas.lines();
  CHECK(static_cast<int>(lines.size()) <= put);
  return lines;
}

int count(std::string_view text, float width) {
  Desk desk;
  int lines = 0;
  desk.put([&] { lines = desk.words(text, {.width = width}); });
  return lines;
}

TEST_SUITE("Lines of a sheet") {
  TEST_CASE("They break after spaces, and a line is as full as it can be") {
    CHECK(broken("one two three", 130) == Lines{"one two three"});
    CHECK(broken("one two three", 120) == Lines{"one two", "three"});
    CHECK(broken("one two three", 60) == Lines{"one", "two", "three"});
  }

  TEST_CASE("Spaces take no room at the end of a line, and none at the beginning of the next") {
    for (const char* text : {"0123456789 next", "0123456789   next"}) {
      CAPTURE(text);
      Desk desk;
      desk.put([&] { desk.words(text, {.width = 100}); });
      CHECK(desk.canvas.lines() == Lines{"0123456789", "next"});
      CHECK(desk.canvas.words()[1].box.x == 0);
    }
  }

  TEST_CASE("They break after hyphens and dashes") {
    CHECK(broken("well-known-name", 100) == Lines{"well-", "known-name"});
    CHECK(broken("abc\u2013defghij", 100) == Lines{"abc\u2013", "defghij"});
    CHECK(broken("abc\u2014defghij", 100) == Lines{"abc\u2014", "defghij"});
  }

  TEST_CASE("A number and its unit stay together") {
    CHECK(broken("about 12\u00a0% more", 90) == Lines{"about", "12\u00a0% more"});
    CHECK(broken("to \u221212 %", 50) == Lines{"to", "\u221212 %"});
  }

  TEST_CASE("A word that is longer than a line breaks anywhere, between letters") {
    CHECK(broken("abcdefghijklm", 100) == Lines{"abcdefghij", "klm"});
    CHECK(broken("a bcdefghijklmn", 100) == Lines{"a", "bcdefghijk", "lmn"});
    CHECK(broken("\u00e4\u00f6\u00fc\u20ac", 20) == Lines{"\u00e4\u00f6", "\u00fc\u20ac"});
  }

  TEST_CASE("A line holds at least one letter, however narrow it is") {
    CHECK(broken("abc", 4) == Lines{"a", "b", "c"});
    CHECK(broken("abc", 0) == Lines{"a", "b", "c"});
  }

  TEST_CASE("Half a pixel more is taken for rounding") {
    CHECK(broken("0123456789", 99.6f) == Lines{"0123456789"});
    CHECK(broken("0123456789", 99.4f) == Lines{"012345678", "9"});
  }

  TEST_CASE("A line ends where the text says so") {
    CHECK(broken("one\ntwo", 200) == Lines{"one", "two"});
    CHECK(count("one\n\ntwo", 200) == 3);
    CHECK(count("one\n", 200) == 1);
    CHECK(count("\n", 200) == 1);
    CHECK(count("", 200) == 0);
    Desk desk;
    desk.put([&] { desk.words("one\n\ntwo", {.width = 200}); });
    const std::vector<DrawnWord> words = desk.canvas.words();
    REQUIRE(words.size() == 2);
    CHECK(words[1].box.y - words[0].box.y == 2 * line_height);
  }

  TEST_CASE("What is beyond the most lines is left out") {
    CHECK(broken("one two three", 60, 2) == Lines{"one", "two"});
    CHECK(broken("one two three", 60, 3) == Lines{"one", "two", "three"});
    CHECK(broken("one two three", 60, 9) == Lines{"one", "two", "three"});
    Desk desk;
    int lines = 0;
    desk.put([&] { lines = desk.words("one two three", {.width = 60, .most_lines = 2}); });
    CHECK(lines == 2);
  }

  TEST_CASE("They stand flush left, flush right or between, by their letters alone") {
    for (const auto& [align, first, second] :
         {std::tuple{0.0f, 40.0f, 40.0f}, std::tuple{0.5f, 55.0f, 65.0f}, std::tuple{1.0f, 70.0f, 90.0f}}) {
      CAPTURE(align);
      Desk desk;
      desk.put([&] { desk.words("one two three", {.left = 40, .top = 30, .width = 100, .align = align}); });
      const std::vector<DrawnWord> words = desk.canvas.words();
      REQUIRE(words.size() == 3);
      CHECK(words[0].box.x == first);   // "one two": 70 wide
      CHECK(words[2].box.x == second);  // "three": 50 wide
    }
  }

  TEST_CASE("Letters begin on whole pixels, and stand in the middle of their line") {
    Desk desk;
    desk.put([&] { desk.words("one", {.left = 10.4f, .top = 30.6f, .width = 100}); });
    const std::vector<DrawnWord> words = desk.canvas.words();
    REQUIRE(words.size() == 1);
    CHECK(words[0].box.x == 10);
    CHECK(words[0].box.y == 31 - 1);  // 25 pixels from top to descent, in 24: half a pixel more than the line has
    CHECK(words[0].colour == ink);
  }
}

// One of each kind of mark, `down` pixels further down.
void put_all(Desk& desk, float down) {
  Sheet& sheet = desk.sheet;
  sheet.touch({20, 20 + down, 200, 100});
  sheet.layer(Sheet::Layer::card);
  sheet.fill({20, 20 + down, 200, 100}, quiet, 8);
  sheet.layer(Sheet::Layer::box);
  sheet.fill({30, 30 + down, 100, 20}, accent, 0, lit);
  sheet.layer(Sheet::Layer::content);
  sheet.edge({30, 30 + down, 100, 20}, ink, 4, 1, lit);
  desk.words("words that are kept\non lines of their own",
             {.left = 40, .top = 30 + down, .width = 120, .hovered = lit});
  const Sheet::Point curve[] = {{40, 60 + down}, {80, 70 + down}, {120, 65 + down}};
  sheet.curve(curve, accent, 2);
  const Sheet::Point band[] = {{40, 60 + down}, {40, 80 + down}, {80, 62 + down}, {80, 90 + down}};
  sheet.band(band, quiet);
  sheet.disc({80, 70 + down}, 5, accent, 3);
  desk.words("flush right", {.left = 40, .top = 90 + down, .width = 160, .align = 1});
}

TEST_SUITE("A sheet") {
  TEST_CASE("It draws what is in view, from the top of the view on") {
    Desk desk;
    desk.sheet.fill({0, 100, 50, 50}, quiet);
    desk.sheet.fill({0, 1000, 50, 50}, accent);
    desk.sheet.fill({0, 1300, 50, 200}, lit);
    desk.draw(900);
    CHECK(desk.canvas.painted(quiet).width == 0);
    CHECK(desk.canvas.painted(accent).y == 100);
    CHECK(desk.canvas.painted(accent).height == 50);
    CHECK(desk.canvas.painted(lit).y == 400);  // begins where the view ends
    desk.draw(901);
    CHECK(desk.canvas.painted(accent).y == 99);
    CHECK(desk.canvas.painted(lit).y == 399);
    desk.draw(899);
    CHECK(desk.canvas.painted(lit).width == 0);
    desk.draw(151);
    CHECK(desk.canvas.painted(quiet).width == 0);
    desk.draw(149);
    CHECK(desk.canvas.painted(quiet).y == -49);
  }

  TEST_CASE("Of a long text it draws the lines in view") {
    Desk desk;
    std::string text;
    for (int line = 0; line < 100; ++line) text += std::to_string(line) + '\n';
    desk.put([&] { CHECK(desk.words(text, {.width = 100}) == 100); }, 1000);
    // 24 pixels each: line 41 begins 16 pixels above the view, line 58 begins 8 above its end.
    const Lines lines = desk.canvas.lines();
    REQUIRE(lines.size() == 18);
    CHECK(lines.front() == "41");
    CHECK(lines.back() == "58");
    CHECK(desk.canvas.words().front().box.y == 41 * line_height - 1000 - 1);
  }

  TEST_CASE("Cards are under boxes and boxes under all else, however late they are put") {
    Desk in_order, late;
    const Box box{20, 20, 100, 50};
    const auto on = [&](Sheet& sheet, Sheet::Layer layer, Colour colour) {
      sheet.layer(layer);
      sheet.fill(box, colour);
    };
    on(in_order.sheet, Sheet::Layer::card, quiet);
    on(in_order.sheet, Sheet::Layer::box, accent);
    on(in_order.sheet, Sheet::Layer::content, ink);
    in_order.draw();
    on(late.sheet, Sheet::Layer::content, ink);
    on(late.sheet, Sheet::Layer::box, accent);
    on(late.sheet, Sheet::Layer::card, quiet);
    late.draw();
    CHECK_FALSE(in_order.canvas.everything().empty());
    CHECK(in_order.canvas.everything() == late.canvas.everything());
  }

  TEST_CASE("What is over all else shows while its place is pointed at or was tapped last") {
    Desk desk;
    const auto say = [&](Box zone, std::string_view text) {
      desk.sheet.layer(Sheet::Layer::over);
      desk.sheet.touch(zone);
      desk.words(text, {.left = 0, .top = 0, .width = 200});
      desk.sheet.layer(Sheet::Layer::content);
    };
    desk.put([&] {
      say({20, 100, 40, 40}, "one");
      say({60, 100, 40, 40}, "two");
      say({20, 1000, 40, 40}, "far below");
      desk.words("always", {.left = 0, .top = 200, .width = 200});
    });
    const auto shown = [&](std::optional<Sheet::Point> tapped = {}) {
      desk.canvas.frame([&] { desk.sheet.draw(0, nullptr, tapped); });
      return desk.canvas.lines();
    };
    CHECK(shown() == Lines{"always"});
    desk.canvas.point_at(30, 120);
    CHECK(shown() == Lines{"always", "one"});
    desk.canvas.point_at(60, 120);
    CHECK(shown() == Lines{"always", "two"});
    desk.canvas.point_at(30, 200);
    CHECK(shown() == Lines{"always"});
    CHECK(shown(Sheet::Point{30, 120}) == Lines{"always", "one"});
    CHECK(shown(Sheet::Point{300, 120}) == Lines{"always"});
  }

  TEST_CASE("Whether the pointer makes a difference is known before anything is drawn") {
    Desk desk;
    desk.put([&] {
      desk.sheet.touch({20, 20, 100, 40});
      desk.sheet.fill({20, 20, 100, 40}, quiet, 0, lit);
      desk.sheet.layer(Sheet::Layer::over);
      desk.sheet.touch({20, 100, 100, 40});
      desk.words("over", {.left = 20, .top = 150, .width = 100});
      desk.sheet.layer(Sheet::Layer::content);
    });
    const auto lit_at = [&](float x, float y, bool pressed = false, std::optional<Sheet::Point> tapped = {}) {
      desk.canvas.point_at(x, y, pressed);
      std::size_t sum = 0;
      desk.canvas.frame([&] { sum = desk.sheet.lit(0, tapped).sum; });
      return sum;
    };
    const std::size_t nothing = lit_at(200, 200);
    CHECK(lit_at(210, 300) == nothing);
    CHECK(lit_at(30, 30) != nothing);
    CHECK(lit_at(30, 30) == lit_at(90, 50));
    CHECK(lit_at(30, 30, true) != lit_at(30, 30));
    CHECK(lit_at(30, 120) != nothing);
    CHECK(lit_at(30, 120) != lit_at(30, 30));
    CHECK(lit_at(200, 200, false, Sheet::Point{30, 120}) == lit_at(30, 120));
    CHECK(lit_at(200, 200, false, Sheet::Point{30, 30}) == nothing);  // a finger leaves nothing hovered
  }

  TEST_CASE("Around what the pointer makes look otherwise there is a box, and only then") {
    Desk desk;
    desk.put([&] {
      desk.sheet.touch({20, 20, 100, 40});
      desk.sheet.fill({20, 20, 100, 40}, quiet, 0, lit);
      desk.words("the same under any pointer", {.left = 20, .top = 300, .width = 100});
      desk.sheet.disc({130, 40}, 5, accent, 2);
      desk.sheet.layer(Sheet::Layer::over);
      desk.sheet.touch({20, 100, 100, 40});
      desk.sheet.fill({50, 150, 20, 30}, ink);
      desk.sheet.layer(Sheet::Layer::content);
    });
    const auto bounds_at = [&](float x, float y) {
      desk.canvas.point_at(x, y);
      std::optional<Box> bounds;
      desk.canvas.frame([&] { bounds = desk.sheet.lit(0).bounds; });
      return bounds;
    };
    CHECK(bounds_at(200, 200) == std::nullopt);
    CHECK(bounds_at(30, 30) == Box{20, 20, 117, 40});
    CHECK(bounds_at(30, 110) == Box{50, 150, 20, 30});
  }

  TEST_CASE("Two sheets differ around what is not the same on both") {
    Desk desk;
    const auto sheet_of = [&](const std::function<void(Desk&)>& marks) {
      desk.sheet.clear();
      desk.put([&] {
        desk.sheet.fill({0, 0, 400, 10}, quiet);
        marks(desk);
        desk.sheet.fill({0, 390, 400, 10}, quiet);
      });
      return desk.sheet;
    };
    const auto differ = [&](const std::function<void(Desk&)>& marks, const std::function<void(Desk&)>& its) {
      const Sheet one = sheet_of(marks), other = sheet_of(its);
      const std::optional<Box> bounds = one.differs_from(other);
      CHECK(other.differs_from(one) == bounds);
      return bounds;
    };
    const auto nothing = [](Desk&) {};
    const auto words = [](std::string_view text, float top) {
      return [=](Desk& desk) { desk.words(text, {.left = 20, .top = top, .width = 100}); };
    };
    const auto filled = [](Box box, Colour colour) { return [=](Desk& desk) { desk.sheet.fill(box, colour); }; };
    const auto curve = [](float end) {
      return [=](Desk& desk) {
        const Sheet::Point points[] = {{100, 100}, {150, end}, {200, 100}};
        desk.sheet.curve(points, accent, 2);
      };
    };
    CHECK(differ(nothing, nothing) == std::nullopt);
    CHECK(differ(words("same words", 40), words("same words", 40)) == std::nullopt);
    CHECK(differ(words("some words", 40), words("same words", 40)) == Box{20, 40, 100, line_height});
    CHECK(differ(words("words", 40), words("words", 60)) == Box{20, 40, 100, line_height + 20});
    CHECK(differ(words("words", 40), nothing) == Box{20, 40, 100, line_height});
    CHECK(differ(filled({50, 50, 10, 10}, ink), filled({50, 50, 10, 10}, accent)) == Box{50, 50, 10, 10});
    CHECK(differ(filled({50, 50, 10, 10}, ink), filled({70, 90, 10, 10}, ink)) == Box{50, 50, 30, 50});
    CHECK(differ(curve(150), curve(150)) == std::nullopt);
    CHECK(differ(curve(150), curve(151)) == Box{98, 98, 104, 55});
    CHECK(differ(
              [&](Desk& desk) {
                words("one", 40)(desk);
                words("kept", 80)(desk);
              },
              [&](Desk& desk) {
                words("two", 40)(desk);
                words("kept", 80)(desk);
              }) == Box{20, 40, 100, line_height});
    CHECK(differ(
              [&](Desk& desk) {
                words("one more", 40)(desk);
                filled({200, 200, 10, 10}, ink)(desk);
                words("kept", 80)(desk);
              },
              [&](Desk& desk) {
                filled({200, 200, 10, 10}, ink)(desk);
                words("kept", 80)(desk);
              }) == Box{20, 40, 100, line_height});
    const auto on_layer = [&](Sheet::Layer layer) {
      return [&, layer](Desk& desk) {
        desk.sheet.layer(layer);
        filled({50, 50, 10, 10}, ink)(desk);
        desk.sheet.layer(Sheet::Layer::content);
      };
    };
    CHECK(differ(on_layer(Sheet::Layer::card), on_layer(Sheet::Layer::box)) == Box{50, 50, 10, 10});
  }

  TEST_CASE("Only what is asked for is drawn, as it would be drawn with all else") {
    Desk desk;
    const Sheet::Clear clear = [](const ImDrawList*, const ImDrawCmd* command) {
      CHECK(command->ClipRect.x == 40);
      CHECK(command->ClipRect.y == 10);
      CHECK(command->ClipRect.z == 200);
      CHECK(command->ClipRect.w == 110);
    };
    const float top = 90;
    desk.canvas.frame([&] {
      desk.sheet.layer(Sheet::Layer::card);
      desk.sheet.fill({20, 60, 300, 400}, quiet, 12);
      desk.sheet.layer(Sheet::Layer::content);
      desk.words("left of it", {.left = 0, .top = 120, .width = 30});
      desk.words("above it", {.left = 50, .top = 40, .width = 90});
      desk.words("in it", {.left = 50, .top = 120, .width = 90});
      desk.words("some in it\nsome not", {.left = 50, .top = 190, .width = 110});
      desk.words("right of it", {.left = 210, .top = 120, .width = 110});
      desk.words("below it", {.left = 50, .top = 240, .width = 90});
      desk.sheet.draw(top, clear, {}, Box{40, 100, 160, 100});
    });
    desk.canvas.run_callbacks();
    CHECK(desk.canvas.lines() == Lines{"in it", "some in it"});
    const std::vector<DrawnWord> words = desk.canvas.words();
    desk.draw(top);
    for (const DrawnWord& word : words) {
      const std::vector<DrawnWord> all = desk.canvas.words();
      CHECK(std::any_of(all.begin(), all.end(), [&](const DrawnWord& other) {
        return other.text == word.text && other.box == word.box && other.colour == word.colour;
      }));
    }
  }

  TEST_CASE("What can be cleared of a card is not drawn, and the rest around it is") {
    static std::vector<Sheet::Plain> cleared;
    cleared.clear();
    const Sheet::Clear clear = [](const ImDrawList*, const ImDrawCmd* command) {
      cleared.push_back(*static_cast<const Sheet::Plain*>(command->UserCallbackData));
    };
    Desk desk;
    desk.canvas.frame([&] {
      desk.sheet.layer(Sheet::Layer::card);
      desk.sheet.fill({20, 40, 100, 60}, quiet, 12);
      desk.sheet.fill({20, 380, 100, 60}, accent, 12);  // its lower end is out of view
      desk.sheet.layer(Sheet::Layer::content);
      desk.sheet.fill({30, 60, 50, 20}, ink);
      desk.sheet.draw(0, clear);
    });
    desk.canvas.run_callbacks();
    const Box around = desk.canvas.painted(quiet), end = desk.canvas.painted(accent),
              content = desk.canvas.painted(ink);
    desk.draw();
    const Box whole = desk.canvas.painted(quiet);
    CHECK(around.x == doctest::Approx(whole.x));
    CHECK(around.y == doctest::Approx(whole.y));
    CHECK(around.width == doctest::Approx(whole.width));
    CHECK(around.height == doctest::Approx(whole.height));
    CHECK(end.y == doctest::Approx(desk.canvas.painted(accent).y));
    CHECK(content == desk.canvas.painted(ink));
    REQUIRE(cleared.size() == 2);
    CHECK(cleared[0].box == Box{20, 52, 100, 36});
    CHECK(cleared[0].colour == quiet);
    CHECK(cleared[1].box == Box{20, 392, 100, 8});
  }

  TEST_CASE("Cleared, it is empty") {
    Desk desk;
    desk.put([&] { put_all(desk, 0); });
    CHECK_FALSE(desk.canvas.everything().empty());
    desk.sheet.clear();
    desk.draw();
    CHECK(desk.canvas.everything().empty());
    CHECK(desk.sheet.differs_from(Sheet{}) == std::nullopt);
    CHECK(desk.sheet.stretch_count() == Sheet{}.stretch_count());
  }

  TEST_CASE("Cleared, it is put on as at first: between boxes and what is over all else") {
    Desk cleared, fresh;
    cleared.sheet.layer(Sheet::Layer::over);
    cleared.sheet.clear();
    for (Desk* desk : {&cleared, &fresh}) {
      desk->sheet.fill({0, 0, 10, 10}, ink);
      desk->sheet.layer(Sheet::Layer::box);
      desk->sheet.fill({0, 0, 10, 10}, accent);
      desk->draw();
    }
    CHECK_FALSE(fresh.canvas.everything().empty());
    CHECK((cleared.canvas.everything() == fresh.canvas.everything()));
  }

  TEST_CASE("What follows a touched place lights up under the pointer, up to the next such place") {
    Desk desk;
    const auto place = [&](float y) {
      const Box box{20, y, 200, 40};
      desk.sheet.touch(box);
      desk.sheet.fill(box, quiet, 0, lit);
      desk.sheet.edge(box, quiet, 0, 1, accent);
      desk.words("words", {.left = 30, .top = y, .width = 100, .hovered = accent});
      desk.words("beside", {.left = 130, .top = y, .width = 100});  // always the same
    };
    desk.put([&] {
      place(20);
      place(1080);
    });
    const auto colours = [&] {
      std::vector<Colour> of;
      for (const DrawnWord& word : desk.canvas.words()) of.push_back(word.colour);
      return of;
    };
    const auto draw_under = [&](float x, float y, bool pressed, float top) {
      desk.canvas.point_at(x, y, pressed);
      desk.draw(top);
    };
    draw_under(300, 30, false, 0);
    CHECK(colours() == std::vector<Colour>{ink, ink});
    CHECK(desk.canvas.painted(accent).width == 0);

    draw_under(25, 25, false, 0);
    CHECK(colours() == std::vector<Colour>{accent, ink});
    CHECK(desk.canvas.painted(accent).y == doctest::Approx(20).epsilon(0.1));
    CHECK(desk.canvas.painted(lit).width == 0);

    draw_under(25, 85, false, 1000);  // the other place, further down
    CHECK(colours() == std::vector<Colour>{accent, ink});
    CHECK(desk.canvas.painted(accent).y == doctest::Approx(80).epsilon(0.1));
    draw_under(25, 25, false, 1000);  // nothing is there any more
    CHECK(colours() == std::vector<Colour>{ink, ink});

    draw_under(25, 85, true, 1000);
    CHECK(desk.canvas.painted(lit).y == 80);
    draw_under(25, 85, false, 1000);  // let go
    CHECK(desk.canvas.painted(lit).width == 0);
    draw_under(25, 85, true, 1000);
    draw_under(25, 200, true, 1000);  // pulled away
    CHECK(desk.canvas.painted(lit).width == 0);
    draw_under(25, 200, false, 1000);
    draw_under(25, 300, true, 1000);  // pressed elsewhere and moved there
    draw_under(25, 85, true, 1000);
    CHECK(colours() == std::vector<Colour>{accent, ink});
    CHECK(desk.canvas.painted(lit).width == 0);
  }

  TEST_CASE("A disc grows under the pointer") {
    Desk desk;
    desk.sheet.touch({0, 0, 100, 100});
    desk.sheet.disc({50, 50}, 9, accent, 2);
    desk.draw();
    const Box small = desk.canvas.painted(accent);
    desk.canvas.point_at(10, 10);
    desk.draw();
    const Box large = desk.canvas.painted(accent);
    CHECK(large.width - small.width == doctest::Approx(4).epsilon(0.02));
    CHECK(large.x + large.width / 2 == doctest::Approx(50));
  }

  TEST_CASE("A stretch that is taken over is what was put, further down") {
    Desk second, directly;
    for (const float down : {50.0f, 0.0f, -80.0f}) {
      for (const bool is_pointed_at : {false, true}) {
        CAPTURE(down);
        CAPTURE(is_pointed_at);
        Desk first;
        first.put([&] {
          put_all(first, 7);  // what is before
          first.sheet.begin_stretch();
          put_all(first, 100);
          first.sheet.begin_stretch();
          put_all(first, 250);  // and what is behind
        });
        second.sheet.clear();
        directly.sheet.clear();
        for (Desk* desk : {&second, &directly}) {
          desk->canvas.point_at(is_pointed_at ? 35.0f : 399.0f, 135 + down);
        }
        second.put([&] {
          second.words("something else", {.width = 300});
          second.sheet.take(first.sheet, 1, 2, down);
          second.sheet.begin_stretch();
          second.words("more", {.top = 30, .width = 300});
        });
        directly.put([&] {
          directly.words("something else", {.width = 300});
          put_all(directly, 100 + down);
          directly.words("more", {.top = 30, .width = 300});
        });
        CHECK(second.canvas.lines().size() == 7);
        CHECK(second.canvas.lines() == directly.canvas.lines());
        CHECK((second.canvas.everything() == directly.canvas.everything()));
      }
    }
  }

  TEST_CASE("Taken over twice it is the same once more") {
    Desk first, second, third;
    first.put([&] {
      first.words("above", {.width = 300});
      first.sheet.begin_stretch();
      put_all(first, 100);
      first.sheet.begin_stretch();
    });
    const std::string everything = first.canvas.everything();
    CHECK_FALSE(everything.empty());
    second.put([&] { second.sheet.take(first.sheet, 1, 2, 60); });
    third.put([&] {
      third.words("above", {.width = 300});
      third.sheet.take(second.sheet, 1, 2, -60);
    });
    CHECK((third.canvas.everything() == everything));
  }

  TEST_CASE("What is taken over differs from before only where it has moved") {
    const auto taken = [](float down, std::string_view after) {
      Desk before;
      Sheet now;
      std::optional<Box> bounds;
      before.put([&] {
        before.sheet.begin_stretch();
        before.sheet.fill({20, 100, 50, 30}, ink);
        before.sheet.disc({100, 115}, 5, accent);
        before.sheet.begin_stretch();
        before.words("after it", {.left = 20, .top = 200, .width = 100});
        now.take(before.sheet, 1, 2, down);
        now.begin_stretch();
        std::swap(now, before.sheet);
        before.words(after, {.left = 20, .top = 200, .width = 100});
        bounds = before.sheet.differs_from(now);
      });
      return bounds;
    };
    CHECK(taken(0, "after it") == std::nullopt);
    CHECK(taken(0, "afterwards") == Box{20, 200, 100, line_height});
    CHECK(taken(40, "after it") == Box{20, 100, 85, 70});
    CHECK(taken(-40, "after it") == Box{20, 60, 85, 70});
    CHECK(taken(40, "afterwards") == Box{20, 100, 100, 124});
  }

  TEST_CASE("What is touched in one stretch lights nothing in the next") {
    Desk desk;
    desk.put([&] {
      desk.sheet.touch({0, 0, 100, 100});
      desk.sheet.fill({0, 0, 10, 10}, quiet);
      desk.sheet.begin_stretch();
      desk.words("beside", {.left = 20, .top = 20, .width = 100, .hovered = accent});
    });
    desk.canvas.point_at(50, 50);
    desk.draw();
    REQUIRE(desk.canvas.words().size() == 1);
    CHECK(desk.canvas.words()[0].colour == ink);
    CHECK(desk.sheet.lit(0).bounds == std::nullopt);
  }
}

}  // namespace
}  // namespace mf::form
