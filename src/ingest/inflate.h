// DEFLATE (RFC 1951) and the check sum that a zip keeps of each file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mf::ingest {

// The unpacked bytes, which must be exactly `size`; nothing if the packed ones are broken or unpack to more or less.
// Memory grows with what is really unpacked, whatever `size` claims.
std::optional<std::string> inflate(std::string_view packed, std::size_t size);

// CRC-32 as zip, gzip and PNG have it.
std::uint32_t crc32(std::string_view bytes);

}  // namespace mf::ingest
