// Any bytes end in a reading that holds something, or in an error with a code.
#include "ingest/read.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/columns.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto reading = mf::ingest::read(bytes);
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
  // A mapping given back changes nothing; whatever else is said of its columns, there is a reading or an error.
  mf::ingest::Hints hints;
  hints.columns = reading->mapping;
  const auto again = mf::ingest::read(bytes, hints);
  if (size < (64u << 10) && (!again || again->mapping != reading->mapping)) std::abort();
  if (hints.columns.empty()) return 0;
  hints.columns.erase(hints.columns.begin() + 1, hints.columns.end());
  const auto fields = mf::ingest::choosable_fields();
  hints.columns[0].field = mf::ingest::field_key(fields[size % fields.size()]);
  const auto told = mf::ingest::read(bytes, hints);
  if (!told && told.error().code.empty()) std::abort();
  return 0;
}
