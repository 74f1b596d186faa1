// What each creator of a list is worth to a campaign, on average and in one draw of what is uncertain.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/campaign.h"
#include "core/drawn.h"
#include "core/pick.h"
#include "core/roster.h"

namespace mf::core {

// Each input of one draw; nothing where it is not known.
using InputValues = std::array<std::optional<double>, input_count>;

class PickValues {
 public:
  // Rows of a platform and size for which the published figures are the same share their defaults. Rows that lack
  // what the objective needs are given a reason in `roster`.
  PickValues(const PickRequest& request, Roster& roster);

  // By row: what each costs, in cents, and is worth. `value` is what is added up: engagements, orders, money, people,
  // or -log(1 - share of the market) where reach overlaps.
  struct Worth {
    std::int64_t cents = 0;
    double value = 0;
  };
  const std::vector<Worth>& expected() const { return expected_; }
  // The same in one draw, costs as expected. 0 for rows that cannot be picked.
  std::vector<double> draw(std::uint64_t number) const;

  // A sum of values, in the unit of the objective; more for a larger sum.
  double in_objective(double sum) const;
  double alone(std::size_t row) const { return in_objective(expected_[row].value); }

  double fixed_cost() const { return fixed_cost_; }
  bool overlaps() const { return market_.has_value(); }
  const std::vector<Default>& defaults() const { return defaults_; }

 private:
  struct Kind {
    Platform platform = Platform::any;
    std::size_t size = 0;  // which stretch of sizes
    std::array<std::optional<Drawn>, input_count> inputs;
    InputValues means;
  };
  std::size_t kind_of(const Creator& creator);
  std::string missing(const Creator& creator, const VettedCreator& vetted, const Kind& kind) const;
  double value_of(std::size_t row, const InputValues& inputs, double rate, double reach_rate, double views,
                  double market) const;
  double cost_of(std::size_t row, const InputValues& inputs) const;

  const PickRequest& request_;
  const Roster& roster_;
  // Of each platform, the sizes at which a published figure changes; made when a row needs them.
  std::array<std::optional<std::vector<double>>, platform_count> lines_;
  std::vector<Kind> kinds_;
  std::vector<std::size_t> kind_of_row_;
  std::vector<Drawn> rate_, views_;  // by row
  std::vector<Worth> expected_;
  std::vector<Default> defaults_;
  std::optional<Drawn> market_;
  double mean_market_ = 0;
  double fixed_cost_ = 0;
};

}  // namespace mf::core
