// Where the lines of an axis stand.
#pragma once

namespace mf::ui {

// A round step that cuts the span, which is above 0, into three to six.
double round_step(double span);

}  // namespace mf::ui
