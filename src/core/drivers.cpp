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
constexpr float infinity = std::numeric_limits<float>::infinity();

// A column may be all of a plan's creators together: where none of them posts, what they would do if they all did.
struct CrewColumns {
  std::vector<float> posting, posts, followers, reach;
};

std::vector<float> copy(const DrawnValue& source, std::size_t draws) {
  std::vector<float> column(draws);
  for (std::size_t i = 0; i < draws; ++i) column[i] = source.one(i);
  return column;
}

CrewColumns crew_columns(PlanDraws& plan_draws, std::size_t draws) {
  const auto columns = [&] {
    return CrewColumns{copy(plan_draws.crew(posting), draws), copy(plan_draws.crew(posts), draws),
                       copy(plan_draws.crew(followers), draws), copy(plan_draws.crew(reach), draws)};
  };
  CrewColumns crew = columns();
  if (std::find(crew.posting.begin(), crew.posting.end(), 0.0F) == crew.posting.end()) return crew;
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

std::vector<float> quotient(std::span<const float> a, std::span<const float> b) {
  std::vector<float> result(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) result[i] = b[i] > 0 ? a[i] / b[i] : 0;
  return result;
}

// Where nobody is paid there is no fee on average: the mean of the other draws stands for it.
std::vector<float> known_or_usual(std::vector<float> column) {
  double sum = 0;
  double count = 0;
  for (const float value : column) {
    sum += static_cast<double>(value);
    if (value > 0) count += 1;
  }
  for (float& value : column) {
    if (!(value > 0) && count > 0) value = static_cast<float>(sum / count);
  }
  return column;
}

void returns_of(const DrawnTerms& terms, std::span<float> roi) {
  for (std::size_t i = 0; i < roi.size(); i += 4) store(&roi[i], funnel(terms_at(terms, i))(Output::roi));
}

// The share of the variance of `result` that `column` explains: the variance of the means of `result` over steps of it,
// less what these means vary by chance.
double explained_share(std::span<const float> column, double from, double to, std::span<const float> result) {
  constexpr std::size_t steps = 64;
  struct Step {
    double count = 0, sum = 0, squares = 0;
  };
  std::array<Step, steps> found{};
  Step total;
  const float* first =
      std::find_if(result.data(), result.data() + result.size(), [](float value) { return value < infinity; });
  const double pivot = first == result.data() + result.size()
                           ? 0
                           : static_cast<double>(*first);  // near the mean, so that squares do not swallow it
  const double per_unit = to > from ? static_cast<double>(steps - 2) / (to - from) : 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (!(result[i] < infinity)) continue;
    const double at = (static_cast<double>(column[i]) - from) * per_unit + 1;
    const double value = static_cast<double>(result[i]) - pivot;
    Step& step = found[static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(steps - 1)))];
    step.count += 1;
    step.sum += value;
    step.squares += value * value;
  }
  for (const Step& step : found) {
    total.count += step.count;
    total.sum += step.sum;
    total.squares += step.squares;
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
      : plan_(plan),
        plan_draws_(plan_draws),
        draws_(draws),
        roi_(draws),
        reach_(draws),
        fees_(draws),
        statistics_(draws) {
    returns_of(plan_draws.terms(), roi_);
    inputs_ = funnel(plan_draws.known())(Output::roi).inputs;
  }

  bool counts(Input input) const { return (inputs_ >> static_cast<unsigned>(input)) & 1; }

  // With the terms that the input goes into as `changed` gives them for a value of it.
  template <class Change>
  void try_input(Input input, const std::vector<float>& column, Change&& change) {
    constexpr double levels[] = {0.02, 0.1, 0.9, 0.98};
    constexpr double middle[] = {0.5};
    statistics_.restart(Infinity::value);
    std::copy(column.begin(), column.end(), statistics_.room());
    statistics_.add(draws_);
    const std::vector<double> quantiles = statistics_.quantiles(levels);
    Driver driver;
    driver.input = input;
    driver.input_low = quantiles[1];
    driver.input_high = quantiles[2];
    driver.share = explained_share(column, quantiles[0], quantiles[3], roi_);
    for (const bool high : {false, true}) {
      DrawnTerms terms = plan_draws_.terms();
      change(terms, static_cast<float>(high ? driver.input_high : driver.input_low));
      statistics_.restart(Infinity::nothing);
      returns_of(terms, {statistics_.room(), draws_});
      statistics_.add(draws_);
      (high ? driver.high : driver.low) = statistics_.quantiles(middle)[0];
    }
    drivers.push_back(driver);
  }

  // Reach, and fees if `paid` says so, in proportion to the input.
  void try_proportional(Input input, const std::vector<float>& column, bool reaches, bool paid) {
    try_input(input, column, [&](DrawnTerms& terms, float target) {
      if (reaches) scale(terms, Term::reach, reach_, target, column);
      if (paid) scale(terms, Term::fees, fees_, target, column);
    });
  }

  void try_term(Input input, Term term, const std::vector<float>& column, float factor) {
    std::array<float, 4> value;
    try_input(input, column, [&](DrawnTerms& terms, float target) {
      value.fill(factor * target);
      terms[static_cast<std::size_t>(term)] = {value.data(), 0};
    });
  }

  // So many of the creators post: reach is that of the ones who do, or would, times their number.
  void try_showing(const CrewColumns& crew) {
    const auto everybody = static_cast<float>(plan_.creators);
    std::vector<float> column = copy(plan_draws_.crew(posting), draws_);
    for (float& share : column) share /= everybody;
    const std::vector<float> of_one = quotient(crew.reach, crew.posting);
    std::vector<float> fees_of_one;
    if (!plan_.pays_no_shows) {
      fees_of_one = quotient(copy(plan_draws_.terms()[static_cast<std::size_t>(Term::fees)], draws_), crew.posting);
    }
    try_input(Input::show_rate, column, [&](DrawnTerms& terms, float target) {
      for (std::size_t i = 0; i < draws_; ++i) reach_[i] = target * everybody * of_one[i];
      terms[static_cast<std::size_t>(Term::reach)] = {reach_.data(), all_ones};
      if (plan_.pays_no_shows) return;
      for (std::size_t i = 0; i < draws_; ++i) fees_[i] = target * everybody * fees_of_one[i];
      terms[static_cast<std::size_t>(Term::fees)] = {fees_.data(), all_ones};
    });
  }

  std::vector<Driver> drivers;

 private:
  void scale(DrawnTerms& terms, Term term, std::vector<float>& scaled, float target,
             const std::vector<float>& column) const {
    DrawnValue& source = terms[static_cast<std::size_t>(term)];
    for (std::size_t i = 0; i < draws_; ++i) scaled[i] = column[i] > 0 ? source.one(i) * (target / column[i]) : 0;
    source = {scaled.data(), all_ones};
  }

  const PlanVariables& plan_;
  PlanDraws& plan_draws_;
  std::size_t draws_;
  std::uint32_t inputs_ = 0;  // that the return follows from, a bit for each
  std::vector<float> roi_, reach_, fees_;
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
    const std::vector<float> column =
        one_fee ? copy(plan_draws.value(fee), draws)
                : known_or_usual(quotient(column_of(Term::fees), column_of(Term::paid_posts)));
    bench.try_proportional(Input::fee, column, false, true);
  }
  const auto everybody = static_cast<float>(plan.creators);
  for (const auto& [input, term] :
       {std::pair(Input::product_cost, Term::product), {Input::hours_per_creator, Term::hours}}) {
    if (!bench.counts(input)) continue;
    std::vector<float> column = column_of(term);
    for (float& value : column) value /= everybody;
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
