// From JSON, and a list of creators as people have it, to a choice among them. Unknown keys are ignored, null means
// absent.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/error.h"
#include "core/pick.h"
#include "ingest/reading.h"

namespace mf::report {

// How many creators an answer lists one by one, if the request does not say.
inline constexpr std::size_t default_listed = 1'000;

struct ChoiceRequest {
  core::PickRequest pick;
  std::optional<ingest::Reading> reading;  // of a file; its creators are in `pick`
  std::size_t listed = default_listed;
  bool csv = false;
};

// {creators, budget, currency, objective, include, exclude, minPerTier, maxPerTier, minPerPlatform, maxPerPlatform,
// minCreators, maxCreators, paysNoShows, figures, seed, stabilityDraws, planB, nextDollar, listed, csv, platform,
// locale, fileName, columns} and every key of core::input_infos(), typed as for a plan. `creators` is a list of rows as
// `read` gives them; with `roster: true` the bytes are read for it instead. Errors: bad-json, too-large, wrong-type,
// missing, not-a-number, ambiguous, out-of-range, upside-down, other-currency, unknown-platform, unknown-figure,
// unknown-objective, not-a-roster, and those of ingest::read. What the values mean is core::check_pick's to judge;
// `pick_error` names its fields by the keys above.
Result<ChoiceRequest> pick_request(std::string_view json, std::string_view bytes);
Error pick_error(Error error);

}  // namespace mf::report
