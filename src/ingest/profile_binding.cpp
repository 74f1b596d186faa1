#include "ingest/profile_binding.h"

#include <algorithm>
#include <span>

namespace mf::ingest {
namespace {

using Kind = ProfileToken::Kind;

constexpr std::size_t most_left_out = 4;
constexpr std::size_t longest_group = 400;

class Binder {
 public:
  explicit Binder(const std::vector<ProfileToken>& tokens) : tokens_(tokens) {}

  Binding run() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != Kind::stop) continue;
      take_phrase(begin, i);
      begin = i + 1;
    }
    close_run();
    std::sort(binding_.pairs.begin(), binding_.pairs.end(), [](const BoundNumber& a, const BoundNumber& b) {
      return std::min(a.number, a.label) < std::min(b.number, b.label);
    });
    return std::move(binding_);
  }

 private:
  bool is_number(std::size_t token) const { return tokens_[token].kind == Kind::number; }

  // A phrase is what stands between two stops. Words in it part it into groups.
  void take_phrase(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    bool has_word = false;
    std::size_t numbers = 0, labels = 0;
    for (std::size_t i = begin; i < end; ++i) {
      has_word = has_word || tokens_[i].kind == Kind::word;
      numbers += tokens_[i].kind == Kind::number;
      labels += tokens_[i].kind == Kind::label;
    }
    if (!has_word && (numbers == 0 || labels == 0)) {
      for (std::size_t i = begin; i < end; ++i) run_.push_back(i);
      return;
    }
    close_run();
    std::vector<std::size_t> group;
    for (std::size_t i = begin; i <= end; ++i) {
      if (i < end && tokens_[i].kind != Kind::word) {
        group.push_back(i);
      } else {
        bind_group(group, 1);
        group.clear();
      }
    }
  }

  void close_run() {
    bind_group(run_, most_left_out);
    run_.clear();
  }

  // Neighbours two by two: there is only one way to cut a row into pairs.
  bool pairs_up(std::span<const std::size_t> group) const {
    if (group.empty() || group.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < group.size(); i += 2) {
      if (is_number(group[i]) == is_number(group[i + 1])) return false;
    }
    return true;
  }

  // k numbers, then k labels; or the labels first.
  bool zips(std::span<const std::size_t> group) const {
    if (group.size() < 4 || group.size() % 2 != 0) return false;
    const std::size_t half = group.size() / 2;
    for (std::size_t i = 0; i < half; ++i) {
      if (is_number(group[i]) != is_number(group[0]) || is_number(group[half + i]) == is_number(group[0])) return false;
    }
    return true;
  }

  void bind(std::size_t a, std::size_t b) {
    binding_.pairs.push_back(is_number(a) ? BoundNumber{a, b} : BoundNumber{b, a});
  }

  // One token at either end may be left out; of several lines, also labels at the end, which are a page's tabs.
  bool may_leave_out(std::span<const std::size_t> group, std::size_t left_out, std::size_t at_front) const {
    if (left_out <= 1) return true;
    if (at_front > 0) return false;
    const auto rest = group.last(left_out);
    return std::none_of(rest.begin(), rest.end(), [this](std::size_t token) { return is_number(token); });
  }

  void bind_group(const std::vector<std::size_t>& all, std::size_t most) {
    const bool any_number = std::any_of(all.begin(), all.end(), [this](std::size_t i) { return is_number(i); });
    const bool any_label = std::any_of(all.begin(), all.end(), [this](std::size_t i) { return !is_number(i); });
    if (!any_number || !any_label) return;
    const std::span<const std::size_t> group(all);
    if (zips(group)) {
      const std::size_t half = group.size() / 2;
      for (std::size_t i = 0; i < half; ++i) bind(group[i], group[half + i]);
      return;
    }
    if (group.size() > longest_group) most = 0;
    for (std::size_t left_out = 0; left_out <= most && left_out < group.size(); ++left_out) {
      std::size_t ways = 0, front = 0;
      for (std::size_t at_front = 0; at_front <= left_out; ++at_front) {
        if (!may_leave_out(group, left_out, at_front) || !pairs_up(group.subspan(at_front, group.size() - left_out)))
          continue;
        ++ways;
        front = at_front;
      }
      if (ways == 0) continue;
      if (ways > 1) break;
      const auto part = group.subspan(front, group.size() - left_out);
      for (std::size_t i = 0; i < part.size(); i += 2) bind(part[i], part[i + 1]);
      binding_.dropped += left_out;
      return;
    }
    if (binding_.ambiguous++ == 0) binding_.first_ambiguous = all.front();
  }

  const std::vector<ProfileToken>& tokens_;
  Binding binding_;
  std::vector<std::size_t> run_;
};

}  // namespace

Binding bind_numbers(const std::vector<ProfileToken>& tokens) { return Binder(tokens).run(); }

}  // namespace mf::ingest
