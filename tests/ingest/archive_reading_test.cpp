#include "ingest/archive_reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/download.h"
#include "ingest/read.h"
#include "workbook_files.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading reading_of(std::string_view zip, const Hints& hints = {}) {
  const auto reading = read(zip, hints);
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().code + ": " + reading.error().message));
  return *reading;
}

Error error_of(std::string_view zip) {
  const auto reading = read(zip);
  REQUIRE_FALSE(reading);
  CHECK(reading.error().message.size() > 20);
  CHECK(reading.error().message.size() < 400);
  CHECK(reading.error().message.back() == '.');
  return reading.error();
}

const Part& part_of(const Reading& reading, std::string_view name) {
  for (const Part& part : reading.parts) {
    if (part.name == name) return part;
  }
  REQUIRE_MESSAGE(false, "no part named ", std::string(name));
  return reading.parts.front();
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

// As YouTube Studio writes it, for a channel of three videos of which the first two are listed.
const std::string studio_table =
    "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions "
    "click-through rate (%)\n"
    "Total,,,,51075,4046.4713,1576,748855,3.06\n"
    "Sx0ytsHc1kk,First,\"Dec 18, 2022\",4197,4632,354.6762,36,37864,4.59\n"
    "UHcTqaR88K4,\"Second, longer\",\"Sep 2, 2020\",3322,1200,80.5,4,312,2.1\n";
const std::string studio_chart =
    "Date,Content,Video title,Video publish time,Duration,Views\n"
    "2025-01-01,Sx0ytsHc1kk,First,\"Dec 18, 2022\",4197,10\n2025-01-02,Sx0ytsHc1kk,First,\"Dec 18, 2022\",4197,12\n"
    "2025-01-03,Sx0ytsHc1kk,First,\"Dec 18, 2022\",4197,14\n2025-01-04,Sx0ytsHc1kk,First,\"Dec 18, 2022\",4197,9\n"
    "2025-01-05,Sx0ytsHc1kk,First,\"Dec 18, 2022\",4197,9\n";
const std::string studio_totals = "Date,Views\n2025-01-01,10\n2025-01-02,12\n";

const std::string tiktok_content =
    "\xEF\xBB\xBF\"Time\",\"Video title\",\"Video link\",\"Post time\",\"Total likes\",\"Total comments\",\"Total "
    "shares\",\"Total views\"\n"
    "\"February 10\",\"First\",\"https://www.tiktok.com/@USER/video/1\",\"February 1\",\"109\",\"5\",\"2\",\"2047\"\n"
    "\"February 10\",\"Second\",\"https://www.tiktok.com/@USER/video/2\",\"February "
    "3\",\"1837\",\"40\",\"21\",\"30000\"";
const std::string tiktok_overview =
    "\xEF\xBB\xBF\"Date\",\"Video Views\",\"Profile Views\",\"Likes\",\"Comments\",\"Shares\"\n"
    "\"February 8\",\"100\",\"5\",\"7\",\"1\",\"0\"\n\"February 9\",\"90\",\"4\",\"6\",\"0\",\"0\"";
const std::string tiktok_followers =
    "\xEF\xBB\xBF\"Date\",\"Followers\",\"Difference in followers from previous day\"\n"
    "\"February 8\",\"undefined\",\"0\"\n\"February 9\",\"5010\",\"3\"\n\"February 10\",\"5013\",\"3\"";

const std::string posts = "id,likes,comments\na,10,1\nb,20,2\n";

// LinkedIn's creator analytics: sheets, titles and gaps as in the export.
std::vector<TestSheet> linkedin_sheets() {
  return {
      {"DISCOVERY",
       text_rows(
           {{"Overall Performance", "8/7/2023 - 8/5/2024"}, {"Impressions", "70416"}, {"Members reached", "28517"}})},
      {"ENGAGEMENT", text_rows({{"Date", "Impressions", "Engagements"},
                                {"9/18/2023", "2", "0"},
                                {"8/7/2023", "210", "-3"},
                                {"8/8/2023", "190", "4"}})},
      {"TOP POSTS",
       text_rows({{"Maximum of 50 posts available to include in this list"},
                  {},
                  {"Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date", "Impressions"},
                  {"https://www.linkedin.com/feed/update/urn:li:activity:1", "9/18/2023", "30", "",
                   "https://www.linkedin.com/feed/update/urn:li:activity:2", "9/20/2023", "9000"},
                  {"https://www.linkedin.com/feed/update/urn:li:activity:2", "9/20/2023", "12", "",
                   "https://www.linkedin.com/feed/update/urn:li:activity:1", "9/18/2023", "4000"},
                  {"", "", "", "", "https://www.linkedin.com/feed/update/urn:li:activity:3", "10/2/2023", "800"}})},
      {"FOLLOWERS",
       text_rows({{"Total followers on 8/5/2024:", "782"}, {}, {"Date", "New followers"}, {"8/7/2023", "3"}})},
      {"DEMOGRAPHICS",
       text_rows({{"Top Demographics", "Value", "Percentage"}, {"Job titles", "Data Analyst", "0.1272"}})},
  };
}

}  // namespace

TEST_CASE("YouTube Studio's zip: the table of videos is read, totals and days stay shut") {
  const Reading reading = reading_of(zip_of(
      {{"Chart data.csv", studio_chart, true}, {"Table data.csv", studio_table, true}, {"Totals.csv", studio_totals}}));
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].id == "Sx0ytsHc1kk");
  CHECK(reading.posts[0].views == 4632);
  CHECK(reading.account.platform == core::Platform::youtube);
  CHECK_FALSE(reading.account.followers);
  CHECK(part_of(reading, "Table data.csv").what == "posts");
  CHECK(part_of(reading, "Chart data.csv").what.empty());
  CHECK(part_of(reading, "Totals.csv").note == "sums of the posts, or their figures of each day");
  CHECK(reading.parts.size() == 3);
}

TEST_CASE("YouTube Studio's zip in other languages, known by name or by what is in it") {
  for (const char* name : {"Tabellendaten.csv", "Dados da tabela.csv", "表データ.csv", "Tablo verileri.csv"}) {
    const Reading reading =
        reading_of(zip_of({{name, studio_table, true}, {"Grafik verileri.csv", studio_chart, true}}));
    REQUIRE(reading.posts.size() == 2);
    CHECK(part_of(reading, name).what == "posts");
    CHECK(part_of(reading, "Grafik verileri.csv").note == "holds posts too; upload it on its own");
  }
  CHECK(reading_of(zip_of({{"Diagrammdaten.csv", studio_chart}, {"Tabellendaten.csv", studio_table}})).posts.size() ==
        2);
}

TEST_CASE("TikTok Studio's zip: videos and the follower history make one account") {
  const Reading reading = reading_of(zip_of(
      {{"Overview.csv", tiktok_overview}, {"Content.csv", tiktok_content}, {"FollowerHistory.csv", tiktok_followers}}));
  REQUIRE(reading.posts.size() == 2);
  REQUIRE(reading.account.followers);
  CHECK(*reading.account.followers == core::Count::exact(5013));
  CHECK(reading.account.platform == core::Platform::tiktok);
  CHECK(reading.needs.empty());
  CHECK(part_of(reading, "Content.csv").what == "posts");
  CHECK(part_of(reading, "FollowerHistory.csv").what == "follower history");
  CHECK(part_of(reading, "Overview.csv").what == "period");
  CHECK(std::any_of(reading.period.begin(), reading.period.end(),
                    [](const PeriodFigure& figure) { return figure.name == "views"; }));
}

TEST_CASE("a zip whose only table is of no use says why, and which table it was") {
  const Error error = error_of(zip_of({{"Overview_2026-02-10.csv", "Order,City\n1,Rome\n2,Oslo\n"}}));
  CHECK(error.code == "no-usable-columns");
  CHECK(error.message.starts_with("\"Overview_2026-02-10.csv\": "));
}

TEST_CASE("of two tables of posts with other columns the fuller one is read, and the other is named") {
  const Reading reading = reading_of(zip_of({{"a.csv", posts + "c,30,3\n"}, {"b.csv", "id,views\na,100\nd,200\n"}}));
  CHECK(reading.posts.size() == 3);
  CHECK(part_of(reading, "a.csv").what == "posts");
  CHECK(part_of(reading, "b.csv").what.empty());
  CHECK(warns(reading, "Of 2 tables that could be read, only \"a.csv\" was."));
}

TEST_CASE("tables with the same columns are one: the months of an export, a post of two of them once") {
  const std::string february = "id,likes,comments\nb,25,2\nc,30,3\nd,1,0\n";
  const Reading reading =
      reading_of(zip_of({{"january.csv", posts}, {"february.csv", february}, {"copy/january.csv", posts}}));
  REQUIRE(reading.posts.size() == 4);
  double likes = 0;
  for (const core::Post& post : reading.posts) likes += post.likes.value_or(0);
  CHECK(likes == 10 + 25 + 30 + 1);  // the later, higher number of b
  for (const char* name : {"january.csv", "february.csv", "copy/january.csv"}) {
    CHECK(part_of(reading, name).what == "posts");
  }
  CHECK(warns(reading,
              "3 tables with the same columns were read as the posts of one account. 3 posts that came "
              "again were counted once, with the higher numbers."));
}

TEST_CASE("Meta's results, a file for each figure, are one account's") {
  const auto days = [](const std::string& title) {
    return "sep=,\n\"" + title +
           "\"\n\"Date\",\"Primary\"\n\"2025-01-01T01:00:00\",\"3\"\n\"2025-01-02T01:00:00\",\"4\"\n";
  };
  const Reading reading = reading_of(zip_of({{"Views.csv", days("Views")},
                                             {"Follows.csv", days("Follows")},
                                             {"Visits.csv", days("Instagram profile visits")},
                                             {"Reach.csv", days("Reach")}}));
  for (const char* name : {"views", "follows", "profile_visits"}) {
    CAPTURE(name);
    CHECK(std::any_of(reading.period.begin(), reading.period.end(),
                      [name](const PeriodFigure& figure) { return figure.name == name && figure.value == 7; }));
  }
  CHECK(reading.period.size() == 3);
  CHECK(part_of(reading, "Follows.csv").what == "period");
  CHECK(part_of(reading, "Reach.csv").note == "each row is a day, and it has no follower totals");
  // Of Instagram and Facebook only one is read.
  const Reading mixed = reading_of(zip_of({{"a.csv", days("Views")},
                                           {"b.csv", days("Instagram profile visits")},
                                           {"c.csv", days("Facebook link clicks")}}));
  CHECK(mixed.account.platform == core::Platform::instagram);
  CHECK(mixed.period.size() == 2);
  CHECK(part_of(mixed, "c.csv").note == "holds figures of a period too; upload it on its own");
}

TEST_CASE("the histories of several files are one, and its last day tells the followers") {
  const Reading reading =
      reading_of(zip_of({{"2024.csv", "Date,Followers\n2024-12-30,50\n2024-12-31,60\n2025-01-01,70\n"},
                         {"2025.csv", "Date,Followers\n2025-01-01,70\n2025-01-02,80\n"}}));
  CHECK(reading.history.size() == 4);
  CHECK(reading.account.followers == core::Count::exact(80));
  CHECK(part_of(reading, "2025.csv").what == "follower history");
}

TEST_CASE("posts without names may be the same, so their tables are not joined") {
  const std::string table = "Publish time,Likes,Comments\n2024-01-05,5,1\n2024-02-11,6,2\n";
  const Reading reading = reading_of(zip_of({{"a.csv", table}, {"a (1).csv", table}}));
  CHECK(reading.posts.size() == 2);
  CHECK(part_of(reading, "a (1).csv").note == "holds posts too; upload it on its own");
}

TEST_CASE("tables of two accounts are not one, whatever their columns") {
  const std::string head = "id,username,likes\n";
  const Reading reading = reading_of(zip_of({{"a.csv", head + "a,one,1\nb,one,2\n"}, {"b.csv", head + "c,two,3\n"}}));
  CHECK(reading.posts.size() == 2);
  CHECK(reading.account.handle == "one");
  CHECK(warns(reading, "only \"a.csv\" was"));
}

TEST_CASE("TikTok's download as text names the format to choose") {
  CHECK(
      error_of(zip_of({{"TikTok/Follower.txt", "Date: 2024-05-01 10:00:00\nUsername: A\n\n"}})).message.find("JSON") !=
      std::string::npos);
}

TEST_CASE("an archive in an archive is opened, one in that is not") {
  const std::string inner = zip_of({{"Content.csv", tiktok_content}});
  const std::string middle = zip_of({{"Content_USER.zip", inner}});
  const Reading reading = reading_of(middle);
  CHECK(reading.posts.size() == 2);
  CHECK(part_of(reading, "Content_USER.zip/Content.csv").what == "posts");
  CHECK(error_of(zip_of({{"all.zip", middle}})).code == "zip-input");
  const std::string workbook = workbook_of({{"A", text_rows({{"Post ID", "Likes"}, {"a", "1"}, {"b", "2"}})}});
  const Reading deep = reading_of(zip_of({{"all.zip", zip_of({{"posts.xlsx", workbook}})}}));
  CHECK(part_of(deep, "all.zip/posts.xlsx/A").what == "posts");
}

TEST_CASE("an archive that holds messages or contacts is opened only where a name is known") {
  const Reading reading =
      reading_of(zip_of({{"Takeout/my posts.csv", posts + "c,1,1\n"}, {"Takeout/Content.csv", posts}}));
  CHECK(reading.posts.size() == 2);
  CHECK(reading.parts.size() == 1);
  const Error linkedin = error_of(zip_of({{"Connections.csv", "Name,Followers\nX,5\nY,6\n"}, {"Shares.csv", posts}}));
  CHECK(linkedin.code == "zip-input");
  CHECK(linkedin.message.find("analytics") != std::string::npos);
  const Error takeout =
      error_of(zip_of({{"Takeout/YouTube and YouTube Music/channels/channel.csv", "Channel ID,Followers\nx,5\n"}}));
  CHECK(takeout.message.find("YouTube Studio") != std::string::npos);
  CHECK(error_of(zip_of({{"export/Comments received.csv", posts}})).code == "zip-input");
}

TEST_CASE("what is a zip and no archive of tables is refused with a way out") {
  struct Row {
    std::vector<ZipFile> files;
    const char* code;
    const char* says;
  };
  const Row rows[] = {
      {{}, "zip-input", "one row per post"},
      {{{"photo.jpg", "x"}, {"notes.txt", "25000 followers"}}, "zip-input", "one row per post"},
      {{{"word/document.xml", "x"}}, "zip-input", "Word"},
      {{{"ppt/presentation.xml", "x"}}, "zip-input", "PowerPoint"},
      {{{"xl/workbook.bin", "x"}}, "spreadsheet-input", ".xlsb"},
      {{{"mimetype", "x"}, {"content.xml", "x"}}, "spreadsheet-input", "OpenDocument"},
      {{{"Index/Document.iwa", "x"}}, "spreadsheet-input", "Numbers"},
      {{{"META-INF/container.xml", "x"}}, "zip-input", "book"},
  };
  for (const Row& row : rows) {
    const Error error = error_of(zip_of(row.files));
    CHECK(error.code == row.code);
    CHECK(error.message.find(row.says) != std::string::npos);
  }
}

TEST_CASE("a file that cannot be unpacked is named, and the others are read") {
  ZipFile locked{"locked.csv", posts};
  locked.flags = 1;
  const Reading reading = reading_of(zip_of({locked, {"open.csv", posts}}));
  CHECK(reading.posts.size() == 2);
  CHECK(part_of(reading, "locked.csv").note == "locked with a password");
  const Error error = error_of(zip_of({locked}));
  CHECK(error.code == "archive-encrypted");
  CHECK(error.message.find("\"locked.csv\"") != std::string::npos);
}

TEST_CASE("a workbook of one sheet reads as the same table in CSV does") {
  const std::vector<std::vector<std::string>> rows = {
      {"Video title", "Video link", "Post time", "Total views", "Likes"},
      {"One, two", "https://www.tiktok.com/@USER/video/1", "2025/10/31 18:19:10", "1,376", "42"},
      {"Two", "https://www.tiktok.com/@USER/video/2", "2025/11/02 18:19:10", "1.2K", "4"}};
  const Reading reading = reading_of(workbook_of({{"Content", text_rows(rows)}}));
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].caption == "One, two");
  CHECK(reading.posts[0].views == 1376);
  CHECK(reading.posts[0].published_at == "2025-10-31T18:19:10");
  CHECK(reading.posts[1].views == 1200);
  CHECK(reading.account.platform == core::Platform::tiktok);
  REQUIRE(reading.parts.size() == 1);
  CHECK(reading.parts[0] == Part{"Content", "posts", ""});
}

TEST_CASE("a workbook with posts, a follower history and notes is one account") {
  const Reading reading = reading_of(
      workbook_of({{"Read me", text_rows({{"Made by USER for the campaign of the year"}})},
                   {"Growth", text_rows({{"Date", "Followers"}, {"2025-01-01", "5000"}, {"2025-01-02", "5013"}})},
                   {"Posts", text_rows({{"Post ID", "Likes", "Comments"}, {"a", "10", "1"}, {"b", "20", "2"}})},
                   {"Secret", text_rows({{"Post ID", "Likes"}, {"a", "10"}, {"b", "20"}, {"c", "30"}}), "hidden"}}));
  CHECK(reading.posts.size() == 2);
  CHECK(reading.history.size() == 2);
  REQUIRE(reading.account.followers);
  CHECK(reading.account.followers->value == 5013);
  CHECK(reading.needs.empty());
  CHECK(part_of(reading, "Growth").what == "follower history");
  CHECK(part_of(reading, "Posts").what == "posts");
  CHECK(part_of(reading, "Read me").what.empty());
  CHECK(part_of(reading, "Secret").note == "hidden");
}

TEST_CASE("LinkedIn's creator analytics: totals, posts joined by address, and no day taken for a post") {
  const Reading reading = reading_of(workbook_of(linkedin_sheets()));
  CHECK(reading.kind == Kind::account);
  CHECK(reading.account.platform == core::Platform::linkedin);
  REQUIRE(reading.account.followers);
  CHECK(*reading.account.followers == core::Count::exact(782));
  CHECK(reading.needs.empty());
  REQUIRE(reading.posts.size() == 3);
  CHECK(reading.posts[0].id.ends_with("activity:1"));
  CHECK(reading.posts[0].impressions == 4000);
  CHECK(reading.posts[0].published_at == "2023-09-18");
  CHECK(reading.posts[1].impressions == 9000);
  CHECK(reading.posts[2].impressions == 800);
  CHECK(reading.mapping[1] == Mapping{"Post publish date", "publishedAt"});
  // What the days add up to stands in for no total that is there.
  REQUIRE(reading.period.size() == 3);
  CHECK(reading.period[0] == PeriodFigure{"impressions", 70416, "", "2023-08-07", "2024-08-05"});
  CHECK(reading.period[1] == PeriodFigure{"reach", 28517, "", "2023-08-07", "2024-08-05"});
  CHECK(reading.period[2] == PeriodFigure{"engagements", 1, "", "2023-08-07", "2023-09-18"});
  CHECK(part_of(reading, "FOLLOWERS").what == "followers");
  CHECK(part_of(reading, "TOP POSTS").what == "posts");
  CHECK(part_of(reading, "DISCOVERY").what == "period");
  CHECK(part_of(reading, "ENGAGEMENT").what == "period");
  CHECK(part_of(reading, "DEMOGRAPHICS").what.empty());
  // Nothing of a post is likes and clicks together.
  CHECK_FALSE(reading.posts[0].likes);
  CHECK(warns(reading, "\"Engagements\" counts likes, comments, clicks and more together"));
}

TEST_CASE("LinkedIn's workbook in Portuguese, and one without posts") {
  auto sheets = linkedin_sheets();
  sheets[2].data =
      text_rows({{"Endereço", "Data da publicação", "Engajamentos", "", "Endereço", "Data da publicação", "Impressões"},
                 {"https://www.linkedin.com/feed/update/urn:li:activity:1", "18/09/2023", "30", "",
                  "https://www.linkedin.com/feed/update/urn:li:activity:1", "18/09/2023", "4000"}});
  sheets[3].data = text_rows({{"Total de seguidores em 05/08/2024:", "1.782"}});
  const Reading reading = reading_of(workbook_of(sheets));
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].impressions == 4000);
  CHECK(reading.posts[0].published_at == "2023-09-18");
  CHECK(reading.account.followers->value == 1782);
  CHECK(reading.mapping[0].column == "Endereço");

  const Reading small = reading_of(workbook_of({linkedin_sheets()[3]}));
  CHECK(small.format == "creator-analytics");
  CHECK(small.account.followers->value == 782);
  CHECK(small.account.platform == core::Platform::linkedin);
  CHECK(small.needs.empty());
}

TEST_CASE("the follower totals of two accounts are not mixed") {
  auto other = linkedin_sheets();
  other[3].data = text_rows({{"Total followers on 8/5/2024:", "5000"}});
  const Reading reading =
      reading_of(zip_of({{"a.xlsx", workbook_of(linkedin_sheets())}, {"b.xlsx", workbook_of(other)}}));
  CHECK_FALSE(reading.account.followers);
  CHECK(warns(reading, "more than one follower total"));
}

TEST_CASE("a sheet whose text is an archive again is not opened") {
  CHECK(error_of(workbook_of({{"A", "<row><c t=\"str\"><v>PK&#3;&#4;</v></c></row>"}})).code == "zip-input");
}

TEST_CASE("the download of an account goes to its reader as a whole" *
          doctest::skip(!is_wanted_of_download("connections/followers_and_following/followers_1.json"))) {
  const std::string followers =
      R"([{"title":"","media_list_data":[],"string_list_data":[{"href":"https://www.instagram.com/USER","value":"USER","timestamp":1776177738}]}])";
  const Reading reading =
      reading_of(zip_of({{"export/connections/followers_and_following/followers_1.json", followers, true},
                         {"export/media/1.jpg", "x"},
                         {"export/your_instagram_activity/messages/inbox/a/message_1.json", "{}"}}));
  CHECK(reading.followers_at_least == 1);
}

TEST_CASE("a large archive reads the same from the pieces that are asked for") {
  const std::vector<std::vector<ZipFile>> archives = {
      {{"media/film.mp4", std::string(2u << 20, 'm')},
       {"Table data.csv", studio_table, true},
       {"Totals.csv", studio_totals}},
      {{"media/film.mp4", std::string(2u << 20, 'm')}, {"inner.zip", zip_of({{"Content.csv", tiktok_content}})}},
  };
  for (const auto& files : archives) {
    const std::string whole = zip_of(files);
    ByteSource source;
    source.size = whole.size();
    std::vector<std::string> pieces;
    pieces.reserve(20);
    std::uint64_t fetched = 0;
    for (auto ranges = needed_of_archive(source); !ranges.empty(); ranges = needed_of_archive(source)) {
      REQUIRE(pieces.size() + ranges.size() < 10);
      for (const Range range : ranges) {
        pieces.push_back(whole.substr(static_cast<std::size_t>(range.offset), static_cast<std::size_t>(range.size)));
        source.pieces.push_back({range.offset, pieces.back()});
        fetched += range.size;
      }
    }
    const auto sparse = read_archive(source, {});
    REQUIRE(sparse);
    const Reading dense = reading_of(whole);
    CHECK(sparse->posts == dense.posts);
    CHECK(sparse->parts == dense.parts);
    CHECK(fetched < 200'000);
  }
}

TEST_CASE("what is asked for ends, also of a broken archive") {
  const std::string whole = workbook_of(linkedin_sheets());
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    CHECK(needed_of_archive(ByteSource(std::string_view(whole).substr(0, size))).empty());
  }
  CHECK(needed_of_archive(ByteSource(whole)).empty());
}

TEST_CASE("a workbook cut off anywhere, or with a wrong byte, ends in a reading or an error") {
  const std::string whole = workbook_of(linkedin_sheets());
  for (std::size_t size = 5; size < whole.size(); ++size) {
    CHECK(error_of(std::string_view(whole).substr(0, size)).code == "archive-broken");
  }
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    std::string wrong = whole;
    wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
    const auto reading = read(wrong);
    if (reading) CHECK((reading->account.followers || !reading->posts.empty() || !reading->period.empty()));
    if (!reading) CHECK_FALSE(reading.error().code.empty());
  }
}
