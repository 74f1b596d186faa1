#include "ingest/columns.h"

#include <optional>

#include "ingest/folding.h"
#include "ingest/money.h"

namespace mf::ingest {
namespace {

const HeaderWord* find_word(std::string_view key) {
  for (const HeaderWord& row : header_words()) {
    if (row.key == key) return &row;
  }
  return nullptr;
}

constexpr std::size_t longest_header = 200;  // bytes

struct Prefix {
  std::string_view key;
  core::Platform platform;
};

// "Instagram followers", "IG likes", "tiktok_followers"; "post" and "reel" say nothing more than the row does.
constexpr Prefix prefixes[] = {
    {"instagram", core::Platform::instagram},
    {"ig", core::Platform::instagram},
    {"insta", core::Platform::instagram},
    {"tiktok", core::Platform::tiktok},
    {"tt", core::Platform::tiktok},
    {"youtube", core::Platform::youtube},
    {"yt", core::Platform::youtube},
    {"twitter", core::Platform::x},
    {"x", core::Platform::x},
    {"facebookpage", core::Platform::facebook},
    {"facebook", core::Platform::facebook},
    {"fb", core::Platform::facebook},
    {"twitch", core::Platform::twitch},
    {"linkedin", core::Platform::linkedin},
    {"post", core::Platform::any},
    {"reels", core::Platform::any},
    {"lifetimepost", core::Platform::any},
    {"accountmeta", core::Platform::any},
    {"profile", core::Platform::any},
};

// "Amount spent (EUR)": what stands in the last parentheses, and the cell without it.
struct Parenthesis {
  std::string outside;
  std::string inside;
};

std::optional<Parenthesis> split_parenthesis(const std::string& header) {
  const std::size_t open = header.rfind('('), close = header.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open || open == 0) return std::nullopt;
  return Parenthesis{header.substr(0, open), header.substr(open + 1, close - open - 1)};
}

// "(EUR)", "fee_usd", "Price EUR"
std::string currency_in(const std::string& header) {
  const std::size_t gap = header.find_last_of(" _-");
  if (const auto parts = split_parenthesis(header)) return currency_code(parts->inside);
  return gap == std::string::npos ? std::string() : currency_code(header.substr(gap + 1));
}

bool is_amount(Field field) { return field == Field::fee || field == Field::purchase_value; }

bool find_meaning(std::string_view key, Header& header) {
  const HeaderWord* word = find_word(key);
  if (word == nullptr) {
    for (const Prefix& prefix : prefixes) {
      if (!key.starts_with(prefix.key)) continue;
      const HeaderWord* rest = find_word(key.substr(prefix.key.size()));
      if (rest == nullptr) continue;
      if (!is_post_metric(rest->field) && !is_period_metric(rest->field) && rest->field != Field::followers) continue;
      word = rest;
      header.platform = prefix.platform;
      break;
    }
  }
  if (word == nullptr) return false;
  header.field = word->field;
  header.rank = word->rank;
  header.is_total = key.starts_with("total");
  header.is_subscribers = word->field == Field::followers && word->rank == 1;
  return true;
}

}  // namespace

const char* field_key(Field field) {
  switch (field) {
    case Field::handle:
      return "handle";
    case Field::platform:
      return "platform";
    case Field::niche:
      return "niche";
    case Field::country:
      return "country";
    case Field::followers:
      return "followers";
    case Field::following:
      return "following";
    case Field::post_count:
      return "postCount";
    case Field::id:
      return "id";
    case Field::url:
      return "url";
    case Field::published_at:
      return "publishedAt";
    case Field::format:
      return "format";
    case Field::caption:
      return "caption";
    case Field::likes:
    case Field::average_likes:
      return "likes";
    case Field::comments:
    case Field::average_comments:
      return "comments";
    case Field::shares:
      return "shares";
    case Field::saves:
      return "saves";
    case Field::views:
    case Field::average_views:
      return "views";
    case Field::reach:
      return "reach";
    case Field::impressions:
      return "impressions";
    case Field::engagement_rate:
      return "engagementRate";
    case Field::fee:
      return "fee";
    case Field::currency:
      return "currency";
    case Field::follows:
      return "follows";
    case Field::unfollows:
      return "unfollows";
    case Field::net_followers:
      return "netFollowers";
    case Field::sum:
      return "interactions";
    case Field::engagements:
      return "engagements";
    case Field::profile_visits:
      return "profileVisits";
    case Field::clicks:
      return "clicks";
    case Field::conversions:
      return "conversions";
    case Field::purchases:
      return "purchases";
    case Field::purchase_value:
      return "purchaseValue";
    case Field::period_from:
      return "from";
    case Field::period_until:
      return "until";
    case Field::campaign:
      return "campaign";
    case Field::none:
    case Field::change:
    case Field::day_metric:
    case Field::campaign_metric:
    case Field::studio_metric:
    case Field::breakdown:
      return "";
  }
  return "";
}

const char* field_words(Field field) {
  switch (field) {
    case Field::post_count:
      return "number of posts";
    case Field::id:
      return "post id";
    case Field::url:
      return "link";
    case Field::published_at:
      return "date";
    case Field::format:
      return "kind of post";
    case Field::follows:
      return "new followers";
    case Field::unfollows:
      return "lost followers";
    case Field::net_followers:
      return "change of followers";
    case Field::profile_visits:
      return "profile visits";
    case Field::purchase_value:
      return "purchase value";
    case Field::period_from:
      return "first day";
    case Field::period_until:
      return "last day";
    case Field::average_likes:
      return "average likes";
    case Field::average_comments:
      return "average comments";
    case Field::average_views:
      return "average views";
    case Field::engagement_rate:
      return "engagement rate";
    default:
      return field_key(field);
  }
}

std::span<const Field> choosable_fields() {
  using enum Field;
  static constexpr Field fields[] = {
      followers,     likes,          comments,    shares,      saves,           views,       reach,     impressions,
      handle,        published_at,   fee,         currency,    engagement_rate, platform,    niche,     country,
      format,        caption,        url,         id,          following,       post_count,  follows,   unfollows,
      net_followers, profile_visits, sum,         engagements, clicks,          conversions, purchases, purchase_value,
      campaign,      period_from,    period_until};
  return fields;
}

bool is_post_metric(Field field) { return field >= Field::likes && field <= Field::impressions; }

bool is_change(Field field) {
  return field == Field::follows || field == Field::unfollows || field == Field::net_followers ||
         field == Field::change;
}

bool is_period_metric(Field field) { return field >= Field::follows && field <= Field::purchase_value; }

bool is_average(Field field) {
  return field == Field::average_likes || field == Field::average_comments || field == Field::average_views;
}

Header read_header(std::string_view cell) {
  Header header;
  if (cell.size() > longest_header) return header;  // a caption or a note
  const std::string name = folded_header(cell);
  const auto parts = split_parenthesis(name);
  const std::size_t gap = name.find_last_of(" _-");
  const std::string currency = currency_in(name);
  bool found = find_meaning(header_key(name), header);
  if (!found && parts) {
    const bool harmless =
        parts->inside == "%" || !currency.empty() || parts->inside == "avg" || parts->inside == "per post";
    found = harmless && find_meaning(header_key(parts->outside), header);
  } else if (!found && !currency.empty()) {
    found = find_meaning(header_key(name.substr(0, gap)), header) && is_amount(header.field);
  }
  if (!found) return {};
  header.is_percent = name.find('%') != std::string::npos;
  if (is_amount(header.field)) header.currency = currency;
  return header;
}

Header header_as(std::string_view cell, Field field) {
  Header header;
  header.field = field;
  if (cell.size() > longest_header) return header;
  header.platform = read_header(cell).platform;
  const std::string name = folded_header(cell);
  header.is_percent = name.find('%') != std::string::npos;
  if (is_amount(field)) header.currency = currency_in(name);
  return header;
}

}  // namespace mf::ingest
