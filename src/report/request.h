// From JSON to the core's requests. Unknown keys are ignored, null means absent, a wrong type is an Error with its
// field.
#pragma once

#include <optional>
#include <string_view>

#include "core/account.h"
#include "core/analysis.h"
#include "core/error.h"
#include "ingest/reading.h"

namespace mf::report {

// {platform, followers, followersRange, locale, posts: [{...}]}. Followers may be a number or text such as "12.3K".
// Errors: bad-json, too-large, wrong-type, not-a-number, out-of-range, unknown-platform, and those of
// ingest::read_count.
Result<core::AnalyzeRequest> analyze_request(std::string_view json);

struct ReadRequest {
  ingest::Hints hints;
  std::optional<core::Count> followers;  // to be used where the input has none
  bool rows = true;                      // give back the posts, creators and days, and not only how many there are
};

// {fileName, platform, followers, locale, columns, rows}; empty text means no hints. Errors as above.
Result<ReadRequest> read_request(std::string_view json);

}  // namespace mf::report
