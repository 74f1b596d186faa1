// Earned media value: what publishers say that attention would have cost as advertising. It is no cash and nobody
// agrees on it, so it is a range over published methods and never part of profit.
//
// Methods (each figure is a record of benchmarks.h, and follows its replacements):
//   impressions x CPM                          Upfluence, $6.50 per 1,000 (B0522)
//   reach, likes, comments x a price each      Aspire, Instagram (B0806, B0806a, B0806b)
//   likes, comments, shares, clicks x a price  Ayzenberg, 2017, its first list (B0516d to B0516g)
//   likes, comments (TikTok: views, shares)    Octoly, in euros (B0517a to B0519d)
//   price of each action x 2.89                Klear (B0803), whose own prices are not published
//   reach x CPM x quality (20 % either way), 15 % around it   Keepface (B0805, B0805a), whose CPMs are not published
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/simulate.h"

namespace mf::core {

// One post or a whole campaign; each as far as known, finite and not negative.
struct EmvRequest {
  Platform platform = Platform::any;
  std::optional<double> reach;
  std::optional<double> impressions;
  std::optional<double> views;  // stand in for impressions that are not given
  std::optional<double> likes;
  std::optional<double> comments;
  std::optional<double> shares;
  std::optional<double> clicks;
  std::optional<double> engagements;  // of likes and comments alone; split into the two where neither is given, by the
                                      // published comments per like (B0557)
  std::optional<double> cpm;          // the person's own, in US dollars, for methods whose price is not published
};

// The medians of a simulation.
EmvRequest emv_request(const Simulation& simulation);

// Money is rounded to cents.
struct EmvMethod {
  std::string id;             // stable: "upfluence", "aspire", "ayzenberg-2017", "octoly", "klear", "keepface"
  std::string name;           // "Price per 1,000 impressions (Upfluence)"
  std::string formula;        // "9,000 views × $6.50 per 1,000"; with the bare name of a number that is missing
  std::optional<double> low;  // where the publisher gives a band; else all three are equal
  std::optional<double> typical;
  std::optional<double> high;
  std::string currency;
  char grade = 'D';  // the worst of its records'
  std::vector<std::string_view> sources;
  std::vector<std::string> needs;  // what is missing, if it cannot be computed: "impressions", "reach", "likes", ...
  bool counted = false;  // in the range: computed, US dollars, for this platform, and wholly the publisher's own
  std::string note;      // sentences: what to know before use, why it is not counted; may be empty
};

struct EmvRange {
  double low = 0;  // over the counted methods
  double high = 0;
  std::string currency;
  std::size_t methods = 0;
  std::string reason;  // why the ends differ in this case, or why there is but one
};

struct EmvEstimate {
  std::vector<EmvMethod> methods;  // counted ones from the lowest up, then other computed ones, then the rest
  std::optional<EmvRange> range;   // nothing if no method could be counted
  std::string note;                // what it is and is not: never empty
};

EmvEstimate emv_estimate(const EmvRequest& request, const Figures& figures);

}  // namespace mf::core
