#include "core/expected.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/quantiles.h"

namespace mf::core {
namespace {

constexpr double level_of_band = 0.1;  // the expected band is P10 to P90

using Form = CurveShape::Form;

// Which curves are drawn, and how. The shapes are those with the least leave-one-out error on the published figures,
// of a straight line and bends at 5, 10, 20, 50, 100 and 200 thousand; for the spread a level one where that is right
// to 10 %, since the levels of classes are known less well than that. They are settled here and not at every fit, so
// that a replaced figure never turns one shape into another. `./dev bench expected` prints the errors of all of them.
//
// No LinkedIn: publishers differ by about ten times for what they call the same rate. No Facebook, Pinterest, Twitch:
// there are only brand pages, thresholds, and a score without a formula.
struct Recipe {
  Platform platform;
  Denominator by;
  CurveShape median;
  CurveShape spread;
};

constexpr std::array<Recipe, 6> recipes = {{
    {Platform::instagram, Denominator::followers, {Form::bent, 10'000}, {Form::bent, 50'000}},
    {Platform::tiktok, Denominator::views, {Form::bent, 200'000}, {Form::level}},
    {Platform::tiktok, Denominator::followers, {Form::bent, 20'000}, {Form::bent, 100'000}},
    {Platform::youtube, Denominator::followers, {Form::bent, 10'000}, {Form::level}},
    {Platform::youtube, Denominator::views, {Form::bent, 10'000}, {Form::level}},
    {Platform::x, Denominator::followers, {Form::straight}, {Form::level}},
}};

const Recipe* recipe_of(Platform platform, Denominator by) {
  for (const Recipe& recipe : recipes) {
    if (recipe.platform == platform && recipe.by == by) return &recipe;
  }
  return nullptr;
}

bool is_cut_into_classes(const Benchmark& record) {
  return std::any_of(record.figures.begin(), record.figures.end(),
                     [](const Figure& figure) { return figure.statistic == Statistic::below_average_from; });
}

// What a reader must know of the figures: their grade, the table's own note on them, and how they were read.
std::string caveat_of(const Ladder& ladder) {
  std::string caveat;
  const auto say = [&caveat](std::string_view sentence) {
    if (sentence.empty()) return;
    if (!caveat.empty()) caveat += ' ';
    caveat += sentence;
  };
  if (ladder.grade == 'C') say("Nothing better than an unaudited figure is published.");
  say(ladder.rungs.front().record->note);
  if (ladder.actions.empty()) say("The publisher does not say what is counted.");
  if (std::any_of(ladder.rungs.begin(), ladder.rungs.end(),
                  [](const Rung& rung) { return is_cut_into_classes(*rung.record); })) {
    say("The publisher does not say where its five classes are cut; each is taken to hold a fifth of the accounts.");
  }
  return caveat;
}

std::optional<SizeCurve> fit(std::span<const Rung> rungs, double Rung::* value, const CurveShape& shape) {
  std::vector<SizePoint> points;
  points.reserve(rungs.size());
  for (const Rung& rung : rungs) points.push_back({rung.followers, rung.*value});
  return fit_size_curve(points, shape);
}

bool is_covered(const ExpectedCurve& curve, double followers) {
  return followers >= curve.from && followers < curve.to;
}

CurvePoint point_at(const ExpectedCurve& curve, double followers) {
  const double size = std::clamp(followers, curve.level_until, curve.level_from);
  const double median = curve.median.at(size);
  const double factor = std::exp(normal_quantile(1 - level_of_band) * curve.log_sd.at(size));
  return {followers, median, median / factor, median * factor};
}

// 12345 as "12,345".
std::string grouped(double whole) {
  std::string digits = std::to_string(static_cast<std::int64_t>(whole));
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

// "Instagram engagement by followers"
std::string rate_in_words(Platform platform, Denominator by) {
  return std::string(platform_name(platform)) + " engagement by " + denominator_id(by);
}

}  // namespace

std::optional<ExpectedCurve> expected_curve(const Figures& figures, Platform platform, Denominator by,
                                            std::span<const Benchmark> table) {
  const Recipe* recipe = recipe_of(platform, by);
  if (!recipe) return std::nullopt;
  std::optional<Ladder> ladder = best_ladder(figures, platform, by, table);
  if (!ladder) return std::nullopt;
  const std::optional<SizeCurve> median = fit(ladder->rungs, &Rung::median, recipe->median);
  const std::optional<SizeCurve> log_sd = fit(ladder->rungs, &Rung::log_sd, recipe->spread);
  if (!median || !log_sd) return std::nullopt;

  ExpectedCurve curve;
  curve.platform = platform;
  curve.by = by;
  const Rung& first = ladder->rungs.front();
  const Rung& last = ladder->rungs.back();
  curve.from = first.record->min_followers;
  curve.to = last.record->max_followers;
  curve.level_until = curve.from > 0 ? curve.from : first.followers;
  curve.level_from = curve.to < no_upper_bound ? curve.to : last.followers;
  curve.median = *median;
  curve.log_sd = *log_sd;
  curve.caveat = caveat_of(*ladder);
  curve.ladder = *std::move(ladder);
  return curve;
}

std::vector<ExpectedCurve> expected_curves(const Figures& figures, Platform platform,
                                           std::span<const Benchmark> table) {
  std::vector<Denominator> order = {Denominator::followers, Denominator::reach, Denominator::impressions,
                                    Denominator::views};
  const auto usual = std::find(order.begin(), order.end(), default_denominator(platform));
  std::rotate(order.begin(), usual, usual + 1);
  std::vector<ExpectedCurve> curves;
  for (const Denominator by : order) {
    if (std::optional<ExpectedCurve> curve = expected_curve(figures, platform, by, table)) {
      curves.push_back(*std::move(curve));
    }
  }
  return curves;
}

std::optional<ExpectedRate> expected_rate(const ExpectedCurve& curve, double followers) {
  if (!is_covered(curve, followers)) return std::nullopt;
  const CurvePoint point = point_at(curve, followers);
  ExpectedRate rate;
  rate.by = curve.by;
  rate.actions = curve.ladder.actions;
  rate.median = point.median;
  rate.low = point.low;
  rate.high = point.high;
  rate.log_sd = curve.log_sd.at(std::clamp(followers, curve.level_until, curve.level_from));
  rate.grade = curve.ladder.grade;
  for (const Rung& rung : curve.ladder.rungs) rate.sources.push_back(rung.record->id);
  rate.caveat = curve.caveat;
  return rate;
}

std::optional<ExpectedRate> expected_rate(const Figures& figures, Platform platform, Denominator by, double followers,
                                          std::span<const Benchmark> table) {
  const std::optional<ExpectedCurve> curve = expected_curve(figures, platform, by, table);
  return curve ? expected_rate(*curve, followers) : std::nullopt;
}

Percentile percentile_of(const ExpectedRate& expected, double rate, double rate_low, double rate_high) {
  const auto share_below = [&expected](double value) {
    return value > 0 ? normal_cdf(std::log(value / expected.median) / expected.log_sd) : 0.0;
  };
  return {share_below(rate_low), share_below(rate), share_below(rate_high)};
}

std::vector<CurvePoint> curve_points(const ExpectedCurve& curve, std::size_t count) {
  const double first = curve.from > 0 ? curve.from : curve.level_until / 10;
  const double last = curve.to < no_upper_bound ? curve.to : curve.level_from * 10;
  const double step = std::log(last / first) / static_cast<double>(count - 1);
  std::vector<CurvePoint> points;
  points.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double followers = i + 1 == count ? last : first * std::exp(step * static_cast<double>(i));
    points.push_back(point_at(curve, followers));
  }
  return points;
}

std::vector<OtherFigure> other_figures(const ExpectedCurve& curve, const Figures& figures,
                                       std::span<const Benchmark> table) {
  std::vector<OtherFigure> others;
  for (const Benchmark& record : table) {
    if (!is_rate_of(record, curve.platform, curve.by)) continue;
    const bool used = std::any_of(curve.ladder.rungs.begin(), curve.ladder.rungs.end(),
                                  [&](const Rung& rung) { return rung.record->id == record.id; });
    const std::optional<double> followers = middle_of_band(record.min_followers, record.max_followers);
    const std::optional<double> rate = figures.centre(record);
    if (used || !followers || !rate || !is_covered(curve, *followers)) continue;
    others.push_back({&record, *followers, *rate, point_at(curve, *followers).median});
  }
  return others;
}

std::vector<const Benchmark*> overall_rates(Platform platform, std::span<const Benchmark> table) {
  std::vector<const Benchmark*> rates;
  for (const Benchmark& record : table) {
    const bool is_general = record.group.empty() || record.group == "brands";
    if (record.metric == Metric::engagement_rate && record.platform == platform && record.grade != 'D' && is_general &&
        !middle_of_band(record.min_followers, record.max_followers)) {
      rates.push_back(&record);
    }
  }
  return rates;
}

std::string what_is_known(const Figures& figures, Platform platform, Denominator by, std::span<const Benchmark> table) {
  if (platform == Platform::any) return "What is usual differs between platforms; name the platform.";
  if (const std::optional<ExpectedCurve> curve = expected_curve(figures, platform, by, table)) {
    const std::string start = "The published figures of " + rate_in_words(platform, by) + " are about accounts ";
    const bool open_below = curve->from <= 0;
    const bool open_above = curve->to == no_upper_bound;
    if (open_below && open_above) return start + "of every size.";
    if (open_above) return start + "from " + grouped(curve->from) + " followers on.";
    if (open_below) return start + "under " + grouped(curve->to) + " followers.";
    return start + "from " + grouped(curve->from) + " to " + grouped(curve->to) + " followers.";
  }
  switch (platform) {
    case Platform::linkedin:
      return "Publishers' figures of LinkedIn engagement differ by about ten times for what they call the same rate, "
             "so no rate is taken as usual.";
    case Platform::facebook:
      return "By size of account, Facebook engagement is published only for brand pages, in an old table without a "
             "source; no rate is taken as usual.";
    case Platform::pinterest:
      return "Nobody publishes Pinterest engagement by size of account with a method that can be checked.";
    case Platform::twitch:
      return "Nobody publishes Twitch engagement by size of account with a formula that can be applied.";
    default:
      return "Nobody publishes " + rate_in_words(platform, by) +
             " by size of account with a method that can be checked.";
  }
}

}  // namespace mf::core
