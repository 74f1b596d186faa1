// The table of published figures, written at build time from assets/benchmarks.json.
#include "core/benchmarks.h"

#include <algorithm>
#include <cmath>

namespace mf::core {
namespace {

#include "benchmarks_table.inc"

const Figure* figure_of(const Benchmark& record, Statistic statistic) {
  for (const Figure& figure : record.figures) {
    if (figure.statistic == statistic) return &figure;
  }
  return nullptr;
}

// Posts are seen by people who do not follow: reach and views per follower have no largest value.
double largest(const Benchmark& record) {
  const bool share =
      record.unit == "fraction" && record.metric != Metric::reach_rate && record.metric != Metric::views_per_follower;
  return share ? 1 : std::numeric_limits<double>::max();
}

}  // namespace

const char* metric_id(Metric metric) {
  switch (metric) {
    case Metric::engagement_rate:
      return "engagement_rate";
    case Metric::reach_rate:
      return "reach_rate";
    case Metric::views_per_follower:
      return "views_per_follower";
    case Metric::fee:
      return "fee";
    case Metric::fee_rule:
      return "fee_rule";
    case Metric::fee_modifier:
      return "fee_modifier";
    case Metric::cpm:
      return "cpm";
    case Metric::cpe:
      return "cpe";
    case Metric::posting_cadence:
      return "posting_cadence";
    case Metric::follower_growth:
      return "follower_growth";
    case Metric::comments_per_like:
      return "comments_per_like";
    case Metric::click_rate:
      return "click_rate";
    case Metric::conversion_rate:
      return "conversion_rate";
    case Metric::order_value:
      return "order_value";
    case Metric::show_rate:
      return "show_rate";
    case Metric::earned_media_value:
      return "earned_media_value";
    case Metric::return_on_spend:
      return "return_on_spend";
    case Metric::revenue_per_follower:
      return "revenue_per_follower";
    case Metric::effort:
      return "effort";
    case Metric::finding:
      return "finding";
  }
  return "";
}

const char* metric_name(Metric metric) {
  switch (metric) {
    case Metric::engagement_rate:
      return "Engagement rate";
    case Metric::reach_rate:
      return "Reach rate";
    case Metric::views_per_follower:
      return "Views per follower";
    case Metric::fee:
      return "Fee";
    case Metric::fee_rule:
      return "Rule for a fee";
    case Metric::fee_modifier:
      return "Addition to a fee";
    case Metric::cpm:
      return "Cost per 1,000 impressions";
    case Metric::cpe:
      return "Cost per engagement";
    case Metric::posting_cadence:
      return "Posting cadence";
    case Metric::follower_growth:
      return "Follower growth";
    case Metric::comments_per_like:
      return "Comments per like";
    case Metric::click_rate:
      return "Click rate";
    case Metric::conversion_rate:
      return "Conversion rate";
    case Metric::order_value:
      return "Order value";
    case Metric::show_rate:
      return "Share who post as agreed";
    case Metric::earned_media_value:
      return "Earned media value";
    case Metric::return_on_spend:
      return "Return on spend";
    case Metric::revenue_per_follower:
      return "Revenue per follower";
    case Metric::effort:
      return "Effort";
    case Metric::finding:
      return "Finding";
  }
  return "";
}

const char* statistic_id(Statistic statistic) {
  switch (statistic) {
    case Statistic::value:
      return "value";
    case Statistic::mean:
      return "mean";
    case Statistic::median:
      return "median";
    case Statistic::unstated:
      return "unstated";
    case Statistic::low:
      return "low";
    case Statistic::high:
      return "high";
    case Statistic::p10:
      return "p10";
    case Statistic::p25:
      return "p25";
    case Statistic::p75:
      return "p75";
    case Statistic::p90:
      return "p90";
    case Statistic::below_average_from:
      return "belowAverageFrom";
    case Statistic::average_from:
      return "averageFrom";
    case Statistic::average_to:
      return "averageTo";
    case Statistic::above_average_to:
      return "aboveAverageTo";
  }
  return "";
}

const char* statistic_name(Statistic statistic) {
  switch (statistic) {
    case Statistic::value:
      return "value";
    case Statistic::mean:
      return "mean";
    case Statistic::median:
      return "median";
    case Statistic::unstated:
      return "mean or median, not stated";
    case Statistic::low:
      return "low end";
    case Statistic::high:
      return "high end";
    case Statistic::p10:
      return "10th percentile";
    case Statistic::p25:
      return "25th percentile";
    case Statistic::p75:
      return "75th percentile";
    case Statistic::p90:
      return "90th percentile";
    case Statistic::below_average_from:
      return "below average from";
    case Statistic::average_from:
      return "average from";
    case Statistic::average_to:
      return "average to";
    case Statistic::above_average_to:
      return "above average to";
  }
  return "";
}

std::span<const Benchmark> benchmarks() { return table_records; }

std::string_view benchmarks_version() { return table_version; }

const Benchmark* benchmark(std::string_view id) {
  for (const Benchmark& record : table_records) {
    if (record.id == id) return &record;
  }
  return nullptr;
}

std::optional<Error> check_replacement(const Replacement& replacement) {
  const Benchmark* const record = benchmark(replacement.id);
  const std::string field = replacement.id + "." + statistic_id(replacement.statistic);
  if (record == nullptr) {
    return Error{
        "unknown-figure", "There is no published figure " + replacement.id + " to replace.", replacement.id, {}};
  }
  if (figure_of(*record, replacement.statistic) == nullptr) {
    return Error{"unknown-figure",
                 "The figure " + replacement.id + " does not give this: " + statistic_name(replacement.statistic) + ".",
                 field,
                 {}};
  }
  if (!std::isfinite(replacement.value)) {
    return Error{"not-a-number", "What replaces " + replacement.id + " must be a number.", field, {}};
  }
  if (replacement.value < 0) {
    return Error{"out-of-range", "What replaces " + replacement.id + " must be 0 or more.", field, {}};
  }
  if (replacement.value > largest(*record)) {
    return Error{"out-of-range", "What replaces " + replacement.id + " must be at most 1, which is 100 %.", field, {}};
  }
  return std::nullopt;
}

std::optional<double> Figures::get(const Benchmark& record, Statistic statistic) const {
  const Figure* const published = figure_of(record, statistic);
  if (published == nullptr) return std::nullopt;
  const auto own = std::find_if(replacements_.rbegin(), replacements_.rend(), [&](const Replacement& replacement) {
    return replacement.id == record.id && replacement.statistic == statistic;
  });
  return own != replacements_.rend() ? own->value : published->value;
}

std::optional<double> Figures::centre(const Benchmark& record) const {
  for (const Statistic statistic : {Statistic::median, Statistic::mean, Statistic::value, Statistic::unstated}) {
    if (const std::optional<double> figure = get(record, statistic)) return figure;
  }
  const auto middle = [&](Statistic from, Statistic to) -> std::optional<double> {
    const std::optional<double> low = get(record, from);
    const std::optional<double> high = get(record, to);
    if (!low || !high) return std::nullopt;
    return std::sqrt(*low * *high);
  };
  if (const std::optional<double> average = middle(Statistic::average_from, Statistic::average_to)) return average;
  return middle(Statistic::low, Statistic::high);
}

bool Figures::is_replaced(std::string_view id) const {
  return std::any_of(replacements_.begin(), replacements_.end(),
                     [&](const Replacement& replacement) { return replacement.id == id; });
}

}  // namespace mf::core
