// The table of published figures, written at build time from assets/benchmarks.json.
#include "core/benchmarks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace mf::core {
namespace {

struct MetricNames {
  Metric metric;
  const char* id;
  const char* name;
};

constexpr std::array<MetricNames, 20> metrics = {{
    {Metric::engagement_rate, "engagement_rate", "Engagement rate"},
    {Metric::reach_rate, "reach_rate", "Reach rate"},
    {Metric::views_per_follower, "views_per_follower", "Views per follower"},
    {Metric::fee, "fee", "Fee"},
    {Metric::fee_rule, "fee_rule", "Rule for a fee"},
    {Metric::fee_modifier, "fee_modifier", "Addition to a fee"},
    {Metric::cpm, "cpm", "Cost per 1,000 impressions"},
    {Metric::cpe, "cpe", "Cost per engagement"},
    {Metric::posting_cadence, "posting_cadence", "Posting cadence"},
    {Metric::follower_growth, "follower_growth", "Follower growth"},
    {Metric::comments_per_like, "comments_per_like", "Comments per like"},
    {Metric::click_rate, "click_rate", "Click rate"},
    {Metric::conversion_rate, "conversion_rate", "Conversion rate"},
    {Metric::order_value, "order_value", "Order value"},
    {Metric::show_rate, "show_rate", "Share who post as agreed"},
    {Metric::earned_media_value, "earned_media_value", "Earned media value"},
    {Metric::return_on_spend, "return_on_spend", "Return on spend"},
    {Metric::revenue_per_follower, "revenue_per_follower", "Revenue per follower"},
    {Metric::effort, "effort", "Effort"},
    {Metric::finding, "finding", "Finding"},
}};

struct StatisticNames {
  Statistic statistic;
  const char* id;
  const char* name;
};

constexpr std::array<StatisticNames, 14> statistics = {{
    {Statistic::value, "value", "value"},
    {Statistic::mean, "mean", "mean"},
    {Statistic::median, "median", "median"},
    {Statistic::unstated, "unstated", "mean or median, not stated"},
    {Statistic::low, "low", "low end"},
    {Statistic::high, "high", "high end"},
    {Statistic::p10, "p10", "10th percentile"},
    {Statistic::p25, "p25", "25th percentile"},
    {Statistic::p75, "p75", "75th percentile"},
    {Statistic::p90, "p90", "90th percentile"},
    {Statistic::below_average_from, "belowAverageFrom", "below average from"},
    {Statistic::average_from, "averageFrom", "average from"},
    {Statistic::average_to, "averageTo", "average to"},
    {Statistic::above_average_to, "aboveAverageTo", "above average to"},
}};

const MetricNames& names_of(Metric metric) {
  return *std::find_if(metrics.begin(), metrics.end() - 1, [&](const MetricNames& n) { return n.metric == metric; });
}

const StatisticNames& names_of(Statistic statistic) {
  return *std::find_if(statistics.begin(), statistics.end() - 1,
                       [&](const StatisticNames& n) { return n.statistic == statistic; });
}

// The table as it lies in the program. Benchmark, with its pointers and doubles, costs the page's download twice as
// much; so the table is kept in this form and unpacked once, when it is first asked for.
struct PackedFigure {
  Statistic statistic;
  std::uint32_t digits;  // of value * 10^decimals
  std::uint8_t decimals;
};

struct PackedRecord {
  Metric metric;
  Platform platform;
  double min_followers;
  double max_followers;
  std::optional<Denominator> by;
  std::uint16_t group;  // lines of the table's text
  std::uint16_t unit;
  std::uint16_t definition;
  std::uint16_t note;
  std::uint8_t source;
  std::uint8_t actions;
  std::uint8_t figures;  // how many of the next figures are its own
  char grade;
};

#include "benchmarks_table.inc"

// The closest double to the decimal number, as a literal in the source would be: both sides of the division are exact.
double value_of(const PackedFigure& figure) {
  double scale = 1;
  for (int i = 0; i < figure.decimals; ++i) scale *= 10;
  return figure.digits / scale;
}

struct Table {
  Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  std::array<Source, source_count> sources;
  std::array<Figure, figure_count> figures;
  std::array<Benchmark, record_count> records;
};

Table::Table() {
  std::string_view rest = table_lines;
  const auto next_line = [&rest] {
    const std::size_t length = rest.find('\n');
    const std::string_view line = rest.substr(0, length);
    rest.remove_prefix(length + 1);
    return line;
  };
  for (std::size_t i = 0; i < source_count; ++i) {
    sources[i] = {next_line(), next_line(), next_line(), next_line(), table_years[i], next_line()};
  }
  std::array<std::string_view, text_count> texts;
  for (std::string_view& text : texts) text = next_line();
  for (std::size_t i = 0; i < figure_count; ++i) figures[i] = {table_figures[i].statistic, value_of(table_figures[i])};

  std::size_t first = 0;
  for (std::size_t i = 0; i < record_count; ++i) {
    const PackedRecord& packed = table_records[i];
    records[i] = {next_line(),
                  packed.metric,
                  packed.platform,
                  packed.min_followers,
                  packed.max_followers,
                  texts[packed.group],
                  texts[packed.unit],
                  packed.by,
                  table_actions[packed.actions],
                  texts[packed.definition],
                  &sources[packed.source],
                  packed.grade,
                  texts[packed.note],
                  std::span<const Figure>(figures).subspan(first, packed.figures)};
    first += packed.figures;
  }
}

const Table& table() {
  static const Table unpacked;
  return unpacked;
}

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

const char* metric_id(Metric metric) { return names_of(metric).id; }

const char* metric_name(Metric metric) { return names_of(metric).name; }

const char* statistic_id(Statistic statistic) { return names_of(statistic).id; }

std::optional<Statistic> statistic_from_id(std::string_view id) {
  for (const StatisticNames& names : statistics) {
    if (id == names.id) return names.statistic;
  }
  return std::nullopt;
}

const char* statistic_name(Statistic statistic) { return names_of(statistic).name; }

std::span<const Benchmark> benchmarks() { return table().records; }

std::string_view benchmarks_version() { return table_version; }

const Benchmark* benchmark(std::string_view id) {
  for (const Benchmark& record : benchmarks()) {
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
