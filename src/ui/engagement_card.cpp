#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/engagement.h"
#include "core/splits.h"
#include "ui/cards.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

constexpr float narrow_room = 290;  // CSS pixels; a card on a screen of 360 has 288
constexpr std::string_view counted_names[] = {"Likes + comments", "All given", "Likes"};

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

// "0.9–1.6 %".
std::string with_interval(const core::EngagementRate& rate) {
  if (!rate.low || !rate.high) return "too few";
  return percent_range(*rate.low, *rate.high);
}

// A column for each denominator: as rows they would need six columns, for which half a page has no room.
void rates_table(Form& form, const std::vector<const core::EngagementRate*>& rates) {
  std::vector<Column> columns{{.title = "by", .share = 3.2f}};
  std::vector<Cell> median{{.text = "Median"}}, interval{{.text = "90\xC2\xA0% interval"}}, mean{{.text = "Mean"}},
      trimmed{{.text = "Trimmed mean"}}, posts{{.text = "Posts"}};
  for (const core::EngagementRate* rate : rates) {
    columns.push_back({.title = core::denominator_id(rate->by), .share = 2.4f, .right = true});
    median.push_back({.text = percent(rate->median)});
    interval.push_back({.text = with_interval(*rate), .tone = Tone::quiet});
    mean.push_back({.text = percent(rate->mean), .tone = Tone::quiet});
    trimmed.push_back({.text = percent(rate->trimmed_mean), .tone = Tone::quiet});
    posts.push_back({.text = whole(static_cast<double>(rate->posts)), .tone = Tone::quiet});
  }
  const std::vector<Cell> rows[] = {median, interval, mean, trimmed, posts};
  form.table("engagement", "Engagement rate of a post, by each denominator that your data allows", columns, rows);
}

// The other way round, for a screen that is too narrow for a column each.
void rates_as_rows(Form& form, const std::vector<const core::EngagementRate*>& rates) {
  static constexpr Column columns[] = {{.title = "by", .share = 3},
                                       {.title = "Median", .share = 2, .right = true},
                                       {.title = "90\xC2\xA0% interval", .share = 2, .right = true},
                                       {.title = "Mean", .share = 2, .right = true}};
  static constexpr Column more_columns[] = {{.title = "by", .share = 3},
                                            {.title = "Trimmed mean", .share = 3, .right = true},
                                            {.title = "Posts", .share = 2, .right = true}};
  std::vector<std::vector<Cell>> rows, more;
  for (const core::EngagementRate* rate : rates) {
    const std::string by = core::denominator_id(rate->by);
    rows.push_back({{.text = by},
                    {.text = percent(rate->median)},
                    {.text = with_interval(*rate), .tone = Tone::quiet},
                    {.text = percent(rate->mean), .tone = Tone::quiet}});
    more.push_back({{.text = by},
                    {.text = percent(rate->trimmed_mean), .tone = Tone::quiet},
                    {.text = whole(static_cast<double>(rate->posts)), .tone = Tone::quiet}});
  }
  form.table("engagement", "Engagement rate of a post, by each denominator that your data allows", columns, rows);
  form.gap(8);
  form.table("engagement-more", "The same with the outermost posts left out, and of how many posts", more_columns,
             more);
}

void splits_table(Form& form, const std::vector<core::Split>& splits) {
  if (splits.empty()) return;
  static constexpr Column columns[] = {{.title = "Kind of post", .share = 3.2f},
                                       {.title = "Median", .share = 2.2f, .right = true},
                                       {.title = "90\xC2\xA0% interval", .share = 3.2f, .right = true},
                                       {.title = "Posts", .share = 1.4f, .right = true}};
  std::vector<std::vector<Cell>> rows;
  for (const core::Split& split : splits) {
    rows.push_back({{.text = split.label},
                    {.text = percent(split.rate.median)},
                    {.text = with_interval(split.rate), .tone = Tone::quiet},
                    {.text = whole(static_cast<double>(split.rate.posts)), .tone = Tone::quiet}});
  }
  form.gap(12);
  form.table("splits", "The same rate by kind of post, and sponsored against organic", columns, rows);
}

void engagement_answer(Form& form, State& state, const Answers& answers) {
  form.title("engagement-title", "Engagement");
  if (!answers.analysis || answers.analysis->engagement.empty()) {
    form.text("engagement-answer", TextStyle::strong, "Your posts are missing");
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
  const std::string answer = percent(top->median);
  form.say("engagement " + answer);
  form.text("engagement-answer", TextStyle::figure, answer);
  std::string detail = "median post, " + actions_named(top->actions) + " \xC3\xB7 " + core::denominator_id(top->by) +
                       ", " + counted(static_cast<double>(top->posts), "post", "posts");
  if (top->low && top->high && *top->low < *top->high) {
    detail += ". 90\xC2\xA0% sure between " + percent(*top->low) + " and " + percent(*top->high);
  }
  form.text("engagement-detail", TextStyle::body, detail + '.', Tone::quiet);
  form.gap(16);
  const int selected = static_cast<int>(state.counted);
  state.counted = static_cast<Counted>(form.choices("counted", "What counts as engagement", counted_names, selected));
  form.gap(12);

  std::vector<const core::EngagementRate*> shown;
  std::vector<std::string> differing;
  for (const core::Denominator by : {core::Denominator::followers, core::Denominator::reach,
                                     core::Denominator::impressions, core::Denominator::views}) {
    const core::EngagementRate* rate = rate_of(rates, by, state.counted);
    if (!rate) continue;
    if (rate->actions != top->actions) {
      differing.push_back(std::string(core::denominator_id(by)) + " with " + actions_named(rate->actions));
    }
    shown.push_back(rate);
  }
  if (form.room() < narrow_room && shown.size() > 2) {
    rates_as_rows(form, shown);
  } else {
    rates_table(form, shown);
  }
  form.gap(8);
  std::string note = "Counted: " + actions_named(top->actions) + '.';
  if (!differing.empty())
    note += " Computed otherwise, since not every post gives all of them: " + joined(differing) + '.';
  if (top->left_out > 0) {
    note += ' ' + counted(static_cast<double>(top->left_out), "post", "posts") +
            " left out, because a number is missing (a missing number is not a zero).";
  }
  form.text("engagement-note", TextStyle::fine, note, Tone::quiet);
  splits_table(form, answers.analysis->splits);
  sources(form, state,
          {.id = "engagement-sources",
           .formula = "Your own posts: engagements of a post divided by followers, reach, impressions or views. The "
                      "interval of the median post assumes no shape (Hettmansperger and Sheather, 1986); it needs four "
                      "posts."});
}

}  // namespace

std::string actions_named(std::span<const core::Action> actions) {
  std::string out;
  for (const core::Action action : actions) {
    if (!out.empty()) out += " + ";
    out += core::action_id(action);
  }
  return out;
}

void engagement_card(Form& form, State& state, const Answers& answers) {
  form.card("engagement-card", "Engagement", [&] { engagement_answer(form, state, answers); });
}

}  // namespace mf::ui
