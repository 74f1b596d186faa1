#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "core/disagreements.h"
#include "core/engagement.h"
#include "core/expected.h"
#include "ui/cards.h"
#include "ui/expected_picture.h"
#include "ui/figure_words.h"
#include "ui/picture_table.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

constexpr std::size_t curve_steps = 65, table_step = 4;

// The expectation that the headline is compared with: by the denominator that the person looks at, else the first.
const core::Expectation* shown_expectation(const core::Analysis& analysis) {
  for (const core::Expectation& expectation : analysis.expected) {
    if (expectation.own) return &expectation;
  }
  return analysis.expected.empty() ? nullptr : &analysis.expected.front();
}

std::string counted_of(std::span<const core::Action> actions, core::Denominator by) {
  std::string out = actions.empty() ? std::string("engagements") : actions_named(actions);
  return out + " \xC3\xB7 " + core::denominator_id(by);
}

std::string accounts_of(core::Platform platform, double followers) {
  return std::string(core::platform_name(platform)) + " accounts with " + whole(followers) + " followers";
}

std::string spread_sentence(const core::ExpectedRate& usual) {
  return "80\xC2\xA0% of accounts lie between " + short_percent(usual.low) + " and " + short_percent(usual.high) +
         " (" + counted_of(usual.actions, usual.by) + ").";
}

// "62 to 85": of a hundred accounts, whole, and never 0 or 100.
std::string hundredths(const core::Percentile& percentile) {
  const auto of_hundred = [](double share) { return std::min(99.0, std::max(1.0, std::round(share * 100))); };
  const double low = of_hundred(percentile.low), high = of_hundred(percentile.high);
  return low == high ? whole(low) : whole(low) + " to " + whole(high);
}

void own_place(Form& form, const core::Analysis& analysis, const core::Expectation& expectation) {
  const double followers = analysis.followers->value;
  const core::ExpectedRate& usual = *expectation.usual;
  if (expectation.percentile) {
    const std::string place = hundredths(*expectation.percentile) + " of 100";
    form.say("above " + place + " accounts of your size");
    form.text("expected-answer", TextStyle::figure, "Above " + place);
    form.text("expected-detail", TextStyle::body,
              accounts_of(analysis.platform, followers) + ". Usual is " + short_percent(usual.median) + "; " +
                  spread_sentence(usual),
              Tone::quiet);
  } else {
    const std::string rate = short_percent(usual.median) + " is usual";
    form.say(rate + " for your size");
    form.text("expected-answer", TextStyle::figure, rate);
    form.text("expected-detail", TextStyle::body,
              "among " + accounts_of(analysis.platform, followers) + ". " + spread_sentence(usual), Tone::quiet);
  }
}

void weight_of_posts(Form& form, const core::Expectation& expectation) {
  if (!expectation.shrunk || !expectation.own || !expectation.percentile) return;
  const core::ShrunkRate& shrunk = *expectation.shrunk;
  if (shrunk.data_share > 0.95) return;
  form.gap(8);
  const std::string posts = counted(static_cast<double>(expectation.own->posts), "post", "posts");
  form.text("expected-weight", TextStyle::small,
            "With " + posts + " this is " + digits(shrunk.data_share * 100, 2) +
                "\xC2\xA0% your data and the rest what is usual at your size: " + short_percent(shrunk.median) +
                ", 90\xC2\xA0% sure between " + short_percent(shrunk.low) + " and " + short_percent(shrunk.high) + '.',
            Tone::quiet);
}

void picture(Form& form, State& state, const core::Analysis& analysis, const core::Expectation& expectation) {
  const std::vector<core::CurvePoint> curve = core::curve_points(expectation.curve, curve_steps);
  std::optional<ExpectedDot> dot;
  if (expectation.own && expectation.counts_alike && expectation.usual && expectation.own->median > 0) {
    dot = ExpectedDot{.followers = analysis.followers->value,
                      .rate = expectation.own->median,
                      .low = expectation.own->low,
                      .high = expectation.own->high,
                      .label = "you " + percent(expectation.own->median)};
  }
  form.gap(12);
  form.picture("expected-curve", expected_picture_summary(curve, dot), expected_picture_height,
               [&](form::Drawing& drawing) { draw_expected_picture(drawing, form.theme(), curve, dot); });
  form.gap(4);
  static constexpr form::Column columns[] = {{.title = "Followers", .share = 2},
                                             {.title = "Usual", .share = 2, .right = true},
                                             {.title = "80\xC2\xA0% of accounts", .share = 3, .right = true}};
  picture_table(form, state,
                {.id = "expected",
                 .caption = "The expected engagement rate and where 80\xC2\xA0% of accounts lie, by followers",
                 .columns = columns,
                 .rows = [&] {
                   std::vector<std::vector<form::Cell>> rows;
                   for (std::size_t i = 0; i < curve.size(); i += table_step) {
                     const core::CurvePoint& point = curve[i];
                     rows.push_back({{.text = whole(to_two_digits(point.followers))},
                                     {.text = short_percent(point.median)},
                                     {.text = short_percent(point.low) + " to " + short_percent(point.high),
                                      .tone = Tone::quiet}});
                   }
                   return rows;
                 }});
}

// Where publishers contradict each other, it is said, and nothing is averaged away.
std::vector<std::string_view> disagreements(Form& form, State& state, core::Platform platform) {
  std::vector<std::string_view> records;
  std::vector<const core::Disagreement*> found;
  for (const core::Disagreement* disagreement : core::disagreements(platform)) {
    if (disagreement->topic != "size" && disagreement->topic != "level" && disagreement->topic != "kind") continue;
    found.push_back(disagreement);
    records.insert(records.end(), disagreement->records.begin(), disagreement->records.end());
  }
  if (found.empty()) return records;
  form.gap(8);
  const bool open = state.is_open("expected-disputes");
  const std::string label = "Sources disagree on " + counted(static_cast<double>(found.size()), "point", "points");
  if (form.disclosure("expected-disputes", label, open)) state.toggle("expected-disputes");
  for (std::size_t i = 0; i < found.size() && open; ++i) {
    if (i > 0) form.gap(8);
    form.text("expected-dispute-" + std::to_string(i), TextStyle::small, found[i]->sentence, Tone::warn);
  }
  return records;
}

void nothing_known(Form& form, const core::Analysis& analysis) {
  form.text("expected-answer", TextStyle::strong, "No published curve for this");
  form.gap(4);
  form.text("expected-detail", TextStyle::body, analysis.not_expected, Tone::quiet);
}

void expected_answer(Form& form, State& state, const Answers& answers) {
  form.title("expected-title", "Expected for your size");
  std::vector<std::string_view> records;
  const core::Analysis* analysis = answers.analysis ? &*answers.analysis : nullptr;
  const core::Expectation* expectation = analysis ? shown_expectation(*analysis) : nullptr;
  if (!analysis || !analysis->followers) {
    form.text("expected-answer", TextStyle::strong, "Give the follower count");
    form.gap(4);
    form.text("expected-detail", TextStyle::body,
              "What is usual depends on size: see the engagement rate that accounts as large as yours have.",
              Tone::quiet);
    return;
  }
  if (!expectation || !expectation->usual) {
    nothing_known(form, *analysis);
    for (const core::Benchmark* record : core::overall_rates(analysis->platform)) records.push_back(record->id);
  } else {
    own_place(form, *analysis, *expectation);
    weight_of_posts(form, *expectation);
    picture(form, state, *analysis, *expectation);
    if (expectation->own && !expectation->counts_alike) {
      form.gap(8);
      form.notice("expected-unlike", Tone::accent,
                  "Your rate counts " + actions_named(expectation->own->actions) + ", the published ones " +
                      counted_of(expectation->usual->actions, expectation->usual->by) +
                      ": so no place among others is given.",
                  0);
    }
    if (expectation->curve.ladder.grade == 'C') {
      form.gap(8);
      form.notice("expected-grade", Tone::warn,
                  "The only figures by size for this are unaudited (grade C). Take them as a hint.", 0);
    }
    records = expectation->usual->sources;
  }
  const std::vector<std::string_view> disputed = disagreements(form, state, analysis->platform);
  records.insert(records.end(), disputed.begin(), disputed.end());
  std::string formula =
      "A smooth line through published medians, on log axes; the band holds 80\xC2\xA0% of accounts of a size.";
  if (expectation) formula += ' ' + expectation->curve.caveat;
  sources(form, state, {.id = "expected-sources", .formula = formula, .records = records});
}

}  // namespace

void expected_card(Form& form, State& state, const Answers& answers) {
  form.card("expected-card", "Expected for your size", [&] { expected_answer(form, state, answers); });
}

}  // namespace mf::ui
