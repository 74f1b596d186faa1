#include "ui/odds_picture.h"

#include <algorithm>
#include <cmath>

#include "ui/axis.h"
#include "ui/campaign_words.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::TextStyle;

constexpr float words_room = 24, axis_room = 22;

}  // namespace

OddsBar odds_bar(const core::RoiBar& bar) {
  return {from_to(signed_percent(bar.from), signed_percent(bar.to)), short_percent(bar.share)};
}

void draw_odds(form::Drawing& drawing, const form::Theme& theme, const core::Simulation& simulation) {
  const auto& bars = simulation.histogram;
  const double from = bars.front().from, to = bars.back().to;
  double highest = 0;
  for (const core::RoiBar& bar : bars) highest = std::max(highest, bar.share / (bar.to - bar.from));
  const float bottom = drawing.height() - axis_room;
  const float room = bottom - words_room;
  const auto place = [&](double roi) { return static_cast<float>((roi - from) / (to - from)) * drawing.width(); };

  for (const core::RoiBar& bar : bars) {
    const float height = room * static_cast<float>(bar.share / (bar.to - bar.from) / highest);
    if (height <= 0) continue;
    const float gap = drawing.width() / static_cast<float>(bars.size()) > 6 ? 1.0f : 0.0f;
    drawing.area(place(bar.from) + gap, bottom - std::max(1.0f, height), place(bar.to) - gap, bottom,
                 bar.to <= 0 ? theme.bad : theme.good);
    const OddsBar says = odds_bar(bar);
    drawing.reading({place(bar.from), 0, place(bar.to) - place(bar.from), bottom},
                    says.roi + ": " + says.share + " of outcomes", (place(bar.from) + place(bar.to)) / 2);
  }
  drawing.line(0, bottom, drawing.width(), bottom, theme.field_border);
  const double step = round_step(to - from);
  for (double tick = std::ceil(from / step) * step; tick <= to; tick += step) {
    const double roi = std::abs(tick) < step / 2 ? 0 : tick;
    drawing.words(place(roi), bottom + 4, signed_percent(roi), TextStyle::fine, theme.quiet_ink, 0.5f);
  }

  const double pays = simulation.probability_of_profit.value_or(0);
  const std::string loses = "loses " + chance(1 - pays), gains = "pays " + chance(pays);
  float used_left = 0, used_right = drawing.width();
  if (from < 0 && pays < 1) {
    drawing.words(0, 0, loses, TextStyle::label, theme.bad);
    used_left = drawing.width_of(loses, TextStyle::label) + 12;
  }
  if (to > 0 && pays > 0) {
    drawing.words(drawing.width(), 0, gains, TextStyle::label, theme.good, 1);
    used_right = drawing.width() - drawing.width_of(gains, TextStyle::label) - 12;
  }
  if (from < 0 && to > 0) {
    const float at = place(0);
    // The words stand above the bars; a line that would cross them begins below.
    const bool is_clear = at > used_left - 8 && at < used_right + 8;
    drawing.line(at, is_clear ? 0 : words_room - 4, at, bottom, theme.ink, 2);
    const float wide = drawing.width_of("break-even", TextStyle::label);
    if (!is_clear) return;
    if (at + 8 + wide < used_right) {
      drawing.words(at + 8, 0, "break-even", TextStyle::label, theme.ink);
    } else if (at - 8 - wide > used_left) {
      drawing.words(at - 8, 0, "break-even", TextStyle::label, theme.ink, 1);
    }
  }
}

std::string odds_summary(const core::Simulation& simulation) {
  const double pays = simulation.probability_of_profit.value_or(0);
  std::string out = "How often each return on investment comes out, against break-even: loses " + chance(1 - pays) +
                    " of the time, pays " + chance(pays) + " of the time.";
  if (simulation.roi) {
    out += " 5\xC2\xA0% of outcomes lie under " + signed_percent(simulation.roi->p5) + ", half under " +
           signed_percent(simulation.roi->p50) + ", 95\xC2\xA0% under " + signed_percent(simulation.roi->p95) + '.';
  }
  return out;
}

}  // namespace mf::ui
