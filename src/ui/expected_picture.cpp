#include "ui/expected_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/words.h"

namespace mf::ui {
namespace {

using form::TextStyle;
using Point = form::Drawing::Point;

constexpr float axis_room = 22, scale_room = 46, top_room = 8;
constexpr double follower_lines[] = {1e3, 1e4, 1e5, 1e6, 1e7};
constexpr double rate_lines[] = {0.00001, 0.0001, 0.001, 0.01, 0.1, 1};
constexpr double fine_rate_lines[] = {0.0002, 0.0005, 0.002, 0.005, 0.02, 0.05, 0.2, 0.5};

// A log axis: `from` lies at `start`, `to` at `end`.
struct Axis {
  double from, to;
  float start, end;

  bool holds(double value) const { return value >= from * 0.999 && value <= to * 1.001; }
  float place(double value) const {
    const double part = std::log(std::clamp(value, from, to) / from) / std::log(to / from);
    return start + static_cast<float>(part) * (end - start);
  }
};

}  // namespace

void draw_expected_picture(form::Drawing& drawing, const form::Theme& theme, std::span<const core::CurvePoint> curve,
                           const std::optional<ExpectedDot>& dot) {
  double least = curve.front().low, most = curve.front().high;
  for (const core::CurvePoint& point : curve) {
    least = std::min(least, point.low);
    most = std::max(most, point.high);
  }
  if (dot && dot->rate > 0) {
    least = std::min(least, dot->rate);
    most = std::max(most, dot->rate);
  }
  const Axis x{curve.front().followers, curve.back().followers, scale_room, drawing.width()};
  const Axis y{least / 1.1, most * 1.1, drawing.height() - axis_room, top_room};

  const auto rate_line = [&](double rate) {
    if (!y.holds(rate)) return;
    drawing.line(x.start, y.place(rate), x.end, y.place(rate), theme.grid);
    drawing.words(0, y.place(rate) - 9, short_percent(rate), TextStyle::fine, theme.quiet_ink);
  };
  for (const double rate : rate_lines) rate_line(rate);
  if (y.to / y.from < 60) {  // room for lines between the powers of ten
    for (const double rate : fine_rate_lines) rate_line(rate);
  }
  for (const double followers : follower_lines) {
    if (!x.holds(followers)) continue;
    drawing.words(x.place(followers), y.start + 4, compact(followers), TextStyle::fine, theme.quiet_ink, 0.5f);
  }

  std::vector<Point> upper, middle, lower;
  for (const core::CurvePoint& point : curve) {
    const float at = x.place(point.followers);
    upper.push_back({at, y.place(point.high)});
    middle.push_back({at, y.place(point.median)});
    lower.push_back({at, y.place(point.low)});
  }
  drawing.band(upper, lower, theme.band);
  drawing.curve(middle, theme.accent, 2);
  drawing.line(x.start, y.start, x.end, y.start, theme.field_border);
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const float from = i == 0 ? x.start : (middle[i - 1].x + middle[i].x) / 2;
    const float to = i + 1 == curve.size() ? x.end : (middle[i].x + middle[i + 1].x) / 2;
    drawing.reading({from, 0, to - from, y.start},
                    whole(to_two_digits(curve[i].followers)) + " followers: " + short_percent(curve[i].median) +
                        " is usual\n80\xC2\xA0% of accounts: " + short_percent(curve[i].low) + " to " +
                        short_percent(curve[i].high),
                    middle[i].x);
  }

  if (!dot || !(dot->rate > 0)) return;
  const float at = x.place(dot->followers);
  if (dot->low && dot->high) {
    drawing.line(at, y.place(std::max(*dot->low, y.from)), at, y.place(*dot->high), theme.ink, 2);
  }
  drawing.dot(at, y.place(dot->rate), 5, theme.ink, theme.card);
  // Beside the dot, and on its side of the line, which would run through the words.
  const bool left = at > (x.start + x.end) / 2;
  const auto usual = std::find_if(curve.begin(), curve.end() - 1,
                                  [&](const core::CurvePoint& point) { return point.followers >= dot->followers; });
  const float top = y.place(dot->rate) - (dot->rate < usual->median ? 2.0f : 18.0f);
  drawing.words(left ? at - 12 : at + 12, std::clamp(top, 0.0f, y.start - 20), dot->label, TextStyle::label, theme.ink,
                left ? 1.0f : 0.0f);
}

std::string expected_picture_summary(std::span<const core::CurvePoint> curve, const std::optional<ExpectedDot>& dot) {
  const auto at = [](const core::CurvePoint& point) {
    return short_percent(point.median) + " (" + short_percent(point.low) + " to " + short_percent(point.high) +
           ") at " + whole(to_two_digits(point.followers)) + " followers";
  };
  std::string out = "Expected engagement rate by follower count, with the band that holds 80\xC2\xA0% of accounts: " +
                    at(curve.front()) + ", " + at(curve[curve.size() / 2]) + ", " + at(curve.back()) + '.';
  if (dot) out += " You: " + percent(dot->rate) + " at " + whole(dot->followers) + " followers.";
  return out;
}

}  // namespace mf::ui
