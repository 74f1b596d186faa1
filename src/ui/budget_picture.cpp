#include "ui/budget_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/number_text.h"
#include "ui/campaign_words.h"
#include "ui/pick_words.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::BudgetPoint;
using form::TextStyle;
using Point = form::Drawing::Point;

constexpr float words_room = 24, axis_room = 22, rim = 6;

}  // namespace

void draw_budget(form::Drawing& drawing, const form::Theme& theme, const core::PickAnswer& answer) {
  const auto& curve = answer.curve;
  const double from = curve.front().budget, to = std::max(curve.back().budget, from + 1);
  double least = 0, most = 0;
  for (const BudgetPoint& point : curve) {
    least = std::min(least, point.value);
    most = std::max(most, point.value);
  }
  if (most <= least) most = least + 1;
  const float bottom = drawing.height() - axis_room, right = drawing.width() - rim;
  const auto x_of = [&](double budget) {
    return rim + static_cast<float>((budget - from) / (to - from)) * (right - rim);
  };
  const auto y_of = [&](double value) {
    return bottom - static_cast<float>((value - least) / (most - least)) * (bottom - words_room);
  };

  std::vector<Point> upper, lower;
  for (const BudgetPoint& point : curve) {
    upper.push_back({x_of(point.budget), y_of(point.value)});
    lower.push_back({x_of(point.budget), bottom});
  }
  drawing.band(upper, lower, theme.accent_soft);
  drawing.line(0, bottom, drawing.width(), bottom, theme.field_border);
  drawing.curve(upper, theme.accent, 2);
  for (const Point& point : upper) drawing.dot(point.x, point.y, 3, theme.accent, theme.card);

  const std::string& currency = answer.roster.currency;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    const float start = i == 0 ? 0 : (upper[i - 1].x + upper[i].x) / 2;
    const float end = i + 1 == curve.size() ? drawing.width() : (upper[i].x + upper[i + 1].x) / 2;
    drawing.reading({start, 0, end - start, bottom},
                    core::money_text(curve[i].budget, currency) + ": " +
                        counted(static_cast<double>(curve[i].creators), "creator", "creators") + ", " +
                        amount_said(answer.objective, curve[i].value, currency),
                    upper[i].x);
  }
  const auto money = [&](double amount) { return rounded_money(amount, currency); };
  const std::string first = money(from), last = money(to), here = money(answer.budget);
  drawing.words(0, bottom + 4, first, TextStyle::fine, theme.quiet_ink);
  drawing.words(drawing.width(), bottom + 4, last, TextStyle::fine, theme.quiet_ink, 1);
  drawing.words(drawing.width(), 0, amount_text(answer.objective, curve.back().value, currency), TextStyle::label,
                theme.quiet_ink, 1);
  if (answer.budget < from || answer.budget > to) return;
  const float at = x_of(answer.budget), value = y_of(answer.best.value);
  drawing.line(at, value, at, bottom, theme.ink, 2);
  drawing.dot(at, value, 5, theme.ink, theme.card);
  const float wide = drawing.width_of(here, TextStyle::fine) / 2;
  const bool beside_first = at - wide < drawing.width_of(first, TextStyle::fine) + 8;
  const bool beside_last = at + wide > drawing.width() - drawing.width_of(last, TextStyle::fine) - 8;
  if (!beside_first && !beside_last) drawing.words(at, bottom + 4, here, TextStyle::fine, theme.ink, 0.5f);
  const std::string brings = amount_text(answer.objective, answer.best.value, currency);
  drawing.words(at, std::max(0.0f, value - 26), brings, TextStyle::label, theme.ink, 1);
}

std::string budget_summary(const core::PickAnswer& answer) {
  const BudgetPoint &first = answer.curve.front(), &last = answer.curve.back();
  const std::string& currency = answer.roster.currency;
  return "What the best set brings over the budget: from " + amount_said(answer.objective, first.value, currency) +
         " for " + rounded_money(first.budget, currency) + " to " +
         amount_said(answer.objective, last.value, currency) + " for " + rounded_money(last.budget, currency) +
         "; with the budget of " + rounded_money(answer.budget, currency) + " it is " +
         amount_said(answer.objective, answer.best.value, currency) + '.';
}

}  // namespace mf::ui
