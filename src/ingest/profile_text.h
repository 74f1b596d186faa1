// Text copied from a profile page, or typed: "1,234 posts  12.3K followers  567 following", "20,000 followers, 500
// likes".
#pragma once

#include <cstddef>
#include <string_view>

#include "core/error.h"
#include "ingest/reading.h"

namespace mf::ingest {

// The longest text that is read as a profile, in bytes.
inline constexpr std::size_t longest_profile = 256u << 10;

// format "profile-text", kind account. Likes, comments and the like make a post, and a label that comes again begins
// the next one; but likes or views alone beside a following or video count are the account's total, and are no post's.
// A bare number is taken as followers, with a warning.
// The platform is given only where the wording is one site's own.
// Errors: no-numbers, ambiguous-counts, negative, not-a-number, ambiguous, out-of-range.
Result<Reading> read_profile_text(std::string_view text, const Hints& hints);

}  // namespace mf::ingest
