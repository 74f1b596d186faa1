#include "ingest/x_archive.h"

#include <algorithm>
#include <string>

#include "ingest/dates.h"
#include "ingest/entities.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/handles.h"
#include "ingest/number_words.h"

namespace mf::ingest {
namespace {

constexpr const char* what_to_choose =
    "This file of the X archive has no figures of your posts. Choose tweets.js, which has their likes and reposts, and "
    "follower.js.";

std::optional<double> count_of(const JsonValue& tweet, std::string_view key) {
  const std::string_view text = tweet.text_of(key);
  if (is_missing_word(text)) return std::nullopt;
  const Number number = read_number(text);
  if (!number || number.percent || number.count.value > largest_count) return std::nullopt;
  return number.count.value;
}

// "full_text" since 2018, "text" before. It is written as in a page: "&amp;".
std::string caption_of(const JsonValue& tweet) {
  std::string_view text = tweet.text_of("full_text");
  if (text.empty()) text = tweet.text_of("text");
  return without_entities(text);
}

bool is_tweet(const JsonValue& value) { return value.find("created_at") && value.find("favorite_count"); }

// The entry itself, which newer archives wrap: {"tweet": {...}}.
JsonValue unwrapped(const JsonValue& entry, std::string_view key) { return entry.find(key).value_or(entry); }

void take_tweets(const JsonValue& entries, DownloadPart& part) {
  std::size_t reposts = 0, replies = 0;
  for (const JsonValue entry : entries) {
    const JsonValue tweet = unwrapped(entry, "tweet");
    core::Post post;
    post.caption = caption_of(tweet);
    post.likes = count_of(tweet, "favorite_count");
    post.shares = count_of(tweet, "retweet_count");
    if (!post.likes && !post.shares) continue;
    const bool is_repost = post.caption.starts_with("RT @");
    const bool is_reply = post.caption.starts_with('@');
    reposts += is_repost;
    replies += is_reply;
    if (is_repost || is_reply) continue;
    post.id = tweet.text_of("id_str").empty() ? tweet.text_of("id") : tweet.text_of("id_str");
    post.published_at = iso_date(tweet.text_of("created_at"));
    part.posts.push_back(std::move(post));
  }
  if (reposts > 0) {
    part.warnings.push_back(counted(reposts, "repost of another account was", "reposts of other accounts were") +
                            " left out, since the counts are those of the original.");
  }
  if (replies > 0) {
    part.warnings.push_back(counted(replies, "reply to another account was", "replies to other accounts were") +
                            " left out, since few followers see them.");
  }
  if (part.posts.empty()) return;
  part.map("created_at", "publishedAt");
  part.map("full_text", "caption");
  part.map("favorite_count", "likes");
  part.map("retweet_count", "shares");
  part.warnings.push_back(
      "The X archive gives likes and reposts, and no impressions or replies. The content export of X analytics has "
      "these.");
  part.read_as("posts");
}

}  // namespace

std::string_view assigned_variable(std::string_view text) {
  text = trimmed(text.substr(0, std::min(text.find_first_of("=[{"), text.size())));
  return text.starts_with("window.") ? text : std::string_view();
}

std::optional<DownloadPart> read_x_archive(std::string_view variable, const JsonValue& root) {
  DownloadPart part;
  part.platform = core::Platform::x;
  const bool is_list = root.is_array() && root.size() > 0;
  const auto first = is_list ? std::optional(*root.begin()) : std::nullopt;
  if (first && is_tweet(unwrapped(*first, "tweet"))) {
    take_tweets(root, part);
  } else if (first && unwrapped(*first, "follower").find("accountId") && first->find("follower")) {
    part.listed_followers = static_cast<double>(root.size());
    part.list = variable;
    part.read_as("followers");
  } else if (const auto account = first ? first->find("account") : std::nullopt;
             account && !account->text_of("accountId").empty()) {
    part.account.handle = handle_in(account->text_of("username"));
    part.read_as("account");
  } else if (variable.empty()) {
    return std::nullopt;
  }
  if (part.posts.empty() && !part.listed_followers) part.note = what_to_choose;
  return part;
}

}  // namespace mf::ingest
