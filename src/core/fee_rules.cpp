// Rules that price followers, likes, engagements or story views.
#include <array>

#include "core/fee_methods.h"
#include "core/fee_parts.h"
#include "core/number_text.h"

namespace mf::core {
namespace {

// So much for each `per` of a quantity.
struct Term {
  std::string_view record;
  double per;
  Quantity quantity;
};

struct Rule {
  const char* id;
  const char* what;
  const char* basis;          // before its prices
  const char* applies_to;     // nullptr: as the record says
  std::array<Term, 2> terms;  // added up; the second may have no record
};

constexpr Term no_term = {{}, 1, Quantity::followers};
constexpr Rule rules[] = {
    {"per-follower",
     "Price per follower",
     "prices every follower the same",
     nullptr,
     {{{"B0386", 10000, Quantity::followers}, no_term}}},
    {"per-follower-any",
     "Price per follower",
     "prices every follower the same",
     nullptr,
     {{{"B0807", 1000, Quantity::followers}, no_term}}},
    {"per-follower-and-like",
     "Price per follower and like",
     "prices followers and likes",
     nullptr,
     {{{"B0399a", 1000, Quantity::followers}, {"B0399b", 1, Quantity::likes}}}},
    {"per-engagement-photo",
     "Price per engagement with a photo",
     "prices what people do with a post",
     nullptr,
     {{{"B0391", 1, Quantity::engagements}, no_term}}},
    {"per-engagement-video",
     "Price per engagement with a video",
     "prices what people do with a post",
     nullptr,
     {{{"B0392", 1, Quantity::engagements}, no_term}}},
    {"per-thousand-engagements",
     "Price per 1,000 engagements",
     "prices what people do with a post",
     nullptr,
     {{{"B0801", 1000, Quantity::engagements}, no_term}}},
    {"per-story-view",
     "Price per story view",
     "prices how often a story is seen",
     nullptr,
     {{{"B0393", 1, Quantity::story_views}, no_term}}},
    {"per-follower-stories",
     "Price per follower for stories",
     "prices every follower the same",
     "a set of stories",
     {{{"B0618", 100000, Quantity::followers}, no_term}}},
};

// "$100 per 10,000", "$0.14 each".
std::string term_price(const Figures& figures, const Benchmark& record, double per) {
  return price_text(figures, record) + (per == 1 ? " each" : " per " + count_text(per));
}

void add_rule(std::vector<FeeMethod>& methods, const Rule& rule, const FeeRequest& request, const Figures& figures) {
  const Benchmark* const first = benchmark(rule.terms[0].record);
  if (first == nullptr || !applies(*first, request.platform)) return;
  FeeMethod method = method_from(*first, rule.id, rule.what, request.platform);
  if (rule.applies_to != nullptr) method.applies_to = rule.applies_to;
  method.sources.clear();
  double low = 0;
  double typical = 0;
  double high = 0;
  bool is_range = true;
  std::string prices;
  for (const Term& term : rule.terms) {
    const Benchmark* const record = benchmark(term.record);
    if (record == nullptr) continue;
    add_source(method, *record);
    const Amount amount = amount_of(request, term.quantity);
    if (!method.formula.empty()) method.formula += " + ";
    method.formula += amount_text(amount);
    method.formula += times_sign;
    method.formula += term_price(figures, *record, term.per);
    prices += prices.empty() ? ", at " : " and ";
    prices += price_text(figures, *record) + " per " +
              (term.per == 1 ? amount.singular : count_text(term.per) + " " + amount.plural);
    const double units = amount.given.value_or(0) / term.per;
    if (!amount.given) method.needs.emplace_back(amount.need);
    typical += units * figures.centre(*record).value_or(0);
    const std::optional<double> record_low = figures.get(*record, Statistic::low);
    const std::optional<double> record_high = figures.get(*record, Statistic::high);
    is_range = is_range && record_low && record_high;
    low += units * record_low.value_or(0);
    high += units * record_high.value_or(0);
  }
  method.basis = rule.basis + prices;
  if (method.needs.empty()) {
    method.typical = cents(typical);
    if (is_range) method.low = cents(low);
    if (is_range) method.high = cents(high);
  }
  methods.push_back(std::move(method));
}

// A price per engagement for a size.
void add_price_per_engagement(std::vector<FeeMethod>& methods, const Benchmark& record, const FeeRequest& request,
                              const Figures& figures) {
  FeeMethod method =
      method_from(record, "cpe-" + std::string(record.source->id), "Price per engagement", request.platform);
  const Amount engagements = amount_of(request, Quantity::engagements);
  const std::string price = price_text(figures, record) + " each";
  method.formula = amount_text(engagements);
  method.formula += times_sign;
  method.formula += price;
  method.basis = "prices what people do with a post, at " + price;
  if (engagements.given) {
    method.low = figure_times(figures, record, Statistic::low, *engagements.given);
    method.high = figure_times(figures, record, Statistic::high, *engagements.given);
    method.typical = centre_times(figures, record, *engagements.given);
  } else {
    method.needs.emplace_back(engagements.need);
  }
  methods.push_back(std::move(method));
}

}  // namespace

void add_rules(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures) {
  for (const Rule& rule : rules) add_rule(methods, rule, request, figures);
  for (const Benchmark& record : benchmarks()) {
    const std::optional<double> followers = followers_of(request);
    if (record.metric != Metric::cpe || !record.group.empty() || !applies(record, request.platform)) continue;
    if (followers ? holds(record, *followers) : !has_bounds(record)) {
      add_price_per_engagement(methods, record, request, figures);
    }
  }
}

}  // namespace mf::core
