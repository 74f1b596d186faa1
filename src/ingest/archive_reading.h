// A zip as a Reading: an Excel workbook, an export of several tables, or the download of an account.
//
// A page need not load a large archive: it hands over what needed_of_archive() asks for, again and again, and so reads
// a few hundred kilobytes of a file of many gigabytes:
//
//   ByteSource source;                 // no pieces yet
//   source.size = file.size;
//   for (auto ranges = needed_of_archive(source); !ranges.empty(); ranges = needed_of_archive(source)) {
//     for (const Range range : ranges) source.pieces.push_back({range.offset, slice of the file});
//   }
//   read_archive(source, hints);
//
// Four rounds are usual: the end, the list of files, the wanted files; and once more those that began later than
// guessed.
#pragma once

#include <cstdint>
#include <vector>

#include "core/error.h"
#include "ingest/archive.h"
#include "ingest/reading.h"

namespace mf::ingest {

// The most that is unpacked of one file, and of all files of an archive with the archives in it.
inline constexpr std::uint64_t most_unpacked_of_file = 64u << 20;
inline constexpr std::uint64_t most_unpacked = 192u << 20;

// What of the file must be at hand next, at most most_unpacked bytes and a little in all; empty once read_archive() can
// be called, which then says what is wrong if anything is.
std::vector<Range> needed_of_archive(const ByteSource& source);

// Only files that may be opened are (archive_names.h); those and what was read of them stand in Reading::parts, the
// sheets of a workbook in the same way. One table of posts is read (that with the most posts that can be told apart)
// with those that have its columns, or else one of creators, or else one of days; beside posts, the follower history
// and totals of the other tables count too. Formats are those of the reader that read the table or the download, or
// "creator-analytics" for a workbook that has only totals. An archive in the archive is opened, one in that is not.
// Errors: those of open_archive and unpack; spreadsheet-input and zip-input with what to choose instead; those of read
// and read_download when the only wanted file cannot be read.
Result<Reading> read_archive(const ByteSource& source, const Hints& hints);

}  // namespace mf::ingest
