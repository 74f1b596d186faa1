#include <string>
#include <string_view>
#include <vector>

#include "core/growth.h"
#include "ui/cards.h"
#include "ui/figure_words.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Form;
using form::TextStyle;
using form::Tone;

// "between Aug 2027 and Mar 2029": what the forecast's dates say together.
std::string when(const core::BoundaryForecast& forecast) {
  if (!forecast.earliest) return "As it grew so far, it will not get there within 20 years.";
  if (!forecast.latest) return "Not before " + month_of(*forecast.earliest) + ", and perhaps never.";
  const std::string first = month_of(*forecast.earliest), last = month_of(*forecast.latest);
  return first == last ? "In " + first + ", if it goes on so."
                       : "Between " + first + " and " + last + ", if it goes on so (90\xC2\xA0% sure).";
}

std::string signed_percent(double rate) { return (rate > 0 ? "+" : "") + digits(rate * 100, 2) + "\xC2\xA0%"; }

void growth_rate(Form& form, const core::Growth& growth) {
  if (!growth.rate) {
    if (growth.no_rate) form.text("growth-detail", TextStyle::body, growth.no_rate->message, Tone::quiet);
    return;
  }
  const core::GrowthRate& rate = *growth.rate;
  if (growth.next && !growth.next->reached) form.text("growth-when", TextStyle::body, when(*growth.next));
  form.text("growth-detail", TextStyle::small,
            "Grew by " + signed_percent(rate.middle) + " a month (90\xC2\xA0% sure between " +
                signed_percent(rate.low) + " and " + signed_percent(rate.high) + ") over " +
                counted(static_cast<double>(rate.points), "day", "days") + " with a count, " + month_of(rate.from) +
                " to " + month_of(rate.to) + '.',
            Tone::quiet);
  if (growth.next && growth.next->beyond_the_history) {
    form.gap(8);
    form.notice("growth-far", Tone::warn, "That lies further ahead than the history reaches back.", 0);
  }
}

void growth_answer(Form& form, State& state, const Answers& answers) {
  form.title("growth-title", "Next line");
  const core::Analysis* analysis = answers.analysis ? &*answers.analysis : nullptr;
  const core::Verdict* verdict = analysis && analysis->verdict ? &*analysis->verdict : nullptr;
  std::vector<std::string_view> records;
  if (!verdict) {
    form.text("growth-answer", TextStyle::strong, "Give the follower count");
    form.gap(4);
    form.text("growth-detail", TextStyle::body,
              "Then the next line on the way up stands here, and with dated follower counts also when it is reached.",
              Tone::quiet);
    return;
  }
  if (verdict->next) {
    form.text("growth-answer", TextStyle::figure, whole(verdict->next->followers));
    std::string detail = whole(verdict->next->missing) + " followers to go";
    if (!verdict->next->tier.empty()) {
      detail += "; from there most publishers say " + std::string(verdict->next->tier);
    }
    form.text("growth-next", TextStyle::body, detail + '.', Tone::quiet);
  } else {
    form.text("growth-answer", TextStyle::strong, "No line above");
    form.text("growth-next", TextStyle::body, "No counted publisher changes its name for an account beyond this size.",
              Tone::quiet);
  }
  if (analysis->growth) {
    form.gap(8);
    growth_rate(form, *analysis->growth);
    if (analysis->growth->published) {
      const core::PublishedGrowth& published = *analysis->growth->published;
      form.gap(8);
      form.text("growth-published", TextStyle::small,
                publisher_of(*published.record) + ": accounts of this size gained " +
                    signed_percent(published.in_six_months) + " in six months, " + signed_percent(published.a_month) +
                    " a month.",
                Tone::quiet);
      records.push_back(published.record->id);
    }
  } else {
    form.gap(8);
    form.text("growth-detail", TextStyle::small,
              "Paste or choose dated follower counts (a column with dates, one with followers) to see when.",
              Tone::quiet);
  }
  sources(
      form, state,
      {.id = "growth-sources",
       .formula = "The first count at which the most frequent name among the counted publishers changes. Growth: the "
                  "mean drift on a log scale, its 90\xC2\xA0% interval from changes over long stretches.",
       .records = records});
}

}  // namespace

void growth_card(Form& form, State& state, const Answers& answers) {
  form.card("growth-card", "Next line", [&] { growth_answer(form, state, answers); });
}

}  // namespace mf::ui
