// Every published figure in use, with where it comes from. A person may replace a figure by one of their own; what
// follows from it then follows from theirs, and says so.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/engagement.h"
#include "core/error.h"
#include "core/tiers.h"

namespace mf::core {

// A page or paper that figures were read from. Everything here points into constant data that outlives the program.
struct Source {
  std::string_view id;  // stable, "modash-instagram"
  std::string_view publisher;
  std::string_view via;  // where it was read, if not with the publisher; else empty
  std::string_view title;
  int year = 0;          // 0 if the source is undated
  std::string_view url;  // empty only for the five articles
};

enum class Metric {
  engagement_rate,
  reach_rate,          // people reached by a post / followers
  views_per_follower,  // views of a post / followers
  fee,                 // money for one post
  fee_rule,            // money per follower, engagement, view, ...
  fee_modifier,        // what a format or a right adds to a fee
  cpm,                 // money per 1,000 impressions or views
  cpe,                 // money per engagement
  posting_cadence,
  follower_growth,
  comments_per_like,
  click_rate,
  conversion_rate,
  order_value,
  show_rate,  // share of agreed posts that appear
  earned_media_value,
  return_on_spend,  // what came back per 1 of spend
  revenue_per_follower,
  effort,   // hours, shares of spend on administration
  finding,  // a single published result that a claim or a note rests on
};
const char* metric_id(Metric metric);    // "engagement_rate", the key of the API
const char* metric_name(Metric metric);  // "Engagement rate", for people

// What one number of a record is.
enum class Statistic {
  value,  // a single figure whose kind is in the definition: a price, a rule's factor, an overall result
  mean,
  median,
  unstated,  // the publisher does not say whether it is a mean or a median
  low,       // ends of a published range whose levels are not stated
  high,
  p10,
  p25,
  p75,
  p90,
  below_average_from,  // cut points of a publisher's five classes, whose quantile levels are not stated:
  average_from,        // low | below average | average | above average | high
  average_to,
  above_average_to,
};
const char* statistic_id(Statistic statistic);  // "belowAverageFrom", the key of the API
std::optional<Statistic> statistic_from_id(std::string_view id);
const char* statistic_name(Statistic statistic);  // "below average from", for people

struct Figure {
  Statistic statistic = Statistic::value;
  double value = 0;  // a rate is a fraction: 0.031 is 3.1 %
};

struct Benchmark {
  std::string_view id;  // "B0197"
  Metric metric = Metric::finding;
  Platform platform = Platform::any;
  double min_followers = 0;  // of the accounts it is about: [min, max)
  double max_followers = no_upper_bound;
  std::string_view group;  // what else they have in common: "story", "photo", "brands", "micro"; empty if nothing
  std::string_view unit;   // "fraction", "USD per post", "USD per 1,000 impressions", "posts a week", ...
  std::optional<Denominator> by;    // of every rate of engagement; of a click rate where it is one of these
  std::span<const Action> actions;  // what that rate counts; empty where the publisher does not say
  std::string_view definition;      // what was measured or asked, in our words
  const Source* source = nullptr;
  char grade =
      'D';  // 'A' the publisher's own page, 'B' a second hand, 'C' unaudited, 'D' circulating; 'S' the articles
  std::string_view note;
  std::span<const Figure> figures;  // at least one
};

// Every record, in the order of the table. benchmarks_version names its edition.
std::span<const Benchmark> benchmarks();
std::string_view benchmarks_version();
const Benchmark* benchmark(std::string_view id);  // nothing if there is none of that id

struct Replacement {
  std::string id;  // of the record
  Statistic statistic = Statistic::value;
  double value = 0;
  bool operator==(const Replacement&) const = default;
};

// What is wrong with a replacement, if anything. Errors: unknown-figure (no such record, or it has no such statistic),
// not-a-number, out-of-range (negative; a fraction above what its metric can be).
std::optional<Error> check_replacement(const Replacement& replacement);

// The figures that a computation uses: as published, but for what a person has replaced.
class Figures {
 public:
  Figures() = default;
  // Each must pass check_replacement; of two for the same figure the later counts.
  explicit Figures(std::vector<Replacement> replacements) : replacements_(std::move(replacements)) {}

  // Nothing if the record does not give it.
  std::optional<double> get(const Benchmark& record, Statistic statistic) const;
  // A central figure of the record: its median, else its mean, its value, one unstated, the geometric middle of
  // average_from and average_to, or that of low and high.
  std::optional<double> centre(const Benchmark& record) const;
  bool is_replaced(std::string_view id) const;
  std::span<const Replacement> replacements() const { return replacements_; }

 private:
  std::vector<Replacement> replacements_;
};

}  // namespace mf::core
