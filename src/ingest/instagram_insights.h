// The insights of an Instagram download as labels and values, whatever file they stood in: JSON and HTML have the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/download_part.h"

namespace mf::ingest {

struct LabelledValue {
  std::string label;  // "Accounts reached", in the language of the account
  std::string value;  // "1,376", "84,5%", "Sep 09, 2025 12:40 am"; often empty where there is a stamp
  std::string stamp;  // seconds since 1970; "0" or empty if there is none
};

// All that stands together: of one post, or of the account in one period.
struct InsightsEntry {
  std::vector<LabelledValue> values;
  std::string caption;  // of the post's picture, where that has one
};

// True if two of the labels at least are known.
bool has_insights(const InsightsEntry& entry);

// Adds what the entry says. With the time of its creation it is a post, else it tells of a period; `is_post` says that
// it is a post in any case. `format` is the post's: "reel", or empty if posts of all kinds stand in the file.
void take_insights(const InsightsEntry& entry, bool is_post, std::string_view format, DownloadPart& part);

// The note for insights of which nothing could be used: perhaps their language is not known here.
std::string nothing_of_use(const DownloadPart& part);

}  // namespace mf::ingest
