#include "ingest/archive.h"

#include <algorithm>
#include <utility>

#include "ingest/excerpt.h"
#include "ingest/inflate.h"
#include "ingest/text_encoding.h"

namespace mf::ingest {
namespace {

using namespace std::string_view_literals;

// PKWARE, APPNOTE.TXT 6.3.10: sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.14 to 4.3.16 (its end).
constexpr std::string_view local_mark = "PK\x03\x04"sv, entry_mark = "PK\x01\x02"sv, end_mark = "PK\x05\x06"sv,
                           end64_mark = "PK\x06\x06"sv, locator_mark = "PK\x06\x07"sv;
constexpr std::uint64_t local_size = 30, entry_size = 46, end_size = 22, end64_size = 56, locator_size = 20;
constexpr std::uint64_t in_end64_16 = 0xFFFF, in_end64_32 = 0xFFFFFFFF;  // "the number is in the zip64 field"

// The longest comment, the end record, and before them, in one go, the directory of most archives.
constexpr std::uint64_t tail_bytes = 0xFFFF + end_size + locator_size + end64_size + (64u << 10);
constexpr std::uint64_t most_directory_bytes = 128u << 20;
// A local header may hold more extra fields than the directory says; mostly no more than this.
constexpr std::uint64_t usual_extra_bytes = 256;
// DEFLATE's best: 258 bytes from two bits.
constexpr std::uint64_t highest_ratio = 1032;

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

Error broken(std::string_view what) {
  return {"archive-broken", std::string(what) + " Download or export it once more, and upload it whole.", "",
          std::nullopt};
}

Error broken_end() { return broken("The end of this archive is missing or broken, as after a download that stopped."); }

Error broken_directory() { return broken("The list of files in this archive is broken."); }

Error incomplete() {
  return {"archive-incomplete", "A part of this archive is not at hand. Upload it once more.", "", std::nullopt};
}

bool fits(const ByteSource& source, Range range) {
  return range.offset <= source.size && range.size <= source.size - range.offset;
}

// Where the central directory stands and how many entries it has.
struct Directory {
  Range range;
  std::uint64_t entries = 0;
};

// A step on the way to the directory: there, in need of more bytes, or at its end.
struct Step {
  std::optional<Directory> found;
  std::optional<Range> needed;
};

Range tail_of(const ByteSource& source) {
  const std::uint64_t size = std::min(source.size, tail_bytes);
  return {source.size - size, size};
}

Step find_directory64(const ByteSource& source, std::string_view locator) {
  const Range record{number_at(locator, 8, 8), end64_size};
  if (!fits(source, record)) return {};
  const auto end = source.at(record);
  if (!end) return {std::nullopt, record};
  if (!end->starts_with(end64_mark)) return {};
  return {Directory{{number_at(*end, 48, 8), number_at(*end, 40, 8)}, number_at(*end, 32, 8)}, std::nullopt};
}

Step find_directory(const ByteSource& source) {
  const Range tail_range = tail_of(source);
  const auto tail = source.at(tail_range);
  if (!tail) return {std::nullopt, tail_range};
  // The last mark whose comment fits; what follows the comment is not looked at.
  for (std::size_t at = tail->rfind(end_mark); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : tail->rfind(end_mark, at - 1)) {
    if (tail->size() - at < end_size) continue;
    const std::string_view end = tail->substr(at);
    if (number_at(end, 20, 2) > end.size() - end_size) continue;
    const Directory found{{number_at(end, 16, 4), number_at(end, 12, 4)}, number_at(end, 10, 2)};
    const bool is_64 =
        found.entries == in_end64_16 || found.range.size == in_end64_32 || found.range.offset == in_end64_32;
    const std::string_view before = tail->substr(0, at);
    if (is_64 && before.size() >= locator_size && before.substr(at - locator_size).starts_with(locator_mark)) {
      return find_directory64(source, before.substr(at - locator_size));
    }
    if (number_at(end, 4, 2) != 0) return {};  // one of several disks
    return {found, std::nullopt};
  }
  return {};
}

// The sizes and the place that do not fit into 32 bits, from the extra field 1 (4.5.3): only those that are full there.
bool take_zip64(std::string_view extra, Entry& entry) {
  while (extra.size() >= 4) {
    const std::uint64_t id = number_at(extra, 0, 2);
    const auto size = static_cast<std::size_t>(number_at(extra, 2, 2));
    extra.remove_prefix(4);
    if (size > extra.size()) return false;
    if (id == 1) {
      std::string_view numbers = extra.substr(0, size);
      for (std::uint64_t* number : {&entry.size, &entry.packed_size, &entry.header}) {
        if (*number != in_end64_32) continue;
        if (numbers.size() < 8) return false;
        *number = number_at(numbers, 0, 8);
        numbers.remove_prefix(8);
      }
      return true;
    }
    extra.remove_prefix(size);
  }
  return true;
}

std::string name_of(std::string_view bytes) {
  std::string name(decode_text(bytes).text());
  for (char& c : name) {
    if (c == '\\') c = '/';  // as some programs of Windows write it
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return name;
}

// Whether a path names a file that somebody put into the archive.
bool is_listed(std::string_view path) {
  if (path.empty() || path.ends_with('/') || path.starts_with('/')) return false;
  if (path.size() > 1 && path[1] == ':') return false;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    if (part == "__MACOSX" || part == ".." || part.starts_with("._")) return false;
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return true;
}

void keep_last_of_each_name(std::vector<Entry>& entries) {
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].name < entries[b].name; });
  std::vector<bool> is_older(entries.size());
  bool any = false;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (entries[order[i]].name != entries[order[i - 1]].name) continue;
    any = is_older[order[i - 1]] = true;
  }
  if (!any) return;
  std::vector<Entry> kept;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!is_older[i]) kept.push_back(std::move(entries[i]));
  }
  entries = std::move(kept);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Where the packed bytes stand; nothing unless the local header is at hand.
std::optional<Range> packed_range(const Archive& archive, const Entry& entry) {
  const auto local = archive.source.at({entry.header, local_size});
  if (!local) return std::nullopt;
  return Range{entry.header + local_size + number_at(*local, 26, 2) + number_at(*local, 28, 2), entry.packed_size};
}

}  // namespace

std::optional<std::string_view> ByteSource::at(Range range) const {
  if (!fits(*this, range)) return std::nullopt;
  for (const Piece& piece : pieces) {
    if (range.offset < piece.offset) continue;
    const std::uint64_t begin = range.offset - piece.offset;
    if (begin > piece.bytes.size() || range.size > piece.bytes.size() - begin) continue;
    return piece.bytes.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(range.size));
  }
  return std::nullopt;
}

const Entry* Archive::find(std::string_view name) const {
  for (const Entry& entry : entries) {
    const bool same = std::equal(entry.name.begin(), entry.name.end(), name.begin(), name.end(),
                                 [](char a, char b) { return lower(a) == lower(b); });
    if (same) return &entry;
  }
  return nullptr;
}

bool looks_like_zip(std::string_view bytes) { return bytes.starts_with(local_mark) || bytes.starts_with(end_mark); }

std::optional<Range> needed_for_listing(const ByteSource& source) {
  const Step step = find_directory(source);
  if (step.needed) return step.needed;
  if (!step.found || !fits(source, step.found->range) || step.found->range.size > most_directory_bytes) {
    return std::nullopt;
  }
  if (source.at(step.found->range)) return std::nullopt;
  return step.found->range;
}

Result<Archive> open_archive(ByteSource source) {
  const Step step = find_directory(source);
  if (step.needed) return incomplete();
  if (!step.found) return broken_end();
  const Directory& directory = *step.found;
  if (!fits(source, directory.range)) return broken_end();
  if (directory.range.size > most_directory_bytes || directory.entries > most_entries) {
    return Error{"archive-too-large",
                 "This archive holds more than a million files. Upload only the files that have numbers in them.", "",
                 std::nullopt};
  }
  const auto bytes = source.at(directory.range);
  if (!bytes) return incomplete();

  Archive archive;
  std::string_view rest = *bytes;
  for (std::uint64_t i = 0; i < directory.entries; ++i) {
    if (rest.size() < entry_size || !rest.starts_with(entry_mark)) return broken_directory();
    const auto name_size = static_cast<std::size_t>(number_at(rest, 28, 2));
    const auto extra_size = static_cast<std::size_t>(number_at(rest, 30, 2));
    const std::size_t size = entry_size + name_size + extra_size + static_cast<std::size_t>(number_at(rest, 32, 2));
    if (rest.size() < size) return broken_directory();
    Entry entry;
    entry.is_encrypted = (number_at(rest, 8, 2) & 1) != 0;
    entry.method = static_cast<std::uint16_t>(number_at(rest, 10, 2));
    entry.crc = static_cast<std::uint32_t>(number_at(rest, 16, 4));
    entry.packed_size = number_at(rest, 20, 4);
    entry.size = number_at(rest, 24, 4);
    entry.header = number_at(rest, 42, 4);
    entry.name = name_of(rest.substr(entry_size, name_size));
    if (!take_zip64(rest.substr(entry_size + name_size, extra_size), entry)) return broken_directory();
    if (is_listed(entry.name)) archive.entries.push_back(std::move(entry));
    rest.remove_prefix(size);
  }
  keep_last_of_each_name(archive.entries);
  archive.source = std::move(source);
  return archive;
}

std::optional<Range> needed_for(const Archive& archive, const Entry& entry) {
  const ByteSource& source = archive.source;
  if (!fits(source, {entry.header, local_size})) return std::nullopt;
  const auto packed = packed_range(archive, entry);
  Range range{entry.header, local_size + entry.name.size() + usual_extra_bytes};
  if (packed) {
    if (!fits(source, *packed) || source.at(*packed)) return std::nullopt;
    range.size = packed->offset - entry.header;
  }
  if (entry.packed_size > source.size) return std::nullopt;
  range.size = std::min(range.size + entry.packed_size, source.size - range.offset);
  return range;
}

Result<std::string> unpack(const Archive& archive, const Entry& entry, std::uint64_t limit) {
  const auto error = [&entry](const char* code, const std::string& what) {
    return Error{code, "The file " + quoted(entry.name) + " in this archive " + what, "", std::nullopt};
  };
  const auto is_broken = [&error] {
    return error("archive-broken", "is broken. Download or export the archive once more, and upload it whole.");
  };
  if (entry.is_encrypted) {
    return error("archive-encrypted",
                 "is locked with a password. Unpack it with the password, then upload what is inside.");
  }
  constexpr std::uint16_t stored = 0, deflated = 8;
  if (entry.method != stored && entry.method != deflated) {
    return error("archive-method",
                 "is packed in a way that is not known here. Unpack the archive, then upload what is inside.");
  }
  if (entry.size > limit) {
    return error("archive-too-large", "is too large to be read here. Export a shorter period or fewer columns.");
  }
  if (!fits(archive.source, {entry.header, local_size})) return is_broken();
  const auto range = packed_range(archive, entry);
  if (!range) return incomplete();
  const auto local = archive.source.at({entry.header, local_size});
  if (!local->starts_with(local_mark) || !fits(archive.source, *range)) return is_broken();
  const auto packed = archive.source.at(*range);
  if (!packed) return incomplete();

  std::optional<std::string> bytes;
  if (entry.method == stored && packed->size() == entry.size) {
    bytes = std::string(*packed);
  } else if (entry.method == deflated && entry.size / highest_ratio <= packed->size()) {
    bytes = inflate(*packed, static_cast<std::size_t>(entry.size));
  }
  if (!bytes || crc32(*bytes) != entry.crc) return is_broken();
  return *std::move(bytes);
}

}  // namespace mf::ingest
