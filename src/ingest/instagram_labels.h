// What the labels of Instagram's insights mean, in the languages in which downloads have been seen.
#pragma once

#include <cstdint>
#include <string_view>

namespace mf::ingest {

enum class InstagramLabel : std::uint8_t {
  unknown,
  // one post
  created,
  caption,
  likes,
  comments,
  shares,
  saves,
  views,
  reach,        // also of a period
  impressions,  // also of a period
  // a period
  date_range,
  followers,
  net_followers,           // "Overall followers": follows less unfollows, whatever the name promises
  followers_or_their_net,  // "Total de seguidores" has been seen as both
  follows,
  unfollows,
  profile_visits,
  clicks,
  interactions,
  accounts_engaged,
};

// Keys and labels are written alike: "Accounts reached", "Erreichte Konten".
InstagramLabel instagram_label(std::string_view label);
// The name of its figure in Reading::period or the key of its field in Reading::mapping; "" for unknown.
const char* figure_name(InstagramLabel label);

}  // namespace mf::ingest
