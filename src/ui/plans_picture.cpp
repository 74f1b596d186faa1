#include "ui/plans_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/axis.h"
#include "ui/campaign_words.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::TextStyle;

constexpr float row_height = 44, bar_height = 14, dot_radius = 5, words_room = 24, axis_room = 22;

std::string pays_words(const PlanReturn& plan) { return "pays " + chance(plan.pays); }

}  // namespace

float plans_picture_height(std::size_t plans) {
  return words_room + static_cast<float>(plans) * row_height + axis_room;
}

void draw_plans(form::Drawing& drawing, const form::Theme& theme, std::span<const PlanReturn> plans) {
  double least = 0, most = 0;
  float words_width = 0;
  for (const PlanReturn& plan : plans) {
    least = std::min(least, plan.low);
    most = std::max(most, plan.high);
    words_width = std::max({words_width, drawing.width_of(plan.name, TextStyle::label),
                            drawing.width_of(pays_words(plan), TextStyle::fine)});
  }
  if (most <= least) most = least + 1;
  words_width = std::min(words_width, drawing.width() * 0.45f);
  const float start = words_width + 20, end = drawing.width() - dot_radius - 1;
  const auto place = [&](double roi) {
    return start + static_cast<float>((roi - least) / (most - least)) * (end - start);
  };
  const float bottom = drawing.height() - axis_room, zero = place(0);

  const double step = round_step(most - least) * (end - start < 240 ? 2 : 1);
  for (double tick = std::ceil(least / step) * step; tick <= most; tick += step) {
    const double roi = std::abs(tick) < step / 2 ? 0 : tick;
    drawing.line(place(roi), words_room, place(roi), bottom, theme.grid);
    drawing.words(place(roi), bottom + 4, signed_percent(roi), TextStyle::fine, theme.quiet_ink, 0.5f);
  }
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const PlanReturn& plan = plans[i];
    const float y = words_room + static_cast<float>(i) * row_height;
    drawing.words(0, y, plan.name, TextStyle::label, theme.ink);
    drawing.words(0, y + 18, pays_words(plan), TextStyle::fine, plan.pays >= 0.5 ? theme.good : theme.bad);
    const float bar = y + 12, low = place(plan.low), high = place(plan.high);
    if (low < zero) drawing.area(low, bar, std::min(high, zero), bar + bar_height, theme.bad);
    if (high > zero) drawing.area(std::max(low, zero), bar, high, bar + bar_height, theme.good);
  }
  drawing.line(zero, 0, zero, bottom, theme.ink, 2);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const PlanReturn& plan = plans[i];
    const float y = words_room + static_cast<float>(i) * row_height;
    drawing.dot(place(plan.middle), y + 12 + bar_height / 2, dot_radius, theme.card, theme.ink);
    drawing.reading({0, y, drawing.width(), row_height},
                    plan.name + ": " + signed_percent(plan.middle) + ", nine times in ten " +
                        from_to(signed_percent(plan.low), signed_percent(plan.high)) + "; " + pays_words(plan));
  }
  const float wide = drawing.width_of("break-even", TextStyle::label);
  const bool right = zero + 8 + wide < drawing.width();
  drawing.words(right ? zero + 8 : zero - 8, 0, "break-even", TextStyle::label, theme.ink, right ? 0.0f : 1.0f);
}

std::string plans_summary(std::span<const PlanReturn> plans) {
  std::vector<std::string> parts;
  for (const PlanReturn& plan : plans) {
    parts.push_back(plan.name + " " + from_to(signed_percent(plan.low), signed_percent(plan.high)) + ", the middle " +
                    signed_percent(plan.middle) + ", " + pays_words(plan));
  }
  return "Return on investment of each plan against break-even, nine times in ten: " + joined(parts, "; ") + '.';
}

}  // namespace mf::ui
