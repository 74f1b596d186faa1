#include "ingest/read.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

using namespace mf;
using namespace mf::ingest;
using namespace std::string_literals;

namespace {

// Marsaglia's xorshift64: the same bytes everywhere.
class Xorshift {
 public:
  explicit Xorshift(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

 private:
  std::uint64_t state_;
};

bool is_code(const std::string& code) {
  for (const char c : code) {
    if (!((c >= 'a' && c <= 'z') || c == '-')) return false;
  }
  return !code.empty();
}

std::string printable_noise(std::size_t bytes) {
  Xorshift random(7);
  std::string out(bytes, ' ');
  for (char& c : out) {
    const std::size_t n = random.below(96);
    c = n == 95 ? '\n' : static_cast<char>(' ' + n);
  }
  return out;
}

}  // namespace

TEST_CASE("input that no reader can take is refused with a code and a way out") {
  struct Row {
    std::string bytes;
    const char* code;
  };
  const Row rows[] = {
      {"", "empty-input"},
      {" \n\t \r\n", "empty-input"},
      {"\xEF\xBB\xBF", "empty-input"},
      {"\xEF\xBB\xBF\n", "empty-input"},
      {"%PDF-1.7\n%\xE2\xE3", "pdf-input"},
      {"\x89PNG\r\n\x1A\n", "image-input"},
      {"\xFF\xD8\xFF\xE0", "image-input"},
      {"GIF89a....", "image-input"},
      {"RIFF\x24\0\0\0WEBPVP8 "s, "image-input"},
      {"PK\x03\x04\x14\0\0\0posts.csv"s, "archive-broken"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "spreadsheet-input"},
      {"\x1F\x8B\x08\0"s, "binary-input"},
      {"abc\0def\0\0\0\x01\x02"s, "binary-input"},
      {"\x01\x02\x03\x04\x05\x06", "binary-input"},
      {"{\"followers\": 5", "json-broken"},
      {" [ {\"a\": 1} ]", "json-input"},
      {"[[1, 2], [3, 4]]", "json-input"},
      {"{}", "json-input"},
      {"window.YTD.tweets.part0 = [ ]", "download-without-figures"},
      {"window.__THAR_CONFIG = {\"dataTypes\": {}}", "download-without-figures"},
      {"[{\"string_list_data\": [{\"value\": \"a\"}]}, ", "json-broken"},
      {"<!DOCTYPE html><p>5 followers", "html-input"},
      {"<html><main role=\"main\"><p>5 followers</main>", "html-input"},
      {"\xEF\xBB\xBF <table><tr>", "html-input"},
      {"hello world", "no-numbers"},
      {"a,b,c\n1,2,3\n4,5,6\n", "no-usable-columns"},
      {"Title;Owner;City\nx;y;z\nx;y;z\n", "no-usable-columns"},
      {"Campaign name,Reach\nA,10\nB,20\n", "ads-input"},
      {"Date,Reach,Net growth\n2025-01-01,5,--\n2025-01-02,5,--\n", "daily-totals"},
      {"Geography,Views,Watch time (hours)\nDE,5,1\nFR,5,1\n", "audience-input"},
      {"followers,likes\n", "no-numbers"},
      {"followers,likes\n--,N/A\n", "no-numbers"},
      {"sep=,\n\"Reach\"\n\"Date\",\"Primary\"\n\"2025-01-01T01:00:00\",\"7\"\n\"2025-01-02T01:00:00\",\"9\"\n",
       "daily-totals"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const auto reading = read(row.bytes);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().code == row.code);
    CHECK(reading.error().message.size() > 20);
    CHECK(reading.error().message.size() < 320);
    CHECK(reading.error().message.back() == '.');
  }
}

TEST_CASE("the limit of size is exact") {
  std::string bytes(max_input_bytes, ' ');
  CHECK(read(bytes).error().code == "empty-input");
  bytes += ' ';
  CHECK(read(bytes).error().code == "too-large");
  CHECK(table(bytes).error().code == "too-large");
}

TEST_CASE("a table of no use is named by its columns") {
  const auto reading = read("Order,Customer,City,Zip\n1,a,b,c\n2,d,e,f\n");
  REQUIRE_FALSE(reading);
  CHECK(reading.error().message.find("\"Order\", \"Customer\", \"City\" and 1 more") != std::string::npos);
}

TEST_CASE("the content decides, never the file name") {
  Hints hints;
  hints.file_name = "report.pdf";
  CHECK(read("followers\n25000\n", hints));
  hints.file_name = "report.csv";
  CHECK_FALSE(read("%PDF-1.4", hints));
}

TEST_CASE("fifty megabytes of noise are refused at once") {
  std::string noise = printable_noise(50u << 20);
  for (int kind = 0; kind < 3; ++kind) {
    if (kind == 1) {  // windows-1252
      for (std::size_t i = 0; i < noise.size(); i += 50) noise[i] = '\xE9';
    } else if (kind == 2) {  // binary
      for (std::size_t i = 0; i < noise.size(); i += 3) noise[i] = static_cast<char>(noise[i] * 37 + 11);
    }
    const auto start = std::chrono::steady_clock::now();
    const auto reading = read(noise);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    REQUIRE_FALSE(reading);
    CHECK(is_code(reading.error().code));
    CHECK(taken.count() < 1.0);
  }
}

TEST_CASE("every input, however damaged, ends in a reading or in an error with a code") {
  const std::vector<std::string> seeds = {
      "followers,likes,comments,saves,shares,reach,views\n25000,800,40,30,20,7500,9000\n",
      "25,000 followers, 800 likes, 40 comments, 30 saves, 20 shares, reach 7,500, views 9,000",
      "123Following45.6KFollowers1.2MLikes",
      "1.234 Beitr\u00e4ge \u00b7 45,6 Tsd. Follower \u00b7 \u30d5\u30a9\u30ed\u30ef\u30fc2.6\u4e07\u4eba",
      "Handle;Follower;Avg. Likes;ER %;Preis (EUR)\n@a;1.234;98,7;3,5;\"1.200,00\"\n@b;25.300;1.204,5;2,1;950\n",
      "\"Post ID\",Description,\"Publish time\",Likes\n1835,\"two\nlines, \"\"quoted\"\"\",\"03/18/2025 09:48\",5\n",
      "Date,Followers\n2024-03-02,1100\n2024-03-01,1000\n",
      "\"Post ID,\"\"Account username\"\",Description,Likes,Saves\"\n\"1816,HANDLE,\"\"a, b\"\",5,3\"\n",
      "{\"organic_insights_posts\":[{\"string_map_data\":{\"Likes\":{\"value\":\"1,376\"},\"Creation Timestamp\":"
      "{\"value\":\"\",\"timestamp\":1761012345}}}]}",
      "[{\"username\":\"a\",\"followers\":5,\"er\":0.034},{\"username\":\"b\",\"followers\":7,\"er\":1e400}]",
      "window.YTD.tweets.part0 = [{\"tweet\":{\"favorite_count\":\"3\",\"created_at\":\"\\ud83d\"}}];",
      "<main role=\"main\"><table><tr><td>Followers<div>3,537</div></td></tr><tr><td>Date Range<b>x&#64;</b></table>",
      "<table><tr><th colspan=2>A<tr><th>Post ID<th>Likes<th rowspan=3>Views<tr><td>1<td>5<td>9<tr><td>2<td>6</table>",
      "{\"items\":[{\"id\":\"a\",\"statistics\":{\"viewCount\":\"5\",\"subscriberCount\":\"9\"},\"post\":{\"record\":"
      "{\"text\":\"x\"},\"likeCount\":3}}]}",
      "\xC4\xE0\xF2\xE0;\xCF\xEE\xE4\xEF\xE8\xF1\xF7\xE8\xEA\xE8\n01.02.24;5000\n02.02.24;5010\n",
      "\xFF\xFEs\0e\0p\0=\0,\0\n\0l\0i\0k\0e\0s\0,\0v\0\n\0001\0,\0002\0"s,
  };
  const std::vector<std::string> pieces = {"\"",
                                           "\"\"",
                                           ",",
                                           ";",
                                           "\t",
                                           "\n",
                                           "\r",
                                           "\r\n",
                                           "followers",
                                           "likes",
                                           "K",
                                           "1e400",
                                           "NAN",
                                           "-",
                                           "\xE9",
                                           "\0"s,
                                           "\xFF",
                                           "sep=|\n",
                                           "\u00ad",
                                           "%",
                                           "Total",
                                           "999999999999999999999",
                                           "(",
                                           "@",
                                           "\xED\xA0\x80",
                                           "\u066b",
                                           "'",
                                           "mil",
                                           "2025-02-30",
                                           "{",
                                           "<"};
  Xorshift random(20240229);
  for (int round = 0; round < 2000; ++round) {
    std::string text = seeds[random.below(seeds.size())];
    for (std::size_t edits = 1 + random.below(6); edits > 0; --edits) {
      const std::size_t at = random.below(text.size() + 1);
      switch (random.below(5)) {
        case 0:
          text.insert(at, pieces[random.below(pieces.size())]);
          break;
        case 1:
          text.erase(at, 1 + random.below(8));
          break;
        case 2:
          if (at < text.size()) text[at] = static_cast<char>(random.below(256));
          break;
        case 3:
          text.insert(at, text.substr(random.below(text.size() + 1), random.below(30)));
          break;
        default:
          text.resize(at);
          break;
      }
    }
    CAPTURE(round);
    const auto reading = read(text);
    if (reading) {
      const bool holds_something = reading->account.followers || reading->account.following ||
                                   reading->account.post_count || !reading->posts.empty() ||
                                   !reading->creators.empty() || !reading->history.empty() ||
                                   !reading->period.empty() || reading->followers_at_least;
      CHECK(holds_something);
      CHECK_FALSE(reading->format.empty());
    } else {
      CHECK(is_code(reading.error().code));
      CHECK_FALSE(reading.error().message.empty());
    }
    const auto cells = table(text);
    if (!cells) CHECK(is_code(cells.error().code));
  }
}
