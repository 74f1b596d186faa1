#include "core/pick_bounds.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "core/number_text.h"

namespace mf::core {
namespace {

constexpr std::int64_t any_cents = 4'000'000'000'000'000'000;

std::string folded(std::string_view handle) {
  while (!handle.empty() && (handle.front() == ' ' || handle.front() == '@')) handle.remove_prefix(1);
  while (!handle.empty() && (handle.back() == ' ' || handle.back() == '\r')) handle.remove_suffix(1);
  std::string folded(handle);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

// Rows by handle, to look handles up in.
class Handles {
 public:
  explicit Handles(std::span<const Creator> creators) {
    for (std::size_t row = 0; row < creators.size(); ++row) {
      if (!creators[row].handle.empty()) rows_.push_back({folded(creators[row].handle), row});
    }
    std::sort(rows_.begin(), rows_.end(),
              [](const Named& a, const Named& b) { return a.name != b.name ? a.name < b.name : a.row < b.row; });
  }

  std::vector<std::size_t> rows_of(std::string_view handle) const {
    const std::string name = folded(handle);
    std::vector<std::size_t> rows;
    auto at = std::lower_bound(rows_.begin(), rows_.end(), name,
                               [](const Named& named, const std::string& wanted) { return named.name < wanted; });
    for (; at != rows_.end() && at->name == name; ++at) rows.push_back(at->row);
    return rows;
  }

 private:
  struct Named {
    std::string name;
    std::size_t row;
  };
  std::vector<Named> rows_;
};

std::string number(std::size_t count) { return count_text(static_cast<double>(count)); }

std::string creators(std::size_t count, const std::string& which) {
  return number(count) + " " + which + (count == 1 ? "creator" : "creators");
}

// "micro ", "Instagram ", or nothing for all.
struct Group {
  std::string which;
  GroupLimits limits;
  std::size_t must = 0;
  std::size_t possible = 0;
};

std::string broken_bound(const Group& group) {
  if (group.must > group.limits.most) {
    return creators(group.must, group.which) + " must be picked, and at most " + number(group.limits.most) + " may be.";
  }
  if (group.possible < group.limits.least) {
    return "At least " + creators(group.limits.least, group.which) + " must be picked, and the list has " +
           (group.possible == 0 ? "none" : "only " + number(group.possible)) + " that can be.";
  }
  return {};
}

std::string money(std::int64_t cents, const std::string& currency) {
  return money_text(static_cast<double>(cents) / 100, currency);
}

GroupLimits limits_of(const CountBounds& bounds) { return {bounds.least, bounds.most.value_or(any_count)}; }

}  // namespace

std::int64_t cents_for_creators(double budget, double fixed_cost) {
  return static_cast<std::int64_t>(std::floor((budget - fixed_cost) * 100 + 1e-6));
}

PickProblem pick_problem(const PickRequest& request, const Roster& roster, const PickValues& values) {
  PickProblem problem;
  const std::size_t n = request.creators.size();
  const bool names_any = !request.include.empty() || !request.exclude.empty();
  const Handles handles(names_any ? std::span(request.creators) : std::span<const Creator>());
  std::vector<std::uint8_t> must(n, 0);
  std::vector<std::uint8_t> out(n, 0);
  for (const std::string& handle : request.exclude) {
    const std::vector<std::size_t> rows = handles.rows_of(handle);
    for (const std::size_t row : rows) out[row] = 1;
    if (rows.empty()) problem.warnings.push_back("No row of the list is called @" + folded(handle) + ", left out.");
  }
  const auto refuse = [&](std::string sentence) {
    if (problem.infeasible.empty()) problem.infeasible = std::move(sentence);
  };
  for (const std::string& handle : request.include) {
    const std::string name = "@" + folded(handle);
    bool found = false;
    std::string reason;
    for (const std::size_t row : handles.rows_of(handle)) {
      if (out[row]) reason = name + " must be picked and must not be: take it out of one of the two.";
      const std::string& why = roster.creators[row].reason;
      if (!why.empty() && reason.empty()) reason = name + " must be picked and cannot be. " + why;
      if (out[row] || !why.empty()) continue;
      must[row] = 1;
      found = true;
    }
    if (found) continue;
    refuse(reason.empty() ? name + " must be picked, and no row of the list is called so." : reason);
  }

  // Group 0 of a family is for all that has no bounds of its own.
  Knapsack& knapsack = problem.knapsack;
  std::vector<Group> groups;
  std::array<std::size_t, 2> first = {0, request.tiers.size()};
  for (const TierBounds& tier : request.tiers) groups.push_back({tier.tier + " ", limits_of(tier.count)});
  for (const PlatformBounds& platform : request.platforms) {
    groups.push_back({std::string(platform_name(platform.platform)) + " ", limits_of(platform.count)});
  }
  groups.push_back({"", limits_of(request.total)});
  knapsack.total = groups.back().limits;
  for (std::vector<GroupLimits>& family : knapsack.groups) family.emplace_back();
  for (std::size_t g = 0; g + 1 < groups.size(); ++g) {
    knapsack.groups[g < first[1] ? 0 : 1].push_back(groups[g].limits);
  }
  std::int64_t cost_of_musts = 0;
  for (std::size_t row = 0; row < n; ++row) {
    const VettedCreator& vetted = roster.creators[row];
    if (!vetted.reason.empty() || out[row]) continue;
    KnapsackItem item;
    item.value = values.expected()[row].value;
    item.cost = values.expected()[row].cents;
    item.must = must[row] != 0;
    for (std::size_t t = 0; t < request.tiers.size(); ++t) {
      if (request.tiers[t].tier == vetted.tier) item.group[0] = t + 1;
    }
    for (std::size_t p = 0; p < request.platforms.size(); ++p) {
      if (request.platforms[p].platform == request.creators[row].platform) item.group[1] = p + 1;
    }
    if (item.must) cost_of_musts += item.cost;
    for (std::size_t f = 0; f <= 2; ++f) {
      if (f < 2 && item.group[f] == 0) continue;
      Group& group = f == 2 ? groups.back() : groups[first[f] + item.group[f] - 1];
      group.must += item.must;
      ++group.possible;
    }
    knapsack.items.push_back(item);
    problem.rows.push_back(row);
  }

  const double fixed = values.fixed_cost();
  knapsack.budget = cents_for_creators(request.budget, fixed);
  if (knapsack.budget < 0) {
    refuse("Rights and other costs of " + money_text(fixed, roster.currency) + " are more than the budget of " +
           money_text(request.budget, roster.currency) + ".");
  }
  if (problem.rows.empty()) {
    refuse(n == 0 ? "The list is empty." : "No row of the list can be picked; each says why.");
  }
  for (const Group& group : groups) {
    if (std::string sentence = broken_bound(group); !sentence.empty()) refuse(std::move(sentence));
  }
  for (std::size_t f = 0; f < 2; ++f) {
    std::size_t least = 0;
    for (const GroupLimits& limits : knapsack.groups[f]) least += limits.least;
    if (least <= knapsack.total.most) continue;
    refuse(std::string("The least numbers per ") + (f == 0 ? "tier" : "platform") + " add up to " + number(least) +
           ", and at most " + creators(knapsack.total.most, "") + " may be picked.");
  }
  if (problem.infeasible.empty() && cost_of_musts > knapsack.budget) {
    const std::int64_t cost = cost_of_musts + static_cast<std::int64_t>(std::llround(fixed * 100));
    const bool one = groups.back().must == 1;
    refuse((one ? "The creator that must be picked costs " : "The creators that must be picked cost ") +
           money(cost, roster.currency) + (fixed > 0 ? ", with rights and other costs" : "") +
           ": more than the budget of " + money_text(request.budget, roster.currency) + ".");
  }
  return problem;
}

Knapsack without(const PickProblem& problem, std::size_t row) {
  Knapsack knapsack = problem.knapsack;
  for (std::size_t i = 0; i < problem.rows.size(); ++i) {
    if (problem.rows[i] != row) continue;
    // Too dear for any budget, so that the items keep their places.
    knapsack.items[i].must = false;
    knapsack.items[i].cost = any_cents;
  }
  return knapsack;
}

Knapsack cheapest(const PickProblem& problem) {
  Knapsack knapsack = problem.knapsack;
  std::int64_t all = 0;
  for (KnapsackItem& item : knapsack.items) {
    item.value = -static_cast<double>(item.cost);
    all += item.cost;
  }
  knapsack.budget = all;
  return knapsack;
}

std::string too_dear(const PickRequest& request, const std::string& currency, double fixed_cost,
                     const KnapsackAnswer& cheapest) {
  if (!cheapest.feasible) return "No set of creators meets the bounds per tier, per platform and in all together.";
  const double cost = static_cast<double>(cheapest.cost) / 100 + fixed_cost;
  return "The cheapest set within the bounds has " + creators(cheapest.taken.size(), "") + " and costs " +
         money_text(cost, currency) + (fixed_cost > 0 ? ", with rights and other costs" : "") +
         ": more than the budget of " + money_text(request.budget, currency) + ".";
}

}  // namespace mf::core
