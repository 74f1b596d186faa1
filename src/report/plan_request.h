// From JSON to a campaign plan. Unknown keys are ignored, null means absent.
#pragma once

#include <optional>
#include <string_view>

#include "core/campaign.h"
#include "core/error.h"
#include "report/fields.h"

namespace mf::report {

struct SimulateRequest {
  core::Plan plan;
  std::optional<double> cpm;  // the person's own, for earned media value
  bool csv = false;           // the answer as a table too
};

// {platform, currency, locale, creators, engagementBy, paysNoShows, certainty, seed, draws, figures, cpm, csv} and
// every key of core::input_infos(). An input is a number (rates as fractions), [P5, P95], or text as ingest/ranges.h
// reads it (rates in percent). `creators` is a count, or a list of {handle, currency} and those inputs that a
// PlannedCreator has. Errors: bad-json, too-large, wrong-type, not-a-number, ambiguous, out-of-range, upside-down,
// other-currency, unknown-platform, unknown-figure. What the values mean is core::check_plan's to judge.
Result<SimulateRequest> simulate_request(std::string_view json);

// The parts that picking creators has in common with it: currency and locale ...
Typing read_typing(Fields& fields);
// ... and every input of the campaign.
void read_inputs(Fields& fields, const Typing& typing, core::Inputs& out);

}  // namespace mf::report
