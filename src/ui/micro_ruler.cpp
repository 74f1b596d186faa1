#include "ui/micro_ruler.h"

#include <algorithm>
#include <cmath>

#include "ui/words.h"

namespace mf::ui {
namespace {

constexpr double least_followers = 300, most_followers = 3e6;
constexpr double grid_lines[] = {1e3, 1e4, 1e5, 1e6};
constexpr float label_room = 30, axis_room = 22;

double position(double followers) {
  const double clamped = std::clamp(followers, least_followers, most_followers);
  return std::log(clamped / least_followers) / std::log(most_followers / least_followers);
}

double share_at(std::span<const core::SharePoint> curve, double followers) {
  double share = 0;
  for (const core::SharePoint& point : curve) {
    if (point.followers > followers) break;
    share = point.share;
  }
  return share;
}

}  // namespace

void draw_micro_ruler(form::Drawing& drawing, const form::Theme& theme, std::span<const core::SharePoint> curve,
                      std::optional<double> followers, std::string_view label) {
  using form::TextStyle;
  const float bottom = drawing.height() - axis_room;
  const float top = label_room;
  const auto x_of = [&](double count) { return static_cast<float>(position(count)) * drawing.width(); };
  const auto y_of = [&](double share) { return bottom - static_cast<float>(share) * (bottom - top); };

  for (const double count : grid_lines) {
    drawing.line(x_of(count), top, x_of(count), bottom, theme.line);
    drawing.words(x_of(count), bottom + 4, compact(count), TextStyle::fine, theme.quiet_ink, 0.5f);
  }

  drawing.line(0, y_of(0.5), drawing.width(), y_of(0.5), theme.line);
  const bool dot_is_left = followers && x_of(*followers) < drawing.width() / 2;
  drawing.words(dot_is_left ? drawing.width() : 0, y_of(0.5) - 18, "half say micro", TextStyle::fine, theme.quiet_ink,
                dot_is_left ? 1.0f : 0.0f);

  for (std::size_t i = 0; i < curve.size(); ++i) {
    const float from = x_of(curve[i].followers);
    const float to = i + 1 < curve.size() ? x_of(curve[i + 1].followers) : drawing.width();
    drawing.area(from, y_of(curve[i].share), to, bottom, theme.band);
  }
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const float from = x_of(curve[i].followers);
    const float to = i + 1 < curve.size() ? x_of(curve[i + 1].followers) : drawing.width();
    const float y = y_of(curve[i].share);
    drawing.line(from, y, to, y, theme.accent, 2);
    if (i > 0) drawing.line(from, y_of(curve[i - 1].share), from, y, theme.accent, 2);
  }
  drawing.line(0, bottom, drawing.width(), bottom, theme.field_border);
  const std::vector<RulerStep> steps = micro_ruler_steps(curve);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const float from = x_of(curve[i].followers);
    const float to = i + 1 < curve.size() ? x_of(curve[i + 1].followers) : drawing.width();
    if (to > from) {
      drawing.reading({from, 0, to - from, bottom},
                      steps[i].followers + " followers\n" + steps[i].say_micro + " say micro", (from + to) / 2);
    }
  }

  if (!followers) return;
  const float x = std::clamp(x_of(*followers), 6.0f, drawing.width() - 6);
  const float y = y_of(share_at(curve, *followers));
  drawing.line(x, 22, x, bottom, theme.ink, 2);
  drawing.dot(x, y, 5, theme.ink, theme.card);
  const float align = x < drawing.width() / 3 ? 0.0f : x > drawing.width() * 2 / 3 ? 1.0f : 0.5f;
  drawing.words(x, 0, label, TextStyle::label, theme.ink, align);
}

std::vector<RulerStep> micro_ruler_steps(std::span<const core::SharePoint> curve) {
  std::vector<RulerStep> steps;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const bool last = i + 1 == curve.size();
    std::string followers = last ? "from " + whole(curve[i].followers)
                            : curve[i].followers == 0
                                ? "under " + whole(curve[i + 1].followers)
                                : whole(curve[i].followers) + " to " + whole(curve[i + 1].followers);
    steps.push_back({std::move(followers), whole(curve[i].agree) + " of " + whole(curve[i].of)});
  }
  return steps;
}

std::string micro_ruler_summary(std::span<const core::SharePoint> curve, std::string_view label) {
  double peak_share = 0, from = 0, to = 0;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if (curve[i].share <= peak_share) continue;
    peak_share = curve[i].share;
    from = curve[i].followers;
    to = i + 1 < curve.size() ? curve[i + 1].followers : most_followers;
  }
  std::string out = "Share of publishers that call an account micro, by follower count. It is highest, " +
                    short_percent(peak_share) + ", from " + whole(from) + " to " + whole(to) + " followers.";
  const auto says_half = [](const core::SharePoint& point) { return point.share >= 0.5; };
  const auto first = std::find_if(curve.begin(), curve.end(), says_half);
  if (first != curve.end()) {
    const auto end = std::find_if_not(first, curve.end(), says_half);
    out += " At least half say micro from " + whole(first->followers) + " to " +
           whole(end == curve.end() ? most_followers : end->followers) + '.';
  }
  if (!label.empty()) out += " You: " + std::string(label) + '.';
  return out;
}

}  // namespace mf::ui
