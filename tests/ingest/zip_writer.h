// Archives for the tests, written as plainly as the format allows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Little-endian.
inline std::string bytes_of(std::uint64_t number, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(number >> 8 * i & 0xFF);
  return out;
}

inline std::uint32_t slow_crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

// DEFLATE with the fixed codes of RFC 1951, 3.2.6: letters, and runs of one letter as matches of length 258.
inline std::string slow_deflate(std::string_view bytes) {
  std::string out;
  unsigned held = 0, bits = 0;
  const auto put = [&](unsigned value, unsigned count) {  // the lowest bit first
    for (unsigned i = 0; i < count; ++i) {
      held |= (value >> i & 1) << bits;
      if (++bits < 8) continue;
      out += static_cast<char>(held);
      held = bits = 0;
    }
  };
  const auto put_code = [&](unsigned code, unsigned count) {  // the highest bit first
    for (unsigned i = count; i-- > 0;) put(code >> i & 1, 1);
  };
  put(1, 1);  // the last block
  put(1, 2);  // with fixed codes
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    while (at > 0 && bytes.size() - at >= 258 && bytes.substr(at - 1, 258) == bytes.substr(at, 258)) {
      put_code(0b11000101, 8);  // length 258
      put_code(0, 5);           // distance 1
      at += 258;
    }
    if (at == bytes.size()) break;
    const unsigned letter = static_cast<unsigned char>(bytes[at]);
    if (letter < 144) {
      put_code(0x30 + letter, 8);
    } else {
      put_code(0x190 + letter - 144, 9);
    }
  }
  put_code(0, 7);  // the end of the block
  if (bits > 0) out += static_cast<char>(held);
  return out;
}

struct ZipFile {
  std::string name;
  std::string bytes;
  bool deflated = false;
  bool has_descriptor = false;     // sizes after the data and not before it
  bool is_64 = false;              // sizes and place in the zip64 field
  std::uint16_t flags = 0x0800;    // the name is UTF-8
  std::uint16_t method = 0xFFFF;   // another one than the data has
  std::string local_extra = {};    // only before the data
  std::uint64_t claimed_size = 0;  // where it is a lie
};

struct ZipChoices {
  std::string comment = {};
  bool is_64 = false;  // an end record of zip64
};

inline std::string zip_of(const std::vector<ZipFile>& files, const ZipChoices& choices = {}) {
  std::string out, directory;
  for (const ZipFile& file : files) {
    const std::string packed = file.deflated ? slow_deflate(file.bytes) : file.bytes;
    const std::uint64_t size = file.claimed_size > 0 ? file.claimed_size : file.bytes.size();
    const std::uint16_t method = file.method != 0xFFFF ? file.method : file.deflated ? 8 : 0;
    const std::uint16_t flags = static_cast<std::uint16_t>(file.flags | (file.has_descriptor ? 8 : 0));
    const std::string crc = bytes_of(slow_crc32(file.bytes), 4);
    const std::string sizes = bytes_of(packed.size(), 4) + bytes_of(size, 4);
    const std::string common = bytes_of(flags, 2) + bytes_of(method, 2) + bytes_of(0, 4);
    const std::size_t header = out.size();
    out += "PK\x03\x04" + bytes_of(20, 2) + common + (file.has_descriptor ? std::string(12, '\0') : crc + sizes) +
           bytes_of(file.name.size(), 2) + bytes_of(file.local_extra.size(), 2) + file.name + file.local_extra + packed;
    if (file.has_descriptor) out += "PK\x07\x08" + crc + sizes;
    const std::string extra = file.is_64 ? bytes_of(1, 2) + bytes_of(24, 2) + bytes_of(size, 8) +
                                               bytes_of(packed.size(), 8) + bytes_of(header, 8)
                                         : std::string();
    directory += "PK\x01\x02" + bytes_of(20, 2) + bytes_of(20, 2) + common + crc +
                 (file.is_64 ? std::string(8, '\xFF') : sizes) + bytes_of(file.name.size(), 2) +
                 bytes_of(extra.size(), 2) + std::string(10, '\0') +
                 (file.is_64 ? std::string(4, '\xFF') : bytes_of(header, 4)) + file.name + extra;
  }
  const std::size_t place = out.size(), end64 = place + directory.size();
  out += directory;
  if (choices.is_64) {
    out += "PK\x06\x06" + bytes_of(44, 8) + bytes_of(45, 2) + bytes_of(45, 2) + bytes_of(0, 8) +
           bytes_of(files.size(), 8) + bytes_of(files.size(), 8) + bytes_of(directory.size(), 8) + bytes_of(place, 8) +
           "PK\x06\x07" + bytes_of(0, 4) + bytes_of(end64, 8) + bytes_of(1, 4);
  }
  const std::string count = choices.is_64 ? std::string(2, '\xFF') : bytes_of(files.size(), 2);
  out += "PK\x05\x06" + bytes_of(0, 4) + count + count +
         (choices.is_64 ? std::string(8, '\xFF') : bytes_of(directory.size(), 4) + bytes_of(place, 4)) +
         bytes_of(choices.comment.size(), 2) + choices.comment;
  return out;
}
