// Whatever is typed, a count is a whole number between 0 and ten billion inside its own interval, or refused.
#include "ingest/number_words.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const std::string_view locale : {"", "en", "de", "es", "tr", "id"}) {
    const auto count = mf::ingest::read_count(text, "followers", locale);
    if (!count) {
      if (count.error().code.empty() || count.error().message.empty() || count.error().message.size() > 500)
        std::abort();
      continue;
    }
    if (!(count->value >= 0) || !(count->value <= mf::ingest::largest_count) ||
        count->value != std::floor(count->value))
      std::abort();
    if (!(count->low >= 0) || !(count->low <= count->value) || !(count->value <= count->high)) std::abort();
  }
  mf::ingest::is_missing_word(text);
  mf::ingest::decimal_mark_of(text);
  return 0;
}
