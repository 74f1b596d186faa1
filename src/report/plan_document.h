// A simulation as JSON, in the shape of web/microfluence.d.ts.
#pragma once

#include <span>
#include <string_view>

#include "core/campaign.h"
#include "core/emv.h"
#include "core/simulate.h"
#include "report/json_writer.h"

namespace mf::report {

// `csv` is the answer as a table; empty: not asked for.
void write_simulation(JsonWriter& json, const core::Simulation& simulation, const core::EmvEstimate& emv,
                      std::string_view csv);

// Parts of it. Each writes a key with its value.
void write_defaults(JsonWriter& json, std::span<const core::Default> defaults);
// A number or [P5, P95], as a request takes it.
void write_uncertain(JsonWriter& json, const core::Uncertain& value);

}  // namespace mf::report
