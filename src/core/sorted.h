// Ascending order for the numbers of one account. Of std::sort the page's first load would hold some kilobytes for each
// type: so it sorts plain numbers, of which an account with many posts has many, and a heap the rest.
#pragma once

#include <algorithm>
#include <functional>
#include <type_traits>
#include <vector>

namespace mf::core {

// Equal elements may change places.
template <class T, class Less = std::less<>>
void sort(std::vector<T>& values, Less less = {}) {
  if constexpr (std::is_same_v<T, double> && std::is_same_v<Less, std::less<>>) {
    std::sort(values.begin(), values.end());
  } else {
    std::make_heap(values.begin(), values.end(), less);
    std::sort_heap(values.begin(), values.end(), less);
  }
}

}  // namespace mf::core
