#include "core/analysis.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

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
  if (!request.followers && request.posts.empty()) {
    return Error{"missing", "Give the follower count, posts, or both.", "followers", {}};
  }
  if (request.followers) {
    if (std::optional<Error> error = check_followers(*request.followers)) return *std::move(error);
  }
  for (std::size_t i = 0; i < request.posts.size(); ++i) {
    if (std::optional<Error> error = check_post(request.posts[i], i)) return *std::move(error);
  }

  Analysis result;
  result.platform = request.platform;
  result.followers = request.followers;
  std::optional<double> followers;
  if (request.followers) {
    followers = request.followers->value;
    result.verdict = verdict_range(schemes(), request.platform, *request.followers);
  }
  result.engagement = engagement_rates(request.posts, followers, request.platform);
  result.needs = still_needed(request, result.engagement);
  result.warnings = warnings_about(request, result.verdict);
  return result;
}

}  // namespace mf::core
