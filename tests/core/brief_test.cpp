#include "core/brief.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string_view>

using namespace mf::core;

namespace {

Simulation simulation() {
  Simulation simulation;
  Plan& plan = simulation.plan;
  plan.platform = Platform::instagram;
  plan.creators = 20;
  plan.inputs[Input::posts_per_creator] = Uncertain::exact(2);
  plan.inputs[Input::fee] = Uncertain{103, 297};
  simulation.engagements = Spread{4'123, 8'768, 19'400, 9'500};
  simulation.clicks = Spread{100, 100, 100, 100};
  return simulation;
}

std::string section(const std::vector<BriefSection>& sections, std::string_view title) {
  const auto found =
      std::find_if(sections.begin(), sections.end(), [title](const BriefSection& s) { return s.title == title; });
  return found == sections.end() ? std::string() : found->text;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the brief is filled with the plan's numbers") {
  const std::vector<BriefSection> sections = brief(simulation(), {});
  CHECK(section(sections, "What we ask") ==
        "We would like to show our product on Instagram with 20 creators. We ask for 2 posts from each of you.");
  CHECK(contains(section(sections, "What you get"), "$100 to $300 for a post."));
  CHECK(contains(section(sections, "What we look at"),
                 "we expect about 8,800 engagements (4,100 to 19,000) and about 100 clicks."));
}

TEST_CASE("and with the person's own words") {
  const BriefWords words = {"Kea", "the Kea cup", "KeaOutdoors", "the red cup", {"@anna", "ben", ""}};
  const std::vector<BriefSection> sections = brief(simulation(), words);
  CHECK(contains(section(sections, "What we ask"),
                 "For @anna and @ben. Kea would like to show the Kea cup on Instagram"));
  CHECK(contains(section(sections, "One hashtag, one mark"), "Put #KeaOutdoors under every post"));
  CHECK(contains(section(sections, "One hashtag, one mark"), "Let the red cup be seen"));
}

TEST_CASE("a roster is named and paid one by one; many names are cut short") {
  Simulation simulation_of_two = simulation();
  for (const char* handle : {"anna", "ben"}) {
    PlannedCreator creator;
    creator.handle = handle;
    creator.inputs[Input::fee] = Uncertain::exact(handle[0] == 'a' ? 150 : 80);
    simulation_of_two.plan.roster.push_back(creator);
  }
  const std::vector<BriefSection> sections = brief(simulation_of_two, {});
  CHECK(contains(section(sections, "What we ask"), "with 2 creators"));
  CHECK(section(sections, "What you get") == "The fee of a post:\n@anna: $150\n@ben: $80");

  BriefWords many;
  for (int i = 0; i < 30; ++i) many.creators.push_back("c" + std::to_string(i));
  CHECK(contains(section(brief(simulation(), many), "What we ask"), "@c11 and 18 more."));
}

TEST_CASE("what the plan does not pay is not promised") {
  Simulation plain = simulation();
  plain.plan.inputs[Input::fee] = Uncertain::exact(0);
  CHECK(section(brief(plain, {}), "What you get").empty());
  plain.plan.inputs[Input::product_cost] = Uncertain::exact(40);
  plain.plan.inputs[Input::commission] = Uncertain::exact(0.1);
  CHECK(section(brief(plain, {}), "What you get") ==
        "The product is yours to keep. 10\xC2\xA0% of what your followers buy is yours.");
}

TEST_CASE("a fee that is published and not the plan's own is a question") {
  Simulation published = simulation();
  published.defaults.push_back({Input::fee, Uncertain{103, 297}, {"B0386"}, 'B', {}});
  CHECK(contains(section(brief(published, {}), "What you get"), "$100 to $300 for accounts of this size: tell us"));
}

TEST_CASE("every piece of advice names its article, and disclosure is always asked for") {
  std::set<std::string_view> named;
  for (const BriefSection& s : brief(simulation(), {})) {
    CHECK_FALSE(s.title.empty());
    for (const std::string_view article : s.articles) {
      CHECK(article.size() == 3);
      named.insert(article);
    }
  }
  CHECK(named == std::set<std::string_view>{"000", "001", "003", "004"});
  CHECK(contains(section(brief(simulation(), {}), "Say that it is a partnership"), "paid partnership"));
}

TEST_CASE("without anything known the brief still reads") {
  const std::string text = brief_text(brief({}, {}));
  CHECK(contains(text, "We would like to show our product with you."));
  CHECK_FALSE(contains(text, "  "));
  CHECK_FALSE(contains(text, "expect"));
  CHECK(text.ends_with(".\n"));
}
