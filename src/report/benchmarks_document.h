// The published figures and the articles' claims as JSON, in the shapes of web/microfluence.d.ts. Each writes one
// value.
#pragma once

#include <span>

#include "core/benchmarks.h"
#include "core/claims.h"
#include "report/json_writer.h"

namespace mf::report {

void write_records(JsonWriter& json, std::span<const core::Benchmark> records);
void write_claims(JsonWriter& json, std::span<const core::Claim> claims);

}  // namespace mf::report
