// Prices per 1,000 times that a post is seen.
#include <algorithm>
#include <array>

#include "core/fee_methods.h"
#include "core/fee_parts.h"
#include "core/number_text.h"

namespace mf::core {
namespace {

// How many saw a post, from its own counts: what the price is per 1,000 of.
Amount seen_by(const FeeRequest& request, const Benchmark& record) {
  const Amount impressions = amount_of(request, Quantity::impressions);
  const Amount views = amount_of(request, Quantity::views);
  const Amount reach = amount_of(request, Quantity::reach);
  if (record.group == "story") return amount_of(request, Quantity::story_views);
  if (record.group == "reel") return views;
  std::array<Amount, 3> order = {impressions, views, reach};
  if (is_video_platform(request.platform)) std::swap(order[0], order[1]);
  const auto known = std::find_if(order.begin(), order.end(), [](const Amount& a) { return a.given.has_value(); });
  return known == order.end() ? order[0] : *known;
}

// The platform's published median reach or views of a post for this size; only what is not about brands or stories.
const Benchmark* seen_per_follower(const FeeRequest& request, const Figures& figures) {
  const std::optional<double> followers = followers_of(request);
  if (!followers) return nullptr;
  for (const Benchmark& record : benchmarks()) {
    const bool about_seeing = record.metric == Metric::reach_rate || record.metric == Metric::views_per_follower;
    if (about_seeing && record.platform == request.platform && (record.group.empty() || record.group == "post") &&
        record.grade <= 'B' && holds(record, *followers) && figures.get(record, Statistic::median)) {
      return &record;
    }
  }
  return nullptr;
}

void add_price_per_thousand(std::vector<FeeMethod>& methods, const Benchmark& record, const FeeRequest& request,
                            const Figures& figures) {
  std::string id = "cpm-" + std::string(record.source->id);
  if (!record.group.empty()) id += "-" + std::string(record.group);
  FeeMethod method = method_from(record, id, "Price per 1,000 views or impressions", request.platform);
  const std::string price = price_text(figures, record) + " per 1,000";
  Amount seen = seen_by(request, record);
  const bool of_a_post = record.group.empty() || record.group == "post" || record.group == "carousel";
  const Benchmark* const rate = seen.given || !of_a_post ? nullptr : seen_per_follower(request, figures);
  method.basis = "prices how often a post is seen, at " + price;
  if (rate != nullptr) {
    const bool of_reach = rate->metric == Metric::reach_rate;
    const double share = *figures.get(*rate, Statistic::median);
    seen.given = *request.followers * share;
    method.formula = counted_text(*request.followers, "follower", "followers");
    method.formula += times_sign;
    method.formula += percent_text(share) + (of_reach ? " reached" : " views") + " (" + citation(*rate->source) + ")";
    method.basis += ", here guessed from the followers";
    add_source(method, *rate);
    add_note(method, "How many see a post is guessed from the followers; counts of your own posts would tell more.");
  } else {
    method.formula = amount_text(seen);
  }
  method.formula += times_sign;
  method.formula += price;
  if (seen.given) {
    const double thousands = *seen.given / 1000;
    method.low = figure_times(figures, record, Statistic::low, thousands);
    method.high = figure_times(figures, record, Statistic::high, thousands);
    method.typical = centre_times(figures, record, thousands);
  } else {
    method.needs.emplace_back(seen.need);
  }
  const bool people = (rate != nullptr && rate->metric == Metric::reach_rate) ||
                      (rate == nullptr && seen.given && std::string_view(seen.need) == "reach");
  if (people) add_note(method, "People reached are fewer than views, so that this is rather low.");
  if (!record.note.empty()) add_note(method, record.note);
  methods.push_back(std::move(method));
}

}  // namespace

void add_prices_per_thousand(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures) {
  const std::optional<double> followers = followers_of(request);
  for (const Benchmark& record : benchmarks()) {
    if (record.metric != Metric::cpm || !applies(record, request.platform)) continue;
    if (has_bounds(record) && !(followers && holds(record, *followers))) continue;
    add_price_per_thousand(methods, record, request, figures);
  }
}

}  // namespace mf::core
