// Any text as a profile: followers, following and posts inside their own intervals, posts that hold numbers, or an
// error with a code.
#include "ingest/profile_text.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

bool is_sound(const std::optional<mf::core::Count>& count) {
  return !count || (count->low >= 0 && count->low <= count->value && count->value <= count->high && count->high < 1e17);
}

bool is_sound(const std::optional<double>& number) { return !number || (*number >= 0 && *number < 1e17); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mf;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const char* locale : {"", "de", "tr"}) {
    ingest::Hints hints;
    hints.locale = locale;
    const auto reading = ingest::read_profile_text(text, hints);
    if (!reading) {
      if (reading.error().code.empty() || reading.error().message.empty() || reading.error().message.size() > 600)
        std::abort();
      continue;
    }
    const core::Account& account = reading->account;
    if (!is_sound(account.followers) || !is_sound(account.following) || !is_sound(account.post_count)) std::abort();
    bool holds_something = account.followers || account.following || account.post_count || !reading->period.empty();
    for (const core::Post& post : reading->posts) {
      for (const auto& number :
           {post.likes, post.comments, post.shares, post.saves, post.views, post.reach, post.impressions}) {
        if (!is_sound(number)) std::abort();
        holds_something = holds_something || number;
      }
    }
    if (!holds_something && reading->warnings.empty()) std::abort();
  }
  return 0;
}
