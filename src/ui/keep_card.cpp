// The whole answer as a table: its inputs with their sources, its results, and what it was computed with.
#include <string>

#include "ui/campaign_cards.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

void keep(Form& form, State& state, CampaignAnswers& answers, const ScenarioAnswer& answer) {
  form.title("keep-title", "Take it with you");
  form.text("keep-help", TextStyle::body,
            "Every input with its source, every result, the edition of the published figures and the seed: enough for "
            "anybody to compute it again. The address of this page holds the plan, too.",
            Tone::quiet);
  form.gap(4);
  const bool open = state.is_open("keep-toggle");
  form.sources_at("keep-toggle");
  if (form.disclosure("keep-toggle", open ? "Fold the table" : "As a table (CSV)", open)) state.toggle("keep-toggle");
  if (!open) return;
  std::string csv = table_of(answers, answer);
  form.gap(8);
  form.text_field({.id = "keep-csv", .label = "The table, to copy", .lines = 6, .locked = true}, csv);
  form.gap(12);
  form.row([&] {
    if (form.button("keep-save", "Save as a file")) state.to_save = Keepsake{"campaign.csv", csv};
  });
}

}  // namespace

void keep_card(Form& form, State& state, CampaignAnswers& answers, const ScenarioAnswer& answer) {
  form.card("keep-card", "Take it with you", [&] { keep(form, state, answers, answer); });
}

}  // namespace mf::ui
