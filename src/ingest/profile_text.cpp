#include "ingest/profile_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/profile_binding.h"

namespace mf::ingest {
namespace {

using Kind = ProfileToken::Kind;

// ---- from text to bound numbers

struct Bound {
  std::vector<ProfileToken> tokens;
  Binding binding;
};

Bound bind_text(std::string_view text, std::string_view locale, bool loose_spaces) {
  NumberContext context;
  context.locale = locale;
  context.loose_spaces = loose_spaces;
  Bound bound;
  bound.tokens = profile_tokens(text, context);
  if (locale.empty()) {
    // "274 mil" needs the language of the page, which its labels tell.
    context.locale = language_of(bound.tokens);
    if (!context.locale.empty()) bound.tokens = profile_tokens(text, context);
  }
  bound.binding = bind_numbers(bound.tokens);
  return bound;
}

// "12 300 followers" is one number, "2 12 2,047" are three: the reading that leaves the least over is right.
Bound bind_best(std::string_view text, std::string_view locale) {
  Bound tight = bind_text(text, locale, false);
  Bound loose = bind_text(text, locale, true);
  const auto flaws = [](const Binding& binding) { return std::pair(binding.ambiguous, binding.dropped); };
  return flaws(loose.binding) < flaws(tight.binding) ? std::move(loose) : std::move(tight);
}

// What search engines show of an Instagram page ends in words that would read as labels.
void cut_boilerplate(std::string& text) {
  for (const std::string_view phrase : {"see instagram photos and videos", "see photos, videos", "followed by "}) {
    const std::size_t at = text.find(phrase);
    if (at == std::string::npos) continue;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    text.replace(at, end - at, end - at, '\n');
  }
}

// ---- sentences

// The text as it was given, and where each byte of its folded form came from.
struct Source {
  std::string_view text;
  std::vector<std::size_t> origins;

  std::string_view between(std::size_t begin, std::size_t end) const {
    return text.substr(origins[begin], origins[end] - origins[begin]);
  }
  std::string_view near(std::size_t begin) const { return text.substr(origins[begin], 200); }
};

// A number and its label as they were given: "12.3K followers".
std::string written(const Bound& bound, const Source& source, const BoundNumber& pair) {
  const std::size_t first = std::min(pair.number, pair.label), last = std::max(pair.number, pair.label);
  const ProfileToken& a = bound.tokens[first];
  const ProfileToken& b = bound.tokens[last];
  if (last == first + 1 && b.begin - a.end <= 40) return std::string(source.between(a.begin, b.end));
  return std::string(source.between(a.begin, a.end)) + ' ' + std::string(source.between(b.begin, b.end));
}

Error ambiguous_counts(const Source& source, std::size_t begin) {
  return {"ambiguous-counts",
          "It is not clear which number belongs to which word near " + quoted(source.near(begin)) +
              ". Put each number before its word, one pair a line, such as \"12,300 followers\".",
          "", std::nullopt};
}

std::optional<Error> flaw_of(const Number& number, std::string_view as_written, Field field) {
  const auto refuse = [&](const char* code, std::string_view why) {
    return Error{code, quoted(as_written) + std::string(why) + " Type a whole number such as 12,300 or 12.3K.",
                 field_key(field), std::nullopt};
  };
  switch (number.flaw) {
    case NumberFlaw::none:
      break;
    case NumberFlaw::negative:
      return refuse("negative", " is negative; counts start at 0.");
    case NumberFlaw::ambiguous:
      return refuse("ambiguous", " has more than one meaning.");
    case NumberFlaw::out_of_range:
      return refuse("out-of-range", " is too large to be a count.");
    default:
      return refuse("not-a-number", " holds no number that can be read.");
  }
  if (field == Field::followers && number.count.value > largest_count) {
    return refuse("out-of-range", " is more than 10 billion, more than there are people.");
  }
  const bool whole = number.count.value == std::floor(number.count.value);
  if (!whole && number.count.value < 1000) return refuse("not-a-number", " is not a whole number.");
  return std::nullopt;
}

// ---- handle and platform

bool is_handle_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

// The handle in parentheses, or the only one, or the first that begins a line.
std::string handle_of(std::string_view text) {
  std::string first, at_line_start;
  bool several = false;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (at > 0 && is_handle_character(text[at - 1])) continue;  // an e-mail address
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= 64 && is_handle_character(text[end])) ++end;
    std::string_view name = text.substr(at + 1, end - at - 1);
    while (name.ends_with('.') || name.ends_with('-')) name.remove_suffix(1);
    if (name.empty()) continue;
    if (at > 0 && text[at - 1] == '(') return std::string(name);
    const std::string_view before = trimmed(text.substr(0, at));
    const bool begins_line =
        before.empty() || text.substr(before.size(), at - before.size()).find('\n') != std::string_view::npos;
    if (begins_line && at_line_start.empty()) at_line_start = name;
    several = several || (!first.empty() && first != name);
    if (first.empty()) first = name;
  }
  if (!at_line_start.empty()) return at_line_start;
  return several ? std::string() : first;
}

core::Platform platform_of(const Bound& bound, bool is_instagram_snippet) {
  std::vector<Field> order;
  for (const BoundNumber& pair : bound.binding.pairs) {
    const ProfileWord& label = *bound.tokens[pair.label].label;
    if (label.is_youtube) return core::Platform::youtube;
    order.push_back(label.field);
  }
  if (is_instagram_snippet) return core::Platform::instagram;
  const auto place = [&order](Field field) { return std::find(order.begin(), order.end(), field) - order.begin(); };
  const auto has = [&order](Field field) { return std::find(order.begin(), order.end(), field) != order.end(); };
  // Three numbers in the order of the page. X has the same words as Instagram, following first.
  if (order.size() != 3 || !has(Field::followers) || !has(Field::following)) return core::Platform::any;
  const bool followers_first = place(Field::followers) < place(Field::following);
  if (has(Field::post_count) && followers_first) return core::Platform::instagram;
  if (has(Field::likes) && !followers_first && place(Field::likes) == 2) return core::Platform::tiktok;
  return core::Platform::any;
}

// ---- the reading

std::optional<double>* metric_of(core::Post& post, Field field) {
  switch (field) {
    case Field::likes:
      return &post.likes;
    case Field::comments:
      return &post.comments;
    case Field::shares:
      return &post.shares;
    case Field::saves:
      return &post.saves;
    case Field::views:
      return &post.views;
    case Field::reach:
      return &post.reach;
    case Field::impressions:
      return &post.impressions;
    default:
      return nullptr;
  }
}

// The same total written twice, rounded and in full, is one; the finer one is kept.
bool merge(std::optional<core::Count>& known, const core::Count& count) {
  if (!known) {
    known = count;
    return true;
  }
  if (count.low > known->high || known->low > count.high) return false;
  if (count.high - count.low < known->high - known->low) known = count;
  return true;
}

// Likes or views alone, beside other totals of the account.
bool are_account_totals(const Bound& bound) {
  bool other_totals = false;
  std::optional<Field> metric;
  for (const BoundNumber& pair : bound.binding.pairs) {
    const Field field = bound.tokens[pair.label].label->field;
    other_totals = other_totals || field == Field::following || field == Field::post_count;
    if (!is_post_metric(field)) continue;
    if (metric && *metric != field) return false;
    metric = field;
  }
  return other_totals && metric && (*metric == Field::likes || *metric == Field::views);
}

Result<Reading> bare_number(std::string_view text, const Hints& hints) {
  auto count = read_count(text, "followers", hints.locale);
  if (!count) return count.error();
  Reading reading;
  reading.format = "profile-text";
  reading.account.platform = hints.platform;
  reading.account.followers = *count;
  reading.mapping.push_back({std::string(trimmed(text)), "followers"});
  reading.warnings.push_back("Only a number was given; it was taken as followers.");
  return reading;
}

Error nothing_bound(const Bound& bound, const Source& source) {
  std::size_t numbers = 0, labels = 0;
  for (const ProfileToken& token : bound.tokens) {
    numbers += token.kind == Kind::number;
    labels += token.kind == Kind::label;
  }
  if (bound.binding.ambiguous > 0) return ambiguous_counts(source, bound.tokens[bound.binding.first_ambiguous].begin);
  if (numbers == 0) {
    return {"no-numbers",
            "There is no number in " + quoted(source.text) +
                ". Paste a profile header such as \"12.3K followers\", or a table with a header row.",
            "", std::nullopt};
  }
  if (numbers > 1 && labels == 0) {
    return {"ambiguous-counts",
            "There are " + std::to_string(numbers) +
                " numbers but no words that say what they are. Write, for example, \"12,300 followers, 450 likes\".",
            "", std::nullopt};
  }
  return {"no-numbers",
          "No number in " + quoted(source.text) +
              " stands beside a word such as followers or likes. Write, for example, \"12,300 followers\".",
          "", std::nullopt};
}

}  // namespace

Result<Reading> read_profile_text(std::string_view text, const Hints& hints) {
  if (text.size() > longest_profile) {
    return Error{"no-usable-columns",
                 "This is too long to be a profile header, and it is no table with a header row that is known here. "
                 "Paste only the profile header, or upload a CSV export.",
                 "", std::nullopt};
  }
  const std::string_view given = trimmed(text);
  const Number alone = read_number(given, {.decimal_mark = 0, .locale = hints.locale});
  if (alone.flaw != NumberFlaw::not_a_number) return bare_number(given, hints);

  Source source{text, {}};
  std::string plain = folded(text, source.origins);
  const bool is_instagram_snippet = plain.find("see instagram photos and videos") != std::string::npos;
  cut_boilerplate(plain);
  const Bound bound = bind_best(plain, hints.locale);
  if (bound.binding.pairs.empty()) return nothing_bound(bound, source);

  Reading reading;
  reading.format = "profile-text";
  core::Account& account = reading.account;
  account.platform = hints.platform != core::Platform::any ? hints.platform : platform_of(bound, is_instagram_snippet);
  account.handle = handle_of(text);
  const bool totals = are_account_totals(bound);
  std::size_t rounded_in_posts = 0;
  for (const BoundNumber& pair : bound.binding.pairs) {
    const ProfileToken& token = bound.tokens[pair.number];
    const Field field = bound.tokens[pair.label].label->field;
    const std::string as_written = written(bound, source, pair);
    if (field == Field::change) {
      reading.mapping.push_back({as_written, ""});
      reading.warnings.push_back(quoted(as_written) + " is a change and not the total, so it was not used.");
      continue;
    }
    if (auto error = flaw_of(token.number, as_written, field)) return *std::move(error);
    if (core::Post sample; metric_of(sample, field) != nullptr) {
      if (totals) {
        reading.mapping.push_back({as_written, ""});
        reading.warnings.push_back(quoted(as_written) +
                                   " is the account's total over all posts, so it was not taken as one post's.");
        continue;
      }
      if (reading.posts.empty() || metric_of(reading.posts.back(), field)->has_value()) reading.posts.emplace_back();
      *metric_of(reading.posts.back(), field) = token.number.count.value;
      rounded_in_posts += token.number.count.low != token.number.count.high;
    } else {
      std::optional<core::Count>& known = field == Field::followers   ? account.followers
                                          : field == Field::following ? account.following
                                                                      : account.post_count;
      if (!merge(known, token.number.count)) {
        return Error{"ambiguous-counts",
                     "The text gives two different numbers for " + std::string(field_words(field)) +
                         "; the second is " + quoted(as_written) + ". Keep only the one that is right.",
                     field_key(field), std::nullopt};
      }
    }
    reading.mapping.push_back({as_written, field_key(field)});
  }
  if (reading.posts.empty() && !account.followers && !account.following && !account.post_count &&
      bound.binding.ambiguous == 0) {
    return Error{"no-numbers",
                 quoted(reading.mapping.front().column) +
                     " is not a total of followers or a post's number. Type how many followers there are now.",
                 "followers", std::nullopt};
  }
  const bool ambiguous_followers = bound.binding.ambiguous > 0 && !account.followers;
  if (ambiguous_followers) return ambiguous_counts(source, bound.tokens[bound.binding.first_ambiguous].begin);
  if (bound.binding.ambiguous > 0 || bound.binding.dropped > 0) {
    reading.warnings.push_back("Some numbers in the text were not used because it is not clear what they count.");
  }
  if (!account.followers) reading.needs.push_back("followers");
  if (reading.posts.size() > 1) {
    reading.warnings.push_back("A word that came again began the next post: " +
                               counted(reading.posts.size(), "post was", "posts were") + " read.");
  }
  for (const core::Post& post : reading.posts) {
    if (post.likes && account.followers && *post.likes > account.followers->high) {
      reading.warnings.push_back(
          "A post has more likes than the account has followers. Check that both numbers are right.");
      break;
    }
  }
  for (const core::Post& post : reading.posts) {
    if (post.reach && post.views && *post.reach > *post.views) {
      reading.warnings.push_back(
          "A post has more reach than views, as happens when ads ran. The numbers were kept as they are.");
      break;
    }
  }
  if (rounded_in_posts > 0) {
    reading.warnings.push_back("Rounded numbers of posts, such as 1.2K, were taken at their middle.");
  }
  return reading;
}

}  // namespace mf::ingest
