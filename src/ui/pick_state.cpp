#include "ui/pick_state.h"

#include <algorithm>

#include "ui/address.h"

namespace mf::ui {
namespace {

constexpr std::size_t longest_input = 64, longest_list = 2048;  // characters
constexpr std::string_view tier_key = "tier.", platform_key = "platform.";

std::string_view bare(std::string_view handle) {
  while (!handle.empty() && (handle.front() == ' ' || handle.front() == '@')) handle.remove_prefix(1);
  while (!handle.empty() && (handle.back() == ' ' || handle.back() == '\r')) handle.remove_suffix(1);
  return handle;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void take(PickQuestion& question, std::string_view key, const std::string& value) {
  const std::string typed = value.substr(0, longest_input);
  if (key == "budget") {
    question.budget = typed;
  } else if (key == "objective") {
    question.objective = core::objective_from_id(value).value_or(question.objective);
  } else if (key == "include") {
    question.include = value.substr(0, longest_list);
  } else if (key == "exclude") {
    question.exclude = value.substr(0, longest_list);
  } else if (key == "total") {
    question.total = typed;
  } else if (key == "marketSize") {
    question.market_size = typed;
  } else if (key.starts_with(tier_key)) {
    question.tiers.emplace_back(key.substr(tier_key.size()), typed);
  } else if (key.starts_with(platform_key)) {
    const std::string name(key.substr(platform_key.size()));
    if (const auto platform = core::platform_from_name(name)) question.platforms.emplace_back(*platform, typed);
  }
}

}  // namespace

void read_pick(PickState& pick, std::string_view address) {
  if (pick.is_read) return;
  pick.is_read = true;
  split(address, '&', [&](std::string_view text) {
    const Pair pair = pair_of(text);
    take(pick.question, pair.key, decoded(pair.value));
  });
}

std::string address_of(const PickState& pick) {
  const PickQuestion& question = pick.question;
  std::string out;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) put(out, key, value);
  };
  add("budget", question.budget);
  if (question.objective != core::Objective::engagements) add("objective", core::objective_id(question.objective));
  add("include", question.include);
  add("exclude", question.exclude);
  add("total", question.total);
  for (const auto& [tier, typed] : question.tiers) add(std::string(tier_key) + tier, typed);
  for (const auto& [platform, typed] : question.platforms) {
    add(std::string(platform_key) + core::platform_id(platform), typed);
  }
  add("marketSize", question.market_size);
  return out;
}

std::vector<std::string_view> handles_in(std::string_view typed) {
  std::vector<std::string_view> handles;
  const auto end_of_handle = [&](std::size_t at) {
    for (; at < typed.size(); ++at) {
      if (typed[at] == ',' || typed[at] == ';' || typed[at] == '\n') return at;
      if (typed[at] == ' ' && at + 1 < typed.size() && typed[at + 1] == '@') return at;
    }
    return at;
  };
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t end = end_of_handle(at);
    if (const std::string_view handle = bare(typed.substr(at, end - at)); !handle.empty()) handles.push_back(handle);
    at = end + 1;
  }
  return handles;
}

bool same_handle(std::string_view one, std::string_view other) {
  one = bare(one);
  other = bare(other);
  return one.size() == other.size() &&
         std::equal(one.begin(), one.end(), other.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

bool has_handle(std::string_view typed, std::string_view handle) {
  const std::vector<std::string_view> handles = handles_in(typed);
  return std::any_of(handles.begin(), handles.end(), [&](std::string_view h) { return same_handle(h, handle); });
}

void add_handle(std::string& typed, std::string_view handle) {
  if (has_handle(typed, handle)) return;
  if (!handles_in(typed).empty()) typed += ", ";
  typed += '@';
  typed += bare(handle);
}

void remove_handle(std::string& typed, std::string_view handle) {
  std::string kept;
  for (const std::string_view other : handles_in(typed)) {
    if (!same_handle(other, handle)) add_handle(kept, other);
  }
  typed = std::move(kept);
}

}  // namespace mf::ui
