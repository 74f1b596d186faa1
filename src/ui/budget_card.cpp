// Whether more money would buy as much again.
#include <string>
#include <vector>

#include "core/number_text.h"
#include "ui/budget_picture.h"
#include "ui/campaign_words.h"
#include "ui/pick_cards.h"
#include "ui/pick_words.h"
#include "ui/picture_table.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Cell;
using form::Column;
using form::Form;

void budget_curve(Form& form, State& state, const Picking& picking) {
  const core::PickAnswer& answer = picking.answer();
  const std::string& currency = answer.roster.currency;
  form.title("budget-title", "Less or more money");
  form.picture("budget-curve", budget_summary(answer), budget_picture_height,
               [&](form::Drawing& drawing) { draw_budget(drawing, form.theme(), answer); });
  form.gap(4);
  const Column columns[] = {{.title = "Budget", .share = 2, .right = true},
                            {.title = "Creators", .share = 2, .right = true},
                            {.title = objective_name(answer.objective), .share = 3, .right = true}};
  const auto rows = [&] {
    std::vector<std::vector<Cell>> rows;
    for (const core::BudgetPoint& point : answer.curve) {
      rows.push_back({{.text = core::money_text(point.budget, currency)},
                      {.text = whole(static_cast<double>(point.creators))},
                      {.text = amount_text(answer.objective, point.value, currency)}});
    }
    return rows;
  };
  picture_table(
      form, state,
      {.id = "budget", .caption = "What the best set brings for each budget", .columns = columns, .rows = rows});
  const std::vector<std::string_view> records = records_of(picking);
  sources(form, state,
          {.id = "budget-sources",
           .formula = "The best set for each of these budgets, everything else as asked.",
           .records = records});
}

}  // namespace

void budget_curve_card(Form& form, State& state, const Picking& picking) {
  form.card("budget-card", "Less or more money", [&] { budget_curve(form, state, picking); });
}

}  // namespace mf::ui
