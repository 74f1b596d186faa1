#include "core/fees.h"

#include <algorithm>
#include <cstdlib>

#include "core/engagement.h"
#include "core/fee_methods.h"
#include "core/fee_parts.h"
#include "core/number_text.h"
#include "core/sample.h"
#include "core/sorted.h"

namespace mf::core {
namespace {

constexpr std::string_view range_currency = "USD";
constexpr int years_worth_a_word = 5;

std::optional<double> median_of(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  sort(values);
  return median(values);
}

// The range compares like with like; what is left out of it says so.
void decide_counted(FeeMethod& method) {
  if (!method.typical) return;
  std::string why_not;
  if (method.derived) {
    why_not = "It is not counted in the range, where the means themselves are.";
  } else if (method.currency != range_currency) {
    why_not = "It is not converted, and not counted in the range.";
  } else if (method.grade != 'A' && method.grade != 'B') {
    why_not = "Its source is unaudited: it is shown, and not counted in the range.";
  } else if (method.applies_to == "a story" || method.applies_to == "a set of stories") {
    why_not = "It is for stories, and not counted in the range for a post.";
  }
  method.counted = why_not.empty();
  if (method.counted) return;
  if (!method.note.empty()) method.note += ' ';
  method.note += why_not;
}

int place(const FeeMethod& method) {
  if (method.counted) return 0;
  if (method.typical || method.low) return 1;
  return 2;
}

bool goes_before(const FeeMethod& a, const FeeMethod& b) {
  if (place(a) != place(b)) return place(a) < place(b);
  return place(a) < 2 && a.typical.value_or(a.low.value_or(0)) < b.typical.value_or(b.low.value_or(0));
}

const Source& source_of(const FeeMethod& method) { return *benchmark(method.sources.front())->source; }

std::string publisher(const FeeMethod& method) { return publisher_and_year(source_of(method)); }

std::string reason_for_one(const FeeMethod& method, bool more_needed) {
  return "Only one published price fits what is known: " + publisher(method) + " " + method.basis + "." +
         (more_needed ? " The others need more than that." : "");
}

std::string reason_for_spread(const FeeMethod& low, const FeeMethod& high) {
  std::string reason;
  if (*low.typical > 0) {
    const double ratio = *high.typical / *low.typical;
    reason = "The highest is " + (ratio < 10 ? decimal_text(ratio) : count_text(ratio)) + " times the lowest. ";
  }
  reason += "The lowest, of " + publisher(low) + ", " + low.basis + "; the highest, of " + publisher(high) + ", " +
            high.basis;
  const int low_year = source_of(low).year;
  const int high_year = source_of(high).year;
  const int apart = std::abs(low_year - high_year);
  if (low_year != 0 && high_year != 0 && apart >= years_worth_a_word) {
    reason += "; they are " + std::to_string(apart) + " years apart";
  }
  return reason + ".";
}

// `methods` in order: counted ones first, from the lowest up.
std::optional<FeeRange> range_of(const std::vector<FeeMethod>& methods) {
  std::vector<double> typical;
  bool more_needed = false;
  for (const FeeMethod& method : methods) {
    if (method.counted) typical.push_back(*method.typical);
    more_needed = more_needed || !method.needs.empty();
  }
  if (typical.empty()) return std::nullopt;
  FeeRange range;
  range.low = typical.front();
  range.typical = cents(median(typical));
  range.high = typical.back();
  range.currency = range_currency;
  range.methods = typical.size();
  range.reason = typical.size() == 1 ? reason_for_one(methods.front(), more_needed)
                                     : reason_for_spread(methods.front(), methods[typical.size() - 1]);
  return range;
}

std::optional<FeeFloor> floor_for(const FeeRequest& request, const Figures& figures) {
  const Benchmark* const record = benchmark("B0407");
  if (record == nullptr || !request.followers) return std::nullopt;
  if (*request.followers < record->min_followers || *request.followers >= record->max_followers) return std::nullopt;
  const std::optional<double> amount = figures.centre(*record);
  if (!amount) return std::nullopt;
  return FeeFloor{*amount, currency_of(*record), record->id};
}

std::vector<FeeModifier> modifiers_for(Platform platform, const Figures& figures) {
  std::vector<FeeModifier> modifiers;
  for (const char grade : {'A', 'B', 'C', 'D'}) {
    for (const Benchmark& record : benchmarks()) {
      if (record.metric != Metric::fee_modifier || record.unit != "fraction more") continue;
      if (record.grade != grade || !applies(record, platform)) continue;
      const std::optional<double> one = figures.centre(record);
      if (!one) continue;
      const double low = figures.get(record, Statistic::low).value_or(*one);
      const double high = figures.get(record, Statistic::high).value_or(*one);
      modifiers.push_back({record.definition, low, high, grade, record.id});
    }
  }
  return modifiers;
}

void add_once(std::vector<std::string>& list, const std::string& entry) {
  if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
}

std::vector<std::string> needs_of(const FeeRequest& request, const std::vector<FeeMethod>& methods) {
  std::vector<std::string> needs;
  for (const FeeMethod& method : methods) {
    for (const std::string& need : method.needs) add_once(needs, need);
  }
  // A price per view that was guessed from the followers is computed, and would still be better known.
  if (!request.views && !request.impressions && !request.reach) {
    add_once(needs, default_denominator(request.platform) == Denominator::views ? "views" : "impressions");
  }
  return needs;
}

std::string note_for(Platform platform, const std::vector<FeeMethod>& methods) {
  const bool own = std::any_of(methods.begin(), methods.end(), [](const FeeMethod& m) { return !m.any_platform; });
  if (own) return {};
  if (platform == Platform::any) {
    return "Most prices are published for one platform; these are the few for any. Choose the platform to see its own.";
  }
  return std::string("No publisher on record prices posts on ") + platform_name(platform) +
         " by the size of an account; these prices are for any platform.";
}

}  // namespace

FeeRequest fee_request(Platform platform, std::optional<double> followers, std::span<const Post> posts) {
  const auto median_over = [posts](bool stories, const auto& count) {
    std::vector<double> values;
    for (const Post& post : posts) {
      if (is_story(post) != stories) continue;
      if (const std::optional<double> value = count(post)) values.push_back(*value);
    }
    return median_of(std::move(values));
  };
  FeeRequest request;
  request.platform = platform;
  request.followers = followers;
  request.likes = median_over(false, [](const Post& post) { return post.likes; });
  request.engagements = median_over(false, [](const Post& post) {
    return post.likes && post.comments ? std::optional(*post.likes + *post.comments) : std::nullopt;
  });
  request.views = median_over(false, [](const Post& post) { return post.views; });
  request.impressions = median_over(false, [](const Post& post) { return post.impressions; });
  request.reach = median_over(false, [](const Post& post) { return post.reach; });
  request.story_views = median_over(true, [](const Post& post) {
    return post.views ? post.views : post.impressions ? post.impressions : post.reach;
  });
  return request;
}

FeeEstimate fee_estimate(const FeeRequest& request, const Figures& figures) {
  FeeEstimate estimate;
  std::vector<FeeMethod> methods;
  add_rules(methods, request, figures);
  add_prices_by_size(methods, request, figures);
  add_size_curve(methods, request, figures);
  add_prices_per_thousand(methods, request, figures);
  for (FeeMethod& method : methods) {
    decide_counted(method);
    const auto behind_equals = std::upper_bound(estimate.methods.begin(), estimate.methods.end(), method, goes_before);
    estimate.methods.insert(behind_equals, std::move(method));
  }
  estimate.range = range_of(estimate.methods);
  estimate.floor = floor_for(request, figures);
  estimate.modifiers = modifiers_for(request.platform, figures);
  estimate.needs = needs_of(request, estimate.methods);
  estimate.note = note_for(request.platform, estimate.methods);
  return estimate;
}

}  // namespace mf::core
