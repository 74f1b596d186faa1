// A follower history as one count a day, in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/account.h"

namespace mf::core {

struct DayCount {
  std::int32_t day = 0;  // see calendar.h
  double followers = 0;  // above 0
};

struct DayCounts {
  std::vector<DayCount> days;  // ascending; of several counts of one day the latest written
  std::size_t left_out = 0;    // entries without a readable date, or without followers
};

DayCounts day_counts(std::span<const FollowerPoint> history);

}  // namespace mf::core
