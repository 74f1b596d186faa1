#include "form/node.h"

#include <doctest/doctest.h>

namespace mf::form {
namespace {

Nodes of(const std::vector<Node>& nodes) {
  Nodes all;
  for (const Node& node : nodes) all.add() = node;
  return all;
}

std::string told(const std::vector<Node>& nodes) {
  Telling telling;
  CHECK(telling.update(of(nodes)));
  return telling.text();
}

Node node(Role role, int depth, const char* id, const char* text) {
  Node made;
  made.role = role;
  made.depth = depth;
  made.id = id;
  made.text = text;
  return made;
}

TEST_SUITE("Nodes for the page") {
  TEST_CASE("Nodes stand in the order of their stretches, empty ones or not, and go over with them") {
    const auto ids = [](const Nodes& nodes) {
      std::string all;
      for (const Node& node : nodes) all += node.id + ' ';
      return all;
    };
    Nodes before, now;
    CHECK(ids(before).empty());
    CHECK(before.begin() == before.end());
    before.begin_stretch();
    before.add() = node(Role::text, 0, "a", "");
    before.add() = node(Role::text, 0, "b", "");
    before.begin_stretch();
    before.begin_stretch();
    before.add() = node(Role::text, 0, "c", "");
    before.begin_stretch();
    CHECK(ids(before) == "a b c ");
    now.add() = node(Role::text, 0, "first", "");
    now.take(before, 1, 3, 20);
    now.begin_stretch();
    now.add() = node(Role::text, 0, "last", "");
    CHECK(ids(now) == "first a b last ");
    CHECK(ids(before) == "c ");
    for (const Node& moved : now) CHECK(moved.box.y == (moved.id == "a" || moved.id == "b" ? 20 : 0));
    now.clear();
    CHECK(ids(now).empty());
  }
  TEST_CASE("A node is one record") {
    const Node node{.role = Role::textbox,
                    .id = "followers",
                    .box = {1.5f, 2, 300, 44},
                    .style = TextStyle::field,
                    .flags = flag_invalid,
                    .text = "12,300",
                    .value = "-5",
                    .described_by = "followers-error",
                    .details = "followers-sources"};
    CHECK(told({node}) ==
          "4\x1f"
          "0\x1f"
          "followers\x1f"
          "150\x1f"
          "200\x1f"
          "30000\x1f"
          "4400\x1f"
          "4\x1f"
          "8\x1f"
          "12,300\x1f"
          "-5\x1f"
          "followers-error\x1f"
          "followers-sources\x1f!\x1e");
  }
  TEST_CASE("What is inside a region is placed from its corner and told once") {
    const Node region{.role = Role::region,
                      .id = "card",
                      .box = {16, 100, 300, 200},
                      .text = {},
                      .value = {},
                      .described_by = {},
                      .details = {}};
    const Node text{.depth = 1,
                    .id = "text",
                    .box = {36, 120, 260, 20},
                    .text = {},
                    .value = {},
                    .described_by = {},
                    .details = {}};
    Telling telling;
    CHECK(telling.update(of({region, text})));
    CHECK(telling.text().find("text\x1f"
                              "2000\x1f"
                              "2000\x1f") != std::string::npos);
    CHECK_FALSE(telling.update(of({region, text})));
    Node lower = region, moved = text;
    lower.box.y += 50;
    moved.box.y += 50;
    CHECK(telling.update(of({lower, moved})));
    CHECK(telling.text().ends_with("=\x1e"));
    moved.text = "new";
    CHECK(telling.update(of({lower, moved})));
    CHECK(telling.text().find("new") != std::string::npos);
  }
  TEST_CASE("Of what is inside, only others are told as long as all are the same elements") {
    std::vector<Node> nodes{node(Role::region, 0, "card", "Card"), node(Role::heading, 1, "title", "Title"),
                            node(Role::textbox, 1, "field", "type"), node(Role::text, 1, "words", "one")};
    nodes[1].value = "2";
    Telling telling;
    CHECK(telling.update(of(nodes)));
    const auto has = [&](std::string_view text) { return telling.text().find(text) != std::string::npos; };
    CHECK(has("!\x1e"));
    nodes[3].text = "two";
    CHECK(telling.update(of(nodes)));
    CHECK(has("~\x1e"));
    CHECK(has("two"));
    CHECK_FALSE(has("Title"));
    CHECK_FALSE(has("type"));
    SUBCASE("another level of a heading is another element") { nodes[1].value = "3"; }
    SUBCASE("so is a field of more lines") { nodes[2].flags |= flag_multiline; }
    SUBCASE("and another role") { nodes[3].role = Role::link; }
    SUBCASE("one less") { nodes.pop_back(); }
    SUBCASE("another order") { std::swap(nodes[1], nodes[3]); }
    CHECK(telling.update(of(nodes)));
    CHECK(has("!\x1e"));
    CHECK(has("Title"));
    CHECK(has("type"));
  }
  TEST_CASE("A node that is as it was told, with all inside it, is its id alone") {
    const Node first = node(Role::text, 0, "first", "one"), card = node(Role::region, 0, "card", "Card");
    const Node inside = node(Role::text, 1, "inside", "two");
    Telling telling;
    CHECK(telling.update(of({first, card, inside})));
    Node other = first;
    other.text = "three";
    CHECK(telling.update(of({card, inside, first})));  // elsewhere among the others
    CHECK(telling.text() ==
          "card\x1e"
          "first\x1e");
    CHECK(telling.update(of({card, inside, other})));
    CHECK(telling.update(of({other, card, inside})));
    CHECK(telling.text() ==
          "first\x1e"
          "card\x1e");
    CHECK(telling.update(of({other})));
    CHECK(telling.text() == "first\x1e");
    CHECK(telling.update(of({other, card, inside})));  // what was gone is told anew
    CHECK(telling.text().find("two") != std::string::npos);
  }
  TEST_CASE("Where all elements stay in their places, only what changed is told") {
    const Node first = node(Role::text, 0, "first", "one"), card = node(Role::region, 0, "card", "Card");
    const Node inside = node(Role::text, 1, "inside", "two");
    Telling telling;
    CHECK(telling.update(of({first, card, inside})));
    CHECK_FALSE(telling.text().starts_with("="));
    Node other = first;
    other.text = "three";
    CHECK(telling.update(of({other, card, inside})));
    CHECK(telling.text().starts_with("=\x1e"));
    CHECK(telling.text().find("three") != std::string::npos);
    CHECK(telling.text().find("card") == std::string::npos);
    Node another = inside;
    another.text = "four";
    CHECK(telling.update(of({other, card, another})));
    CHECK(telling.text().starts_with("=\x1e"));
    CHECK(telling.text().find("card") != std::string::npos);
    CHECK(telling.text().find("four") != std::string::npos);
    CHECK(telling.text().find("first") == std::string::npos);
    std::vector<Node> nodes{other, card, another};
    SUBCASE("one less") { nodes.erase(nodes.begin()); }
    SUBCASE("one more inside") { nodes.push_back(node(Role::text, 1, "more", "five")); }
    SUBCASE("another order") { nodes = {card, another, other}; }
    SUBCASE("another element of the same id") { nodes[0].role = Role::link; }
    SUBCASE("another element inside") { nodes[2].role = Role::link; }
    CHECK(telling.update(of(nodes)));
    CHECK_FALSE(telling.text().starts_with("="));
  }
  TEST_CASE("Separators inside a text cannot forge a record") {
    Node node;
    node.text =
        "a\x1e"
        "b\x1f"
        "c";
    const std::string record = told({node});
    CHECK(record.find("a b c") != std::string::npos);
    CHECK(record.find('\x1e') == record.size() - 1);
  }
  TEST_CASE("Line breaks stay") {
    Node node;
    node.value = "one\ntwo";
    CHECK(told({node}).find("one\ntwo") != std::string::npos);
  }
}

}  // namespace
}  // namespace mf::form
