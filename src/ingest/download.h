// The data that a platform hands out to the owner of an account: JSON, JavaScript or HTML files, loose or of an
// archive.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"

namespace mf::ingest {

// One file of a download, unpacked.
struct DownloadFile {
  std::string name;  // its path in the archive; may be empty where it came alone
  std::string bytes;
};

// Whether a file of an archive may be opened: by its base name, whatever folder it is in and whatever the case. Nothing
// else of an archive is read; messages, contacts and media never are.
bool is_wanted_of_download(std::string_view path);

// What the files say together. Formats: "instagram-download", "tiktok-download", "x-archive". A file that is not
// understood is named in Reading::parts. The same file twice counts once, the pieces of one list add up, and a post of
// two files is one post. Errors: download-without-figures (a sentence says which file or which choice
// at the export has them), download-not-understood, json-broken (with where), json-too-deep, too-large.
Result<Reading> read_download(std::span<const DownloadFile> files, const Hints& hints);

}  // namespace mf::ingest
