// The same inputs give the same bits natively and as WebAssembly: both builds are held to one constant.
#include <doctest/doctest.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/analysis.h"

using namespace mf;
using namespace mf::core;

namespace {

class Fnv1a {
 public:
  void add(std::uint64_t bits) {
    for (int byte = 0; byte < 8; ++byte) {
      hash_ = (hash_ ^ ((bits >> (8 * byte)) & 0xFF)) * 0x100000001B3;
    }
  }
  void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
  void add(const std::optional<double>& value) { add(value.value_or(-1.0)); }
  void add(std::string_view text) {
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325;
};

// SplitMix64 (Steele, Lea and Flood, 2014).
class Dice {
 public:
  std::uint64_t roll(std::uint64_t sides) {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return (z ^ (z >> 31)) % sides;
  }
  // A whole number of one to seven digits, sizes spread like those of accounts.
  double count() {
    std::uint64_t limit = 10;
    for (std::uint64_t digits = roll(7); digits > 0; --digits) limit *= 10;
    return static_cast<double>(roll(limit));
  }
  std::optional<double> maybe(double count) { return roll(8) == 0 ? std::nullopt : std::optional(count); }

 private:
  std::uint64_t state_ = 2026;
};

AnalyzeRequest random_request(Dice& dice) {
  AnalyzeRequest request;
  request.platform = static_cast<Platform>(dice.roll(9));
  const double followers = dice.count();
  request.followers =
      dice.roll(3) == 0 ? Count{followers, followers * 0.95, followers * 1.05} : Count::exact(followers);
  request.posts.resize(static_cast<std::size_t>(dice.roll(40)));
  for (Post& post : request.posts) {
    if (dice.roll(9) == 0) post.format = "story";
    post.likes = dice.maybe(dice.count());
    post.comments = dice.maybe(dice.count());
    post.shares = dice.maybe(dice.count());
    post.saves = dice.maybe(dice.count());
    post.views = dice.maybe(dice.count());
    post.reach = dice.maybe(dice.count());
    post.impressions = dice.maybe(dice.count());
  }
  return request;
}

void add(Fnv1a& hash, const Analysis& analysis) {
  hash.add(static_cast<std::uint64_t>(analysis.verdict->agree));
  hash.add(analysis.verdict->share);
  hash.add(analysis.verdict->tier);
  hash.add(static_cast<std::uint64_t>(analysis.verdict->uncertain ? 1 : 0));
  hash.add(analysis.verdict->lower_line);
  hash.add(analysis.verdict->upper_line);
  for (const EngagementRate& rate : analysis.engagement) {
    hash.add(static_cast<std::uint64_t>(rate.posts));
    hash.add(static_cast<std::uint64_t>(rate.left_out));
    hash.add(rate.median);
    hash.add(rate.mean);
    hash.add(rate.trimmed_mean);
    hash.add(rate.low);
    hash.add(rate.high);
  }
}

}  // namespace

TEST_CASE("three thousand accounts give the same bits in every build") {
  Dice dice;
  Fnv1a hash;
  for (int i = 0; i < 3000; ++i) {
    const Result<Analysis> analysis = analyze(random_request(dice));
    REQUIRE(analysis);
    add(hash, *analysis);
  }
  CHECK(hash.value() == 0x72EC208DA3C86C06);
}
