// Who calls an account of this size what. A scheme is one publisher's follower bands; the verdict counts publishers.
// Boundaries are whole follower counts: a band [1,000, 10,000) holds 1,000 and 9,999 and not 10,000.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/account.h"

namespace mf::core {

inline constexpr double no_upper_bound = std::numeric_limits<double>::infinity();

struct Band {
  std::string_view tier;   // one spelling for all publishers: "nano", "micro", "mid", "macro", "mega", "celebrity", ...
  std::string_view label;  // the publisher's own wording
  double min = 0;          // 0 where the publisher gives no lower bound
  double max = no_upper_bound;
  std::string_view record;  // the benchmark record it came from, "B0016"
};

// Everything here points into constant data that outlives the program.
struct Scheme {
  std::string_view id;  // stable, "iab-uk"
  std::string_view publisher;
  std::string_view via;  // where it was read, if not with the publisher; else empty
  std::string_view title;
  int year = 0;          // 0 if the source is undated
  std::string_view url;  // empty for the five articles
  char grade = 'D';      // 'A', 'B', 'C', 'D'; 'S' for the five articles
  Platform platform = Platform::any;
  std::string_view article;  // "000" to "004" for the five articles; else empty
  std::string_view note;
  std::span<const Band> bands;
};

// Every scheme on record, the five articles first. schemes_version names the edition of the table.
std::span<const Scheme> schemes();
std::string_view schemes_version();

// What a scheme's vote weighs: A and S 1, B a half, C and D nothing (they are shown, not counted).
double vote_weight(const Scheme& scheme);

struct SchemeVerdict {
  std::string_view tier;         // empty where the publisher names no tier for this size
  std::string_view label;        // the publisher's wording of it
  std::optional<bool> is_micro;  // nothing if the publisher never says where micro lies
  std::optional<double> min;     // its micro range [min, max); max may be no_upper_bound
  std::optional<double> max;
};

// Where bands overlap, the narrowest that holds the count wins.
SchemeVerdict judge(const Scheme& scheme, double followers);

struct SchemeAnswer {
  const Scheme* scheme = nullptr;
  SchemeVerdict verdict;
  bool counted = false;  // its micro answer is a vote; one publisher has one vote
};

struct NextTier {
  std::string_view tier;  // the headline tier from there on; empty if most voters then name none
  double followers = 0;   // the first count with that tier
  double missing = 0;     // how many followers are missing until then
};

struct Verdict {
  bool is_micro = false;  // share >= 1/2
  int agree = 0;          // votes for micro ...
  int of = 0;             // ... of so many
  double share = 0;       // the same, weighted by grade; 0 to 1
  std::string_view
      tier;  // the tier name with most weight among the votes; micro wins a tie; empty if none names one.
             // The most frequent name need not have half of the votes: it may be micro when is_micro is not
  int articles_agree = 0;  // how many of the five articles say micro
  int articles_of = 0;
  std::vector<SchemeAnswer> schemes;  // every scheme that applies to the platform, in the order of the table
  std::optional<NextTier> next;       // nothing if no boundary above changes the headline tier
  std::optional<double> lower_line;  // nearest count at or below, at which a counted publisher changes its micro answer
  std::optional<double> upper_line;  // nearest such count above
  bool uncertain = false;            // the count is rounded, and is_micro or tier differs within what it stands for
  std::vector<const Scheme*> flips;  // schemes whose own answer differs within what the count stands for
};

// The verdict for one count. Applicable are the schemes for "any" platform and those for this platform; for
// Platform::any only the former. Of several schemes of one publisher that could vote, the platform's own votes, then
// the newest. `all` must outlive the verdict.
Verdict verdict(std::span<const Scheme> all, Platform platform, double followers);

// The verdict for a count as written. If it is rounded, [low, high) is searched for other answers.
Verdict verdict_range(std::span<const Scheme> all, Platform platform, const Count& followers);

struct SharePoint {
  double followers = 0;  // from this count on, until the next point
  double share = 0;      // weighted share of the votes that say micro
  int agree = 0;
  int of = 0;
};

// A step function over follower counts, starting at 0, with a point at every count where a vote changes.
std::vector<SharePoint> micro_share_curve(std::span<const Scheme> all, Platform platform);

}  // namespace mf::core
