#include "ingest/json_value.h"

#include <doctest/doctest.h>

#include <string>

using namespace mf;
using namespace mf::ingest;
using namespace std::string_literals;

namespace {

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

}  // namespace

TEST_CASE("what is JSON is read, in the spirit of JSONTestSuite") {
  const std::string accepted[] = {
      "[]",
      "{}",
      "[[]]",
      " [1] ",
      "[1]\n",
      "\t{\r\n}",
      "null",
      "true",
      "-0",
      "0",
      "\"\"",
      "\"a\"",
      "[0.5]",
      "[1e5]",
      "[1E+5]",
      "[1.25e-3]",
      "[-0.0]",
      "[1e-400]",
      "[123456789012345678901234567890]",
      "[-9223372036854775809]",
      "{\"\":0}",
      "{\"a\":{\"b\":[null,true,false]}}",
      "{\"a\":1,\"a\":2}",
      "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
      "[\"\\u0041\\u00e9\\u4e07\"]",
      "[\"\\ud83d\\ude00\"]",
      "[\"\\uD83D\\uDE00\"]",
      "[\"\\ud83d\"]",
      "[\"\\ude00\"]",
      "[\"\\ud83d\\ud83d\\ude00\"]",
      "[\"\\ud83dx\"]",
      "[\"\\\\ud83d\"]",
      "[\"\\u0000\"]",
      "[\"\xE2\x80\xA8\"]",
      "[\"\x7F\"]",
      nested(64),
      "{\"a\":1}\n{\"a\":2}",
      "{\"a\":1}\r\n\r\n{\"a\":2}\r\n",
      "window.YTD.tweets.part0 = [ ]",
      "window.YTD.tweets.part0 = [1];\n",
      "window.__THAR_CONFIG = {\"a\" : 1}",
  };
  for (const std::string& text : accepted) {
    CAPTURE(text);
    const auto tree = parse_json(text);
    CHECK_MESSAGE(tree, (tree ? std::string() : tree.error().message));
  }
}

TEST_CASE("what is not JSON is refused with the place where it breaks") {
  struct Row {
    std::string text;
    const char* place;
  };
  const Row rows[] = {
      {"", "line 1, column 1"},
      {" ", "line 1, column 2"},
      {"[1,\n\n", "line 3, column 1"},
      {"[", "line 1, column 2"},
      {"]", "line 1, column 1"},
      {"[1,]", "line 1, column 4"},
      {"[,1]", "line 1, column 2"},
      {"[1,,2]", "line 1, column 4"},
      {"[1 2]", "line 1, column 4"},
      {"[1]x", "line 1, column 4"},
      {"[1]]", "line 1, column 4"},
      {"{\"a\":1,}", "line 1, column 8"},
      {"{\"a\" 1}", "line 1, column 6"},
      {"{\"a\":}", "line 1, column 6"},
      {"{a:1}", "line 1, column 2"},
      {"{'a':1}", "line 1, column 2"},
      {"{1:1}", "line 1, column 2"},
      {"{\"a\"", "line 1, column 5"},
      {"{\"a\":1", "line 1, column 7"},
      {"{\n \"a\": tru\n}", "line 2, column 10"},
      {"[\"\u00e9\u4e07\", x]", "line 1, column 8"},
      {"[nul]", "line 1, column 5"},
      {"[True]", "line 1, column 2"},
      {"[NaN]", "line 1, column 2"},
      {"[Infinity]", "line 1, column 2"},
      {"[-]", "line 1, column 3"},
      {"[+1]", "line 1, column 2"},
      {"[01]", "line 1, column 3"},
      {"[1.]", "line 1, column 4"},
      {"[.5]", "line 1, column 2"},
      {"[1e]", "line 1, column 4"},
      {"[0x1A]", "line 1, column 3"},
      {"[1e400]", "line 1"},
      {"[-1e400]", "line 1"},
      {"[\"a]", "line 1"},
      {"[\"\\x\"]", "line 1, column 4"},
      {"[\"\\u12\"]", "line 1, column 7"},
      {"[\"\\u12G4\"]", "line 1, column 7"},
      {"[\"\\\"]", "line 1"},
      {"[\"a\nb\"]", "line 1, column 4"},
      {"[\"a\tb\"]", "line 1, column 4"},
      {"[1]\0[2]"s, "line 1, column 4"},
      {"[\"a\0\"]"s, "line 1, column 4"},
      {"[1] // a comment", "line 1, column 5"},
      {"/* a comment */[1]", "line 1, column 1"},
      {"{\"a\":1}\n{\"a\":}\n", "line 2, column 6"},
      {"{\"a\":1}{\"a\":2}", "line 1, column 8"},
      {"window.YTD.tweets.part0 = ", "line 1, column 27"},
      {"window.YTD.tweets.part0 = \n[1,]", "line 2, column 4"},
      {"window.YTD.tweets.part0 = [1];;x", "line 1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto tree = parse_json(row.text);
    REQUIRE_FALSE(tree);
    CHECK(tree.error().code == "json-broken");
    CAPTURE(tree.error().message);
    CHECK(tree.error().message.find(row.place) != std::string::npos);
    CHECK(tree.error().row);
  }
}

TEST_CASE("a file that was cut short is told from one that was damaged") {
  CHECK(parse_json("[{\"a\": 1}, ").error().message.find("ends in the middle") != std::string::npos);
  CHECK(parse_json("[1,]").error().message.find("is broken") != std::string::npos);
  CHECK(parse_json("[{\"a\": 1},, 2]").error().message.find("is broken") != std::string::npos);
}

TEST_CASE("lists within lists are followed to a limit, whatever stands inside") {
  CHECK(parse_json(nested(65)).error().code == "json-too-deep");
  CHECK(parse_json(std::string(1'000'000, '[')).error().code == "json-too-deep");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(parse_json(objects).error().code == "json-too-deep");
}

TEST_CASE("more values than a tree may hold are refused") {
  std::string text = "[0";
  for (std::size_t i = 0; i < most_json_values; ++i) text += ",0";
  text += ']';
  CHECK(parse_json(text).error().code == "too-large");
}

TEST_CASE("values are found by key, and the last of two with one key counts") {
  const auto tree = parse_json(R"({"a": 1, "b": {"c": "text"}, "a": 2, "d": [10, [20, 21], 30]})");
  REQUIRE(tree);
  const JsonValue root = tree->root();
  CHECK(root.is_object());
  CHECK(root.size() == 4);
  CHECK(root.find("a")->number() == 2);
  CHECK(root.find("b")->text_of("c") == "text");
  CHECK(root.find("b")->key() == "b");
  CHECK_FALSE(root.find("c"));
  CHECK(root.text_of("c").empty());
  std::string members;
  const JsonValue list = *root.find("d");
  for (const JsonValue value : list) members += std::string(value.text()) + ";";
  CHECK(members == "10;;30;");
  CHECK_FALSE(list.find("a"));
}

TEST_CASE("numbers keep the digits that a double would lose") {
  const auto tree = parse_json("[17841400000000001, 18446744073709551616, 0.10, -5, \"7\"]");
  REQUIRE(tree);
  const JsonValue root = tree->root();
  std::string digits;
  for (const JsonValue value : root) digits += std::string(value.text()) + ";";
  CHECK(digits == "17841400000000001;18446744073709551616;0.10;-5;7;");
  CHECK_FALSE((*root.begin()).find("a"));
  CHECK((*root.begin()).number() == 17841400000000001.0);
}

TEST_CASE("half of an emoji becomes the replacement character, a whole one stays") {
  const auto tree = parse_json(R"(["a\ud83d", "\ude00\ud83d\ude00", "\\ud83d"])");
  REQUIRE(tree);
  const JsonValue root = tree->root();
  std::string texts;
  for (const JsonValue value : root) texts += std::string(value.text()) + ";";
  CHECK(texts == "a\uFFFD;\uFFFD\U0001F600;\\ud83d;");
}

TEST_CASE("JSON Lines become one list") {
  const auto tree = parse_json("{\"a\": 1}\n\n{\"a\": [2, 3]}\n");
  REQUIRE(tree);
  CHECK(tree->root().is_array());
  CHECK(tree->root().size() == 2);
  CHECK((*tree->root().begin()).find("a")->number() == 1);
}
