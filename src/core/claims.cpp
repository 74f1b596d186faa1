// The articles' claims, written at build time from assets/claims.json.
#include "core/claims.h"

#include <array>

namespace mf::core {
namespace {

#include "claims_table.inc"

}  // namespace

const char* claim_status_id(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::traced:
      return "traced";
    case ClaimStatus::misapplied:
      return "misapplied";
    case ClaimStatus::source_not_found:
      return "source-not-found";
    case ClaimStatus::contradicted:
      return "contradicted";
    case ClaimStatus::opinion:
      return "opinion";
    case ClaimStatus::advice:
      return "advice";
  }
  return "";
}

const char* claim_status_name(ClaimStatus status) {
  return status == ClaimStatus::source_not_found ? "source not found" : claim_status_id(status);
}

std::span<const Claim> claims() { return table_claims; }

}  // namespace mf::core
