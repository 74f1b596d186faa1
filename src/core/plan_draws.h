// The terms of a plan's formulas, drawn: a column for each that is not the same in every draw.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/curves.h"
#include "core/funnel.h"
#include "core/plan_variables.h"
#include "core/sampling.h"

namespace mf::core {

inline constexpr std::size_t chunk_draws = 4'096;

// A column, or one value for all draws (which then stands in memory four times).
struct DrawnValue {
  const float* values = nullptr;
  std::size_t mask = 0;  // all ones for a column

  Floats four(std::size_t draw) const { return load<Floats>(values + (draw & mask)); }
  float one(std::size_t draw) const { return values[draw & mask]; }
};

using DrawnTerms = std::array<DrawnValue, term_count>;
inline Terms<Floats> terms_at(const DrawnTerms& sources, std::size_t draw) {
  Terms<Floats> terms;
  for (std::size_t i = 0; i < term_count; ++i) terms[i] = sources[i].four(draw);
  return terms;
}

// Draws a chunk at a time: what it gives out is that of the last chunk drawn. Not to be copied: it points into itself.
//
// Variables take dimensions of Sobol's sequence if there are enough of them; else the campaign's alone do, and those of
// each creator are drawn on their own. The normal values that belong together are turned, so that the first dimension,
// which is spread most evenly, moves the return along its steepest way and not one input only; this leaves them normal
// and independent (as Imai and Tan 2006 do for prices of options). With so many draws that it no longer matters, values
// are looked up instead.
class PlanDraws {
 public:
  PlanDraws(const PlanVariables& plan, std::uint64_t seed, std::size_t draws);
  PlanDraws(const PlanDraws&) = delete;
  PlanDraws& operator=(const PlanDraws&) = delete;

  // `first` is a multiple of `draws`, which is a multiple of block_points and at most chunk_draws.
  // With `everyone`, all creators post.
  void draw(std::uint32_t first, std::size_t draws, bool everyone = false);

  const Terms<Known>& known() const { return known_; }
  const DrawnTerms& terms() const { return terms_; }
  DrawnValue value(const Entry& entry) const;  // one of the campaign's, or fixed
  enum class CrewSum { posting, posts, followers, reach, engagements, distinct };
  DrawnValue crew(CrewSum sum) const;

 private:
  void add_table(std::size_t variable);
  void look_up_joint(std::uint32_t first, std::size_t draws);
  void draw_normals(const PointBlock& block);
  DrawnValue draw_variable(std::size_t variable, const PointBlock& block, std::size_t at, float* values);
  void draw_party(const Party& party, std::size_t place, const PointBlock& block, std::size_t at, bool everyone);
  std::vector<float> steepest(std::vector<std::size_t>& order) const;

  const PlanVariables& plan_;
  Terms<Known> known_;
  bool crew_is_drawn_ = false;
  bool bill_is_drawn_ = false;

  std::vector<Dimension> dimensions_;       // of each variable; the first joint_ in the order of order_
  std::vector<Dimension> show_dimensions_;  // of each party, where chance decides
  bool all_are_sobol_ = false;
  std::size_t joint_ = 0;           // variables that are drawn together
  std::vector<std::size_t> order_;  // of these, the one that moves the return most first
  bool looks_up_ = false;           // the values of joint variables, and does not turn them
  std::vector<float> turn_;         // normal to the mirror by which they are turned; empty if they are not

  std::vector<Curve> curves_;          // of each variable
  std::vector<CurveTable> tables_;     // the first gives normal values
  std::vector<std::size_t> table_of_;  // of each variable
  std::vector<float> normals_;         // of a block, for each joint variable
  std::vector<float> values_;          // columns, of the campaign's variables, or looked up of all joint ones
  std::vector<float> crew_, bill_, unique_reach_;
  std::vector<float> party_values_;  // of a block
  std::vector<float> constants_;     // four alike for each term
  DrawnTerms terms_;
};

}  // namespace mf::core
