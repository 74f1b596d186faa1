// Index: [SECTION] Your account · [SECTION] Verdict · [SECTION] Engagement · [SECTION] What was read
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/engagement.h"
#include "core/tiers.h"
#include "form/form.h"
#include "ui/micro_ruler.h"
#include "ui/tool.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

constexpr core::Platform platforms[] = {core::Platform::instagram, core::Platform::tiktok,   core::Platform::youtube,
                                        core::Platform::x,         core::Platform::linkedin, core::Platform::facebook,
                                        core::Platform::any};

std::string joined(const std::vector<std::string>& parts, std::string_view last_joint = " and ") {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? last_joint : std::string_view(", ");
    out += parts[i];
  }
  return out;
}

// [SECTION] Your account

// What stands beside the input: what was understood, in one sentence.
std::string understood(const ingest::Reading& reading, const std::string& name, bool followers_known) {
  std::string out = "Read " + (name.empty() ? std::string("your text") : name) + ": ";
  std::vector<std::string> parts;
  if (reading.account.followers) parts.push_back(typed(*reading.account.followers) + " followers");
  const auto count = [&](std::size_t size, std::string_view one, std::string_view many) {
    if (size > 0) parts.push_back(counted(static_cast<double>(size), one, many));
  };
  count(reading.posts.size(), "post", "posts");
  count(reading.creators.size(), "creator", "creators");
  count(reading.history.size(), "day of history", "days of history");
  if (!reading.skipped.empty()) {
    parts.push_back(counted(static_cast<double>(reading.skipped.size()), "row", "rows") + " skipped");
  }
  out += joined(parts, ", ");
  out += '.';
  if (reading.kind == ingest::Kind::roster) {
    out += " This tool answers for one account: keep one row and the header.";
  } else if (!followers_known &&
             std::find(reading.needs.begin(), reading.needs.end(), "followers") != reading.needs.end()) {
    out += " It has no follower total: type it below.";
  }
  return out;
}

void source_notice(Form& form, std::string_view id, const Source& source, bool followers_known) {
  if (source.reading) {
    form.gap(12);
    const bool other_kind = source.reading->kind == ingest::Kind::roster;
    form.notice(id, other_kind ? Tone::warn : Tone::good, understood(*source.reading, source.name, followers_known),
                form::flag_status);
  } else if (source.error) {
    form.gap(12);
    form.notice(id, Tone::bad, source.error->message, form::flag_alert);
  }
}

void your_account(Form& form, State& state, const Answers& answers) {
  form.title("account-title", "Your account");
  const std::string error = answers.followers_error ? answers.followers_error->message : std::string();
  const form::Edit followers = form.text_field({.id = "followers",
                                                .label = "Followers",
                                                .placeholder = "12,300 or 12.3K",
                                                .error = error,
                                                .locked = state.is_locked("followers")},
                                               state.followers);
  if (followers != form::Edit::none) ++state.revision;

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
    ++state.revision;
  }
}

void your_stats(Form& form, State& state) {
  form.title("stats-title", "Your stats");
  const form::Edit paste = form.text_field({.id = "paste",
                                            .label = "Paste your profile or stats",
                                            .placeholder = "1,234 posts  12.3K followers  567 following",
                                            .help = "The top of your profile, or rows of a spreadsheet. Or a CSV file, "
                                                    "chosen or dropped here.",
                                            .lines = 3},
                                           state.pasted);
  if (paste != form::Edit::none) {
    read_paste(state);
    // Half a line being typed is no mistake yet; nor is an emptied field.
    if (state.pasted.empty() || (paste == form::Edit::typing && state.paste.error)) state.paste = {};
  }
  source_notice(form, "paste-read", state.paste, !state.followers.empty());
  form.gap(12);
  const bool anything = !state.pasted.empty() || !state.followers.empty() || state.paste.given() || state.file.given();
  form.row([&] {
    form.file_button("file", "Choose a file");
    if (form.button("sample", "Try a sample")) read_sample(state);
    if (anything && form.button("clear", "Clear")) clear(state);
  });
  source_notice(form, "file-read", state.file, !state.followers.empty());
  form.rule();
  form.text("privacy", TextStyle::small, "Everything stays in this browser. Nothing is sent, and no account is needed.",
            Tone::quiet);
}

// [SECTION] Verdict

std::string headline(const core::Verdict& verdict) {
  const std::string count = whole(verdict.agree) + " of " + whole(verdict.of) + " publishers";
  if (verdict.is_micro) return "Yes: micro for " + count;
  if (verdict.agree == 0) return "No: micro for none of " + whole(verdict.of) + " publishers";
  return "No: micro for only " + count;
}

std::string nearest_lines(const core::Verdict& verdict, double followers) {
  std::vector<std::string> lines;
  if (verdict.lower_line && *verdict.lower_line > 0) {
    const double above = followers - *verdict.lower_line;
    lines.push_back(whole(*verdict.lower_line) +
                    (above > 0 ? " (you are " + whole(above) + " above)" : " (you are on it)"));
  }
  if (verdict.upper_line) {
    lines.push_back(whole(*verdict.upper_line) + " (" + whole(*verdict.upper_line - followers) + " to go)");
  }
  if (lines.empty()) return {};
  return std::string(" The nearest lines that a publisher draws for micro: ") + joined(lines) + '.';
}

std::string verdict_detail(const core::Verdict& verdict, double followers) {
  std::string out;
  if (!verdict.tier.empty() && verdict.tier != "micro") {
    out += "The most frequent name for this size is " + std::string(verdict.tier) + ". ";
  }
  out += whole(verdict.articles_agree) + " of the " + whole(verdict.articles_of) + " articles say micro.";
  out += nearest_lines(verdict, followers);
  return out;
}

std::string micro_range(const core::SchemeVerdict& verdict) {
  if (!verdict.min) return "not said";
  if (verdict.max && *verdict.max != core::no_upper_bound) {
    return *verdict.min > 0 ? whole(*verdict.min) + "\xE2\x80\x93" + whole(*verdict.max)
                            : "under " + whole(*verdict.max);
  }
  return "from " + whole(*verdict.min);
}

void schemes_table(Form& form, const core::Verdict& verdict) {
  static constexpr Column columns[] = {{.title = "Publisher, year, grade", .share = 4.2f},
                                       {.title = "Micro means", .share = 3.5f},
                                       {.title = "You", .share = 2.7f}};
  std::vector<std::vector<Cell>> rows;
  for (const core::SchemeAnswer& answer : verdict.schemes) {
    const core::Scheme& scheme = *answer.scheme;
    std::string name(scheme.publisher);
    if (scheme.year > 0) name += ", " + std::to_string(scheme.year);
    if (scheme.grade != 'S') {
      name += "\xC2\xA0\xC2\xB7\xC2\xA0";
      name += scheme.grade;
    }
    const bool micro = answer.verdict.is_micro.value_or(false);
    std::string says = micro                         ? std::string("micro")
                       : answer.verdict.tier.empty() ? std::string(answer.verdict.is_micro ? "not micro" : "no answer")
                                                     : std::string(answer.verdict.tier);
    if (!answer.counted) says += " (not counted)";
    rows.push_back({{.text = std::move(name), .href = std::string(scheme.url)},
                    {.text = micro_range(answer.verdict), .tone = Tone::quiet},
                    {.text = std::move(says), .tone = micro ? Tone::good : Tone::plain}});
  }
  form.table("schemes", "What each publisher means by micro, and what it calls this account", columns, rows);
  form.gap(8);
  form.text("schemes-note", TextStyle::fine,
            "Grade A is the publisher's own page, B a second hand; each publisher has one vote, B half of one. Grade C "
            "is shown and not counted, nor is a publisher that never says where micro lies. A range reaches up to, not "
            "including, its upper number.",
            Tone::quiet);
}

void verdict_card(Form& form, State& state, const Answers& answers) {
  form.title("verdict-title", "Verdict");
  const core::Verdict* verdict = answers.analysis && answers.analysis->verdict ? &*answers.analysis->verdict : nullptr;
  std::optional<double> followers;
  std::string label;
  if (verdict) {
    const core::Count& count = *answers.analysis->followers;
    followers = count.value;
    label = typed(count) + " \xC2\xB7 " + whole(verdict->agree) + " of " + whole(verdict->of) + " say micro";
    form.heading("verdict-answer", 2, TextStyle::answer, headline(*verdict), form::flag_status);
    form.gap(4);
    form.text("verdict-detail", TextStyle::body, verdict_detail(*verdict, *followers), Tone::quiet);
    if (verdict->uncertain) {
      form.gap(12);
      form.notice("verdict-rounded", Tone::warn,
                  typed(count) + " is a rounded count: it stands for " + whole(count.low) + " to " +
                      whole(count.high - 1) + ", and the answer is not the same all the way. Type the exact number.",
                  0);
    }
  } else {
    form.heading("verdict-answer", 2, TextStyle::answer,
                 answers.followers_error ? "The follower count needs a look" : "How many followers?", 0);
    form.gap(4);
    form.text("verdict-detail", TextStyle::body,
              answers.followers_error
                  ? "What stands in the field is not a count that can be placed. Correct it and the answer comes back."
                  : "One number is enough for a first answer: paste your profile, type it, or try the sample.",
              Tone::quiet);
  }
  form.gap(16);
  form.picture(
      "ruler", micro_ruler_summary(answers.micro_share, label), micro_ruler_height,
      [&](form::Drawing& drawing) { draw_micro_ruler(drawing, form.theme(), answers.micro_share, followers, label); });
  form.gap(8);
  form.text("ruler-note", TextStyle::fine,
            "Share of " + whole(answers.publishers) +
                " published definitions that call an account of this size micro, by followers.",
            Tone::quiet);
  if (!verdict) return;
  form.gap(4);
  const std::string show = (state.show_schemes ? "Hide the " : "Show the ") +
                           whole(static_cast<double>(verdict->schemes.size())) + " definitions and sources";
  if (form.disclosure("schemes-toggle", show, state.show_schemes)) state.show_schemes = !state.show_schemes;
  if (state.show_schemes) schemes_table(form, *verdict);
}

// [SECTION] Engagement

constexpr std::string_view counted_names[] = {"Likes + comments", "All given", "Likes"};

std::string actions_named(const std::vector<core::Action>& actions) {
  std::string out;
  for (const core::Action action : actions) {
    if (!out.empty()) out += " + ";
    out += core::action_id(action);
  }
  return out;
}

// The rate of one denominator with the actions asked for; the nearest there is where the posts do not give them.
const core::EngagementRate* rate_of(const std::vector<core::EngagementRate>& rates, core::Denominator by,
                                    Counted counted) {
  const core::EngagementRate* first = nullptr;
  const core::EngagementRate* most = nullptr;
  for (const core::EngagementRate& rate : rates) {
    if (rate.by != by) continue;
    if (!first) first = &rate;
    if (!most || rate.actions.size() > most->actions.size()) most = &rate;
    if (counted == Counted::likes && rate.actions == std::vector{core::Action::likes}) return &rate;
  }
  return counted == Counted::all_given ? most : first;
}

void engagement_card(Form& form, State& state, const Answers& answers) {
  form.title("engagement-title", "Engagement");
  if (!answers.analysis || answers.analysis->engagement.empty()) {
    form.heading("engagement-answer", 2, TextStyle::strong, "Your posts are missing");
    form.gap(4);
    form.text("engagement-detail", TextStyle::body,
              posts_of(state).empty()
                  ? "Paste rows with likes and comments, or choose the CSV that your platform gives you. With reach or "
                    "views in it, the rate by each of them stands here too."
                  : "The posts were read, but no rate can be had from them: likes, or something to divide them by, are "
                    "missing. Give the follower count for a rate by followers.",
              Tone::quiet);
    return;
  }
  const std::vector<core::EngagementRate>& rates = answers.analysis->engagement;
  const core::EngagementRate* top = rate_of(rates, rates.front().by, state.counted);
  form.heading("engagement-answer", 2, TextStyle::figure, percent(top->median), form::flag_status);
  std::string detail = "median post, " + actions_named(top->actions) + " \xC3\xB7 " + core::denominator_id(top->by) +
                       ", " + counted(static_cast<double>(top->posts), "post", "posts");
  if (top->low && top->high) {
    detail += ". At least 90\xC2\xA0% sure between " + percent(*top->low) + " and " + percent(*top->high);
  }
  form.text("engagement-detail", TextStyle::body, detail + '.', Tone::quiet);
  form.gap(16);
  const int selected = static_cast<int>(state.counted);
  state.counted = static_cast<Counted>(form.choices("counted", "What counts as engagement", counted_names, selected));
  form.gap(12);

  static constexpr Column columns[] = {{.title = "by", .share = 3.2f},
                                       {.title = "Median", .share = 2.4f, .right = true},
                                       {.title = "Mean", .share = 2.4f, .right = true},
                                       {.title = "Trimmed mean", .share = 2.6f, .right = true},
                                       {.title = "Posts", .share = 1.6f, .right = true}};
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> differing;
  for (const core::Denominator by : {core::Denominator::followers, core::Denominator::reach,
                                     core::Denominator::impressions, core::Denominator::views}) {
    const core::EngagementRate* rate = rate_of(rates, by, state.counted);
    if (!rate) continue;
    if (rate->actions != top->actions) {
      differing.push_back(std::string(core::denominator_id(by)) + " with " + actions_named(rate->actions));
    }
    rows.push_back({{.text = core::denominator_id(by)},
                    {.text = percent(rate->median)},
                    {.text = percent(rate->mean), .tone = Tone::quiet},
                    {.text = percent(rate->trimmed_mean), .tone = Tone::quiet},
                    {.text = whole(static_cast<double>(rate->posts)), .tone = Tone::quiet}});
  }
  form.table("engagement", "Engagement rate of a post, by each denominator that your data allows", columns, rows);
  form.gap(8);
  std::string note = "Counted: " + actions_named(top->actions) + '.';
  if (!differing.empty())
    note += " Computed otherwise, since not every post gives all of them: " + joined(differing) + '.';
  if (top->left_out > 0) {
    note += ' ' + counted(static_cast<double>(top->left_out), "post", "posts") +
            " left out, because a number is missing (a missing number is not a zero).";
  }
  note += " The trimmed mean leaves out the lowest and the highest fifth of the posts.";
  form.text("engagement-note", TextStyle::fine, note, Tone::quiet);
}

// [SECTION] What was read

// The names of fields in the API, as people say them.
std::string_view field_words(std::string_view field) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"id", "post id"},           {"publishedAt", "publish time"},       {"format", "kind of post"},
      {"postCount", "post count"}, {"engagementRate", "engagement rate"},
  };
  for (const auto& [name, said] : words) {
    if (name == field) return said;
  }
  return field;
}

void reading_details(Form& form, std::string_view id, const Source& source) {
  const ingest::Reading& reading = *source.reading;
  const std::string prefix = std::string(id) + '-';
  form.heading(prefix + "heading", 3, TextStyle::strong, source.name.empty() ? "Your text" : source.name);
  form.gap(4);
  form.text(prefix + "summary", TextStyle::small, understood(reading, source.name, true), Tone::quiet);
  for (std::size_t i = 0; i < reading.warnings.size(); ++i) {
    form.gap(8);
    form.notice(prefix + "warning-" + std::to_string(i), Tone::warn, reading.warnings[i], 0);
  }
  if (!reading.mapping.empty()) {
    static constexpr Column columns[] = {{.title = "In your data"}, {.title = "Read as"}};
    std::vector<std::vector<Cell>> rows;
    for (const ingest::Mapping& mapping : reading.mapping) {
      const bool used = !mapping.field.empty();
      rows.push_back({{.text = mapping.column},
                      {.text = std::string(used ? field_words(mapping.field) : "not used"),
                       .tone = used ? Tone::plain : Tone::quiet}});
    }
    form.gap(8);
    form.table(prefix + "mapping", "Which part of the input was read as what", columns, rows);
  }
  if (!reading.skipped.empty()) {
    constexpr std::size_t most = 20;
    static constexpr Column columns[] = {{.title = "Row", .share = 1}, {.title = "Skipped because", .share = 4}};
    std::vector<std::vector<Cell>> rows;
    for (std::size_t i = 0; i < std::min(most, reading.skipped.size()); ++i) {
      rows.push_back(
          {{.text = whole(static_cast<double>(reading.skipped[i].row))}, {.text = reading.skipped[i].reason}});
    }
    form.gap(12);
    form.table(prefix + "skipped", "Rows that were skipped", columns, rows);
    if (reading.skipped.size() > most) {
      form.gap(8);
      form.text(prefix + "more", TextStyle::fine,
                "And " + whole(static_cast<double>(reading.skipped.size() - most)) + " more.", Tone::quiet);
    }
  }
}

void reading_card(Form& form, State& state) {
  form.title("reading-title", "What was read");
  bool first = true;
  for (const auto& [id, source] : {std::pair{"paste-details", &state.paste}, std::pair{"file-details", &state.file}}) {
    if (!source->reading) continue;
    if (!first) form.gap(20);
    first = false;
    reading_details(form, id, *source);
  }
}

}  // namespace

void draw_am_i_micro(Form& form, State& state, Answers& answers) {
  update(answers, state);
  const auto account = [&] { form.card("account", "Your account", [&] { your_account(form, state, answers); }); };
  const auto stats = [&] { form.card("stats", "Your stats", [&] { your_stats(form, state); }); };
  const auto verdict = [&] {
    update(answers, state);
    form.card("verdict", "Verdict", [&] { verdict_card(form, state, answers); });
  };
  const auto rest = [&] {
    update(answers, state);
    form.card("engagement-card", "Engagement", [&] { engagement_card(form, state, answers); });
    if (state.paste.reading || state.file.reading) {
      form.card("reading", "What was read", [&] { reading_card(form, state); });
    }
  };
  if (form.one_column()) {  // the answer right after the first field
    account();
    verdict();
    stats();
    rest();
  } else {
    form.side_by_side(
        352,
        [&] {
          account();
          stats();
        },
        [&] {
          verdict();
          rest();
        });
  }
}

}  // namespace mf::ui
