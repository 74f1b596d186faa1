#include "core/short_text.h"

#include <doctest/doctest.h>

#include <algorithm>
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

TEST_CASE("a short text can be set to any other, and to a part of itself") {
  for (const std::string& text : texts) {
    for (const std::string& other : texts) {
      Name name = text;
      name.set(other.data(), other.size());
      CHECK(name.view() == other);
    }
    for (std::size_t from = 0; from <= std::min<std::size_t>(text.size(), 30); ++from) {
      Name name = text;
      const std::string_view rest = name.view().substr(from);
      name.set(rest.data(), rest.size());
      CHECK(name.view() == text.substr(from));
    }
  }
}

TEST_CASE("a short text of each length is copied whole, and nothing of what stands around it") {
  const std::string alphabet = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t size = 0; size <= 26; ++size) {
    Name name = std::string(23, '.');
    name.set(alphabet.data(), size);
    CHECK(name.view() == alphabet.substr(0, size));
  }
}

TEST_CASE("short texts survive the growth of the list that they are in") {
  std::vector<Name> names;
  for (int i = 0; i < 500; ++i) names.emplace_back(std::string(static_cast<std::size_t>(i) % 40, 'n'));
  for (std::size_t i = 0; i < names.size(); ++i) CHECK(names[i].view() == std::string(i % 40, 'n'));
}
