// Somebody says what the columns of a table are.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "download_fixtures.h"
#include "ingest/columns.h"
#include "ingest/read.h"
#include "zip_writer.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Result<Reading> read_told(std::string_view text, std::vector<Mapping> columns) {
  Hints hints;
  hints.columns = std::move(columns);
  return read(text, hints);
}

bool warns(const Reading& reading, std::string_view part) {
  for (const std::string& warning : reading.warnings) {
    if (warning.find(part) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a column that is told gets its field, and the column that had it gives it up") {
  constexpr std::string_view table =
      "Post,Likes,Likes from followers,Comments\nhttps://x.example/p/1,100,60,5\n"
      "https://x.example/p/2,200,90,7\n";
  REQUIRE(read(table));
  CHECK(read(table)->posts[0].likes == 100);

  const auto reading = read_told(table, {{"Likes from followers", "likes"}});
  REQUIRE(reading);
  CHECK(reading->posts[0].likes == 60);
  CHECK(reading->posts[1].likes == 90);
  CHECK(reading->posts[0].comments == 5);
  CHECK(reading->mapping[1] == Mapping{"Likes", ""});
  CHECK(reading->mapping[2] == Mapping{"Likes from followers", "likes"});
}

TEST_CASE("two columns change places") {
  const auto reading = read_told("Date,Likes,Comments\n2025-01-02,5,100\n2025-03-04,7,200\n",
                                 {{"Likes", "comments"}, {"Comments", "likes"}});
  REQUIRE(reading);
  CHECK(reading->posts[0].likes == 100);
  CHECK(reading->posts[0].comments == 5);
  CHECK(reading->warnings.empty() == read("Date,Comments,Likes\n2025-01-02,5,100\n")->warnings.empty());
}

TEST_CASE("a column that is told to be nothing is used for nothing") {
  const auto reading = read_told("Date,Likes,Comments\n2025-01-02,100,5\n", {{"Likes", ""}});
  REQUIRE(reading);
  CHECK_FALSE(reading->posts[0].likes);
  CHECK(reading->posts[0].comments == 5);
  CHECK(reading->mapping[1] == Mapping{"Likes", ""});
}

TEST_CASE("a warning about two columns goes once somebody says which") {
  constexpr std::string_view table = "Handle,Followers,Follower count\na,1.2K,1234\nb,3.4K,3456\n";
  REQUIRE(read(table));
  CHECK(warns(*read(table), "Two columns give followers"));
  const auto reading = read_told(table, {{"Followers", "followers"}});
  REQUIRE(reading);
  CHECK_FALSE(warns(*reading, "Two columns"));
  CHECK(reading->creators[0].followers == 1200);
}

TEST_CASE("a table of unknown words is read by what its columns are told to be") {
  constexpr std::string_view table = "Bericht;;\nWer;Abo-Stand;X1\nada;12.300;5\nben;4.500;6\n";
  const auto untold = read(table);
  REQUIRE_FALSE(untold);
  CHECK(untold.error().code == "no-usable-columns");
  CHECK(untold.error().columns == std::vector<std::string>{"Bericht", "", ""});

  const auto reading = read_told(table, {{"Abo-Stand", "followers"}, {"Wer", "handle"}});
  REQUIRE(reading);
  CHECK(reading->kind == Kind::roster);
  REQUIRE(reading->creators.size() == 2);
  CHECK(reading->creators[0].handle == "ada");
  CHECK(reading->creators[0].followers == 12300);
  CHECK(reading->skipped[0] == Skipped{1, "stands before the header"});
}

TEST_CASE("a table without a column of use names its columns") {
  const auto reading = read("Wer;Abo-Stand;X1\nada;12.300;5\nben;4.500;6\n");
  REQUIRE_FALSE(reading);
  CHECK(reading.error().columns == std::vector<std::string>{"Wer", "Abo-Stand", "X1"});
}

TEST_CASE("what the rows are follows from what the columns are told to be") {
  constexpr std::string_view table = "Tag,Stand\n2025-01-01,1000\n2025-01-02,1010\n2025-01-03,1025\n";
  const auto reading = read_told(table, {{"Tag", "publishedAt"}, {"Stand", "followers"}});
  REQUIRE(reading);
  CHECK(reading->kind == Kind::history);
  CHECK(reading->history.size() == 3);
}

TEST_CASE("percent signs and currencies of a header count for a column that is told") {
  const auto reading = read_told(
      "Name,Abos,Quote (%),Honorar netto (EUR)\na,1000,0.5,90\nb,2000,0.4,80\n",
      {{"Name", "handle"}, {"Abos", "followers"}, {"Quote (%)", "engagementRate"}, {"Honorar netto (EUR)", "fee"}});
  REQUIRE(reading);
  CHECK(*reading->creators[0].engagement_rate == doctest::Approx(0.005));
  CHECK(reading->creators[0].fee == 90);
  CHECK(reading->creators[0].currency == "EUR");
}

TEST_CASE("in a list of creators a column that is told to be likes is never taken for a total") {
  constexpr std::string_view table = "Handle,Followers,Posts,Total likes\na,1000,10,50\nb,2000,20,60\n";
  REQUIRE(read(table));
  CHECK_FALSE(read(table)->creators[0].likes);
  const auto reading = read_told(table, {{"Total likes", "likes"}});
  REQUIRE(reading);
  CHECK(reading->creators[0].likes == 50);
}

TEST_CASE("cells that are no numbers are warned of in a column that is told, too") {
  const auto reading = read_told("Date,Likes,Mood\n2025-01-02,100,good\n2025-03-04,90,12\n", {{"Mood", "comments"}});
  REQUIRE(reading);
  CHECK_FALSE(reading->posts[0].comments);
  CHECK(reading->posts[1].comments == 12);
  CHECK(warns(*reading, "good"));
}

TEST_CASE("a table without a number in the columns that are told says so") {
  const auto reading = read_told("Wer;Abo-Stand\nada;viele\nben;wenige\n", {{"Abo-Stand", "followers"}});
  REQUIRE_FALSE(reading);
  CHECK(reading.error().code == "no-numbers");
  CHECK(reading.error().message.find("Abo-Stand") != std::string::npos);
}

TEST_CASE("a table in which all was told to be nothing still names its columns") {
  const auto reading = read_told("Date,Likes\n2025-01-02,100\n", {{"Likes", ""}});
  REQUIRE_FALSE(reading);
  CHECK(reading.error().code == "no-usable-columns");
  CHECK(reading.error().columns == std::vector<std::string>{"Date", "Likes"});
}

TEST_CASE("a field that such rows have no place for is not used, and it is said") {
  const auto reading = read_told("Date,Likes,Ort\n2025-01-02,100,Rom\n2025-03-04,90,Bonn\n", {{"Ort", "country"}});
  REQUIRE(reading);
  CHECK(reading->mapping[2] == Mapping{"Ort", ""});
  CHECK(warns(*reading, "\"Ort\" is to be read as country. The rows are posts"));
}

TEST_CASE("of two columns with one name each can be told apart by their order") {
  constexpr std::string_view table = "Post ID,Likes,Views,Views\n1,5,10,100\n2,6,20,200\n";
  const auto second = read_told(table, {{"Views", ""}, {"Views", "views"}});
  REQUIRE(second);
  CHECK(second->posts[0].views == 100);
  const auto first = read_told(table, {{"Views", "views"}});
  REQUIRE(first);
  CHECK(first->posts[0].views == 10);
}

TEST_CASE("a mapping given back reads the same") {
  constexpr std::string_view tables[] = {
      "Post ID,Permalink,Publish time,Post type,Description,Likes,Comments,Saves,Reach\n"
      "1,https://www.instagram.com/p/1,2025-01-02,IG reel,Hi,10,2,3,400\n"
      "2,https://www.instagram.com/p/2,2025-02-03,IG image,Ho,20,4,5,600\n",
      "Handle,URL,ID,Followers,Avg likes,Likes,Posts,ER %,Fee (USD),Niche\n"
      "a,https://www.instagram.com/a,1,1000,50,5000,100,5.2,120,food\n"
      "b,https://www.instagram.com/b,2,2000,60,7000,110,4.1,180,art\n",
      "Content,Video title,Video publish time,Views,Watch time (hours),Subscribers,Impressions\n"
      "Total,,,30,2.5,9,300\nabc,One,\"Jan 2, 2025\",10,1.5,3,100\ndef,Two,\"Feb 3, 2025\",20,1.0,6,200\n",
      "Campaign name,Amount spent (EUR),Impressions,Reach,Link clicks\nA,10.50,1000,900,12\nB,20.00,2000,1500,20\n",
      "Date,Followers\n2025-01-01,1000\n2025-01-02,1010\n2025-01-03,1025\n",
      "Date,Views,New followers\n2025-01-01,100,3\n2025-01-02,90,5\n2025-01-03,80,4\n",
      "Post ID,Likes,Views,Views,\n1,5,10,100,x\n2,6,20,200,y\n",
      "12.3K followers, 800 likes, 40 comments",
      R"([{"username": "a", "followers": 5000, "likes": 60}, {"username": "b", "followers": 7000, "likes": 80}])",
  };
  for (const std::string_view table : tables) {
    CAPTURE(table);
    const auto untold = read(table);
    REQUIRE(untold);
    const auto told = read_told(table, untold->mapping);
    REQUIRE(told);
    CHECK(told->format == untold->format);
    CHECK(told->mapping == untold->mapping);
    CHECK(told->warnings == untold->warnings);
    CHECK(told->skipped == untold->skipped);
    CHECK(told->needs == untold->needs);
    CHECK(told->account.followers == untold->account.followers);
    CHECK(told->posts.size() == untold->posts.size());
    CHECK(told->creators.size() == untold->creators.size());
    CHECK(told->history.size() == untold->history.size());
    CHECK(told->period == untold->period);
  }
}

TEST_CASE("the mapping of a download, given back, reads the same; its figures cannot be told to be others") {
  std::size_t read_ones = 0;
  for (const std::string_view file : fixtures::all) {
    const auto untold = read(file);
    if (!untold || untold->mapping.empty()) continue;
    ++read_ones;
    CAPTURE(file);
    const auto told = read_told(file, untold->mapping);
    REQUIRE(told);
    CHECK(told->mapping == untold->mapping);
    const auto other = read_told(file, {{untold->mapping[0].column, "niche"}});
    REQUIRE_FALSE(other);
    CHECK(other.error().code == "unknown-column");
  }
  CHECK(read_ones > 3);
}

TEST_CASE("a mapping with one line changed changes that one thing") {
  constexpr std::string_view table = "Post ID,Permalink,Likes,Comments,Taps\n1,https://x.example/1,5,1,50\n2,,6,2,60\n";
  REQUIRE(read(table));
  std::vector<Mapping> columns = read(table)->mapping;
  columns[2].field = "";
  columns[4].field = "likes";
  const auto reading = read_told(table, columns);
  REQUIRE(reading);
  CHECK(reading->posts[0].likes == 50);
  CHECK(reading->posts[0].comments == 1);
  CHECK(reading->posts[1].id == "2");
}

TEST_CASE("every field that a column may be told to be has a key and words of its own") {
  std::vector<std::string> seen;
  for (const Field field : choosable_fields()) {
    CHECK(std::string(field_key(field)) != "");
    CHECK(std::string(field_words(field)) != "");
    for (const std::string& key : seen) CHECK(key != field_key(field));
    seen.emplace_back(field_key(field));
  }
}

TEST_CASE("a column that is not there, an unknown field and a field for two columns are errors") {
  constexpr std::string_view table = "Date,Likes,Comments\n2025-01-02,100,5\n";
  const auto no_column = read_told(table, {{"Likes", "comments"}, {"Herzen", "likes"}});
  REQUIRE_FALSE(no_column);
  CHECK(no_column.error().code == "unknown-column");
  CHECK(no_column.error().field == "Herzen");
  CHECK(no_column.error().message ==
        "There is no column \"Herzen\" to read. Its columns are \"Date\", \"Likes\" and \"Comments\".");

  const auto no_field = read_told(table, {{"Likes", "hearts"}});
  REQUIRE_FALSE(no_field);
  CHECK(no_field.error().code == "unknown-field");
  CHECK(no_field.error().field == "Likes");
  CHECK(no_field.error().message.find("followers, likes, comments") != std::string::npos);

  const auto twice = read_told(table, {{"Likes", "views"}, {"Comments", "views"}});
  REQUIRE_FALSE(twice);
  CHECK(twice.error().code == "field-twice");

  const auto no_table = read_told("12.3K followers", {{"Likes", "likes"}});
  REQUIRE_FALSE(no_table);
  CHECK(no_table.error().code == "unknown-column");
}

TEST_CASE("the columns that there are are named as the header has them, whatever the rows under it hold") {
  const std::string table = "\"Da\"\"y\",Likes\n\"" + std::string(500, 'x') + "\"\"\",5\n";
  const auto reading = read_told(table, {{"Herzen", "likes"}});
  REQUIRE_FALSE(reading);
  CHECK(reading.error().message == "There is no column \"Herzen\" to read. Its columns are \"Da\"y\" and \"Likes\".");
}

TEST_CASE("in an archive a table is told by the columns that it has, and other tables stay as they are") {
  const std::string archive = zip_of({{"posts.csv", "Date,Herzen,Comments\n2025-01-02,100,5\n2025-02-03,90,4\n"},
                                      {"followers.csv", "Date,Followers\n2025-01-02,1000\n2025-01-03,1010\n"}});
  const auto reading = read_told(archive, {{"Herzen", "likes"}});
  REQUIRE(reading);
  CHECK(reading->posts[0].likes == 100);
  CHECK(reading->account.followers->value == 1010);
  const auto again = read_told(archive, read(archive)->mapping);
  REQUIRE(again);
  CHECK(again->mapping == read(archive)->mapping);

  const auto nowhere = read_told(archive, {{"Abos", "followers"}});
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().code == "unknown-column");
}
