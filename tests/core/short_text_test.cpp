#include "core/short_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using mf::core::ShortText;
using Name = ShortText<23>;

// One that is empty, short, as long as there is room, longer, and one with a zero byte in it.
const std::vector<std::string> texts = {
    "", "ada", std::string(23, 'x'), std::string(24, 'y'), std::string(5000, 'z'), std::string("a\0b", 3)};

TEST_CASE("a short text holds what it is given, however long that is") {
  for (const std::string& text : texts) {
    const Name name = text;
    CHECK(name.view() == text);
    CHECK(name.empty() == text.empty());
    CHECK(name == std::string_view(text));
  }
}

TEST_CASE("a short text can be copied and moved onto any other, and onto itself") {
  for (const std::string& text : texts) {
    for (const std::string& other : texts) {
      Name from = text, copied = other, moved = other;
      copied = from;
      CHECK(copied.view() == text);
      CHECK(from.view() == text);
      moved = std::move(from);
      CHECK(moved.view() == text);
      CHECK((copied == moved) == true);
      CHECK((copied == Name(other)) == (text == other));
    }
    Name one = text;
    const Name& same = one;
    one = same;
    CHECK(one.view() == text);
  }
}

TEST_CASE("short texts survive the growth of the list that they are in") {
  std::vector<Name> names;
  for (int i = 0; i < 500; ++i) names.emplace_back(std::string(static_cast<std::size_t>(i) % 40, 'n'));
  for (std::size_t i = 0; i < names.size(); ++i) CHECK(names[i].view() == std::string(i % 40, 'n'));
}
