// A brief for the chosen creators: the five articles' advice in our own words, filled with the plan's numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/simulate.h"

namespace mf::core {

// The person's own words; each may be empty, and the brief reads well without.
struct BriefWords {
  std::string brand;
  std::string product;
  std::string hashtag;                // with # or without
  std::string visual_mark;            // "the red cup"
  std::vector<std::string> creators;  // handles, with @ or without; those of the plan's roster if empty
};

struct BriefSection {
  std::string_view title;
  std::string text;                        // sentences; lines of a list are set apart by line breaks
  std::vector<std::string_view> articles;  // "000" to "004", whose advice it is; empty where it is the plan's numbers
};

std::vector<BriefSection> brief(const Simulation& simulation, const BriefWords& words);
// As plain text, to copy.
std::string brief_text(const std::vector<BriefSection>& sections);

}  // namespace mf::core
