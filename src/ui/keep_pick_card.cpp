// The whole choice as a table: every row of the list with what was made of it, and what it was computed with.
#include <span>

#include "report/pick_csv.h"
#include "ui/pick_cards.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

void keep_pick(Form& form, State& state, const PickAnswers& answers) {
  form.title("keep-title", "Take it with you");
  form.text(
      "keep-help", TextStyle::body,
      "Every creator with its cost, what it brings and whether it is picked, every input with its source, and the "
      "seed: enough for anybody to compute it again. The address of this page holds the question, not the list.",
      Tone::quiet);
  form.gap(12);
  form.sources_at("keep-save");
  form.row([&] {
    if (!form.button("keep-save", "Save as a file (CSV)")) return;
    core::PickRequest request = answers.request;
    const std::span<const core::Creator> creators = creators_of(state);
    request.creators.assign(creators.begin(), creators.end());
    state.to_save = Keepsake{"creators.csv", report::pick_csv(request, answers.shown->answer(), MF_VERSION)};
  });
}

}  // namespace

void keep_pick_card(Form& form, State& state, const PickAnswers& answers) {
  const bool is_of_another_question = answers.next || answers.to_begin;
  if (is_of_another_question || !answers.shown || !answers.shown->has_best() || !answers.shown->done()) return;
  form.card("keep-card", "Take it with you", [&] { keep_pick(form, state, answers); });
}

}  // namespace mf::ui
