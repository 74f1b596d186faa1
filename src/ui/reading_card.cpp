#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/number_text.h"
#include "ingest/columns.h"
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
  if (field == "spend") return "amount spent";
  if (field == "net_followers") return "change of followers";
  for (const ingest::Field one : ingest::choosable_fields()) {
    if (field == ingest::field_key(one)) return ingest::field_words(one);
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

// Lists of names and figures have no columns that could be something else.
bool has_columns(const ingest::Reading& reading) {
  const bool is_dated = std::any_of(reading.mapping.begin(), reading.mapping.end(),
                                    [](const ingest::Mapping& one) { return one.field == "publishedAt"; });
  return reading.format.ends_with("-csv") && reading.format != "overview-csv" &&
         (reading.format != "daily-csv" || is_dated);
}

// What is to be said of the columns so that one of them is read as another field. Of columns with one name the first is
// meant, so those before it are said as well.
std::vector<ingest::Mapping> with_column_as(std::vector<ingest::Mapping> told,
                                            const std::vector<ingest::Mapping>& mapping, std::size_t place,
                                            std::string_view field) {
  std::size_t at = 0;
  for (std::size_t i = 0; i <= place; ++i) {
    if (mapping[i].column != mapping[place].column) continue;
    while (at < told.size() && told[at].column != mapping[i].column) ++at;
    if (at == told.size()) told.push_back(mapping[i]);
    if (i < place) ++at;
  }
  for (ingest::Mapping& one : told) {
    if (one.field == field) one.field.clear();
  }
  told[at].field = field;
  return told;
}

// The same columns with what is said of some of them.
std::vector<ingest::Mapping> as_told(std::vector<ingest::Mapping> mapping, std::vector<ingest::Mapping> told) {
  for (ingest::Mapping& one : mapping) {
    const auto said = std::find_if(told.begin(), told.end(),
                                   [&](const ingest::Mapping& candidate) { return candidate.column == one.column; });
    if (said == told.end()) continue;
    one.field = said->field;
    told.erase(said);  // the next of this name is another column
  }
  return mapping;
}

std::vector<ingest::Mapping> columns_of_no_use(const Source& source) {
  std::vector<ingest::Mapping> mapping;
  for (const std::string& column : source.error->columns) mapping.push_back({column, {}});
  return as_told(std::move(mapping), source.columns);
}

// Each column and what it was read as, which can be changed; of a wide table those in use, and the rest folded.
void columns_table(Form& form, const std::string& prefix, State& state, Given& given, Source& source,
                   std::vector<ingest::Mapping> mapping, bool can_change) {
  constexpr std::size_t most_at_once = 12, most = 100;
  static constexpr Column columns[] = {{.title = "In your data"}, {.title = "Read as"}};
  const auto has = [&mapping](const auto& is_it) { return std::any_of(mapping.begin(), mapping.end(), is_it); };
  const bool is_ads = has([](const ingest::Mapping& one) { return one.field == "spend"; });
  std::vector<std::string> words = {"not used"};
  for (const ingest::Field field : ingest::choosable_fields()) {
    words.push_back(field_words(is_ads && field == ingest::Field::fee ? "spend" : ingest::field_key(field)));
  }
  const std::vector<std::string_view> names(words.begin(), words.end());

  // What has just been chosen stands there while it is read, and what is chosen next adds to it.
  const bool is_waiting = source.waiting && source.waiting->is_again;
  const std::vector<ingest::Mapping>& told = is_waiting ? source.waiting->columns : source.columns;
  if (is_waiting) mapping = as_told(std::move(mapping), told);

  const std::string fold = prefix + "others";
  // The first ones where none is in use.
  const std::size_t at_once = has([](const ingest::Mapping& one) { return !one.field.empty(); }) ? 0 : most_at_once;
  const bool is_wide = can_change && mapping.size() > most_at_once;
  std::vector<std::size_t> places;
  std::size_t folded = 0;
  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < mapping.size(); ++i) {
    const ingest::Mapping& one = mapping[i];
    const bool used = !one.field.empty();
    const bool is_told =
        std::any_of(told.begin(), told.end(), [&](const ingest::Mapping& said) { return said.column == one.column; });
    if (is_wide && !used && !is_told && rows.size() >= at_once) {
      if (one.column.empty() || ++folded > most || !state.is_open(fold)) continue;
    }
    Cell cell{.text = used ? field_words(one.field) : "not used", .tone = used ? Tone::plain : Tone::quiet};
    if (can_change && !one.column.empty()) {
      cell.press = prefix + "as-" + std::to_string(i);
      cell.names = names;
    }
    rows.push_back({{.text = one.column}, std::move(cell)});
    places.push_back(i);
  }
  form.gap(8);
  form.table(prefix + "mapping", "Which part of the input was read as what", columns, rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::optional<std::size_t> chosen = form.chosen(rows[i][1]);
    if (!chosen) continue;
    const char* field = *chosen == 0 ? "" : ingest::field_key(ingest::choosable_fields()[*chosen - 1]);
    read_again(state, given, source, with_column_as(told, mapping, places[i], field));
  }
  if (folded == 0) return;
  const auto shown = static_cast<double>(std::min(folded, most));
  if (form.disclosure(fold, counted(shown, "more column, not used", "more columns, not used"), state.is_open(fold))) {
    state.toggle(fold);
  }
}

void reading_details(Form& form, const std::string& prefix, State& state, Given& given, Source& source) {
  form.heading(prefix + "heading", 3, TextStyle::strong, source.name.empty() ? "Your text" : source.name);
  form.gap(4);
  if (!source.reading) {
    form.text(prefix + "summary", TextStyle::small, "Say what a column holds, and it is read again.", Tone::quiet);
    columns_table(form, prefix, state, given, source, columns_of_no_use(source), true);
    return;
  }
  const ingest::Reading& reading = *source.reading;
  form.text(prefix + "summary", TextStyle::small, understood(reading, source.name), Tone::quiet);
  for (std::size_t i = 0; i < reading.warnings.size(); ++i) {
    form.gap(8);
    form.notice(prefix + "warning-" + std::to_string(i), Tone::warn, reading.warnings[i], 0);
  }
  parts_table(form, prefix, reading);
  period_table(form, prefix, reading);
  if (source.error) {
    form.gap(8);
    form.notice(prefix + "error", Tone::bad, "It stays as it was. " + source.error->message, form::flag_alert);
  }
  if (!reading.mapping.empty()) {
    columns_table(form, prefix, state, given, source, reading.mapping, has_columns(reading));
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

void reading_card(Form& form, State& state, Given& given) {
  const auto has_details = [](const Source& source) {
    return source.reading || (source.error && !source.error->columns.empty());
  };
  if (!has_details(given.paste) && !has_details(given.file)) return;
  form.card("reading", "What was read", [&] {
    form.sources_at(given.file.reading ? "file" : "paste");  // the person's own
    form.title("reading-title", "What was read");
    bool first = true;
    for (const auto& [id, source] :
         {std::pair{"paste-details-", &given.paste}, std::pair{"file-details-", &given.file}}) {
      if (!has_details(*source)) continue;
      if (!first) form.gap(20);
      first = false;
      reading_details(form, id, state, given, *source);
    }
  });
}

}  // namespace mf::ui
