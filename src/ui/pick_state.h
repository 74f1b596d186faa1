// What a person has put into "Pick creators", as typed. The creators themselves are State::roster, what they cost and
// bring is the first scenario of State::campaign.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/account.h"
#include "core/pick.h"

namespace mf::ui {

// What the answer follows from.
struct PickQuestion {
  std::string budget;
  core::Objective objective = core::Objective::engagements;
  std::string include;  // handles, with commas between
  std::string exclude;
  std::string total;                                       // how many in all: "5", "2 to 5", "at least 3"
  std::vector<std::pair<std::string, std::string>> tiers;  // "micro", how many
  std::vector<std::pair<core::Platform, std::string>> platforms;
  std::string market_size;
  bool operator==(const PickQuestion&) const = default;
};

struct PickState {
  PickQuestion question;
  enum class List { all, picked, flagged, not_picked };
  List list = List::all;  // which creators are listed, and how many pages of them
  int pages = 1;
  int picked_pages = 1;  // of those picked
  bool is_read = false;  // the address has been taken
};

// The tool's part of an address, and back: "budget=5000&tier.micro=2-5&platform.tiktok=1". It is read once.
void read_pick(PickState& pick, std::string_view address);
std::string address_of(const PickState& pick);

// "@lena.cooks, Tom" -> {"lena.cooks", "Tom"}: between commas, semicolons and line ends, or from one @ to the next.
std::vector<std::string_view> handles_in(std::string_view typed);
// Whether two handles are one: the @ and the case do not count.
bool same_handle(std::string_view one, std::string_view other);
bool has_handle(std::string_view typed, std::string_view handle);
void add_handle(std::string& typed, std::string_view handle);
void remove_handle(std::string& typed, std::string_view handle);

}  // namespace mf::ui
