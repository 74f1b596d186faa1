#include "ingest/roster_table.h"

#include <algorithm>
#include <bit>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/excerpt.h"
#include "ingest/roster_rows.h"

namespace mf::ingest {
namespace {

enum class RateUnit { fraction, percent };

// The engagement rates of a column, as written, until all of them have been seen.
struct RateColumn {
  std::size_t count = 0;
  std::size_t with_sign = 0;
  double highest = 0;

  void take(double value, bool percent_sign) {
    ++count;
    with_sign += percent_sign;
    if (!percent_sign) highest = std::max(highest, value);
  }
};

double rate_from_counts(const core::Creator& creator) {
  if (!creator.followers || *creator.followers <= 0 || !creator.likes) return 0;
  return (*creator.likes + creator.comments.value_or(0)) / *creator.followers;
}

// Unsigned rates: more than 1 somewhere means percent, all below 0.2 fractions. Between the two the counts decide.
RateUnit unit_of(const RateColumn& rates, bool header_says_percent, const std::vector<core::Creator>& creators,
                 const std::vector<bool>& has_sign, bool& is_guess) {
  if (header_says_percent || rates.highest > 1) return RateUnit::percent;
  if (rates.highest <= 0.2) return RateUnit::fraction;
  std::size_t nearer_fraction = 0, nearer_percent = 0;
  for (std::size_t i = 0; i < creators.size(); ++i) {
    const core::Creator& creator = creators[i];
    const double from_counts = rate_from_counts(creator);
    if (has_sign[i] || !creator.engagement_rate || *creator.engagement_rate <= 0 || from_counts <= 0) continue;
    const double off_fraction = std::fabs(std::log(*creator.engagement_rate / from_counts));
    const double off_percent = std::fabs(std::log(*creator.engagement_rate / 100 / from_counts));
    ++(off_fraction <= off_percent ? nearer_fraction : nearer_percent);
  }
  is_guess = nearer_fraction == nearer_percent;
  return nearer_percent > nearer_fraction ? RateUnit::percent : RateUnit::fraction;
}

// Rates with a percent sign are fractions already; the others are as written, and this brings them to fractions.
void settle_rates(const RateColumn& rates, const std::vector<bool>& has_sign, const Sheet& sheet, Reading& reading) {
  const auto column = sheet.column_of(Field::engagement_rate);
  if (!column || rates.with_sign == rates.count) return;
  bool is_guess = false;
  const RateUnit unit = unit_of(rates, sheet.columns[*column].header.is_percent, reading.creators, has_sign, is_guess);
  for (std::size_t i = 0; i < reading.creators.size(); ++i) {
    auto& rate = reading.creators[i].engagement_rate;
    if (rate && !has_sign[i] && unit == RateUnit::percent) *rate /= 100;
  }
  if (is_guess) {
    reading.warnings.push_back("Column " + quoted(sheet.columns[*column].name) +
                               " could hold fractions or percentages; it was read as fractions, so 0.5 is 50 %.");
  }
}

struct SameCreator {
  bool operator()(const core::Creator* a, const core::Creator* b) const {
    return a->platform == b->platform && a->handle == b->handle;
  }
};
struct HashOfCreator {
  std::size_t operator()(const core::Creator* creator) const {
    return std::hash<std::string_view>()(creator->handle) + static_cast<std::size_t>(creator->platform);
  }
};

// How many creators have a name that one before them has; `hashes` are theirs. A bit for each of many remainders of a
// hash tells nearly all apart; only names that share one are compared.
std::size_t repeated_names(const std::vector<core::Creator>& creators, const std::vector<std::size_t>& hashes) {
  const std::size_t last_remainder = std::bit_ceil(hashes.size() * 8 + 64) - 1;
  std::vector<bool> is_taken(last_remainder + 1), is_shared(last_remainder + 1);
  std::size_t sharing = 0;
  for (const std::size_t hash : hashes) {
    const std::size_t remainder = hash & last_remainder;
    if (is_taken[remainder]) {
      is_shared[remainder] = true;
      ++sharing;
    }
    is_taken[remainder] = true;
  }
  boost::unordered_flat_set<const core::Creator*, HashOfCreator, SameCreator> names;
  names.reserve(2 * sharing);
  std::size_t repeated = 0;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (!is_shared[hashes[i] & last_remainder] || creators[i].handle.empty()) continue;
    repeated += !names.insert(&creators[i]).second;
  }
  return repeated;
}

}  // namespace

Result<Reading> read_roster_table(std::string_view text, const Sheet& sheet, const Hints& hints) {
  Reading reading;
  reading.format = "roster-csv";
  reading.kind = Kind::roster;
  RateColumn rates;
  std::vector<bool> has_sign;       // of each creator's rate
  std::vector<std::size_t> hashes;  // of their names
  std::size_t without_followers = 0, more_likes = 0;
  if (sheet.mean_row_bytes > 0) {
    const double expected = static_cast<double>(text.size()) / sheet.mean_row_bytes;
    const auto count = static_cast<std::size_t>(std::min(expected * 1.1, 1e6)) + 1;
    reading.creators.reserve(count);
    has_sign.reserve(count);
    hashes.reserve(count);
  }
  RosterRows rows(text, sheet, hints);
  while (rows.next(reading.creators.emplace_back())) {
    core::Creator& creator = reading.creators.back();
    if (creator.engagement_rate) rates.take(*creator.engagement_rate, rows.rate_has_sign());
    if (rows.rate_has_sign()) *creator.engagement_rate /= 100;
    without_followers += !creator.followers;
    more_likes += creator.followers && creator.likes && *creator.likes > *creator.followers;
    has_sign.push_back(rows.rate_has_sign());
    hashes.push_back(HashOfCreator()(&creator));
  }
  reading.creators.pop_back();  // the last one has no row
  rows.report(reading);
  if (reading.creators.empty()) {
    return Error{"no-numbers",
                 "The header was understood, but no row under it holds a number. Check that the list is complete.", "",
                 sheet.header_row};
  }
  settle_rates(rates, has_sign, sheet, reading);

  const std::string of_creators = " of " + counted(reading.creators.size(), "creator", "creators");
  if (!sheet.has(Field::followers)) {
    reading.needs.push_back("followers");
  } else if (without_followers > 0) {
    reading.warnings.push_back(std::to_string(without_followers) + of_creators +
                               (without_followers == 1 ? " has" : " have") + " no follower number.");
  }
  if (more_likes > 0) {
    reading.warnings.push_back(std::to_string(more_likes) + of_creators + (more_likes == 1 ? " has" : " have") +
                               " more likes than followers. Check those rows.");
  }
  if (sheet.has(Field::likes) || sheet.has(Field::comments) || sheet.has(Field::views)) {
    reading.warnings.push_back("Likes, comments and views were taken as averages per post.");
  }
  if (const std::size_t repeated = repeated_names(reading.creators, hashes); repeated > 0) {
    reading.warnings.push_back(counted(repeated, "row names", "rows name") +
                               " a creator that another row names too; all were kept.");
  }
  return reading;
}

}  // namespace mf::ingest
