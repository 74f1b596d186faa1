#include "ui/tool.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace mf::ui {
namespace {

using form::Form;
using form::Tone;

struct Entry {
  Tool tool;
  std::string_view name;
  void (*draw)(Form& form, State& state, AllAnswers& answers);
  bool is_later = false;  // in the later part of the page's program
};

constexpr Entry entries[] = {
    // by Tool
    {Tool::micro, "Am I micro?", draw_am_i_micro},
    {Tool::campaign, "Plan a campaign", draw_campaign, true},
    {Tool::pick, "Pick creators", draw_pick, true},
    {Tool::numbers, "Numbers", draw_numbers, true},
};

const Entry& entry_of(Tool tool) { return entries[static_cast<std::size_t>(tool)]; }

bool is_missing(const State& state) { return state.later_part != LaterPart::here && entry_of(state.tool).is_later; }

// Stands where a tool will be.
void draw_missing(Form& form, State& state) {
  if (state.later_part == LaterPart::takes_long) {
    form.notice("later-part", Tone::plain, "Loading this tool\u2026", form::flag_status);
  } else if (state.later_part == LaterPart::failed) {
    form.notice("later-part", Tone::bad,
                "This tool did not load. Check the connection, then try again. If that does not help, reload the "
                "page.",
                form::flag_alert);
    form.gap(12);
    if (form.button("later-part-again", "Try again")) state.later_part = LaterPart::not_asked_for;
  }
  form.gap(480);  // about as high as a tool, so that what is below the tool does not come up and go again
}

}  // namespace

void draw_tool(Form& form, State& state, AllAnswers& answers) {
  std::vector<Tool> tools;
  std::vector<std::string_view> names;
  int shown = 0;
  for (const Entry& entry : entries) {
    if (std::find(state.hidden.begin(), state.hidden.end(), entry.tool) != state.hidden.end()) continue;
    if (entry.tool == state.tool) shown = static_cast<int>(tools.size());
    tools.push_back(entry.tool);
    names.push_back(entry.name);
  }
  if (tools.size() > 1) {
    state.tool = tools[static_cast<std::size_t>(form.tabs("tools", "Tools", names, shown))];
    form.gap(20);
  }
  if (is_missing(state)) return draw_missing(form, state);
  entry_of(state.tool).draw(form, state, answers);
}

bool asks_for_later_part(State& state) {
  if (state.later_part != LaterPart::not_asked_for || !is_missing(state)) return false;
  state.later_part = LaterPart::awaited;
  return true;
}

}  // namespace mf::ui
