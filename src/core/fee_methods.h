// The published ways to price a post, one by one. fees.h puts them together.
#pragma once

#include <vector>

#include "core/fees.h"

namespace mf::core {

// Each appends what applies to the platform: a method whose numbers are missing says what it needs, one that has no
// figure for the size says so. `counted` is left to fees.cpp.
void add_rules(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures);
void add_prices_by_size(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures);
// A power law through the means of IZEA's five tiers (2022; B0361 to B0365), each at the geometric middle of its band;
// the lowest band, which has no lower end, is taken to begin at 1,000. About followers^0.32. Ours, labelled derived.
void add_size_curve(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures);
// Without impressions, views or reach of the posts: followers times the platform's published median reach or views.
void add_prices_per_thousand(std::vector<FeeMethod>& methods, const FeeRequest& request, const Figures& figures);

}  // namespace mf::core
