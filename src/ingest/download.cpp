#include "ingest/download.h"

namespace mf::ingest {

bool is_wanted_of_download(std::string_view) { return false; }

Result<Reading> read_download(std::span<const DownloadFile>, const Hints&) {
  return Error{"download-not-understood", "Nothing in this download is understood.", "", std::nullopt};
}

}  // namespace mf::ingest
