#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"
#include "ui/cards.h"
#include "ui/own_numbers.h"
#include "ui/reading_notice.h"
#include "ui/tool.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

constexpr core::Platform platforms[] = {core::Platform::instagram, core::Platform::tiktok,   core::Platform::youtube,
                                        core::Platform::x,         core::Platform::linkedin, core::Platform::facebook,
                                        core::Platform::any};

Fit fit_of(const Source& source, bool followers_known) {
  if (!source.reading) return {};
  if (source.reading->kind == ingest::Kind::roster) {
    return {
        false,
        "This tool answers for one account: keep one row and the header. Several are compared under Pick creators."};
  }
  const std::vector<std::string>& needs = source.reading->needs;
  const bool wanted = !followers_known && std::find(needs.begin(), needs.end(), "followers") != needs.end();
  return {true, wanted ? "It has no follower total: type it below." : ""};
}

void your_account(Form& form, State& state, const Answers& answers) {
  form.sources_at("followers");
  form.title("account-title", "Your account");
  const std::string error = answers.followers_error ? answers.followers_error->message : std::string();
  const form::Edit followers = form.text_field({.id = "followers",
                                                .label = "Followers",
                                                .placeholder = "12,300 or 12.3K",
                                                .error = error,
                                                .locked = state.is_locked("followers")},
                                               state.followers);
  if (followers != form::Edit::none) state.followers_revision = ++state.revision;

  form.gap(16);
  std::string_view names[std::size(platforms)];
  int selected = 0;
  for (std::size_t i = 0; i < std::size(platforms); ++i) {
    names[i] = platforms[i] == core::Platform::any ? "Other" : core::platform_name(platforms[i]);
    if (platforms[i] == state.platform) selected = static_cast<int>(i);
  }
  const int chosen = form.choices("platform", "Platform", names, selected, state.is_locked("platform"));
  if (chosen != selected) {
    state.platform = platforms[chosen];
    state.platform_revision = ++state.revision;
  }
}

void your_stats(Form& form, State& state) {
  form.sources_at("paste");
  form.title("stats-title", "Your stats");
  paste_field(form, state, state.stats,
              {.id = "paste",
               .label = "Paste your profile or stats",
               .placeholder = "1,234 posts  12.3K followers  567 following",
               .help = "The top of your profile, or rows of a spreadsheet. Or a file: a CSV, a spreadsheet, or the "
                       "download of your data as the platform made it, chosen or dropped here.",
               .lines = 3});
  source_notice(form, "paste-read", state, state.stats.paste, fit_of(state.stats.paste, !state.followers.empty()));
  form.gap(12);
  const bool anything =
      !state.stats.pasted.empty() || !state.followers.empty() || state.stats.paste.given() || state.stats.file.given();
  form.row([&] {
    form.file_button("file", "Choose a file");
    if (form.button("sample", "Try a sample")) read_sample(state);
    if (anything && form.button("clear", "Clear")) clear(state);
  });
  source_notice(form, "file-read", state, state.stats.file, fit_of(state.stats.file, !state.followers.empty()));
  form.gap(4);
  own_numbers(form, state);
  form.rule();
  form.text("privacy", TextStyle::small, "Everything stays in this browser. Nothing is sent, and no account is needed.",
            Tone::quiet);
}

}  // namespace

void draw_am_i_micro(Form& form, State& state, AllAnswers& all) {
  Answers& answers = all.micro;
  update(answers, state);
  const auto account = [&] {
    form.kept("account", state.key(),
              [&] { form.card("account", "Your account", [&] { your_account(form, state, answers); }); });
  };
  const auto stats = [&] {
    form.kept("stats", state.key(), [&] { form.card("stats", "Your stats", [&] { your_stats(form, state); }); });
  };
  const auto results = [&] {
    update(answers, state);  // what was typed above counts in this frame
    const auto keep = [&](std::string_view id, const std::function<void()>& cards) {
      form.widen();
      form.kept(id, state.key(), cards);
    };
    // Beside each other, or each as wide as there is room for it.
    const auto keep_both = [&](std::string_view id, float least, const std::function<void()>& one,
                               const std::function<void()>& other) {
      form.widen();
      if (form.has_columns(2, least)) {
        const std::function<void()> cards[] = {one, other};
        form.kept(id, state.key(), [&] { form.columns(least, cards); });
      } else {
        keep(form::part_id(id, "0"), one);
        keep(form::part_id(id, "1"), other);
      }
    };
    keep_both(
        "rates", 340, [&] { engagement_card(form, state, answers); }, [&] { expected_card(form, state, answers); });
    keep_both(
        "fee and growth", 300, [&] { fee_card(form, state, answers); }, [&] { growth_card(form, state, answers); });
    keep("readiness", [&] { readiness_card(form, state, answers); });
    keep("flags", [&] { flags_card(form, state, answers); });
    keep("reading", [&] { reading_card(form, state, state.stats); });
  };
  const auto verdict = [&] {
    update(answers, state);
    form.kept("verdict", state.key(), [&] { verdict_card(form, state, answers); });
  };
  if (form.one_column()) {  // the answer right after the first field
    account();
    verdict();
    stats();
    results();
  } else {
    form.side_by_side(
        352,
        [&] {
          account();
          stats();
        },
        [&] {
          verdict();
          results();
        });
  }
}

}  // namespace mf::ui
