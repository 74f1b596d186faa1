// Why another site says something else: one case in each published formula, side by side, each with its base named.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/simulate.h"

namespace mf::core {

// One post or one campaign in plain numbers, each as far as known, finite and not negative. Rates are fractions, money
// is in `currency`. Counts are those of all posts together.
struct SiteCase {
  Platform platform = Platform::any;
  std::string currency = "USD";
  std::optional<double> creators;   // 1 where not given
  std::optional<double> posts;      // of each creator; 1 where not given
  std::optional<double> followers;  // of all creators together
  std::optional<double> reach;
  std::optional<double> impressions;
  std::optional<double> views;
  std::optional<double> likes;
  std::optional<double> comments;
  std::optional<double> shares;
  std::optional<double> saves;
  std::optional<double> engagements;  // where likes and comments are not given apart
  std::optional<double> clicks;
  std::optional<double> orders;
  std::optional<double> order_value;
  std::optional<double> revenue;  // after discounts and returns; orders x order value where it is not given
  std::optional<double> margin;   // what is left of revenue before the costs of the campaign
  std::optional<double> fees;     // paid to creators
  std::optional<double> cost;     // all of it: fees, product, hours, ...; the fees where it is not given
  std::optional<double> earned_media_value;
};

// The medians of a simulation. The margin is what its contribution is of its revenue.
SiteCase site_case(const Simulation& simulation);

// Media value has a list of its own: emv.h.
enum class SiteTopic { engagement_rate, return_on_spend, break_even, cost_per };
const char* site_topic_id(SiteTopic topic);    // "engagement-rate", the key of the API
const char* site_topic_name(SiteTopic topic);  // "Engagement rate", for people

struct SiteAnswer {
  std::string_view id;  // stable: "roi-cash", "break-even-orders-by-order-value"
  SiteTopic topic = SiteTopic::engagement_rate;
  std::string_view who;   // publishers that use it: "Upfluence"; "This page" for ours
  std::string_view name;  // what it calls the result: "ROI", "Engagement rate"
  std::string_view base;  // what it is a share or a price of: "followers", "cost", "each order"
  std::string formula;    // "(840 likes + comments) ÷ 25,000 followers"; bare names where numbers are missing
  std::optional<double> result;
  std::string_view unit;           // "fraction", "times", "money" in the case's currency, "orders", "engagements"
  std::vector<std::string> needs;  // what is missing, if there is no result: keys of SiteCase in camelCase
  std::string_view why;            // one sentence: why it differs from the others of its topic
  bool ours = false;               // the one that this page goes by
};

// Every formula, by topic, ours first in each. One without a result says what it needs, or would divide by nothing.
std::vector<SiteAnswer> other_sites(const SiteCase& given);

}  // namespace mf::core
