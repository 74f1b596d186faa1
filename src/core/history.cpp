#include "core/history.h"

#include <algorithm>
#include <optional>

#include "core/calendar.h"

namespace mf::core {

DayCounts day_counts(std::span<const FollowerPoint> history) {
  struct Dated {
    std::int32_t day;
    const FollowerPoint* point;
  };
  DayCounts result;
  std::vector<Dated> dated;
  for (const FollowerPoint& point : history) {
    const std::optional<std::int32_t> day = day_number(point.date);
    if (day && point.followers > 0) {
      dated.push_back({*day, &point});
    } else {
      result.left_out += 1;
    }
  }
  // Date and time sort as text; what is written later stays later.
  std::stable_sort(dated.begin(), dated.end(),
                   [](const Dated& a, const Dated& b) { return a.point->date < b.point->date; });
  for (const Dated& entry : dated) {
    if (!result.days.empty() && result.days.back().day == entry.day) {
      result.days.back().followers = entry.point->followers;
    } else {
      result.days.push_back({entry.day, entry.point->followers});
    }
  }
  return result;
}

}  // namespace mf::core
