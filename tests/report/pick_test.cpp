#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "reply.h"

using mf::report::at;
using mf::report::Json;
using mf::report::number;
using mf::report::reply;
using mf::report::text;

namespace {

// The best two for 250 are a and c; only a and b, or a and c, fit together.
constexpr std::string_view request =
    R"({"budget":250,"objective":"engagements","postsPerCreator":1,"platform":"instagram","creators":[)"
    R"({"handle":"a","followers":20000,"engagementRate":0.05,"fee":100},)"
    R"({"handle":"b","followers":20000,"engagementRate":0.01,"fee":100},)"
    R"({"handle":"c","followers":20000,"engagementRate":0.03,"fee":150},)"
    R"({"handle":"d","followers":20000,"engagementRate":0.09,"fee":900}]})";

constexpr std::string_view roster =
    "Handle,Platform,Followers,ER,Fee\r\n@a,Instagram,20000,5%,$100\r\n@b,Instagram,20000,1%,$100\r\n"
    "@c,Instagram,20000,3%,$150\r\n@d,Instagram,20000,9%,$900\r\nTotal,,80000,,$1250\r\n";

std::string with(std::string_view changes) {
  Json changed = Json::parse(request, nullptr, false);
  changed.update(Json::parse(changes, nullptr, false));
  return changed.dump();
}

void check_refused(std::string_view refused, std::string_view bytes, const char* code, const char* field) {
  CAPTURE(std::string(refused.substr(0, 200)));
  const Json document = reply("pick", refused, bytes);
  CHECK(text(at(document, "/error/code")) == code);
  CHECK(text(at(document, "/error/field")) == field);
  CHECK_FALSE(text(at(document, "/error/message")).empty());
}

}  // namespace

TEST_CASE("the best set under a budget, with what was made of each creator") {
  const Json document = reply("pick", request);
  CHECK(at(document, "/ok/picked") == Json{"a", "c"});
  CHECK(at(document, "/ok/pickedRows") == Json{0, 2});
  CHECK(at(document, "/ok/spend") == 250);
  CHECK(at(document, "/ok/optimal") == true);
  CHECK(at(document, "/ok/gap") == 0);
  CHECK(number(document, "/ok/bound") >= number(document, "/ok/value"));
  CHECK(at(document, "/ok/infeasible").is_null());
  CHECK(at(document, "/ok/planB/without") == "a");
  CHECK(at(document, "/ok/planB/picked") == Json{"b", "c"});
  CHECK(at(document, "/ok/rows") == 4);
  REQUIRE(at(document, "/ok/creators").size() == 4);
  CHECK(at(document, "/ok/creators/0/picked") == true);
  CHECK(at(document, "/ok/creators/3/picked") == false);
  CHECK(at(document, "/ok/creators/0/ownRate") == 0.05);
  CHECK(at(document, "/ok/creators/0/fee") == 100);
  CHECK(at(document, "/ok/creators/0/tier") == "micro");
  CHECK(at(document, "/ok/reading").is_null());
  CHECK_FALSE(at(document, "/ok/stability").empty());
}

TEST_CASE("a file is read in place and answered like the list that it holds") {
  Json settings = Json::parse(request, nullptr, false);
  settings.erase("creators");
  settings["roster"] = true;
  const Json read = reply("pick", settings.dump(), roster);
  const Json given = reply("pick", request);
  for (const char* key : {"/ok/picked", "/ok/spend", "/ok/value", "/ok/planB", "/ok/stability"}) {
    CAPTURE(std::string(key));
    CHECK(at(read, key) == at(given, key));
  }
  CHECK(at(read, "/ok/reading/format") == "roster-csv");
  CHECK(at(read, "/ok/reading/mapping").size() == 5);
  CHECK(at(read, "/ok/skipped").size() == 1);
  CHECK(at(read, "/ok/skipped/0/row") == 6);
}

TEST_CASE("what must be in, must be out and how many of a kind are kept to") {
  CHECK(at(reply("pick", with(R"({"include":["@B"]})")), "/ok/picked") == Json{"a", "b"});
  CHECK(at(reply("pick", with(R"({"exclude":["a"]})")), "/ok/picked") == Json{"b", "c"});
  CHECK(at(reply("pick", with(R"({"maxCreators":1})")), "/ok/picked") == Json{"a"});
  CHECK(at(reply("pick", with(R"({"maxPerTier":{"micro":1}})")), "/ok/picked") == Json{"a"});
  CHECK(at(reply("pick", with(R"({"maxPerPlatform":{"instagram":1}})")), "/ok/picked") == Json{"a"});
  const Json nothing = reply("pick", with(R"({"minPerTier":{"macro":1}})"));
  CHECK(at(nothing, "/ok/picked") == Json::array());
  CHECK(at(nothing, "/ok/value").is_null());
  CHECK_FALSE(text(at(nothing, "/ok/infeasible")).empty());
  CHECK(at(reply("pick", with(R"({"budget":"$1,000"})")), "/ok/budget") == 1000);
}

TEST_CASE("a choice that makes no sense is refused with its place") {
  const std::string_view in_place = R"({"budget":100,"roster":true})";
  check_refused(R"({"creators":[{"followers":1}]})", {}, "missing", "budget");
  check_refused(R"({"budget":100})", {}, "missing", "creators");
  check_refused(in_place, "", "empty-input", "");
  check_refused(in_place, "1,234 posts 12.3K followers 567 following", "not-a-roster", "roster");
  check_refused(with(R"({"roster":true})"), roster, "wrong-type", "roster");
  check_refused(with(R"({"budget":-1})"), {}, "out-of-range", "budget");
  check_refused(with(R"({"budget":"1 to 2"})"), {}, "wrong-type", "budget");
  check_refused(with(R"({"objective":"fame"})"), {}, "unknown-objective", "objective");
  check_refused(with(R"({"objective":"profit"})"), {}, "missing", "orderValue");
  check_refused(with(R"({"minPerTier":{"gigantic":1}})"), {}, "unknown-tier", "minPerTier");
  check_refused(with(R"({"minPerTier":{"micro":3},"maxPerTier":{"micro":2}})"), {}, "upside-down", "minPerTier");
  check_refused(with(R"({"minPerTier":[1]})"), {}, "wrong-type", "minPerTier");
  check_refused(with(R"({"minPerTier":{"micro":-1}})"), {}, "out-of-range", "minPerTier.micro");
  check_refused(with(R"({"minPerPlatform":{"myspace":1}})"), {}, "unknown-platform", "minPerPlatform.myspace");
  check_refused(with(R"({"minCreators":3,"maxCreators":2})"), {}, "upside-down", "minCreators");
  check_refused(with(R"({"include":"a"})"), {}, "wrong-type", "include");
  check_refused(with(R"({"include":[1]})"), {}, "wrong-type", "include");
  check_refused(with(R"({"stabilityDraws":10001})"), {}, "out-of-range", "stabilityDraws");
  check_refused(with(R"({"clickRate":2})"), {}, "out-of-range", "clickRate");
  check_refused(R"({"budget":1,"creators":[{"followers":-5}]})", {}, "out-of-range", "creators[0].followers");
  check_refused(R"({"budget":1,"creators":[{"fee":"100"}]})", {}, "not-a-number", "creators[0].fee");
  check_refused(R"({"budget":1,"creators":[7]})", {}, "wrong-type", "creators[0]");
}

TEST_CASE("the table has every row with why it was not picked, and formulas in names are held back") {
  Json changed = Json::parse(request, nullptr, false);
  changed["csv"] = true;
  changed["creators"][1]["handle"] = "=HYPERLINK(1)";
  const Json document = reply("pick", changed.dump());
  const std::string csv = text(at(document, "/ok/csv"));
  CHECK(csv.starts_with("handle,platform,tier,followers,rate,usual rate,fee,cost,value,picked,stability,why not\r\n"));
  CHECK(csv.find("\r\na,instagram,micro,20000,0.05,") != std::string::npos);
  CHECK(csv.find("\r\n'=HYPERLINK(1),instagram,") != std::string::npos);
  CHECK(csv.find(",no,") != std::string::npos);
  CHECK(csv.find("not in the best set under this budget") != std::string::npos);
  CHECK(csv.find("\r\nseed,1,") != std::string::npos);
}

TEST_CASE("a long list is listed in part, and what the answer is about always") {
  std::string long_list = "handle,platform,followers,er,fee\n";
  for (int i = 0; i < 3000; ++i) {
    long_list += "c" + std::to_string(i) + ",instagram,20000," + (i == 2999 ? "9" : "1") + "%,100\n";
  }
  const Json document =
      reply("pick", R"({"budget":100,"roster":true,"postsPerCreator":1,"stabilityDraws":0,"listed":10})", long_list);
  CHECK(at(document, "/ok/picked") == Json{"c2999"});
  CHECK(at(document, "/ok/rows") == 3000);
  const Json listed = at(document, "/ok/creators");
  CHECK(listed.size() >= 10);
  CHECK(listed.size() < 20);
  CHECK(listed.back()["row"] == 2999);
  CHECK(listed.back()["stability"].is_null());
}
