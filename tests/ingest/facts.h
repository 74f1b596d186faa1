// What a table of tests expects of a reading, one fact a line.
//
// An expectation names a fact of the reading and its value: "post 2 likes = 5", "post 1 date = absent", "posts = 2",
// "creator 1 followers = 1200", "followers = absent", "period views = 10", "warns = part of a warning", "skipped = 3"
// (a row), "kind = roster", "platform = tiktok", "error = daily-totals", "says = part of the error's sentence".
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "ingest/read.h"

namespace mf::ingest::facts {

struct Trap {
  std::string name;
  std::string input;
  std::vector<std::string> expected;
};

inline std::string number_text(std::optional<double> value) {
  if (!value) return "absent";
  std::ostringstream out;
  out.precision(12);
  out << *value;
  return out.str();
}

inline std::string word_text(std::string_view word) { return word.empty() ? "absent" : std::string(word); }

inline std::string post_fact(const core::Post& post, std::string_view name) {
  if (name == "likes") return number_text(post.likes);
  if (name == "comments") return number_text(post.comments);
  if (name == "shares") return number_text(post.shares);
  if (name == "saves") return number_text(post.saves);
  if (name == "views") return number_text(post.views);
  if (name == "reach") return number_text(post.reach);
  if (name == "impressions") return number_text(post.impressions);
  if (name == "date") return word_text(post.published_at);
  if (name == "id") return word_text(post.id);
  if (name == "format") return word_text(post.format);
  if (name == "caption") return word_text(post.caption);
  return "no such fact";
}

inline std::string creator_fact(const core::Creator& creator, std::string_view name) {
  if (name == "handle") return word_text(creator.handle);
  if (name == "followers") return number_text(creator.followers);
  if (name == "likes") return number_text(creator.likes);
  if (name == "comments") return number_text(creator.comments);
  if (name == "views") return number_text(creator.views);
  if (name == "niche") return word_text(creator.niche);
  if (name == "country") return word_text(creator.country);
  if (name == "platform") return core::platform_id(creator.platform);
  if (name == "rate") return number_text(creator.engagement_rate);
  if (name == "fee") return number_text(creator.fee);
  if (name == "currency") return word_text(creator.currency);
  return "no such fact";
}

inline std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// The value of a fact; `wanted` matters only to those of which there may be several.
inline std::string fact(const Result<Reading>& result, const std::string& name, const std::string& wanted) {
  if (!result && name == "says") {
    return result.error().message.find(wanted) == std::string::npos ? result.error().message : wanted;
  }
  if (!result) return name == "error" ? result.error().code : "error " + result.error().code;
  const Reading& reading = *result;
  const std::vector<std::string> words = words_of(name);
  if (name == "posts") return std::to_string(reading.posts.size());
  if (name == "creators") return std::to_string(reading.creators.size());
  if (name == "history") return std::to_string(reading.history.size());
  if (name == "platform") return core::platform_id(reading.account.platform);
  if (name == "following" && reading.account.following) return number_text(reading.account.following->value);
  if (name == "post count" && reading.account.post_count) return number_text(reading.account.post_count->value);
  if (name == "last day" && !reading.history.empty()) return reading.history.back().date;
  if (name == "kind") return kind_id(reading.kind);
  if (name == "handle") return word_text(reading.account.handle);
  if (name == "followers")
    return reading.account.followers ? number_text(reading.account.followers->value) : std::string("absent");
  if (name == "warns" || name == "silent on") {
    const bool warned = std::any_of(reading.warnings.begin(), reading.warnings.end(), [&](const std::string& warning) {
      return warning.find(wanted) != std::string::npos;
    });
    std::string all;
    for (const std::string& warning : reading.warnings) all += "\n  " + warning;
    return warned == (name == "warns") ? wanted : all;
  }
  if (name == "skipped") {
    for (const Skipped& skipped : reading.skipped) {
      if (std::to_string(skipped.row) == wanted) return wanted;
    }
    return "not skipped";
  }
  if (words.size() == 3 && words[0] == "post") {
    const std::size_t index = static_cast<std::size_t>(std::stoul(words[1]));
    return index <= reading.posts.size() ? post_fact(reading.posts[index - 1], words[2]) : "no such post";
  }
  if (words.size() == 3 && words[0] == "creator") {
    const std::size_t index = static_cast<std::size_t>(std::stoul(words[1]));
    return index <= reading.creators.size() ? creator_fact(reading.creators[index - 1], words[2]) : "no such creator";
  }
  if (words.size() == 2 && words[0] == "period") {
    for (const PeriodFigure& figure : reading.period) {
      if (figure.name == words[1]) return number_text(figure.value);
    }
    return "absent";
  }
  return "no such fact";
}

inline void check(const std::vector<Trap>& traps) {
  for (const Trap& trap : traps) {
    const auto result = read(trap.input);
    for (const std::string& expectation : trap.expected) {
      CAPTURE(trap.name);
      const std::size_t equals = expectation.find(" = ");
      REQUIRE(equals != std::string::npos);
      const std::string name = expectation.substr(0, equals), wanted = expectation.substr(equals + 3);
      CHECK_MESSAGE(fact(result, name, wanted) == wanted, trap.name << ": " << expectation);
    }
  }
}

}  // namespace mf::ingest::facts
