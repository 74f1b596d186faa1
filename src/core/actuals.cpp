#include "core/actuals.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/creator_average.h"
#include "core/number_text.h"
#include "core/portable_math.h"
#include "core/rate_update.h"
#include "core/shrinkage.h"
#include "core/uncertain.h"

namespace mf::core {
namespace {

const std::string over = " \xC3\xB7 ";

// How many posts are agreed, of all creators.
double agreed_posts(const Plan& plan) {
  if (plan.roster.empty()) return creators_of(plan) * posts_of(plan, nullptr);
  double posts = 0;
  for (const PlannedCreator& creator : plan.roster) posts += posts_of(plan, &creator);
  return posts;
}

// Where an outcome lies in its forecast: through P5, the median and P95, as two halves of a log-normal value, or of a
// normal one where the forecast reaches 0.
double percentile_in(const Spread& planned, double actual) {
  if (planned.p5 == planned.p95) return actual < planned.p50 ? 0 : actual > planned.p50 ? 1 : 0.5;
  const bool as_log = planned.p5 > 0 && actual > 0;
  if (planned.p5 > 0 && !(actual > 0)) return 0;
  const auto scaled = [as_log](double value) { return as_log ? to_normal(value, false) : value; };
  const double middle = scaled(planned.p50);
  const double side = actual < planned.p50 ? middle - scaled(planned.p5) : scaled(planned.p95) - middle;
  if (!(side > 0)) return actual < planned.p50 ? 0 : actual > planned.p50 ? 1 : 0.5;
  return normal_below((scaled(actual) - middle) / side * normal_p95);
}

// What is put together while the results are read.
class Comparison {
 public:
  Comparison(const Simulation& forecast, const Actuals& actuals)
      : plan_(forecast.plan), actuals_(actuals), forecast_(forecast), agreed_posts_(agreed_posts(forecast.plan)) {
    report_.plan = forecast.plan;
  }

  ActualsReport run() {
    add_outcomes();
    add_show_rate();
    add_reach();
    add_engagement_rate();
    add_click_rate();
    add_conversion_rate();
    add_order_value();
    find_most_off();
    report_.updated = report_.plan.inputs;
    return std::move(report_);
  }

 private:
  void add_outcomes() {
    const auto add = [this](std::string_view key, std::string_view name, const std::optional<Spread>& planned,
                            const std::optional<double>& actual) {
      if (planned && actual)
        report_.outcomes.push_back({key, name, *planned, *actual, percentile_in(*planned, *actual)});
    };
    add("spend", "Cost", forecast_.cost, actuals_.spend);
    add("reach", "Reach", forecast_.reach, actuals_.reach);
    add("impressions", "Impressions", forecast_.impressions, actuals_.impressions);
    add("engagements", "Engagements", forecast_.engagements, actuals_.engagements);
    add("clicks", "Clicks", forecast_.clicks, actuals_.clicks);
    add("orders", "Orders", forecast_.orders, actuals_.orders);
    add("revenue", "Net revenue", forecast_.revenue, actuals_.revenue);
  }

  void need(const char* key) {
    if (std::find(report_.needs.begin(), report_.needs.end(), key) == report_.needs.end()) {
      report_.needs.emplace_back(key);
    }
  }

  const std::optional<Uncertain>& plan_value(Input input) const { return plan_.inputs[input]; }

  double posts_that_appeared() const {
    if (actuals_.posts) return *actuals_.posts;
    const std::optional<Uncertain>& show = plan_value(Input::show_rate);
    return agreed_posts_ * (show ? mean_of(Input::show_rate, *show) : 1);
  }
  std::string posts_text() const { return counted_text(posts_that_appeared(), "post", "posts"); }
  std::string posts_note() const {
    return actuals_.posts ? std::string() : "The number of posts is the plan's, since the results do not give it.";
  }

  void add_rate(Input input, const Trials& count, std::string formula, std::string note = {}) {
    const std::optional<Uncertain>& value = plan_value(input);
    if (!value) return;
    AssumptionCheck check;
    check.input = input;
    check.formula = std::move(formula);
    check.planned = *value;
    check.actual = count.share();
    check.note = std::move(note);
    std::optional<Normal> prior;
    if (!value->is_exact()) {
      prior = normal_of(input, *value);
    } else {
      say_exact(check);
    }
    double variance = count.logit_variance();
    double middle = 0;
    if (prior) {
      middle = prior->mean;
      variance += prior->sd * prior->sd;
    } else if (value->low > 0 && value->low < 1) {
      middle = to_normal(value->low, true);
      variance = 1 / (count.trials * value->low * (1 - value->low));  // chance alone
    } else {
      middle = value->low > 0 ? to_normal((count.trials + 0.5) / (count.trials + 1), true)
                              : to_normal(0.5 / (count.trials + 1), true);
    }
    check.distance = (count.logit() - middle) / std::sqrt(variance);
    check.percentile = normal_below(check.distance);
    check.updated = updated_rate(prior, count);
    report_.plan.inputs[input] = check.updated;
    report_.assumptions.push_back(std::move(check));
  }

  static void say_exact(AssumptionCheck& check) {
    if (!check.note.empty()) check.note += ' ';
    check.note += "The plan has a single number here, so the results alone say what to believe.";
  }

  // An average that is drawn once for the campaign: order value, frequency. `noise` is the variance of the logarithm of
  // what was measured, given the truth.
  void add_amount(Input input, double actual, double noise, std::string formula, std::string note = {}) {
    const std::optional<Uncertain>& value = plan_value(input);
    if (!value || !(actual > 0)) return;
    AssumptionCheck check;
    check.input = input;
    check.formula = std::move(formula);
    check.planned = *value;
    check.actual = actual;
    check.note = std::move(note);
    const double measured = to_normal(actual, false);
    double middle = 0;
    double spread = 0;
    Normal after = {measured, std::sqrt(noise)};
    if (value->is_exact()) {
      say_exact(check);
      middle = value->low > 0 ? to_normal(value->low, false) : measured;
    } else {
      const Normal prior = normal_of(input, *value);
      middle = prior.mean;
      spread = prior.sd * prior.sd;
      const double weight = spread / (spread + noise);
      after = {middle + weight * (measured - middle), std::sqrt(weight * noise)};
    }
    set_distance(check, measured - middle, spread + noise);
    check.updated = range_of(after, false);
    report_.plan.inputs[input] = check.updated;
    report_.assumptions.push_back(std::move(check));
  }

  // An average of what each creator has their own of. `noise` as above. The same creators are meant: the average of n
  // says all of their average and nothing of how they differ among themselves.
  void add_own_rate(Input input, double actual, double noise, std::string formula, std::string note) {
    const std::optional<CreatorAverage> expected = creator_average(plan_, input, 1);
    const std::optional<Uncertain>& value = plan_value(input);
    if (!expected || !(actual > 0)) return;
    AssumptionCheck check;
    check.input = input;
    check.formula = std::move(formula);
    check.planned = value ? *value : Uncertain::exact(expected->rate);
    check.actual = actual;
    check.note = std::move(note);
    // The logarithm of a log-normal average lies half its variance below that of its mean.
    const double middle = to_normal(expected->rate, false) - expected->log_variance / 2;
    const double off = to_normal(actual, false) - middle;
    set_distance(check, off, expected->log_variance + noise);
    const double all = expected->log_variance + noise;
    const bool is_exact = !(expected->log_variance > 0);
    if (is_exact) say_exact(check);
    const double weight = is_exact ? 1 : expected->log_variance / all;
    const double shift = portable::exp(weight * off);
    const double shrink = is_exact ? 1 : std::sqrt(std::max(0.0, 1 - weight / creators_of(plan_)));
    if (value) {
      check.updated = is_exact ? range_within(input, actual, std::sqrt(noise)) : moved(input, *value, shift, shrink);
      report_.plan.inputs[input] = check.updated;
    }
    for (PlannedCreator& creator : report_.plan.roster) {
      std::optional<Uncertain>& own = creator.inputs[input];
      if (own) own = moved(input, *own, shift, shrink);
    }
    if (!value) check.updated = Uncertain::exact(expected->rate * shift);
    report_.assumptions.push_back(std::move(check));
  }

  // Only of reach can a rate above 1 be planned with.
  static Uncertain range_within(Input input, double median, double log_sd) {
    constexpr double most = 0.99;
    const Uncertain range = range_about(median, log_sd);
    if (range.high < 1 || info_of(input).most > 1) return range;
    const double within = std::min(median, most);
    return range_of({to_normal(within, true), log_sd}, true);
  }

  // A range times `shift`, and narrower by `shrink`.
  static Uncertain moved(Input input, const Uncertain& value, double shift, double shrink) {
    const double middle = middle_of(input, value);
    if (value.is_exact()) {
      const double most = info_of(input).most;
      return Uncertain::exact(std::min(middle * shift, most));
    }
    const double sd = normal_of(input, value).sd;
    const double log_sd = is_drawn_as_rate(input, value) ? sd * (1 - middle) : sd;
    return range_within(input, middle * shift, log_sd * shrink);
  }

  static void set_distance(AssumptionCheck& check, double off, double variance) {
    check.distance = variance > 0 ? off / std::sqrt(variance) : 0;
    check.percentile = normal_below(check.distance);
  }

  // Of one post of many, and of one order of many.
  static double noise_of(double count) { return assumed_post_log_variance / std::max(count, 1.0); }

  void add_show_rate() {
    if (!actuals_.posts) return need("posts");
    const double creators = std::min(creators_of(plan_), *actuals_.posts / (agreed_posts_ / creators_of(plan_)));
    add_rate(Input::show_rate, {creators, creators_of(plan_)},
             counted_text(*actuals_.posts, "post", "posts") + over + counted_text(agreed_posts_, "agreed", "agreed"));
  }

  void add_reach() {
    const double posts = posts_that_appeared();
    const std::optional<CreatorAverage> expected = creator_average(plan_, Input::reach_rate, 1);
    if (!expected || !(posts > 0)) return;
    const double followers = posts * expected->followers;
    const std::string base =
        "(" + posts_text() + " \xC3\x97 " + counted_text(expected->followers, "follower", "followers") + ")";
    const std::optional<Uncertain>& frequency = plan_value(Input::frequency);
    if (actuals_.reach) {
      add_own_rate(Input::reach_rate, *actuals_.reach / followers, noise_of(posts),
                   counted_text(*actuals_.reach, "person reached", "people reached") + over + base, posts_note());
      if (actuals_.impressions && *actuals_.reach > 0) {
        add_amount(Input::frequency, *actuals_.impressions / *actuals_.reach, noise_of(posts),
                   counted_text(*actuals_.impressions, "impression", "impressions") + over +
                       counted_text(*actuals_.reach, "person reached", "people reached"));
      }
    } else if (actuals_.impressions && frequency) {
      const double times = middle_of(Input::frequency, *frequency);
      const double noise = noise_of(posts) + log_variance_of(Input::frequency, *frequency);
      std::string note = posts_note();
      if (!note.empty()) note += ' ';
      note += "How often each person saw it is the plan's " + decimal_text(times) + ".";
      add_own_rate(Input::reach_rate, *actuals_.impressions / times / followers, noise,
                   counted_text(*actuals_.impressions, "impression", "impressions") + over + base, std::move(note));
    } else {
      need("impressions");
    }
  }

  void add_engagement_rate() {
    if (!actuals_.engagements) return need("engagements");
    const double posts = posts_that_appeared();
    const std::optional<CreatorAverage> expected = creator_average(plan_, Input::engagement_rate, 1);
    if (!expected || !(posts > 0)) return;
    const std::string counted = counted_text(*actuals_.engagements, "engagement", "engagements") + over;
    if (plan_.engagement_by == Denominator::followers) {
      add_own_rate(Input::engagement_rate, *actuals_.engagements / (posts * expected->followers), noise_of(posts),
                   counted + "(" + posts_text() + " \xC3\x97 " +
                       counted_text(expected->followers, "follower", "followers") + ")",
                   posts_note());
    } else if (actuals_.reach && *actuals_.reach > 0) {
      add_own_rate(Input::engagement_rate, *actuals_.engagements / *actuals_.reach, noise_of(posts),
                   counted + counted_text(*actuals_.reach, "person reached", "people reached"), {});
    } else {
      need("reach");
    }
  }

  void add_click_rate() {
    if (!actuals_.clicks) return need("clicks");
    if (!actuals_.impressions) return need("impressions");
    if (!(*actuals_.impressions > 0)) return;
    add_rate(Input::click_rate, {*actuals_.clicks, *actuals_.impressions},
             counted_text(*actuals_.clicks, "click", "clicks") + over +
                 counted_text(*actuals_.impressions, "impression", "impressions"));
  }

  void add_conversion_rate() {
    if (!actuals_.orders) return need("orders");
    if (!actuals_.clicks) return need("clicks");
    if (!(*actuals_.clicks > 0)) return;
    add_rate(
        Input::conversion_rate, {*actuals_.orders, *actuals_.clicks},
        counted_text(*actuals_.orders, "order", "orders") + over + counted_text(*actuals_.clicks, "click", "clicks"));
  }

  // Revenue is after discount and returns; the order value of a plan is before them.
  void add_order_value() {
    if (!actuals_.revenue) return need("revenue");
    if (!actuals_.orders) return need("orders");
    const auto kept = [this](Input input) {
      const std::optional<Uncertain>& taken = plan_value(input);
      return taken ? 1 - middle_of(input, *taken) : 1;
    };
    const double share = kept(Input::discount) * kept(Input::return_rate);
    if (!(*actuals_.orders > 0) || !(share > 0)) return;
    std::string formula =
        money_text(*actuals_.revenue, plan_.currency) + over + counted_text(*actuals_.orders, "order", "orders");
    if (share < 1) formula += over + percent_text(share);
    add_amount(Input::order_value, *actuals_.revenue / *actuals_.orders / share, noise_of(*actuals_.orders),
               std::move(formula), share < 1 ? "What is left after discount and returns is the plan's." : "");
  }

  void find_most_off() {
    const AssumptionCheck* most = nullptr;
    for (const AssumptionCheck& check : report_.assumptions) {
      if (std::abs(check.distance) <= 1) continue;
      if (most == nullptr || std::abs(check.distance) > std::abs(most->distance)) most = &check;
    }
    if (report_.assumptions.empty()) {
      report_.sentence = "These results do not tell which assumption was off.";
    } else if (most == nullptr) {
      report_.sentence = "No assumption was off by more than is usual.";
    } else {
      report_.most_off = most->input;
      report_.sentence = std::string(info_of(most->input).name) +
                         " was most off: " + (most->distance < 0 ? "lower than " : "higher than ") +
                         share_text(most->distance < 0 ? 1 - most->percentile : most->percentile) +
                         " of what the plan expected.";
    }
  }

  static std::string share_text(double share) {
    return share > 0.995 ? "nearly all" : count_text(share * 100) + "\xC2\xA0%";
  }

  const Plan& plan_;
  const Actuals& actuals_;
  const Simulation& forecast_;
  double agreed_posts_ = 0;
  ActualsReport report_;
};

std::optional<double> whole(const PartialSum& total) {
  return total.posts > 0 && total.missing == 0 ? std::optional(total.sum) : std::nullopt;
}

}  // namespace

std::optional<Error> check_actuals(const Actuals& actuals) {
  struct Field {
    const char* key;
    const char* name;
    std::optional<double> value;
  };
  const std::array<Field, 8> fields = {{{"spend", "The cost", actuals.spend},
                                        {"posts", "The number of posts", actuals.posts},
                                        {"reach", "The reach", actuals.reach},
                                        {"impressions", "The number of impressions", actuals.impressions},
                                        {"engagements", "The number of engagements", actuals.engagements},
                                        {"clicks", "The number of clicks", actuals.clicks},
                                        {"orders", "The number of orders", actuals.orders},
                                        {"revenue", "The revenue", actuals.revenue}}};
  for (const Field& field : fields) {
    if (!field.value) continue;
    if (!std::isfinite(*field.value)) {
      return Error{"not-a-number", std::string(field.name) + " is not a number.", field.key, {}};
    }
    if (*field.value < 0) return Error{"out-of-range", std::string(field.name) + " is below 0.", field.key, {}};
  }
  const auto exceeds = [](const std::optional<double>& part, const std::optional<double>& whole) {
    return part && whole && *part > *whole;
  };
  if (exceeds(actuals.reach, actuals.impressions)) {
    return Error{"out-of-range", "More people were reached than there were impressions: check both.", "reach", {}};
  }
  if (exceeds(actuals.clicks, actuals.impressions)) {
    return Error{"out-of-range", "There are more clicks than impressions: check both.", "clicks", {}};
  }
  if (exceeds(actuals.orders, actuals.clicks)) {
    return Error{"out-of-range", "There are more orders than clicks: check both.", "orders", {}};
  }
  return std::nullopt;
}

Result<ActualsReport> compare_with_actuals(const Simulation& forecast, const Actuals& actuals) {
  if (std::optional<Error> error = check_actuals(actuals)) return *error;
  if (std::optional<Error> error = check_plan(forecast.plan)) return *error;
  return Comparison(forecast, actuals).run();
}

Actuals actuals_of(const HashtagPosts& posts) {
  Actuals actuals;
  actuals.posts = static_cast<double>(posts.posts.size());
  actuals.reach = whole(posts.reach);
  actuals.impressions = whole(posts.impressions);
  if (!actuals.impressions) actuals.impressions = whole(posts.views);
  actuals.engagements = whole(posts.engagements);
  return actuals;
}

}  // namespace mf::core
