#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading ads_of(std::string_view text) {
  const auto reading = read(text);
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().message));
  CHECK(reading->format == "ads-csv");
  CHECK(reading->kind == Kind::results);
  CHECK(reading->posts.empty());
  CHECK(reading->creators.empty());
  return *reading;
}

std::optional<PeriodFigure> figure(const Reading& reading, std::string_view name) {
  for (const PeriodFigure& figure : reading.period) {
    if (figure.name == name) return figure;
  }
  return std::nullopt;
}

double value(const Reading& reading, std::string_view name) {
  const auto found = figure(reading, name);
  REQUIRE_MESSAGE(found, name);
  return found->value;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

const std::string header =
    "\"Reporting starts\",\"Reporting ends\",\"Campaign name\",\"Campaign delivery\",Results,\"Result "
    "indicator\",\"Cost per results\",\"Ad set budget\",\"Amount spent (EUR)\",Impressions,Reach,\"Link "
    "clicks\",Purchases,\"Purchases conversion value\",Ends\n";

}  // namespace

TEST_CASE("ads: the totals row comes first, and alone knows the reach") {
  const Reading reading = ads_of(header +
                                 "2025-01-01,2025-01-31,,,,,,,300.50,9000,5000,90,6,600,\n"
                                 "2025-01-01,2025-01-31,A,active,10,x,1,10,200.25,6000,4000,60,4,400,Ongoing\n"
                                 "2025-01-01,2025-01-31,B,mixed,-,x,1,10,100.25,3000,3000,30,2,200,1970-01-01\n");
  CHECK(*figure(reading, "spend") == PeriodFigure{"spend", 300.5, "EUR", "2025-01-01", "2025-01-31"});
  CHECK(reading.mapping[8] == Mapping{"Amount spent (EUR)", "spend"});
  CHECK(value(reading, "impressions") == 9000);
  CHECK(value(reading, "reach") == 5000);
  CHECK(value(reading, "clicks") == 90);
  CHECK(value(reading, "purchases") == 6);
  CHECK(*figure(reading, "purchase_value") == PeriodFigure{"purchase_value", 600, "EUR", "2025-01-01", "2025-01-31"});
  CHECK(reading.skipped == std::vector<Skipped>{{2, "totals row"}});
}

TEST_CASE("ads: totals last, by label or by an empty name, are not added to their parts") {
  for (const char* name : {"", "Total"}) {
    CAPTURE(name);
    const Reading reading =
        ads_of("Campaign name,Amount spent (USD),Impressions\nA,10,100\nB,20,200\n" + std::string(name) + ",30,300\n");
    CHECK(value(reading, "spend") == 30);
    CHECK(value(reading, "impressions") == 300);
  }
}

TEST_CASE("ads: without a totals row the parts are added, but not their reach") {
  const Reading reading = ads_of("Campaign name,Amount spent (USD),Impressions,Reach\nA,10,100,50\nB,20,200,60\n");
  CHECK(value(reading, "spend") == 30);
  CHECK_FALSE(figure(reading, "reach"));
  CHECK(warns(reading, "one person can be reached by several ads"));
  CHECK(value(ads_of("Campaign name,Amount spent (USD),Reach\nA,10,50\n"), "reach") == 50);
}

TEST_CASE("ads: a row without a name that is smaller than the others is a campaign") {
  const Reading reading = ads_of("Campaign name,Amount spent (USD),Impressions\n,5,50\nA,10,100\nB,20,200\n");
  CHECK(value(reading, "spend") == 35);
  CHECK(value(reading, "impressions") == 350);
}

TEST_CASE("ads: a totals row above a cut list is used, with a warning") {
  const Reading reading = ads_of("Campaign name,Amount spent (USD),Impressions\n,500,5000\nA,10,100\nB,20,200\n");
  CHECK(value(reading, "spend") == 500);
  CHECK(warns(reading, "not complete"));
}

TEST_CASE("ads: amounts of several currencies are not added up") {
  const Reading reading = ads_of("Campaign name,Currency,Amount spent,Impressions\nA,EUR,10,100\nB,USD,20,200\n");
  CHECK_FALSE(figure(reading, "spend"));
  CHECK(value(reading, "impressions") == 300);
  CHECK(warns(reading, "several currencies"));
}

TEST_CASE("ads: Korean headers, amounts with separators") {
  const Reading reading = ads_of("캠페인 이름,사용한 금액 (KRW),노출,링크 클릭,구매\nA,\"1,200,000\",1000,10,2\n");
  CHECK(*figure(reading, "spend") == PeriodFigure{"spend", 1200000, "KRW", "", ""});
  CHECK(value(reading, "purchases") == 2);
}

TEST_CASE("ads: results of campaigns by day, blanks and all") {
  const Reading reading = ads_of(
      "performance_id,campaign_id,date,impressions,clicks,likes,comments,shares,conversions,revenue_generated\n"
      "1,C1,2024-01-01,1000,10,5,1,0,2,50.5\n2,C1,2024-01-02,1000,,5,1,0,,\n");
  CHECK(value(reading, "impressions") == 2000);
  CHECK(value(reading, "clicks") == 10);
  CHECK(value(reading, "conversions") == 2);
  CHECK(value(reading, "purchase_value") == 50.5);
  CHECK(warns(reading, "does not say in which currency"));
}

TEST_CASE("a list of creators with a campaign column is a list of creators") {
  const auto reading = read("Influencer,Campaign,Followers,Fee\na,spring,1000,50\nb,spring,2000,70\n");
  REQUIRE(reading);
  CHECK(reading->kind == Kind::roster);
}
