// Any bytes as an archive, as deflated data and as a sheet of a workbook end in a reading, an error with a code, or
// nothing; and an archive read from the pieces that were asked for is read as the whole one is.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "../ingest/zip_writer.h"
#include "ingest/archive_reading.h"
#include "ingest/inflate.h"

namespace {

using namespace mf;
using namespace mf::ingest;

void check(const Result<Reading>& reading) {
  if (!reading && (reading.error().code.empty() || reading.error().message.size() > 600)) std::abort();
}

void check_pieces(std::string_view whole) {
  ByteSource source;
  source.size = whole.size();
  int rounds = 0;
  for (auto ranges = needed_of_archive(source); !ranges.empty(); ranges = needed_of_archive(source)) {
    if (++rounds > 8) std::abort();
    for (const Range range : ranges) {
      if (range.offset > whole.size() || range.size > whole.size() - range.offset) std::abort();
      source.pieces.push_back(
          {range.offset, whole.substr(static_cast<std::size_t>(range.offset), static_cast<std::size_t>(range.size))});
    }
  }
  const Result<Reading> sparse = read_archive(source, {}), dense = read_archive(ByteSource(whole), {});
  check(dense);
  if (static_cast<bool>(sparse) != static_cast<bool>(dense)) std::abort();
  if (sparse ? sparse->posts != dense->posts : sparse.error().code != dense.error().code) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check_pieces(bytes);

  const std::size_t unpacked = size > 0 ? std::size_t{data[0]} * 64 : 0;
  if (const auto out = inflate(bytes, unpacked); out && out->size() != unpacked) std::abort();

  const std::size_t half = size / 2;
  check_pieces(zip_of({{"xl/workbook.xml", "<workbook><sheets><sheet name='A' r:id='r'/></sheets></workbook>"},
                       {"xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='r' Type='/worksheet' Target='a.xml'/></Relationships>"},
                       {"xl/sharedStrings.xml", "<sst>" + bytes.substr(0, half) + "</sst>"},
                       {"xl/styles.xml", "<cellXfs><xf numFmtId='14'/><xf numFmtId='10'/>" + bytes.substr(0, half)},
                       {"xl/a.xml", "<sheetData>" + bytes.substr(half)}}));
  return 0;
}
