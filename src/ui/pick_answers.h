// What follows from a list of creators and a budget, worked out a slice a frame.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/pick.h"
#include "ui/campaign_answers.h"
#include "ui/state.h"

namespace mf::ui {

// What there is of a kind in the list: a tier or a platform, and how many.
struct TierCount {
  std::string_view tier;
  double followers = 0;  // the least of them, to set them in order
  std::size_t count = 0;
};

// What the run was asked, besides the creators. Cheap to compare, so that it can be each frame.
struct PickAsked {
  PickQuestion question;
  Scenario scenario;  // the first of the campaign's
  std::string campaign_currency;
  std::vector<core::Replacement> figures;
  bool operator==(const PickAsked&) const = default;
};

// A run, and what of the request the cards show beside its answer.
struct Picking {
  core::PickRun run;
  PickAsked asked;
  bool answers_question = false;  // else it vets the list and no more: the question is not complete
  int slices = 0;
  bool is_ranked = false;
  std::vector<std::uint32_t> ranking;  // rows, most value for the money first, then those that cannot be picked
  std::vector<bool> picked;            // by row; once there is a best set
  std::vector<std::string_view> usual_records,
      fee_records;  // of the rates and fees that stood in or were compared with
  std::vector<TierCount> tiers;

  const core::PickAnswer& answer() const { return run.answer(); }
  bool has_best() const { return answers_question && run.has_best(); }
  bool done() const { return answers_question ? run.done() : run.has_roster(); }
};

// What was looked at of the list, kept for every question about it.
struct Looked {
  std::optional<core::Uncertain> fee, engagement_rate;  // that stood in, from the campaign
  std::vector<core::Replacement> figures;
  std::optional<core::Vetting> vetting;  // until it is done
  core::Roster roster;                   // from then on
  int slices = 0;
};

struct PickAnswers {
  Ticket ticket = 0;     // of the list
  std::string currency;  // of the list: the one that most rows give, US dollars if none does
  std::vector<std::pair<core::Platform, std::size_t>> platforms;  // in it, the most frequent first

  std::optional<PickAsked> asked;
  core::PickRequest request;  // what was asked, without the creators
  std::optional<Looked> looked;
  bool to_begin = false;  // asked, and no run has begun with it
  // What is wrong with what was typed; it is left out.
  std::optional<Error> budget_error, include_error, exclude_error, total_error, market_size_error;
  std::vector<std::pair<std::string, Error>> bound_errors;  // by "tier.micro", "platform.tiktok"
  std::optional<Error> error;  // why the question cannot be answered: "orderValue" is missing
  bool has_budget = false;
  std::vector<core::Input> economics;  // of the campaign's inputs those that were typed there and count here
  core::Inputs inputs;                 // their values, and the market size
  std::array<std::optional<Error>, core::input_count> input_errors;  // of what stands in the campaign's fields
  bool other_currency = false;  // the campaign's money is in another one, and does not count

  // A new run takes the shown one's place when it is done, or when it takes long: a quick one changes the page once.
  std::optional<Picking> shown, next;

  std::uint64_t revision = 0;  // counts changes to all of this

  // How far what takes long has come, 0 to 1; nothing if nothing does.
  std::optional<double> progress() const;
  const Error* bound_error(std::string_view key) const;
};

// The creators that there are to pick from: the file's, else the pasted ones.
std::span<const core::Creator> creators_of(const State& state);

// Whether an input of a campaign changes what creators cost or bring for an objective.
bool counts_for(core::Objective objective, core::Input input);

// Takes what was asked, and works on for one slice. True if there is more to do.
bool update(PickAnswers& answers, const State& state);

}  // namespace mf::ui
