// Tables of every kind of row: the first bytes choose columns among the words of real exports, the rest are its cells.
// Posts, days, campaigns and figures of a period end in sound numbers and dates, or in an error with a code.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ingest/dates.h"
#include "ingest/html_table.h"
#include "ingest/read.h"
#include "ingest/reading_bytes.h"

namespace {

using namespace mf;
using namespace mf::ingest;

constexpr std::array<std::string_view, 48> names = {"Date",
                                                    "Post ID",
                                                    "Permalink",
                                                    "Publish time",
                                                    "Description",
                                                    "Post type",
                                                    "Likes",
                                                    "Comments",
                                                    "Shares",
                                                    "Saves",
                                                    "Views",
                                                    "Reach",
                                                    "Impressions",
                                                    "Followers",
                                                    "Account username",
                                                    "Platform",
                                                    "Video title",
                                                    "Subscribers",
                                                    "Content",
                                                    "Watch time (hours)",
                                                    "Duration",
                                                    "Campaign name",
                                                    "Amount spent (EUR)",
                                                    "Results",
                                                    "Reporting starts",
                                                    "Reporting ends",
                                                    "Purchases",
                                                    "Purchases conversion value",
                                                    "Link clicks",
                                                    "New followers",
                                                    "Lost followers",
                                                    "Net growth",
                                                    "Profile visits",
                                                    "New follows",
                                                    "Unfollows",
                                                    "Engagements",
                                                    "Reactions, comments and shares",
                                                    "Total followers",
                                                    "Geography",
                                                    "Traffic source",
                                                    "Gender",
                                                    "Date Range",
                                                    "Posts",
                                                    "Reached audience",
                                                    "Difference in followers from previous day",
                                                    "Post time",
                                                    "Lifetime",
                                                    "Anything"};

void check_number(const std::optional<double>& number) {
  if (number && !(*number >= 0 && *number < 1e17)) std::abort();
}

void check_date(const std::string& date) {
  if (!date.empty() && (date.size() < 10 || iso_date(date) != date)) std::abort();
}

void check(const Result<Reading>& reading) {
  if (!reading) {
    const Error& error = reading.error();
    if (error.code.empty() || error.message.size() > 600 || !error.message.ends_with('.')) std::abort();
    return;
  }
  for (const core::Post& post : reading->posts) {
    for (const auto& number :
         {post.likes, post.comments, post.shares, post.saves, post.views, post.reach, post.impressions}) {
      check_number(number);
    }
    check_date(post.published_at);
  }
  for (std::size_t i = 0; i < reading->history.size(); ++i) {
    const core::FollowerPoint& day = reading->history[i];
    check_number(day.followers);
    check_date(day.date);
    if (i > 0 && day.date.substr(0, 10) < reading->history[i - 1].date.substr(0, 10)) std::abort();
  }
  for (const PeriodFigure& figure : reading->period) {
    if (figure.name.empty() || !(figure.value > -1e17 && figure.value < 1e17)) std::abort();
    check_date(figure.from);
    check_date(figure.until);
    if (!figure.from.empty() && !figure.until.empty() && figure.from > figure.until) std::abort();
  }
  const std::string bytes = to_bytes(reading);
  if (const auto again = from_bytes(bytes); !again || to_bytes(again) != bytes) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 8) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t width = 2 + data[0] % 6;
  std::string csv, page = "<table><tr>";
  for (std::size_t i = 0; i < width; ++i) {
    const std::string_view name = names[data[1 + i] % names.size()];
    (((csv += i == 0 ? "\"" : ",\"") += name) += '"');
    ((page += "<th>") += name) += "</th>";
  }
  check(read((csv += '\n') += text.substr(8)));
  check(read((((page += "</tr><tr><td>") += text.substr(8)) += "</table>")));
  return 0;
}
