#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading days_of(std::string_view text, const Hints& hints = {}) {
  const auto reading = read(text, hints);
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().message));
  CHECK(reading->format == "daily-csv");
  CHECK(reading->kind == Kind::account);
  CHECK(reading->posts.empty());
  CHECK(reading->history.empty());
  CHECK_FALSE(reading->account.followers);
  CHECK(reading->needs == std::vector<std::string>{"followers"});
  return *reading;
}

std::optional<double> figure(const Reading& reading, std::string_view name) {
  for (const PeriodFigure& figure : reading.period) {
    if (figure.name == name) return figure.value;
  }
  return std::nullopt;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

std::string utf16(std::string_view ascii) {
  std::string bytes = "\xFF\xFE";
  for (const char c : ascii) bytes += {c, '\0'};
  return bytes;
}

}  // namespace

TEST_CASE("Meta results: the title says what is counted, and the days are added up") {
  const Reading reading = days_of(
      utf16("sep=,\n\"Follows\"\n\"Date\",\"Primary\"\n\"2025-01-01T01:00:00\",\"4\"\n\"2025-01-02T00:00:00\",\"0\"\n"
            "\"2025-01-04T01:00:00\",\"3\"\n\n"));
  REQUIRE(reading.period.size() == 1);
  CHECK(reading.period[0] == PeriodFigure{"follows", 7, "", "2025-01-01", "2025-01-04"});
  CHECK(reading.mapping == std::vector<Mapping>{{"Follows", "follows"}});
  CHECK(warns(reading, "does not say whether these are figures of Facebook or of Instagram"));
}

TEST_CASE("Meta results: a wrong column name changes nothing, and several series stand in one file") {
  const Reading reading = days_of(
      "sep=,\n\"Instagram profile visits\"\n\"Date\",\"Instagram followers\"\n\"2022-03-29T00:00:00\",\"5\"\n"
      "\"2022-03-30T00:00:00\",\"6\"\n\n"
      "\"Instagram link "
      "clicks\"\n\"Date\",\"Primary\"\n\"2022-03-29T00:00:00\",\"1\"\n\"2022-03-30T00:00:00\",\"1\"\n");
  CHECK(figure(reading, "profile_visits") == 11);
  CHECK(figure(reading, "clicks") == 2);
  CHECK(reading.account.platform == core::Platform::instagram);
  CHECK(reading.period.size() == 2);
}

TEST_CASE("Meta results: figures of Facebook and of Instagram are never mixed") {
  const std::string text =
      "\"Facebook Page visits\"\n\"Date\",\"Facebook Page likes\"\n\"2022-03-29T00:00:00\",\"5\"\n\n"
      "\"Instagram profile visits\"\n\"Date\",\"Instagram followers\"\n\"2022-03-29T00:00:00\",\"600\"\n";
  const Reading first = days_of(text);
  CHECK(first.account.platform == core::Platform::facebook);
  CHECK(figure(first, "profile_visits") == 5);
  CHECK(warns(first, "only those of Facebook were read"));
  Hints hints;
  hints.platform = core::Platform::instagram;
  CHECK(figure(days_of(text, hints), "profile_visits") == 600);
}

TEST_CASE("Meta results: of two series of one name the first is used, and that is said") {
  const Reading reading = days_of(
      "\"Content interactions\"\n\"Date\",\"Primary\"\n\"2025-01-01\",\"5\"\n\n"
      "\"Content interactions\"\n\"Date\",\"Primary\"\n\"2025-01-01\",\"90\"\n");
  CHECK(figure(reading, "interactions") == 5);
  CHECK(warns(reading, "Two series count the same"));
}

TEST_CASE("reach of days is no reach of the period; of one row it is") {
  const auto several = read("\"Reach\"\n\"Date\",\"Primary\"\n\"2025-01-01\",\"50\"\n\"2025-01-02\",\"60\"\n");
  REQUIRE_FALSE(several);
  CHECK(several.error().code == "daily-totals");
  CHECK(figure(days_of("\"Reach\"\n\"Date\",\"Primary\"\n\"2025-01-01\",\"50\"\n"), "reach") == 50);
  const Reading mixed = days_of("Date,Reach,Profile visits,Views\n2025-01-01,50,1,70\n2025-01-02,60,2,80\n");
  CHECK_FALSE(figure(mixed, "reach"));
  CHECK(figure(mixed, "views") == 150);
  CHECK(warns(mixed, "counts the same people again"));
}

TEST_CASE("TikTok Studio overview: year-less days are added up and not placed in time") {
  const Reading reading = days_of(
      "\xEF\xBB\xBF\"Date\",\"Video Views\",\"Profile Views\",\"Likes\",\"Comments\",\"Shares\"\n"
      "\"February 27\",\"100\",\"7\",\"10\",\"1\",\"0\"\n\"8 de marzo\",\"200\",\"8\",\"20\",\"2\",\"3\"");
  CHECK(figure(reading, "views") == 300);
  CHECK(figure(reading, "profile_visits") == 15);
  CHECK(figure(reading, "likes") == 30);
  CHECK(figure(reading, "shares") == 3);
  CHECK(reading.period[0].from.empty());
  CHECK(reading.period[0].until.empty());
  CHECK(warns(reading, "2 rows have no year"));
}

TEST_CASE("TikTok business overview: NAN poisons nothing, and net growth is no total") {
  const Reading reading = days_of(
      "Date,Video views,Reached audience,Profile views,Likes,Shares,Comments,Phone number clicks ,Leads "
      "submission,Net growth,New followers,Lost followers\n"
      "2025/10/31,715,NAN,25,26,4,7,0,0,10,10,0\n2025/11/01,NAN,NAN,5,4,0,1,0,0,-2,1,3");
  CHECK(figure(reading, "views") == 715);
  CHECK(figure(reading, "follows") == 11);
  CHECK(figure(reading, "unfollows") == 3);
  CHECK(figure(reading, "net_followers") == 8);
  CHECK(reading.period[0].from == "2025-10-31");
  CHECK(reading.period[0].until == "2025-11-01");
  CHECK(warns(reading, "\"NAN\""));
}

TEST_CASE("a column of follower totals without one number leaves a table of days") {
  const Reading reading = days_of(
      "Date,New followers,Total followers,Reached audience,Engaged audience\n2025/10/31,10,--,NAN,NAN\n"
      "2025/11/01,4,--,NAN,NAN\n");
  CHECK(figure(reading, "follows") == 14);
}

TEST_CASE("X account overview: newest first, quoted dates, follows and unfollows apart") {
  const Reading reading = days_of(
      "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create "
      "Post,Video views,Media views\n"
      "\"Fri, Mar 21, 2025\",1070,11,32,0,0,2,1,2,1,6,0,0,0\n\"Thu, Mar 20, 2025\",30,1,3,0,0,0,0,0,0,1,0,5,9\n");
  CHECK(figure(reading, "impressions") == 1100);
  CHECK(figure(reading, "engagements") == 35);
  CHECK(figure(reading, "follows") == 2);
  CHECK(figure(reading, "unfollows") == 1);
  CHECK(figure(reading, "views") == 5);
  CHECK_FALSE(figure(reading, "interactions"));
  CHECK(reading.period[0].from == "2025-03-20");
  CHECK(reading.period[0].until == "2025-03-21");
}

TEST_CASE("YouTube totals by day: the sum row is not added again, first or last") {
  const Reading last = days_of("Data,Visualizações\n2024-01-01,100\n2024-01-02,50\nTotal,150\n");
  CHECK(figure(last, "views") == 150);
  CHECK(last.skipped == std::vector<Skipped>{{4, "totals row"}});
  const Reading first = days_of(
      "Date,Views,Watch time (hours),Subscribers\nTotal,150,9.5,-1\n2024-01-01,100,6.2,-3\n2024-01-02,50,3.3,2\n");
  CHECK(figure(first, "views") == 150);
  CHECK(figure(first, "net_followers") == -1);
  CHECK(first.account.platform == core::Platform::youtube);
}

TEST_CASE("LinkedIn engagement: unsorted days, engagements may fall below zero") {
  const Reading reading = days_of("Date,Impressions,Engagements\n9/19/2023,5,-28\n9/18/2023,2,0\n9/20/2023,1,30\n");
  CHECK(figure(reading, "impressions") == 8);
  CHECK(figure(reading, "engagements") == 2);
  CHECK(reading.period[0].from == "2023-09-18");
}

TEST_CASE("dated rows that may be posts stay posts") {
  const auto scattered = read("Date,Views\n2024-01-01,100\n2024-02-11,50\n2024-03-02,20\n");
  REQUIRE(scattered);
  CHECK(scattered->posts.size() == 3);
  const auto liked = read("Date,Likes,Views\n2024-01-01,5,100\n2024-01-02,6,50\n2024-01-03,7,20\n");
  REQUIRE(liked);
  CHECK(liked->posts.size() == 3);
}

TEST_CASE("a follower total above the days is read; days in a row settle the order of day and month") {
  const auto reading =
      read("\"Total followers on 8/6/2024:\",782\n\nDate,New followers\n8/4/2024,3\n8/5/2024,2\n8/6/2024,1\n");
  REQUIRE(reading);
  CHECK(reading->account.followers == core::Count::exact(782));
  CHECK(reading->needs.empty());
  CHECK(reading->period[0] == PeriodFigure{"follows", 6, "", "2024-08-04", "2024-08-06"});
}

TEST_CASE("first days of months may be days in a row as well, so their order stays open") {
  const Reading reading = days_of("Date,New followers\n1/2/2024,3\n1/3/2024,2\n1/4/2024,1\n");
  CHECK(reading.period[0].value == 6);
  CHECK(reading.period[0].from.empty());
}

TEST_CASE("what stands below the days is not added to them") {
  const Reading reading = days_of(
      "2024-01-01 - 2024-01-31\nDate,Impressions\n2024-01-01,5\n2024-01-02,6\n\nTop "
      "Boards\nBoard,Impressions\nA,500\n");
  CHECK(figure(reading, "impressions") == 11);
  CHECK(warns(reading, "Another table begins in row 7"));
}

TEST_CASE("an overview names figures of a period") {
  const auto reading = read("Overall Performance,8/7/2023 - 8/15/2024\nImpressions,70416\nMembers reached,28517\n");
  REQUIRE(reading);
  CHECK(reading->format == "overview-csv");
  CHECK(reading->posts.empty());
  REQUIRE(reading->period.size() == 2);
  CHECK(reading->period[0] == PeriodFigure{"impressions", 70416, "", "2023-08-07", "2024-08-15"});
  CHECK(reading->period[1].name == "reach");
}
