// Any bytes end in a reading or an error that is written as the same bytes again, or are refused.
#include "ingest/reading_bytes.h"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // Half of the inputs are given the version that they begin with, which is hard to guess.
  constexpr std::size_t version_size = 4;
  std::string bytes;
  if (data[0] % 2 == 1) bytes = mf::ingest::to_bytes(mf::ingest::Reading{}).substr(0, version_size);
  bytes.append(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto result = mf::ingest::from_bytes(bytes);
  const bool is_refused = !result && result.error().code == "not-a-reading";
  if (!is_refused && mf::ingest::to_bytes(result) != bytes) std::abort();
  return 0;
}
