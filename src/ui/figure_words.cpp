#include "ui/figure_words.h"

#include <cmath>
#include <cstdlib>
#include <vector>

#include "ingest/number_words.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::Statistic;

constexpr std::string_view fraction = "fraction";  // or "fraction more", "fraction either way"

bool is_fraction(std::string_view unit) { return unit.starts_with(fraction); }

struct Currency {
  std::string_view code, sign;
};
constexpr Currency currencies[] = {{"USD", "$"}, {"EUR", "\xE2\x82\xAC"}, {"GBP", "\xC2\xA3"}};

// The number and its unit apart, so that a range can share the unit: "$32–42" + " per 1,000 views".
struct Said {
  std::string sign, number, rest;
};

// "6.5" as people write money: "6.50".
std::string amount_digits(double value) {
  std::string out = digits(value, value < 100 ? 3 : 0);
  if (out.size() > 2 && out[out.size() - 2] == '.') out += '0';
  return out;
}

Said said(double value, std::string_view unit) {
  if (is_fraction(unit)) return {"", digits(value * 100, 3), "\xC2\xA0" + typed_unit(unit)};
  for (const Currency& currency : currencies) {
    if (unit.starts_with(currency.code)) {
      return {std::string(currency.sign), amount_digits(value), std::string(unit.substr(3))};
    }
  }
  return {"", digits(value, 3), unit.empty() ? std::string() : "\xC2\xA0" + std::string(unit)};
}

}  // namespace

std::string range_in_words(double low, double high, std::string_view unit) {
  const Said from = said(low, unit), to = said(high, unit);
  return from.sign + from_to(from.number, to.number, "\xE2\x80\x93") + to.rest;
}

std::string figure_in_words(double value, std::string_view unit) {
  const Said parts = said(value, unit);
  return parts.sign + parts.number + parts.rest;
}

std::string typed_unit(std::string_view unit) {
  return is_fraction(unit) ? '%' + std::string(unit.substr(fraction.size())) : std::string(unit);
}

std::string title_of(const core::Benchmark& record) {
  std::string out = core::metric_name(record.metric);
  if (record.by) out += std::string(" by ") + core::denominator_id(*record.by);
  std::vector<std::string> about;
  if (record.platform != core::Platform::any) about.emplace_back(core::platform_name(record.platform));
  if (!record.group.empty()) about.emplace_back(record.group);
  if (record.max_followers < core::no_upper_bound) {
    const bool one_size = record.max_followers - record.min_followers == 1;  // a range ends before its upper bound
    about.push_back((one_size                   ? "at " + whole(record.min_followers)
                     : record.min_followers > 0 ? whole(record.min_followers) + " to " + whole(record.max_followers)
                                                : "under " + whole(record.max_followers)) +
                    " followers");
  } else if (record.min_followers > 0) {
    about.push_back("from " + whole(record.min_followers) + " followers");
  }
  for (const std::string& part : about) out += ", " + part;
  return out;
}

std::string figures_of(const core::Benchmark& record, const core::Figures& figures) {
  const auto get = [&](Statistic statistic) { return figures.get(record, statistic); };
  const auto words = [&](double value) { return figure_in_words(value, record.unit); };
  std::vector<std::string> parts;
  if (const auto from = get(Statistic::average_from), to = get(Statistic::average_to); from && to) {
    parts.push_back("average " + range_in_words(*from, *to, record.unit));
    if (const auto low = get(Statistic::below_average_from)) parts.push_back("low under " + words(*low));
    if (const auto high = get(Statistic::above_average_to)) parts.push_back("high over " + words(*high));
  }
  if (const auto low = get(Statistic::low), high = get(Statistic::high); low && high) {
    parts.push_back(range_in_words(*low, *high, record.unit));
  } else {
    if (low) parts.push_back("from " + words(*low));
    if (high) parts.push_back("up to " + words(*high));
  }
  for (const auto& [statistic, name] : {std::pair{Statistic::median, "median "}, std::pair{Statistic::mean, "mean "}}) {
    if (const auto value = get(statistic)) parts.push_back(name + words(*value));
  }
  if (const auto value = get(Statistic::value)) parts.push_back(words(*value));
  if (const auto value = get(Statistic::unstated)) parts.push_back(words(*value) + " (mean or median, not stated)");
  for (const auto& [statistic, name] :
       {std::pair{Statistic::p10, "a tenth under "}, std::pair{Statistic::p25, "a quarter under "},
        std::pair{Statistic::p75, "a quarter over "}, std::pair{Statistic::p90, "a tenth over "}}) {
    if (const auto value = get(statistic)) parts.push_back(name + words(*value));
  }
  return joined(parts, ", ");
}

std::string publisher_of(const core::Benchmark& record) {
  std::string out(record.source->publisher);
  if (record.source->year > 0) out += ", " + std::to_string(record.source->year);
  if (record.grade != 'S') {
    out += "\xC2\xA0\xC2\xB7\xC2\xA0";
    out += record.grade;
  }
  return out;
}

std::optional<double> figure_from_words(std::string_view text, std::string_view unit) {
  std::string bare;
  for (const char c : text) {
    if (c != '$') bare += c;
  }
  const ingest::Number number =
      ingest::read_number(bare, {.decimal_mark = 0, .locale = "en", .whole = false, .loose_spaces = false});
  if (!number || (number.percent && !is_fraction(unit))) return std::nullopt;
  return is_fraction(unit) ? number.count.value / 100 : number.count.value;
}

std::string figure_to_type(double value, std::string_view unit) {
  return digits(is_fraction(unit) ? value * 100 : value, 4);
}

}  // namespace mf::ui
