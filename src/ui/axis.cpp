#include "ui/axis.h"

#include <cmath>
#include <initializer_list>

namespace mf::ui {

double round_step(double span) {
  const double step = std::pow(10.0, std::floor(std::log10(span)));
  for (const double part : {0.2, 0.25, 0.5, 1.0}) {
    if (span / (step * part) <= 6) return step * part;
  }
  return step;
}

}  // namespace mf::ui
