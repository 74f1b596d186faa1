// JSON that is a table in other letters: a list of flat objects, such as [{"username": "a", "followers": 5}, ...].
#pragma once

#include <optional>
#include <string>

#include "core/error.h"
#include "ingest/json_value.h"

namespace mf::ingest {

// The list as delimited text with a header row, for the readers of tables; columns of unknown names are left out.
// The list may be the whole value or stand under one of its keys; an object alone is a list of one.
// A number of followers beside the list stands in each of its rows.
// Nothing if no object of the list has a field with a known name and a plain value.
std::optional<std::string> table_of_json(const JsonValue& root);

// The error json-input: which keys were found, without their values, and what to choose instead.
Error json_of_no_use(const JsonValue& root);

}  // namespace mf::ingest
