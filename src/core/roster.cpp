#include "core/roster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/drawn.h"
#include "core/fees.h"
#include "core/number_text.h"
#include "core/portable_math.h"
#include "core/shrinkage.h"
#include "core/tiers.h"
#include "core/uncertain.h"

namespace mf::core {
namespace {

constexpr std::string_view fee_currency = "USD";  // of the published prices
constexpr double far_out = 0.01;                  // as in flags.h: the whole range of percentiles beyond it
constexpr double comments_factor = 10;            // likewise
constexpr double comments_to_speak_of = 10;
constexpr double rates_agree_within = 1.5;  // times; counts and a rate may be of other posts
constexpr double highest_rate = 0.999;      // a range of rates ends below 1

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<double> positive(const std::optional<double>& count) {
  return count && *count > 0 ? count : std::optional<double>();
}

bool is_count(const std::optional<double>& count) { return !count || (*count >= 0 && *count <= 1e12); }

// The currency that most rows give; of several the first in the alphabet.
std::string usual_currency(const std::vector<Creator>& creators) {
  std::vector<std::string_view> given;
  for (const Creator& creator : creators) {
    if (!creator.currency.empty()) given.push_back(creator.currency);
  }
  std::sort(given.begin(), given.end());
  std::string_view best = fee_currency;
  std::size_t most = 0;
  for (std::size_t from = 0; from < given.size();) {
    const auto to = static_cast<std::size_t>(std::upper_bound(given.begin(), given.end(), given[from]) - given.begin());
    if (to - from > most) {
      most = to - from;
      best = given[from];
    }
    from = to;
  }
  return std::string(best);
}

// The headline tier by size, of each platform from one change to the next.
class TierNames {
 public:
  std::string_view of(Platform platform, double followers) {
    std::vector<Step>& steps = steps_[static_cast<std::size_t>(platform)];
    for (double from = 0; steps.empty() || from > 0;) {
      const Verdict here = verdict(schemes(), platform, from);
      steps.push_back({from, here.tier});
      from = here.next ? here.next->followers : 0;
    }
    const auto after = std::upper_bound(steps.begin(), steps.end(), followers,
                                        [](double count, const Step& step) { return count < step.from; });
    return (after - 1)->tier;
  }

 private:
  struct Step {
    double from = 0;
    std::string_view tier;
  };
  std::array<std::vector<Step>, platform_count> steps_;
};

// The curves of a platform, made when the first row needs them.
class UsualRates {
 public:
  std::optional<ExpectedRate> at(const Figures& figures, Platform platform, Denominator by, double followers) {
    Known& known = known_[static_cast<std::size_t>(platform)][by == Denominator::views];
    if (!known.made) {
      known.curve = expected_curve(figures, platform, by);
      known.made = true;
    }
    return known.curve ? expected_rate(*known.curve, followers) : std::nullopt;
  }

 private:
  struct Known {
    bool made = false;
    std::optional<ExpectedCurve> curve;
  };
  std::array<std::array<Known, 2>, platform_count> known_;
};

// Rows that name a creator whom an earlier row names: by row, the earlier one.
std::vector<std::optional<std::size_t>> repeated_rows(const std::vector<Creator>& creators) {
  std::vector<std::string> names(creators.size());
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < creators.size(); ++i) {
    if (creators[i].handle.empty()) continue;
    for (const char c : creators[i].handle.view()) names[i] += lower(c);
    names[i] += ' ';
    names[i] += platform_id(creators[i].platform);
    rows.push_back(i);
  }
  std::sort(rows.begin(), rows.end(),
            [&](std::size_t a, std::size_t b) { return names[a] != names[b] ? names[a] < names[b] : a < b; });
  std::vector<std::optional<std::size_t>> earlier(creators.size());
  for (std::size_t k = 1; k < rows.size(); ++k) {
    if (names[rows[k]] != names[rows[k - 1]]) continue;
    earlier[rows[k]] = earlier[rows[k - 1]].value_or(rows[k - 1]);
  }
  return earlier;
}

// What the row itself tells of its rate.
struct OwnRate {
  std::optional<double> rate;
  Denominator by = Denominator::followers;
  double base = 0;
};

}  // namespace

struct Vetting::Work {
  RosterRequest request;
  Figures figures;
  Roster roster;
  std::vector<std::optional<std::size_t>> earlier;
  TierNames tiers;
  UsualRates usual;
  const Benchmark* comments_per_like = benchmark("B0557");

  explicit Work(RosterRequest asked)
      : request(std::move(asked)), figures(request.figures), earlier(repeated_rows(request.creators)) {
    roster.currency = request.currency.empty() ? usual_currency(request.creators) : request.currency;
    roster.creators.reserve(request.creators.size());
  }

  VettedCreator vet(std::size_t row);
  std::string unreadable(const Creator& creator) const;
  OwnRate own_rate(const Creator& creator, VettedCreator& vetted) const;
  void settle_rate(const Creator& creator, VettedCreator& vetted);
  void flag_comments(const Creator& creator, VettedCreator& vetted) const;
  void settle_fee(const Creator& creator, VettedCreator& vetted) const;
};

// Why the row's numbers make no sense; empty if they do.
std::string Vetting::Work::unreadable(const Creator& creator) const {
  if (!is_count(creator.followers)) return "Its number of followers makes no sense.";
  if (!is_count(creator.likes) || !is_count(creator.comments) || !is_count(creator.views)) {
    return "Its likes, comments or views make no sense.";
  }
  if (creator.fee && !(*creator.fee >= 0 && *creator.fee <= 1e10)) return "Its fee makes no sense.";
  if (creator.engagement_rate && !(*creator.engagement_rate >= 0 && *creator.engagement_rate < 1)) {
    return "Its engagement rate is not between 0\u00A0% and 100\u00A0%.";
  }
  return {};
}

OwnRate Vetting::Work::own_rate(const Creator& creator, VettedCreator& vetted) const {
  const std::optional<double> followers = positive(creator.followers);
  const std::optional<double> views = positive(creator.views);
  std::optional<double> engagements = creator.likes;
  if (engagements) *engagements += creator.comments.value_or(0);
  const bool counts_views = default_denominator(creator.platform) == Denominator::views;

  OwnRate own;
  if (!followers && !views) return own;
  const auto take = [&own](Denominator by, double base) {
    own.by = by;
    own.base = base;
  };
  if (!followers || (counts_views && views)) {
    take(Denominator::views, *views);
  } else {
    take(Denominator::followers, *followers);
  }
  if (!creator.engagement_rate) {
    if (engagements) own.rate = *engagements / own.base;
    return own;
  }

  // A rate of which nothing says what it is of: as the platform's people count, unless the counts say otherwise.
  const double given = *creator.engagement_rate;
  own.rate = given;
  if (engagements && *engagements > 0 && given > 0) {
    const auto off = [&](double base) { return std::max(given * base / *engagements, *engagements / (given * base)); };
    if (followers && views) {
      const bool by_views = off(*views) < off(*followers);
      take(by_views ? Denominator::views : Denominator::followers, by_views ? *views : *followers);
    }
    if (off(own.base) > rates_agree_within) {
      vetted.flags.push_back({"rate-and-counts", "The rate given is " + percent_text(given) +
                                                     ", but its likes and comments make " +
                                                     percent_text(*engagements / own.base) + " of its " +
                                                     denominator_id(own.by) + "; the rate was taken."});
    }
  } else if (counts_views && !views) {
    vetted.flags.push_back({"rate-of-what", std::string("On ") + platform_name(creator.platform) +
                                                " many give the rate by views; without views it was taken as one by "
                                                "followers."});
  }
  return own;
}

void Vetting::Work::settle_rate(const Creator& creator, VettedCreator& vetted) {
  const OwnRate own = own_rate(creator, vetted);
  if (own.base <= 0) return;
  vetted.by = own.by;
  vetted.base = own.base;
  vetted.own_rate = own.rate;
  std::optional<ExpectedRate> usual;
  if (const std::optional<double> followers = positive(creator.followers)) {
    usual = this->usual.at(figures, creator.platform, own.by, *followers);
  }
  if (usual) vetted.usual_rate = usual->median;

  const double variance_of_own = assumed_post_log_variance / assumed_posts_of_average;
  double log_rate = 0;
  double variance = variance_of_own;
  if (own.rate) {
    // No engagements at all are taken for half a one in all of the posts.
    const double least = 0.5 / (own.base * assumed_posts_of_average);
    log_rate = portable::log(std::max(*own.rate, least));
    vetted.data_share = 1;
    if (usual) {
      const double among = usual->log_sd * usual->log_sd;
      vetted.data_share = among / (among + variance_of_own);
      const double log_usual = portable::log(usual->median);
      log_rate = log_usual + vetted.data_share * (log_rate - log_usual);
      variance = vetted.data_share * variance_of_own;
    }
  } else {
    const std::string missing = "No engagement is given. ";
    if (const std::optional<Uncertain>& planned = request.inputs[Input::engagement_rate]) {
      vetted.rate = planned;
      vetted.mean_rate = mean_of(drawn(Input::engagement_rate, *planned));
      vetted.by = Denominator::followers;
      vetted.base = creator.followers.value_or(0);
      vetted.flags.push_back({"rate-missing", missing + "The plan's rate stands in."});
      return;
    }
    if (!usual) return;
    log_rate = portable::log(usual->median);
    variance = usual->log_sd * usual->log_sd;
    vetted.flags.push_back({"rate-missing", missing + "What accounts of its size have stands in."});
  }

  const double reach = normal_p95 * std::sqrt(variance);
  const double low = portable::exp(log_rate - reach);
  const double high = std::min(portable::exp(log_rate + reach), highest_rate);
  vetted.rate = Uncertain{std::min(low, high / 2), high};
  vetted.mean_rate = mean_of(drawn(Input::engagement_rate, *vetted.rate));
  if (!own.rate || !usual) return;
  const Percentile place = percentile_of(*usual, portable::exp(log_rate), low, high);
  vetted.percentile = place;
  const bool above = place.low > 1 - far_out;
  if (!above && place.high >= far_out) return;
  vetted.flags.push_back({above ? "engagement-above" : "engagement-below",
                          "Its rate of " + percent_text(*own.rate) + (above ? " is far above" : " is far below") +
                              " what accounts of its size have, " + percent_text(usual->median) +
                              ": of 100 such accounts " + (above ? "99 have less." : "99 have more.")});
}

void Vetting::Work::flag_comments(const Creator& creator, VettedCreator& vetted) const {
  const Benchmark* const record = comments_per_like;
  if (record == nullptr || record->platform != creator.platform || !creator.likes || !creator.comments) return;
  const std::optional<double> published = figures.centre(*record);
  if (!published || !(*published > 0)) return;
  const double expected = *creator.likes * *published;
  const bool few = expected >= comments_to_speak_of && *creator.comments * comments_factor < expected;
  const bool many = *creator.comments >= comments_to_speak_of && *creator.comments > expected * comments_factor;
  if (!few && !many) return;
  vetted.flags.push_back({few ? "few-comments" : "many-comments",
                          "It has " + counted_text(*creator.comments, "comment", "comments") + " to " +
                              counted_text(*creator.likes, "like", "likes") + " a post; " +
                              std::string(record->source->publisher) + " gives " + decimal_text(100 * *published) +
                              " per 100 likes for Instagram as a whole."});
}

void Vetting::Work::settle_fee(const Creator& creator, VettedCreator& vetted) const {
  vetted.fee = creator.fee;
  if (vetted.fee) return;
  if (const std::optional<Uncertain>& planned = request.inputs[Input::fee]) {
    vetted.fee = mean_of(drawn(Input::fee, *planned));
    vetted.fee_is_estimate = true;
    vetted.flags.push_back({"fee-estimated", "No fee is given. The plan's fee stands in."});
    return;
  }
  if (roster.currency != fee_currency) return;
  FeeRequest asked;
  asked.platform = creator.platform;
  asked.followers = creator.followers;
  asked.likes = creator.likes;
  if (creator.likes && creator.comments) asked.engagements = *creator.likes + *creator.comments;
  asked.views = creator.views;
  const FeeEstimate estimate = fee_estimate(asked, figures);
  if (!estimate.range) return;
  vetted.fee = estimate.range->typical;
  vetted.fee_is_estimate = true;
  vetted.flags.push_back(
      {"fee-estimated",
       "No fee is given. " + money_text(*vetted.fee, fee_currency) + " is the middle of " +
           counted_text(static_cast<double>(estimate.range->methods), "published way", "published ways") +
           " to price a post: ask the creator."});
}

VettedCreator Vetting::Work::vet(std::size_t row) {
  const Creator& creator = request.creators[row];
  VettedCreator vetted;
  vetted.reason = unreadable(creator);
  if (!vetted.reason.empty()) return vetted;
  if (const std::optional<double> followers = positive(creator.followers)) {
    vetted.tier = tiers.of(creator.platform, *followers);
  } else {
    vetted.flags.push_back({"followers-missing", "Its followers are not given: its size is not known."});
  }
  settle_rate(creator, vetted);
  flag_comments(creator, vetted);
  const bool other_currency = !creator.currency.empty() && creator.currency.view() != roster.currency;
  if (!other_currency) settle_fee(creator, vetted);

  if (earlier[row]) {
    vetted.reason =
        "Row " + count_text(static_cast<double>(*earlier[row] + 1)) + " names the same creator, and counts.";
  } else if (other_currency) {
    vetted.reason =
        "Its fee is in " + std::string(creator.currency) + ", the list in " + roster.currency + ": convert it.";
  } else if (!vetted.fee) {
    vetted.reason = roster.currency == fee_currency
                        ? "No fee is given, and nobody publishes one for what is known of it."
                        : "No fee is given; fees are published in US dollars alone.";
  } else if (vetted.base <= 0) {
    vetted.reason = "Neither followers nor views are given.";
  }
  return vetted;
}

Vetting::Vetting(RosterRequest request) : work_(std::make_unique<Work>(std::move(request))) {}
Vetting::~Vetting() = default;
Vetting::Vetting(Vetting&&) noexcept = default;
Vetting& Vetting::operator=(Vetting&&) noexcept = default;

bool Vetting::done() const { return work_->roster.creators.size() == work_->request.creators.size(); }

void Vetting::advance(std::size_t rows) {
  for (; rows > 0 && !done(); --rows) work_->roster.creators.push_back(work_->vet(work_->roster.creators.size()));
}

const RosterRequest& Vetting::request() const { return work_->request; }
const Roster& Vetting::roster() const { return work_->roster; }
Roster Vetting::take() { return std::move(work_->roster); }

Roster vet(RosterRequest request) {
  Vetting vetting(std::move(request));
  vetting.advance(vetting.request().creators.size());
  return vetting.take();
}

}  // namespace mf::core
