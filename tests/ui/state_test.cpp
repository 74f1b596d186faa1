#include "ui/state.h"

#include <doctest/doctest.h>

#include <string>

#include "reader.h"
#include "ui/answers.h"

namespace mf::ui {
namespace {

TEST_SUITE("State and address") {
  TEST_CASE("An address presets platform, followers, what is counted and what is locked") {
    const State state =
        state_from_query("tool=micro&platform=tiktok&followers=12%2C300&count=all&lock=platform&theme=dark");
    CHECK(state.platform == core::Platform::tiktok);
    CHECK(state.followers == "12,300");
    CHECK(state.counted == Counted::all_given);
    CHECK(state.is_locked("platform"));
    CHECK_FALSE(state.is_locked("followers"));
  }
  TEST_CASE("What an address cannot mean is passed over") {
    for (const char* odd :
         {"", "&&&", "=", "followers", "platform=nonsense", "count=7", "%", "followers=%G1%2", "lock=,,"}) {
      CAPTURE(odd);
      const State state = state_from_query(odd);
      CHECK(state.platform == core::Platform::instagram);
      CHECK(state.counted == Counted::likes_and_comments);
    }
    CHECK(state_from_query("followers=%G1%2").followers == "%G1%2");
  }
  TEST_CASE("An empty state has an empty address, and what was pasted is never in one") {
    State state;
    CHECK(query_of(state).empty());
    state.stats.pasted = "1,234 posts 12.3K followers 567 following";
    read_paste(state, state.stats, false);
    read_all(state);
    CHECK(query_of(state) == "platform=instagram&followers=12.3K");
  }
  TEST_CASE("Another address under a running tool is another state, and its answers follow") {
    State state = state_from_query("followers=12300");
    Answers answers;
    update(answers, state);
    begin_anew(state, "followers=5000000");
    update(answers, state);
    REQUIRE(answers.analysis);
    CHECK(answers.analysis->followers->value == 5000000);
  }
  TEST_CASE("An address written is read back the same") {
    State state;
    state.followers = "12\u00a0300 & more=%";
    state.platform = core::Platform::x;
    state.counted = Counted::likes;
    const State again = state_from_query(query_of(state));
    CHECK(again.followers == state.followers);
    CHECK(again.platform == state.platform);
    CHECK(again.counted == state.counted);
  }
}

TEST_SUITE("What is given to read") {
  constexpr char profile[] = "1,234 posts 12.3K followers 567 following";
  constexpr char other_profile[] = "98 posts 5,000 followers 12 following";

  Ticket paste(State & state, std::string text, bool is_being_typed = false) {
    state.stats.pasted = std::move(text);
    read_paste(state, state.stats, is_being_typed);
    const Waiting* waiting = next_to_read(state);
    return waiting ? waiting->ticket : 0;
  }

  TEST_CASE("It is asked for once, and what is there stays until the answer comes") {
    State state;
    read_and_answer(state, paste(state, profile), profile);
    const Ticket ticket = paste(state, other_profile);
    CHECK_FALSE(next_to_read(state));
    CHECK(is_awaited(state, ticket));
    CHECK(state.followers == "12.3K");
    CHECK(state.stats.paste.reading);
    read_and_answer(state, ticket, other_profile);
    CHECK_FALSE(is_awaited(state, ticket));
    CHECK(state.followers == "5,000");
  }
  TEST_CASE("The last one given wins, in whatever order the answers come") {
    State state;
    const Ticket first = paste(state, profile);
    const Ticket second = paste(state, other_profile);
    CHECK_FALSE(is_awaited(state, first));
    SUBCASE("in order") {
      read_and_answer(state, first, profile);
      CHECK(state.followers.empty());
      read_and_answer(state, second, other_profile);
    }
    SUBCASE("the other way round") {
      read_and_answer(state, second, other_profile);
      read_and_answer(state, first, profile);
    }
    CHECK(state.followers == "5,000");
  }
  TEST_CASE("A paste given after a file gives the followers, also if the file takes longer") {
    State state;
    const Ticket file = read_file(state, "profile.txt");
    const Ticket pasted = paste(state, other_profile);
    SUBCASE("the file first") {
      read_and_answer(state, file, profile);
      read_and_answer(state, pasted, other_profile);
    }
    SUBCASE("the paste first") {
      read_and_answer(state, pasted, other_profile);
      read_and_answer(state, file, profile);
    }
    CHECK(state.followers == "5,000");
    CHECK(state.stats.file.reading->account.followers->value == 12300);
  }
  TEST_CASE("Followers and platform that a person gave in the meantime stay") {
    State state;
    const Ticket ticket = paste(state, profile);
    state.followers = "9";
    state.followers_revision = ++state.revision;
    ingest::Reading reading;
    reading.account.followers = core::Count::exact(12300);
    reading.account.platform = core::Platform::tiktok;
    answer(state, ticket, reading);
    CHECK(state.followers == "9");
    CHECK(state.platform == core::Platform::tiktok);
  }
  TEST_CASE("Leaving the paste box gives nothing anew, but what was being typed is then meant") {
    State state;
    const Ticket ticket = paste(state, "hello", true);
    CHECK(paste(state, "hello") == 0);
    CHECK(is_awaited(state, ticket));
    read_and_answer(state, ticket, "hello");
    CHECK(state.stats.paste.error);
  }
  TEST_CASE("An answer to what was cleared, emptied or replaced by another address changes nothing") {
    State state;
    const Ticket ticket = paste(state, profile);
    SUBCASE("cleared") { clear(state); }
    SUBCASE("emptied") { paste(state, ""); }
    SUBCASE("replaced") { begin_anew(state, "platform=tiktok"); }
    read_and_answer(state, ticket, profile);
    CHECK_FALSE(state.stats.paste.given());
    CHECK(state.followers.empty());
  }
  TEST_CASE("What takes long empties its place and is named until the answer comes") {
    State state;
    read_and_answer(state, read_file(state, "first.txt"), profile);
    const Ticket ticket = read_file(state, "second.txt");
    CHECK(state.stats.file.name == "first.txt");
    takes_long(state, ticket);
    CHECK(state.stats.file.name == "second.txt");
    CHECK(state.stats.file.takes_long);
    CHECK_FALSE(state.stats.file.reading);
    read_and_answer(state, ticket, other_profile);
    CHECK(state.stats.file.name == "second.txt");
    CHECK_FALSE(state.stats.file.takes_long);
    CHECK(state.stats.file.reading);
  }
  TEST_CASE("What could not be read at all says so, also while it is being typed") {
    State state;
    not_read(state, paste(state, "12.3K", true), "The reader did not load.");
    CHECK(state.stats.pasted == "12.3K");
    REQUIRE(state.stats.paste.error);
    CHECK(state.stats.paste.error->message == "The reader did not load.");
  }
}

}  // namespace
}  // namespace mf::ui
