#include "ingest/archive.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/inflate.h"
#include "zip_writer.h"

using namespace mf;
using namespace mf::ingest;
using namespace std::string_literals;

namespace {

constexpr std::uint64_t plenty = 1u << 20;

Archive archive_of(std::string_view zip) {
  const auto archive = open_archive(ByteSource(zip));
  REQUIRE_MESSAGE(archive, (archive ? std::string() : archive.error().message));
  return *archive;
}

std::vector<std::string> names_in(std::string_view zip) {
  std::vector<std::string> names;
  for (const Entry& entry : archive_of(zip).entries) names.push_back(entry.name);
  return names;
}

// The bytes of the only file, or the code of the error.
std::string only_file(std::string_view zip, std::uint64_t limit = plenty) {
  const Archive archive = archive_of(zip);
  REQUIRE(archive.entries.size() == 1);
  const auto bytes = unpack(archive, archive.entries[0], limit);
  return bytes ? *bytes : bytes.error().code;
}

std::string unhex(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 2) out += static_cast<char>(digit(hex[i]) << 4 | digit(hex[i + 1]));
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a stored and a deflated file come out as they went in") {
  const std::string text = "followers,likes\n25000,800\n" + std::string(3000, 'a') + "\xC3\xA9\xFF";
  CHECK(only_file(zip_of({{"a.csv", text}})) == text);
  CHECK(only_file(zip_of({{"a.csv", text, true}})) == text);
  CHECK(only_file(zip_of({{"a.csv", ""}})).empty());
  CHECK(only_file(zip_of({{"a.csv", "", true}})).empty());
}

TEST_CASE("deflated data with codes of its own, as zlib writes it") {
  // zlib 1.3, level 9: its window is wanted, and a block of type 2.
  const std::string packed = unhex(
      "1dce310e82310c83d19db364a8dd26690f0412e2979060e0fa249ebec9d67bbcafebfdbb7fbe763d5ff7ef0d630cf3d14df359c5328f2a61"
      "7ebad"
      "b82d5e9165e5d3447f798afaa877956635af44f0e8bfec9b4e89f5d7fbd3ff5d7fbb3cdf70d35b4a81f8016ab7be400430ecc2907d690032"
      "be580"
      "2f39109003b1e540ba1cd89403fbc8811372704c398821079172904b0e4ec8c1b9e5e07239e894837ee460841cccd98e3f");
  std::string text = "followers,likes\n";
  for (int i = 0; i < 40; ++i) text += std::to_string(1000 + i * 7) + ',' + std::to_string(50 + i * 3 % 17) + '\n';
  CHECK(inflate(packed, text.size()) == text);
  CHECK_FALSE(inflate(packed, text.size() - 1));
  CHECK_FALSE(inflate(packed, text.size() + 1));
  for (std::size_t cut = 0; cut + 1 < packed.size(); ++cut) {
    CHECK(inflate(packed.substr(0, cut), text.size()).value_or("") != text);
  }
}

TEST_CASE("deflated data of any length and any letters, up to the last bit") {
  std::uint32_t state = 1;
  for (std::size_t size = 0; size < 400; ++size) {
    std::string text(size, ' ');
    for (char& c : text) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    CHECK(inflate(slow_deflate(text), size) == text);
  }
}

TEST_CASE("the check sum is that of zip") {
  CHECK(crc32("123456789") == 0xCBF43926);  // the check value of CRC-32/ISO-HDLC
  CHECK(crc32("") == 0);
}

TEST_CASE("data descriptors, zip64, comments and longer local headers change nothing") {
  ZipFile file{"a.csv", "followers\n25000\n", true};
  file.has_descriptor = true;
  CHECK(only_file(zip_of({file})) == file.bytes);
  file.is_64 = true;
  CHECK(only_file(zip_of({file}, {.comment = {}, .is_64 = true})) == file.bytes);
  file.local_extra = "UT" + bytes_of(996, 2) + std::string(996, 'x');
  CHECK(only_file(zip_of({file}, {.comment = std::string(0xFFFF, 'c'), .is_64 = false})) == file.bytes);
  CHECK(only_file(zip_of({file}, {.comment = "PK\x05\x06 is no end", .is_64 = false})) == file.bytes);
}

TEST_CASE("only files that somebody put into the archive are listed") {
  CHECK(names_in(zip_of({{"export/", ""},
                         {"export/posts.csv", "x"},
                         {"__MACOSX/export/._posts.csv", "x"},
                         {"export/._posts.csv", "x"},
                         {"../posts.csv", "x"},
                         {"export/../../posts.csv", "x"},
                         {"/etc/posts.csv", "x"},
                         {"C:/posts.csv", "x"},
                         {"..posts.csv", "x"},
                         {"windows\\posts.csv", "x"}})) ==
        Names{"export/posts.csv", "..posts.csv", "windows/posts.csv"});
  CHECK(names_in(zip_of({})).empty());
}

TEST_CASE("names are UTF-8, whatever wrote them") {
  ZipFile old{"Pr\x82sentation.csv", "x"};  // code page 437
  old.flags = 0;
  const Names names = names_in(zip_of({{"表データ.csv", "x"}, old}));
  REQUIRE(names.size() == 2);
  CHECK(names[0] == "表データ.csv");
  CHECK(names[1].starts_with("Pr"));
  CHECK(names[1].ends_with("sentation.csv"));
}

TEST_CASE("of two files with one name the later one stays") {
  const std::string zip = zip_of({{"a.csv", "old"}, {"b.csv", "b"}, {"a.csv", "new"}});
  CHECK(names_in(zip) == Names{"b.csv", "a.csv"});
  const Archive archive = archive_of(zip);
  CHECK(*unpack(archive, *archive.find("a.csv"), plenty) == "new");
}

TEST_CASE("a file is found whatever its case") {
  const std::string zip = zip_of({{"xl/SharedStrings.xml", "x"}});
  CHECK(archive_of(zip).find("XL/sharedStrings.xml") != nullptr);
  CHECK(archive_of(zip).find("xl/sharedStrings.xm") == nullptr);
}

TEST_CASE("what cannot be unpacked is refused with a code") {
  ZipFile file{"a.csv", std::string(5000, 'a'), true};
  SUBCASE("locked with a password") {
    file.flags = 1;
    CHECK(only_file(zip_of({file})) == "archive-encrypted");
  }
  SUBCASE("another way of packing") {
    file.method = 14;  // LZMA
    CHECK(only_file(zip_of({file})) == "archive-method");
  }
  SUBCASE("more than the limit") {
    CHECK(only_file(zip_of({file}), 4999) == "archive-too-large");
    CHECK(only_file(zip_of({file}), 5000) == file.bytes);
  }
  SUBCASE("more data than it says") {
    file.claimed_size = 100;
    CHECK(only_file(zip_of({file})) == "archive-broken");
  }
  SUBCASE("less data than it says") {
    file.claimed_size = 5001;
    CHECK(only_file(zip_of({file})) == "archive-broken");
  }
  SUBCASE("more than deflated data can hold") {
    file.claimed_size = 900'000;
    CHECK(only_file(zip_of({file})) == "archive-broken");
  }
  SUBCASE("a wrong check sum") {
    file.deflated = false;
    std::string zip = zip_of({file});
    zip[40] = 'b';
    CHECK(only_file(zip) == "archive-broken");
  }
  SUBCASE("data that is no deflated data") {
    std::string zip = zip_of({file});
    zip[35] = '\x07';  // a block of type 3, which there is none of
    CHECK(only_file(zip) == "archive-broken");
  }
}

TEST_CASE("a bomb takes no more memory than the limit") {
  const ZipFile bomb{"a.csv", std::string(30u << 20, '0'), true};
  const std::string zip = zip_of({bomb});
  CHECK(zip.size() < 250'000);
  CHECK(only_file(zip) == "archive-too-large");
  ZipFile liar = bomb;
  liar.claimed_size = 1000;
  CHECK(only_file(zip_of({liar})) == "archive-broken");
}

TEST_CASE("an archive cut off anywhere is broken, and so is one with a wrong byte, or the byte did not matter") {
  const std::string zip = zip_of({{"a.csv", "followers\n25000\n", true}, {"b.csv", "likes\n5\n"}});
  for (std::size_t size = 0; size < zip.size(); ++size) {
    const std::string cut = zip.substr(0, size);
    const auto archive = open_archive(ByteSource(cut));
    REQUIRE_FALSE(archive);
    CHECK(archive.error().code == "archive-broken");
    CHECK_FALSE(needed_for_listing(ByteSource(cut)));
  }
  for (std::size_t at = 0; at < zip.size(); ++at) {
    for (const char byte : {'\0', '\x01', '\x7F', '\x80', '\xFF'}) {
      std::string wrong = zip;
      wrong[at] = byte;
      const auto archive = open_archive(ByteSource(wrong));
      if (!archive) continue;
      for (const Entry& entry : archive->entries) {
        const auto bytes = unpack(*archive, entry, plenty);
        if (bytes) CHECK((*bytes == "followers\n25000\n" || *bytes == "likes\n5\n"));
      }
    }
  }
}

TEST_CASE("an archive of several disks is broken when one is alone") {
  std::string zip = zip_of({{"a.csv", "x"}});
  zip[zip.size() - 18] = 1;
  CHECK(open_archive(ByteSource(zip)).error().code == "archive-broken");
}

TEST_CASE("of a large archive only the end, the list and the wanted file are asked for") {
  const std::string wanted = "followers\n25000\n";
  ZipFile file{"wanted.csv", wanted, true};
  file.local_extra = "UT" + bytes_of(996, 2) + std::string(996, 'x');  // more than is guessed
  std::vector<ZipFile> files = {{"media/1.mp4", std::string(3u << 20, 'm')}, file};
  for (int i = 0; i < 3000; ++i) files.push_back({"media/" + std::string(60, 'p') + std::to_string(i) + ".jpg", "j"});
  const std::string whole = zip_of(files, {.comment = {}, .is_64 = true});

  ByteSource source;
  source.size = whole.size();
  std::vector<std::string> pieces;
  pieces.reserve(10);
  std::uint64_t fetched = 0;
  const auto fetch = [&](Range range) {
    REQUIRE(range.offset + range.size <= whole.size());
    pieces.push_back(whole.substr(static_cast<std::size_t>(range.offset), static_cast<std::size_t>(range.size)));
    source.pieces.push_back({range.offset, pieces.back()});
    fetched += range.size;
  };
  CHECK(open_archive(source).error().code == "archive-incomplete");
  int rounds = 0;
  for (auto range = needed_for_listing(source); range; range = needed_for_listing(source)) {
    REQUIRE(++rounds <= 3);
    fetch(*range);
  }
  const auto archive = open_archive(source);
  REQUIRE(archive);
  Archive large = *archive;
  const Entry& entry = *large.find("wanted.csv");
  CHECK(unpack(large, entry, plenty).error().code == "archive-incomplete");
  for (auto range = needed_for(large, entry); range; range = needed_for(large, entry)) {
    REQUIRE(++rounds <= 5);
    fetch(*range);
    large.source = source;
  }
  CHECK(*unpack(large, entry, plenty) == wanted);
  CHECK(fetched < 700'000);
}
