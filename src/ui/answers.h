// What follows from a state, kept until the state changes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/analysis.h"
#include "core/error.h"
#include "ui/state.h"

namespace mf::ui {

struct Answers {
  std::optional<Error> followers_error;
  std::optional<core::Analysis> analysis;
  std::vector<core::SharePoint> micro_share;   // for the platform
  int publishers = 0;                          // how many have a vote on the platform
  std::uint64_t revision = ~std::uint64_t{0};  // of the state that they follow from
};

// The posts that the state's answers are about: the file's, else the pasted ones.
std::span<const core::Post> posts_of(const State& state);
// The dated follower counts, likewise.
std::span<const core::FollowerPoint> history_of(const State& state);

void update(Answers& answers, const State& state);

}  // namespace mf::ui
