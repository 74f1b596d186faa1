// Tables that people, editors and spreadsheets have spoilt, and what a careful person would still read in them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

struct Mangled {
  std::string name;
  std::string text;
  std::vector<double> likes;  // of the posts, in order; hidden is -1
  const char* warning = "";   // part of one
};

void check(const std::vector<Mangled>& tables) {
  for (const Mangled& table : tables) {
    CAPTURE(table.name);
    const auto reading = read(table.text);
    CHECK_MESSAGE(reading, table.name << (reading ? std::string() : ": " + reading.error().message));
    if (!reading) continue;
    std::vector<double> likes;
    for (const core::Post& post : reading->posts) likes.push_back(post.likes.value_or(-1));
    std::string got;
    for (const double value : likes) got += std::to_string(static_cast<long long>(value)) + " ";
    CHECK_MESSAGE(likes == table.likes, table.name << ": " << got);
    const std::string_view part = table.warning;
    const bool warned = part.empty() || std::any_of(reading->warnings.begin(), reading->warnings.end(),
                                                    [part](const std::string& warning) {
                                                      return warning.find(part) != std::string::npos;
                                                    });
    CHECK_MESSAGE(warned, table.name << ": no warning says " << part);
  }
}

std::string with_delimiter(char delimiter) {
  std::string text = "Post ID|Caption|Likes|Views\n1|a, b; c|10|100\n2|d, e|20|200\n3|f; g|30|300\n";
  if (delimiter == '|') return text;
  std::string out;
  for (const char c : text) {
    if (c == '|') {
      out += delimiter;
    } else if (c == delimiter) {
      out += '_';
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("delimiters: whichever makes the rows agree") {
  check({
      {"comma", with_delimiter(','), {10, 20, 30}},
      {"semicolon", with_delimiter(';'), {10, 20, 30}},
      {"tab", with_delimiter('\t'), {10, 20, 30}},
      {"bar", with_delimiter('|'), {10, 20, 30}},
      {"semicolons with decimal commas", "Post ID;Likes;Rate\n1;10;3,5\n2;20;4,1\n", {10, 20}},
      {"semicolons, and more commas than semicolons in the captions",
       "Post ID;Caption;Likes\n1;a,b,c,d,e,f;10\n2;g,h;20\n3;i,j,k,l;30\n",
       {10, 20, 30}},
      {"the line sep= against appearances", "sep=|\nPost ID|Caption|Likes\n1|a,b|10\n2|c,d|20\n", {10, 20}},
      {"spaces after the commas", "Post ID, Likes, Views\n1, 10, 100\n2, 20, 200\n", {10, 20}},
      {"spaces before the quotes", "Post ID, \"Likes\", Views\n1, \"10\", 100\n2, \"20\", 200\n", {10, 20}},
      {"the header with another delimiter than the rows",
       "Post ID,Likes,Views\n1;10;100\n2;20;200\n3;30;300\n",
       {10, 20, 30}},
  });
}

TEST_CASE("ragged rows: what is there is read, what is missing stays empty") {
  check({
      {"short rows", "Post ID,Views,Likes\n1,100\n2,200,20\n3\n4,400,40\n", {-1, 20, 40}},
      {"long rows", "Post ID,Likes,Views\n1,10,100,,,\n2,20,200,x,y\n", {10, 20}},
      {"delimiters only on some lines", "Post ID,Likes,Views,,\n1,10,100\n2,20,200,,\n,,,,\n3,30,300\n", {10, 20, 30}},
      {"a line in the middle that belongs to nothing",
       "Post ID,Likes,Views\n1,10,100\n--- page 2 ---\n2,20,200\n",
       {10, 20}},
      {"blank lines between the rows", "Post ID,Likes,Views\n\n1,10,100\n\n\n2,20,200\n", {10, 20}},
  });
}

TEST_CASE("quotes: stray, doubled, missing") {
  check({
      {"inches in a plain cell", "Post ID,Caption,Likes\n1,a 5\" ruler,10\n2,b,20\n", {10, 20}},
      {"text behind a closing quote", "Post ID,Caption,Likes\n1,\"a\" and b,10\n2,c,20\n", {10, 20}},
      {"three quotes in a row", "Post ID,Caption,Likes\n1,\"\"\"hi\"\"\",10\n2,c,20\n", {10, 20}},
      {"an empty quoted cell", "Post ID,Caption,Likes\n1,\"\",10\n2,\"\"\"\",20\n", {10, 20}},
      {"every number in quotes",
       "\"Post ID\",\"Likes\",\"Views\"\n\"1\",\"10\",\"100\"\n\"2\",\"1,020\",\"200\"\n",
       {10, 1020}},
      {"a quote that is never closed",
       "Post ID,Likes,Caption\n1,10,a\n2,20,\"b\n3,30,c\n",
       {10, 20},
       "A quote in row 3 is never closed"},
      {"backslashes for quotes", "Post ID,Likes,Caption\n1,10,\"a \\\"b\\\" c\"\n2,20,d\n", {10, 20}},
      {"curly quotes are letters", "Post ID,Caption,Likes\n1,\u201ca\u201d,10\n2,\u201cb\u201d,20\n", {10, 20}},
  });
}

TEST_CASE("what stands before and after the table") {
  check({
      {"a title", "My posts of May\nPost ID,Likes,Views\n1,10,100\n2,20,200\n", {10, 20}},
      {"lines of report, with commas",
       "Report,Monthly\nAccount,USER\nFrom,2024-01-01\nTo,2024-01-31\n\nPost "
       "ID,Likes,Views,Comments\n1,10,100,1\n2,20,200,2\n",
       {10, 20}},
      {"a sentence that names columns",
       "\"Likes and views of all posts, newest first\"\n\nPost ID,Likes,Views\n1,10,100\n2,20,200\n",
       {10, 20}},
      {"a header that is written twice", "Post ID,Likes,Views\nPost ID,Likes,Views\n1,10,100\n2,20,200\n", {10, 20}},
      {"the header again on every page", "Post ID,Likes,Views\n1,10,100\nPost ID,Likes,Views\n2,20,200\n", {10, 20}},
      {"a header in two lines",
       "Post,,Engagement,,\nPost ID,Caption,Likes,Comments,Views\n1,a,10,1,100\n2,b,20,2,200\n",
       {10, 20}},
      {"units under the header", "Post ID,Likes,Views\n,count,count\n1,10,100\n2,20,200\n", {10, 20}},
      {"a line of dashes under the header", "Post ID|Likes|Views\n-------|-----|-----\n1|10|100\n2|20|200\n", {10, 20}},
      {"Markdown", "| Post ID | Likes | Views |\n|---|---:|---:|\n| 1 | 10 | 100 |\n| 2 | 20 | 200 |\n", {10, 20}},
      {"a sum below, without a name", "Post ID,Likes,Views\n1,10,100\n2,20,200\n,30,300\n", {10, 20}},
      {"a sum and an average below",
       "Post ID,Likes,Views\n1,10,100\n2,20,200\nTotal,30,300\nAverage,15,150\n",
       {10, 20}},
      {"a remark below",
       "Post ID,Likes,Views\n1,10,100\n2,20,200\n\n* Numbers of the last 30 days.\nExported on 1/2/2024\n",
       {10, 20}},
      {"a second table below", "Post ID,Likes\n1,10\n2,20\n\nCity,Share\nBerlin,10\n", {10, 20}},
  });
}

TEST_CASE("line ends, mixed and missing") {
  check({
      {"all three kinds", "Post ID,Likes\r\n1,10\n2,20\r3,30", {10, 20, 30}},
      {"LF CR", "Post ID,Likes\n\r1,10\n\r2,20\n\r", {10, 20}},
      {"CR CR LF", "Post ID,Likes\r\r\n1,10\r\r\n2,20\r\r\n", {10, 20}},
      {"a line break of another kind inside a cell",
       "Post ID,Caption,Likes\r\n1,\"a\nb\",10\r\n2,\"c\rd\",20\r\n",
       {10, 20}},
  });
}

TEST_CASE("a table that means nothing certain is refused and not guessed") {
  struct Row {
    std::string text;
    std::string code;
  };
  const Row rows[] = {
      {"1,10,100\n2,20,200\n", "no-usable-columns"},         // no header
      {"A,B,C\n1,10,100\n2,20,200\n", "no-usable-columns"},  // a header of letters
      {"Post ID,Likes,Views\n", "no-numbers"},               // no rows
      {"Post ID,Likes,Views\na,many,few\n", "no-numbers"},   // words for numbers
      {",,,\n,,,\n", "empty-input"},                         // nothing at all
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto reading = read(row.text);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().code == row.code);
  }
}
