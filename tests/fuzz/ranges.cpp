// Any text as an input of a plan: what is read is finite and the right way up, and is written so that it reads back.
#include "ingest/ranges.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mf;
  if (size < 1) return 0;
  ingest::RangeContext context;
  context.quantity = static_cast<ingest::Quantity>(data[0] % 4);
  context.currency = data[0] & 4 ? "EUR" : "USD";
  context.locale = data[0] & 8 ? "de" : "";
  const auto range = ingest::read_range({reinterpret_cast<const char*>(data) + 1, size - 1}, context);
  if (!range || !*range) return 0;
  const core::Uncertain value = **range;
  if (!std::isfinite(value.low) || !std::isfinite(value.high) || value.low > value.high) std::abort();
  context.locale = {};
  const auto again = ingest::read_range(ingest::range_text(value, context.quantity, context.currency), context);
  if (!again || !*again) std::abort();
  const auto near = [](double one, double other) { return std::fabs(one - other) <= 1e-12 * (1 + std::fabs(one)); };
  if (!near((*again)->low, value.low) || !near((*again)->high, value.high)) std::abort();
  return 0;
}
