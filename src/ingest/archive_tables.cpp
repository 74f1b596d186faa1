#include "ingest/archive_tables.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "ingest/excerpt.h"
#include "ingest/history_table.h"

namespace mf::ingest {
namespace {

// How much of a table's posts can be told apart. In a table of days the same post stands in many rows.
std::size_t distinct_posts(const Reading& reading) {
  std::vector<std::string_view> ids;
  ids.reserve(reading.posts.size());
  for (const core::Post& post : reading.posts) {
    if (!post.id.empty()) ids.push_back(post.id);
  }
  std::sort(ids.begin(), ids.end());
  return static_cast<std::size_t>(std::unique(ids.begin(), ids.end()) - ids.begin());
}

// The more, the better: posts before creators before days; posts once each; the most of them.
auto rank_of(const Reading& reading) {
  const std::size_t posts = reading.posts.size(), distinct = distinct_posts(reading);
  const int kind = posts > 0 ? 3 : reading.kind == Kind::roster ? 2 : reading.kind == Kind::history ? 1 : 0;
  return std::tuple(kind, distinct * 2 > posts, distinct, posts + reading.creators.size() + reading.history.size());
}

bool may_be_one_account(const core::Account& a, const core::Account& b) {
  const bool same_platform =
      a.platform == b.platform || a.platform == core::Platform::any || b.platform == core::Platform::any;
  return same_platform && (a.handle == b.handle || a.handle.empty() || b.handle.empty());
}

void take_followers(const std::optional<core::Count>& followers, Reading& reading) {
  if (reading.account.followers || !followers) return;
  reading.account.followers = followers;
  std::erase(reading.needs, "followers");
  // That warning said why a column was not taken for the total, which is known now.
  std::erase_if(reading.warnings, [](const std::string& warning) {
    return warning.find("was not taken as the follower number") != std::string::npos;
  });
}

// Adds to the best table what another one says of the same account. False if there is nothing, or nothing that fits.
bool take_history(Reading& other, Reading& reading) {
  const bool has_size = (other.kind == Kind::history || (other.kind == Kind::account && other.posts.empty())) &&
                        (other.account.followers || !other.history.empty());
  if (!has_size || reading.kind != Kind::account || !may_be_one_account(reading.account, other.account)) return false;
  const bool is_new = !reading.account.followers || (reading.history.empty() && !other.history.empty());
  if (!is_new) return false;
  take_followers(other.account.followers, reading);
  if (reading.history.empty()) reading.history = std::move(other.history);
  if (reading.account.handle.empty()) reading.account.handle = other.account.handle;
  if (reading.account.platform == core::Platform::any) reading.account.platform = other.account.platform;
  for (std::string& warning : other.warnings) {
    const bool is_known =
        std::find(reading.warnings.begin(), reading.warnings.end(), warning) != reading.warnings.end();
    if (!is_known) reading.warnings.push_back(std::move(warning));
  }
  return true;
}

// A total that is there already comes before what the days of another table add up to.
void add_period(const std::vector<PeriodFigure>& figures, Reading& reading) {
  const std::size_t known = reading.period.size();
  for (const PeriodFigure& figure : figures) {
    const auto end = reading.period.begin() + static_cast<std::ptrdiff_t>(known);
    const bool is_known =
        std::any_of(reading.period.begin(), end, [&](const PeriodFigure& one) { return one.name == figure.name; });
    if (!is_known) reading.period.push_back(figure);
  }
}

bool take_period(const Reading& other, Reading& reading) {
  if (!is_of_a_period(other) || reading.kind != Kind::account) return false;
  if (!may_be_one_account(reading.account, other.account)) return false;
  add_period(other.period, reading);
  // From here on, figures of another platform are another account's.
  if (reading.account.platform == core::Platform::any) reading.account.platform = other.account.platform;
  return true;
}

// The days of several files make one history, and its last day tells the followers of today.
bool take_days(const Reading& other, Reading& reading) {
  if (reading.kind != Kind::history || other.kind != Kind::history) return false;
  if (reading.history.empty() || other.history.empty() || !may_be_one_account(reading.account, other.account)) {
    return false;
  }
  std::vector<core::FollowerPoint>& days = reading.history;
  days.insert(days.end(), other.history.begin(), other.history.end());
  put_in_order(days);
  const auto same_day = [](const core::FollowerPoint& a, const core::FollowerPoint& b) { return a.date == b.date; };
  days.erase(std::unique(days.begin(), days.end(), same_day), days.end());
  reading.account.followers = core::Count::exact(days.back().followers);
  return true;
}

// A spreadsheet's "1.22158E+17" names no single post.
bool names_one_post(const core::Post& post) { return !post.id.empty() && post.id.find("E+") == std::string::npos; }

// Several files of one export: the posts of a month, of a year, each under the same header. A post of two files is
// there once, with the higher counts, for they only grow; `repeated` counts those. Posts without names could be the
// same.
bool take_posts(Reading& other, Reading& reading, std::size_t& repeated) {
  if (other.posts.empty() || reading.posts.empty() || other.format != reading.format) return false;
  if (other.mapping != reading.mapping || !may_be_one_account(reading.account, other.account)) return false;
  const auto are_named = [](const std::vector<core::Post>& posts) {
    return std::all_of(posts.begin(), posts.end(), names_one_post);
  };
  if (!are_named(reading.posts) || !are_named(other.posts)) return false;
  std::map<std::string, std::size_t, std::less<>> places;
  for (std::size_t i = 0; i < reading.posts.size(); ++i) places.emplace(reading.posts[i].id, i);
  for (core::Post& post : other.posts) {
    const auto [place, is_new] = places.emplace(post.id, reading.posts.size());
    if (is_new) {
      reading.posts.push_back(std::move(post));
      continue;
    }
    ++repeated;
    core::Post& kept = reading.posts[place->second];
    const auto counts = [](core::Post& one) { return std::tie(one.views, one.reach, one.impressions, one.likes); };
    if (counts(post) > counts(kept)) kept = std::move(post);
  }
  if (reading.account.handle.empty()) reading.account.handle = other.account.handle;
  take_followers(other.account.followers, reading);
  return true;
}

}  // namespace

Reading merged(FoundTables& found, std::vector<Part>& parts) {
  Reading reading;
  if (found.tables.empty()) {
    reading.format = "creator-analytics";
    reading.account.platform = core::Platform::linkedin;
    reading.needs.push_back("followers");
  } else {
    std::stable_sort(found.tables.begin(), found.tables.end(),
                     [](const FoundTable& a, const FoundTable& b) { return rank_of(a.reading) > rank_of(b.reading); });
    reading = std::move(found.tables.front().reading);
  }
  add_period(found.period, reading);
  std::size_t left_out = 0, joined = 1, repeated = 0;
  for (std::size_t i = 1; i < found.tables.size(); ++i) {
    FoundTable& other = found.tables[i];
    const bool is_history = take_history(other.reading, reading), is_period = take_period(other.reading, reading);
    if (is_history || is_period || take_days(other.reading, reading)) continue;
    if (take_posts(other.reading, reading, repeated)) {
      ++joined;
      continue;
    }
    Part& part = parts[other.part];
    const std::string what = std::exchange(part.what, "");
    part.note = "holds " + (what == "period" ? "figures of a period" : what) + " too; upload it on its own";
    ++left_out;
  }
  if (joined > 1) {
    reading.warnings.push_back(
        std::to_string(joined) + " tables with the same columns were read as the posts of one account." +
        (repeated == 0 ? std::string()
                       : ' ' + counted(repeated, "post that came again was", "posts that came again were") +
                             " counted once, with the higher numbers."));
  }
  if (left_out > 0) {
    const Part& best = parts[found.tables.front().part];
    reading.warnings.push_back("Of " + std::to_string(left_out + joined) + " tables that could be read, only " +
                               (joined > 1 ? counted(joined, "was", "were") : quoted(best.name) + " was") +
                               ". Upload the others on their own.");
  }
  if (found.followers_differ) {
    reading.warnings.push_back("The sheets name more than one follower total, so none of them was used.");
  } else if (reading.kind == Kind::account) {
    take_followers(found.followers, reading);
  }
  return reading;
}

bool is_of_a_period(const Reading& reading) {
  return !reading.period.empty() && reading.kind == Kind::account && reading.posts.empty() &&
         !reading.account.followers;
}

}  // namespace mf::ingest
