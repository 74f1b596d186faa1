#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/tiers.h"
#include "ui/cards.h"
#include "ui/micro_ruler.h"
#include "ui/picture_table.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

std::string headline(const core::Verdict& verdict) {
  const std::string count = whole(verdict.agree) + " of " + whole(verdict.of) + " publishers";
  if (verdict.is_micro) return "Yes: micro for " + count;
  if (verdict.agree == 0) return "No: micro for none of " + whole(verdict.of) + " publishers";
  return "No: micro for only " + count;
}

// A distance, which is a range where the count is rounded: "51 to 150".
std::string distance(double least, double most) {
  return least == most ? whole(least) : whole(std::max(0.0, least)) + " to " + whole(most);
}

std::string nearest_lines(const core::Verdict& verdict, const core::Count& followers) {
  // A rounded count stands for whole numbers from low up to, not including, high.
  const double least = std::ceil(followers.low);
  const double most = followers.low == followers.high ? followers.high : std::ceil(followers.high) - 1;
  std::vector<std::string> lines;
  if (verdict.lower_line && *verdict.lower_line > 0) {
    const double line = *verdict.lower_line;
    lines.push_back(whole(line) + (most > line ? " (you are " + distance(least - line, most - line) + " above)"
                                               : std::string(" (you are on it)")));
  }
  if (verdict.upper_line) {
    const double line = *verdict.upper_line;
    lines.push_back(whole(line) + " (" + distance(line - most, line - least) + " to go)");
  }
  if (lines.empty()) return {};
  return std::string(" The nearest lines that a publisher draws for micro: ") + joined(lines) + '.';
}

std::string verdict_detail(const core::Verdict& verdict, const core::Count& followers) {
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

void schemes_table(Form& form, const core::Verdict& verdict, bool judged) {
  static constexpr Column columns[] = {{.title = "Publisher, year, grade", .share = 4.2f},
                                       {.title = "Micro means", .share = 3.5f},
                                       {.title = "You", .share = 2.7f}};  // the last only if judged
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
                    {.text = micro_range(answer.verdict), .tone = Tone::quiet}});
    if (judged) rows.back().push_back({.text = std::move(says), .tone = micro ? Tone::good : Tone::plain});
  }
  form.table("schemes", "What each publisher means by micro, and what it calls this account",
             std::span(columns).first(judged ? 3 : 2), rows);
  form.gap(8);
  form.text("schemes-note", TextStyle::fine,
            "Grade A is the publisher's own page, B a second hand; each publisher has one vote, B half of one. Grade C "
            "is shown and not counted, nor is a publisher that never says where micro lies. A range reaches up to, not "
            "including, its upper number.",
            Tone::quiet);
}

void verdict_answer(Form& form, State& state, const Answers& answers) {
  form.text("verdict-title", TextStyle::label, "Verdict", Tone::quiet);  // its answer is what heads this card
  form.gap(8);
  const core::Verdict* verdict = answers.analysis && answers.analysis->verdict ? &*answers.analysis->verdict : nullptr;
  std::optional<double> followers;
  std::string label;
  if (verdict) {
    const core::Count& count = *answers.analysis->followers;
    followers = count.value;
    label = typed(count) + " \xC2\xB7 " + whole(verdict->agree) + " of " + whole(verdict->of) + " say micro";
    const std::string answer = headline(*verdict);
    form.say(answer);
    form.heading("verdict-answer", 2, TextStyle::answer, answer);
    form.gap(4);
    form.text("verdict-detail", TextStyle::body, verdict_detail(*verdict, count), Tone::quiet);
    if (verdict->uncertain) {
      form.gap(12);
      form.notice("verdict-rounded", Tone::warn,
                  typed(count) + " is a rounded count: it stands for " + whole(count.low) + " to " +
                      whole(count.high - 1) + ", and the answer is not the same all the way. Type the exact number.",
                  0);
    }
  } else {
    form.heading("verdict-answer", 2, TextStyle::answer,
                 answers.followers_error ? "The follower count needs a look" : "How many followers?");
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
  form.gap(4);
  const core::Verdict of_nobody = verdict ? core::Verdict() : core::verdict(core::schemes(), state.platform, 0);
  const core::Verdict& listed = verdict ? *verdict : of_nobody;
  const bool open = state.is_open("schemes-toggle");
  const std::string show = (open ? "Hide the " : "Show the ") + whole(static_cast<double>(listed.schemes.size())) +
                           " definitions and sources";
  form.sources_at("schemes-toggle");
  static constexpr Column step_columns[] = {{.title = "Followers", .share = 3},
                                            {.title = "Say micro", .share = 2, .right = true}};
  picture_table(form, state,
                {.id = "ruler",
                 .caption = "How many of the published definitions call an account micro, by followers",
                 .columns = step_columns,
                 .rows = [&] {
                   std::vector<std::vector<Cell>> rows;
                   for (const RulerStep& step : micro_ruler_steps(answers.micro_share)) {
                     rows.push_back({{.text = step.followers}, {.text = step.say_micro}});
                   }
                   return rows;
                 }});
  if (form.disclosure("schemes-toggle", show, open)) state.toggle("schemes-toggle");
  if (open) schemes_table(form, listed, verdict != nullptr);
}

}  // namespace

void verdict_card(Form& form, State& state, const Answers& answers) {
  form.card("verdict", "Verdict", [&] { verdict_answer(form, state, answers); });
}

}  // namespace mf::ui
