#include "core/splits.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "core/number_text.h"

namespace mf::core {
namespace {

struct Part {
  std::string id;
  std::string label;
  std::vector<Post> posts;  // their counts alone: captions may be long
};

Post counts_of(const Post& post) {
  Post counts;
  counts.likes = post.likes;
  counts.comments = post.comments;
  counts.shares = post.shares;
  counts.saves = post.saves;
  counts.views = post.views;
  counts.reach = post.reach;
  counts.impressions = post.impressions;
  return counts;
}

std::string with_first_letter(std::string text, char from, char to, int shift) {
  if (!text.empty() && text[0] >= from && text[0] <= to) text[0] = static_cast<char>(text[0] + shift);
  return text;
}
std::string capitalised(std::string text) { return with_first_letter(std::move(text), 'a', 'z', 'A' - 'a'); }
std::string uncapitalised(std::string text) { return with_first_letter(std::move(text), 'A', 'Z', 'a' - 'A'); }

std::string format_label(const std::string& format) {
  static constexpr std::pair<std::string_view, std::string_view> labels[] = {
      {"image", "Images"}, {"video", "Videos"}, {"carousel", "Carousels"}, {"reel", "Reels"},       {"short", "Shorts"},
      {"live", "Live"},    {"link", "Links"},   {"text", "Text posts"},    {"", "No format given"},
  };
  for (const auto& [id, label] : labels) {
    if (id == format) return std::string(label);
  }
  return capitalised(format);
}

std::vector<Part> by_format(std::span<const Post> posts) {
  constexpr std::size_t most_formats = 12;
  std::vector<Part> parts;
  for (const Post& post : posts) {
    if (is_story(post)) continue;
    auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.id == post.format; });
    if (part == parts.end()) {
      if (parts.size() < most_formats) {
        parts.push_back({post.format, format_label(post.format), {}});
      } else if (parts.size() == most_formats) {
        parts.push_back({"other", "Other formats", {}});
      }
      part = parts.end() - 1;
    }
    part->posts.push_back(counts_of(post));
  }
  return parts;
}

std::vector<Part> by_disclosure(std::span<const Post> posts) {
  std::vector<Part> parts = {// in the order of Disclosure
                             {"none", "Nothing disclosed", {}},
                             {"gift", "Disclosed as a gift", {}},
                             {"paid", "Disclosed as paid", {}}};
  for (const Post& post : posts) {
    if (is_story(post)) continue;
    const Disclosure disclosed = post.caption_traits ? post.caption_traits->disclosure : Disclosure::none;
    parts[static_cast<std::size_t>(disclosed)].posts.push_back(counts_of(post));
  }
  return parts;
}

std::string rate_and_posts(const EngagementRate& rate) {
  return percent_text(rate.median) + " over " + counted_text(static_cast<double>(rate.posts), "post", "posts");
}

std::string difference(const Split& part, const Split& first) {
  const EngagementRate& a = part.rate;
  const EngagementRate& b = first.rate;
  const std::string sentence =
      part.label + " " + rate_and_posts(a) + ", " + uncapitalised(first.label) + " " + rate_and_posts(b) + ": ";
  if (!a.low || !b.low) {
    const std::size_t few = !a.low ? a.posts : b.posts;
    return sentence + counted_text(static_cast<double>(few), "post is", "posts are") +
           " too few to tell a difference from chance.";
  }
  if (a.median == b.median) return sentence + "no difference.";
  const bool apart = *a.low > *b.high || *a.high < *b.low;
  return sentence + (apart ? "the 90\xC2\xA0% intervals lie apart, which chance alone seldom does."
                           : "the 90\xC2\xA0% intervals overlap, so the difference may be chance.");
}

bool comes_before(const Split& a, const Split& b) {
  const bool a_first = a.kind == "disclosure" && a.id == "none";
  const bool b_first = b.kind == "disclosure" && b.id == "none";
  if (a_first != b_first) return a_first;
  return a.rate.posts != b.rate.posts ? a.rate.posts > b.rate.posts : a.id < b.id;
}

}  // namespace

std::vector<Split> engagement_splits(std::span<const Post> posts, std::optional<double> followers, Denominator by,
                                     const std::vector<Action>& actions) {
  std::vector<Split> splits;
  const auto append = [&](std::string_view kind, const std::vector<Part>& parts) {
    std::vector<Split> found;
    for (const Part& part : parts) {
      if (std::optional<EngagementRate> rate = engagement_rate(part.posts, followers, by, actions)) {
        found.push_back({kind, part.id, part.label, *std::move(rate), {}});
      }
    }
    if (found.size() < 2) return;
    for (auto at = found.begin(); at != found.end(); ++at) {
      std::iter_swap(at, std::min_element(at, found.end(), comes_before));
    }
    for (std::size_t i = 1; i < found.size(); ++i) found[i].note = difference(found[i], found[0]);
    splits.insert(splits.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  };
  append("format", by_format(posts));
  append("disclosure", by_disclosure(posts));
  return splits;
}

}  // namespace mf::core
