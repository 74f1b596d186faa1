#include "ui/state.h"

#include <doctest/doctest.h>

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
    state.pasted = "1,234 posts 12.3K followers 567 following";
    read_paste(state);
    CHECK(query_of(state) == "platform=instagram&followers=12.3K");
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

}  // namespace
}  // namespace mf::ui
