// Earned media value by each published method, and the case in other sites' formulas.
#include <string>
#include <vector>

#include "core/emv.h"
#include "core/number_text.h"
#include "core/other_sites.h"
#include "ui/campaign_cards.h"
#include "ui/campaign_words.h"
#include "ui/sources.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

std::string value_of(const core::EmvMethod& method) {
  if (!method.typical) return needed(method.needs);
  std::string out = rounded_money(*method.typical, method.currency);
  if (method.low && method.high && *method.low < *method.high) {
    out +=
        " (" + from_to(rounded_money(*method.low, method.currency), rounded_money(*method.high, method.currency)) + ')';
  }
  return method.counted ? out : out + " \xC2\xB7 not counted";
}

void methods_table(Form& form, const core::EmvEstimate& emv) {
  static constexpr Column columns[] = {
      {.title = "Method", .share = 3}, {.title = "How", .share = 0}, {.title = "Gives", .share = 2}};
  std::vector<std::vector<Cell>> rows;
  for (const core::EmvMethod& method : emv.methods) {
    std::string how = method.formula;
    if (!method.note.empty()) how += ". " + method.note;
    rows.push_back({{.text = method.name},
                    {.text = std::move(how), .tone = Tone::quiet},
                    {.text = value_of(method), .tone = method.counted ? Tone::plain : Tone::quiet}});
  }
  form.table("emv-methods", "Earned media value by each published method", columns, rows);
}

void media_value(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("emv-title", "Earned media value: not cash");
  const core::EmvEstimate& emv = answer.earned_media;
  std::vector<std::string_view> records;
  for (const core::EmvMethod& method : emv.methods) {
    records.insert(records.end(), method.sources.begin(), method.sources.end());
  }
  if (emv.range) {
    form.text("emv-answer", TextStyle::figure,
              from_to(rounded_money(emv.range->low, emv.range->currency),
                      rounded_money(emv.range->high, emv.range->currency)));
    form.gap(4);
    form.text("emv-detail", TextStyle::body, emv.range->reason, Tone::quiet);
  } else {
    form.text("emv-answer", TextStyle::strong, "No published method fits");
  }
  form.gap(8);
  form.text("emv-note", TextStyle::small, emv.note, Tone::quiet);
  const bool open = state.is_open("emv-toggle");
  form.gap(4);
  if (form.disclosure("emv-toggle",
                      (open ? "Hide the " : "Show the ") + whole(static_cast<double>(emv.methods.size())) + " methods",
                      open)) {
    state.toggle("emv-toggle");
  }
  if (open) form.kept("emv-methods", answer.revision, [&] { methods_table(form, emv); });
  sources(form, state,
          {.id = "emv-sources",
           .formula = "Each method as its publisher states it, on the campaign's medians. Never part of profit.",
           .records = records});
}

std::string result_of(const core::SiteAnswer& site, std::string_view currency) {
  if (!site.result) return site.needs.empty() ? std::string("no answer") : needed(site.needs);
  if (site.unit == "fraction") return digits(*site.result * 100, 3) + "\xC2\xA0%";
  if (site.unit == "money") return rounded_money(*site.result, currency);
  return rounded(*site.result) + (site.unit.empty() ? "" : " ") + std::string(site.unit);
}

void sites_tables(Form& form, const ScenarioAnswer& answer) {
  core::SiteCase given = core::site_case(*answer.simulation);
  const core::EmvEstimate& emv = answer.earned_media;
  if (emv.range) given.earned_media_value = (emv.range->low + emv.range->high) / 2;
  const std::vector<core::SiteAnswer> sites = core::other_sites(given);
  static constexpr Column columns[] = {{.title = "Who", .share = 3},
                                       {.title = "How", .share = 0},
                                       {.title = "Says", .share = 1.6f, .right = true},
                                       {.title = "Why it differs", .share = 3}};
  for (std::size_t i = 0; i < sites.size();) {
    const core::SiteTopic topic = sites[i].topic;
    std::vector<std::vector<Cell>> rows;
    for (; i < sites.size() && sites[i].topic == topic; ++i) {
      const core::SiteAnswer& site = sites[i];
      rows.push_back({{.text = std::string(site.who) + ", " + std::string(site.name), .strong = site.ours},
                      {.text = site.formula, .tone = Tone::quiet},
                      {.text = result_of(site, answer.currency), .strong = site.ours},
                      {.text = std::string(site.why), .tone = Tone::quiet}});
    }
    form.gap(8);
    form.heading("sites-" + std::string(core::site_topic_id(topic)), 3, TextStyle::strong,
                 core::site_topic_name(topic));
    form.table("sites-table-" + std::string(core::site_topic_id(topic)),
               std::string(core::site_topic_name(topic)) + " in each published formula", columns, rows);
  }
}

void other_sites(Form& form, State& state, const ScenarioAnswer& answer) {
  form.title("sites-title", "Why does another site say something else?");
  form.text("sites-help", TextStyle::body,
            "The same campaign, by its medians, in each published formula. They differ in what they divide by and in "
            "what they leave out.",
            Tone::quiet);
  form.gap(4);
  const bool open = state.is_open("sites-toggle");
  form.sources_at("sites-toggle");
  if (form.disclosure("sites-toggle", open ? "Hide the formulas" : "Show this campaign in each formula", open)) {
    state.toggle("sites-toggle");
  }
  if (!open) return;
  form.kept("sites", answer.revision, [&] { sites_tables(form, answer); });
}

}  // namespace

void media_value_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("emv-card", "Earned media value", [&] { media_value(form, state, answer); });
}
void other_sites_card(Form& form, State& state, const ScenarioAnswer& answer) {
  form.card("sites-card", "Why does another site say something else?", [&] { other_sites(form, state, answer); });
}

}  // namespace mf::ui
