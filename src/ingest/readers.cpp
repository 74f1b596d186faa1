#include "ingest/readers.h"

#include "ingest/ads_table.h"
#include "ingest/audience_table.h"
#include "ingest/daily_table.h"
#include "ingest/history_table.h"
#include "ingest/overview_table.h"
#include "ingest/posts_table.h"
#include "ingest/profile_text.h"
#include "ingest/roster_table.h"
#include "ingest/text_encoding.h"

namespace mf::ingest {
namespace {

bool has_rows_of(const Input& input, RowKind kind) { return input.sheet && input.sheet->row_kind == kind; }

using TableReader = Result<Reading> (*)(std::string_view text, const Sheet& sheet, const Hints& hints);

Result<Reading> read_table(TableReader read, const Input& input, const Hints& hints) {
  const DecodedText decoded = decode_text(input.bytes);
  if (!input.is_double_encoded) return read(decoded.text(), *input.sheet, hints);
  Result<Reading> reading = read(without_double_encoding(decoded.text()), *input.sheet, hints);
  if (reading) (*reading).warnings.push_back("Every line of this file had been quoted a second time; that was undone.");
  return reading;
}

constexpr Reader table[] = {
    // First those without a header of columns, whose cells may look like one.
    {"audience-csv", [](const Input& input) { return !input.is_told && is_audience_table(input.sample); },
     [](const Input& input, const Hints&) -> Result<Reading> { return refuse_audience_table(input.sample); }},
    {"daily-csv", [](const Input& input) { return !input.is_told && is_daily_series(input.sample); },
     [](const Input& input, const Hints& hints) { return read_daily_series(decode_text(input.bytes).text(), hints); }},
    {"overview-csv", [](const Input& input) { return !input.is_told && is_overview_table(input.sample); },
     [](const Input& input, const Hints& hints) {
       return read_overview_table(decode_text(input.bytes).text(), hints);
     }},
    {"audience-csv", [](const Input& input) { return has_rows_of(input, RowKind::breakdown); },
     [](const Input& input, const Hints&) -> Result<Reading> { return refuse_breakdown(*input.sheet); }},
    {"ads-csv", [](const Input& input) { return has_rows_of(input, RowKind::campaign); },
     [](const Input& input, const Hints& hints) { return read_table(read_ads_table, input, hints); }},
    {"daily-csv", [](const Input& input) { return has_rows_of(input, RowKind::day_of_totals); },
     [](const Input& input, const Hints& hints) { return read_table(read_daily_table, input, hints); }},
    {"history-csv", [](const Input& input) { return has_rows_of(input, RowKind::day_of_followers); },
     [](const Input& input, const Hints& hints) { return read_table(read_history_table, input, hints); }},
    {"roster-csv", [](const Input& input) { return has_rows_of(input, RowKind::creator); },
     [](const Input& input, const Hints& hints) { return read_table(read_roster_table, input, hints); }},
    {"posts-csv", [](const Input& input) { return has_rows_of(input, RowKind::post); },
     [](const Input& input, const Hints& hints) { return read_table(read_posts_table, input, hints); }},
    {"profile-text", [](const Input& input) { return !input.sheet && input.bytes.size() <= longest_profile; },
     [](const Input& input, const Hints& hints) { return read_profile_text(decode_text(input.bytes).text(), hints); }},
};

}  // namespace

std::span<const Reader> readers() { return table; }

}  // namespace mf::ingest
