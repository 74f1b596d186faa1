#include "report/call.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/benchmarks.h"
#include "core/claims.h"
#include "reply.h"
#include "report/json.h"

using mf::report::at;
using mf::report::call;
using mf::report::Json;
using mf::report::reply;
using mf::report::text;

namespace {

void check_refused(std::string_view request, const char* code, const char* field) {
  CAPTURE(std::string(request.substr(0, 200)));
  const Json document = reply("analyze", request);
  CHECK(text(at(document, "/error/code")) == code);
  CHECK(text(at(document, "/error/field")) == field);
  CHECK_FALSE(text(at(document, "/error/message")).empty());
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

constexpr std::string_view golden =
    R"({"platform":"instagram","followers":25000,"posts":[{"id":"1","publishedAt":"2026-01-02","format":"image",)"
    R"("caption":"hi","likes":800,"comments":40,"saves":30,"shares":20,"reach":7500,"views":9000,"impressions":null}]})";

}  // namespace

TEST_CASE("the golden post comes out as published, through JSON") {
  const Json document = reply("analyze", golden);
  const Json engagement = at(document, "/ok/engagement");
  REQUIRE(engagement.is_array());
  CHECK(engagement.size() == 9);
  CHECK(at(document, "/ok/engagement/0/by") == "followers");
  CHECK(at(document, "/ok/engagement/0/actions") == Json{"likes", "comments"});
  CHECK(at(document, "/ok/engagement/0/median") == 0.0336);
  CHECK(at(document, "/ok/engagement/0/posts") == 1);
  CHECK(at(document, "/ok/engagement/0/leftOut") == 0);
  CHECK(at(document, "/ok/engagement/0/low").is_null());
  CHECK(at(document, "/ok/engagement/2/median") == 0.032);
  CHECK(at(document, "/ok/engagement/4/actions") == Json{"likes", "comments", "shares", "saves"});
  CHECK(at(document, "/ok/engagement/4/median") == 890.0 / 7500.0);
  CHECK(at(document, "/ok/verdict/isMicro") == true);
  CHECK(at(document, "/ok/verdict/tier") == "micro");
  CHECK(at(document, "/ok/next/followers") == 100000);
  CHECK(at(document, "/ok/next/missing") == 75000);
}

TEST_CASE("an analysis always has the same keys") {
  for (const std::string_view request :
       {golden, std::string_view(R"({"followers":0})"), std::string_view(R"({"posts":[{"likes":1,"views":2}]})")}) {
    const Json ok = at(reply("analyze", request), "/ok");
    for (const char* key :
         {"platform", "followers", "followersRange", "verdict", "schemes", "next", "engagement", "needs", "warnings"}) {
      CAPTURE(std::string(key));
      CHECK(ok.contains(key));
    }
  }
  const Json scheme = at(reply("analyze", golden), "/ok/schemes/0");
  for (const char* key :
       {"id", "publisher", "year", "url", "grade", "platform", "tier", "isMicro", "counted", "min", "max"}) {
    CAPTURE(std::string(key));
    CHECK(scheme.contains(key));
  }
  CHECK(at(reply("analyze", R"({"posts":[{"likes":1,"views":2}]})"), "/ok/verdict").is_null());
}

TEST_CASE("the columns of a table are told by an object or by a list") {
  constexpr std::string_view table = "Wer;Abo-Stand\nada;12.300\nben;4.500\n";
  for (const std::string_view request :
       {R"({"columns":{"Abo-Stand":"followers","Wer":"handle"}})",
        R"({"columns":[{"column":"Wer","field":"handle"},{"column":"Abo-Stand","field":"followers"}]})"}) {
    const Json document = reply("read", request, table);
    CHECK(at(document, "/ok/creators/0/handle") == "ada");
    CHECK(at(document, "/ok/creators/0/followers") == 12300);
  }
  const Json unused = reply("read", R"({"columns":{"Likes":null}})", "Likes,Comments\n5,1\n");
  CHECK(at(unused, "/ok/posts/0/likes").is_null());
  CHECK(at(unused, "/ok/posts/0/comments") == 1);

  const Json untold = reply("read", {}, table);
  CHECK(at(untold, "/error/code") == "no-usable-columns");
  CHECK(at(untold, "/error/columns") == Json{"Wer", "Abo-Stand"});
  for (const auto& [request, field] :
       {std::pair{R"({"columns":5})", "columns"}, std::pair{R"({"columns":["Wer"]})", "columns"},
        std::pair{R"({"columns":[{"column":5}]})", "columns"}, std::pair{R"({"columns":{"Wer":5}})", "columns.Wer"}}) {
    const Json refused = reply("read", request, table);
    CHECK(at(refused, "/error/code") == "wrong-type");
    CHECK(at(refused, "/error/field") == field);
  }
}

TEST_CASE("followers may be text as people write it, and what it stands for is kept") {
  const Json document = reply("analyze", R"({"followers":"12.3K"})");
  CHECK(at(document, "/ok/followers") == 12300);
  CHECK(at(document, "/ok/followersRange") == Json{12250, 12350});
  CHECK(at(document, "/ok/verdict/uncertain") == false);
  const Json on_a_line = reply("analyze", R"({"followers":"50K"})");
  CHECK(at(on_a_line, "/ok/verdict/uncertain") == true);
  CHECK(at(on_a_line, "/ok/verdict/flips").size() > 3);
  check_refused(R"({"followers":"many"})", "not-a-number", "followers");
}

TEST_CASE("a reading's account can be handed on as it is") {
  const Json document =
      reply("analyze", R"({"platform":"any","handle":null,"followers":50000,"followersRange":[49500,50500],
                                             "following":null,"postCount":null,"posts":[],"unknown":{"a":[1]}})");
  CHECK(at(document, "/ok/verdict/uncertain") == true);
  check_refused(R"({"followers":50000,"followersRange":[1,2]})", "out-of-range", "followersRange");
  check_refused(R"({"followers":50000,"followersRange":"x"})", "wrong-type", "followersRange");
  check_refused(R"({"followers":50000,"followersRange":[1,2,3]})", "wrong-type", "followersRange");
}

TEST_CASE("a value of the wrong type is refused with its place") {
  check_refused(R"({"followers":true})", "wrong-type", "followers");
  check_refused(R"({"followers":[5000]})", "wrong-type", "followers");
  check_refused(R"({"platform":5,"followers":1})", "wrong-type", "platform");
  check_refused(R"({"platform":"myspace","followers":1})", "unknown-platform", "platform");
  check_refused(R"({"followers":1,"posts":{}})", "wrong-type", "posts");
  check_refused(R"({"followers":1,"posts":[1]})", "wrong-type", "posts[0]");
  check_refused(R"({"followers":1,"posts":[{},{},{},{"likes":"12"}]})", "not-a-number", "posts[3].likes");
  check_refused(R"({"followers":1,"posts":[{},{"views":{}}]})", "wrong-type", "posts[1].views");
  check_refused(R"({"followers":1,"posts":[{"caption":7}]})", "wrong-type", "posts[0].caption");
  check_refused(R"({"followers":1,"locale":7})", "wrong-type", "locale");
}

TEST_CASE("a number out of range is refused with its place") {
  check_refused(R"({"followers":-5})", "out-of-range", "followers");
  check_refused(R"({"followers":1234.5})", "out-of-range", "followers");
  check_refused(R"({"followers":10000000001})", "out-of-range", "followers");
  check_refused(R"({"followers":18446744073709551615})", "out-of-range", "followers");
  check_refused(R"({"followers":1e300})", "out-of-range", "followers");
  check_refused(R"({"followers":1,"posts":[{"likes":-1}]})", "out-of-range", "posts[0].likes");
  check_refused(R"({})", "missing", "followers");
  check_refused(R"({"followers":null,"posts":[]})", "missing", "followers");
}

TEST_CASE("what is not JSON is refused, whatever it is") {
  for (const char* request : {"",
                              " ",
                              "{",
                              "}",
                              "{\"followers\":}",
                              "{\"followers\":1,}",
                              "nul",
                              "NaN",
                              "{\"followers\":NaN}",
                              "{\"followers\":Infinity}",
                              "{\"followers\":1e400}",
                              "{\"followers\":-1e400}",
                              "{\"followers\":01}",
                              "{\"followers\":0x10}",
                              "{'followers':1}",
                              "{\"followers\":1}x",
                              "{\"handle\":\"\\ud800\"}",
                              "{\"handle\":\"\\udc00\"}",
                              "{\"handle\":\"\xff\"}",
                              "{\"handle\":\"\xed\xa0\x80\"}",
                              "{\"handle\":\"a\nb\"}"}) {
    check_refused(request, "bad-json", "");
  }
  check_refused(std::string_view("{\"followers\":1\0}", 16), "bad-json", "");
  for (const char* request : {"[]", "1", "null", "true", "\"text\""}) check_refused(request, "wrong-type", "");
}

TEST_CASE("every beginning of a good request is an error, and no more") {
  for (std::size_t length = 0; length < golden.size(); ++length) {
    CHECK(text(at(reply("analyze", golden.substr(0, length)), "/error/code")) == "bad-json");
  }
}

TEST_CASE("depth bombs are refused before they are parsed") {
  check_refused(repeated("[", 1000000), "bad-json", "");
  check_refused(repeated("{\"a\":", 1000000), "bad-json", "");
  check_refused("{\"a\":" + repeated("[", 64) + repeated("]", 64) + "}", "bad-json", "");
  const std::string deep = "{\"followers\":1,\"a\":" + repeated("[", 63) + repeated("]", 63) + "}";
  CHECK(reply("analyze", deep).contains("ok"));
  const std::string brackets_in_text = "{\"followers\":1,\"a\":\"\\\"" + repeated("[", 1000) + "\"}";
  CHECK(reply("analyze", brackets_in_text).contains("ok"));
}

TEST_CASE("a request with a byte changed is answered or refused, never anything else") {
  std::uint64_t state = 1;
  const auto roll = [&state](std::uint64_t sides) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % sides;
  };
  for (int i = 0; i < 3000; ++i) {
    std::string request(golden);
    for (std::uint64_t changes = 1 + roll(4); changes > 0; --changes) {
      request[static_cast<std::size_t>(roll(request.size()))] = static_cast<char>(roll(256));
    }
    const Json document = reply("analyze", request);
    CHECK((document.contains("ok") || document.contains("error")));
  }
}

TEST_CASE("the records come with their sources and their bands") {
  const Json document = reply("benchmarks");
  CHECK_FALSE(text(at(document, "/ok/version")).empty());
  const Json schemes = at(document, "/ok/schemes");
  REQUIRE(schemes.is_array());
  CHECK(schemes.size() >= 50);
  for (const Json& scheme : schemes) {
    CHECK_FALSE(text(at(scheme, "/publisher")).empty());
    CHECK(at(scheme, "/bands").size() >= 1);
    CHECK(at(scheme, "/url").is_string() != at(scheme, "/article").is_string());
  }
  CHECK(at(schemes, "/0/bands/0") ==
        Json{{"tier", "micro"}, {"label", "micro"}, {"min", 1000}, {"max", 100000}, {"record", "B0120"}});
}

TEST_CASE("every published figure comes with its source") {
  const Json document = reply("benchmarks");
  CHECK_FALSE(text(at(document, "/ok/recordsVersion")).empty());
  const Json records = at(document, "/ok/records");
  REQUIRE(records.is_array());
  CHECK(records.size() == mf::core::benchmarks().size());
  const auto published = std::find_if(records.begin(), records.end(), [](const Json& r) { return r["id"] == "B0203"; });
  REQUIRE(published != records.end());
  CHECK(
      *published ==
      Json{{"id", "B0203"},
           {"metric", "engagement_rate"},
           {"platform", "instagram"},
           {"band", {{"min", 1000000}, {"max", nullptr}}},
           {"group", nullptr},
           {"unit", "fraction"},
           {"by", "followers"},
           {"actions", {"likes", "comments"}},
           {"definition", "Median of an account's last 30 posts; 72 million accounts"},
           {"figures",
            {{"belowAverageFrom", 0.0057}, {"averageFrom", 0.0102}, {"averageTo", 0.0127}, {"aboveAverageTo", 0.026}}},
           {"source", "modash-instagram"},
           {"publisher", "Modash"},
           {"via", nullptr},
           {"title", "Instagram engagement rate calculator"},
           {"year", nullptr},
           {"url", "https://www.modash.io/engagement-rate-calculator?influencer=vc.letsgetit"},
           {"grade", "A"},
           {"note", "The page counts likes, comments and so on; its help page now counts likes alone."}});
}

TEST_CASE("the articles' claims come with what is known of them") {
  const Json claims = at(reply("benchmarks"), "/ok/claims");
  REQUIRE(claims.is_array());
  CHECK(claims.size() == mf::core::claims().size());
  CHECK(at(claims, "/0/id") == "claim-60-percent");
  CHECK(at(claims, "/0/articles") == Json{"001", "002"});
  CHECK(at(claims, "/0/status") == "traced");
  CHECK(at(claims, "/0/records/0") == "B0337");
  CHECK_FALSE(text(at(claims, "/0/tracesTo")).empty());
}

TEST_CASE("the build says its version") { CHECK_FALSE(text(at(reply("version"), "/ok/version")).empty()); }

TEST_CASE("an operation that does not exist is refused") {
  CHECK(text(at(reply("eval"), "/error/code")) == "unknown-operation");
  CHECK(text(at(reply(""), "/error/code")) == "unknown-operation");
}

TEST_CASE("hints are checked like requests") {
  const auto code = [](std::string_view hints) { return text(at(reply("read", hints, "likes\n5\n"), "/error/code")); };
  const auto field = [](std::string_view hints) {
    return text(at(reply("read", hints, "likes\n5\n"), "/error/field"));
  };
  CHECK(code(R"({"platform":"myspace"})") == "unknown-platform");
  CHECK(code(R"({"followers":-5})") == "out-of-range");
  CHECK(field(R"({"followers":-5})") == "followers");
  CHECK(code(R"({"fileName":5})") == "wrong-type");
  CHECK(code("[") == "bad-json");
}

TEST_CASE("followers from the hints fill what the input lacks, and are then needed no more") {
  constexpr std::string_view posts = "date,likes,comments\n2026-01-01,80,4\n2026-01-02,90,5\n2026-01-03,70,6\n";
  const Json without = reply("read", "", posts);
  CHECK(at(without, "/ok/posts").size() == 3);
  CHECK(at(without, "/ok/account/followers").is_null());
  CHECK(at(without, "/ok/account/followersRange").is_null());
  CHECK(at(without, "/ok/posts/0/saves").is_null());
  CHECK(at(without, "/ok/needs/0") == "followers");
  const Json with = reply("read", R"({"followers":"12.3K"})", posts);
  CHECK(at(with, "/ok/account/followers") == 12300);
  CHECK(at(with, "/ok/account/followersRange") == Json{12250, 12350});
  const Json needs = at(with, "/ok/needs");
  for (const Json& need : needs) CHECK(need != "followers");
}

TEST_CASE("a reading always has the same keys") {
  const Json ok = at(reply("read", "", "date,likes,comments\n2026-01-01,80,4\n2026-01-02,90,5\n"), "/ok");
  for (const char* key :
       {"format", "kind", "account", "posts", "creators", "history", "mapping", "skipped", "needs", "warnings"}) {
    CAPTURE(std::string(key));
    CHECK(ok.contains(key));
  }
  for (const char* key : {"platform", "handle", "followers", "followersRange", "following", "postCount"}) {
    CAPTURE(std::string(key));
    CHECK(at(ok, "/account").contains(key));
  }
  for (const char* key : {"id", "publishedAt", "format", "caption", "likes", "comments", "shares", "saves", "views",
                          "reach", "impressions"}) {
    CAPTURE(std::string(key));
    CHECK(at(ok, "/posts/0").contains(key));
  }
}

TEST_CASE("a table is its cells, quotes undone") {
  const Json document = reply("table", "", "a,b\n\"x, \"\"y\"\"\",2\n");
  CHECK(at(document, "/ok/rows") == Json::array({Json::array({"a", "b"}), Json::array({"x, \"y\"", "2"})}));
  CHECK(at(document, "/ok/delimiter") == ",");
  CHECK(at(document, "/ok/encoding") == "utf-8");
  CHECK(reply("table", "", "").contains("error"));
}
