#include "ui/tool.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace mf::ui {

void draw_tool(form::Form& form, State& state, AllAnswers& answers) {
  std::vector<Tool> tools;
  std::vector<std::string_view> names;
  int shown = 0;
  for (const auto& [tool, name] : {std::pair{Tool::micro, "Am I micro?"}, std::pair{Tool::campaign, "Plan a campaign"},
                                   std::pair{Tool::pick, "Pick creators"}, std::pair{Tool::numbers, "Numbers"}}) {
    if (std::find(state.hidden.begin(), state.hidden.end(), tool) != state.hidden.end()) continue;
    if (tool == state.tool) shown = static_cast<int>(tools.size());
    tools.push_back(tool);
    names.emplace_back(name);
  }
  if (tools.size() > 1) {
    state.tool = tools[static_cast<std::size_t>(form.tabs("tools", "Tools", names, shown))];
    form.gap(20);
  }
  switch (state.tool) {
    case Tool::micro:
      return draw_am_i_micro(form, state, answers.micro);
    case Tool::campaign:
      return draw_campaign(form, state, answers.campaign);
    case Tool::pick:
      return draw_pick(form, state, answers.pick);
    case Tool::numbers:
      return draw_numbers(form, state);
  }
}

}  // namespace mf::ui
