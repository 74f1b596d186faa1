#include "ingest/archive_reading.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "ingest/archive_names.h"
#include "ingest/download.h"
#include "ingest/excerpt.h"
#include "ingest/linkedin_sheets.h"
#include "ingest/read.h"
#include "ingest/workbook.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_parts = 200;
constexpr int deepest = 2;  // an archive, and one in it

// What one table of the archive was read as.
struct Found {
  std::size_t part = 0;  // its place among the parts
  Reading reading;
};

// What has been taken out of an archive so far.
struct Contents {
  std::uint64_t budget = most_unpacked;
  std::vector<Part> parts;
  std::vector<Found> tables;
  std::vector<DownloadFile> download;
  std::optional<core::Count> followers;  // a total that stands by itself
  bool followers_differ = false;         // there are several: which is whose is not known
  std::vector<PeriodFigure> period;
  std::optional<Error> error;  // why the first table that matters could not be read

  std::size_t add(std::string name, std::string what, std::string note) {
    parts.push_back({std::move(name), std::move(what), std::move(note)});
    return parts.size() - 1;
  }
};

// Why a table was no use, beside its name.
std::string note_of(const Error& error) {
  static constexpr std::pair<std::string_view, const char*> notes[] = {
      {"daily-totals", "each row is a day, and it has no follower totals"},
      {"ads-input", "each row is an ad or a campaign"},
      {"no-numbers", "no numbers in it"},
      {"no-usable-columns", "no column of use here"},
      {"empty-input", "empty"},
      {"archive-incomplete", "not at hand"},
      {"archive-encrypted", "locked with a password"},
      {"archive-too-large", "too large to be read here"},
      {"archive-method", "packed in a way that is not known here"},
      {"spreadsheet-input", "an old Excel workbook (.xls)"},
      {"html-input", "a web page"},
  };
  for (const auto& [code, note] : notes) {
    if (error.code == code) return note;
  }
  return error.code.starts_with("archive") ? "broken" : "cannot be read here";
}

void take_error(Contents& contents, Error error, std::string_view name) {
  // An error that names what is in the table says more than one that finds nothing.
  const auto says_little = [](const Error& one) {
    return one.code == "no-usable-columns" || one.code == "empty-input";
  };
  if (contents.error && !says_little(*contents.error)) return;
  if (contents.error && says_little(error)) return;
  if (!name.empty() && !error.code.starts_with("archive")) error.message = quoted(name) + ": " + error.message;
  contents.error = std::move(error);
}

// Nothing but figures of a stretch of days.
bool is_of_a_period(const Reading& reading) {
  return !reading.period.empty() && reading.kind == Kind::account && reading.posts.empty() &&
         !reading.account.followers;
}

const char* what_of(const Reading& reading) {
  if (reading.kind == Kind::roster) return "creators";
  if (reading.kind == Kind::history) return "follower history";
  if (!reading.posts.empty()) return "posts";
  return is_of_a_period(reading) ? "period" : "followers";
}

// Bytes of one table, or the text of one sheet. `days_have_no_name`: rows without a name, an address or a text are
// days.
void take_table(std::string_view bytes, std::string name, const Hints& hints, bool days_have_no_name,
                Contents& contents) {
  if (looks_like_zip(bytes)) {  // text of a sheet that read() would take for an archive, and so on without end
    contents.add(std::move(name), "", "broken");
    return;
  }
  Result<Reading> reading = read(bytes, hints);
  if (reading && reading->format == "profile-text") {
    contents.add(std::move(name), "", "no table with a known header");
    return;
  }
  const auto is_nameless = [](const core::Post& post) { return post.id.empty() && post.caption.empty(); };
  if (reading && days_have_no_name && !reading->posts.empty() &&
      std::all_of(reading->posts.begin(), reading->posts.end(), is_nameless)) {
    contents.add(std::move(name), "", "each row is a day");
    return;
  }
  if (!reading) {
    take_error(contents, reading.error(), name);
    contents.add(std::move(name), "", note_of(reading.error()));
    return;
  }
  const std::size_t part = contents.add(std::move(name), what_of(*reading), "");
  contents.tables.push_back({part, std::move(*reading)});
}

void take_workbook(const Archive& archive, std::string_view prefix, const Hints& hints, Contents& contents) {
  Result<std::vector<WorkbookSheet>> sheets = read_workbook(archive, contents.budget);
  if (!sheets) {
    contents.add(std::string(prefix), "", note_of(sheets.error()));
    take_error(contents, sheets.error(), prefix);
    return;
  }
  DateOrder order = DateOrder::unknown;
  for (const WorkbookSheet& sheet : *sheets) order = joined(order, date_order_of(sheet.text));
  const bool is_linkedin = std::any_of(sheets->begin(), sheets->end(), [](const WorkbookSheet& sheet) {
    return follower_total(sheet.text) || join_tables(sheet.text);
  });
  for (const WorkbookSheet& sheet : *sheets) {
    std::string name = prefix.empty() ? sheet.name : std::string(prefix) + '/' + sheet.name;
    if (sheet.is_hidden || sheet.text.empty()) {
      contents.add(std::move(name), "", sheet.is_hidden ? "hidden" : "empty");
      continue;
    }
    const std::size_t before = contents.tables.size();
    if (const auto total = follower_total(sheet.text)) {
      contents.followers_differ = contents.followers_differ || (contents.followers && *contents.followers != *total);
      contents.followers = total;
      contents.add(std::move(name), "followers", "");
    } else if (auto figures = period_figures(sheet.text, order); is_linkedin && !figures.empty()) {
      contents.period.insert(contents.period.end(), figures.begin(), figures.end());
      contents.add(std::move(name), "period", "");
    } else if (const auto tables = join_tables(sheet.text)) {
      take_table(tables->text, std::move(name), hints, false, contents);
      if (contents.tables.size() > before) {
        Reading& reading = contents.tables.back().reading;
        for (std::size_t i = 0; i < reading.mapping.size() && i < tables->columns.size(); ++i) {
          reading.mapping[i].column = tables->columns[i];
        }
      }
    } else {
      take_table(sheet.text, std::move(name), hints, is_linkedin, contents);
    }
    if (is_linkedin && contents.tables.size() > before) {
      core::Platform& platform = contents.tables.back().reading.account.platform;
      if (platform == core::Platform::any) platform = core::Platform::linkedin;
    }
    if (sheet.is_cut) contents.parts.back().note = "too long; only the first part was read";
  }
}

void collect(const Archive& archive, const std::string& prefix, int depth, const Hints& hints, Contents& contents) {
  if (is_workbook(archive)) {
    const std::string_view name =
        prefix.empty() ? std::string_view() : std::string_view(prefix).substr(0, prefix.size() - 1);
    take_workbook(archive, name, hints, contents);
    return;
  }
  if (auto refusal = refuse_archive(archive)) {
    take_error(contents, *std::move(refusal), prefix);
    return;
  }
  for (const Wanted& wanted : wanted_of(archive)) {
    if (contents.parts.size() >= most_parts) break;
    std::string name = prefix + wanted.entry->name;
    if (wanted.use == Use::by_day) {
      contents.add(std::move(name), "", "sums of the posts, or their figures of each day");
      continue;
    }
    const std::uint64_t limit = std::min(contents.budget, most_unpacked_of_file);
    Result<std::string> bytes = unpack(archive, *wanted.entry, limit);
    if (!bytes) {
      contents.add(name, "", note_of(bytes.error()));
      take_error(contents, bytes.error(), name);
      continue;
    }
    contents.budget -= bytes->size();
    if (wanted.use == Use::download) {
      contents.download.push_back({std::move(name), std::move(*bytes)});
      continue;
    }
    // What is inside decides, not the name: a workbook may be called a CSV.
    if (!looks_like_zip(*bytes)) {
      if (wanted.use == Use::archive) {
        contents.add(std::move(name), "", "broken");
      } else {
        Hints inner = hints;
        inner.file_name = hints.file_name.empty() ? name : hints.file_name + '/' + name;
        take_table(*bytes, std::move(name), inner, false, contents);
      }
      continue;
    }
    const Result<Archive> inner = open_archive(ByteSource(*bytes));
    if (inner && depth == deepest && !is_workbook(*inner)) {
      contents.add(std::move(name), "", "an archive within an archive within an archive");
    } else if (inner) {
      collect(*inner, name + '/', depth + 1, hints, contents);
    } else {
      contents.add(name, "", note_of(inner.error()));
      take_error(contents, inner.error(), name);
    }
  }
}

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
  std::stable_sort(days.begin(), days.end(),
                   [](const core::FollowerPoint& a, const core::FollowerPoint& b) { return a.date < b.date; });
  const auto same_day = [](const core::FollowerPoint& a, const core::FollowerPoint& b) { return a.date == b.date; };
  days.erase(std::unique(days.begin(), days.end(), same_day), days.end());
  reading.account.followers = core::Count::exact(days.back().followers);
  return true;
}

// A spreadsheet's "1.22158E+17" names no single post.
bool names_one_post(const core::Post& post) { return !post.id.empty() && post.id.find("E+") == std::string::npos; }

// Several files of one export: the posts of a month, of a year, each under the same header. A post of two files is
// there once, with the higher counts, for they only grow.
// `repeated` counts those.
bool take_posts(Reading& other, Reading& reading, std::size_t& repeated) {
  if (other.posts.empty() || reading.posts.empty() || other.format != reading.format) return false;
  if (other.mapping != reading.mapping || !may_be_one_account(reading.account, other.account)) return false;
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < reading.posts.size(); ++i) {
    if (names_one_post(reading.posts[i])) places.emplace(reading.posts[i].id, i);
  }
  std::vector<core::Post> added;
  for (core::Post& post : other.posts) {
    const auto known = names_one_post(post) ? places.find(post.id) : places.end();
    if (known == places.end()) {
      added.push_back(std::move(post));
      continue;
    }
    ++repeated;
    core::Post& kept = reading.posts[known->second];
    if (std::tie(post.views, post.reach, post.impressions, post.likes) >
        std::tie(kept.views, kept.reach, kept.impressions, kept.likes)) {
      std::tie(kept.likes, kept.comments, kept.shares, kept.saves, kept.views, kept.reach, kept.impressions) =
          std::tie(post.likes, post.comments, post.shares, post.saves, post.views, post.reach, post.impressions);
    }
  }
  reading.posts.insert(reading.posts.end(), std::make_move_iterator(added.begin()),
                       std::make_move_iterator(added.end()));
  if (reading.account.handle.empty()) reading.account.handle = other.account.handle;
  if (!reading.account.followers) take_followers(other.account.followers, reading);
  return true;
}

Reading merged(Contents& contents) {
  Reading reading;
  if (contents.tables.empty()) {
    reading.format = "creator-analytics";
    reading.account.platform = core::Platform::linkedin;
    reading.needs.push_back("followers");
  } else {
    std::stable_sort(contents.tables.begin(), contents.tables.end(),
                     [](const Found& a, const Found& b) { return rank_of(a.reading) > rank_of(b.reading); });
    reading = std::move(contents.tables.front().reading);
  }
  add_period(contents.period, reading);
  std::size_t left_out = 0, joined = 1, repeated = 0;
  for (std::size_t i = 1; i < contents.tables.size(); ++i) {
    Found& other = contents.tables[i];
    const bool is_history = take_history(other.reading, reading), is_period = take_period(other.reading, reading);
    if (is_history || is_period || take_days(other.reading, reading)) continue;
    if (take_posts(other.reading, reading, repeated)) {
      ++joined;
      continue;
    }
    Part& part = contents.parts[other.part];
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
    const Part& best = contents.parts[contents.tables.front().part];
    reading.warnings.push_back("Of " + std::to_string(left_out + joined) + " tables that could be read, only " +
                               (joined > 1 ? counted(joined, "was", "were") : quoted(best.name) + " was") +
                               ". Upload the others on their own.");
  }
  if (contents.followers_differ) {
    reading.warnings.push_back("The sheets name more than one follower total, so none of them was used.");
  } else if (reading.kind == Kind::account) {
    take_followers(contents.followers, reading);
  }
  return reading;
}

}  // namespace

std::vector<Range> needed_of_archive(const ByteSource& source) {
  if (const auto range = needed_for_listing(source)) return {*range};
  const Result<Archive> archive = open_archive(source);
  if (!archive) return {};
  std::vector<const Entry*> entries;
  if (is_workbook(*archive)) {
    for (const Entry& entry : archive->entries) {
      if (is_wanted_of_workbook(entry.name)) entries.push_back(&entry);
    }
  } else if (!refuse_archive(*archive)) {
    for (const Wanted& wanted : wanted_of(*archive)) {
      if (wanted.use != Use::by_day) entries.push_back(wanted.entry);
    }
  }
  std::vector<Range> ranges;
  std::uint64_t budget = most_unpacked;
  for (const Entry* entry : entries) {
    // Too large to be unpacked, or to be there at all: it is not fetched either.
    const std::uint64_t size = std::max(entry->size, entry->packed_size);
    if (size > std::min(budget, most_unpacked_of_file)) continue;
    budget -= size;
    if (const auto range = needed_for(*archive, *entry)) ranges.push_back(*range);
  }
  return ranges;
}

Result<Reading> read_archive(const ByteSource& source, const Hints& hints) {
  const Result<Archive> archive = open_archive(source);
  if (!archive) return archive.error();
  Contents contents;
  collect(*archive, "", 1, hints, contents);

  if (!contents.download.empty()) {
    Result<Reading> reading = read_download(contents.download, hints);
    if (reading) {
      // The download names its own files; after them come those that stayed shut or failed.
      auto& parts = (*reading).parts;
      parts.insert(parts.end(), contents.parts.begin(), contents.parts.end());
      return reading;
    }
    if (contents.tables.empty()) return reading;
  }
  if (!contents.tables.empty() || contents.followers || !contents.period.empty()) {
    Reading reading = merged(contents);
    reading.parts = std::move(contents.parts);
    return reading;
  }
  if (contents.error) return *std::move(contents.error);
  return nothing_wanted(*archive);
}

}  // namespace mf::ingest
