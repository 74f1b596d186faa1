// Where published sources contradict each other: about which way something goes with the size of an account, or about
// how high it is. To be shown as it stands; nothing here is averaged away.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/account.h"

namespace mf::core {

// Everything here points into constant data that outlives the program.
struct Disagreement {
  Platform platform = Platform::any;  // any: not about one platform
  // "size" (which way engagement goes with it), "level" (of engagement), "kind" (mean or median), "fee", "cpm",
  // "return", "audience"
  std::string_view topic;
  std::string_view sentence;                  // who says what, of the figures as published
  std::span<const std::string_view> records;  // ids of the benchmark records that contradict each other
};

std::span<const Disagreement> disagreements();

// Those of one platform, then those of no one platform.
std::vector<const Disagreement*> disagreements(Platform platform);

}  // namespace mf::core
