#include <string>
#include <string_view>
#include <vector>

#include "core/flags.h"
#include "ui/cards.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

}  // namespace

void flags_card(Form& form, State& state, const Answers& answers) {
  if (!answers.analysis || answers.analysis->flags.empty()) return;
  form.card("flags-card", "Worth a look", [&] {
    form.title("flags-title", "Worth a look");
    const std::string answer =
        counted(static_cast<double>(answers.analysis->flags.size()), "thing stands out", "things stand out");
    form.say(answer);
    form.text("flags-answer", TextStyle::strong, answer);
    std::vector<std::string_view> records;
    for (const core::Flag& flag : answers.analysis->flags) {
      form.gap(12);
      form.text("flag-" + flag.id, TextStyle::body, flag.sentence);
      form.text("flag-" + flag.id + "-why", TextStyle::small, flag.why_it_matters + ' ' + flag.innocent_explanation,
                Tone::quiet);
      records.insert(records.end(), flag.sources.begin(), flag.sources.end());
    }
    sources(
        form, state,
        {.id = "flags-sources",
         .formula = "Your own numbers, compared with each other and with the figures below. A flag is a question, not "
                    "a verdict; there is no score.",
         .records = records});
  });
}

}  // namespace mf::ui
