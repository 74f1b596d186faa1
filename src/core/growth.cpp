#include "core/growth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/calendar.h"
#include "core/history.h"
#include "core/number_text.h"

namespace mf::core {
namespace {

constexpr double days_a_month = 30.4375;
constexpr double rounding = 1e-6;  // of a day: an exact 100 days must not become 101
constexpr std::size_t fewest_stretches = 3;
constexpr int most_stretches = 4;
constexpr int shortest_stretch_days = 28;

// The ends of the stretches, from the newest back: the days nearest to an equal division, as far as there are any.
std::vector<DayCount> stretch_ends(std::span<const DayCount> days) {
  const DayCount& first = days.front();
  const DayCount& last = days.back();
  const std::int32_t covered = last.day - first.day;
  const int wanted = std::min(covered / shortest_stretch_days, most_stretches);
  const double length = static_cast<double>(covered) / wanted;
  std::vector<DayCount> ends = {last};
  for (int k = 1; k < wanted; ++k) {
    const double ideal = last.day - k * length;
    const DayCount& nearest = *std::min_element(
        days.begin(), days.end(),
        [ideal](const DayCount& a, const DayCount& b) { return std::abs(a.day - ideal) < std::abs(b.day - ideal); });
    const bool apart = std::min(ends.back().day - nearest.day, nearest.day - first.day) >= length / 2;
    if (apart) ends.push_back(nearest);
  }
  ends.push_back(first);
  return ends;
}

// 95th percentile of Student's t with 2 and 3 degrees of freedom.
double students_t(std::size_t stretches) { return stretches == fewest_stretches ? 2.919986 : 2.353363; }

Error too_little(const std::string& what_there_is) {
  return {
      "too-little-history",
      "A growth rate needs follower counts that cover at least twelve weeks and are spread over them; " + what_there_is,
      "history",
      {}};
}

// h days ahead where drift * h + bend * t * s * sqrt(h + h^2 / days) first meets `distance`, for bend +1 (earliest) or
// last for -1 (latest): squared, both are roots of (d^2 - c^2/T) h^2 - (2 d D + c^2) h + D^2 = 0.
struct Crossings {
  std::optional<double> earliest;
  std::optional<double> latest;
};

Crossings crossings(double drift, double c, double days, double distance) {
  const double a = drift * drift - c * c / days;
  const double b = 2 * drift * distance + c * c;
  const double discriminant = c * c * (c * c + 4 * drift * distance + 4 * distance * distance / days);
  Crossings result;
  if (discriminant < 0) return result;
  const double root_sum = b + std::sqrt(discriminant);
  if (root_sum <= 0) return result;
  result.earliest = 2 * distance * distance / root_sum;
  if (drift > 0 && a > 0) result.latest = root_sum / (2 * a);
  return result;
}

}  // namespace

Result<GrowthRate> growth_rate(std::span<const FollowerPoint> history) {
  const DayCounts all = day_counts(history);
  if (all.days.empty()) return too_little("there is none with a date.");
  const std::int32_t last = all.days.back().day;
  const auto first = std::find_if(all.days.begin(), all.days.end(),
                                  [last](const DayCount& day) { return last - day.day <= longest_history_days; });
  const std::span<const DayCount> days(first, all.days.end());
  const double covered = last - days.front().day;
  if (covered < shortest_history_days) {
    return too_little("these cover " + counted_text(covered, "day", "days") + ".");
  }
  const std::vector<DayCount> ends = stretch_ends(days);
  const std::size_t stretches = ends.size() - 1;
  if (stretches < fewest_stretches) {
    return too_little("these leave gaps that are too long.");
  }

  GrowthRate rate;
  rate.from = iso_date(days.front().day);
  rate.to = iso_date(last);
  rate.points = days.size();
  rate.left_out = all.left_out;
  rate.stretches = stretches;
  rate.daily_drift = std::log(days.back().followers / days.front().followers) / covered;
  double sum = 0;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const double length = ends[i - 1].day - ends[i].day;
    const double surprise = std::log(ends[i - 1].followers / ends[i].followers) - rate.daily_drift * length;
    sum += surprise * surprise / length;
  }
  rate.daily_spread = std::sqrt(sum / static_cast<double>(stretches - 1));
  const double half_width = students_t(stretches) * rate.daily_spread / std::sqrt(covered);
  const auto monthly = [](double daily) { return std::exp(daily * days_a_month) - 1; };
  rate.low = monthly(rate.daily_drift - half_width);
  rate.middle = monthly(rate.daily_drift);
  rate.high = monthly(rate.daily_drift + half_width);
  return rate;
}

BoundaryForecast boundary_forecast(const GrowthRate& growth, double followers, double boundary) {
  BoundaryForecast result;
  result.followers = followers;
  result.boundary = boundary;
  result.reached = followers >= boundary;
  const std::optional<std::int32_t> today = day_number(growth.to);
  const std::optional<std::int32_t> start = day_number(growth.from);
  if (result.reached || followers <= 0 || !today || !start) return result;

  const double covered = *today - *start;
  const double distance = std::log(boundary / followers);
  const auto date_in = [today](double days) -> std::optional<std::string> {
    if (!(days <= farthest_forecast_days)) return std::nullopt;
    return iso_date(*today + static_cast<std::int32_t>(std::ceil(days - rounding)));
  };
  const Crossings found =
      crossings(growth.daily_drift, students_t(growth.stretches) * growth.daily_spread, covered, distance);
  if (found.earliest) result.earliest = date_in(*found.earliest);
  if (found.latest) result.latest = date_in(*found.latest);
  if (growth.daily_drift > 0) {
    const double days = distance / growth.daily_drift;
    result.middle = date_in(days);
    result.beyond_the_history = days > covered;
  }
  return result;
}

std::optional<PublishedGrowth> published_growth(const Figures& figures, Platform platform, double followers) {
  for (const char* id : {"B0526", "B0527", "B0528"}) {
    const Benchmark* record = benchmark(id);
    if (record == nullptr || record->platform != platform) continue;
    if (followers < record->min_followers || followers >= record->max_followers) continue;
    const std::optional<double> gain = figures.centre(*record);
    if (gain) return PublishedGrowth{record, *gain, std::exp(std::log(1 + *gain) / 6) - 1};
  }
  return std::nullopt;
}

}  // namespace mf::core
