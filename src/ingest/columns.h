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
  // Known, and never used as any of the above:
  change,         // new followers, net growth, unfollows, ...: a difference, not a total
  sum,            // engagements, interactions: the parts are counted already
  day_metric,     // profile visits, reached audience: what only tables of days hold beside likes and views
  campaign,       // campaign, ad set: what only tables of ads hold
  studio_metric,  // watch time, click-through rate: what only video studio tables hold
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::studio_metric) + 1;

// The key of the API: "followers", "publishedAt", "engagementRate"; averages go by the name of what they average.
// "" for a field that is never used.
const char* field_key(Field field);
// The name inside a sentence: "followers", "average likes".
const char* field_words(Field field);
// A number of one post: likes to impressions.
bool is_post_metric(Field field);
bool is_average(Field field);

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

struct Column {
  std::string name;  // as written, trimmed
  Header header;
  Field used_for = Field::none;  // none if another column won, or nothing wants it
  char decimal_mark = 0;         // where the sampled cells show one
};

}  // namespace mf::ingest
