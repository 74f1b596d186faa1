// A choice among creators as JSON, in the shape of web/microfluence.d.ts.
#pragma once

#include <string_view>

#include "core/pick.h"
#include "report/json_writer.h"
#include "report/pick_request.h"

namespace mf::report {

// `request` is the one that was answered, its creators still in it. `csv` is the answer as a table; empty: not asked
// for.
void write_choice(JsonWriter& json, const ChoiceRequest& request, const core::PickAnswer& answer, std::string_view csv);

}  // namespace mf::report
