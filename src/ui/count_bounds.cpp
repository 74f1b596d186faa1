#include "ui/count_bounds.h"

#include <string>

#include "ingest/ranges.h"

namespace mf::ui {
namespace {

constexpr double most_counted = 1e6;  // more than any list has

constexpr std::string_view words_for_least[] = {"at least", "min", "from", ">=", "\xE2\x89\xA5"};
constexpr std::string_view words_for_most[] = {"at most", "up to", "max", "<=", "\xE2\x89\xA4"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

void trim(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
}

template <std::size_t size>
bool take_word(std::string_view& text, const std::string_view (&words)[size]) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    trim(text);
    return true;
  }
  return false;
}

}  // namespace

Result<std::optional<core::CountBounds>> read_count_bounds(std::string_view text, std::string_view field) {
  const std::string plain = lower(text);
  std::string_view rest = plain;
  trim(rest);
  if (rest.empty()) return std::optional<core::CountBounds>();
  bool only_least = take_word(rest, words_for_least);
  const bool only_most = !only_least && take_word(rest, words_for_most);
  if (!only_most && rest.ends_with('+')) {
    only_least = true;
    rest.remove_suffix(1);
  }
  const Result<std::optional<core::Uncertain>> range =
      ingest::read_range(rest, {.quantity = ingest::Quantity::count, .field = field});
  if (!range) return range.error();
  const core::Uncertain counts = range->value_or(core::Uncertain{-1, -1});
  if (counts.low < 0 || counts.high > most_counted || ((only_least || only_most) && !counts.is_exact())) {
    return Error{"out-of-range", "Type a number of creators, such as 3, 2 to 5, at least 2 or at most 4.",
                 std::string(field), std::nullopt};
  }
  core::CountBounds bounds;
  if (!only_most) bounds.least = static_cast<std::size_t>(counts.low);
  if (!only_least) bounds.most = static_cast<std::size_t>(counts.high);
  return std::optional(bounds);
}

}  // namespace mf::ui
