// What the names in an archive tell: what kind of file it is, and which of its files may be opened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "ingest/archive.h"

namespace mf::ingest {

// A document or an app that is a zip inside and holds no table to read: spreadsheet-input, zip-input.
std::optional<Error> refuse_archive(const Archive& archive);

enum class Use : std::uint8_t {
  none,      // stays shut, and nobody asks about it
  download,  // is_wanted_of_download
  table,     // CSV or a workbook
  archive,   // a zip in the zip
  by_day,    // a table that belongs to the export and would be misread: totals, figures of each day
};

struct Wanted {
  const Entry* entry = nullptr;
  Use use = Use::none;
};

// The most tables, and the most files of a download, that are opened.
inline constexpr std::size_t most_tables = 24;
inline constexpr std::size_t most_download_files = 400;

// The files that may be opened, in order, and those by_day. Of an archive that holds a person's messages or contacts as
// well, only tables with a known name; of any other all tables except those whose name says that they list people.
std::vector<Wanted> wanted_of(const Archive& archive);

// What kind of archive it is that holds nothing that may be opened, for the sentence that says what to export instead.
Error nothing_wanted(const Archive& archive);

}  // namespace mf::ingest
