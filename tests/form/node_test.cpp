#include "form/node.h"

#include <doctest/doctest.h>

namespace mf::form {
namespace {

TEST_SUITE("Nodes for the page") {
  TEST_CASE("A node is one record of thirteen fields") {
    const Node node{.role = Role::textbox,
                    .depth = 1,
                    .id = "followers",
                    .box = {1.5f, 2, 300, 44},
                    .style = TextStyle::field,
                    .flags = flag_invalid,
                    .text = "12,300",
                    .value = "-5",
                    .described_by = "followers-error",
                    .details = "followers-sources"};
    CHECK(serialize({node}) ==
          "4\x1f"
          "1\x1f"
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
          "followers-sources\x1e");
  }
  TEST_CASE("Separators inside a text cannot forge a record") {
    Node node;
    node.text =
        "a\x1e"
        "b\x1f"
        "c";
    const std::string record = serialize({node});
    CHECK(record.find("a b c") != std::string::npos);
    CHECK(record.find('\x1e') == record.size() - 1);
  }
  TEST_CASE("Line breaks stay") {
    Node node;
    node.value = "one\ntwo";
    CHECK(serialize({node}).find("one\ntwo") != std::string::npos);
  }
}

}  // namespace
}  // namespace mf::form
