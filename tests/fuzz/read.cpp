// Any bytes end in a reading that holds something, or in an error with a code.
#include "ingest/read.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reading = mf::ingest::read({reinterpret_cast<const char*>(data), size});
  if (!reading) {
    if (reading.error().code.empty() || reading.error().message.empty() || reading.error().message.size() > 600)
      std::abort();
    return 0;
  }
  const auto is_count = [](const std::optional<mf::core::Count>& count) {
    return !count ||
           (count->low <= count->value && count->value <= count->high && count->low >= 0 && count->high < 1e17);
  };
  const auto is_number = [](const std::optional<double>& number) {
    return !number || (*number >= 0 && *number < 1e17);
  };
  if (!is_count(reading->account.followers) || !is_count(reading->account.following) ||
      !is_count(reading->account.post_count))
    std::abort();
  for (const auto& post : reading->posts) {
    for (const auto& number :
         {post.likes, post.comments, post.shares, post.saves, post.views, post.reach, post.impressions}) {
      if (!is_number(number)) std::abort();
    }
  }
  for (const auto& creator : reading->creators) {
    for (const auto& number :
         {creator.followers, creator.engagement_rate, creator.likes, creator.comments, creator.views, creator.fee}) {
      if (!is_number(number)) std::abort();
    }
  }
  return 0;
}
