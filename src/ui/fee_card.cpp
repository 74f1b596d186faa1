#include <string>
#include <string_view>
#include <vector>

#include "core/disagreements.h"
#include "core/fees.h"
#include "ui/cards.h"
#include "ui/figure_words.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

// Fees are read at a glance: two significant digits are as sure as any of them is.
std::string money(double amount, std::string_view currency) { return figure_in_words(to_two_digits(amount), currency); }

std::string exact_money(const core::FeeMethod& method) {
  if (!method.typical) {
    if (!method.needs.empty()) return needed(method.needs);
    return method.low ? "from " + figure_in_words(*method.low, method.currency) : std::string("no answer");
  }
  std::string out = figure_in_words(*method.typical, method.currency);
  if (method.low && method.high && *method.low < *method.high) {
    out += " (" +
           from_to(figure_in_words(*method.low, method.currency), figure_in_words(*method.high, method.currency)) + ')';
  }
  return out;
}

void methods_table(Form& form, const core::FeeEstimate& fee) {
  static constexpr Column columns[] = {
      {.title = "Method", .share = 3.2f}, {.title = "How", .share = 0}, {.title = "Gives", .share = 2.4f}};
  std::vector<std::vector<Cell>> rows;
  for (const core::FeeMethod& method : fee.methods) {
    const core::Benchmark* record = core::benchmark(method.sources.front());
    std::string how = method.formula + ", for " + method.applies_to;
    if (method.grade == 'C') how += " (grade C)";
    rows.push_back({{.text = method.name, .href = std::string(record->source->url)},
                    {.text = std::move(how), .tone = Tone::quiet},
                    {.text = exact_money(method) + (method.typical && !method.counted ? " \xC2\xB7 not counted" : ""),
                     .tone = method.counted ? Tone::plain : Tone::quiet}});
  }
  form.table("fee-methods", "Every published way to price a post, with this account's numbers", columns, rows);
  if (fee.modifiers.empty()) return;
  form.gap(8);
  std::vector<std::string> parts;
  for (const core::FeeModifier& modifier : fee.modifiers) {
    parts.push_back(std::string(modifier.name) + " +" + range_in_words(modifier.low, modifier.high, "fraction"));
  }
  form.text("fee-modifiers", TextStyle::fine, "Published additions, not applied here: " + joined(parts) + '.',
            Tone::quiet);
}

std::vector<std::string_view> records_of(const core::FeeEstimate& fee) {
  std::vector<std::string_view> records;
  for (const core::FeeMethod& method : fee.methods) {
    records.insert(records.end(), method.sources.begin(), method.sources.end());
  }
  if (fee.floor) records.push_back(fee.floor->source);
  for (const core::FeeModifier& modifier : fee.modifiers) records.push_back(modifier.source);
  return records;
}

void fee_answer(Form& form, State& state, const Answers& answers) {
  form.title("fee-title", "What a post could cost");
  const core::FeeEstimate* fee = answers.analysis && answers.analysis->fee ? &*answers.analysis->fee : nullptr;
  if (!fee || !fee->range) {
    form.text("fee-answer", TextStyle::strong, fee ? "No published price for this" : "Give the follower count");
    form.gap(4);
    form.text(
        "fee-detail", TextStyle::body,
        fee && !fee->note.empty() ? fee->note : "A range over the published ways to price a post, and why they differ.",
        Tone::quiet);
    if (!fee) return;
  } else {
    const core::FeeRange& range = *fee->range;
    const std::string answer = from_to(money(range.low, range.currency), money(range.high, range.currency));
    form.say(answer + " for a post");
    form.text("fee-answer", TextStyle::figure, answer);
    form.text("fee-detail", TextStyle::body,
              counted(static_cast<double>(range.methods), "published method", "published methods") +
                  ", the middle one " + money(range.typical, range.currency) + '.',
              Tone::quiet);
    form.gap(8);
    form.text("fee-why", TextStyle::small, range.reason, Tone::quiet);
  }
  if (fee->floor) {
    form.gap(8);
    form.text("fee-floor", TextStyle::small,
              "The least: article 004 says that some ask " + figure_in_words(fee->floor->amount, fee->floor->currency) +
                  " a piece.",
              Tone::quiet);
  }
  if (fee->range && !fee->note.empty()) {
    form.gap(8);
    form.text("fee-note", TextStyle::small, fee->note, Tone::quiet);
  }
  for (const core::Disagreement* disagreement : core::disagreements(answers.analysis->platform)) {
    if (disagreement->topic != "fee") continue;
    form.gap(8);
    form.text("fee-dispute", TextStyle::small, "Sources disagree: " + std::string(disagreement->sentence), Tone::quiet);
  }
  form.gap(4);
  const bool open = state.is_open("fee-toggle");
  if (form.disclosure("fee-toggle",
                      (open ? "Hide the " : "Show the ") + whole(static_cast<double>(fee->methods.size())) + " methods",
                      open)) {
    state.toggle("fee-toggle");
  }
  if (open) methods_table(form, *fee);
  sources(
      form, state,
      {.id = "fee-sources",
       .formula = "Each method as its publisher states it; the range goes from the lowest to the highest of grades A "
                  "and B that your data allows, in US dollars.",
       .records = records_of(*fee)});
}

}  // namespace

void fee_card(Form& form, State& state, const Answers& answers) {
  form.card("fee-card", "What a post could cost", [&] { fee_answer(form, state, answers); });
}

}  // namespace mf::ui
