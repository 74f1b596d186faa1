// Forecast and actual: what came of the campaign, which assumption was off, and the odds with what was learnt.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/actuals.h"
#include "ingest/ranges.h"
#include "ui/campaign_cards.h"
#include "ui/campaign_words.h"
#include "ui/reading_notice.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

struct ResultField {
  TypedResults::Field field;
  std::string_view id, label;
  ingest::Quantity quantity;
  std::optional<double> core::Actuals::* member;
};
constexpr ResultField fields[] = {
    {TypedResults::spend, "result-spend", "All costs", ingest::Quantity::money, &core::Actuals::spend},
    {TypedResults::posted, "result-posts", "Posts that appeared", ingest::Quantity::count, &core::Actuals::posts},
    {TypedResults::impressions, "result-impressions", "Impressions", ingest::Quantity::count,
     &core::Actuals::impressions},
    {TypedResults::engagements, "result-engagements", "Engagements", ingest::Quantity::count,
     &core::Actuals::engagements},
    {TypedResults::clicks, "result-clicks", "Clicks", ingest::Quantity::count, &core::Actuals::clicks},
    {TypedResults::orders, "result-orders", "Orders", ingest::Quantity::count, &core::Actuals::orders},
    {TypedResults::revenue, "result-revenue", "Net revenue", ingest::Quantity::money, &core::Actuals::revenue},
};

Fit fit_of(const Source& source) {
  if (!source.reading || !source.reading->posts.empty()) return {};
  return {false, "It holds no posts: choose the export with one row a post."};
}

// What the posts say that carry the hashtag, and the sentence about them.
core::Actuals from_posts(Form& form, State& state) {
  for (const Source* source : {&state.results.file, &state.results.paste}) {
    if (!source->reading || source->reading->posts.empty()) continue;
    const std::vector<core::Post>& posts = source->reading->posts;
    const std::string& hashtag = state.campaign.results.hashtag;
    if (hashtag.empty()) {
      form.gap(8);
      form.text("result-tag-needed", TextStyle::small,
                "Give the campaign's hashtag, and the posts that carry it are picked out.", Tone::quiet);
      return {};
    }
    const core::HashtagPosts found = core::posts_with_hashtag(posts, hashtag);
    std::string says = counted(static_cast<double>(found.posts.size()), "post carries", "posts carry") +
                       " the hashtag, of " + counted(static_cast<double>(posts.size()), "post", "posts") + '.';
    if (found.without_caption > 0) {
      says += ' ' + counted(static_cast<double>(found.without_caption), "post has", "posts have") +
              " no caption, so nobody can say.";
    }
    form.gap(8);
    form.notice("result-tagged", found.posts.empty() ? Tone::warn : Tone::good, says, form::flag_status);
    return found.posts.empty() ? core::Actuals{} : core::actuals_of(found);
  }
  return {};
}

core::Actuals typed_results(Form& form, State& state, const std::string& currency, core::Actuals actuals) {
  for (const ResultField& field : fields) {
    std::string& typed = state.campaign.results.typed[field.field];
    const auto read = [&] {
      return ingest::read_range(typed, {.quantity = field.quantity, .currency = currency, .field = field.id});
    };
    std::string error;
    if (const auto value = read(); !value) {
      error = value.error().message;
    } else if (*value && !(*value)->is_exact()) {
      error = "A result is one number.";
    } else if (*value && ((*value)->low < 0)) {
      error = "A result is not below 0.";
    }
    const std::optional<double> of_posts = actuals.*field.member;
    const std::string shown = of_posts ? rounded(*of_posts) : std::string();
    form.gap(12);
    std::string label(field.label);
    if (field.quantity == ingest::Quantity::money) label += ", in " + currency;
    form.text_field({.id = field.id,
                     .label = label,
                     .placeholder = shown,
                     .note = !typed.empty() ? "yours"
                             : of_posts     ? "from the posts"
                                            : "",
                     .error = error},
                    typed);
    if (const auto value = read(); value && *value && (*value)->is_exact() && (*value)->low >= 0) {
      actuals.*field.member = (*value)->low;
    }
  }
  return actuals;
}

bool any(const core::Actuals& actuals) { return !(actuals == core::Actuals{}); }

void report(Form& form, State& state, const ScenarioAnswer& answer, const ResultsAnswer& results) {
  const core::ActualsReport& report = *results.report;
  form.gap(16);
  form.say(report.sentence);
  form.text("result-answer", TextStyle::strong, report.sentence);
  if (!report.outcomes.empty()) {
    static constexpr Column columns[] = {{.title = "Outcome", .share = 2},
                                         {.title = "Was", .share = 2, .right = true},
                                         {.title = "Forecast", .share = 3, .right = true},
                                         {.title = "Forecasts below it", .share = 2, .right = true}};
    std::vector<std::vector<Cell>> rows;
    for (const core::OutcomeCheck& check : report.outcomes) {
      const bool money = check.key == "spend" || check.key == "revenue" || check.key == "profit";
      const auto words = [&](double value) {
        return money ? rounded_money(value, answer.currency) : short_count(value);
      };
      rows.push_back({{.text = std::string(check.name)},
                      {.text = words(check.actual), .strong = true},
                      {.text = from_to(words(check.planned.p5), words(check.planned.p95)), .tone = Tone::quiet},
                      {.text = chance(check.percentile)}});
    }
    form.gap(8);
    form.table("result-outcomes", "What came of it, beside the forecast", columns, rows);
  }
  if (!report.assumptions.empty()) {
    static constexpr Column columns[] = {{.title = "Assumption", .share = 3},
                                         {.title = "How", .share = 0},
                                         {.title = "Was", .share = 2, .right = true},
                                         {.title = "Planned", .share = 2, .right = true},
                                         {.title = "Believe now", .share = 2, .right = true}};
    std::vector<std::vector<Cell>> rows;
    for (const core::AssumptionCheck& check : report.assumptions) {
      const bool off = report.most_off == check.input;
      rows.push_back({{.text = std::string(core::info_of(check.input).name)},
                      {.text = check.formula, .tone = Tone::quiet},
                      {.text = input_text(check.input, core::Uncertain::exact(check.actual), answer.currency),
                       .tone = off ? Tone::bad : Tone::plain,
                       .strong = true},
                      {.text = input_text(check.input, check.planned, answer.currency), .tone = Tone::quiet},
                      {.text = input_text(check.input, check.updated, answer.currency)}});
    }
    form.gap(12);
    form.table("result-assumptions", "Each assumption, what the results say of it, and what to believe now", columns,
               rows);
  }
  if (results.chance_again) {
    form.gap(12);
    const std::string before =
        answer.simulation->probability_of_profit ? chance(*answer.simulation->probability_of_profit) : "not known";
    form.notice("result-odds", Tone::plain,
                "The same campaign again, with what was learnt: " + chance(*results.chance_again) +
                    " likely to make money; it was " + before + ".",
                0);
    form.gap(8);
    form.row([&] {
      if (state.campaign.scenarios.size() < max_scenarios && form.button("result-use", "Plan the next one with it")) {
        add_scenario(state.campaign, typed_scenario(report.plan, "Next round"));
      }
    });
  }
}

void results(Form& form, State& state, CampaignAnswers& answers) {
  const std::size_t number = std::min(state.campaign.shown, answers.scenarios.size() - 1);
  const ScenarioAnswer& answer = answers.scenarios[number];
  form.title("results-title", "Forecast and actual");
  form.text("results-help", TextStyle::body,
            "After the campaign: what came of it? Each result shows which assumption was off.", Tone::quiet);
  form.gap(4);
  const bool open = state.is_open("results-toggle");
  form.sources_at("results-toggle");
  if (form.disclosure("results-toggle", open ? "Fold the results" : "Type or paste the results", open)) {
    state.toggle("results-toggle");
  }
  if (!open) return;
  TypedResults& typed = state.campaign.results;
  form.gap(8);
  form.text_field({.id = "result-hashtag", .label = "The campaign's hashtag", .placeholder = "#ourcampaign"},
                  typed.hashtag);
  form.gap(12);
  paste_field(form, state, state.results,
              {.id = "paste",
               .label = "Posts, pasted or from a file",
               .help = "Rows of a spreadsheet with captions. Only posts that carry the hashtag count. What you type "
                       "below comes first.",
               .lines = 3});
  source_notice(form, "results-paste-read", state, state.results.paste, fit_of(state.results.paste));
  form.gap(12);
  form.row([&] { form.file_button("file", "Choose a file"); });
  source_notice(form, "results-file-read", state, state.results.file, fit_of(state.results.file));
  const core::Actuals actuals = typed_results(form, state, answer.currency, from_posts(form, state));
  if (!any(actuals)) return;
  const ResultsAnswer& results = results_for(answers, number, actuals);
  if (results.report) {
    report(form, state, answer, results);
  } else {
    form.gap(12);
    form.notice("result-error", Tone::bad, results.error->message, form::flag_alert);
  }
}

}  // namespace

void results_card(Form& form, State& state, CampaignAnswers& answers) {
  form.card("results-card", "Forecast and actual", [&] { results(form, state, answers); });
}

}  // namespace mf::ui
