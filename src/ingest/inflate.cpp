#include "ingest/inflate.h"

#include <algorithm>
#include <boost/beast/zlib/inflate_stream.hpp>
#include <boost/crc.hpp>
#include <cstdlib>

#ifdef BOOST_NO_EXCEPTIONS
// Boost calls this for wrong arguments, never for wrong data, which ends in an error code.
namespace boost {
void throw_exception(const std::exception&, const source_location&) { std::abort(); }
}  // namespace boost
#endif

namespace mf::ingest {
namespace {

namespace zlib = boost::beast::zlib;

constexpr std::size_t first_step = 1u << 20;
// Beast looks at as many bits as the longest code has before it takes a shorter one, so it stops before the last code
// unless something follows. Nobody reads these bytes: the sizes and the check sum decide whether the data were whole.
constexpr char beyond_the_end[8] = {};

}  // namespace

std::optional<std::string> inflate(std::string_view packed, std::size_t size) {
  std::string out;
  zlib::inflate_stream stream;
  zlib::z_params state;
  state.next_in = packed.data();
  state.avail_in = packed.size();
  bool is_at_end = false;
  while (true) {
    // One byte of room beyond the size: it takes the end of the stream, and shows when there is more.
    if (state.total_out == out.size()) out.resize(std::min(std::max(out.size() * 2, first_step), size + 1));
    if (state.total_out == out.size()) return std::nullopt;
    state.next_out = out.data() + state.total_out;
    state.avail_out = out.size() - state.total_out;
    boost::beast::error_code error;
    stream.write(state, zlib::Flush::sync, error);
    if (error == zlib::error::end_of_stream) break;
    if (error && error != zlib::error::need_buffers) return std::nullopt;
    if (state.avail_out == 0) continue;
    if (is_at_end) return std::nullopt;  // the packed bytes end too early
    is_at_end = true;
    state.next_in = beyond_the_end;
    state.avail_in = sizeof beyond_the_end;
  }
  if (state.total_out != size) return std::nullopt;
  out.resize(size);
  return out;
}

std::uint32_t crc32(std::string_view bytes) {
  boost::crc_32_type sum;
  sum.process_bytes(bytes.data(), bytes.size());
  return sum.checksum();
}

}  // namespace mf::ingest
