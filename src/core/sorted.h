// Ascending order for the numbers of one account. By a heap: of std::sort the page's first load would hold some
// kilobytes for each type.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

namespace mf::core {

// Equal elements may change places.
template <class T, class Less = std::less<>>
void sort(std::vector<T>& values, Less less = {}) {
  std::make_heap(values.begin(), values.end(), less);
  std::sort_heap(values.begin(), values.end(), less);
}

}  // namespace mf::core
