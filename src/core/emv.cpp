#include "core/emv.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/fee_parts.h"
#include "core/number_text.h"

namespace mf::core {
namespace {

constexpr std::string_view range_currency = "USD";
constexpr std::string_view plus_sign = " + ";

// A count that a price is multiplied by.
struct Term {
  std::string_view record;  // its price
  const char* need;         // key of the request
  const char* singular;
  const char* plural;
  std::optional<double> count;
};

void say(std::string& note, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!note.empty()) note += ' ';
  note += sentence;
}

void add_source(EmvMethod& method, const Benchmark& record) {
  method.sources.push_back(record.id);
  if (method.sources.size() == 1 || record.grade > method.grade) method.grade = record.grade;
}

EmvMethod method_from(std::string_view id, const std::string& what, const Benchmark& record) {
  EmvMethod method;
  method.id = id;
  method.name = what + " (" + citation(*record.source) + ")";
  method.currency = currency_of(record);
  return method;
}

// "$0.15 each", "$6.50 per 1,000"
std::string price(const Figures& figures, const Benchmark& record) {
  const bool per_thousand = record.unit.find("1,000") != std::string_view::npos;
  return price_text(figures, record) + (per_thousand ? " per 1,000" : " each");
}

double price_of_one(const Figures& figures, const Benchmark& record) {
  const bool per_thousand = record.unit.find("1,000") != std::string_view::npos;
  return figures.centre(record).value_or(0) / (per_thousand ? 1000 : 1);
}

// Adds the terms up into `method`. A term whose count is missing is needed.
void add_up(EmvMethod& method, std::span<const Term> terms, const Figures& figures) {
  double sum = 0;
  for (const Term& term : terms) {
    const Benchmark* const record = benchmark(term.record);
    if (record == nullptr) continue;
    add_source(method, *record);
    if (!method.formula.empty()) method.formula += plus_sign;
    method.formula += term.count ? counted_text(*term.count, term.singular, term.plural) : std::string(term.plural);
    method.formula += times_sign;
    method.formula += price(figures, *record);
    if (!term.count) {
      method.needs.emplace_back(term.need);
    } else {
      sum += *term.count * price_of_one(figures, *record);
    }
  }
  if (method.needs.empty()) method.typical = sum;
}

// Likes and comments, split out of the engagements where they are not given.
struct LikesAndComments {
  std::optional<double> likes;
  std::optional<double> comments;
  const Benchmark* split_by = nullptr;
};

LikesAndComments likes_and_comments(const EmvRequest& request, const Figures& figures) {
  LikesAndComments counts = {request.likes, request.comments, nullptr};
  if (counts.likes || counts.comments || !request.engagements) return counts;
  const Benchmark* const record = benchmark("B0557");
  const std::optional<double> per_like = record != nullptr ? figures.centre(*record) : std::nullopt;
  if (!per_like) return counts;
  counts.likes = *request.engagements / (1 + *per_like);
  counts.comments = *request.engagements - *counts.likes;
  counts.split_by = record;
  return counts;
}

void say_split(EmvMethod& method, const LikesAndComments& counts, const Figures& figures) {
  if (counts.split_by == nullptr) return;
  add_source(method, *counts.split_by);
  const double per_hundred = figures.centre(*counts.split_by).value_or(0) * 100;
  say(method.note, "Engagements are split into " + counted_text(per_hundred, "comment", "comments") +
                       " per 100 likes (" + citation(*counts.split_by->source) + ").");
}

EmvMethod upfluence(const EmvRequest& request, const Figures& figures) {
  const Benchmark& record = *benchmark("B0522");
  EmvMethod method = method_from("upfluence", "Price per 1,000 impressions", record);
  const bool by_views = !request.impressions && request.views;
  const Term impressions = {"B0522", "impressions", "impression", "impressions", request.impressions};
  const Term views = {"B0522", "views", "view", "views", request.views};
  add_up(method, std::array{by_views ? views : impressions}, figures);
  return method;
}

EmvMethod aspire(const EmvRequest& request, const LikesAndComments& counts, const Figures& figures) {
  EmvMethod method = method_from("aspire", "Price of each action", *benchmark("B0806"));
  const std::array<Term, 3> terms = {{
      {"B0806", "reach", "person reached", "people reached", request.reach},
      {"B0806a", "likes", "like", "likes", counts.likes},
      {"B0806b", "comments", "comment", "comments", counts.comments},
  }};
  add_up(method, terms, figures);
  say_split(method, counts, figures);
  say(method.note, "The page's list has lost the names of its platforms; this is how it reads for Instagram.");
  return method;
}

EmvMethod ayzenberg(const EmvRequest& request, const LikesAndComments& counts, const Figures& figures) {
  EmvMethod method = method_from("ayzenberg-2017", "Price of each action", *benchmark("B0516f"));
  std::vector<Term> terms = {
      {"B0516f", "likes", "like", "likes", counts.likes},
      {"B0516e", "comments", "comment", "comments", counts.comments},
  };
  if (request.shares) terms.push_back({"B0516g", "shares", "share", "shares", request.shares});
  if (request.clicks) terms.push_back({"B0516d", "clicks", "click", "clicks", request.clicks});
  add_up(method, terms, figures);
  say_split(method, counts, figures);
  say(method.note, "The list has lost the names of its platforms; this is its first, probably Facebook's.");
  return method;
}

EmvMethod octoly(const EmvRequest& request, const LikesAndComments& counts, const Figures& figures) {
  std::vector<Term> terms;
  switch (request.platform) {
    case Platform::tiktok:
      terms = {{"B0519a", "views", "view", "views", request.views ? request.views : request.impressions},
               {"B0519b", "likes", "like", "likes", counts.likes},
               {"B0519c", "comments", "comment", "comments", counts.comments},
               {"B0519d", "shares", "share", "shares", request.shares}};
      break;
    case Platform::youtube:
      terms = {{"B0518a", "likes", "like", "likes", counts.likes},
               {"B0518b", "comments", "comment", "comments", counts.comments}};
      break;
    default:
      terms = {{"B0517a", "likes", "like", "likes", counts.likes},
               {"B0517b", "comments", "comment", "comments", counts.comments}};
  }
  EmvMethod method = method_from("octoly", "Price of each action", *benchmark(terms.front().record));
  add_up(method, terms, figures);
  say_split(method, counts, figures);
  return method;
}

// Klear multiplies prices of its own, which it does not publish. Ayzenberg's stand in; this is not what Klear would
// say.
EmvMethod klear(const EmvMethod& by_action, const Figures& figures) {
  const Benchmark& record = *benchmark("B0803");
  const double multiplier = figures.centre(record).value_or(1);
  EmvMethod method = by_action;
  method.id = "klear";
  method.name = "Price of each action times a multiplier (" + citation(*record.source) + ")";
  method.formula = "(" + by_action.formula + ")" + std::string(times_sign) + decimal_text(multiplier);
  if (method.typical) *method.typical *= multiplier;
  add_source(method, record);
  say(method.note, "Klear's own prices are not published; Ayzenberg's stand in for them.");
  return method;
}

EmvMethod keepface(const EmvRequest& request, const Figures& figures) {
  const Benchmark& record = *benchmark("B0805");
  const Benchmark& band_record = *benchmark("B0805a");
  const Benchmark& stand_in = *benchmark("B0522");
  const double quality = figures.centre(record).value_or(0);
  const double band = figures.centre(band_record).value_or(0);
  const double cpm = request.cpm.value_or(figures.centre(stand_in).value_or(0));
  EmvMethod method = method_from("keepface", "Reach, price per 1,000 and quality", record);
  method.currency = range_currency;
  add_source(method, record);
  add_source(method, band_record);
  method.formula = (request.reach ? counted_text(*request.reach, "person reached", "people reached")
                                  : std::string("people reached")) +
                   std::string(times_sign) + money_text(cpm, method.currency) + " per 1,000" + std::string(times_sign) +
                   "quality (1 \xC2\xB1 " + decimal_text(quality) + "), \xC2\xB1" + percent_text(band);
  if (!request.reach) {
    method.needs.emplace_back("reach");
  } else {
    method.typical = *request.reach * cpm / 1000;
    method.low = *method.typical * (1 - quality) * (1 - band);
    method.high = *method.typical * (1 + quality) * (1 + band);
  }
  if (!request.cpm) {
    add_source(method, stand_in);
    say(method.note, "Keepface's price for each country is not published; " + std::string(stand_in.source->publisher) +
                         "'s stands in for it.");
  }
  return method;
}

// Whether a method is of this platform, and wholly of its publisher.
std::string why_not_counted(const EmvMethod& method, const EmvRequest& request) {
  if (!method.typical) return {};
  if (method.currency != range_currency) return "It is not converted, and not counted in the range.";
  if (method.id == "klear" || (method.id == "keepface" && !request.cpm)) return "So it is not counted in the range.";
  if (method.id == "ayzenberg-2017" && request.platform != Platform::facebook) {
    return "It is for another platform, and not counted in the range.";
  }
  return {};
}

void finish(EmvMethod& method, const EmvRequest& request) {
  const std::string why_not = why_not_counted(method, request);
  method.counted = method.typical && why_not.empty();
  say(method.note, why_not);
  if (!method.typical) return;
  method.low = cents(method.low.value_or(*method.typical));
  method.high = cents(method.high.value_or(*method.typical));
  method.typical = cents(*method.typical);
}

int place(const EmvMethod& method) {
  if (method.counted) return 0;
  return method.typical ? 1 : 2;
}

std::optional<EmvRange> range_of(std::span<const EmvMethod> methods) {
  EmvRange range;
  const EmvMethod* lowest = nullptr;
  const EmvMethod* highest = nullptr;
  for (const EmvMethod& method : methods) {
    if (!method.counted) continue;
    ++range.methods;
    if (lowest == nullptr || *method.low < *lowest->low) lowest = &method;
    if (highest == nullptr || *method.high > *highest->high) highest = &method;
  }
  if (lowest == nullptr) return std::nullopt;
  range.low = *lowest->low;
  range.high = *highest->high;
  range.currency = range_currency;
  range.reason = range.methods == 1
                     ? "Only one published method fits the platform and what is known: " + lowest->name + "."
                     : "The lowest: " + lowest->name + "; the highest: " + highest->name +
                           ". Each puts another price on the same attention, and there is no standard.";
  return range;
}

}  // namespace

EmvRequest emv_request(const Simulation& simulation) {
  const auto middle = [](const std::optional<Spread>& spread) {
    return spread ? std::optional(spread->p50) : std::nullopt;
  };
  EmvRequest request;
  request.platform = simulation.plan.platform;
  request.reach = middle(simulation.reach);
  request.impressions = middle(simulation.impressions);
  request.engagements = middle(simulation.engagements);
  request.clicks = middle(simulation.clicks);
  return request;
}

EmvEstimate emv_estimate(const EmvRequest& request, const Figures& figures) {
  const LikesAndComments counts = likes_and_comments(request, figures);
  EmvEstimate estimate;
  std::vector<EmvMethod>& methods = estimate.methods;
  methods.push_back(upfluence(request, figures));
  if (request.platform == Platform::instagram) methods.push_back(aspire(request, counts, figures));
  const EmvMethod by_action = ayzenberg(request, counts, figures);
  methods.push_back(by_action);
  const bool has_octoly = request.platform == Platform::instagram || request.platform == Platform::tiktok ||
                          request.platform == Platform::youtube;
  if (has_octoly) methods.push_back(octoly(request, counts, figures));
  methods.push_back(klear(by_action, figures));
  methods.push_back(keepface(request, figures));
  for (EmvMethod& method : methods) finish(method, request);
  std::stable_sort(methods.begin(), methods.end(), [](const EmvMethod& a, const EmvMethod& b) {
    if (place(a) != place(b)) return place(a) < place(b);
    return a.typical.value_or(0) < b.typical.value_or(0);
  });
  estimate.range = range_of(methods);
  estimate.note =
      "What the attention would have cost as advertising, by publishers who do not agree. It is not cash and not part "
      "of the profit.";
  return estimate;
}

}  // namespace mf::core
