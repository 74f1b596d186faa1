#include "core/ladder.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/quantiles.h"
#include "core/sorted.h"

namespace mf::core {
namespace {

constexpr std::size_t fewest_rungs = 3;
constexpr double level_of_outer_cuts = 0.2;  // of a publisher's five classes, if they hold a fifth of the accounts each

bool is_above_zero(const std::optional<double>& value) { return value && *value > 0 && std::isfinite(*value); }

// Only a median, or what stands for one. A mean of a skewed quantity lies far above it.
std::optional<double> median_of(const Figures& figures, const Benchmark& record) {
  if (const std::optional<double> median = figures.get(record, Statistic::median)) return median;
  const std::optional<double> from = figures.get(record, Statistic::average_from);
  const std::optional<double> to = figures.get(record, Statistic::average_to);
  if (!is_above_zero(from) || !is_above_zero(to)) return std::nullopt;
  return std::sqrt(*from * *to);
}

std::optional<Rung> rung_of(const Figures& figures, const Benchmark& record) {
  const std::optional<double> followers = middle_of_band(record.min_followers, record.max_followers);
  const std::optional<double> median = median_of(figures, record);
  const std::optional<double> log_sd = log_spread(figures, record);
  if (!followers || !is_above_zero(median) || !log_sd) return std::nullopt;
  return Rung{&record, *followers, *median, *log_sd};
}

bool better(const Ladder& a, const Ladder& b) {
  if (a.grade != b.grade) return a.grade < b.grade;
  if (a.rungs.size() != b.rungs.size()) return a.rungs.size() > b.rungs.size();
  return a.source && b.source && a.source->year > b.source->year;
}

}  // namespace

std::optional<double> middle_of_band(double min_followers, double max_followers) {
  const bool open_below = min_followers <= 0;
  const bool open_above = max_followers == no_upper_bound;
  if (open_below && open_above) return std::nullopt;
  if (open_above) return 2 * min_followers;
  if (open_below) return max_followers / std::sqrt(10.0);
  return std::sqrt(min_followers * max_followers);
}

std::optional<double> log_spread(const Figures& figures, const Benchmark& record) {
  struct Pair {
    Statistic low;
    Statistic high;
    double level;  // of the lower; the upper lies as far from the middle
  };
  for (const Pair& pair : {Pair{Statistic::p10, Statistic::p90, 0.1}, Pair{Statistic::p25, Statistic::p75, 0.25},
                           Pair{Statistic::below_average_from, Statistic::above_average_to, level_of_outer_cuts}}) {
    const std::optional<double> low = figures.get(record, pair.low);
    const std::optional<double> high = figures.get(record, pair.high);
    if (!is_above_zero(low) || !is_above_zero(high) || *high <= *low) continue;
    return std::log(*high / *low) / (2 * normal_quantile(1 - pair.level));
  }
  return std::nullopt;
}

bool is_rate_of(const Benchmark& record, Platform platform, Denominator by) {
  return record.metric == Metric::engagement_rate && record.platform == platform && record.by == by &&
         record.grade >= 'A' && record.grade <= 'C';
}

std::optional<Ladder> best_ladder(const Figures& figures, Platform platform, Denominator by,
                                  std::span<const Benchmark> table) {
  std::vector<Ladder> ladders;
  for (const Benchmark& record : table) {
    if (!is_rate_of(record, platform, by) || !record.group.empty()) continue;
    const std::optional<Rung> rung = rung_of(figures, record);
    if (!rung) continue;
    auto ladder = std::find_if(ladders.begin(), ladders.end(), [&](const Ladder& l) {
      return l.source == record.source && std::ranges::equal(l.actions, record.actions);
    });
    if (ladder == ladders.end()) {
      ladder = ladders.insert(ladder, Ladder{record.source, record.actions, 'A', {}});
    }
    ladder->rungs.push_back(*rung);
    ladder->grade = std::max(ladder->grade, record.grade);
  }
  std::erase_if(ladders, [](const Ladder& l) { return l.rungs.size() < fewest_rungs; });
  const auto best = std::min_element(ladders.begin(), ladders.end(), better);
  if (best == ladders.end()) return std::nullopt;
  sort(best->rungs, [](const Rung& a, const Rung& b) {
    return a.followers != b.followers ? a.followers < b.followers : a.record < b.record;
  });
  return std::move(*best);
}

}  // namespace mf::core
