// What was understood of the bytes that a person gave us, and what was not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/account.h"

namespace mf::ingest {

enum class Kind { account, roster, history, results };
const char* kind_id(Kind kind);  // "account", "roster", "history", "results"

// Which column of the input was taken for which field; as a hint, for which it is to be taken.
struct Mapping {
  std::string column;  // as written in the input
  std::string field;   // "followers", "likes", ... (field_key in columns.h); "" for a column that is not used
  bool operator==(const Mapping&) const = default;
};

struct Skipped {
  std::size_t row = 0;  // 1-based record in the input, the header included
  std::string reason;   // a sentence fragment: "totals row", "no numbers in it"
  bool operator==(const Skipped&) const = default;
};

// What an export says of a stretch of days as a whole, which no post and no day's follower total carries.
struct PeriodFigure {
  std::string name;  // "reach", "impressions", "views", "interactions", "profile_visits", "follows", "unfollows",
                     // "net_followers", "clicks", "spend", "purchases", "purchase_value", ...
  double value = 0;
  std::string currency;  // ISO 4217, of an amount of money; else empty
  std::string from;      // ISO 8601, as far as the input says so; else empty
  std::string until;
  bool operator==(const PeriodFigure&) const = default;
};

// One file of an archive.
struct Part {
  std::string name;  // its path in the archive
  std::string what;  // what it was read as: "posts", "followers", "insights"; empty if it was left shut
  std::string note;  // why it was left shut or read in part; else empty
  bool operator==(const Part&) const = default;
};

struct Reading {
  std::string format;  // "profile-text", "posts-csv", "roster-csv", "instagram-download", ...
  Kind kind = Kind::account;
  core::Account account;
  std::vector<core::Post> posts;
  std::vector<core::Creator> creators;
  std::vector<core::FollowerPoint> history;
  std::optional<double> followers_at_least;  // the length of a list of followers, which an export may cut short
  std::vector<PeriodFigure> period;
  std::vector<Part> parts;  // of an archive: the files that were read, and those that might have been
  std::vector<Mapping> mapping;
  std::vector<Skipped> skipped;
  std::vector<std::string> needs;     // fields that the input lacks and the answer wants, e.g. "followers"
  std::vector<std::string> warnings;  // sentences
};

// What the caller knows besides the bytes. Everything is optional.
struct Hints {
  std::string file_name;
  core::Platform platform = core::Platform::any;
  std::string locale;  // BCP 47, e.g. "de"; decides numbers such as "1.234" that the input leaves open
  // What the columns of a table are, where that is known better than their names say. All must stand in one row, the
  // header; a field that one of them gets is taken from the column that had it. A Reading's mapping, given back,
  // changes nothing. Of two columns with the same name the first is meant, unless both are listed.
  std::vector<Mapping> columns;
  // Told now and then, while a large table is read, how much of it is, 0 to 1.
  void (*progress)(double part) = nullptr;
};

}  // namespace mf::ingest
