// What the published figures say of an input that a plan leaves open.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/campaign.h"
#include "core/expected.h"
#include "core/fees.h"
#include "core/uncertain.h"

namespace mf::core {
namespace {

constexpr double upper_quartile = 0.6744897501960817;  // of the standard normal distribution
constexpr std::string_view fee_currency = "USD";

double middle_of_followers(const Uncertain& followers) { return middle_of(Input::followers, followers); }

void say(std::string& note, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!note.empty()) note += ' ';
  note += sentence;
}

// The size that stands for the plan's creators: of a roster the geometric mean.
std::optional<double> size_of(const Plan& plan) {
  double sum = 0;
  std::size_t known = 0;
  for (const PlannedCreator& creator : plan.roster) {
    const std::optional<Uncertain>& followers = creator.inputs[Input::followers];
    if (!followers || !(followers->low > 0)) continue;
    sum += std::log(middle_of_followers(*followers));
    ++known;
  }
  if (known > 0) return std::exp(sum / static_cast<double>(known));
  const std::optional<Uncertain>& followers = plan.inputs[Input::followers];
  return followers && followers->low > 0 ? std::optional(middle_of_followers(*followers)) : std::nullopt;
}

bool is_open(const Plan& plan, Input input) {
  if (plan.inputs[input]) return false;
  return plan.roster.empty() || std::any_of(plan.roster.begin(), plan.roster.end(),
                                            [input](const PlannedCreator& c) { return !c.inputs[input].has_value(); });
}

// What a default is made of.
struct Asked {
  const Plan& plan;
  Figures figures;
  std::optional<double> size;
};

void add_source(Default& found, const Benchmark& record) {
  found.sources.push_back(record.id);
  found.grade = std::max(found.grade, record.grade);
}

bool is_audited(const Benchmark& record) { return record.grade == 'A' || record.grade == 'B'; }

bool holds(const Benchmark& record, double followers) {
  return followers >= record.min_followers && followers < record.max_followers;
}

std::optional<Default> engagement_rate(const Asked& asked) {
  if (!asked.size) return std::nullopt;
  const std::optional<ExpectedRate> expected =
      expected_rate(asked.figures, asked.plan.platform, asked.plan.engagement_by, *asked.size);
  if (!expected) return std::nullopt;
  Default found;
  found.value = range_about(expected->median, expected->log_sd);
  found.sources = expected->sources;
  found.grade = expected->grade;
  say(found.note, "What accounts of this size have; nine in ten lie in the range.");
  say(found.note, expected->caveat);
  return found;
}

// The spread between accounts that a record's quartiles tell, of the logarithm.
std::optional<double> quartile_spread(const Figures& figures, const Benchmark& record) {
  const std::optional<double> p25 = figures.get(record, Statistic::p25);
  const std::optional<double> p75 = figures.get(record, Statistic::p75);
  if (!p25 || !p75 || !(*p25 > 0) || !(*p75 > *p25)) return std::nullopt;
  return std::log(*p75 / *p25) / (2 * upper_quartile);
}

struct SpreadOfReach {
  double log_sd = 0;
  const Benchmark* record = nullptr;  // of X
};

// For a platform where nobody publishes how far accounts differ in reach: as far as they differ in engagement there,
// times how much less they differ in views than in engagement on X, the one platform where both are published.
// (Engagement by followers is reach times engagement by reach, so that reach should differ less.)
std::optional<SpreadOfReach> spread_of_reach(const Asked& asked) {
  const auto of_engagement = [&asked](Platform platform) -> std::optional<double> {
    for (const Denominator by : {Denominator::followers, default_denominator(platform)}) {
      const std::optional<ExpectedRate> rate = expected_rate(asked.figures, platform, by, *asked.size);
      if (rate) return rate->log_sd;
    }
    return std::nullopt;
  };
  const std::optional<double> here = of_engagement(asked.plan.platform);
  const std::optional<double> on_x = of_engagement(Platform::x);
  if (!here || !on_x) return std::nullopt;
  for (const Benchmark& record : benchmarks()) {
    const bool fits = record.metric == Metric::views_per_follower && record.platform == Platform::x &&
                      is_audited(record) && holds(record, *asked.size);
    const std::optional<double> views = fits ? quartile_spread(asked.figures, record) : std::nullopt;
    if (views) return SpreadOfReach{*here * std::min(1.0, *views / *on_x), &record};
  }
  return std::nullopt;
}

// The best graded figure of how many see a post of an account of this size: people before views.
const Benchmark* seeing(const Asked& asked) {
  const Benchmark* best = nullptr;
  for (const Benchmark& record : benchmarks()) {
    const bool is_reach = record.metric == Metric::reach_rate && record.group == "post";
    const bool is_views = record.metric == Metric::views_per_follower && record.group.empty();
    if (!is_reach && !is_views) continue;
    if (record.platform != asked.plan.platform || record.grade > 'C' || !holds(record, *asked.size)) continue;
    if (best == nullptr || record.grade < best->grade) best = &record;
  }
  return best;
}

std::optional<Default> reach_rate(const Asked& asked) {
  const Benchmark* const record = asked.size ? seeing(asked) : nullptr;
  const std::optional<double> centre = record != nullptr ? asked.figures.centre(*record) : std::nullopt;
  if (!centre || !(*centre > 0)) return std::nullopt;
  Default found;
  add_source(found, *record);
  if (record->metric == Metric::views_per_follower) {
    say(found.note,
        "These are views, not people: some see a post twice. With a frequency of 1, impressions are right.");
  }
  if (const std::optional<double> log_sd = quartile_spread(asked.figures, *record)) {
    found.value = range_about(*centre, *log_sd);
    say(found.note, "The range follows from the quartiles between accounts.");
  } else {
    const std::optional<SpreadOfReach> spread = spread_of_reach(asked);
    if (!spread) return std::nullopt;
    found.value = range_about(*centre, spread->log_sd);
    add_source(found, *spread->record);
    say(found.note,
        "How far accounts differ in reach is not published here; they are taken to differ less than in engagement, by "
        "as much as on X, where both are published.");
  }
  if (record->grade == 'C') say(found.note, "Nothing better than an unaudited figure is published.");
  say(found.note, record->note);
  return found;
}

// From the lowest to the highest of the records that `fits`.
template <class Fits>
std::optional<Default> span_of(const Asked& asked, Fits fits) {
  Default found;
  double low = 0;
  double high = 0;
  for (const Benchmark& record : benchmarks()) {
    if (!fits(record)) continue;
    const std::optional<double> centre = asked.figures.centre(record);
    if (!centre) continue;
    const double from = asked.figures.get(record, Statistic::low).value_or(*centre);
    const double to = asked.figures.get(record, Statistic::high).value_or(*centre);
    low = found.sources.empty() ? from : std::min(low, from);
    high = found.sources.empty() ? to : std::max(high, to);
    add_source(found, record);
  }
  if (found.sources.empty() || !(low > 0) || !(high < 1)) return std::nullopt;
  found.value = {low, high};
  return found;
}

std::optional<Default> click_rate(const Asked& asked) {
  const Platform platform = asked.plan.platform;
  std::optional<Default> found = span_of(asked, [platform](const Benchmark& record) {
    const bool of_those_who_saw = record.by == Denominator::impressions || record.by == Denominator::views;
    return record.metric == Metric::click_rate && record.platform == platform && of_those_who_saw &&
           record.group == "bio" && record.grade <= 'C';
  });
  if (!found) return std::nullopt;
  say(found->note, "Clicks on the link in the bio, of those who saw a post or a reel; a link in a story does better.");
  if (found->grade == 'C') say(found->note, "Nothing better than unaudited figures is published.");
  return found;
}

std::optional<Default> conversion_rate(const Asked& asked) {
  const Platform platform = asked.plan.platform;
  const auto of_platform = [platform](const Benchmark& record) {
    return record.metric == Metric::conversion_rate && is_audited(record) && record.platform == platform &&
           platform != Platform::any && record.group.empty();
  };
  const auto of_social_traffic = [](const Benchmark& record) {
    return record.metric == Metric::conversion_rate && is_audited(record) && record.group.starts_with("social traffic");
  };
  std::optional<Default> found = span_of(asked, of_platform);
  const bool is_range = found && found->sources.size() > 1;
  if (!is_range) {
    const bool has_own = found.has_value();
    found = span_of(asked, [&](const Benchmark& record) { return of_platform(record) || of_social_traffic(record); });
    if (found && !has_own) say(found->note, "Nothing better than visits from social media as a whole is published.");
  }
  if (!found) return std::nullopt;
  say(found->note, "From the lowest to the highest figure of visitors who buy; few buy what costs over $100 (Oribi).");
  return found;
}

std::optional<Default> fee(const Asked& asked) {
  if (!asked.size || asked.plan.currency != fee_currency) return std::nullopt;
  FeeRequest request;
  request.platform = asked.plan.platform;
  request.followers = asked.size;
  const FeeEstimate estimate = fee_estimate(request, asked.figures);
  if (!estimate.range || !(estimate.range->low > 0)) return std::nullopt;
  Default found;
  found.value = {estimate.range->low, estimate.range->high};
  for (const FeeMethod& method : estimate.methods) {
    if (!method.counted) continue;
    for (const std::string_view id : method.sources) {
      const bool is_new = std::find(found.sources.begin(), found.sources.end(), id) == found.sources.end();
      if (is_new) add_source(found, *benchmark(id));
    }
  }
  say(found.note, "From the lowest to the highest of the published ways to price a post. Ask the creators.");
  return found;
}

std::optional<Default> show_rate(const Asked& asked) {
  for (const Benchmark& record : benchmarks()) {
    if (record.metric != Metric::show_rate || record.platform != Platform::any || !is_audited(record)) continue;
    const std::optional<double> centre = asked.figures.centre(record);
    if (!centre) continue;
    Default found;
    found.value = Uncertain::exact(*centre);
    add_source(found, record);
    found.note = "Who posts after getting the agreed reward, in Later's own data; how it varies is not published.";
    return found;
  }
  return std::nullopt;
}

std::optional<Default> published(const Asked& asked, Input input) {
  switch (input) {
    case Input::engagement_rate:
      return engagement_rate(asked);
    case Input::reach_rate:
      return reach_rate(asked);
    case Input::click_rate:
      return click_rate(asked);
    case Input::conversion_rate:
      return conversion_rate(asked);
    case Input::fee:
      return fee(asked);
    case Input::show_rate:
      return show_rate(asked);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::vector<Default> plan_defaults(const Plan& plan) {
  const Asked asked = {plan, Figures(plan.figures), size_of(plan)};
  std::vector<Default> defaults;
  for (const InputInfo& info : input_infos()) {
    if (!is_open(plan, info.input)) continue;
    if (std::optional<Default> found = published(asked, info.input)) {
      found->input = info.input;
      defaults.push_back(*std::move(found));
    } else if (info.neutral) {
      defaults.push_back({info.input, Uncertain::exact(*info.neutral), {}, 'A', {}});
    }
  }
  return defaults;
}

}  // namespace mf::core
