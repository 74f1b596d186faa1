// What is known of one account: its size and its posts. Counts are whole numbers kept as double (exact to 2^53);
// an absent optional means "not given", which is never the same as zero.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/maybe_number.h"
#include "core/short_text.h"

namespace mf::core {

enum class Platform { any, instagram, tiktok, youtube, x, linkedin, facebook, pinterest, twitch };

// The name that the API and share links use: "any", "instagram", "tiktok", "youtube", "x", ...
const char* platform_id(Platform platform);
// The name that people use: "Instagram", "TikTok", "YouTube", "X", ...; "any platform" for Platform::any.
const char* platform_name(Platform platform);
// Case-insensitive; accepts ids, names and the common alias "twitter". Nothing if the name is unknown.
std::optional<Platform> platform_from_name(const std::string& name);

// A count as a person wrote it. "12.3K" is 12,300 and stands for anything in [12,250, 12,350).
struct Count {
  double value = 0;
  double low = 0;   // the smallest true count that would be written this way
  double high = 0;  // the largest; equal to low for an exact number

  static Count exact(double value) { return {value, value, value}; }
  bool operator==(const Count&) const = default;
};

struct Account {
  Platform platform = Platform::any;
  std::string handle;  // without the leading @; empty if not given
  std::optional<Count> followers;
  std::optional<Count> following;
  std::optional<Count> post_count;
  bool operator==(const Account&) const = default;
};

enum class Disclosure {
  none,
  gift,  // a product, a stay or a sample was given, and nothing says that money was
  paid,
};

// What a caption tells (caption_traits.h). Its words are as written, each once, with one space between them and without
// the #: a letter of another case or an accent makes no other word. Together they are hardly longer than the caption.
struct CaptionTraits {
  Disclosure disclosure = Disclosure::none;
  bool asks_question = false;
  bool speaks_to_reader = false;
  std::size_t word_count = 0;  // without hashtags, mentions and addresses
  std::string subject_hashtags;
  std::string subject_words;
  // What names no subject by itself and may still be part of one that a person names.
  std::string other_hashtags;  // and what Han and kana write without spaces
  std::string other_words;
  bool operator==(const CaptionTraits&) const = default;
};

struct Post {
  std::string id;
  std::string published_at;  // ISO 8601 where the input could be understood, else empty
  std::string format;        // "image", "video", "carousel", "story", "reel", "short", ... ; empty if not given
  std::string caption;
  std::optional<CaptionTraits> caption_traits;  // nothing if there is no caption or nobody looked at it
  std::optional<double> likes;
  std::optional<double> comments;
  std::optional<double> shares;
  std::optional<double> saves;
  std::optional<double> views;
  std::optional<double> reach;
  std::optional<double> impressions;
  bool operator==(const Post&) const = default;
};

// One row of a list of creators. Rates are fractions, likes/comments/views are averages per post.
struct Creator {
  ShortText<23> handle;
  Platform platform = Platform::any;
  MaybeNumber followers;
  MaybeNumber engagement_rate;
  MaybeNumber likes;
  MaybeNumber comments;
  MaybeNumber views;
  MaybeNumber fee;
  ShortText<11> currency;  // ISO 4217; empty if not given
  ShortText<15> niche;
  ShortText<15> country;
  bool operator==(const Creator&) const = default;
};

// A day's follower total.
struct FollowerPoint {
  std::string date;  // ISO 8601
  double followers = 0;
  bool operator==(const FollowerPoint&) const = default;
};

}  // namespace mf::core
