// Any bytes as one file or as two of a download: a reading with sound numbers, or an error with a code and a sentence.
#include "ingest/download.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mf;
  if (size < 2) return 0;
  constexpr std::string_view names[] = {"", "followers_1.json", "following.json", "posts (1).json"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  // The first byte names the files, the second says where the one ends and the other begins.
  const std::size_t cut = bytes.size() * data[1] / 255;
  std::vector<ingest::DownloadFile> files;
  files.push_back({std::string(names[data[0] % 4]), std::string(bytes.substr(0, cut))});
  files.push_back({std::string(names[data[0] / 4 % 4]), std::string(bytes.substr(cut))});
  ingest::is_wanted_of_download(bytes.substr(0, 300));

  const auto reading = ingest::read_download(files, {});
  if (!reading) {
    if (reading.error().code.empty() || reading.error().message.empty() || reading.error().message.size() > 600)
      std::abort();
    return 0;
  }
  if (reading->format.empty() || reading->parts.size() != files.size()) std::abort();
  if (reading->followers_at_least && *reading->followers_at_least < 1) std::abort();
  const auto& followers = reading->account.followers;
  if (followers && (followers->low < 0 || followers->high > 1e17)) std::abort();
  for (const auto& post : reading->posts) {
    for (const auto& number :
         {post.likes, post.comments, post.shares, post.saves, post.views, post.reach, post.impressions}) {
      if (number && !(*number >= 0 && *number < 1e17)) std::abort();
    }
  }
  for (const auto& figure : reading->period) {
    if (figure.name.empty() || !(figure.value > -1e17 && figure.value < 1e17)) std::abort();
  }
  return 0;
}
