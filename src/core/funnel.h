// The formulas of a campaign, each once. They are computed with two kinds of numbers: with what is known before
// anything is drawn (known.h), and with four draws at once (Floats).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "core/known.h"
#include "core/lanes.h"

namespace mf::core {

// [SECTION] What both kinds of numbers have in common

inline double larger(double a, double b) { return a < b ? b : a; }
inline double smaller(double a, double b) { return b < a ? b : a; }
inline Floats larger(Floats a, Floats b) { return select(a < b, b, a); }
inline Floats smaller(Floats a, Floats b) { return select(b < a, b, a); }
inline Known larger(const Known& a, const Known& b) {
  if (a.missing || b.missing) return Known::unknown();
  if (b.is_constant() && a.most <= b.factor) return b;
  return a.is_constant() && b.is_constant() ? Known(larger(a.factor, b.factor)) : known::combined('>', a, b);
}
inline Known smaller(const Known& a, const Known& b) {
  if (a.missing || b.missing) return Known::unknown();
  if (b.is_constant() && a.most <= b.factor) return a;
  return a.is_constant() && b.is_constant() ? Known(smaller(a.factor, b.factor)) : known::combined('<', a, b);
}

// a / b; where b is not above 0 there is no ratio, and infinity stands for it.
inline double ratio(double a, double b) { return b > 0 ? a / b : std::numeric_limits<double>::infinity(); }
inline Floats ratio(Floats a, Floats b) {
  return select(b > all(0.0F), a / b, all(std::numeric_limits<float>::infinity()));
}
inline Known ratio(const Known& a, const Known& b) {
  if (b.is_constant() && !(b.factor > 0)) return a.missing ? a : Known(std::numeric_limits<double>::infinity());
  return a / b;
}

// The highest x at which x * each is not above `available`: any, where nothing is charged for and enough is there, or
// none.
inline double most_of(double available, double each) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return each > 0 ? available / each : available < 0 ? -infinity : infinity;
}
inline Floats most_of(Floats available, Floats each) {
  const Floats infinity = all(std::numeric_limits<float>::infinity());
  return select(each > all(0.0F), available / each, select(available < all(0.0F), -infinity, infinity));
}
inline Known most_of(const Known& available, const Known& each) {
  if (available.missing || each.missing) return Known::unknown();
  if (each.is_constant() && each.factor > 0) return available / each;
  if (available.is_constant() && each.is_constant()) return most_of(available.factor, each.factor);
  return known::combined('m', available, each);
}

// A line of a bill that nobody knows is left out of it.
inline Floats or_nothing(Floats value) { return value; }
inline Known or_nothing(const Known& value) { return value.missing ? Known(0.0) : value; }

// The chance that at least one of two independent things happens. Small chances lose no digits in it, as they would in
// 1 - (1 - a) (1 - b).
template <class Number>
Number either(const Number& a, const Number& b) {
  return a + b - a * b;
}

// The share of people who see at least one of k posts that each reach the share x of them; a fraction of a post counts
// as that share of one more.
inline double share_reached(double x, double k) {
  if (k == 1) return x;
  auto posts = static_cast<unsigned>(k);
  double share = (k - static_cast<double>(posts)) * x;
  for (; posts > 0; posts /= 2, x = either(x, x)) {
    if (posts % 2 == 1) share = either(share, x);
  }
  return share;
}
inline Floats share_reached(Floats x, Floats k) {
  if (!any(k != all(1.0F))) return x;
  for (int lane = 0; lane < 4; ++lane) {
    x[lane] = static_cast<float>(share_reached(static_cast<double>(x[lane]), static_cast<double>(k[lane])));
  }
  return x;
}
inline Known share_reached(const Known& x, const Known& k) {
  if (x.missing || k.missing) return Known::unknown();
  if (k.is_constant() && k.factor == 1) return x;
  return x.is_constant() && k.is_constant() ? Known(share_reached(x.factor, k.factor)) : known::combined('s', x, k);
}

template <class Number>
Number constant(double value) {
  return Number(value);
}
template <>
inline Floats constant<Floats>(double value) {
  return all(static_cast<float>(value));
}

// [SECTION] Creators

template <class Number>
struct Member {
  Number shows, posts, followers, reach_rate, engagement_rate;
};

// What those who post do together. All sums are over posts.
template <class Number>
struct Crew {
  Number posting = constant<Number>(0);    // creators
  Number posts = constant<Number>(0);      // of them
  Number followers = constant<Number>(0);  // counted once for each post
  Number reach = constant<Number>(0);
  Number engagements = constant<Number>(0);
  Number distinct = constant<Number>(0);  // people reached by each, added up; of a market the share that any reaches
};
inline constexpr std::size_t crew_size = 6;

struct CrewRules {
  bool engagement_by_reach = false;
  bool has_market = false;
};

// So many creators alike, who all post or all do not, join.
template <class Number>
void join(Crew<Number>& crew, const Member<Number>& one, std::size_t alike, const Number& market, CrewRules rules) {
  const Number count = constant<Number>(static_cast<double>(alike));
  const Number unity = constant<Number>(1);
  const Number posts = one.shows * one.posts;
  const Number followers = posts * one.followers;
  const Number reach = followers * one.reach_rate;
  const Number engagements = (rules.engagement_by_reach ? reach : followers) * one.engagement_rate;
  // Of a post that reaches more people than follow, the followers are those reached.
  const Number reached = one.shows * share_reached(smaller(one.reach_rate, unity), one.posts) * one.followers *
                         larger(one.reach_rate, unity);
  crew.posting = crew.posting + count * one.shows;
  crew.posts = crew.posts + count * posts;
  crew.followers = crew.followers + count * followers;
  crew.reach = crew.reach + count * reach;
  crew.engagements = crew.engagements + count * engagements;
  if (rules.has_market) {
    const Number share = smaller(reached / market, unity);
    for (std::size_t i = 0; i < alike; ++i) crew.distinct = either(crew.distinct, share);
  } else {
    crew.distinct = crew.distinct + count * reached;
  }
}

template <class Number>
struct Bill {
  Number paid_posts = constant<Number>(0);
  Number fees = constant<Number>(0);
  Number product = constant<Number>(0);
  Number hours = constant<Number>(0);
};
inline constexpr std::size_t bill_size = 4;

// What so many creators alike cost, of whom `paid` are paid their fee.
template <class Number>
void charge(Bill<Number>& bill, std::size_t alike, const Number& paid, const Number& posts, const Number& fee,
            const Number& product, const Number& hours) {
  const Number count = constant<Number>(static_cast<double>(alike));
  const Number paid_posts = paid * posts;
  bill.paid_posts = bill.paid_posts + paid_posts;
  bill.fees = bill.fees + paid_posts * fee;
  bill.product = bill.product + count * product;
  bill.hours = bill.hours + count * hours;
}

// [SECTION] The funnel

enum class Term {
  reach,
  unique_reach,
  engagements,
  paid_posts,
  fees,
  product,
  hours,
  frequency,
  click_rate,
  conversion_rate,
  order_value,
  discount,
  return_rate,
  margin,
  incrementality,
  repeat_factor,
  hourly_cost,
  commission,
  rights,
  agency_rate,
  other_costs,
};
inline constexpr std::size_t term_count = 21;

enum class Output {
  fees,
  product,
  hours,
  commission,
  rights,
  agency,
  other,
  cost,  // of the lines that are known
  reach,
  unique_reach,
  impressions,
  engagements,
  clicks,
  orders,
  revenue,
  contribution,
  profit,
  roi,
  roas,
  cpm,
  cpe,
  cpc,
  cpa,
  orders_needed,      // to break even
  conversion_needed,  // for as many orders
  fee_allowed,        // the highest fee for a post at which nothing is lost
};
inline constexpr std::size_t output_count = 26;

template <class Number>
struct Terms : std::array<Number, term_count> {
  Number& operator()(Term term) { return (*this)[static_cast<std::size_t>(term)]; }
  const Number& operator()(Term term) const { return (*this)[static_cast<std::size_t>(term)]; }
};

template <class Number>
struct Outputs : std::array<Number, output_count> {
  Number& operator()(Output output) { return (*this)[static_cast<std::size_t>(output)]; }
  const Number& operator()(Output output) const { return (*this)[static_cast<std::size_t>(output)]; }
};

template <class Number>
inline Outputs<Number> funnel(const Terms<Number>& in) {
  const Number unity = constant<Number>(1);
  const Number thousand = constant<Number>(1'000);
  Outputs<Number> out;

  const Number impressions = in(Term::reach)*in(Term::frequency);
  const Number clicks = impressions * in(Term::click_rate);
  const Number orders = clicks * in(Term::conversion_rate);
  const Number revenue =
      orders * in(Term::order_value) * (unity - in(Term::discount)) * (unity - in(Term::return_rate));
  const Number contribution = revenue * in(Term::margin)*in(Term::incrementality)*in(Term::repeat_factor);

  const Number& fees = in(Term::fees);
  const Number& product = in(Term::product);
  const Number hours = in(Term::hours)*in(Term::hourly_cost);
  const Number commission = in(Term::commission)*revenue;
  const Number& rights = in(Term::rights);
  const Number agency = in(Term::agency_rate)*fees;
  const Number& other = in(Term::other_costs);
  const Number cost = fees + product + hours + commission + rights + agency + other;
  const Number profit = contribution - cost;

  out(Output::fees) = or_nothing(fees);
  out(Output::product) = or_nothing(product);
  out(Output::hours) = or_nothing(hours);
  out(Output::commission) = or_nothing(commission);
  out(Output::rights) = or_nothing(rights);
  out(Output::agency) = or_nothing(agency);
  out(Output::other) = or_nothing(other);
  out(Output::cost) = or_nothing(fees) + or_nothing(product) + or_nothing(hours) + or_nothing(commission) +
                      or_nothing(rights) + or_nothing(agency) + or_nothing(other);
  out(Output::reach) = in(Term::reach);
  out(Output::unique_reach) = in(Term::unique_reach);
  out(Output::impressions) = impressions;
  out(Output::engagements) = in(Term::engagements);
  out(Output::clicks) = clicks;
  out(Output::orders) = orders;
  out(Output::revenue) = revenue;
  out(Output::contribution) = contribution;
  out(Output::profit) = profit;
  out(Output::roi) = ratio(profit, cost);
  out(Output::roas) = ratio(revenue, cost);
  out(Output::cpm) = ratio(thousand * cost, impressions);
  out(Output::cpe) = ratio(cost, in(Term::engagements));
  out(Output::cpc) = ratio(cost, clicks);
  out(Output::cpa) = ratio(cost, orders);

  const Number order_brings = in(Term::order_value) * (unity - in(Term::discount)) * (unity - in(Term::return_rate)) *
                              (in(Term::margin)*in(Term::incrementality)*in(Term::repeat_factor)-in(Term::commission));
  out(Output::orders_needed) = ratio(fees + product + hours + rights + agency + other, order_brings);
  out(Output::conversion_needed) = ratio(out(Output::orders_needed), clicks);
  out(Output::fee_allowed) = most_of(contribution - (product + hours + commission + rights + other),
                                     in(Term::paid_posts) * (unity + in(Term::agency_rate)));
  return out;
}

}  // namespace mf::core
