// The table of schemes, written at build time from assets/schemes.json.
#include "core/tiers.h"

namespace mf::core {
namespace {
#include "schemes_table.inc"
}  // namespace

std::span<const Scheme> schemes() { return table_schemes; }

std::string_view schemes_version() { return table_version; }

}  // namespace mf::core
