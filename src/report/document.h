// From the core's results to JSON, in the shapes of web/microfluence.d.ts. Each writes one value.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/account.h"
#include "core/error.h"
#include "core/tiers.h"
#include "ingest/read.h"
#include "ingest/reading.h"
#include "report/json_writer.h"

namespace mf::report {

void write_error(JsonWriter& json, const Error& error);
// Without `rows` its posts, creators and days are counted and left out.
void write_reading(JsonWriter& json, const ingest::Reading& reading, bool rows);
void write_table(JsonWriter& json, const ingest::Table& table);
void write_schemes(JsonWriter& json, std::span<const core::Scheme> schemes);

// Parts of objects: a key with its value, or several.
void write_count(JsonWriter& json, const char* key, const std::optional<core::Count>& count);
void write_range(JsonWriter& json, const char* key, const std::optional<core::Count>& count);
// "min" and "max"; no_upper_bound is not a number in JSON, null says it.
void write_bounds(JsonWriter& json, std::optional<double> min, std::optional<double> max);
void write_texts(JsonWriter& json, const char* key, const std::vector<std::string>& texts);
void write_mapping(JsonWriter& json, const std::vector<ingest::Mapping>& mapping);
// What a scheme is, without its bands.
void write_scheme_source(JsonWriter& json, const core::Scheme& scheme);

}  // namespace mf::report
