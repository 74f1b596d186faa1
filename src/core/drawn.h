// An uncertain input as it is drawn: the same bits natively and as WebAssembly (see portable_math.h).
#pragma once

#include <cstdint>

#include "core/campaign.h"

namespace mf::core {

// exact, or log-normal (an amount), or logit-normal (a rate); see uncertain.h.
struct Drawn {
  double centre = 0;  // the value itself where exact; else of its logarithm or logit
  double sd = 0;      // 0 where exact
  bool as_rate = false;
};
Drawn drawn(Input input, const Uncertain& value);

double mean_of(const Drawn& input);
// The value `z` standard deviations from the middle.
double value_at(const Drawn& input, double z);

// A standard normal value for each key, as if by chance.
double normal_of_key(std::uint64_t key);
// One key from several numbers.
std::uint64_t key_of(std::uint64_t seed, std::uint64_t draw, std::uint64_t stream);

}  // namespace mf::core
