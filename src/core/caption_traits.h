// What captions tell, found out once where posts are read. Everything after that (splits.h, readiness.h, niche.h) knows
// captions by their traits alone, so that a program which is given them needs no words of any language.
#pragma once

#include <span>
#include <string_view>

#include "core/account.h"

namespace mf::core {

// Takes time in proportion to the caption's length.
CaptionTraits caption_traits(std::string_view caption);

// Adds the traits that posts lack. A post without a caption, or with one of spaces alone, stays without.
void describe_captions(std::span<Post> posts);

}  // namespace mf::core
