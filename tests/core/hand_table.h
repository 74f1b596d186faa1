// A small table of benchmarks made by hand, whose curves can be followed on paper.
#pragma once

#include <deque>
#include <string_view>
#include <utility>
#include <vector>

#include "core/benchmarks.h"

namespace mf::core {

inline constexpr Action likes_and_comments[] = {Action::likes, Action::comments};
inline const Source first_publisher = {"first", "First", "", "Rates", 2020, "https://example.org/1"};
inline const Source second_publisher = {"second", "Second", "", "Rates", 2026, "https://example.org/2"};

// Engagement on X by followers: its curve is straight and its spread level.
class Table {
 public:
  Table() = default;
  Table(const Table&) = delete;  // a record points to its figures
  Table(Table&&) = default;

  Benchmark& add(std::string_view id, double min, double max, std::vector<Figure> figures) {
    Benchmark record;
    record.id = id;
    record.metric = Metric::engagement_rate;
    record.platform = Platform::x;
    record.min_followers = min;
    record.max_followers = max;
    record.unit = "fraction";
    record.by = Denominator::followers;
    record.actions = likes_and_comments;
    record.source = &first_publisher;
    record.grade = 'A';
    record.figures = figures_.emplace_back(std::move(figures));
    return records_.emplace_back(record);
  }
  // Half of the accounts lie within a factor of two of the median.
  Benchmark& add_median(std::string_view id, double min, double max, double median) {
    return add(id, min, max, {{Statistic::p25, median / 2}, {Statistic::median, median}, {Statistic::p75, median * 2}});
  }
  // They point into this table.
  std::vector<Benchmark> records() const { return {records_.begin(), records_.end()}; }

 private:
  std::deque<std::vector<Figure>> figures_;  // in deques, so that references stay good
  std::deque<Benchmark> records_;
};

// Four times the size, half the rate; the middles are 2,000, 8,000 and 32,000.
inline Table falling() {
  Table table;
  table.add_median("T1", 1'000, 4'000, 0.04);
  table.add_median("T2", 4'000, 16'000, 0.02);
  table.add_median("T3", 16'000, 64'000, 0.01);
  return table;
}

}  // namespace mf::core
