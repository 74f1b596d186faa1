// What the five articles claim, in our own words, and what is known of each claim. Nothing here is a settled fact.
#pragma once

#include <span>
#include <string_view>

namespace mf::core {

enum class ClaimStatus {
  traced,            // a published result says much the same; what it covers is in traces_to
  misapplied,        // its source speaks of something else
  source_not_found,  // no source is named, or the one named does not say it
  contradicted,      // by another of the articles or by published results
  opinion,
  advice,
};
const char* claim_status_id(ClaimStatus status);    // "source-not-found", the key of the API
const char* claim_status_name(ClaimStatus status);  // "source not found", for people

// Everything here points into constant data that outlives the program.
struct Claim {
  std::string_view id;                         // stable, "claim-60-percent"
  std::span<const std::string_view> articles;  // "000" to "004", at least one
  std::string_view says;                       // the claim
  std::string_view traces_to;                  // what is known of it
  ClaimStatus status = ClaimStatus::opinion;
  std::span<const std::string_view> records;  // ids of the benchmarks that speak of it
};

// Every claim on record, the four that are quoted most first.
std::span<const Claim> claims();

}  // namespace mf::core
