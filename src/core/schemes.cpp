// The table of schemes, written at build time from assets/schemes.json.
#include "core/tiers.h"

namespace mf::core {
namespace {

// What only the API tells and no tool shows; the page's program does without.
#ifdef MF_PAGE
constexpr std::string_view aside(std::string_view) { return {}; }
#else
constexpr std::string_view aside(std::string_view text) { return text; }
#endif

#include "schemes_table.inc"
}  // namespace

std::span<const Scheme> schemes() { return table_schemes; }

std::string_view schemes_version() { return table_version; }

}  // namespace mf::core
