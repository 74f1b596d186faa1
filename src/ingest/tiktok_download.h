// TikTok's "Download your data" as JSON. Sections are renamed and moved often, so keys are looked for wherever they
// are, in any case and spacing; what a person did to others (likes given, comments, videos watched) is never counted.
#pragma once

#include <optional>

#include "ingest/download_part.h"
#include "ingest/json_value.h"

namespace mf::ingest {

// Nothing if the file is not TikTok's. Of the profile only the handle and the counts are read.
std::optional<DownloadPart> read_tiktok_json(const JsonValue& root);

}  // namespace mf::ingest
