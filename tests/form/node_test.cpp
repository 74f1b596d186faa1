#include "form/node.h"

#include <doctest/doctest.h>

namespace mf::form {
namespace {

std::string told(const std::vector<Node>& nodes) {
  Telling telling;
  CHECK(telling.update(nodes));
  return telling.text();
}

TEST_SUITE("Nodes for the page") {
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
    CHECK(telling.update({region, text}));
    CHECK(telling.text().find("text\x1f"
                              "2000\x1f"
                              "2000\x1f") != std::string::npos);
    CHECK_FALSE(telling.update({region, text}));
    Node lower = region, moved = text;
    lower.box.y += 50;
    moved.box.y += 50;
    CHECK(telling.update({lower, moved}));
    CHECK(telling.text().find("=\x1e") == telling.text().size() - 2);
    moved.text = "new";
    CHECK(telling.update({lower, moved}));
    CHECK(telling.text().find("new") != std::string::npos);
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
