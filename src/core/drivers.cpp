#include "core/drivers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "core/order_statistics.h"

namespace mf::core {
namespace {

using enum PlanDraws::CrewSum;

constexpr std::size_t all_ones = ~std::size_t{0};
constexpr double infinity = std::numeric_limits<double>::infinity();

// A column may be all of a plan's creators together: where none of them posts, what they would do if they all did.
struct CrewColumns {
  std::vector<double> posting, posts, followers, reach;
};

std::vector<double> copy(const DrawnValue& source, std::size_t draws) {
  std::vector<double> column(draws);
  for (std::size_t i = 0; i < draws; ++i) column[i] = source.one(i);
  return column;
}

CrewColumns crew_columns(PlanDraws& plan_draws, std::size_t draws) {
  const auto columns = [&] {
    return CrewColumns{copy(plan_draws.crew(posting), draws), copy(plan_draws.crew(posts), draws),
                       copy(plan_draws.crew(followers), draws), copy(plan_draws.crew(reach), draws)};
  };
  CrewColumns crew = columns();
  if (std::find(crew.posting.begin(), crew.posting.end(), 0.0) == crew.posting.end()) return crew;
  plan_draws.draw(0, draws, true);
  const CrewColumns everyone = columns();
  plan_draws.draw(0, draws);
  for (std::size_t i = 0; i < draws; ++i) {
    if (crew.posting[i] > 0) continue;
    crew.posting[i] = everyone.posting[i];
    crew.posts[i] = everyone.posts[i];
    crew.followers[i] = everyone.followers[i];
    crew.reach[i] = everyone.reach[i];
  }
  return crew;
}

std::vector<double> quotient(std::span<const double> a, std::span<const double> b) {
  std::vector<double> result(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) result[i] = b[i] > 0 ? a[i] / b[i] : 0;
  return result;
}

// Where nobody is paid there is no fee on average: the mean of the other draws stands for it.
std::vector<double> known_or_usual(std::vector<double> column) {
  double sum = 0;
  double count = 0;
  for (const double value : column) {
    sum += value;
    if (value > 0) count += 1;
  }
  for (double& value : column) {
    if (!(value > 0) && count > 0) value = sum / count;
  }
  return column;
}

void returns_of(const DrawnTerms& terms, std::span<double> roi) {
  for (std::size_t i = 0; i < roi.size(); i += 2) store(&roi[i], funnel(terms_at(terms, i))(Output::roi));
}

// The share of the variance of `result` that `column` explains: the variance of the means of `result` over steps of it,
// less what these means vary by chance.
double explained_share(std::span<const double> column, double from, double to, std::span<const double> result) {
  constexpr std::size_t steps = 64;
  struct Step {
    double count = 0, sum = 0, squares = 0;
  };
  std::array<Step, steps> found{};
  Step total;
  double pivot = 0;  // near the mean, so that squares do not swallow it
  for (const double value : result) {
    if (value < infinity) {
      pivot = value;
      break;
    }
  }
  const double per_unit = to > from ? static_cast<double>(steps - 2) / (to - from) : 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (!(result[i] < infinity)) continue;
    const double at = std::clamp((column[i] - from) * per_unit + 1, 0.0, static_cast<double>(steps - 1));
    const double value = result[i] - pivot;
    for (Step* step : {&found[static_cast<std::size_t>(at)], &total}) {
      step->count += 1;
      step->sum += value;
      step->squares += value * value;
    }
  }
  if (total.count < 2) return 0;
  const double mean = total.sum / total.count;
  const double variance = total.squares / total.count - mean * mean;
  if (!(variance > 0)) return 0;
  double between = 0;
  for (const Step& step : found) {
    if (step.count < 2) continue;
    const double step_mean = step.sum / step.count;
    const double within = std::max(0.0, step.squares / step.count - step_mean * step_mean);
    const double by_chance = within / (step.count - 1);
    between += step.count / total.count * ((step_mean - mean) * (step_mean - mean) - by_chance);
  }
  return std::clamp(between / variance, 0.0, 1.0);
}

class Bench {
 public:
  Bench(const PlanVariables& plan, PlanDraws& plan_draws, std::size_t draws)
      : plan_(plan), plan_draws_(plan_draws), draws_(draws), roi_(draws), changed_(draws), reach_(draws), fees_(draws) {
    returns_of(plan_draws.terms(), roi_);
    inputs_ = funnel(plan_draws.known())(Output::roi).inputs;
  }

  bool counts(Input input) const { return (inputs_ >> static_cast<unsigned>(input)) & 1; }

  // With the terms that the input goes into as `changed` gives them for a value of it.
  template <class Change>
  void try_input(Input input, const std::vector<double>& column, Change&& change) {
    constexpr double levels[] = {0.02, 0.1, 0.9, 0.98};
    constexpr double middle[] = {0.5};
    statistics_.look_at(column, levels);
    const double from = statistics_.quantile(0);
    const double to = statistics_.quantile(3);
    Driver driver;
    driver.input = input;
    driver.input_low = statistics_.quantile(1);
    driver.input_high = statistics_.quantile(2);
    driver.share = explained_share(column, from, to, roi_);
    for (const bool high : {false, true}) {
      const std::array<double, 2> target = {high ? driver.input_high : driver.input_low,
                                            high ? driver.input_high : driver.input_low};
      DrawnTerms terms = plan_draws_.terms();
      change(terms, target.data());
      returns_of(terms, changed_);
      statistics_.look_at(changed_, middle, Infinity::nothing);
      (high ? driver.high : driver.low) = statistics_.quantile(0);
    }
    drivers.push_back(driver);
  }

  // Reach, and fees if `paid` says so, in proportion to the input.
  void try_proportional(Input input, const std::vector<double>& column, bool reaches, bool paid) {
    try_input(input, column, [&](DrawnTerms& terms, const double* target) {
      if (reaches) scale(terms, Term::reach, reach_, *target, column);
      if (paid) scale(terms, Term::fees, fees_, *target, column);
    });
  }

  void try_term(Input input, Term term, const std::vector<double>& column, double factor) {
    std::array<double, 2> value;
    try_input(input, column, [&](DrawnTerms& terms, const double* target) {
      value = {factor * *target, factor * *target};
      terms[static_cast<std::size_t>(term)] = {value.data(), 0};
    });
  }

  // So many of the creators post: reach is that of the ones who do, or would, times their number.
  void try_showing(const CrewColumns& crew) {
    const auto everybody = static_cast<double>(plan_.creators);
    std::vector<double> column = copy(plan_draws_.crew(posting), draws_);
    for (double& share : column) share /= everybody;
    const std::vector<double> of_one = quotient(crew.reach, crew.posting);
    std::vector<double> fees_of_one;
    if (!plan_.pays_no_shows) {
      fees_of_one = quotient(copy(plan_draws_.terms()[static_cast<std::size_t>(Term::fees)], draws_), crew.posting);
    }
    try_input(Input::show_rate, column, [&](DrawnTerms& terms, const double* target) {
      for (std::size_t i = 0; i < draws_; ++i) reach_[i] = *target * everybody * of_one[i];
      terms[static_cast<std::size_t>(Term::reach)] = {reach_.data(), all_ones};
      if (plan_.pays_no_shows) return;
      for (std::size_t i = 0; i < draws_; ++i) fees_[i] = *target * everybody * fees_of_one[i];
      terms[static_cast<std::size_t>(Term::fees)] = {fees_.data(), all_ones};
    });
  }

  std::vector<Driver> drivers;

 private:
  void scale(DrawnTerms& terms, Term term, std::vector<double>& scaled, double target,
             const std::vector<double>& column) const {
    DrawnValue& source = terms[static_cast<std::size_t>(term)];
    for (std::size_t i = 0; i < draws_; ++i) scaled[i] = column[i] > 0 ? source.one(i) * (target / column[i]) : 0;
    source = {scaled.data(), all_ones};
  }

  const PlanVariables& plan_;
  PlanDraws& plan_draws_;
  std::size_t draws_;
  std::uint32_t inputs_ = 0;  // that the return follows from, a bit for each
  std::vector<double> roi_, changed_, reach_, fees_;
  OrderStatistics statistics_;
};

}  // namespace

std::vector<Driver> drivers_of(const PlanVariables& plan, PlanDraws& plan_draws, std::size_t draws) {
  const Terms<Known>& known = plan_draws.known();
  if (!funnel(known)(Output::roi).is_drawn()) return {};
  Bench bench(plan, plan_draws, draws);
  const auto column_of = [&](Term term) { return copy(plan_draws.terms()[static_cast<std::size_t>(term)], draws); };

  const bool creators_are_drawn = bench.counts(Input::followers) || bench.counts(Input::reach_rate) ||
                                  bench.counts(Input::show_rate) || bench.counts(Input::posts_per_creator);
  if (creators_are_drawn) {
    const CrewColumns crew = crew_columns(plan_draws, draws);
    if (bench.counts(Input::followers)) {
      bench.try_proportional(Input::followers, quotient(crew.followers, crew.posts), true, false);
    }
    if (bench.counts(Input::posts_per_creator)) {
      bench.try_proportional(Input::posts_per_creator, quotient(crew.posts, crew.posting), true, true);
    }
    if (bench.counts(Input::reach_rate)) {
      bench.try_proportional(Input::reach_rate, quotient(crew.reach, crew.followers), true, false);
    }
    if (bench.counts(Input::show_rate)) bench.try_showing(crew);
  }
  if (bench.counts(Input::fee)) {
    const Entry& fee = plan.of(Input::fee);
    const bool one_fee = !plan.has_roster && fee.kind == Entry::Kind::variable;
    const std::vector<double> column =
        one_fee ? copy(plan_draws.value(fee), draws)
                : known_or_usual(quotient(column_of(Term::fees), column_of(Term::paid_posts)));
    bench.try_proportional(Input::fee, column, false, true);
  }
  const auto everybody = static_cast<double>(plan.creators);
  for (const auto& [input, term] :
       {std::pair(Input::product_cost, Term::product), {Input::hours_per_creator, Term::hours}}) {
    if (!bench.counts(input)) continue;
    std::vector<double> column = column_of(term);
    for (double& value : column) value /= everybody;
    bench.try_term(input, term, column, everybody);
  }
  for (const DirectTerm& direct : direct_terms()) {
    if (bench.counts(direct.input)) bench.try_term(direct.input, direct.term, column_of(direct.term), 1);
  }
  std::stable_sort(bench.drivers.begin(), bench.drivers.end(), [](const Driver& a, const Driver& b) {
    return std::abs(a.high - a.low) > std::abs(b.high - b.low);
  });
  return std::move(bench.drivers);
}

}  // namespace mf::core
