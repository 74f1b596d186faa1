#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/number_text.h"
#include "ui/cards.h"
#include "ui/reading_notice.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::Cell;
using form::Column;
using form::Form;
using form::TextStyle;
using form::Tone;

// The names of fields and of a period's figures in the API, as people say them.
std::string field_words(std::string_view field) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"id", "post id"},
      {"publishedAt", "publish time"},
      {"format", "kind of post"},
      {"postCount", "post count"},
      {"engagementRate", "engagement rate"},
      {"net_followers", "change of followers"},
      {"follows", "new followers"},
      {"unfollows", "followers lost"},
      {"spend", "amount spent"},
  };
  for (const auto& [name, said] : words) {
    if (name == field) return std::string(said);
  }
  std::string said(field);
  std::replace(said.begin(), said.end(), '_', ' ');
  return said;
}

std::string figure_words(std::string_view name) {
  std::string said = field_words(name);
  if (!said.empty() && said[0] >= 'a' && said[0] <= 'z') said[0] = static_cast<char>(said[0] - 'a' + 'A');
  return said;
}

std::string days_of(const ingest::PeriodFigure& figure) {
  if (figure.from.empty() && figure.until.empty()) return "not said";
  if (figure.from.empty()) return "until " + figure.until;
  if (figure.until.empty()) return "from " + figure.from;
  return figure.from == figure.until ? figure.from : figure.from + " to " + figure.until;
}

// What belongs to a stretch of days and to no post.
void period_table(Form& form, const std::string& prefix, const ingest::Reading& reading) {
  if (reading.period.empty()) return;
  static constexpr Column columns[] = {
      {.title = "Of the whole period"}, {.title = "Figure", .right = true}, {.title = "Days"}};
  std::vector<std::vector<Cell>> rows;
  for (const ingest::PeriodFigure& figure : reading.period) {
    rows.push_back(
        {{.text = figure_words(figure.name)},
         {.text = figure.currency.empty() ? whole(figure.value) : core::money_text(figure.value, figure.currency)},
         {.text = days_of(figure)}});
  }
  form.gap(12);
  form.table(prefix + "period", "What was said of the whole period", columns, rows);
}

void parts_table(Form& form, const std::string& prefix, const ingest::Reading& reading) {
  if (reading.parts.empty()) return;
  constexpr std::size_t most = 30;
  static constexpr Column columns[] = {{.title = "File in the archive", .share = 3}, {.title = "Read as", .share = 2}};
  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < std::min(most, reading.parts.size()); ++i) {
    const ingest::Part& part = reading.parts[i];
    std::string what = part.what.empty() ? "left shut" : part.what;
    if (!part.note.empty()) what += ": " + part.note;
    rows.push_back(
        {{.text = part.name}, {.text = std::move(what), .tone = part.what.empty() ? Tone::quiet : Tone::plain}});
  }
  form.gap(12);
  form.table(prefix + "parts", "Files of the archive; nothing else in it was opened", columns, rows);
}

void reading_details(Form& form, std::string_view id, const Source& source) {
  const ingest::Reading& reading = *source.reading;
  const std::string prefix = std::string(id) + '-';
  form.heading(prefix + "heading", 3, TextStyle::strong, source.name.empty() ? "Your text" : source.name);
  form.gap(4);
  form.text(prefix + "summary", TextStyle::small, understood(reading, source.name), Tone::quiet);
  for (std::size_t i = 0; i < reading.warnings.size(); ++i) {
    form.gap(8);
    form.notice(prefix + "warning-" + std::to_string(i), Tone::warn, reading.warnings[i], 0);
  }
  parts_table(form, prefix, reading);
  period_table(form, prefix, reading);
  if (!reading.mapping.empty()) {
    static constexpr Column columns[] = {{.title = "In your data"}, {.title = "Read as"}};
    std::vector<std::vector<Cell>> rows;
    for (const ingest::Mapping& mapping : reading.mapping) {
      const bool used = !mapping.field.empty();
      rows.push_back(
          {{.text = mapping.column},
           {.text = used ? field_words(mapping.field) : "not used", .tone = used ? Tone::plain : Tone::quiet}});
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

}  // namespace

void reading_card(Form& form, const Source& paste, const Source& file) {
  if (!paste.reading && !file.reading) return;
  form.card("reading", "What was read", [&] {
    form.sources_at(file.reading ? "file" : "paste");  // the person's own
    form.title("reading-title", "What was read");
    bool first = true;
    for (const auto& [id, source] : {std::pair{"paste-details", &paste}, std::pair{"file-details", &file}}) {
      if (!source->reading) continue;
      if (!first) form.gap(20);
      first = false;
      reading_details(form, id, *source);
    }
  });
}

}  // namespace mf::ui
