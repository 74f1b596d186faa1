#include "core/fee_parts.h"

#include <cmath>

#include "core/number_text.h"

namespace mf::core {
namespace {

std::string applies_to(const Benchmark& record, Platform platform) {
  for (const std::string_view format : {"photo", "video", "carousel", "reel", "story"}) {
    if (record.group == format) return "a " + std::string(format);
  }
  return is_video_platform(platform) ? "a video" : "a post";
}

}  // namespace

double cents(double amount) { return std::round(amount * 100) / 100; }

std::string publisher_and_year(const Source& source) {
  std::string text(source.publisher);
  if (source.year != 0) text += " (" + std::to_string(source.year) + ")";
  return text;
}

std::string currency_of(const Benchmark& record) { return std::string(record.unit.substr(0, 3)); }

bool applies(const Benchmark& record, Platform platform) {
  return record.platform == Platform::any || record.platform == platform;
}

bool has_bounds(const Benchmark& record) { return record.min_followers > 0 || record.max_followers < no_upper_bound; }

bool holds(const Benchmark& record, double followers) {
  return followers >= record.min_followers && followers < record.max_followers;
}

std::optional<double> followers_of(const FeeRequest& request) {
  return request.followers && *request.followers > 0 ? request.followers : std::nullopt;
}

bool is_video_platform(Platform platform) { return platform == Platform::youtube || platform == Platform::tiktok; }

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

std::optional<double> centre_times(const Figures& figures, const Benchmark& record, double amount) {
  const std::optional<double> centre = figures.centre(record);
  return centre ? std::optional(cents(*centre * amount)) : std::nullopt;
}

std::optional<double> figure_times(const Figures& figures, const Benchmark& record, Statistic statistic,
                                   double amount) {
  const std::optional<double> figure = figures.get(record, statistic);
  return figure ? std::optional(cents(*figure * amount)) : std::nullopt;
}

std::string price_text(const Figures& figures, const Benchmark& record) {
  const std::string currency = currency_of(record);
  const std::optional<double> low = figures.get(record, Statistic::low);
  const std::optional<double> high = figures.get(record, Statistic::high);
  if (low && high && *low < *high) return money_text(*low, currency) + " to " + money_text(*high, currency);
  if (low && !high) return money_text(*low, currency) + " or more";
  return money_text(figures.centre(record).value_or(0), currency);
}

std::string amount_text(const Amount& amount) {
  return amount.given ? counted_text(*amount.given, amount.singular, amount.plural) : std::string(amount.plural);
}

Amount amount_of(const FeeRequest& request, Quantity quantity) {
  switch (quantity) {
    case Quantity::followers:
      return {"followers", "follower", "followers", followers_of(request)};
    case Quantity::likes:
      return {"likes", "like", "likes", request.likes};
    case Quantity::engagements:
      return {"engagements", "engagement", "engagements", request.engagements};
    case Quantity::views:
      return {"views", "view", "views", request.views};
    case Quantity::impressions:
      return {"impressions", "impression", "impressions", request.impressions};
    case Quantity::reach:
      return {"reach", "person reached", "people reached", request.reach};
    case Quantity::story_views:
      return {"storyViews", "story view", "story views", request.story_views};
  }
  return {};
}

}  // namespace mf::core
