#include "core/analysis.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace mf::core {
namespace {

// 12345 as "12,345".
std::string grouped(double whole) {
  std::string digits = std::to_string(static_cast<std::int64_t>(whole));
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::optional<Error> check_post(const Post& post, std::size_t index) {
  struct Named {
    const char* name;
    const std::optional<double>& count;
  };
  for (const Named& field : {Named{"likes", post.likes}, Named{"comments", post.comments}, Named{"shares", post.shares},
                             Named{"saves", post.saves}, Named{"views", post.views}, Named{"reach", post.reach},
                             Named{"impressions", post.impressions}}) {
    if (!field.count || (*field.count >= 0 && *field.count <= max_post_count)) continue;
    const std::string where = "posts[" + std::to_string(index) + "]." + field.name;
    const std::string subject = std::string("The ") + field.name + " of post " + std::to_string(index + 1);
    if (std::isnan(*field.count)) return Error{"not-a-number", subject + " must be a number.", where, {}};
    const char* reason = *field.count < 0 ? " cannot be negative." : " must be at most 1,000,000,000,000.";
    return Error{"out-of-range", subject + reason, where, {}};
  }
  return std::nullopt;
}

bool any_post(const std::vector<Post>& posts, bool (*test)(const Post&)) {
  return std::any_of(posts.begin(), posts.end(), test);
}

std::vector<std::string> still_needed(const AnalyzeRequest& request, const std::vector<EngagementRate>& rates) {
  std::vector<std::string> needs;
  if (!request.followers) needs.emplace_back("followers");
  if (request.posts.empty()) {
    needs.emplace_back("posts");
    return needs;
  }
  if (!any_post(request.posts, [](const Post& p) { return p.likes.has_value(); })) needs.emplace_back("likes");
  if (!any_post(request.posts, [](const Post& p) { return p.comments.has_value(); })) needs.emplace_back("comments");
  for (const Denominator by : {Denominator::reach, Denominator::views, Denominator::impressions}) {
    const bool known = std::any_of(rates.begin(), rates.end(), [&](const EngagementRate& r) { return r.by == by; });
    if (!known) needs.emplace_back(denominator_id(by));
  }
  return needs;
}

std::string posts_in_words(std::size_t count) { return count == 1 ? "1 post" : grouped(double(count)) + " posts"; }

std::vector<std::string> warnings_about(const AnalyzeRequest& request, const std::optional<Verdict>& verdict) {
  std::vector<std::string> warnings;
  if (verdict && verdict->uncertain) {
    warnings.push_back("The follower count is rounded and stands for anything from " +
                       grouped(std::ceil(request.followers->low)) + " to just under " +
                       grouped(request.followers->high) + "; the answer changes within that range.");
  }
  std::size_t stories = 0;
  std::size_t hidden = 0;
  for (const Post& post : request.posts) {
    if (is_story(post)) {
      stories += 1;
    } else if (!post.likes) {
      hidden += 1;
    }
  }
  if (stories > 0) {
    warnings.push_back((stories == 1 ? "1 story is" : grouped(double(stories)) + " stories are") +
                       std::string(" left out of the rates per post."));
  }
  if (hidden > 0 && hidden + stories < request.posts.size()) {
    warnings.push_back(posts_in_words(hidden) + (hidden == 1 ? " does" : " do") + " not show likes and " +
                       (hidden == 1 ? "is" : "are") + " left out of the rates that count likes.");
  }
  return warnings;
}

// The account's rate by that denominator that counts the actions wanted; else the one nearest to it.
const EngagementRate* comparable_rate(const std::vector<EngagementRate>& rates, Denominator by,
                                      std::span<const Action> wanted) {
  const EngagementRate* nearest = nullptr;
  for (const EngagementRate& rate : rates) {
    if (rate.by != by) continue;
    if (std::equal(rate.actions.begin(), rate.actions.end(), wanted.begin(), wanted.end())) return &rate;
    if (nearest == nullptr) nearest = &rate;
  }
  return nearest;
}

std::vector<PostCounts> counts_behind(const EngagementRate& rate, const AnalyzeRequest& request) {
  std::vector<PostCounts> counts;
  for (const Post& post : request.posts) {
    if (is_story(post)) continue;
    const std::optional<double> divisor =
        rate.by == Denominator::followers ? std::optional(request.followers->value) : count_of(post, rate.by);
    double engagements = 0;
    bool complete = divisor && *divisor > 0;
    for (const Action action : rate.actions) {
      const std::optional<double> count = count_of(post, action);
      complete = complete && count.has_value();
      engagements += count.value_or(0);
    }
    if (complete) counts.push_back({engagements, *divisor});
  }
  return counts;
}

Expectation expectation_of(ExpectedCurve curve, const AnalyzeRequest& request,
                           const std::vector<EngagementRate>& rates) {
  Expectation result;
  result.curve = std::move(curve);
  result.usual = expected_rate(result.curve, request.followers->value);
  const EngagementRate* own = comparable_rate(rates, result.curve.by, result.curve.ladder.actions);
  if (own == nullptr) return result;
  result.own = *own;
  // A publisher that does not say what it counts is compared with likes and comments, which all of them count.
  const std::span<const Action> wanted = result.curve.ladder.actions;
  result.counts_alike =
      wanted.empty() || std::equal(own->actions.begin(), own->actions.end(), wanted.begin(), wanted.end());
  if (!result.usual || !result.counts_alike) return result;
  result.shrunk = shrink(counts_behind(*own, request), {result.usual->median, result.usual->log_sd});
  result.percentile = percentile_of(*result.usual, result.shrunk->median, result.shrunk->low, result.shrunk->high);
  return result;
}

Growth growth_of(const AnalyzeRequest& request, const std::optional<Verdict>& verdict, const Figures& figures) {
  Growth result;
  const Result<GrowthRate> rate = growth_rate(request.history);
  if (!rate) {
    result.no_rate = rate.error();
  } else {
    result.rate = *rate;
    if (verdict && verdict->next) {
      result.next = boundary_forecast(*rate, request.followers->value, verdict->next->followers);
    }
  }
  if (request.followers) result.published = published_growth(figures, request.platform, request.followers->value);
  return result;
}

// Of the expectations, the one by the platform's default denominator; it alone decides what stands out.
std::optional<EngagementStanding> standing_of(const std::vector<Expectation>& expected) {
  if (expected.empty() || !expected.front().percentile) return std::nullopt;
  const Percentile& percentile = *expected.front().percentile;
  return EngagementStanding{percentile.low, percentile.high, expected.front().usual->sources};
}

std::optional<Error> check_history(const std::vector<FollowerPoint>& history) {
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (history[i].followers >= 0 && history[i].followers <= max_followers) continue;
    const std::string subject = "The followers of day " + std::to_string(i + 1) + " of the history must be ";
    const std::string where = "history[" + std::to_string(i) + "].followers";
    if (std::isnan(history[i].followers)) return Error{"not-a-number", subject + "a number.", where, {}};
    return Error{"out-of-range", subject + "from 0 to 10,000,000,000.", where, {}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> check_followers(const Count& followers) {
  for (const double value : {followers.value, followers.low, followers.high}) {
    if (std::isnan(value)) {
      return Error{"not-a-number", "Followers must be a number, such as 12,300 or 12.3K.", "followers", {}};
    }
    if (value < 0) return Error{"out-of-range", "Followers cannot be negative.", "followers", {}};
    if (value > max_followers) {
      return Error{"out-of-range",
                   "Followers must be at most 10,000,000,000; this is more than there are people.",
                   "followers",
                   {}};
    }
  }
  if (followers.value != std::floor(followers.value)) {
    return Error{"out-of-range", "Followers must be a whole number; nobody has a part of a follower.", "followers", {}};
  }
  if (followers.low > followers.value || followers.value > followers.high) {
    return Error{
        "out-of-range", "The range of the followers must hold the follower count itself.", "followersRange", {}};
  }
  return std::nullopt;
}

Result<Analysis> analyze(const AnalyzeRequest& request) {
  if (!request.followers && request.posts.empty() && request.history.empty()) {
    return Error{"missing", "Give the follower count, posts, or both.", "followers", {}};
  }
  if (request.followers) {
    if (std::optional<Error> error = check_followers(*request.followers)) return *std::move(error);
  }
  for (std::size_t i = 0; i < request.posts.size(); ++i) {
    if (std::optional<Error> error = check_post(request.posts[i], i)) return *std::move(error);
  }
  if (std::optional<Error> error = check_history(request.history)) return *std::move(error);

  const Figures figures(request.figures);
  Analysis result;
  result.platform = request.platform;
  result.followers = request.followers;
  std::optional<double> followers;
  if (request.followers) {
    followers = request.followers->value;
    result.verdict = verdict_range(schemes(), request.platform, *request.followers);
  }
  result.engagement = engagement_rates(request.posts, followers, request.platform);
  if (!result.engagement.empty()) {
    const EngagementRate& headline = result.engagement.front();
    result.splits = engagement_splits(request.posts, followers, headline.by, headline.actions);
  }
  if (followers) {
    for (ExpectedCurve& curve : expected_curves(figures, request.platform)) {
      result.expected.push_back(expectation_of(std::move(curve), request, result.engagement));
    }
    const Denominator usual = default_denominator(request.platform);
    if (result.expected.empty() || result.expected.front().curve.by != usual || !result.expected.front().usual) {
      result.not_expected = what_is_known(figures, request.platform, usual);
    }
    result.fee = fee_estimate(fee_request(request.platform, followers, request.posts), figures);
  }
  result.readiness = readiness({request.platform, request.posts, request.niche, request.self_checks}, figures);
  if (!request.history.empty()) result.growth = growth_of(request, result.verdict, figures);
  result.flags = flags({request.platform, request.posts, request.history, standing_of(result.expected)}, figures);
  result.needs = still_needed(request, result.engagement);
  result.warnings = warnings_about(request, result.verdict);
  return result;
}

}  // namespace mf::core
