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

void draw_am_i_micro(form::Form& form, State& state, Answers& answers);
void draw_campaign(form::Form& form, State& state, CampaignAnswers& answers);
void draw_pick(form::Form& form, State& state, PickAnswers& answers);
void draw_numbers(form::Form& form, State& state);

}  // namespace mf::ui
