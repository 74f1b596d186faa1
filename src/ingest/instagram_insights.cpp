#include "ingest/instagram_insights.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "ingest/dates.h"
#include "ingest/excerpt.h"
#include "ingest/instagram_labels.h"
#include "ingest/instagram_lists.h"
#include "ingest/number_words.h"

namespace mf::ingest {
namespace {

using enum InstagramLabel;

void warn(DownloadPart& part, std::string sentence) {
  if (std::find(part.warnings.begin(), part.warnings.end(), sentence) == part.warnings.end()) {
    part.warnings.push_back(std::move(sentence));
  }
}

// A count as written; negative ones too. A percentage is a share of something and never a count.
std::optional<double> count_of(std::string_view value) {
  if (is_missing_word(value)) return std::nullopt;
  const Number number = read_number(value);
  if (number.percent || (!number && number.flaw != NumberFlaw::negative)) return std::nullopt;
  if (number.count.value > largest_count || number.count.value < -largest_count) return std::nullopt;
  return number.count.value;
}

std::optional<double> count_from_zero(std::string_view value) {
  const auto count = count_of(value);
  return count && *count >= 0 ? count : std::nullopt;
}

std::optional<double>* metric_of(core::Post& post, InstagramLabel label) {
  switch (label) {
    case likes:
      return &post.likes;
    case comments:
      return &post.comments;
    case shares:
      return &post.shares;
    case saves:
      return &post.saves;
    case views:
      return &post.views;
    case reach:
      return &post.reach;
    case impressions:
      return &post.impressions;
    default:
      return nullptr;
  }
}

bool has_stamp(const LabelledValue& given) { return !given.stamp.empty() && given.stamp != "0"; }

std::string date_of(const LabelledValue& given) {
  const std::string date = iso_date(given.value);
  return date.empty() && has_stamp(given) ? iso_date(given.stamp) : date;
}

// Only the creation has a time of its own, also where its label is in a language that is not known.
bool is_creation(const LabelledValue& given) {
  const InstagramLabel label = instagram_label(given.label);
  return label == created || (label == unknown && has_stamp(given));
}

void take_post(const InsightsEntry& entry, std::string_view format, DownloadPart& part) {
  core::Post post;
  post.format = std::string(format);
  post.caption = entry.caption;
  bool has_metric = false, has_unread_date = false;
  for (const LabelledValue& given : entry.values) {
    const InstagramLabel label = is_creation(given) ? created : instagram_label(given.label);
    std::optional<double>* metric = metric_of(post, label);
    if (label == created) {
      post.published_at = date_of(given);
      has_unread_date = post.published_at.empty();
    } else if (label == caption) {
      if (!given.value.empty()) post.caption = given.value;
    } else if (metric != nullptr) {
      *metric = count_from_zero(given.value);
      has_metric = has_metric || metric->has_value();
    }
    const bool is_used = label == created || label == caption || metric != nullptr;
    part.map(given.label, is_used ? figure_name(label) : "");
  }
  if (!has_metric) return;
  if (has_unread_date) {
    warn(part,
         "Some dates could not be read and were left out, since the language or the order of the day and the "
         "month is not certain.");
  }
  part.posts.push_back(std::move(post));
  part.read_as("posts");
}

// What an entry says of a period, before it is known what its "total" of followers means.
struct Period {
  std::optional<double> followers, follows, unfollows, net;
  bool net_may_be_total = false;
  std::string net_label;

  std::optional<double> difference() const {
    if (!follows || !unfollows) return std::nullopt;
    return *follows - *unfollows;
  }
};

void add_figure(DownloadPart& part, const char* name, double value) {
  const auto same = [name](const PeriodFigure& figure) { return figure.name == name; };
  if (std::any_of(part.period.begin(), part.period.end(), same)) {
    warn(part, "The file tells of more than one period; the first was taken.");
    return;
  }
  part.period.push_back({name, value, "", "", ""});
  part.read_as("insights");
}

std::string whole(double value) { return std::to_string(static_cast<long long>(value)); }

void settle_followers(Period& period, DownloadPart& part) {
  const auto difference = period.difference();
  // "Total de seguidores": a total only where the follows and unfollows beside it show that it is no difference.
  if (period.net && period.net_may_be_total && !period.followers && *period.net >= 0 && difference &&
      *difference != *period.net) {
    period.followers = std::exchange(period.net, std::nullopt);
  } else if (period.net && period.net_may_be_total && *period.net >= 0 && (!difference || *difference != *period.net)) {
    if (!period.followers) {
      warn(part, quoted(period.net_label) +
                     " can be the number of followers or its change in the period, and nothing here shows which, so "
                     "it was not used.");
    }
    period.net.reset();
  }
  if (period.net) {
    if (!period.followers) {
      warn(part, quoted(period.net_label) + " is " + whole(*period.net) +
                     ", which is the change in the period and not the number of followers.");
    }
    if (difference && *difference != *period.net) {
      warn(part, quoted(period.net_label) + " is " + whole(*period.net) + ", but follows less unfollows make " +
                     whole(*difference) + ". Check these figures.");
    }
    part.map(period.net_label, "net_followers");
    add_figure(part, "net_followers", *period.net);
  }
  if (period.followers && part.account.followers && part.account.followers->value != *period.followers) {
    warn(part, "The file gives more than one number of followers; the first was taken.");
  } else if (period.followers) {
    part.account.followers = core::Count::exact(*period.followers);
    part.read_as("insights");
  }
}

void take_period(const InsightsEntry& entry, DownloadPart& part) {
  Period period;
  for (const LabelledValue& given : entry.values) {
    const InstagramLabel label = instagram_label(given.label);
    const auto count = count_of(given.value);
    const auto from_zero = count_from_zero(given.value);
    switch (label) {
      case date_range:
        if (is_missing_word(given.value)) break;
        warn(part, "The figures of the period are those of " + quoted(given.value) +
                       ". The year is not written there, so they carry no dates.");
        break;
      case followers:
        if (!from_zero && given.value.find('%') != std::string::npos) {
          warn(part, quoted(given.label) + " is " + quoted(given.value) +
                         " there, a share of the accounts reached and not a number of followers.");
        } else if (from_zero && !period.followers) {
          period.followers = from_zero;
          part.map(given.label, "followers");
        }
        break;
      case net_followers:
      case followers_or_their_net:
        if (!count) break;
        period.net = count;
        period.net_label = given.label;
        // A sign is a change's.
        period.net_may_be_total = label == followers_or_their_net && given.value.find('+') == std::string::npos;
        break;
      case follows:
      case unfollows:
        if (from_zero) (label == follows ? period.follows : period.unfollows) = from_zero;
        [[fallthrough]];
      case reach:
      case impressions:
      case profile_visits:
      case clicks:
      case interactions:
      case accounts_engaged:
        if (!from_zero) break;
        part.map(given.label, figure_name(label));
        add_figure(part, figure_name(label), *from_zero);
        break;
      default:
        break;
    }
  }
  settle_followers(period, part);
  for (const LabelledValue& given : entry.values) part.map(given.label, "");
}

}  // namespace

bool has_insights(const InsightsEntry& entry) {
  return std::count_if(entry.values.begin(), entry.values.end(),
                       [](const LabelledValue& given) { return instagram_label(given.label) != unknown; }) >= 2;
}

void take_insights(const InsightsEntry& entry, bool is_post, std::string_view format, DownloadPart& part) {
  if (is_post || std::any_of(entry.values.begin(), entry.values.end(), is_creation)) {
    take_post(entry, format, part);
  } else {
    take_period(entry, part);
  }
}

std::string nothing_of_use(const DownloadPart& part) {
  const auto is_unknown = [](const Mapping& mapping) {
    const InstagramLabel label = instagram_label(mapping.column);
    return label == unknown || label == created;
  };
  if (!part.mapping.empty() && std::all_of(part.mapping.begin(), part.mapping.end(), is_unknown)) {
    return "Labels such as " + quoted(part.mapping.back().column) +
           " in these insights are not known here. If it is their language, set Instagram to English and request the "
           "download again.";
  }
  return "These insights hold no figure that is of use here. " + std::string(where_instagram_has_figures);
}

}  // namespace mf::ingest
