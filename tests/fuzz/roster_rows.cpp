// A list of creators of which every row is looked at, and the same with plain rows read in one go: the same creators,
// the same account of what was left out.
#include "ingest/roster_rows.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace mf;

struct Answer {
  std::vector<core::Creator> creators;
  std::vector<bool> signs;
  ingest::Reading report;
};

Answer answer_of(std::string_view text, const ingest::Sheet& sheet, bool reads_plain) {
  const ingest::Hints hints;
  ingest::RosterRows rows(text, sheet, hints, reads_plain);
  Answer answer;
  while (rows.next(answer.creators.emplace_back())) answer.signs.push_back(rows.rate_has_sign());
  answer.creators.pop_back();
  rows.report(answer.report);
  return answer;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::string_view header =
      "username,followers,engagement_rate,avg_likes,avg_comments,price,currency,country,platform\n"
      "ada,24000,3.5%,900,20,250,EUR,Italy,instagram\n";
  const std::string text = std::string(header) + std::string(reinterpret_cast<const char*>(data), size);
  const auto sheet = ingest::find_sheet(text, false);
  if (!sheet) return 0;
  const Answer quick = answer_of(text, *sheet, true), slow = answer_of(text, *sheet, false);
  if (quick.creators != slow.creators || quick.signs != slow.signs || quick.report.skipped != slow.report.skipped ||
      quick.report.warnings != slow.report.warnings) {
    std::abort();
  }
  return 0;
}
