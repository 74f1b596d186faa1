// Prices for accounts of a size, and our curve through some of them.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/fee_methods.h"
#include "core/fee_parts.h"
#include "core/number_text.h"

namespace mf::core {
namespace {

// A price for one follower count, not for a band.
bool is_one_size(const Benchmark& record) { return record.max_followers == record.min_followers + 1; }

// "accounts with 10,000 to 50,000 followers", "accounts with under 10,000 followers", ...
std::string accounts_text(const Benchmark& record) {
  if (is_one_size(record)) return "an account with " + count_text(record.min_followers) + " followers";
  if (record.max_followers == no_upper_bound) {
    return "accounts with " + count_text(record.min_followers) + " followers or more";
  }
  if (record.min_followers == 0) return "accounts with under " + count_text(record.max_followers) + " followers";
  return "accounts with " + count_text(record.min_followers) + " to " + count_text(record.max_followers) + " followers";
}

std::string in_a_sentence(std::string_view definition) {
  std::string text(definition);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

void price_by_size(FeeMethod& method, const Benchmark& record, const Figures& figures) {
  const std::string accounts = accounts_text(record);
  const std::string price = price_text(figures, record);
  if (figures.get(record, Statistic::mean)) {
    method.formula = price + ", the mean for " + accounts;
    method.basis = "gives one mean for all " + accounts + " (" + in_a_sentence(record.definition) +
                   "), and a few high prices pull a mean up";
  } else {
    method.formula = price + " for " + accounts;
    method.basis = "gives " + price + (is_one_size(record) ? " for " : " for all ") + accounts;
  }
  method.low = figure_times(figures, record, Statistic::low, 1);
  method.high = figure_times(figures, record, Statistic::high, 1);
  method.typical = centre_times(figures, record, 1);
  if (record.min_followers == 0) add_note(method, "The publisher does not say where its lowest tier begins.");
  if (!method.typical) add_note(method, "The publisher gives only the least price.");
  if (!record.note.empty()) add_note(method, record.note);
}

bool is_price_by_size(const Benchmark& record) {
  return record.metric == Metric::fee && record.group.empty() && record.unit.ends_with(" per post") &&
         has_bounds(record) && record.grade != 'S';
}

const Benchmark* price_of(const Source* source, const FeeRequest& request) {
  const std::optional<double> followers = followers_of(request);
  if (!followers) return nullptr;
  for (const Benchmark& record : benchmarks()) {
    const bool of_source = record.source == source && is_price_by_size(record) && applies(record, request.platform);
    if (of_source && holds(record, *followers)) return &record;
  }
  return nullptr;
}

// factor * followers^exponent
struct PowerLaw {
  double factor = 0;
  double exponent = 0;
};

constexpr std::array<std::string_view, 5> izea_tiers = {"B0361", "B0362", "B0363", "B0364", "B0365"};
constexpr double smallest_on_curve = 1000;

double average(const std::array<double, izea_tiers.size()>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// Least squares on the logarithms. Nothing if a mean has been replaced by nothing at all.
std::optional<PowerLaw> izea_curve(const Figures& figures) {
  std::array<double, izea_tiers.size()> x{};
  std::array<double, izea_tiers.size()> y{};
  for (std::size_t i = 0; i < izea_tiers.size(); ++i) {
    const Benchmark* const record = benchmark(izea_tiers[i]);
    const std::optional<double> price = record == nullptr ? std::nullopt : figures.centre(*record);
    if (!price || !(*price > 0)) return std::nullopt;
    x[i] = (std::log(std::max(record->min_followers, smallest_on_curve)) + std::log(record->max_followers)) / 2;
    y[i] = std::log(*price);
  }
  const double middle_x = average(x);
  const double middle_y = average(y);
  double xy = 0;
  double xx = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - middle_x) * (y[i] - middle_y);
    xx += (x[i] - middle_x) * (x[i] - middle_x);
  }
  const double exponent = xy / xx;
  return PowerLaw{std::exp(middle_y - exponent * middle_x), exponent};
}

}  // namespace

void add_prices_by_size(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures) {
  std::vector<const Source*> done;
  for (const Benchmark& first : benchmarks()) {
    if (!is_price_by_size(first) || !applies(first, request.platform)) continue;
    if (std::find(done.begin(), done.end(), first.source) != done.end()) continue;
    done.push_back(first.source);

    const Benchmark* const found = price_of(first.source, request);
    FeeMethod method = method_from(found != nullptr ? *found : first, "size-" + std::string(first.source->id),
                                   "Price for the size", request.platform);
    if (found != nullptr) {
      price_by_size(method, *found, figures);
    } else {
      method.formula = "a price for accounts of this size";
      if (followers_of(request)) {
        add_note(method, "The publisher gives no price for this size.");
      } else {
        method.needs.emplace_back("followers");
      }
    }
    methods.push_back(std::move(method));
  }
}

void add_size_curve(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures) {
  const std::optional<PowerLaw> curve = izea_curve(figures);
  if (!curve) return;
  const Benchmark& first = *benchmark(izea_tiers.front());
  const Benchmark& last = *benchmark(izea_tiers.back());
  FeeMethod method = method_from(first, "size-curve", "", request.platform);
  method.name = "Our curve through the prices for a size (after " + citation(*first.source) + ")";
  method.derived = true;
  method.sources.assign(izea_tiers.begin(), izea_tiers.end());
  const Amount followers = amount_of(request, Quantity::followers);
  method.formula = money_text(curve->factor, method.currency);
  method.formula += times_sign;
  method.formula += amount_text(followers) + " to the power of " + decimal_text(curve->exponent);
  method.basis = "gives a price that grows smoothly with the followers";
  add_note(method, "Our own curve through the five means of the publisher.");
  if (followers.given) {
    method.typical = cents(curve->factor * std::exp(curve->exponent * std::log(*followers.given)));
    if (*followers.given < smallest_on_curve || *followers.given >= last.max_followers) {
      add_note(method, "This size lies outside the tiers that it was drawn through.");
    }
  } else {
    method.needs.emplace_back(followers.need);
  }
  methods.push_back(std::move(method));
}

}  // namespace mf::core
