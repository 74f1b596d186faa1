// Creators and what they bring, as people read them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/pick.h"
#include "ui/pick_answers.h"

namespace mf::ui {

// "Engagements", "Unique reach".
std::string_view objective_name(core::Objective objective);
// An amount of it, for a table: "4.13K", "$1,200".
std::string amount_text(core::Objective objective, double value, std::string_view currency);
// In a sentence: "31,200 engagements", "84,000 people reached", "$1,200 profit".
std::string amount_said(core::Objective objective, double value, std::string_view currency);

// "@lena.cooks"; "row 12" where the list gives no handle.
std::string handle_said(const core::Creator& creator, std::size_t row);
// "@a, @b and @c"; "and 12 more" after the first few.
std::string handles_said(std::span<const core::Creator> creators, const std::vector<std::size_t>& rows);
// "micro on Instagram, 23.4K followers"; on two lines where it is narrow.
std::string size_said(const core::Creator& creator, const core::VettedCreator& vetted, bool narrow);
// "3.4 %, usual 2.1 %".
std::string rate_said(const core::VettedCreator& vetted);
// "Pick 7 of 24: $4,860 of $5,000, about 31,200 engagements".
std::string pick_said(const core::PickAnswer& answer, std::size_t creators);
// How far the set may be from the best.
std::string proof_said(const core::Selection& selection);

// Ids of the records that an answer rests on.
std::vector<std::string_view> records_of(const Picking& picking);

}  // namespace mf::ui
