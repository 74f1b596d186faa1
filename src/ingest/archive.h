// Random access to a zip: what is in it, and one file of it at a time. Entries are found in the central directory at
// the end, so nothing but that and the wanted files has to be at hand, however large the archive is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace mf::ingest {

// Some bytes of a file.
struct Range {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  bool operator==(const Range&) const = default;
};

// A file of which only pieces need to be at hand.
struct ByteSource {
  struct Piece {
    std::uint64_t offset = 0;
    std::string_view bytes;
  };
  std::uint64_t size = 0;  // of the whole file
  std::vector<Piece> pieces;

  ByteSource() = default;
  explicit ByteSource(std::string_view whole) : size(whole.size()), pieces{{0, whole}} {}

  // Nothing unless one piece holds all of the range.
  std::optional<std::string_view> at(Range range) const;
};

// One file of an archive, as the central directory has it.
struct Entry {
  std::string name;          // its path: UTF-8, with "/" between folders
  std::uint64_t header = 0;  // where its local header begins
  std::uint64_t packed_size = 0;
  std::uint64_t size = 0;
  std::uint32_t crc = 0;
  std::uint16_t method = 0;
  bool is_encrypted = false;
};

struct Archive {
  ByteSource source;
  std::vector<Entry> entries;

  // By the whole path, whatever the case of ASCII letters.
  const Entry* find(std::string_view name) const;
};

// The most entries that are listed; an archive with more is refused.
inline constexpr std::size_t most_entries = 1u << 20;

// By the first bytes.
bool looks_like_zip(std::string_view bytes);

// What must be at hand before the entries can be listed; nothing once it is, and for a file that is broken.
std::optional<Range> needed_for_listing(const ByteSource& source);

// The files of an archive in the order of its directory. Left out are folders, what macOS adds ("__MACOSX/", "._name"),
// and names that lead out of a folder ("../name", "/name", "C:/name"). Of entries with one name the last stays, as it
// would on a disk. Names that are not UTF-8 are read byte by byte; only ASCII is certain then.
// Errors: archive-broken, archive-too-large, archive-incomplete (what needed_for_listing names is not at hand).
Result<Archive> open_archive(ByteSource source);

// What must be at hand before an entry can be unpacked; nothing once it is.
std::optional<Range> needed_for(const Archive& archive, const Entry& entry);

// The bytes of an entry, stored or deflated, checked against its size and its check sum.
// Errors: archive-too-large (more than `limit` bytes), archive-encrypted, archive-method (packed in another way),
// archive-broken, archive-incomplete.
Result<std::string> unpack(const Archive& archive, const Entry& entry, std::uint64_t limit);

}  // namespace mf::ingest
