// "Pick creators": whom of a list to pay, under a budget.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"
#include "ui/cards.h"
#include "ui/pick_answers.h"
#include "ui/pick_cards.h"
#include "ui/tool.h"

namespace mf::ui {

void draw_pick(form::Form& form, State& state, AllAnswers& all) {
  PickAnswers& answers = all.pick;
  read_campaign(state.campaign, state.campaign_address);
  read_pick(state.pick, state.pick_address);
  const auto keep = [&](std::string_view id, const std::function<void()>& cards) {
    form.widen();
    form.kept(id, state.key() + ' ' + std::to_string(answers.revision), cards);
  };
  const auto others = [&] {
    const Picking* shown = answers.shown ? &*answers.shown : nullptr;
    if (!shown || !shown->has_best() || shown->answer().best.rows.empty()) return;
    const core::PickAnswer& answer = shown->answer();
    keep("others", [&] {
      std::vector<std::function<void()>> cards;
      if (answer.plan_b) cards.emplace_back([&] { plan_b_card(form, state, *shown); });
      if (answer.next_dollar) cards.emplace_back([&] { next_dollar_card(form, state, *shown); });
      if (!cards.empty()) form.columns(280, cards);
    });
    if (answer.curve.size() > 1) keep("curve", [&] { budget_curve_card(form, state, *shown); });
    if (shown->done() && !answer.stability.empty()) keep("stability", [&] { stability_card(form, state, *shown); });
  };
  const auto results = [&] {
    others();
    keep("creators", [&] { creators_card(form, state, answers); });
    keep("keep", [&] { keep_pick_card(form, state, answers); });
    keep("reading", [&] { reading_card(form, state, state.roster); });
  };
  const auto list = [&] {
    keep("list", [&] { roster_card(form, state); });
    if (update(answers, state)) form.want_frame();  // after the list: none of its rows is shown once it has gone
  };
  const auto answer = [&] { keep("answer", [&] { pick_card(form, state, answers); }); };
  const auto question = [&] { keep("question", [&] { question_card(form, state, answers); }); };
  const auto conditions = [&] { keep("conditions", [&] { conditions_card(form, state, answers); }); };
  if (form.one_column()) {
    list();
    question();
    answer();
    conditions();
    results();
  } else {
    form.side_by_side(
        352,
        [&] {
          list();
          question();
          conditions();
        },
        [&] {
          answer();
          results();
        });
  }
  state.campaign_address = address_of(state.campaign);
  state.pick_address = address_of(state.pick);
}

}  // namespace mf::ui
