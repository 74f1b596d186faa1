// The tables of an archive put together to one Reading.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/reading.h"

namespace mf::ingest {

// What one table of the archive was read as.
struct FoundTable {
  std::size_t part = 0;  // its place among the parts
  Reading reading;
};

struct FoundTables {
  std::vector<FoundTable> tables;
  std::optional<core::Count> followers;  // a total that stands by itself
  bool followers_differ = false;         // there are several: which is whose is not known
  std::vector<PeriodFigure> period;      // figures that stand by themselves
};

// Nothing but figures of a stretch of days.
bool is_of_a_period(const Reading& reading);

// The best table with what the others say of the same account; of those left out, the parts say why. At least one
// table, or followers or figures that stand by themselves.
Reading merged(FoundTables& found, std::vector<Part>& parts);

}  // namespace mf::ingest
