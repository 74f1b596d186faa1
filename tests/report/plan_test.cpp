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

// Every input a single number, so that every result follows by hand.
constexpr std::string_view fixed =
    R"({"platform":"instagram","creators":2,"followers":10000,"postsPerCreator":1,"fee":100,"engagementRate":0.02,)"
    R"("reachRate":0.3,"frequency":1.2,"clickRate":0.01,"conversionRate":0.05,"orderValue":50,"discount":0,)"
    R"("returnRate":0,"margin":0.5,"incrementality":1,"repeatFactor":1,"showRate":1,"productCost":0,)"
    R"("hoursPerCreator":0,"hourlyCost":0,"commission":0,"rights":0,"agencyRate":0,"otherCosts":0})";

// `fixed` with some keys changed.
std::string with(std::string_view changes) {
  Json request = Json::parse(fixed, nullptr, false);
  request.update(Json::parse(changes, nullptr, false));
  return request.dump();
}

void check_all(const Json& document, const char* key, double value) {
  CAPTURE(std::string(key));
  for (const char* statistic : {"p5", "p50", "p95", "mean"}) {
    CHECK(number(document, ("/ok/" + std::string(key) + "/" + statistic).c_str()) ==
          doctest::Approx(value).epsilon(1e-12));
  }
}

void check_refused(std::string_view request, const char* code, const char* field) {
  CAPTURE(std::string(request.substr(0, 200)));
  const Json document = reply("simulate", request);
  CHECK(text(at(document, "/error/code")) == code);
  CHECK(text(at(document, "/error/field")) == field);
  CHECK_FALSE(text(at(document, "/error/message")).empty());
}

std::string lines_with(const std::string& csv, std::string_view begin) {
  std::string found;
  for (std::size_t at = 0; at < csv.size();) {
    const std::size_t end = std::min(csv.find("\r\n", at), csv.size());
    if (csv.compare(at, begin.size(), begin) == 0) found += csv.substr(at, end - at) + "\n";
    at = end + 2;
  }
  return found;
}

}  // namespace

TEST_CASE("a plan of single numbers comes out as the formula says, through JSON") {
  const Json document = reply("simulate", fixed);
  check_all(document, "cost/total", 200);
  check_all(document, "cost/lines/fees", 200);
  check_all(document, "reach", 6000);
  check_all(document, "impressions", 7200);
  check_all(document, "engagements", 400);
  check_all(document, "clicks", 72);
  check_all(document, "orders", 3.6);
  check_all(document, "revenue", 180);
  check_all(document, "contribution", 90);
  check_all(document, "profit", -110);
  check_all(document, "roi", -0.55);
  check_all(document, "roas", 0.9);
  check_all(document, "cpm", 200 / 7.2);
  check_all(document, "cpe", 0.5);
  check_all(document, "cpc", 200.0 / 72);
  check_all(document, "cpa", 200 / 3.6);
  CHECK(number(document, "/ok/probabilityOfProfit") == 0);
  CHECK(number(document, "/ok/breakEven/orders") == doctest::Approx(8));
  CHECK(number(document, "/ok/breakEven/fee") == doctest::Approx(45));
  CHECK(at(document, "/ok/uniqueReachIsUpperBound") == true);
  CHECK(at(document, "/ok/drivers").empty());
  CHECK(at(document, "/ok/needs").empty());
  CHECK(at(document, "/ok/seed") == 1);
}

TEST_CASE("the published worked examples come out right") {
  // Cost $500, order value $50, margin 50 %: 20 orders, not the 10 of cost / order value.
  CHECK(number(reply("simulate", with(R"({"creators":1,"fee":500})")), "/ok/breakEven/orders") == doctest::Approx(20));
  // Break-even ROAS at a contribution margin of 57.1 %.
  const Json margin = reply("simulate", with(R"({"margin":0.571})"));
  CHECK(number(margin, "/ok/breakEven/orders") * 50 / 200 == doctest::Approx(1.75).epsilon(0.001));
  // 60 % more engagement: 20 micros at 25,000 against 2 macros at 250,000.
  check_all(reply("simulate", with(R"({"creators":20,"followers":25000,"engagementRate":"3.2 %"})")), "engagements",
            16000);
  check_all(reply("simulate", with(R"({"creators":2,"followers":250000,"engagementRate":"2 %"})")), "engagements",
            10000);
  // ROI 500 % means $6 back for $1: contribution 600 for a cost of 100.
  const Json six = reply(
      "simulate", with(R"({"creators":1,"conversionRate":1,"orderValue":120,"clickRate":"0.277777777777778 %"})"));
  CHECK(number(six, "/ok/contribution/p50") == doctest::Approx(600));
  CHECK(number(six, "/ok/roi/p50") == doctest::Approx(5));
  // $58.50 for 9,000 views at $6.50.
  const Json post = reply("simulate", with(R"({"creators":1,"followers":25000,"reachRate":0.36,"frequency":1})"));
  bool found = false;
  for (const Json& method : at(post, "/ok/emv/methods")) {
    if (text(method["id"]) != "upfluence") continue;
    found = true;
    CHECK(method["typical"] == 58.5);
  }
  CHECK(found);
}

TEST_CASE("an input is a number, its ends, or text as typed, and all mean the same") {
  const Json ends = reply("simulate", with(R"({"fee":[150,320],"clickRate":[0.006,0.016],"followers":[10000,20000]})"));
  const Json typed =
      reply("simulate",
            with(R"({"fee":"$150 to $320","clickRate":"0.6-1.6%","followers":"10-20K","seed":1,"creators":"2"})"));
  CHECK(at(ends, "/ok/plan/fee") == Json{150, 320});
  CHECK(at(ends, "/ok") == at(typed, "/ok"));
  CHECK(at(ends, "/ok/drivers").size() == 3);
}

TEST_CASE("what was computed with is a request that gives the same numbers") {
  const Json first =
      reply("simulate", R"({"platform":"instagram","creators":5,"followers":"15K-40K","orderValue":"40-60",
                                           "margin":[0.4,0.6],"seed":77,"draws":1000})");
  const Json again = reply("simulate", at(first, "/ok/plan").dump());
  for (const char* key : {"/ok/roi", "/ok/cost", "/ok/histogram", "/ok/drivers", "/ok/draws", "/ok/seed"}) {
    CAPTURE(std::string(key));
    CHECK(at(first, key) == at(again, key));
  }
  CHECK(at(first, "/ok/seed") == 77);
  CHECK_FALSE(at(first, "/ok/defaults").empty());
}

TEST_CASE("the answer always has the same keys, and what follows from nothing is null") {
  const Json document = reply("simulate", R"({"platform":"instagram","followers":25000})");
  for (const char* key : {"cost",
                          "reach",
                          "uniqueReach",
                          "impressions",
                          "engagements",
                          "clicks",
                          "orders",
                          "revenue",
                          "contribution",
                          "profit",
                          "roi",
                          "roas",
                          "cpm",
                          "cpe",
                          "cpc",
                          "cpa",
                          "probabilityOfProfit",
                          "breakEven",
                          "emv",
                          "drivers",
                          "histogram",
                          "needs",
                          "defaults",
                          "draws",
                          "seed",
                          "uniqueReachIsUpperBound",
                          "plan",
                          "currency"}) {
    CAPTURE(std::string(key));
    CHECK(at(document, "/ok").contains(key));
  }
  CHECK(at(document, "/ok/roi").is_null());
  CHECK(at(document, "/ok/needs").dump().find("orderValue") != std::string::npos);
  CHECK_FALSE(at(document, "/ok").contains("csv"));
}

TEST_CASE("creators may be listed, each with what it has of its own") {
  const Json document =
      reply("simulate",
            with(R"({"creators":[{"handle":"a","followers":10000,"fee":100},{"handle":"b","followers":"30K"}]})"));
  check_all(document, "engagements", 800);
  check_all(document, "cost/total", 200);
  check_refused(with(R"({"creators":[{"followers":10000},{"followers":-1}]})"), "out-of-range",
                "creators[1].followers");
  check_refused(with(R"({"creators":[{"fee":true}]})"), "wrong-type", "creators[0].fee");
  check_refused(with(R"({"creators":[{"fee":"lots"}]})"), "not-a-number", "creators[0].fee");
  check_refused(with(R"({"creators":[{"fee":100,"currency":"EUR"}]})"), "other-currency", "creators[0].fee");
  check_refused(with(R"({"creators":[7]})"), "wrong-type", "creators[0]");
}

TEST_CASE("a value that makes no sense is refused with its place") {
  check_refused(with(R"({"clickRate":1.5})"), "out-of-range", "clickRate");
  check_refused(with(R"({"clickRate":-0.1})"), "out-of-range", "clickRate");
  check_refused(with(R"({"margin":"140 %"})"), "out-of-range", "margin");
  check_refused(with(R"({"fee":[320,150]})"), "upside-down", "fee");
  check_refused(with(R"({"fee":"320-150"})"), "upside-down", "fee");
  check_refused(with(R"({"fee":"\u20ac150"})"), "other-currency", "fee");
  check_refused(with(R"({"fee":"-5"})"), "out-of-range", "fee");
  check_refused(with(R"({"fee":[1,2,3]})"), "wrong-type", "fee");
  check_refused(with(R"({"fee":["1","2"]})"), "wrong-type", "fee");
  check_refused(with(R"({"creators":0})"), "out-of-range", "creators");
  check_refused(with(R"({"creators":1001})"), "out-of-range", "creators");
  check_refused(with(R"({"creators":2.5})"), "out-of-range", "creators");
  check_refused(with(R"({"creators":-1})"), "out-of-range", "creators");
  check_refused(with(R"({"creators":1e300})"), "out-of-range", "creators");
  check_refused(with(R"({"creators":[]})"), "out-of-range", "creators");
  check_refused(with(R"({"creators":true})"), "wrong-type", "creators");
  check_refused(with(R"({"draws":0})"), "out-of-range", "draws");
  check_refused(with(R"({"draws":4294967296})"), "out-of-range", "draws");
  check_refused(with(R"({"seed":-1})"), "out-of-range", "seed");
  check_refused(with(R"({"seed":1.5})"), "out-of-range", "seed");
  check_refused(with(R"({"seed":1e17})"), "out-of-range", "seed");
  check_refused(with(R"({"certainty":1.5})"), "out-of-range", "certainty");
  check_refused(with(R"({"currency":"dollars"})"), "unknown-currency", "currency");
  check_refused(with(R"({"engagementBy":"views"})"), "out-of-range", "engagementBy");
  check_refused(with(R"({"paysNoShows":"no"})"), "wrong-type", "paysNoShows");
  check_refused(with(R"({"platform":"myspace"})"), "unknown-platform", "platform");
  check_refused(with(R"({"figures":[{"id":"B9999","value":1}]})"), "unknown-figure", "figures[0]");
  check_refused("[]", "wrong-type", "");
  check_refused("", "bad-json", "");
}

TEST_CASE("the ends of what makes sense give an answer") {
  check_all(reply("simulate", with(R"({"conversionRate":0})")), "roi", -1);   // no orders
  check_all(reply("simulate", with(R"({"returnRate":1})")), "profit", -200);  // all is sent back
  const Json free = reply("simulate", with(R"({"fee":0})"));                  // no cost: no return on it
  CHECK(number(free, "/ok/profit/p50") == doctest::Approx(90));
  check_all(reply("simulate", with(R"({"creators":1000})")), "engagements", 200000);
  check_all(reply("simulate", with(R"({"seed":9007199254740992})")), "orders", 3.6);
  CHECK(at(reply("simulate", "{}"), "/ok").is_object());
}

TEST_CASE("the table has every input with its source, the results, and what they were computed with") {
  const Json document = reply("simulate", with(R"({"fee":[150,320],"clickRate":null,"csv":true,"seed":7})"));
  const std::string csv = text(at(document, "/ok/csv"));
  CHECK(lines_with(csv, "part,") == "part,key,name,unit,value,p5,p50,p95,mean,source\n");
  CHECK(lines_with(csv, "input,fee,").find(",,150,,320,,given") != std::string::npos);
  CHECK(lines_with(csv, "input,margin,").find(",0.5,,,,,given") != std::string::npos);
  CHECK(lines_with(csv, "input,clickRate,").find("published: B") != std::string::npos);
  CHECK(lines_with(csv, "input,marketSize,").find("not given") != std::string::npos);
  CHECK(lines_with(csv, "result,reach,").find(",6000,6000,6000,6000,") != std::string::npos);
  CHECK(lines_with(csv, "result,uniqueReach,").find("at most") != std::string::npos);
  CHECK(lines_with(csv, "computed with,seed,").find(",7,") != std::string::npos);
  CHECK(lines_with(csv, "computed with,benchmarks,").size() > 50);
  // Every row has as many cells.
  std::size_t cells = 0;
  bool in_quotes = false;
  for (const char c : csv) {
    in_quotes ^= c == '"';
    cells += c == ',' && !in_quotes;
    if (c == '\n' && !in_quotes) {
      CHECK(cells == 9);
      cells = 0;
    }
  }
}
