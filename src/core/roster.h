// A list of creators, each looked at before money is spent: is its engagement usual for its size, what may be wrong
// with the row, what does it cost, and how far does its rate rest on the row and how far on what is usual.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/campaign.h"
#include "core/expected.h"

namespace mf::core {

// How many posts a row's average is taken to rest on where nobody says: 12, as in HypeAuditor's rate.
inline constexpr double assumed_posts_of_average = 12;

inline constexpr std::size_t platform_count = static_cast<std::size_t>(Platform::twitch) + 1;

struct RosterRequest {
  std::vector<Creator> creators;
  std::string currency;  // ISO 4217; empty: the one that most rows give, US dollars if none does
  // What is known for all creators: `fee` and `engagement_rate` stand in where a row gives none.
  Inputs inputs;
  std::vector<Replacement> figures;  // each passes check_replacement
};

// What stands out in a row and deserves a look; never a verdict.
struct RosterFlag {
  std::string_view id;   // "engagement-above", "engagement-below", "few-comments", "many-comments", "rate-and-counts",
                         // "rate-of-what", "rate-missing", "followers-missing", "fee-estimated"
  std::string sentence;  // with its numbers
};

struct VettedCreator {
  std::string_view tier;  // as most publishers call its size (tiers.h); empty if there is none
  std::string reason;     // why it cannot be picked, a sentence; empty if it can

  // Engagement. Rates are fractions of followers or views, whichever the row's own rate is of.
  Denominator by = Denominator::followers;
  std::optional<double> own_rate;        // as given, or likes + comments over followers (over views without followers)
  std::optional<double> usual_rate;      // the median of accounts of its size; nothing where nobody publishes it
  std::optional<Percentile> percentile;  // of the shrunken rate among accounts of its size
  double data_share = 0;            // how much of the rate below comes from the row, 0 to 1; the rest is what is usual
  std::optional<Uncertain> rate;    // P5 and P95 of the true rate; nothing if neither is known
  std::optional<double> mean_rate;  // the expectation of it

  double base = 0;               // followers or views that the rate is of
  std::optional<double> fee;     // for one post
  bool fee_is_estimate = false;  // the row gives none: the middle of the published methods, or the plan's own
  std::vector<RosterFlag> flags;
};

struct Roster {
  std::string currency;
  std::vector<VettedCreator> creators;  // one for each row, in their order
};

// Vets rows one after the other, so that a page can do so in slices.
//
// The rate of a row rests on `assumed_posts_of_average` posts, whose logarithms have the variance of shrinkage.h:
//   v           assumed_post_log_variance / assumed_posts_of_average
//   data_share  log_sd^2 / (log_sd^2 + v), with the spread log_sd between accounts of its size
// and the true rate's logarithm lies around the mean of the two medians with that weight, with variance data_share v.
// Where nobody publishes what is usual, the row's rate stands alone, with variance v. P5 and P95 of it are what
// `simulate` takes for a range, as a logit-normal rate; mean_rate is the mean of that.
//
// A row's rate counts as by views where likes, comments and views fit that better than followers do.
class Vetting {
 public:
  explicit Vetting(RosterRequest request);
  ~Vetting();
  Vetting(Vetting&&) noexcept;
  Vetting& operator=(Vetting&&) noexcept;

  bool done() const;
  void advance(std::size_t rows);
  const RosterRequest& request() const;
  const Roster& roster() const;  // complete once done
  Roster take();                 // it, once done

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

Roster vet(RosterRequest request);

}  // namespace mf::core
