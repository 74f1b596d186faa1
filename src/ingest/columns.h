// What a column means, from its header cell. The words are a table in header_words.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"

namespace mf::ingest {

enum class Field : std::uint8_t {
  none,
  // who
  handle,
  platform,
  niche,
  country,
  followers,
  following,
  post_count,
  // which post
  id,
  url,
  published_at,
  format,
  caption,
  // a post's numbers
  likes,
  comments,
  shares,
  saves,
  views,
  reach,
  impressions,
  // numbers of an account
  average_likes,
  average_comments,
  average_views,
  engagement_rate,
  fee,
  currency,
  // What days, campaigns and whole periods are counted in, and never a post or a creator:
  follows,        // new followers
  unfollows,      // lost followers
  net_followers,  // the one less the other: a difference, not a total
  sum,            // interactions, reactions and comments and shares: the parts are counted already
  engagements,    // the same with clicks and whatever else the site counts
  profile_visits,
  clicks,
  conversions,
  purchases,
  purchase_value,
  period_from,
  period_until,
  campaign,  // the name of a campaign, an ad set or an ad
  // Known, and never used as any of the above:
  change,           // other differences: followers delta, post subscribers
  day_metric,       // viewers, reached audience: what only tables of days hold, and no sum can be made of
  campaign_metric,  // budget, delivery, cost per result: what only tables of ads hold
  studio_metric,    // watch time, click-through rate: what only video studio tables hold
  breakdown,        // geography, gender, traffic source: what tables of the audience have one row for
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::breakdown) + 1;

// The key of the API: "followers", "publishedAt", "engagementRate"; averages go by the name of what they average.
// "" for a field that is never used.
const char* field_key(Field field);
// The name inside a sentence: "followers", "average likes".
const char* field_words(Field field);
// What a person may say that a column is, the most wanted first. Each has a key of its own.
std::span<const Field> choosable_fields();
// A number of one post: likes to impressions.
bool is_post_metric(Field field);
bool is_average(Field field);
// New followers, lost followers, their balance and other differences: never a total.
bool is_change(Field field);
// What only the rows of a table of days or campaigns are read for: follows to purchase_value.
bool is_period_metric(Field field);

struct HeaderWord {
  std::string_view key;  // as header_key() writes it
  Field field;
  std::uint8_t rank;  // of two columns with one meaning, the lower rank is used
};
std::span<const HeaderWord> header_words();

// What a header cell says.
struct Header {
  Field field = Field::none;
  std::uint8_t rank = 0;
  bool is_percent = false;      // "(%)"
  bool is_subscribers = false;  // a total, except in video studio tables, where it is the change of the period
  bool is_total = false;        // "total likes": a post's in a table of posts, the account's in a roster
  std::string currency;         // ISO 4217, from "(EUR)" or "($)"
  core::Platform platform = core::Platform::any;  // from "Instagram followers"
};
Header read_header(std::string_view cell);
// The same of a cell that is known to name this field.
Header header_as(std::string_view cell, Field field);

struct Column {
  std::string name;  // as written, trimmed
  Header header;
  Field used_for = Field::none;  // none if another column won, or nothing wants it
  bool is_told = false;          // by a hint, which nothing overrules
  char decimal_mark = 0;         // where the sampled cells show one
};

}  // namespace mf::ingest
