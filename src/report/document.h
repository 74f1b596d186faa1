// From the core's results to JSON, in the shapes of web/microfluence.d.ts. Each writes one value.
#pragma once

#include <span>

#include "core/analysis.h"
#include "core/error.h"
#include "core/tiers.h"
#include "ingest/read.h"
#include "ingest/reading.h"
#include "report/json_writer.h"

namespace mf::report {

void write_error(JsonWriter& json, const Error& error);
void write_reading(JsonWriter& json, const ingest::Reading& reading);
void write_table(JsonWriter& json, const ingest::Table& table);
void write_analysis(JsonWriter& json, const core::Analysis& analysis);
void write_schemes(JsonWriter& json, std::span<const core::Scheme> schemes);

}  // namespace mf::report
