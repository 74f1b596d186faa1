// How each result is computed, in words.
#pragma once

#include <span>
#include <string_view>

namespace mf::ui {

struct Formula {
  std::string_view id;
  std::string_view name;
  std::string_view says;
  std::string_view source;  // who published it, or that it is ours
};

std::span<const Formula> formulas();

}  // namespace mf::ui
