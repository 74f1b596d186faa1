// An analysis as JSON, in the shape of web/microfluence.d.ts.
#pragma once

#include "core/analysis.h"
#include "report/json_writer.h"

namespace mf::report {

void write_analysis(JsonWriter& json, const core::Analysis& analysis);

}  // namespace mf::report
