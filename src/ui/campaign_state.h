// What a person has put into "Plan a campaign", as typed.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/campaign.h"

namespace mf::ui {

inline constexpr std::size_t max_scenarios = 4;

// One way to run the campaign. An empty text is what is published, or what "not part of the plan" means.
struct Scenario {
  std::string name;  // given by what made it; empty: named by its creators
  core::Platform platform = core::Platform::instagram;
  std::string creators;
  std::array<std::string, core::input_count> typed;
  bool pays_no_shows = true;

  std::string& operator[](core::Input input) { return typed[static_cast<std::size_t>(input)]; }
  const std::string& operator[](core::Input input) const { return typed[static_cast<std::size_t>(input)]; }
  bool operator==(const Scenario&) const = default;
};

// What came of the campaign, once it has run.
struct TypedResults {
  enum Field { spend, posted, impressions, engagements, clicks, orders, revenue, field_count };
  std::array<std::string, field_count> typed;
  std::string hashtag;
};

struct CampaignState {
  std::vector<Scenario> scenarios = std::vector<Scenario>(1);  // one to max_scenarios
  std::size_t shown = 0;                                       // whose inputs and answers are shown
  std::string currency = "USD";
  double certainty = 0.8;
  float tried_fee = -1;  // where the slider stands, 0 to 1; -1: untouched
  TypedResults results;
  std::string brand, product, hashtag, visual_mark;  // for the brief
  std::string said;                                  // what the last button made, in words
  bool is_read = false;                              // the address has been taken

  Scenario& scenario() { return scenarios[shown]; }
  const Scenario& scenario() const { return scenarios[shown]; }
  std::string name_of(std::size_t number) const;  // "1 macro", else "Plan 2"
};

// The campaign's part of an address, and back: the first scenario's inputs by their keys, the others' as "2.fee".
// It is read once: what was typed since stays.
void read_campaign(CampaignState& campaign, std::string_view address);
std::string address_of(const CampaignState& campaign);

}  // namespace mf::ui
