// Figures of days or campaigns added up to figures of the period, where adding them is right.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/columns.h"
#include "ingest/reading.h"

namespace mf::ingest {

// PeriodFigure::name of a field: "views", "net_followers", ... A fee is what was spent.
std::string period_name(Field field);

// A number that counts people counts each of them once a day, so its days cannot be added up.
bool is_additive(Field field);

class PeriodSums {
 public:
  void add(Field field, double value);
  // The day that a row stands for, as ISO 8601; empty if it is not certain.
  void add_day(std::string_view iso);

  bool has(Field field) const { return of(field).rows > 0; }
  double sum(Field field) const { return of(field).sum; }
  // Something that can be told of the period.
  bool is_useful() const;
  // The first and the last day; empty if a row has none.
  std::string from() const { return undated_ > 0 ? std::string() : first_day_; }
  std::string until() const { return undated_ > 0 ? std::string() : last_day_; }

  // Adds the figures to the reading, in the order of Field, and says what was left out.
  void report(Reading& reading) const;

 private:
  struct Sum {
    double sum = 0;
    std::size_t rows = 0;
  };
  const Sum& of(Field field) const { return sums_[static_cast<std::size_t>(field)]; }

  std::array<Sum, field_count> sums_;
  std::string first_day_, last_day_;
  std::size_t dated_ = 0;
  std::size_t undated_ = 0;
};

}  // namespace mf::ingest
