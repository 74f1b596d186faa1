#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/readiness.h"
#include "ui/cards.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

std::string state_words(const core::Attribute& attribute) {
  switch (attribute.state) {
    case core::AttributeState::measured:
      return "measured";
    case core::AttributeState::self_check:
      return "for you to judge";
    case core::AttributeState::missing:
      return needed({attribute.needs.begin(), attribute.needs.end()});
  }
  return "";
}

void self_check(Form& form, State& state, const core::Attribute& attribute) {
  static constexpr std::string_view answers[] = {"No", "Partly", "Yes"};  // by core::Answer
  const auto given = std::find_if(state.self_checks.begin(), state.self_checks.end(),
                                  [&](const core::SelfCheck& check) { return check.attribute == attribute.id; });
  const int selected = given == state.self_checks.end() ? -1 : static_cast<int>(given->answer);
  form.gap(8);
  const int chosen = form.choices(form::part_id(attribute.id, "check"), attribute.question, answers, selected);
  if (chosen == selected) return;
  const auto answer = static_cast<core::Answer>(chosen);
  if (given == state.self_checks.end()) {
    state.self_checks.push_back({std::string(attribute.id), answer});
  } else {
    given->answer = answer;
  }
  ++state.revision;
}

void show_attribute(Form& form, State& state, const core::Attribute& attribute) {
  const auto part = [&](std::string_view name) { return form::part_id(attribute.id, name); };
  form.rule();
  form.heading(part("title"), 3, TextStyle::strong,
               std::string(attribute.name) + " \xC2\xB7 " + state_words(attribute));
  for (const core::AttributeEvidence& evidence : attribute.evidence) {
    form.gap(4);
    form.text(part(evidence.id), TextStyle::body, evidence.sentence);
  }
  for (std::size_t i = 0; i < attribute.advice.size(); ++i) {
    const core::Advice& advice = attribute.advice[i];
    form.gap(4);
    form.text(part("advice-" + std::to_string(i)), TextStyle::small,
              std::string(advice.sentence) + " (" + articles_named(advice.articles) + ')', Tone::quiet);
  }
  if (attribute.state != core::AttributeState::measured) self_check(form, state, attribute);
}

void readiness_answer(Form& form, State& state, const Answers& answers) {
  form.title("readiness-title", "Ready to work with brands");
  const std::vector<core::Attribute>& attributes = answers.analysis->readiness;
  const auto measured = std::count_if(attributes.begin(), attributes.end(), [](const core::Attribute& attribute) {
    return attribute.state == core::AttributeState::measured;
  });
  form.text("readiness-answer", TextStyle::strong,
            whole(static_cast<double>(measured)) + " of " + whole(static_cast<double>(attributes.size())) +
                " attributes measured");
  form.text(
      "readiness-detail", TextStyle::body,
      "What five articles ask of a micro-influencer, with what your posts show of it. There is no score. The articles "
      "are listed under Numbers, Claims.",
      Tone::quiet);
  form.gap(12);
  if (form.text_field(
          {.id = "niche", .label = "Your niche", .placeholder = "slow travel", .locked = state.is_locked("niche")},
          state.niche) != form::Edit::none) {
    ++state.revision;
  }
  std::vector<std::string_view> records;
  for (const core::Attribute& attribute : attributes) {
    show_attribute(form, state, attribute);
    for (const core::AttributeEvidence& evidence : attribute.evidence) {
      records.insert(records.end(), evidence.sources.begin(), evidence.sources.end());
    }
  }
  sources(form, state,
          {.id = "readiness-sources",
           .formula = "Counted in your own posts and captions; where a figure is published, it stands beside.",
           .records = records});
}

}  // namespace

void readiness_card(Form& form, State& state, const Answers& answers) {
  if (!answers.analysis) return;
  form.card("readiness-card", "Ready to work with brands", [&] { readiness_answer(form, state, answers); });
}

}  // namespace mf::ui
