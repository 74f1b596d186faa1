// Twenty sample accounts and all that the tool says to each, kept as text to be read: tests/data/accounts/*/shows.txt.
// After a change that is meant, run the tests with MF_WRITE_ACCOUNTS=1 and read what git shows.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "screen.h"

namespace mf::ui {
namespace {

std::string content_of(const std::filesystem::path& path) {
  const std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::filesystem::path> accounts() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(MF_TEST_DATA) + "/accounts")) {
    found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string shown_to(const std::filesystem::path& account) {
  std::string address = content_of(account / "address");
  while (!address.empty() && address.back() == '\n') address.pop_back();
  Screen screen(address);
  if (exists(account / "history.csv")) screen.paste("paste", content_of(account / "history.csv"));
  if (exists(account / "posts.csv")) screen.give_file("posts.csv", content_of(account / "posts.csv"));
  for (const char* folded : {"engagement-sources", "expected-sources", "fee-toggle", "growth-sources"}) {
    if (screen.node(folded)) screen.press(folded);
  }
  return screen.outline();
}

TEST_SUITE("Sample accounts") {
  TEST_CASE("The whole answer to each of twenty accounts is the one on file") {
    const std::vector<std::filesystem::path> all = accounts();
    REQUIRE(all.size() == 20);
    const bool write = std::getenv("MF_WRITE_ACCOUNTS") != nullptr;
    for (const std::filesystem::path& account : all) {
      CAPTURE(account.filename().string());
      const std::string shown = shown_to(account);
      CHECK(shown.size() > 500);
      if (write) std::ofstream(account / "shows.txt", std::ios::binary) << shown;
      CHECK(content_of(account / "shows.txt") == shown);
    }
  }
}

}  // namespace
}  // namespace mf::ui
