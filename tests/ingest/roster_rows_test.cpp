#include "ingest/roster_rows.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "ingest/sheet.h"

namespace mf::ingest {
namespace {

struct Row {
  core::Creator creator;
  bool rate_has_sign = false;
  bool operator==(const Row&) const = default;
};

struct Rows {
  std::vector<Row> rows;
  Reading report;
};

Rows rows_of(std::string_view text, bool reads_plain) {
  const auto sheet = find_sheet(text, false);
  REQUIRE(sheet);
  Hints hints;
  hints.platform = core::Platform::tiktok;
  RosterRows rows(text, *sheet, hints, reads_plain);
  Rows result;
  for (Row row; rows.next(row.creator); row = {}) {
    row.rate_has_sign = rows.rate_has_sign();
    result.rows.push_back(row);
  }
  rows.report(result.report);
  return result;
}

// Rows that are plain but for one thing, and rows that are plain.
constexpr std::string_view rows_of_every_kind[] = {
    "ada,24000,3.5%,900,20,250,Italy,travel",
    "ben,24000,3.55,900,20,250,Italy,travel",
    "cleo,24.5K,3.5%,900,20,250,Italy,travel",
    "dev,24000,3.5%,\"1,900\",20,250,Italy,travel",
    "edda,24000,3.5%,900,20,$250,Italy,travel",
    "fay,24000,3.5%,900,20,250,\"Italy, north\",travel",
    "gus,24000,3.5%,900,20,250,\"the \"\"boot\"\"\",travel",
    "hal,24000,3.5%,900,20,250, Italy ,travel",
    "\"ida\",\"24000\",\"3.5%\",\"900\",\"20\",\"250\",\"Italy\",\"travel\"",
    "jo,24000,3.5%,900",
    "kim,24000,3.5%,900,20,250,Italy,travel,and,more",
    "lee,,,,,,,",
    "mo,-1,--,N/A,,,Italy,travel",
    "ned,12.5,3.5%,900.5,20.25,250.99,Italy,travel",
    "@oda,24000,,,,,Italy,travel",
    "https://www.instagram.com/pia/,24000,,,,,Italy,travel",
    "total,48000,,1800,40,500,,",
    "tom,24000,3.5%,900,20,250,Italy,travel",
    ",24000,3.5%,900,20,250,Italy,travel",
    "quinn,24000,3.5%,900%,20%,250,Italy,travel",
    "ray,1234567890123456,3.5%,900,20,250,Italy,travel",
    "username,followers,engagement_rate,avg_likes,avg_comments,price,country,category",
    "sam,24000,3.5%,900\"5,20,250,Italy,travel",
    "\xC3\xA9lise,24000,3,5,900,20,Italie,voyage",
    "una,24000,3.5%,\"900\nor so\",20,250,Italy,travel",
    "vic,24000,3.5%,\"900\"x,20,250,Italy,travel",
    "",
};

}  // namespace

TEST_CASE("a plain row is read as one that was looked at") {
  const std::string header = "username,followers,engagement_rate,avg_likes,avg_comments,price,country,category\n";
  const std::string plain = "zoe,1000,2.5%,25,1,99,Kenya,food\n";
  for (const std::string_view line_end : {"\n", "\r\n", "\r"}) {
    std::string all = header + plain;
    for (const std::string_view row : rows_of_every_kind) {
      INFO(row);
      std::string one = header + plain + std::string(row) + std::string(line_end) + plain;
      CHECK(rows_of(one, true).rows == rows_of(one, false).rows);
      all += std::string(row) + std::string(line_end);
    }
    const Rows quick = rows_of(all, true), slow = rows_of(all, false);
    CHECK(quick.rows == slow.rows);
    CHECK(quick.report.skipped == slow.report.skipped);
    CHECK(quick.report.warnings == slow.report.warnings);
    CHECK(quick.rows.size() > 15);
  }
}

TEST_CASE("a plain row has its name, its numbers and its words") {
  const Rows read =
      rows_of("username,followers,engagement_rate,avg_likes,price,country\nada,24000,3.25%,900,250.5,Italy\n", true);
  REQUIRE(read.rows.size() == 1);
  const core::Creator& creator = read.rows[0].creator;
  CHECK(creator.handle == "ada");
  CHECK(creator.platform == core::Platform::tiktok);
  CHECK(creator.followers == 24000);
  CHECK(creator.engagement_rate == 3.25);
  CHECK(read.rows[0].rate_has_sign);
  CHECK(creator.likes == 900);
  CHECK_FALSE(creator.comments);
  CHECK(creator.fee == 250.5);
  CHECK(creator.country == "Italy");
}

}  // namespace mf::ingest
