// A plan sorted into what is the same in every draw and what is drawn.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "core/campaign.h"
#include "core/funnel.h"

namespace mf::core {

// An uncertain input, of the campaign or of one creator: a normal value through a curve.
//
// With P5 and P95 as its ends, a range of amounts is log-normal: median x exp(spread z); one of rates is logit-normal:
// odds / (1 + odds), where the odds are median x exp(spread z). An amount beyond what makes sense counts as the least
// or the most that does.
struct Variable {
  Input input = Input::followers;
  bool is_rate = false;
  double median = 0;  // of a rate the median odds
  double spread = 0;
  double least = 0;
  double most = 0;

  double at(double z) const;
};
Variable variable_of(Input input, const Uncertain& range);

// A number in the formulas: missing, fixed, or a variable.
struct Entry {
  enum class Kind { missing, fixed, variable };
  Kind kind = Kind::missing;
  double value = 0;
  std::array<float, 4> lanes = {};  // the value, as for four draws at once; 0 if missing
  std::size_t variable = 0;         // its place among the plan's
};

// Creators who are drawn together: those whom nothing tells apart, or one.
struct Party {
  std::size_t alike = 1;
  bool shows_by_chance = false;  // else they all post, or all do not
  Entry show_rate, posts, followers, reach_rate, engagement_rate;
  Entry fee, product, hours;  // of a roster alone: else the campaign's
};

struct PlanVariables {
  explicit PlanVariables(const Plan& plan);  // completed, and passes check_plan

  bool has_roster = false;
  bool pays_no_shows = true;
  CrewRules rules;
  std::size_t creators = 0;
  std::vector<Variable> variables;
  std::size_t campaign_variables = 0;  // the first so many of them are the campaign's
  std::array<Entry, input_count> campaign;
  std::vector<Party> parties;
  std::vector<Input> missing;

  const Entry& of(Input input) const { return campaign[static_cast<std::size_t>(input)]; }
};

// The formulas' terms with what is known before drawing. At `z`, if not null, each variable has the value of its normal
// value there, and each creator posts to the share that does.
Terms<Known> known_terms(const PlanVariables& plan, const double* z = nullptr);

// Of the campaign's inputs that are terms as they stand.
struct DirectTerm {
  Term term;
  Input input;
};
std::span<const DirectTerm> direct_terms();

}  // namespace mf::core
