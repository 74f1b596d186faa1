// What one file of a download says, before the files are put together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "ingest/reading.h"

namespace mf::ingest {

struct DownloadPart {
  core::Platform platform = core::Platform::any;
  std::vector<std::string> what;  // for Part::what; empty if the file is known and has no figures
  std::string note;               // then a sentence: which file or which choice at the export has them
  core::Account account;
  std::vector<core::Post> posts;
  std::vector<PeriodFigure> period;
  std::optional<double> listed_followers;  // how many accounts a list of followers names
  std::string list;                        // which list of the platform it is: several add up, one given twice does not
  std::vector<Mapping> mapping;
  std::vector<std::string> warnings;

  // Each column of a mapping and each thing read stands there once.
  void map(std::string_view column, std::string_view field);
  void read_as(std::string_view name);
};

// A name without its folders: "posts.json".
std::string_view base_name(std::string_view path);
// The base name as files are told apart: in lower case, without its ending and without what a browser or a desktop adds
// to a second copy: "followers_1" of "a/Followers_1 (2).json".
std::string stem_of(std::string_view path);

}  // namespace mf::ingest
