// "Numbers": every published figure in use, what the articles claim, and the formulas. Any figure can be replaced.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/benchmarks.h"
#include "core/claims.h"
#include "core/tiers.h"
#include "form/form.h"
#include "ui/figure_words.h"
#include "ui/formulas.h"
#include "ui/tool.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using core::Benchmark;
using core::Metric;
using form::Form;
using form::TextStyle;
using form::Tone;
using Kind = NumbersView::Kind;

constexpr int page_size = 20;

// What people look for, and the metrics that it means.
struct Topic {
  std::string_view name;
  std::initializer_list<Metric> metrics;
};
const Topic topics[] = {
    {"All", {}},
    {"Engagement", {Metric::engagement_rate, Metric::comments_per_like}},
    {"Reach and views", {Metric::reach_rate, Metric::views_per_follower}},
    {"Fees and prices",
     {Metric::fee, Metric::fee_rule, Metric::fee_modifier, Metric::cpm, Metric::cpe, Metric::earned_media_value}},
    {"Sales",
     {Metric::click_rate, Metric::conversion_rate, Metric::order_value, Metric::return_on_spend,
      Metric::revenue_per_follower}},
    {"Habits and effort", {Metric::posting_cadence, Metric::follower_growth, Metric::show_rate, Metric::effort}},
    {"Replaced by you", {}},
};
constexpr int topic_replaced = static_cast<int>(std::size(topics)) - 1;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Every word of the search stands somewhere in the text, whatever the case.
bool matches(std::string_view search, std::string_view text) {
  const std::string wanted = lower(search), in = lower(text);
  for (std::size_t at = 0; at < wanted.size();) {
    const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
    if (in.find(wanted.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

std::string searched_text(const Benchmark& record, const core::Figures& figures) {
  std::string out = title_of(record) + ' ' + figures_of(record, figures) + ' ' + publisher_of(record) + ' ';
  for (const std::string_view part : {record.definition, record.note, record.source->title, record.id}) {
    out += part;
    out += ' ';
  }
  return out;
}

std::vector<const Benchmark*> found_records(const State& state, const core::Figures& figures) {
  std::vector<const Benchmark*> found;
  const Topic& topic = topics[state.numbers.topic];
  for (const Benchmark& record : core::benchmarks()) {
    const bool in_topic = state.numbers.topic == topic_replaced
                              ? figures.is_replaced(record.id)
                              : topic.metrics.size() == 0 || std::find(topic.metrics.begin(), topic.metrics.end(),
                                                                       record.metric) != topic.metrics.end();
    if (in_topic && matches(state.numbers.search, searched_text(record, figures))) found.push_back(&record);
  }
  return found;
}

// [SECTION] Replacing a figure

void restore(State& state, std::string_view id) {
  std::erase_if(state.replacements, [&](const core::Replacement& r) { return r.id == id; });
  ++state.revision;
}

void begin_editing(State& state, const Benchmark& record) {
  const core::Figures figures(state.replacements);
  state.numbers.editing = record.id;
  state.numbers.drafts.clear();
  for (const core::Figure& figure : record.figures) {
    state.numbers.drafts.push_back(figure_to_type(*figures.get(record, figure.statistic), record.unit));
  }
}

// What is wrong with a draft, if anything; what it stands for goes into `value`.
std::string draft_error(const Benchmark& record, core::Statistic statistic, const std::string& draft, double& value) {
  const std::optional<double> read = figure_from_words(draft, record.unit);
  if (!read) {
    return "Type one number, such as " + figure_to_type(record.figures.front().value, record.unit) + '.';
  }
  value = *read;
  const std::optional<Error> error = core::check_replacement({std::string(record.id), statistic, *read});
  return error ? error->message : std::string();
}

void edit_fields(Form& form, State& state, const Benchmark& record) {
  NumbersView& view = state.numbers;
  std::vector<core::Replacement> wanted;
  bool sound = true;
  for (std::size_t i = 0; i < record.figures.size() && i < view.drafts.size(); ++i) {
    const core::Figure& figure = record.figures[i];
    double value = figure.value;
    const std::string error = draft_error(record, figure.statistic, view.drafts[i], value);
    sound = sound && error.empty();
    if (view.drafts[i] != figure_to_type(figure.value, record.unit)) {
      wanted.push_back({std::string(record.id), figure.statistic, value});
    }
    const std::string field_id = form::part_id(record.id, std::to_string(i));
    const std::string label =
        std::string("Your ") + core::statistic_name(figure.statistic) + ", " + typed_unit(record.unit);
    form.text_field({.id = field_id, .label = label, .error = error}, view.drafts[i]);
    form.gap(12);
  }
  form.row([&] {
    if (form.button(form::part_id(record.id, "use"), "Use mine", true) && sound) {
      restore(state, record.id);
      state.replacements.insert(state.replacements.end(), wanted.begin(), wanted.end());
      view.editing.clear();
    }
    if (form.button(form::part_id(record.id, "leave"), "Leave as it was")) view.editing.clear();
  });
}

// [SECTION] Lists

void show_record(Form& form, State& state, const Benchmark& record, const core::Figures& figures) {
  const auto part = [&](std::string_view name) { return form::part_id(record.id, name); };
  const bool own = figures.is_replaced(record.id);
  form.sources_at(part("source"));
  form.heading(part("title"), 3, TextStyle::strong, title_of(record));
  form.gap(2);
  form.text(part("says"), TextStyle::body, figures_of(record, figures), own ? Tone::accent : Tone::plain);
  if (own) {
    form.text(part("published"), TextStyle::small, "Yours. Published: " + figures_of(record, {}), Tone::quiet);
  }
  form.gap(4);
  form.text(part("definition"), TextStyle::small, record.definition, Tone::quiet);
  form.text(part("note"), TextStyle::small, record.note, Tone::quiet);
  form.gap(4);
  form.link(part("source"), TextStyle::small, publisher_of(record) + ": " + std::string(record.source->title),
            record.source->url);
  if (state.numbers.editing == record.id) {
    form.gap(12);
    edit_fields(form, state, record);
    return;
  }
  form.row([&] {
    if (form.disclosure(part("edit"), own ? "Change my figure" : "Use a figure of my own", false)) {
      begin_editing(state, record);
    }
    if (own && form.button(part("restore"), "Return to published")) restore(state, record.id);
  });
}

// What was found: it heads the list.
void count(Form& form, std::string_view found) {
  form.say(found);
  form.heading("numbers-count", 2, TextStyle::figure, found);
}

void show_figures(Form& form, State& state) {
  const core::Figures figures(state.replacements);
  const std::vector<const Benchmark*> found = found_records(state, figures);
  const auto shown = std::min(found.size(), static_cast<std::size_t>(state.numbers.pages) * page_size);
  count(form, counted(static_cast<double>(found.size()), "figure", "figures"));
  form.text("numbers-hint", TextStyle::body,
            found.empty() ? "Nothing matches. Try a platform, a publisher, or a word such as fee or reach."
                          : "Grade A is the publisher's own page, B a second hand, C unaudited and only ever flagged.",
            Tone::quiet);
  for (std::size_t i = 0; i < shown; ++i) {
    form.rule();
    form.group(found[i]->id, title_of(*found[i]), [&] { show_record(form, state, *found[i], figures); });
  }
  if (shown < found.size()) {
    form.rule();
    const auto more = std::min<std::size_t>(page_size, found.size() - shown);
    if (form.button("numbers-more", "Show " + counted(static_cast<double>(more), "more figure", "more figures"))) {
      ++state.numbers.pages;
    }
  }
}

std::string status_words(core::ClaimStatus status) {
  std::string out = core::claim_status_name(status);
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

void show_claim(Form& form, const core::Claim& claim) {
  const auto part = [&](std::string_view name) { return form::part_id(claim.id, name); };
  form.sources_at(part("articles"));
  form.heading(part("title"), 3, TextStyle::strong, claim.says);
  const bool sound = claim.status == core::ClaimStatus::traced;
  const bool view = claim.status == core::ClaimStatus::opinion || claim.status == core::ClaimStatus::advice;
  form.gap(2);
  form.text(part("status"), TextStyle::label, status_words(claim.status),
            sound  ? Tone::good
            : view ? Tone::quiet
                   : Tone::warn);
  form.gap(2);
  form.text(part("trace"), TextStyle::small, claim.traces_to, Tone::quiet);
  form.gap(4);
  form.text(part("articles"), TextStyle::small, "Claimed by " + articles_named(claim.articles) + '.', Tone::quiet);
  for (const std::string_view id : claim.records) {
    const Benchmark* record = core::benchmark(id);
    if (record == nullptr || record->source->url.empty()) continue;
    form.link(part(id), TextStyle::small, publisher_of(*record) + ": " + figures_of(*record, {}), record->source->url);
  }
}

// What is meant wherever an article is called by its number.
void articles_table(Form& form) {
  static constexpr form::Column columns[] = {
      {.title = "Article", .share = 1}, {.title = "Title", .share = 4}, {.title = "By", .share = 2}};
  std::vector<std::vector<form::Cell>> rows;
  for (const core::Scheme& scheme : core::schemes()) {
    if (scheme.article.empty()) continue;
    const std::size_t comma = scheme.publisher.find(", ");  // "Article 001, an agency"
    const std::string_view by = comma == std::string_view::npos ? scheme.publisher : scheme.publisher.substr(comma + 2);
    rows.push_back({{.text = std::string(scheme.article)},
                    {.text = std::string(scheme.title)},
                    {.text = std::string(by), .tone = Tone::quiet}});
  }
  form.table("articles", "The five articles and their numbers", columns, rows);
}

void show_claims(Form& form, const State& state) {
  std::vector<const core::Claim*> found;
  for (const core::Claim& claim : core::claims()) {
    std::string text(claim.says);
    text += ' ';
    text += claim.traces_to;
    if (matches(state.numbers.search, text)) found.push_back(&claim);
  }
  count(form, counted(static_cast<double>(found.size()), "claim", "claims"));
  form.text("numbers-hint", TextStyle::body,
            "What five articles about micro-influencers say, and what is known of it. None of it is a settled fact.",
            Tone::quiet);
  form.gap(12);
  articles_table(form);
  for (const core::Claim* claim : found) {
    form.rule();
    form.group(claim->id, claim->says, [&] { show_claim(form, *claim); });
  }
}

void show_formulas(Form& form, const State& state) {
  count(form, "Formulas");
  for (const Formula& formula : formulas()) {
    std::string text(formula.name);
    text += ' ';
    text += formula.says;
    if (!matches(state.numbers.search, text)) continue;
    form.rule();
    form.group(formula.id, formula.name, [&] {
      form.sources_at(form::part_id(formula.id, "source"));
      form.heading(form::part_id(formula.id, "title"), 3, TextStyle::strong, formula.name);
      form.text(form::part_id(formula.id, "says"), TextStyle::body, formula.says);
      form.text(form::part_id(formula.id, "source"), TextStyle::small, formula.source, Tone::quiet);
    });
  }
}

// [SECTION] What to look for

void finder(Form& form, State& state) {
  form.sources_at("search");
  NumbersView& view = state.numbers;
  form.title("finder-title", "Find a number");
  if (form.text_field({.id = "search", .label = "Search", .placeholder = "fee, TikTok, Modash, 60 %"}, view.search) !=
      form::Edit::none) {
    view.pages = 1;
  }
  form.gap(16);
  static constexpr std::string_view kinds[] = {"Figures", "Claims", "Formulas"};
  const int kind = form.choices("kind", "Show", kinds, static_cast<int>(view.kind));
  if (kind != static_cast<int>(view.kind)) {
    view.kind = static_cast<Kind>(kind);
    view.pages = 1;
  }
  if (view.kind == Kind::figures) {
    form.gap(16);
    std::string_view names[std::size(topics)];
    for (std::size_t i = 0; i < std::size(topics); ++i) names[i] = topics[i].name;
    const int topic = form.choices("topic", "Topic", names, view.topic);
    if (topic != view.topic) view.pages = 1;
    view.topic = topic;
  }
  if (!state.replacements.empty()) {
    form.gap(16);
    form.notice("replaced", Tone::accent,
                "Some figures are your own. They act wherever the published ones would, are marked there, and travel "
                "in the link to this page.",
                0);
    form.gap(12);
    if (form.button("restore-all", "Return all to published")) {
      state.replacements.clear();
      ++state.revision;
    }
  }
}

void list(Form& form, State& state) {
  form.sources_at("kind");
  switch (state.numbers.kind) {
    case Kind::figures:
      return show_figures(form, state);
    case Kind::claims:
      return show_claims(form, state);
    case Kind::formulas:
      return show_formulas(form, state);
  }
}

}  // namespace

void draw_numbers(Form& form, State& state, AllAnswers& /*answers*/) {
  const auto find = [&] { form.card("finder", "Find a number", [&] { finder(form, state); }); };
  const auto results = [&] { form.card("numbers", "Numbers", [&] { list(form, state); }); };
  if (form.one_column()) {
    find();
    results();
  } else {
    form.side_by_side(352, find, results);
  }
}

}  // namespace mf::ui
