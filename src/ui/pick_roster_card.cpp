#include <algorithm>
#include <string>
#include <vector>

#include "ui/pick_cards.h"
#include "ui/reading_notice.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

constexpr std::string_view sample_budget = "5,000";

// Made up, with what lists are like: a rate far above the usual, a fee, a rate and followers left blank.
constexpr std::string_view sample_list =
    "Handle,Platform,Followers,ER %,Avg views,Fee (USD)\n"
    "@sample.ada,Instagram,23400,3.4,,310\n"
    "@sample.ben,Instagram,12100,4.1,,180\n"
    "@sample.cleo,Instagram,48200,2.2,,540\n"
    "@sample.dev,Instagram,8700,5.2,,120\n"
    "@sample.edda,Instagram,31000,1.6,,420\n"
    "@sample.finn,Instagram,15800,2.9,,210\n"
    "@sample.gus,Instagram,96500,1.9,,1150\n"
    "@sample.hana,Instagram,19900,3.8,,260\n"
    "@sample.ivo,Instagram,27600,24,,350\n"
    "@sample.june,Instagram,5400,6.3,,90\n"
    "@sample.kofi,Instagram,64000,2.4,,700\n"
    "@sample.lena,Instagram,11200,3.1,,\n"
    "@sample.mio,TikTok,18700,6.9,9800,220\n"
    "@sample.nora,TikTok,42300,5.1,21500,390\n"
    "@sample.otto,TikTok,9600,8.8,7400,130\n"
    "@sample.pia,TikTok,121000,4.2,52000,1400\n"
    "@sample.quin,TikTok,26800,3.3,8900,340\n"
    "@sample.rosa,TikTok,14500,7.4,12700,160\n"
    "@sample.sven,TikTok,33900,,15200,310\n"
    "@sample.tess,TikTok,,6.1,,240\n"
    "@sample.uma,YouTube,22000,4.5,9100,650\n"
    "@sample.vik,YouTube,51000,3.6,17300,1200\n"
    "@sample.wren,YouTube,7800,5.9,3600,280\n"
    "@sample.yan,YouTube,16400,4.0,6200,480\n";

Fit fit_of(const Source& source, bool counts) {
  if (!source.reading) return {};
  if (source.reading->creators.empty()) {
    return {false, "It is no list of creators: one row for each is needed, with a handle and followers."};
  }
  const std::vector<std::string>& needs = source.reading->needs;
  const bool has_views = source.reading->creators.front().views.has_value();  // which do as well
  if (!has_views && std::find(needs.begin(), needs.end(), "followers") != needs.end()) {
    return {false, "None of its columns was read as followers. If one holds them, choose so under What was read."};
  }
  return {true, counts ? "" : "The file counts in its place."};
}

void roster(Form& form, State& state) {
  Given& given = state.roster;
  form.sources_at("paste");
  form.title("roster-title", "Your list");
  paste_field(form, state, given,
              {.id = "paste",
               .label = "Paste a list of creators",
               .placeholder = "handle, platform, followers, ER %, fee",
               .help = "One row each, columns in any order, as copied from a spreadsheet. Or a CSV file or a "
                       "spreadsheet, chosen or dropped here.",
               .lines = 3});
  const bool by_file = given.file.reading && !given.file.reading->creators.empty();
  source_notice(form, "paste-read", state, given.paste, fit_of(given.paste, !by_file));
  form.gap(12);
  const bool anything = !given.pasted.empty() || given.paste.given() || given.file.given();
  form.row([&] {
    form.file_button("file", "Choose a file");
    if (!anything && form.button("sample", "Try a sample")) {
      given.pasted = sample_list;
      read_paste(state, given, false);
      std::string& budget = state.pick.question.budget;
      if (budget.empty() && !state.is_locked("budget")) budget = sample_budget;
    }
    if (anything && form.button("clear", "Clear")) {
      given = {};
      ++state.revision;
      PickQuestion& question = state.pick.question;
      if (!state.is_locked("include")) question.include.clear();
      if (!state.is_locked("exclude")) question.exclude.clear();
    }
  });
  source_notice(form, "file-read", state, given.file, fit_of(given.file, true));
  form.rule();
  form.text("roster-privacy", TextStyle::small, "The list stays in this browser. Nothing is sent.", Tone::quiet);
}

}  // namespace

void roster_card(Form& form, State& state) {
  form.card("roster", "Your list", [&] { roster(form, state); });
}

}  // namespace mf::ui
