#include "ingest/roster_table.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/handles.h"
#include "ingest/money.h"
#include "ingest/sheet_rows.h"

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
                 bool& is_guess) {
  if (header_says_percent || rates.highest > 1) return RateUnit::percent;
  if (rates.highest <= 0.2) return RateUnit::fraction;
  std::size_t nearer_fraction = 0, nearer_percent = 0;
  for (const core::Creator& creator : creators) {
    const double from_counts = rate_from_counts(creator);
    if (!creator.engagement_rate || *creator.engagement_rate <= 0 || from_counts <= 0) continue;
    const double off_fraction = std::fabs(std::log(*creator.engagement_rate / from_counts));
    const double off_percent = std::fabs(std::log(*creator.engagement_rate / 100 / from_counts));
    ++(off_fraction <= off_percent ? nearer_fraction : nearer_percent);
  }
  is_guess = nearer_fraction == nearer_percent;
  return nearer_percent > nearer_fraction ? RateUnit::percent : RateUnit::fraction;
}

// Rows at the front keep their rate as written; this brings all of them to fractions.
void settle_rates(const RateColumn& rates, const std::vector<bool>& has_sign, const Sheet& sheet, Reading& reading) {
  const auto column = sheet.column_of(Field::engagement_rate);
  if (!column || rates.count == 0) return;
  bool is_guess = false;
  const RateUnit unit = unit_of(rates, sheet.columns[*column].header.is_percent, reading.creators, is_guess);
  for (std::size_t i = 0; i < reading.creators.size(); ++i) {
    auto& rate = reading.creators[i].engagement_rate;
    if (rate && (has_sign[i] || unit == RateUnit::percent)) *rate /= 100;
  }
  if (is_guess && rates.with_sign < rates.count) {
    reading.warnings.push_back("Column " + quoted(sheet.columns[*column].name) +
                               " could hold fractions or percentages; it was read as fractions, so 0.5 is 50 %.");
  }
}

std::string_view first_filled(std::initializer_list<std::string_view> cells) {
  for (const std::string_view cell : cells) {
    if (!cell.empty()) return cell;
  }
  return {};
}

// The first field that the sheet has a column for.
Field one_of(const Sheet& sheet, Field first, Field second) { return sheet.has(first) ? first : second; }

// FNV-1a, 64 bits: two of a million names share a hash once in thirty million rosters.
std::uint64_t hash_of(const core::Creator& creator) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : creator.handle) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return (hash ^ static_cast<std::uint64_t>(creator.platform)) * 1099511628211u;
}

void warn_of_repeated_handles(const std::vector<core::Creator>& creators, std::vector<std::string>& warnings) {
  std::vector<std::uint64_t> names;
  names.reserve(creators.size());
  for (const core::Creator& creator : creators) {
    if (!creator.handle.empty()) names.push_back(hash_of(creator));
  }
  std::sort(names.begin(), names.end());
  std::size_t repeated = 0;
  for (std::size_t i = 1; i < names.size(); ++i) repeated += names[i] == names[i - 1];
  if (repeated > 0) {
    warnings.push_back(counted(repeated, "row names", "rows name") +
                       " a creator that another row names too; all were kept.");
  }
}

}  // namespace

Result<Reading> read_roster_table(std::string_view text, const Sheet& sheet, const Hints& hints) {
  Reading reading;
  reading.format = "roster-csv";
  reading.kind = Kind::roster;
  const Field likes = one_of(sheet, Field::average_likes, Field::likes);
  const Field comments = one_of(sheet, Field::average_comments, Field::comments);
  const Field views = one_of(sheet, Field::average_views, Field::views);
  const auto fee_column = sheet.column_of(Field::fee);
  const auto followers_column = sheet.column_of(Field::followers);
  const core::Platform column_platform =
      followers_column ? sheet.columns[*followers_column].header.platform : core::Platform::any;

  RateColumn rates;
  PlatformCells platforms;
  std::vector<bool> has_sign;
  std::size_t without_followers = 0, more_likes = 0;
  if (sheet.mean_row_bytes > 0) {
    const double expected = static_cast<double>(text.size()) / sheet.mean_row_bytes;
    reading.creators.reserve(static_cast<std::size_t>(std::min(expected * 1.1, 1e6)) + 1);
  }
  SheetRows rows(text, sheet, hints);
  while (rows.next()) {
    core::Creator creator;
    creator.handle = handle_from(first_filled({rows.text(Field::handle), rows.text(Field::url), rows.text(Field::id)}));
    creator.platform = platforms.read(rows.text(Field::platform));
    if (creator.platform == core::Platform::any) creator.platform = column_platform;
    if (creator.platform == core::Platform::any) creator.platform = hints.platform;
    creator.followers = rows.number(Field::followers);
    creator.likes = rows.number(likes);
    creator.comments = rows.number(comments);
    creator.views = rows.number(views);
    creator.niche = std::string(rows.text(Field::niche));
    creator.country = std::string(rows.text(Field::country));

    bool percent_sign = false;
    if (const std::string_view cell = rows.text(Field::engagement_rate); !is_missing_word(cell)) {
      const Number rate = read_number(cell, rows.context(Field::engagement_rate));
      if (rate) {
        percent_sign = rate.percent;
        creator.engagement_rate = rate.count.value;
        rates.take(rate.count.value, percent_sign);
      } else {
        rows.note_unreadable(Field::engagement_rate);
      }
    }
    if (const std::string_view cell = rows.text(Field::fee); !is_missing_word(cell)) {
      if (const auto money = read_money(cell, rows.context(Field::fee))) {
        creator.fee = money->amount;
        creator.currency = money->currency;
      } else {
        rows.note_unreadable(Field::fee);
      }
    }
    if (creator.fee && creator.currency.empty()) creator.currency = currency_code(rows.text(Field::currency));
    if (creator.fee && creator.currency.empty()) creator.currency = sheet.columns[*fee_column].header.currency;

    if (!creator.followers && !creator.likes && !creator.views && !creator.engagement_rate && !creator.fee) {
      rows.skip("no numbers in it");
      continue;
    }
    without_followers += !creator.followers;
    more_likes += creator.followers && creator.likes && *creator.likes > *creator.followers;
    has_sign.push_back(percent_sign);
    reading.creators.push_back(std::move(creator));
  }
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
  warn_of_repeated_handles(reading.creators, reading.warnings);
  return reading;
}

}  // namespace mf::ingest
