#include "ingest/instagram_download.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "download_fixtures.h"
#include "ingest/download.h"
#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading reading_of(std::string_view file, std::string_view name = {}) {
  Hints hints;
  hints.file_name = name;
  const auto reading = read(file, hints);
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().message));
  CHECK(reading->format == "instagram-download");
  CHECK(reading->kind == Kind::account);
  CHECK(reading->account.platform == core::Platform::instagram);
  return *reading;
}

Error error_of(std::string_view file, std::string_view name = {}) {
  Hints hints;
  hints.file_name = name;
  const auto reading = read(file, hints);
  REQUIRE_FALSE(reading);
  return reading.error();
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

std::optional<double> figure(const Reading& reading, std::string_view name) {
  for (const PeriodFigure& figure : reading.period) {
    if (figure.name == name) return figure.value;
  }
  return std::nullopt;
}

std::string audience(std::string_view values) {
  return "{\"organic_insights_audience\":[{\"string_map_data\":{" + std::string(values) + "}}]}";
}

}  // namespace

TEST_CASE("audience insights: Followers is the number, Overall followers its change") {
  const Reading reading = reading_of(fixtures::instagram_audience);
  REQUIRE(reading.account.followers);
  CHECK(*reading.account.followers == core::Count::exact(1376));
  CHECK(figure(reading, "net_followers") == -19);
  CHECK(figure(reading, "follows") == 42);
  CHECK(figure(reading, "unfollows") == 61);
  CHECK(reading.needs.empty());
  CHECK(warns(reading, "There are no posts in it"));
  CHECK(reading.posts.empty());
}

TEST_CASE("a period without its year carries no dates, and its words are said") {
  const Reading reading = reading_of(fixtures::instagram_audience);
  for (const PeriodFigure& given : reading.period) {
    CHECK(given.from.empty());
    CHECK(given.until.empty());
  }
  CHECK(warns(reading, "\"Oct 2 - Dec 30\". The year is not written there"));
}

TEST_CASE("where only the change of followers is given, the number is asked for") {
  const Reading reading = reading_of(
      audience(R"("Follows":{"value":"844"},"Unfollows":{"value":"94"},"Overall followers":{"value":"750"})"));
  CHECK_FALSE(reading.account.followers);
  CHECK(figure(reading, "net_followers") == 750);
  CHECK(reading.needs == std::vector<std::string>{"followers"});
  CHECK(warns(reading, "\"Overall followers\" is 750, which is the change in the period"));
  CHECK_FALSE(warns(reading, "Check these figures"));
}

TEST_CASE("a change that is not follows less unfollows is said") {
  const Reading reading = reading_of(
      audience(R"("Follows":{"value":"844"},"Unfollows":{"value":"94"},"Overall followers":{"value":"12,750"})"));
  CHECK_FALSE(reading.account.followers);
  CHECK(warns(reading, "is 12750, but follows less unfollows make 750"));
}

TEST_CASE("Total de seguidores is the number or its change: the figures beside it decide, or nothing does") {
  const auto portuguese = [](std::string_view values) { return reading_of(audience(values)); };
  const Reading change = portuguese(
      R"("Seguiram":{"value":"844"},"Deixaram de seguir":{"value":"94"},"Total de seguidores":{"value":"750"})");
  CHECK_FALSE(change.account.followers);
  CHECK(figure(change, "net_followers") == 750);

  const Reading total = portuguese(
      R"("Seguiram":{"value":"844"},"Deixaram de seguir":{"value":"94"},"Total de seguidores":{"value":"12.345"})");
  REQUIRE(total.account.followers);
  CHECK(total.account.followers->value == 12345);
  CHECK_FALSE(figure(total, "net_followers"));

  const Reading open = portuguese(R"("Visitas ao perfil":{"value":"12"},"Total de seguidores":{"value":"12.345"})");
  CHECK_FALSE(open.account.followers);
  CHECK_FALSE(figure(open, "net_followers"));
  CHECK(warns(open, "can be the number of followers or its change"));

  const Reading negative = portuguese(R"("Visitas ao perfil":{"value":"12"},"Total de seguidores":{"value":"-5"})");
  CHECK(figure(negative, "net_followers") == -5);

  const Reading beside = portuguese(R"("Seguidores":{"value":"2.100"},"Total de seguidores":{"value":"30"})");
  REQUIRE(beside.account.followers);
  CHECK(beside.account.followers->value == 2100);
}

TEST_CASE("a percentage named Followers is a share of the reach") {
  const Reading reading = reading_of(fixtures::instagram_reach);
  CHECK_FALSE(reading.account.followers);
  CHECK(warns(reading, "\"Followers\" is \"0.1%\" there, a share of the accounts reached"));
  CHECK(figure(reading, "reach") == 41003);
  CHECK(figure(reading, "impressions") == 66120);
  CHECK(figure(reading, "profile_visits") == 519);
  CHECK(figure(reading, "clicks") == 7);
  CHECK(reading.needs == std::vector<std::string>{"followers"});
}

TEST_CASE("interactions of a period, with changes and shares left alone") {
  const Reading reading = reading_of(fixtures::instagram_interactions);
  CHECK(figure(reading, "interactions") == 2210);
  CHECK(figure(reading, "accounts_engaged") == 903);
  CHECK(reading.period.size() == 2);
}

TEST_CASE("posts: counts with and without separators, the time from the stamp, the caption repaired") {
  const Reading reading = reading_of(fixtures::instagram_posts);
  REQUIRE(reading.posts.size() == 2);
  const core::Post& post = reading.posts[0];
  CHECK(post.published_at == "2025-10-21T02:05:45Z");
  CHECK(post.caption == "A \U0001F929");
  CHECK(post.reach == 1644378);
  CHECK(post.impressions == 1878217);
  CHECK(post.likes == 24118);
  CHECK(post.comments == 301);
  CHECK(post.shares == 95);
  CHECK(post.saves == 210);
  CHECK(post.format.empty());
  CHECK(reading.period.empty());
  CHECK(reading.needs == std::vector<std::string>{"followers"});
}

TEST_CASE("a missing key and a hidden number are absent, a 0 is 0") {
  const Reading reading = reading_of(fixtures::instagram_posts);
  REQUIRE(reading.posts.size() == 2);
  CHECK_FALSE(reading.posts[1].saves);
  CHECK_FALSE(reading.posts[1].likes);
  CHECK_FALSE(reading.posts[1].impressions);
  CHECK(reading.posts[1].comments == 0);
}

TEST_CASE("reels: every figure is named after Instagram") {
  const Reading reading = reading_of(fixtures::instagram_reels);
  REQUIRE(reading.posts.size() == 1);
  const core::Post& reel = reading.posts[0];
  CHECK(reel.format == "reel");
  CHECK(reel.caption == "a reel");
  CHECK(reel.views == 7204);
  CHECK(reel.likes == 410);
  CHECK(reel.comments == 12);
  CHECK(reel.shares == 33);
  CHECK(reel.saves == 41);
  CHECK(reel.reach == 5120);
  CHECK(reel.published_at == "2025-10-09T12:19:05Z");
}

TEST_CASE("the labels that were used, and those that were not, are listed") {
  const Reading reading = reading_of(fixtures::instagram_reach);
  const auto lists = [&](const Mapping& mapping) {
    return std::find(reading.mapping.begin(), reading.mapping.end(), mapping) != reading.mapping.end();
  };
  CHECK(lists({"Accounts Reached", "reach"}));
  CHECK(lists({"Followers", ""}));
  CHECK(lists({"Accounts Reached Delta", ""}));
}

TEST_CASE("German: points separate thousands, a comma is both a decimal mark and a separator") {
  const Reading audience = reading_of(fixtures::instagram_german_audience);
  REQUIRE(audience.account.followers);
  CHECK(audience.account.followers->value == 12345);
  CHECK(warns(audience, "\"2. Okt. - 30. Dez.\""));

  const Reading posts = reading_of(fixtures::instagram_german_posts);
  REQUIRE(posts.posts.size() == 2);
  CHECK(posts.posts[0].reach == 12345);
  CHECK(posts.posts[0].likes == 1204);
  CHECK(posts.posts[0].comments == 31);
  CHECK(posts.posts[0].shares == 8);
  CHECK(posts.posts[0].saves == 5);
  CHECK(posts.posts[0].caption == "f\u00fcr dich");
  CHECK(posts.posts[1].likes == 98);
  CHECK(posts.posts[1].caption == "f\u00fcr alle");
}

TEST_CASE("Turkish and Portuguese posts") {
  const Reading turkish = reading_of(
      R"({"organic_insights_posts":[{"string_map_data":{"Olu\u015fturma Zaman Damgas\u0131":{"value":"","timestamp":1761012345},
      "Eri\u015filen hesaplar":{"value":"3.204"},"Be\u011feni":{"value":"120"},"Yorum":{"value":"4"},
      "Payla\u015f\u0131m":{"value":"2"},"Kaydet":{"value":"1"}}}]})");
  REQUIRE(turkish.posts.size() == 1);
  CHECK(turkish.posts[0].reach == 3204);
  CHECK(turkish.posts[0].likes == 120);
  CHECK(turkish.posts[0].comments == 4);
  CHECK(turkish.posts[0].shares == 2);
  CHECK(turkish.posts[0].saves == 1);

  const Reading portuguese = reading_of(
      R"({"organic_insights_posts":[{"string_map_data":{"Data de cria\u00e7\u00e3o":{"value":"","timestamp":1761012345},
      "Contas alcan\u00e7adas":{"value":"3.204"},"Curtidas":{"value":"120"},"Coment\u00e1rios":{"value":"4"},
      "Compartilhamentos":{"value":"2"},"Salvamentos":{"value":"1"},"Visitas ao perfil":{"value":"9"}}}]})");
  REQUIRE(portuguese.posts.size() == 1);
  CHECK(portuguese.posts[0].reach == 3204);
  CHECK(portuguese.posts[0].likes == 120);
  CHECK(portuguese.posts[0].saves == 1);
  CHECK(portuguese.posts[0].published_at == "2025-10-21T02:05:45Z");
}

TEST_CASE("the newest shape: labels and values in a list") {
  const Reading reading = reading_of(
      R"([{"media":[],"label_values":[{"label":"Creation Timestamp","timestamp_value":1761012345},
      {"label":"Likes","value":"12"},{"label":"Comments","value":"3"}]}])",
      "posts.json");
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 12);
  CHECK(reading.posts[0].published_at == "2025-10-21T02:05:45Z");
}

TEST_CASE("a list of followers says at least how many there are, and never who they are") {
  const std::string_view shapes[] = {
      fixtures::instagram_followers,
      R"({"relationships_followers":[{"string_list_data":[{"value":"first.person"}]},{"string_list_data":[{"value":"b"}]},
         {"string_list_data":[{"value":"c"}]}]})",
      R"({"followers":{"first.person":"2019-03-01T10:00:00","b":"2019-03-01T10:00:00","c":"2019-03-01T10:00:00"}})",
  };
  for (const std::string_view shape : shapes) {
    const Reading reading = reading_of(shape, "followers_1.json");
    CHECK(reading.followers_at_least == 3);
    CHECK_FALSE(reading.account.followers);
    CHECK(reading.account.handle.empty());
    CHECK(reading.needs == std::vector<std::string>{"followers"});
    CHECK(warns(reading, "names 3 accounts"));
    for (const std::string& warning : reading.warnings) CHECK(warning.find("person") == std::string::npos);
  }
  CHECK(reading_of(R"([{"label_values":[{"label":"Username","value":"first.person"}]}])", "followers_2.json")
            .followers_at_least == 1);
}

TEST_CASE("lists of other accounts are no followers") {
  for (const Error& error :
       {error_of(fixtures::instagram_following), error_of(fixtures::instagram_followers, "following.json"),
        error_of(fixtures::instagram_followers, "close_friends (1).json")}) {
    CHECK(error.code == "download-without-figures");
    CHECK(error.message.find("followers_1.json") != std::string::npos);
    CHECK(error.message.find("person") == std::string::npos);
  }
}

TEST_CASE("the list of media has no figures, and the error says which files have them") {
  for (const std::string_view media :
       {fixtures::instagram_media, std::string_view(R"({"ig_stories":[{"uri":"a.jpg","creation_timestamp":1}]})")}) {
    const Error error = error_of(media, "posts_1.json");
    CHECK(error.code == "download-without-figures");
    CHECK(error.message.find("past_instagram_insights") != std::string::npos);
  }
}

TEST_CASE("insights without a figure of use say what to choose") {
  const Error error = error_of(R"({"organic_insights_live":[{"string_map_data":{"Peak viewers":{"value":"--"}}}]})");
  CHECK(error.code == "download-without-figures");
}

TEST_CASE("a language that is not known is said, and a post's time needs no label") {
  const Error error = error_of(
      R"({"organic_insights_posts":[{"string_map_data":{"\u0e27\u0e31\u0e19":{"value":"","timestamp":1761012345},
      "\u0e16\u0e39\u0e01\u0e43\u0e08":{"value":"12"}}}]})");
  CHECK(error.code == "download-without-figures");
  CHECK(error.message.find("\"\u0e16\u0e39\u0e01\u0e43\u0e08\"") != std::string::npos);
  CHECK(error.message.find("set Instagram to English") != std::string::npos);

  const Reading reading = reading_of(
      R"({"organic_insights_posts":[{"string_map_data":{"\u0e27\u0e31\u0e19":{"value":"","timestamp":1761012345},
      "Likes":{"value":"12"}}},{"string_map_data":{"Likes":{"value":"13"}}}]})");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].published_at == "2025-10-21T02:05:45Z");
  CHECK(reading.posts[1].published_at.empty());
}

TEST_CASE("the page of posts says what the JSON says") {
  const Reading reading = reading_of(fixtures::instagram_posts_page);
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].published_at == "2025-09-09T00:40:00");
  CHECK(reading.posts[0].caption == "caf\u00e9 & \"you\"\nsecond line");
  CHECK(reading.posts[0].reach == 3537);
  CHECK(reading.posts[0].likes == 120);
  CHECK(reading.posts[1].likes == 98);
  CHECK(reading.posts[1].published_at == "2025-09-10T13:05:00");
  CHECK_FALSE(reading.posts[1].saves);
  CHECK_FALSE(reading.posts[1].reach);
}

TEST_CASE("the page of the audience") {
  const Reading reading = reading_of(fixtures::instagram_audience_page);
  REQUIRE(reading.account.followers);
  CHECK(reading.account.followers->value == 3537);
  CHECK(figure(reading, "net_followers") == 750);
  CHECK(warns(reading, "\"Oct 2 - Dec 30\""));
}

TEST_CASE("posts in one table are told apart by a label that comes again") {
  const Reading reading = reading_of(
      "<html><div role='main'><table><tr><td>Creation Timestamp<td>Sep 09, 2025 12:40 am<tr><td>Likes<td>5"
      "<tr><td>Creation Timestamp<td>Sep 10, 2025 12:40 am<tr><td>Likes<td>6</table></div>");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[1].likes == 6);
}

TEST_CASE("the page of followers is counted by its title or its name, others are not") {
  CHECK(reading_of(fixtures::instagram_followers_page).followers_at_least == 2);
  std::string page(fixtures::instagram_followers_page);
  page.replace(page.find("<title>Followers"), 16, "<title>Takip\u00e7iler");
  CHECK(reading_of(page, "followers_1.html").followers_at_least == 2);
  CHECK(error_of(page, "following.html").code == "download-without-figures");
  CHECK(error_of(page).code == "download-without-figures");
}

TEST_CASE("a page that is no page of a download stays refused") {
  CHECK(error_of("<html><table><tr><td>Likes<td>5<tr><td>Comments<td>6</table>").code == "html-input");
}
