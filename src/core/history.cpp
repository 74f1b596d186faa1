#include "core/history.h"

#include <algorithm>
#include <optional>

#include "core/calendar.h"
#include "core/sorted.h"

namespace mf::core {

DayCounts day_counts(std::span<const FollowerPoint> history) {
  const auto day_of = [](const FollowerPoint& point) {
    return point.followers > 0 ? day_number(point.date) : std::nullopt;
  };
  DayCounts result;
  std::vector<std::int32_t> days;
  for (const FollowerPoint& point : history) {
    if (const std::optional<std::int32_t> day = day_of(point)) {
      days.push_back(*day);
    } else {
      result.left_out += 1;
    }
  }
  sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());

  std::vector<const FollowerPoint*> latest(days.size());
  for (const FollowerPoint& point : history) {
    const std::optional<std::int32_t> day = day_of(point);
    if (!day) continue;
    const FollowerPoint*& known =
        latest[static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), *day) - days.begin())];
    // Date and time sort as text; of equal ones the later in the list counts.
    if (known == nullptr || point.date >= known->date) known = &point;
  }
  for (std::size_t i = 0; i < days.size(); ++i) result.days.push_back({days[i], latest[i]->followers});
  return result;
}

}  // namespace mf::core
