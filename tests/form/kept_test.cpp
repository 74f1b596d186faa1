// What is kept from one description to the next is what would have been described anew.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "canvas.h"
#include "form/form.h"

namespace mf::form {
namespace {

constexpr std::string_view long_words =
    "These words are long enough to be broken into several lines on everything that is narrow, and on a wide page, "
    "where a line holds about eighty letters, into two or three of them.";

// A frame as a person gets it, seen and heard.
struct Look {
  std::string told, drawn;
  float height = 0;
  bool operator==(const Look&) const = default;
};

// A page with something kept on it, described as often as one likes.
struct Page {
  Canvas canvas{1200, 3000};
  Form form;
  Surface surface{.width = 600, .theme = &light_theme()};
  std::string above = "Above";
  float gap = 0;
  std::string of = "one";
  bool shows_it = true;
  int described = 0;  // how often what is kept was

  Page() {
    for (const Weight weight : {Weight::regular, Weight::semibold}) {
      surface.fonts[static_cast<std::size_t>(weight)] = canvas.font(weight);
    }
  }

  void content() {
    ++described;
    form.text("first", TextStyle::body, "About " + of + ". " + std::string(long_words));
    form.gap(8);
    form.notice("notice", Tone::warn, long_words, flag_alert);
    form.group("group", "A group", [&] {
      form.sources_at("first");
      form.heading("heading", 3, TextStyle::label, "A table and a picture");
      static constexpr Column columns[] = {{.title = "Name", .share = 2}, {.title = "Figure", .right = true}};
      const std::vector<Cell> rows[] = {{{.text = "first"}, {.text = "12"}},
                                        {{.text = "a longer name", .href = "https://example.org/"}, {.text = of}}};
      form.table("table", "A table", columns, rows);
      form.picture("picture", "A line that falls", 80, [&](Drawing& drawing) {
        const Drawing::Point upper[] = {{0, 10}, {40, 20}, {100, 50}}, lower[] = {{0, 70}, {40, 60}, {100, 55}};
        drawing.band(upper, lower, form.theme().band);
        drawing.curve(upper, form.theme().accent, 2);
        drawing.line(0, 70, 100, 70, form.theme().line);
        drawing.dot(40, 20, 5, form.theme().ink, form.theme().card);
        drawing.words(100, 60, of, TextStyle::fine, form.theme().ink, 1);
      });
    });
  }

  template <typename Describe>
  Look frame(const Describe& describe, std::vector<Event> events = {}) {
    Look look;
    canvas.frame([&] {
      form.take_in(surface, std::move(events), describe);
      form.begin(surface);
      describe();
      look.height = form.end();
    });
    canvas.frame([&] { form.draw(0); });
    Telling telling;
    telling.update(form.nodes());
    look.told = telling.text();
    look.drawn = canvas.everything();
    return look;
  }

  Look frame() {
    return frame([&] {
      form.card("card", "A card", [&] {
        form.text("above", TextStyle::body, above);
        form.gap(gap);
        if (shows_it) form.kept("kept", of, [&] { content(); });
        form.button("below", "Below");
      });
    });
  }

  // The same on a page that has nothing to keep.
  Look anew() const {
    Page other;
    Surface same = surface;
    for (std::size_t i = 0; i < weight_count; ++i) same.fonts[i] = other.surface.fonts[i];
    if (surface.fonts[0] != canvas.font(Weight::regular)) std::swap(same.fonts[0], same.fonts[1]);
    other.surface = same;
    other.above = above;
    other.gap = gap;
    other.of = of;
    other.shows_it = shows_it;
    return other.frame();
  }

  Box box_of(std::string_view id) const {
    for (const Node& node : form.nodes()) {
      if (node.id == id) return node.box;
    }
    FAIL("no node is ", std::string(id));
    return {};
  }
};

TEST_SUITE("What is kept") {
  TEST_CASE("It is described again only when what it follows from is another") {
    Page page;
    for (int frame = 0; frame < 3; ++frame) page.frame();
    CHECK(page.described == 1);
    page.of = "two";
    page.frame();
    CHECK(page.described == 2);
    page.frame();
    CHECK(page.described == 2);
    page.of = "one";  // which is not remembered from before
    page.frame();
    CHECK(page.described == 3);
  }

  TEST_CASE("It is told and drawn as if it were described anew, time after time") {
    Page page;
    const Look first = page.frame();
    CHECK(first.told.find("About one.") != std::string::npos);
    CHECK(page.canvas.lines().size() > 12);
    CHECK((first == page.anew()));
    for (int frame = 0; frame < 3; ++frame) CHECK((page.frame() == first));
    CHECK(page.described == 1);
    page.of = "two";
    const Look second = page.frame();
    CHECK((second == page.anew()));
    CHECK_FALSE((second == first));
    CHECK((page.frame() == second));
  }

  TEST_CASE("It moves down and up with what is above it, and what is below follows") {
    Page page;
    page.frame();
    const Box word = page.box_of("first"), cell = page.box_of("table-2-1"), below = page.box_of("below");
    const float more_lines = 3 * 22;
    page.above = "One\ntwo\nthree\nfour";
    const Look lower = page.frame();
    CHECK(page.described == 1);
    CHECK(page.box_of("first").y == word.y + more_lines);
    CHECK(page.box_of("first").height == word.height);
    CHECK(page.box_of("table-2-1").y == cell.y + more_lines);
    CHECK(page.box_of("table-2-1").x == cell.x);
    CHECK(page.box_of("below").y == below.y + more_lines);
    CHECK((lower == page.anew()));
    CHECK((page.frame() == lower));
    page.above = "One\ntwo";
    const Look higher = page.frame();
    CHECK(page.described == 1);
    CHECK(page.box_of("first").y == word.y + 22);
    CHECK((higher == page.anew()));
  }

  TEST_CASE("Moved by a part of a pixel it would lie otherwise on the pixels, and is described anew") {
    Page page;
    page.surface.scale = 1.5f;
    page.frame();
    page.gap = 2;  // three pixels
    CHECK((page.frame() == page.anew()));
    CHECK(page.described == 1);
    page.gap = 3;
    CHECK((page.frame() == page.anew()));
    CHECK(page.described == 2);
    page.gap = 5;
    CHECK((page.frame() == page.anew()));
    CHECK(page.described == 2);
  }

  TEST_CASE("On another surface it is described anew, and kept there") {
    Page page;
    page.frame();
    SUBCASE("another width") { page.surface.width = 390; }
    SUBCASE("another scale") { page.surface.scale = 2; }
    SUBCASE("another theme") { page.surface.theme = &dark_theme(); }
    SUBCASE("another font") { std::swap(page.surface.fonts[0], page.surface.fonts[1]); }
    const Look look = page.frame();
    CHECK(page.described == 2);
    CHECK((look == page.anew()));
    CHECK((page.frame() == look));
    CHECK(page.described == 2);
  }

  TEST_CASE("Where only another part comes into view it is kept") {
    Page page;
    const Look look = page.frame();
    page.surface.slice_top = 40;
    CHECK((page.frame() == look));
    CHECK(page.described == 1);
  }

  TEST_CASE("Once it was left out it is described anew") {
    Page page;
    const Look look = page.frame();
    page.shows_it = false;
    CHECK(page.frame().told.find("About one.") == std::string::npos);
    page.shows_it = true;
    CHECK((page.frame() == look));
    CHECK(page.described == 2);
  }

  TEST_CASE("In another place it is described anew") {
    enum class Place { alone, deeper, narrower, further_right };
    const auto describe = [](Page& page, Place place) {
      const auto kept = [&] { page.form.kept("kept", "one", [&] { page.content(); }); };
      return page.frame([&] {
        switch (place) {
          case Place::alone:
            kept();
            break;
          case Place::deeper:
            page.form.group("around", "Around it", kept);
            break;
          case Place::narrower:
            page.form.side_by_side(288, kept, [] {});
            break;
          case Place::further_right:  // and as wide as that
            page.form.side_by_side(288, [] {}, kept);
            break;
        }
      });
    };
    Page page;
    int described = 0;
    for (const Place place : {Place::alone, Place::deeper, Place::alone, Place::narrower, Place::further_right}) {
      Page other;
      CHECK((describe(page, place) == describe(other, place)));
      CHECK(page.described == ++described);
      describe(page, place);
      CHECK(page.described == described);
    }
  }

  TEST_CASE("As wide as before on a wider page it is described anew: what is in one column there may not be here") {
    const auto describe = [](Page& page) {
      return page.frame([&] {
        const auto kept = [&] { page.form.kept("kept", "one", [&] { page.content(); }); };
        page.form.side_by_side(288, kept, [] {});
      });
    };
    Page page;
    page.surface.width = one_column_below - 10;
    const Look narrow = describe(page);
    page.surface.width = one_column_below + 10;
    Page other;
    other.surface.width = page.surface.width;
    const Look wide = describe(page);
    CHECK((wide == describe(other)));
    CHECK_FALSE((wide == narrow));
    CHECK(page.described == 2);
  }

  TEST_CASE("Two that change places are kept, each where it now is") {
    Page page;
    int first = 0, second = 0;
    const auto describe = [&](bool swapped) {
      const auto one = [&] {
        page.form.kept("one", "", [&] {
          ++first;
          page.form.text("one-words", TextStyle::body, long_words);
        });
      };
      const auto two = [&] {
        page.form.kept("two", "", [&] {
          ++second;
          page.form.notice("two-words", Tone::good, long_words, 0);
          page.form.notice("two-more", Tone::bad, long_words, 0);
        });
      };
      return page.frame([&] {
        swapped ? two() : one();
        swapped ? one() : two();
      });
    };
    const Look once = describe(false);
    const float height = page.box_of("one-words").height;
    describe(true);
    CHECK(first == 1);
    CHECK(second == 1);
    CHECK(page.box_of("two-words").y == 12);  // its padding
    CHECK(page.box_of("one-words").y == once.height - height);
    CHECK((describe(false) == once));
    CHECK(first == 1);
    CHECK(second == 1);
  }

  TEST_CASE("One inside another is kept with it, and where the outer one is described anew") {
    Page page;
    int outer = 0, inner = 0;
    const auto describe = [&](Page& on, std::string_view of, std::string_view of_inner, float gap) {
      return on.frame([&] {
        on.form.gap(gap);
        on.form.kept("outer", of, [&] {
          ++outer;
          on.form.text("outer-words", TextStyle::body, std::string(of) + std::string(long_words));
          on.form.kept("inner", of_inner, [&] {
            ++inner;
            on.form.text("inner-words", TextStyle::body, std::string(of_inner) + std::string(long_words));
          });
          on.form.text("after", TextStyle::body, "After both.");
        });
      });
    };
    const auto anew = [&](std::string_view of, std::string_view of_inner, float gap) {
      const int before[] = {outer, inner};
      Page other;
      const Look look = describe(other, of, of_inner, gap);
      outer = before[0];
      inner = before[1];
      return look;
    };
    CHECK((describe(page, "A", "a", 0) == anew("A", "a", 0)));
    CHECK((describe(page, "B", "a", 0) == anew("B", "a", 0)));
    CHECK(outer == 2);
    CHECK(inner == 1);
    CHECK((describe(page, "C", "b", 10) == anew("C", "b", 10)));
    CHECK(outer == 3);
    CHECK(inner == 2);
    CHECK((describe(page, "C", "b", 30) == anew("C", "b", 30)));  // both move
    CHECK(outer == 3);
    CHECK(inner == 2);
    CHECK((describe(page, "D", "b", 0) == anew("D", "b", 0)));
    CHECK(outer == 4);
    CHECK(inner == 2);
  }
  TEST_CASE("What is done to it is taken in, and shows in the description after that") {
    Page page;
    bool open = false;
    int described = 0;
    const auto describe = [&](std::vector<Event> events) {
      return page.frame(
          [&] {
            page.form.kept("kept", "the same", [&] {
              ++described;
              if (page.form.disclosure("more", open ? "Less" : "More", open)) open = !open;
            });
          },
          std::move(events));
    };
    describe({});
    describe({});
    CHECK(described == 1);
    describe({{.kind = Event::Kind::press, .id = "elsewhere"}});
    CHECK(described == 1);
    const Look opened = describe({{.kind = Event::Kind::press, .id = "more"}});
    CHECK(open);
    CHECK(described == 3);
    CHECK(opened.told.find("Less") != std::string::npos);
    describe({});
    CHECK(described == 3);
  }
  TEST_CASE("What it says is said each time, in its place") {
    Page page;
    const auto said = [&] {
      page.frame([&] {
        page.form.say("before");
        page.form.kept("kept", "the same", [&] {
          page.form.say("inside");
          page.form.say("still inside");
        });
        page.form.say("after");
      });
      std::string last;
      for (const Node& node : page.form.nodes()) last = node.text;
      return last;
    };
    const std::string first = said();
    CHECK(first == "before; inside; still inside; after");
    CHECK(said() == first);
  }
  TEST_CASE("What is drawn otherwise than before is known") {
    Page page;
    page.frame();
    CHECK(page.form.changed().has_value());
    page.frame();
    CHECK(page.form.changed() == std::nullopt);
    page.above = "Other";
    page.frame();
    const Box above = page.box_of("above");
    CHECK(page.form.changed() == above);
    page.of = "two";
    page.frame();
    REQUIRE(page.form.changed());
    CHECK(page.form.changed()->y >= above.y + above.height);
    page.surface.scale = 2;
    page.frame();
    page.above = "Else";
    page.frame();
    CHECK(page.form.changed() == Box{2 * above.x, 2 * above.y, 2 * above.width, 2 * above.height});
  }
  TEST_CASE("A card that is kept is told as little as one that stayed the same") {
    Page page;
    Telling telling;
    float gap = 0;
    const auto told = [&] {
      page.frame([&] {
        page.form.gap(gap);
        page.form.kept("kept", "the same", [&] {
          page.form.card("card", "A card", [&] { page.form.text("inside", TextStyle::body, "Inside it."); });
        });
      });
      return telling.update(page.form.nodes()) ? telling.text() : std::string();
    };
    CHECK(told().find("Inside it.") != std::string::npos);
    CHECK(told().empty());
    gap = 20;
    const std::string moved = told();
    CHECK_FALSE(moved.empty());
    CHECK(moved.find("Inside it.") == std::string::npos);
  }
}

}  // namespace
}  // namespace mf::form
