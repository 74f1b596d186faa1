// What is seen and what is told are the same: each word on the canvas is said by a node that lies there, and each word
// of a node is drawn where it lies. Words are read back from the triangles that Dear ImGui hands to the graphics card.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "screen.h"

namespace mf::ui {
namespace {

using form::Box;
using form::DrawnWord;
using form::Node;
using form::Role;

constexpr std::string_view roster =
    "handle,platform,followers,er,fee\n"
    "@ana,Instagram,20000,5%,$150\n"
    "@ben,TikTok,30000,2%,$200\n"
    "@cleo,TikTok,40000,5%,$400\n"
    "@dev,YouTube,,3%,$100\n";

struct Shot {
  std::string called;
  std::string_view address;
  std::function<void(Screen&)> reach;
};

// Also what shows up folded in there.
void fold_out(Screen& screen) {
  screen.open_all();
  screen.open_all();
}

const std::vector<Shot>& states() {
  static const std::vector<Shot> all = {
      {"micro, empty", "", [](Screen&) {}},
      {"micro, empty, all folded out", "", fold_out},
      {"micro, answered", "platform=instagram&followers=12300", [](Screen&) {}},
      {"micro, a file, all folded out", "followers=25000",
       [](Screen& screen) {
         screen.press("sample");
         fold_out(screen);
       }},
      {"micro, errors", "followers=-5",
       [](Screen& screen) {
         screen.type("followers", "12,3,4x");
         screen.give_file("photo.png", "\x89PNG\r\n\x1a\n....");
         screen.paste("paste", "nothing that could be read\n\nand a longword" + std::string(300, 'x'));
       }},
      {"micro, a file that is being read", "",
       [](Screen& screen) {
         screen.hold_reader();
         screen.give_file("posts.csv", "Likes,Comments\n1000,40\n");
       }},
      {"micro, a picture whose dot is far right", "followers=2900000", fold_out},
      {"campaign, empty", "tool=campaign", [](Screen&) {}},
      {"campaign, empty, all folded out", "tool=campaign", fold_out},
      {"campaign, answered", "tool=campaign&creators=20&followers=25000&orderValue=40 to 60&margin=50&fee=150",
       [](Screen&) {}},
      {"campaign, beside a macro, all folded out",
       "tool=campaign&creators=20&followers=25000&orderValue=40 to 60&margin=50&fee=150&currency=EUR",
       [](Screen& screen) {
         screen.press("add-macro");
         fold_out(screen);
       }},
      {"campaign, a bad value", "tool=campaign&orderValue=40&margin=50&clickRate=5 to 2", fold_out},
      {"pick, empty", "tool=pick", [](Screen&) {}},
      {"pick, empty, all folded out", "tool=pick", fold_out},
      {"pick, before a budget", "tool=pick", [](Screen& screen) { screen.paste("paste", roster); }},
      {"pick, answered, all folded out", "tool=pick&budget=600",
       [](Screen& screen) {
         screen.paste("paste", roster);
         fold_out(screen);
       }},
      {"pick, the sample, all folded out", "tool=pick",
       [](Screen& screen) {
         screen.press("sample");
         fold_out(screen);
       }},
      {"numbers", "tool=numbers", fold_out},
      {"numbers, a figure being replaced", "tool=numbers&figure=B0386-value-250",
       [](Screen& screen) {
         screen.type("search", "B0386");
         screen.press("B0386-edit");
         screen.type("B0386-0", "abc");
         fold_out(screen);
       }},
      {"numbers, nothing found", "tool=numbers", [](Screen& screen) { screen.type("search", "unicorns"); }},
      {"numbers, claims", "tool=numbers",
       [](Screen& screen) {
         screen.choose("kind", 1);
         fold_out(screen);
       }},
      {"numbers, formulas", "tool=numbers",
       [](Screen& screen) {
         screen.choose("kind", 2);
         fold_out(screen);
       }},
      {"a tool on its way", "tool=numbers",
       [](Screen& screen) {
         screen.state().later_part = LaterPart::takes_long;
         screen.resize(391);
       }},
      {"a tool that did not load", "tool=numbers",
       [](Screen& screen) {
         screen.state().later_part = LaterPart::failed;
         screen.resize(391);
       }},
  };
  return all;
}

// What is to be read where the node lies, without spaces: where lines end is the canvas's business.
std::string shown_by(const Node& node) {
  std::string shown;
  switch (node.role) {
    case Role::region:  // Names of what is inside, for those who hear the page. What is seen of it are nodes inside.
    case Role::group:
    case Role::choices:
    case Role::tabs:
    case Role::table:
    case Role::row:
    case Role::image:   // What a picture shows, in words for those who do not see it; words in it are nodes of their
                        // own.
    case Role::slider:  // Where its thumb stands, in words for those who do not see that.
    case Role::said:    // Announced, never drawn.
      return {};
    case Role::textbox:
      shown = node.value.empty() ? node.text : node.value;
      break;
    case Role::button:  // A triangle shows whether it is open, which is told by a flag.
      if (node.flags & form::flag_has_popup_state) {
        shown = node.flags & form::flag_expanded ? "\xE2\x96\xBE" : "\xE2\x96\xB8";  // ▾ or ▸
      }
      shown += node.text;
      break;
    case Role::select:
      shown = node.text + "\xE2\x96\xBE";  // ▾: there is more to choose from, which the role tells
      break;
    case Role::heading:
    case Role::text:
    case Role::label:
    case Role::option:
    case Role::file:
    case Role::link:
    case Role::cell:
    case Role::tab:
      shown = node.text;
      break;
  }
  std::erase_if(shown, [](unsigned char c) { return c <= ' '; });
  return shown;
}

bool holds(const Box& box, const Box& word) {
  constexpr float rounding = 1;  // words begin on whole pixels
  return word.x >= box.x - rounding && word.x + word.width <= box.x + box.width + rounding &&
         word.y >= box.y - rounding && word.y + word.height <= box.y + box.height + rounding;
}

struct Shown {
  const Node* node;
  std::string text;
  std::size_t found = 0;  // so much of it is on the canvas
  float bottom = 0;       // of the last word found

  bool goes_on_with(const DrawnWord& word) const {
    return text.compare(found, word.text.size(), word.text) == 0 && holds(node->box, word.box);
  }
  // A field shows as many lines of what stands in it as it has room for.
  bool is_full() const {
    const float room = node->box.y + node->box.height - bottom;
    return node->role == Role::textbox && found > 0 && room < form::metrics(node->style).line_height;
  }
};

std::string place(const Box& box) {
  return " at " + std::to_string(std::lround(box.x)) + ", " + std::to_string(std::lround(box.y));
}

// Words of the canvas that no node says there, and words of nodes that are not drawn there.
std::vector<std::string> differences(Screen& screen) {
  std::vector<Shown> all;
  for (const Node& node : screen.nodes()) {
    if (std::string text = shown_by(node); !text.empty()) all.push_back({.node = &node, .text = std::move(text)});
  }
  std::vector<std::string> found;
  const std::vector<DrawnWord> words = screen.drawn_words();
  CHECK(words.size() > 5);
  auto said = all.begin();  // most words are followed by one of the same node, or of the next
  for (const DrawnWord& word : words) {
    const auto says_it = [&](const Shown& it) { return it.goes_on_with(word); };
    auto next = std::find_if(said, all.end(), says_it);
    if (next == all.end()) next = std::find_if(all.begin(), said, says_it);
    if (!says_it(*next)) {
      found.push_back("no node says: " + word.text + place(word.box));
      continue;
    }
    said = next;
    said->found += word.text.size();
    said->bottom = word.box.y + word.box.height;
  }
  for (const Shown& it : all) {
    if (it.found == it.text.size() || it.is_full()) continue;
    found.push_back("not drawn of " + it.node->id + ": " + it.text.substr(it.found) + place(it.node->box));
  }
  return found;
}

// In small letters, without figures: how many digits they have is not the same in a picture and in a sentence.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte)) {
      words.back() += static_cast<char>(std::tolower(byte));
    } else {
      words.emplace_back();
    }
  }
  std::erase_if(words, [](const std::string& word) { return word.empty() || std::isdigit(word.front()); });
  return words;
}

// Words in a picture are hidden from those who hear the page: its summary, or another text of its card, has to say
// them. Not what marks a place on an axis, which is set in fine type.
std::vector<std::string> unheard(const Screen& screen) {
  std::vector<std::string> found;
  std::vector<std::string> heard;  // in this card
  const std::vector<Node>& nodes = screen.nodes();
  const Node* picture = nullptr;
  for (auto node = nodes.begin(); node != nodes.end(); ++node) {
    if (node->depth == 0) {
      const auto end = std::find_if(node + 1, nodes.end(), [](const Node& next) { return next.depth == 0; });
      heard.clear();
      std::for_each(node, end, [&](const Node& told) {
        if (told.flags & form::flag_in_picture) return;
        for (std::string& word : words_of(told.text)) heard.push_back(std::move(word));
      });
    }
    if (node->role == Role::image) picture = &*node;
    if ((node->flags & form::flag_in_picture) == 0) continue;
    REQUIRE(picture);
    if (!holds(picture->box, node->box)) found.push_back(picture->id + " does not hold " + node->text);
    if (node->style == form::TextStyle::fine) continue;
    for (const std::string& word : words_of(node->text)) {
      if (std::find(heard.begin(), heard.end(), word) == heard.end()) {
        found.push_back("nobody hears " + word + " of " + picture->id + ": " + node->text);
      }
    }
  }
  return found;
}

std::string listed(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

TEST_SUITE("Seen") {
  TEST_CASE("Each word on the canvas is said by a node there, and each word of a node is drawn there") {
    for (const Shot& state : states()) {
      for (const float width : {390.0f, 1200.0f}) {
        CAPTURE(state.called);
        CAPTURE(width);
        Screen screen(state.address, width);
        state.reach(screen);
        CHECK(listed(differences(screen)) == "");
        CHECK(listed(unheard(screen)) == "");
      }
    }
  }
}

}  // namespace
}  // namespace mf::ui
