#include "core/claims.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/benchmarks.h"

using namespace mf::core;

TEST_CASE("the claims that are quoted most come first") {
  REQUIRE(claims().size() >= 30);
  CHECK(claims()[0].id == "claim-60-percent");
  CHECK(claims()[1].id == "claim-82-percent");
  CHECK(claims()[2].id == "claim-22-times");
  CHECK(claims()[3].id == "claim-70-percent");
}

TEST_CASE("every claim has an article, says what is known of it, and points to records that exist") {
  std::set<std::string_view> ids;
  for (const Claim& claim : claims()) {
    CAPTURE(std::string(claim.id));
    CHECK(ids.insert(claim.id).second);
    CHECK_FALSE(claim.articles.empty());
    CHECK_FALSE(claim.says.empty());
    CHECK_FALSE(claim.traces_to.empty());
    for (const std::string_view id : claim.records) CHECK(benchmark(id) != nullptr);
  }
}

TEST_CASE("a claim whose source was found points to it") {
  for (const Claim& claim : claims()) {
    CAPTURE(std::string(claim.id));
    if (claim.status == ClaimStatus::traced || claim.status == ClaimStatus::misapplied) {
      CHECK_FALSE(claim.records.empty());
    }
  }
}

TEST_CASE("all five articles have their say") {
  std::set<std::string_view> articles;
  for (const Claim& claim : claims()) articles.insert(claim.articles.begin(), claim.articles.end());
  CHECK(articles == std::set<std::string_view>{"000", "001", "002", "003", "004"});
}

TEST_CASE("a status has a key and a name") {
  CHECK(std::string(claim_status_id(ClaimStatus::source_not_found)) == "source-not-found");
  CHECK(std::string(claim_status_name(ClaimStatus::source_not_found)) == "source not found");
  CHECK(std::string(claim_status_name(ClaimStatus::misapplied)) == "misapplied");
}
