#include "core/creator_average.h"

#include <cstddef>

#include "core/portable_math.h"
#include "core/uncertain.h"

namespace mf::core {

std::optional<Uncertain> value_for(const Plan& plan, const PlannedCreator* creator, Input input) {
  if (creator != nullptr && creator->inputs[input]) return creator->inputs[input];
  return plan.inputs[input];
}

double creators_of(const Plan& plan) {
  return static_cast<double>(plan.roster.empty() ? plan.creators : plan.roster.size());
}

double posts_of(const Plan& plan, const PlannedCreator* creator) {
  const std::optional<Uncertain> posts = value_for(plan, creator, Input::posts_per_creator);
  return posts ? middle_of(Input::posts_per_creator, *posts) : 1;
}

std::optional<CreatorAverage> creator_average(const Plan& plan, Input rate, double show_rate) {
  const std::size_t parts = plan.roster.empty() ? 1 : plan.roster.size();
  double posts = 0;
  double followers_sum = 0;
  double sum = 0;
  double variance = 0;
  for (std::size_t i = 0; i < parts; ++i) {
    const PlannedCreator* const creator = plan.roster.empty() ? nullptr : &plan.roster[i];
    const std::optional<Uncertain> followers = value_for(plan, creator, Input::followers);
    const std::optional<Uncertain> own = value_for(plan, creator, rate);
    if (!followers || !own) return std::nullopt;
    const double k = posts_of(plan, creator);
    const double mean_followers = mean_of(Input::followers, *followers);
    const double mean = k * mean_followers * mean_of(rate, *own);
    const double variation =
        (1 + squared_variation_of(Input::followers, *followers)) * (1 + squared_variation_of(rate, *own)) / show_rate -
        1;
    posts += k;
    followers_sum += k * mean_followers;
    sum += mean;
    variance += mean * mean * variation;
  }
  if (!(sum > 0) || !(show_rate > 0)) return std::nullopt;
  double squared = variance / (sum * sum);
  if (plan.roster.empty()) squared /= creators_of(plan);
  return CreatorAverage{followers_sum / posts, sum / followers_sum, portable::log(1 + squared)};
}

}  // namespace mf::core
