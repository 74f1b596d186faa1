#include "core/fee_methods.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/number_text.h"

namespace mf::core {
namespace {

constexpr std::string_view times = " \xC3\x97 ";

std::string currency_of(const Benchmark& record) { return std::string(record.unit.substr(0, 3)); }

bool applies(const Benchmark& record, Platform platform) {
  return record.platform == Platform::any || record.platform == platform;
}

bool has_bounds(const Benchmark& record) { return record.min_followers > 0 || record.max_followers < no_upper_bound; }

bool holds(const Benchmark& record, double followers) {
  return followers >= record.min_followers && followers < record.max_followers;
}

// An account with 0 followers has nothing that a price per follower could be taken of.
std::optional<double> followers_of(const FeeRequest& request) {
  return request.followers && *request.followers > 0 ? request.followers : std::nullopt;
}

bool is_video_platform(Platform platform) { return platform == Platform::youtube || platform == Platform::tiktok; }

std::string applies_to(const Benchmark& record, Platform platform) {
  for (const std::string_view format : {"photo", "video", "carousel", "reel", "story"}) {
    if (record.group == format) return "a " + std::string(format);
  }
  return is_video_platform(platform) ? "a video" : "a post";
}

// "Boost52, 2022", "InfluencerBay" where the year is not known.
std::string citation(const Source& source) {
  std::string text(source.publisher);
  if (source.year != 0) text += ", " + std::to_string(source.year);
  return text;
}

FeeMethod method_from(const Benchmark& record, const std::string& id, const std::string& what, Platform platform) {
  FeeMethod method;
  method.id = id;
  method.name = what + " (" + citation(*record.source) + ")";
  method.currency = currency_of(record);
  method.grade = record.grade;
  method.sources = {record.id};
  method.applies_to = applies_to(record, platform);
  method.any_platform = record.platform == Platform::any;
  return method;
}

void add_note(FeeMethod& method, std::string_view sentence) {
  if (!method.note.empty()) method.note += ' ';
  method.note += sentence;
}

void add_source(FeeMethod& method, const Benchmark& record) {
  method.sources.push_back(record.id);
  if (record.grade > method.grade) method.grade = record.grade;
}

std::optional<double> centre_of(const Figures& figures, const Benchmark& record, double times_amount) {
  const std::optional<double> centre = figures.centre(record);
  return centre ? std::optional(cents(*centre * times_amount)) : std::nullopt;
}

std::optional<double> figure_of(const Figures& figures, const Benchmark& record, Statistic statistic,
                                double times_amount) {
  const std::optional<double> figure = figures.get(record, statistic);
  return figure ? std::optional(cents(*figure * times_amount)) : std::nullopt;
}

// "$32 to $42", "$15", "$10,000 or more".
std::string price_text(const Figures& figures, const Benchmark& record) {
  const std::string currency = currency_of(record);
  const std::optional<double> low = figures.get(record, Statistic::low);
  const std::optional<double> high = figures.get(record, Statistic::high);
  if (low && high) return money_text(*low, currency) + " to " + money_text(*high, currency);
  if (low) return money_text(*low, currency) + " or more";
  return money_text(figures.centre(record).value_or(0), currency);
}

// What a price is multiplied by.
struct Amount {
  const char* need;      // as in FeeMethod::needs
  const char* singular;  // as in formulas
  const char* plural;
  std::optional<double> given;
};

std::string amount_text(const Amount& amount) {
  return amount.given ? counted_text(*amount.given, amount.singular, amount.plural) : std::string(amount.plural);
}

enum class Quantity { followers, likes, engagements, story_views };

Amount amount_of(const FeeRequest& request, Quantity quantity) {
  switch (quantity) {
    case Quantity::followers:
      return {"followers", "follower", "followers", followers_of(request)};
    case Quantity::likes:
      return {"likes", "like", "likes", request.likes};
    case Quantity::engagements:
      return {"engagements", "engagement", "engagements", request.engagements};
    case Quantity::story_views:
      return {"storyViews", "story view", "story views", request.story_views};
  }
  return {};
}

// So much for each `per` of a quantity.
struct Term {
  std::string_view record;
  double per;
  Quantity quantity;
};

struct Rule {
  const char* id;
  const char* what;
  const char* basis;                       // before its prices
  const char* applies_to;                  // nullptr: as the record says
  std::array<Term, 2> terms;               // added up; the second may have no record
  std::array<std::string_view, 2> echoes;  // records of others who publish the same rule
};

constexpr Term no_term = {{}, 1, Quantity::followers};
constexpr Rule rules[] = {
    {"per-follower",
     "Price per follower",
     "prices every follower the same",
     nullptr,
     {{{"B0386", 10000, Quantity::followers}, no_term}},
     {"B0388", "B0387"}},
    {"per-follower-and-like",
     "Price per follower and like",
     "prices followers and likes",
     nullptr,
     {{{"B0399a", 1000, Quantity::followers}, {"B0399b", 1, Quantity::likes}}},
     {}},
    {"per-engagement-photo",
     "Price per engagement with a photo",
     "prices what people do with a post",
     nullptr,
     {{{"B0391", 1, Quantity::engagements}, no_term}},
     {}},
    {"per-engagement-video",
     "Price per engagement with a video",
     "prices what people do with a post",
     nullptr,
     {{{"B0392", 1, Quantity::engagements}, no_term}},
     {}},
    {"per-thousand-engagements",
     "Price per 1,000 engagements",
     "prices what people do with a post",
     nullptr,
     {{{"B0801", 1000, Quantity::engagements}, no_term}},
     {}},
    {"per-story-view",
     "Price per story view",
     "prices how often a story is seen",
     nullptr,
     {{{"B0393", 1, Quantity::story_views}, no_term}},
     {}},
    {"per-follower-stories",
     "Price per follower for stories",
     "prices every follower the same",
     "a set of stories",
     {{{"B0618", 100000, Quantity::followers}, no_term}},
     {}},
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
  double sum = 0;
  std::string prices;
  for (const Term& term : rule.terms) {
    const Benchmark* const record = benchmark(term.record);
    if (record == nullptr) continue;
    add_source(method, *record);
    const Amount amount = amount_of(request, term.quantity);
    if (!method.formula.empty()) method.formula += " + ";
    method.formula += amount_text(amount);
    method.formula += times;
    method.formula += term_price(figures, *record, term.per);
    prices += prices.empty() ? ", at " : " and ";
    prices += price_text(figures, *record) + " per " +
              (term.per == 1 ? amount.singular : count_text(term.per) + " " + amount.plural);
    if (amount.given) {
      sum += *amount.given / term.per * figures.centre(*record).value_or(0);
    } else {
      method.needs.emplace_back(amount.need);
    }
  }
  method.basis = rule.basis + prices;
  for (const std::string_view echo : rule.echoes) {
    if (const Benchmark* const record = benchmark(echo)) method.sources.push_back(record->id);
  }
  if (method.needs.empty()) method.typical = cents(sum);
  methods.push_back(std::move(method));
}

// "accounts with 10,000 to 50,000 followers", "accounts with under 10,000 followers", ...
std::string accounts_text(const Benchmark& record) {
  if (record.max_followers == record.min_followers + 1) {
    return "an account with " + count_text(record.min_followers) + " followers";
  }
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
    method.basis = "gives " + price + " for all " + accounts;
  }
  method.low = figure_of(figures, record, Statistic::low, 1);
  method.high = figure_of(figures, record, Statistic::high, 1);
  method.typical = centre_of(figures, record, 1);
  if (record.min_followers == 0) add_note(method, "The publisher does not say where its lowest tier begins.");
  if (!method.typical) add_note(method, "The publisher gives only the least price.");
  if (!record.note.empty()) add_note(method, record.note);
}

bool is_price_by_size(const Benchmark& record) {
  return record.metric == Metric::fee && record.group.empty() && record.unit.ends_with(" per post") &&
         has_bounds(record) && record.grade != 'S';
}

// How many saw a post, from its own counts: what the price is per 1,000 of.
Amount seen_by(const FeeRequest& request, const Benchmark& record) {
  const Amount impressions = {"impressions", "impression", "impressions", request.impressions};
  const Amount views = {"views", "view", "views", request.views};
  const Amount reach = {"reach", "person reached", "people reached", request.reach};
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
    method.formula += times;
    method.formula += percent_text(share) + (of_reach ? " reached" : " views") + " (" + citation(*rate->source) + ")";
    method.basis += ", here guessed from the followers";
    add_source(method, *rate);
    add_note(method, "How many see a post is guessed from the followers; counts of your own posts would tell more.");
  } else {
    method.formula = amount_text(seen);
  }
  method.formula += times;
  method.formula += price;
  if (seen.given) {
    const double thousands = *seen.given / 1000;
    method.low = figure_of(figures, record, Statistic::low, thousands);
    method.high = figure_of(figures, record, Statistic::high, thousands);
    method.typical = centre_of(figures, record, thousands);
  } else {
    method.needs.emplace_back(seen.need);
  }
  const bool people = (rate != nullptr && rate->metric == Metric::reach_rate) ||
                      (rate == nullptr && seen.given && std::string_view(seen.need) == "reach");
  if (people) add_note(method, "People reached are fewer than views, so that this is rather low.");
  if (!record.note.empty()) add_note(method, record.note);
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
  method.formula += times;
  method.formula += price;
  method.basis = "prices what people do with a post, at " + price;
  if (engagements.given) {
    method.low = figure_of(figures, record, Statistic::low, *engagements.given);
    method.high = figure_of(figures, record, Statistic::high, *engagements.given);
    method.typical = centre_of(figures, record, *engagements.given);
  } else {
    method.needs.emplace_back(engagements.need);
  }
  methods.push_back(std::move(method));
}

}  // namespace

double cents(double amount) { return std::round(amount * 100) / 100; }

std::string publisher_and_year(const Source& source) {
  std::string text(source.publisher);
  if (source.year != 0) text += " (" + std::to_string(source.year) + ")";
  return text;
}

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

void add_prices_by_size(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures) {
  const std::optional<double> followers = followers_of(request);
  std::vector<const Source*> done;
  for (const Benchmark& first : benchmarks()) {
    if (!is_price_by_size(first) || !applies(first, request.platform)) continue;
    if (std::find(done.begin(), done.end(), first.source) != done.end()) continue;
    done.push_back(first.source);

    const Benchmark* found = nullptr;
    for (const Benchmark& record : benchmarks()) {
      const bool fits = is_price_by_size(record) && record.source == first.source && applies(record, request.platform);
      if (fits && followers && holds(record, *followers)) found = &record;
    }
    FeeMethod method = method_from(found != nullptr ? *found : first, "size-" + std::string(first.source->id),
                                   "Price for the size", request.platform);
    if (found != nullptr) {
      price_by_size(method, *found, figures);
    } else {
      method.formula = "a price for accounts of this size";
      if (!followers) method.needs.emplace_back("followers");
      if (followers) add_note(method, "The publisher gives no price for this size.");
    }
    methods.push_back(std::move(method));
  }
}

void add_size_curve(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures) {
  constexpr std::array<std::string_view, 5> tiers = {"B0361", "B0362", "B0363", "B0364", "B0365"};
  constexpr double smallest = 1000;
  std::array<double, tiers.size()> x{};
  std::array<double, tiers.size()> y{};
  double largest = 0;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const Benchmark* const record = benchmark(tiers[i]);
    const std::optional<double> mean = record == nullptr ? std::nullopt : figures.centre(*record);
    if (!mean || !(*mean > 0) || record->max_followers == no_upper_bound) return;
    x[i] = (std::log(std::max(record->min_followers, smallest)) + std::log(record->max_followers)) / 2;
    y[i] = std::log(*mean);
    largest = std::max(largest, record->max_followers);
  }
  const auto average = [](const auto& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
  };
  const double middle_x = average(x);
  const double middle_y = average(y);
  double xy = 0;
  double xx = 0;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    xy += (x[i] - middle_x) * (y[i] - middle_y);
    xx += (x[i] - middle_x) * (x[i] - middle_x);
  }
  const double exponent = xy / xx;
  const double factor = std::exp(middle_y - exponent * middle_x);

  const Benchmark& first = *benchmark(tiers[0]);
  FeeMethod method = method_from(first, "size-curve", "", request.platform);
  method.name = "Our curve through the prices for a size (after " + citation(*first.source) + ")";
  method.derived = true;
  method.sources.assign(tiers.begin(), tiers.end());
  const Amount followers = amount_of(request, Quantity::followers);
  method.formula = money_text(factor, method.currency);
  method.formula += times;
  method.formula += amount_text(followers) + " to the power of " + decimal_text(exponent);
  method.basis = "gives a price that grows smoothly with the followers";
  add_note(method, "Our own curve through the five means of the publisher.");
  if (followers.given) {
    method.typical = cents(factor * std::exp(exponent * std::log(*followers.given)));
    if (*followers.given < smallest || *followers.given >= largest) {
      add_note(method, "This size lies outside the tiers that it was drawn through.");
    }
  } else {
    method.needs.emplace_back(followers.need);
  }
  methods.push_back(std::move(method));
}

void add_prices_per_thousand(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures) {
  const std::optional<double> followers = followers_of(request);
  for (const Benchmark& record : benchmarks()) {
    if (record.metric != Metric::cpm || !applies(record, request.platform)) continue;
    if (has_bounds(record) && !(followers && holds(record, *followers))) continue;
    add_price_per_thousand(methods, record, request, figures);
  }
}

}  // namespace mf::core
