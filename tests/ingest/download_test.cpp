#include "ingest/download.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "download_fixtures.h"
#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

using Files = std::vector<DownloadFile>;

DownloadFile file(std::string name, std::string_view bytes) { return {std::move(name), std::string(bytes)}; }

Reading reading_of(const Files& files) {
  const auto reading = read_download(files, {});
  REQUIRE_MESSAGE(reading, (reading ? std::string() : reading.error().message));
  CHECK(reading->parts.size() == files.size());
  return *reading;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("of an archive only files with figures of the account are opened") {
  for (const char* path : {
           "connections/followers_and_following/followers_1.json",
           "x/y/Followers_12.JSON",
           "followers_1 (2).json",
           "followers_1.html",
           "followers.json",
           "logged_information/past_instagram_insights/audience_insights.json",
           "posts.json",
           "posts.html",
           "reels (1).json",
           "profiles_reached.json",
           "accounts_reached.json",
           "content_interactions.json",
           "user_data.json",
           "user_data_tiktok.json",
           "TikTok\\user_data_tiktok.json",
           "data/tweets.js",
           "data/tweets-part1.js",
           "data/tweet.js",
           "data/follower.js",
           "data/follower-part2.js",
           "data/account.js",
       }) {
    CAPTURE(path);
    CHECK(is_wanted_of_download(path));
  }
  for (const char* path : {
           "",
           "/",
           "followers_1.json/",
           "__MACOSX/followers_1.json",
           "connections/followers_and_following/._followers_1.json",
           "connections/followers_and_following/following.json",
           "connections/contacts/synced_contacts.json",
           "your_instagram_activity/messages/inbox/x/message_1.json",
           "your_instagram_activity/media/posts_1.json",
           "media/posts/202510/1.jpg",
           "personal_information/personal_information/personal_information.json",
           "data/direct-messages.js",
           "data/deleted-tweets.js",
           "data/following.js",
           "data/tweets_media/tweets.js.mp4",
           "data/contact.js",
           "user_data.txt",
           "followers_1.zip",
           "followers",
       }) {
    CAPTURE(path);
    CHECK_FALSE(is_wanted_of_download(path));
  }
}

TEST_CASE("the files of an Instagram download say one thing together") {
  const Reading reading = reading_of({
      file("a/followers_1.json", fixtures::instagram_followers),
      file("a/audience_insights.json", fixtures::instagram_audience),
      file("a/posts.json", fixtures::instagram_posts),
      file("a/reels.json", fixtures::instagram_reels),
      file("a/profiles_reached.json", fixtures::instagram_reach),
      file("a/following.json", fixtures::instagram_following),
  });
  CHECK(reading.format == "instagram-download");
  CHECK(reading.account.followers->value == 1376);
  CHECK_FALSE(reading.followers_at_least);
  CHECK(reading.posts.size() == 3);
  CHECK(reading.period.size() == 7);
  CHECK(reading.needs.empty());
  CHECK(reading.parts[0] == Part{"a/followers_1.json", "followers", ""});
  CHECK(reading.parts[1].what == "insights");
  CHECK(reading.parts[2].what == "posts");
  CHECK(reading.parts[5].what.empty());
  CHECK(reading.parts[5].note.find("list of other accounts") != std::string::npos);
}

TEST_CASE("pieces of a list of followers add up, a second copy of a piece does not") {
  const std::string_view two = R"([{"string_list_data":[{"value":"d"}]},{"string_list_data":[{"value":"e"}]}])";
  CHECK(reading_of({file("followers_1.json", fixtures::instagram_followers), file("followers_2.json", two)})
            .followers_at_least == 5);
  // The same bytes, under any name.
  const Reading same = reading_of({file("followers_1.json", fixtures::instagram_followers),
                                   file("followers_7.json", fixtures::instagram_followers)});
  CHECK(same.followers_at_least == 3);
  CHECK(same.parts[1].note == "The same as \"followers_1.json\", counted once.");
  // The same list from two downloads.
  CHECK(reading_of({file("followers_1.json", fixtures::instagram_followers), file("followers_1 (1).json", two)})
            .followers_at_least == 3);
  CHECK(reading_of({file("a/followers_1.json", two), file("b/followers_1.json", fixtures::instagram_followers)})
            .followers_at_least == 3);
}

TEST_CASE("a list that is longer than the number of followers is said") {
  const std::string audience = R"({"organic_insights_audience":[{"string_map_data":{"Followers":{"value":"2"}}}]})";
  const Reading reading =
      reading_of({file("followers_1.json", fixtures::instagram_followers), file("audience_insights.json", audience)});
  CHECK(reading.account.followers->value == 2);
  CHECK_FALSE(reading.followers_at_least);
  CHECK(warns(reading, "longer (3) than the number of followers says (2)"));
}

TEST_CASE("a post that stands in two files is one post, with the counts of the later file") {
  std::string later(fixtures::instagram_posts);
  later.replace(later.find("24,118"), 6, "24,500");
  const Reading reading = reading_of({file("posts.json", fixtures::instagram_posts), file("posts (1).json", later)});
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[0].likes == 24500);
  CHECK(warns(reading, "2 posts stand in two files and were counted once"));
}

TEST_CASE("posts of one file are never taken for each other") {
  const Reading reading = reading_of({file("tweets.js", R"(window.YTD.tweets.part0 = [
    {"tweet":{"favorite_count":"1","created_at":"Sun Dec 31 14:36:59 +0000 2023","full_text":"x"}},
    {"tweet":{"favorite_count":"2","created_at":"Sun Dec 31 14:36:59 +0000 2023","full_text":"x"}}])")});
  CHECK(reading.posts.size() == 2);
}

TEST_CASE("an X archive: posts, followers and the handle come together") {
  const Reading reading =
      reading_of({file("data/account.js", fixtures::x_account), file("data/follower.js", fixtures::x_followers),
                  file("data/tweets.js", fixtures::x_tweets)});
  CHECK(reading.account.handle == "our_own");
  CHECK(reading.followers_at_least == 2);
  CHECK(reading.posts.size() == 1);
  CHECK(reading.parts[0] == Part{"data/account.js", "account", ""});
}

TEST_CASE("JSON and a page of the same insights count once, whichever comes first") {
  const std::string json =
      R"({"organic_insights_posts":[{"media_map_data":{"Media Thumbnail":{"title":"a"}},"string_map_data":{"Creation )"
      R"(Timestamp":{"value":"","timestamp":1757371234},"Likes":{"value":"10"}}}]})";
  const std::string page =
      "<html><main role=\"main\"><table><tr><td>Creation Timestamp</td><td>Sep 08, 2025 10:40 pm</td></tr>"
      "<tr><td>Likes</td><td>10</td></tr></table></main></html>";
  const Reading reading = reading_of({file("html/posts.html", page), file("json/posts.json", json)});
  CHECK(reading.posts.size() == 1);
  CHECK(reading.parts[0].what.empty());
  CHECK(reading.parts[0].note == "Says the same as \"json/posts.json\", which was read.");
  CHECK(reading.parts[1].what == "posts");
  CHECK(reading_of({file("posts.html", page)}).posts.size() == 1);
  // A broken file stands for nothing.
  CHECK(reading_of({file("posts.html", page), file("posts.json", "[{")}).posts.size() == 1);
}

TEST_CASE("files of another platform and broken files are set aside, and the rest is read") {
  const Reading reading = reading_of({
      file("tweets.js", fixtures::x_tweets),
      file("user_data.json", fixtures::tiktok_old),
      file("follower.js", "window.YTD.follower.part0 = [ {"),
      file("readme.json", "{\"a\":1}"),
  });
  CHECK(reading.format == "x-archive");
  CHECK(reading.posts.size() == 1);
  CHECK(reading.parts[1].note.find("a file of TikTok") != std::string::npos);
  CHECK(reading.parts[2].note.find("ends in the middle") != std::string::npos);
  CHECK(reading.parts[3].note.find("no file that Instagram, TikTok or X hands out") != std::string::npos);
}

TEST_CASE("where nothing is of use, the error is the one that helps most") {
  const auto code = [](const Files& files) {
    const auto reading = read_download(files, {});
    REQUIRE_FALSE(reading);
    CHECK(reading.error().message.size() > 20);
    CHECK(reading.error().message.size() < 320);
    return reading.error().code;
  };
  CHECK(code({}) == "download-not-understood");
  CHECK(code({file("a", ""), file("b", " ")}) == "download-not-understood");
  CHECK(code({file("a", "{\"a\":1}")}) == "download-not-understood");
  CHECK(code({file("a", "{\"a\":1}"), file("b", "{")}) == "json-broken");
  CHECK(code({file("a", "{"), file("b", fixtures::instagram_following)}) == "download-without-figures");
  CHECK(code({file("a", std::string(1000, '['))}) == "json-too-deep");
}

TEST_CASE("a byte order mark and UTF-16 hide nothing") {
  CHECK(reading_of({file("a", "\xEF\xBB\xBF" + std::string(fixtures::instagram_followers))}).followers_at_least == 3);
  std::string utf16 = "\xFF\xFE";
  for (const char c : fixtures::instagram_followers) {
    utf16 += c;
    utf16 += '\0';
  }
  CHECK(reading_of({file("a", utf16)}).followers_at_least == 3);
}

TEST_CASE("every beginning of a file ends in a reading or in an error with a sentence") {
  for (const std::string_view whole : fixtures::all) {
    for (std::size_t size = 0; size <= whole.size(); ++size) {
      const auto reading = read(whole.substr(0, size));
      if (!reading &&
          (reading.error().code.empty() || reading.error().message.empty() || reading.error().message.size() > 600)) {
        FAIL("at ", size, " of ", whole.substr(0, 60));
      }
      if (reading && reading->format.empty()) FAIL("at ", size, " of ", whole.substr(0, 60));
      // Beginnings of JSON are broken, or were read as something smaller only where nothing is missing.
      const bool is_page = whole.starts_with('<');
      if (reading && !is_page) CHECK(size + 3 > whole.size());
    }
  }
}
