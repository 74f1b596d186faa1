// The tools, each described once a frame against form::Form.
#pragma once

#include "form/form.h"
#include "ui/answers.h"
#include "ui/campaign_answers.h"
#include "ui/pick_answers.h"
#include "ui/state.h"

namespace mf::ui {

// What follows from a state, for each tool.
struct AllAnswers {
  Answers micro;
  CampaignAnswers campaign;
  PickAnswers pick;
};

// The tool that the state names, under the tabs of all that are not hidden. Takes what was done since the last frame
// into the state.
void draw_tool(form::Form& form, State& state, AllAnswers& answers);

// After a frame: true, once, if what is shown needs the later part and nobody has been asked for it yet. Whoever is
// asked puts into the state what comes of it.
bool asks_for_later_part(State& state);

void draw_am_i_micro(form::Form& form, State& state, AllAnswers& answers);

// Tools of the later part. What only they lead to goes there with them (web/split.mjs), so nothing else calls them.
[[gnu::noinline]] void draw_campaign(form::Form& form, State& state, AllAnswers& answers);
[[gnu::noinline]] void draw_pick(form::Form& form, State& state, AllAnswers& answers);
[[gnu::noinline]] void draw_numbers(form::Form& form, State& state, AllAnswers& answers);

}  // namespace mf::ui
