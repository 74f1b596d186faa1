// Which number belongs to which label. Sites disagree: "12.3K followers", "Followers 12.3K", three numbers over three
// labels, all glued together. Order alone never decides what a number means, so what cannot be bound is refused.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/profile_tokens.h"

namespace mf::ingest {

struct BoundNumber {
  std::size_t number = 0, label = 0;  // positions among the tokens
};

struct Binding {
  std::vector<BoundNumber> pairs;   // in the order of the text
  std::size_t ambiguous = 0;        // groups of numbers and labels that fit together in more than one way, or in none
  std::size_t first_ambiguous = 0;  // position of the first token of the first of them
  std::size_t dropped = 0;          // numbers and labels left over beside those that were bound
};

// Numbers and labels that stand beside each other, with no other word between them, are paired in the one way that
// uses all of them: neighbours two by two, or k numbers with the k labels that follow or precede them. If only leaving
// out one at an end makes that possible, it is left out; if there are two such ways, the group is ambiguous.
// Lines that hold only numbers or only labels are taken together; up to four labels at their end may be a page's tabs.
Binding bind_numbers(const std::vector<ProfileToken>& tokens);

}  // namespace mf::ingest
