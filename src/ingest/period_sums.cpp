#include "ingest/period_sums.h"

#include "ingest/excerpt.h"

namespace mf::ingest {

std::string period_name(Field field) {
  if (field == Field::fee) return "spend";
  std::string name;
  for (const char* c = field_key(field); *c != '\0'; ++c) {
    const bool upper = *c >= 'A' && *c <= 'Z';
    if (upper) name += '_';
    name += upper ? static_cast<char>(*c + 32) : *c;
  }
  return name;
}

bool is_additive(Field field) { return field != Field::reach; }

void PeriodSums::add(Field field, double value) {
  Sum& sum = sums_[static_cast<std::size_t>(field)];
  sum.sum += value;
  ++sum.rows;
}

void PeriodSums::add_day(std::string_view iso) {
  if (iso.size() < 10) {
    ++undated_;
    return;
  }
  const std::string_view day = iso.substr(0, 10);
  if (dated_++ == 0) first_day_ = last_day_ = std::string(day);
  if (day < first_day_) first_day_ = std::string(day);
  if (day > last_day_) last_day_ = std::string(day);
}

bool PeriodSums::is_useful() const {
  for (std::size_t i = 0; i < field_count; ++i) {
    if (sums_[i].rows == 1 || (sums_[i].rows > 1 && is_additive(static_cast<Field>(i)))) return true;
  }
  return false;
}

void PeriodSums::report(Reading& reading) const {
  for (std::size_t i = 0; i < field_count; ++i) {
    const Field field = static_cast<Field>(i);
    if (sums_[i].rows == 0) continue;
    if (sums_[i].rows > 1 && !is_additive(field)) {
      reading.warnings.push_back("The " + std::string(field_words(field)) + " of " +
                                 counted(sums_[i].rows, "day", "days") +
                                 " was not added up, since it counts the same people again each day.");
      continue;
    }
    reading.period.push_back({period_name(field), sums_[i].sum, "", from(), until()});
  }
  if (undated_ > 0) {
    reading.warnings.push_back(counted(undated_, "row has", "rows have") +
                               " no year or an uncertain date, so the first and the last day are left open.");
  }
}

}  // namespace mf::ingest
