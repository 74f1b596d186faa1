#include "ingest/reading_bytes.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;
using namespace std::string_literals;

namespace {

// Every field of every struct holds something of its own.
Reading full_reading() {
  Reading reading;
  reading.format = "posts-csv";
  reading.kind = Kind::results;
  reading.account.platform = core::Platform::twitch;
  reading.account.handle = "anna";
  reading.account.followers = core::Count{12300, 12250, 12350};
  reading.account.following = core::Count::exact(567);
  reading.account.post_count = core::Count::exact(0);
  core::Post post;
  post.id = "1";
  post.published_at = "2026-03-02T18:10:00";
  post.format = "reel";
  post.caption = "Caf\u00e9 \U0001F600, \"quoted\"\r\nand\0nothing"s;
  post.caption_traits = core::CaptionTraits{
      .disclosure = core::Disclosure::gift,
      .asks_question = true,
      .speaks_to_reader = false,
      .word_count = 4,
      .subject_hashtags = "K\u00f6ln fog",
      .subject_words = "quoted",
      .other_hashtags = "fyp",
      .other_words = "and",
  };
  post.likes = 1120;
  post.comments = 0;
  post.shares = 0.1;
  post.saves = 9007199254740992.0;
  post.views = 5e-324;
  post.reach = 1e308;
  post.impressions = 18400;
  core::Post other_post;
  other_post.caption_traits.emplace().disclosure = core::Disclosure::paid;
  other_post.caption_traits->speaks_to_reader = true;
  reading.posts = {post, core::Post{}, other_post};
  core::Creator creator;
  creator.handle = "b\u00f6rge";
  creator.platform = core::Platform::x;
  creator.followers = 1;
  creator.engagement_rate = 0.031;
  creator.likes = 2;
  creator.comments = 3;
  creator.views = 4;
  creator.fee = 250.5;
  creator.currency = "EUR";
  creator.niche = "food";
  creator.country = "DK";
  reading.creators = {core::Creator{}, creator};
  reading.history = {{"2026-01-01", 100}, {"2026-01-02", 101.5}};
  reading.followers_at_least = 100;
  reading.period = {{"spend", 120.5, "EUR", "2026-01-01", "2026-01-31"}};
  reading.parts = {{"posts.json", "posts", ""}, {"messages.json", "", "not needed"}};
  reading.mapping = {{"Likes", "likes"}, {"Mood", ""}};
  reading.skipped = {{std::numeric_limits<std::size_t>::max(), "totals row"}};
  reading.needs = {"followers", ""};
  reading.warnings = {"A sentence.", "Another."};
  return reading;
}

void check_equal(const Reading& a, const Reading& b) {
  CHECK(a.format == b.format);
  CHECK(a.kind == b.kind);
  CHECK(a.account == b.account);
  CHECK(a.posts == b.posts);
  CHECK(a.creators == b.creators);
  CHECK(a.history == b.history);
  CHECK(a.followers_at_least == b.followers_at_least);
  CHECK(a.period == b.period);
  CHECK(a.parts == b.parts);
  CHECK(a.mapping == b.mapping);
  CHECK(a.skipped == b.skipped);
  CHECK(a.needs == b.needs);
  CHECK(a.warnings == b.warnings);
}

void check_refused(std::string_view bytes) {
  const Result<Reading> result = from_bytes(bytes);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == "not-a-reading");
  CHECK(result.error().message.size() > 20);
}

}  // namespace

TEST_SUITE("A reading as bytes") {
  TEST_CASE("every field arrives as it was given: absent ones, texts of any script, a NUL, numbers to the last bit") {
    const Reading given = full_reading();
    const Result<Reading> arrived = from_bytes(to_bytes(given));
    REQUIRE(arrived);
    check_equal(*arrived, given);
  }

  TEST_CASE("an empty reading arrives empty") {
    const Result<Reading> arrived = from_bytes(to_bytes(Reading{}));
    REQUIRE(arrived);
    check_equal(*arrived, Reading{});
  }

  TEST_CASE("an error arrives as an error, with its place where it has one") {
    for (const std::optional<std::size_t> row : {std::optional<std::size_t>(), std::optional<std::size_t>(17)}) {
      const Result<Reading> arrived = from_bytes(to_bytes(Error{"negative", "\"-5\" is negative.", "followers", row}));
      REQUIRE_FALSE(arrived);
      CHECK(arrived.error().code == "negative");
      CHECK(arrived.error().message == "\"-5\" is negative.");
      CHECK(arrived.error().field == "followers");
      CHECK(arrived.error().row == row);
    }
  }

  TEST_CASE("what the readers make of a profile and of a table arrives") {
    for (const char* text : {"1,234 posts 12.3K followers 567 following",
                             "Post ID,Likes,Comments,Mood\n1,800,40,good\nTotal,1600,80,\n2,800,40,bad\n"}) {
      CAPTURE(text);
      const Result<Reading> given = read(text);
      REQUIRE(given);
      const Result<Reading> arrived = from_bytes(to_bytes(given));
      REQUIRE(arrived);
      check_equal(*arrived, *given);
    }
  }

  TEST_CASE("100,000 posts arrive") {
    Reading given;
    core::Post post = full_reading().posts[0];
    for (int i = 0; i < 100'000; ++i) {
      post.id = std::to_string(i);
      post.likes = i;
      given.posts.push_back(post);
    }
    const Result<Reading> arrived = from_bytes(to_bytes(given));
    REQUIRE(arrived);
    CHECK(arrived->posts == given.posts);
  }

  TEST_CASE("bytes that end early, go on, or are of another version are refused") {
    const std::string whole = to_bytes(full_reading());
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      check_refused(std::string_view(whole).substr(0, size));
    }
    check_refused(whole + '\0');
    std::string other_version = whole;
    other_version[0] = static_cast<char>(other_version[0] + 1);
    check_refused(other_version);
  }

  TEST_CASE("no byte that is changed leads outside: the answer is another reading or an error") {
    const std::string whole = to_bytes(full_reading());
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const char changed : {'\0', '\1', '\x7F', '\xFF'}) {
        std::string bytes = whole;
        bytes[at] = changed;
        const Result<Reading> result = from_bytes(bytes);
        if (result) CHECK(to_bytes(result) == bytes);
      }
    }
  }

  TEST_CASE("a length that the bytes cannot hold asks for no memory") {
    std::string bytes = to_bytes(Reading{});
    // After version, side, format, kind, platform, handle and three absent counts: how many posts there are.
    bytes.replace(4 + 1 + 4 + 1 + 1 + 4 + 3, 4, "\xFF\xFF\xFF\xFF");
    check_refused(bytes);
  }
}
