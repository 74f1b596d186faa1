// The inputs of a plan. Each takes a number or a range, shows what is published where it is empty, and says which it
// is.
#include <algorithm>
#include <string>
#include <string_view>

#include "core/benchmarks.h"
#include "ui/campaign_cards.h"
#include "ui/campaign_words.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::Input;
using form::Form;
using form::TextStyle;
using form::Tone;

constexpr core::Platform platforms[] = {core::Platform::instagram, core::Platform::tiktok,   core::Platform::youtube,
                                        core::Platform::x,         core::Platform::linkedin, core::Platform::facebook,
                                        core::Platform::any};
constexpr std::string_view currencies[] = {"USD", "EUR", "GBP", "INR"};

// Where what counts for an input comes from.
std::string origin(const ScenarioAnswer& answer, Input input) {
  if (answer.error_of(input)) return "not used";
  if (!answer.scenario[input].empty()) return "yours";
  if (input == Input::followers) return "article 002";
  const core::Default* filled = answer.default_of(input);
  if (!filled) return input == Input::market_size ? "unknown" : "needed";
  if (filled->sources.empty()) return "assumed";
  return std::string("published, grade ") + filled->grade;
}

std::string placeholder(const ScenarioAnswer& answer, Input input) {
  if (input == Input::followers) return input_text(input, usual_followers, answer.currency);
  if (const core::Default* filled = answer.default_of(input)) {
    return input_text(input, filled->value, answer.currency);
  }
  return "a number, or a range: 2 to 5";
}

void field(Form& form, State& state, const ScenarioAnswer& answer, Input input, std::string_view help = {}) {
  const core::InputInfo& info = core::info_of(input);
  const std::string note = origin(answer, input);
  const std::string shown = placeholder(answer, input);
  const std::optional<Error>& error = answer.error_of(input);
  form.text_field({.id = info.key,
                   .label = info.name,
                   .placeholder = shown,
                   .note = note,
                   .help = help,
                   .error = error ? std::string_view(error->message) : std::string_view(),
                   .locked = state.is_locked(info.key)},
                  state.campaign.scenario()[input]);
  form.gap(14);
}

void scenario_choice(Form& form, CampaignState& campaign) {
  if (campaign.scenarios.size() < 2) return;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < campaign.scenarios.size(); ++i) {
    names.push_back(campaign.name_of(i));
  }
  const std::vector<std::string_view> shown(names.begin(), names.end());
  campaign.shown =
      static_cast<std::size_t>(form.choices("scenario", "Which plan to edit", shown, static_cast<int>(campaign.shown)));
  form.gap(16);
}

void platform_choice(Form& form, State& state) {
  Scenario& scenario = state.campaign.scenario();
  std::string_view names[std::size(platforms)];
  int selected = 0;
  for (std::size_t i = 0; i < std::size(platforms); ++i) {
    names[i] = platforms[i] == core::Platform::any ? "Other" : core::platform_name(platforms[i]);
    if (platforms[i] == scenario.platform) selected = static_cast<int>(i);
  }
  scenario.platform = platforms[form.choices("platform", "Platform", names, selected, state.is_locked("platform"))];
}

void fill_sample(CampaignState& campaign) {
  Scenario sample;
  sample.name = "Sample (made up)";
  sample.creators = "20";
  sample[Input::followers] = "15,000 to 40,000";
  sample[Input::posts_per_creator] = "3";
  sample[Input::fee] = "150 to 320";
  sample[Input::click_rate] = "0.6 to 1.6";
  sample[Input::conversion_rate] = "1 to 3.5";
  sample[Input::order_value] = "380 to 720";
  sample[Input::margin] = "55";
  sample[Input::product_cost] = "30";
  sample[Input::hours_per_creator] = "2";
  sample[Input::hourly_cost] = "40";
  campaign.currency = "USD";
  campaign.scenarios = {sample};
  campaign.shown = 0;
}

bool is_empty(const CampaignState& campaign) {
  return campaign.scenarios.size() == 1 && campaign.scenario() == Scenario{};
}

void plan_inputs(Form& form, State& state, const ScenarioAnswer& answer) {
  CampaignState& campaign = state.campaign;
  form.sources_at("plan-sources");
  form.title("plan-title", "Your campaign");
  scenario_choice(form, campaign);
  const std::string creators_error = answer.creators_error ? answer.creators_error->message : std::string();
  form.text_field({.id = "creators",
                   .label = "Creators",
                   .placeholder = whole(static_cast<double>(usual_creators)),
                   .note = !creators_error.empty()                ? "not used"
                           : campaign.scenario().creators.empty() ? "article 001: 15 to 30"
                                                                  : "yours",
                   .error = creators_error,
                   .locked = state.is_locked("creators")},
                  campaign.scenario().creators);
  form.gap(14);
  field(form, state, answer, Input::followers);
  platform_choice(form, state);
  form.gap(14);
  field(form, state, answer, Input::order_value);
  field(form, state, answer, Input::margin, "What is left of a sale after the goods, in percent.");
  form.row([&] {
    if (is_empty(campaign)) {
      if (form.button("campaign-sample", "Try a sample")) fill_sample(campaign);
    } else if (form.button("campaign-clear", "Clear")) {
      Scenario kept;
      for (const core::InputInfo& info : core::input_infos()) {
        if (state.is_locked(info.key)) kept[info.input] = campaign.scenario()[info.input];
      }
      if (state.is_locked("creators")) kept.creators = campaign.scenario().creators;
      kept.platform = campaign.scenario().platform;
      campaign.scenarios = {kept};
      campaign.shown = 0;
    }
  });
  form.rule();
  form.text("campaign-privacy", TextStyle::small, "Everything stays in this browser. Nothing is sent.", Tone::quiet);
}

// A part of the inputs that folds.
bool folded(Form& form, State& state, std::string_view id, std::string_view label) {
  const bool open = state.is_open(id);
  if (form.disclosure(id, label, open)) state.toggle(id);
  if (open) form.gap(4);
  return open;
}

void all_costs(Form& form, State& state, const ScenarioAnswer& answer) {
  for (const Input input : {Input::product_cost, Input::hours_per_creator, Input::hourly_cost, Input::commission,
                            Input::rights, Input::agency_rate, Input::other_costs}) {
    field(form, state, answer, input);
  }
  Scenario& scenario = state.campaign.scenario();
  constexpr std::string_view names[] = {"paid", "not paid"};
  scenario.pays_no_shows =
      form.choices("paysNoShows", "Creators who do not post are", names, scenario.pays_no_shows ? 0 : 1) == 0;
  form.gap(14);
  int selected = 0;
  std::vector<std::string_view> codes(std::begin(currencies), std::end(currencies));
  const std::string own = state.campaign.currency;
  if (std::find(codes.begin(), codes.end(), own) == codes.end()) codes.push_back(own);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == own) selected = static_cast<int>(i);
  }
  const int chosen = form.choices("currency", "Currency", codes, selected);
  if (chosen != selected) state.campaign.currency = codes[static_cast<std::size_t>(chosen)];
  form.gap(10);
}

void rate_inputs(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("rates-title", "What it rests on");
  form.text("rates-help", TextStyle::small,
            "A number, or a range that holds the truth nine times in ten. Empty fields take what is published.",
            Tone::quiet);
  form.gap(12);
  for (const Input input : {Input::posts_per_creator, Input::fee, Input::click_rate, Input::conversion_rate}) {
    field(form, state, answer, input);
  }
  if (folded(form, state, "costs-toggle", "All costs: product, hours, rights, commission")) {
    all_costs(form, state, answer);
  }
  if (folded(form, state, "audience-toggle", "Audience: engagement, reach, no-shows")) {
    for (const Input input :
         {Input::engagement_rate, Input::reach_rate, Input::frequency, Input::show_rate, Input::market_size}) {
      field(form, state, answer, input);
    }
  }
  if (folded(form, state, "sales-toggle", "Sales: discount, returns, repeat orders")) {
    for (const Input input : {Input::discount, Input::return_rate, Input::incrementality, Input::repeat_factor}) {
      field(form, state, answer, input);
    }
  }
  std::string notes;
  if (answer.simulation) {
    for (const core::Default& filled : answer.simulation->defaults) {
      if (filled.note.empty()) continue;
      if (!notes.empty()) notes += ' ';
      notes += std::string(core::info_of(filled.input).name) + ": " + filled.note;
    }
  }
  sources(form, state,
          {.id = "plan-sources",
           .formula = "Ranges run from the 5 % to the 95 % point: log-normal for amounts and counts, logit-normal for "
                      "rates. " +
                      notes,
           .records = records_of(answer)});
}

}  // namespace

std::vector<std::string_view> records_of(const ScenarioAnswer& answer) {
  std::vector<std::string_view> records;
  if (!answer.simulation) return records;
  for (const core::Default& filled : answer.simulation->defaults) {
    records.insert(records.end(), filled.sources.begin(), filled.sources.end());
  }
  return records;
}

void plan_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("plan", "Your campaign", [&] { plan_inputs(form, state, answer); });
}

void rates_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("rates", "What it rests on", [&] { rate_inputs(form, state, answer); });
}

}  // namespace mf::ui
