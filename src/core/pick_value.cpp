#include "core/pick_value.h"

#include <algorithm>
#include <cmath>

#include "core/number_text.h"
#include "core/portable_math.h"
#include "core/shrinkage.h"

namespace mf::core {
namespace {

constexpr double most_of_market = 1 - 1e-9;  // nobody is sure to reach everyone
constexpr double most_cents = 1e13;

std::size_t index(Input input) { return static_cast<std::size_t>(input); }

// Sizes of accounts at which some published figure of how many of them see a post changes.
std::vector<double> lines_of_figures(Platform platform) {
  std::vector<double> lines;
  for (const Benchmark& record : benchmarks()) {
    const bool by_size = record.metric == Metric::reach_rate || record.metric == Metric::views_per_follower;
    if (!by_size || record.platform != platform) continue;
    if (record.min_followers > 0) lines.push_back(record.min_followers);
    if (record.max_followers < no_upper_bound) lines.push_back(record.max_followers);
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

// What the objective needs of the published figures; the engagement rate and the fee are each row's own.
bool is_needed(Objective objective, Input input) {
  switch (input) {
    case Input::followers:
    case Input::engagement_rate:
    case Input::fee:
      return false;
    case Input::reach_rate:
    case Input::frequency:
      return objective != Objective::engagements;
    case Input::click_rate:
    case Input::conversion_rate:
      return objective == Objective::orders || objective == Objective::profit;
    default:
      return true;
  }
}

// People whom all posts of a creator reach, each post a new draw of its audience (see simulate.h).
double reached(double audience, double reach, double posts) {
  const double all = std::max(audience, reach);
  if (!(all > 0)) return 0;
  const double missed = 1 - reach / all;
  return missed > 0 ? all * (1 - portable::exp(posts * portable::log(missed))) : all;
}

std::int64_t cents_of(double money) {
  return static_cast<std::int64_t>(std::ceil(std::min(money * 100, most_cents) - 1e-6));
}

double or_zero(const std::optional<double>& value) { return value.value_or(0); }

}  // namespace

PickValues::PickValues(const PickRequest& request, Roster& roster) : request_(request), roster_(roster) {
  const std::size_t n = request.creators.size();
  if (request.objective == Objective::unique_reach && request.inputs[Input::market_size]) {
    market_ = drawn(Input::market_size, *request.inputs[Input::market_size]);
    mean_market_ = mean_of(*market_);
  }
  for (const Input input : {Input::rights, Input::other_costs}) {
    if (request.inputs[input]) fixed_cost_ += mean_of(drawn(input, *request.inputs[input]));
  }
  kind_of_row_.resize(n);
  rate_.resize(n);
  views_.resize(n);
  expected_.resize(n);
  const double log_sd_of_views = std::sqrt(assumed_post_log_variance / assumed_posts_of_average);
  for (std::size_t row = 0; row < n; ++row) {
    const Creator& creator = request.creators[row];
    VettedCreator& vetted = roster.creators[row];
    if (!vetted.reason.empty()) continue;
    kind_of_row_[row] = kind_of(creator);
    const Kind& kind = kinds_[kind_of_row_[row]];
    vetted.reason = missing(creator, vetted, kind);
    if (!vetted.reason.empty()) continue;
    if (vetted.rate) rate_[row] = drawn(Input::engagement_rate, *vetted.rate);
    if (creator.views && *creator.views > 0) {
      views_[row] = {portable::log(*creator.views), log_sd_of_views, false};
    }
    // A row's views are the mean of its posts already.
    expected_[row].value =
        value_of(row, kind.means, or_zero(vetted.mean_rate), or_zero(kind.means[index(Input::reach_rate)]),
                 or_zero(creator.views), mean_market_);
    expected_[row].cents = cents_of(cost_of(row, kind.means));
  }
}

std::size_t PickValues::kind_of(const Creator& creator) {
  const double followers = creator.followers.value_or(0);
  std::optional<std::vector<double>>& lines = lines_[static_cast<std::size_t>(creator.platform)];
  if (!lines) lines = lines_of_figures(creator.platform);
  const bool by_size = is_needed(request_.objective, Input::reach_rate) && !request_.inputs[Input::reach_rate] &&
                       followers > 0 && !lines->empty();
  const auto after = std::upper_bound(lines->begin(), lines->end(), followers);
  const std::size_t size = by_size ? 1 + static_cast<std::size_t>(after - lines->begin()) : 0;
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    if (kinds_[k].platform == creator.platform && kinds_[k].size == size) return k;
  }
  Plan plan;
  plan.platform = creator.platform;
  plan.currency = roster_.currency;
  plan.figures = request_.figures;
  plan.inputs = request_.inputs;
  for (const InputInfo& info : input_infos()) {
    if (!is_needed(request_.objective, info.input)) plan.inputs[info.input] = Uncertain::exact(0);
  }
  // A size that stands for the stretch, whichever row is the first of it.
  if (by_size) {
    const double from = after != lines->begin() ? *(after - 1) : *after / 10;
    const double to = after != lines->end() ? *after : from * 10;
    plan.inputs[Input::followers] = Uncertain::exact(std::sqrt(from * to));
  }
  std::vector<Default> defaults = plan_defaults(plan);
  plan = completed(std::move(plan), defaults);

  Kind kind;
  kind.platform = creator.platform;
  kind.size = size;
  for (const InputInfo& info : input_infos()) {
    const std::optional<Uncertain>& value = plan.inputs[info.input];
    if (!value) continue;
    kind.inputs[index(info.input)] = drawn(info.input, *value);
    kind.means[index(info.input)] = mean_of(*kind.inputs[index(info.input)]);
  }
  for (Default& known : defaults) {
    const bool listed = std::any_of(defaults_.begin(), defaults_.end(),
                                    [&](const Default& d) { return d.input == known.input && d.value == known.value; });
    if (!listed) defaults_.push_back(std::move(known));
  }
  kinds_.push_back(kind);
  return kinds_.size() - 1;
}

// Why the row cannot be valued for the objective; empty if it can.
std::string PickValues::missing(const Creator& creator, const VettedCreator& vetted, const Kind& kind) const {
  const std::string platform = platform_name(creator.platform);
  if (request_.objective == Objective::engagements) {
    if (vetted.mean_rate) return {};
    return "No engagement is given, and nobody publishes what is usual on " + platform + " for what is known of it.";
  }
  const bool has_views = creator.views && *creator.views > 0;
  const bool has_followers = creator.followers && *creator.followers > 0;
  if (!has_views && (!has_followers || !kind.means[index(Input::reach_rate)])) {
    return "How many see its posts is not given, and nobody publishes that on " + platform +
           " for what is known of it: give views, or a reach rate.";
  }
  if (request_.objective == Objective::unique_reach) return {};
  for (const Input input : {Input::click_rate, Input::conversion_rate}) {
    if (kind.means[index(input)]) continue;
    std::string name(info_of(input).name);
    name.front() = static_cast<char>(name.front() - 'A' + 'a');
    return "No " + name + " is published for " + platform + ": give one.";
  }
  return {};
}

double PickValues::cost_of(std::size_t row, const InputValues& inputs) const {
  const auto of = [&](Input input) { return or_zero(inputs[index(input)]); };
  return of(Input::posts_per_creator) * or_zero(roster_.creators[row].fee) * (1 + of(Input::agency_rate)) +
         of(Input::product_cost) + of(Input::hours_per_creator) * of(Input::hourly_cost);
}

double PickValues::value_of(std::size_t row, const InputValues& inputs, double rate, double reach_rate, double views,
                            double market) const {
  const auto of = [&](Input input) { return or_zero(inputs[index(input)]); };
  const VettedCreator& vetted = roster_.creators[row];
  const double posts = of(Input::posts_per_creator);
  const double show_rate = of(Input::show_rate);
  if (request_.objective == Objective::engagements) {
    const double base = vetted.by == Denominator::views ? views : vetted.base;
    return show_rate * posts * base * rate;
  }

  const double followers = or_zero(request_.creators[row].followers);
  const double frequency = of(Input::frequency);
  const double reach = views > 0 ? views / frequency : followers * reach_rate;
  if (request_.objective == Objective::unique_reach) {
    const double people = show_rate * reached(followers, reach, posts);
    if (!market_) return people;
    return -portable::log(1 - std::min(people / market, most_of_market));
  }

  const double impressions = views > 0 ? views : reach * frequency;
  const double orders = show_rate * posts * impressions * of(Input::click_rate) * of(Input::conversion_rate);
  if (request_.objective == Objective::orders) return orders;

  const double revenue = orders * of(Input::order_value) * (1 - of(Input::discount)) * (1 - of(Input::return_rate));
  const double fees = posts * or_zero(vetted.fee) * (1 + of(Input::agency_rate));
  const double unpaid = request_.pays_no_shows ? 0 : (1 - show_rate) * fees;
  return revenue * (of(Input::margin) * of(Input::incrementality) * of(Input::repeat_factor) - of(Input::commission)) -
         (cost_of(row, inputs) - unpaid);
}

std::vector<double> PickValues::draw(std::uint64_t number) const {
  // An input of the campaign is as high or low for all creators.
  std::array<double, input_count> z;
  for (std::size_t i = 0; i < input_count; ++i) z[i] = normal_of_key(key_of(request_.seed, number, i));
  std::vector<InputValues> inputs(kinds_.size());
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    for (std::size_t i = 0; i < input_count; ++i) {
      if (kinds_[k].inputs[i]) inputs[k][i] = value_at(*kinds_[k].inputs[i], z[i]);
    }
  }
  const double market = market_ ? value_at(*market_, z[index(Input::market_size)]) : 0;

  // Rate, reach and views are each creator's own.
  std::vector<double> values(expected_.size(), 0);
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (!roster_.creators[row].reason.empty()) continue;
    const Kind& kind = kinds_[kind_of_row_[row]];
    const auto own = [&](std::uint64_t stream) {
      return normal_of_key(key_of(request_.seed, number, input_count + 3 * row + stream));
    };
    const std::optional<Drawn>& reach_rate = kind.inputs[index(Input::reach_rate)];
    const bool needs_rate = request_.objective == Objective::engagements;
    const double rate = needs_rate ? value_at(rate_[row], own(0)) : 0;
    const bool has_views = views_[row].sd > 0;
    const double views =
        has_views && !needs_rate ? value_at(views_[row], own(1)) : or_zero(request_.creators[row].views);
    const double reach = !needs_rate && !has_views && reach_rate ? value_at(*reach_rate, own(2)) : 0;
    values[row] = value_of(row, inputs[kind_of_row_[row]], rate, reach, views, market);
  }
  return values;
}

double PickValues::in_objective(double sum) const {
  if (!market_) return sum;
  return mean_market_ * (1 - portable::exp(-sum));
}

}  // namespace mf::core
