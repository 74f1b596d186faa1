#include "ingest/sheet.h"

#include <algorithm>

#include "ingest/column_choice.h"
#include "ingest/folding.h"
#include "ingest/number_words.h"
#include "ingest/row_kind.h"
#include "ingest/sheet_sample.h"
#include "ingest/told_columns.h"
#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

constexpr std::size_t sample_rows = 200;

using Cells = std::vector<std::string_view>;

struct HeaderScore {
  std::size_t known = 0;    // cells that are header words
  std::size_t wanted = 0;   // of them, those that hold numbers worth having
  std::size_t numbers = 0;  // cells that are numbers: a header has none
};

HeaderScore score_header(const Cells& cells) {
  HeaderScore score;
  std::size_t of_period = 0;
  bool has_period = false;
  for (const std::string_view cell : cells) {
    const Field field = read_header(cell).field;
    score.known += field != Field::none;
    score.wanted += is_wanted(field);
    of_period += is_period_metric(field) || field == Field::fee;
    has_period = has_period || field == Field::published_at || field == Field::campaign || field == Field::breakdown;
    if (field == Field::none && !cell.empty() && holds_number(cell)) ++score.numbers;
  }
  if (has_period) score.wanted += of_period;  // clicks and new followers are of days and campaigns
  return score;
}

struct FoundHeader {
  std::size_t row = 0;
  std::vector<std::string> cells;
  HeaderScore score;
};

std::vector<Skipped> rows_before(const FoundHeader& header, const std::vector<std::size_t>& seen) {
  std::vector<Skipped> preamble;
  for (const std::size_t row : seen) {
    if (row < header.row) preamble.push_back({row, "stands before the header"});
  }
  return preamble;
}

// A header written with another delimiter than its rows is one cell of them: its cells then, as many as the rows have.
// Else the cells as they are.
Cells split_again(const Cells& cells, const Layout& layout) {
  if (cells.size() != 1 || layout.width < 2 || cells[0].size() > 4000) return cells;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    if (static_cast<std::size_t>(std::count(cells[0].begin(), cells[0].end(), delimiter)) + 1 != layout.width) continue;
    Cells split;
    std::string_view rest = cells[0];
    for (std::size_t at = rest.find(delimiter); at != std::string_view::npos; at = rest.find(delimiter)) {
      split.push_back(rest.substr(0, at));
      rest.remove_prefix(at + 1);
    }
    split.push_back(rest);
    return split;
  }
  return cells;
}

// The first row that is half header words; else the one with most of them among the first rows.
std::optional<FoundHeader> find_header(std::string_view text, const Layout& layout, std::vector<Skipped>& preamble) {
  std::optional<FoundHeader> best;
  std::vector<std::size_t> seen;
  DelimitedRows rows(text, layout);
  for (std::size_t i = 0; i < header_search_rows && rows.next(); ++i) {
    seen.push_back(rows.number());
    const Cells cells = split_again(rows.cells(), layout);
    const HeaderScore score = score_header(cells);
    if (score.wanted == 0 || score.numbers > 0) continue;
    if (best && score.known <= best->score.known) continue;
    best = FoundHeader{rows.number(), {cells.begin(), cells.end()}, score};
    if (is_header_row(cells)) break;
  }
  if (best) preamble = rows_before(*best, seen);
  return best;
}

// The first row that has all columns of these names; `places` is where.
std::optional<FoundHeader> find_told_header(std::string_view text, const Layout& layout, std::span<const Mapping> told,
                                            std::vector<std::size_t>& places, std::vector<Skipped>& preamble) {
  std::vector<std::size_t> seen;
  DelimitedRows rows(text, layout);
  for (std::size_t i = 0; i < header_search_rows && rows.next(); ++i) {
    seen.push_back(rows.number());
    const Cells cells = split_again(rows.cells(), layout);
    const auto found = places_of(told, cells);
    if (!found) continue;
    places = *found;
    FoundHeader header{rows.number(), {cells.begin(), cells.end()}, {}};
    preamble = rows_before(header, seen);
    return header;
  }
  return std::nullopt;
}

Sample take_sample(std::string_view text, const Sheet& sheet, bool is_cut, double& mean_bytes) {
  Sample sample;
  DelimitedRows rows(text, sheet.layout);
  std::size_t begin = 0;
  while (sample.size() < sample_rows && rows.next()) {
    if (rows.number() <= sheet.header_row) {
      begin = rows.position();
      continue;
    }
    if (is_cut && rows.position() >= text.size() && !sample.empty()) break;
    if (is_header_row(rows.cells())) {
      if (is_header_of(sheet, rows.cells())) continue;
      break;
    }
    sample.emplace_back(rows.cells().begin(), rows.cells().end());
    mean_bytes = static_cast<double>(rows.position() - begin) / static_cast<double>(sample.size());
  }
  return sample;
}

void note_evidence(const Sample& sample, Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    Column& column = sheet.columns[i];
    bool point = false, comma = false;
    for (const auto& row : sample) {
      const std::string_view cell = cell_of(row, i);
      const char mark = decimal_mark_of(cell);
      point = point || mark == '.';
      comma = comma || mark == ',';
    }
    if (point != comma) column.decimal_mark = point ? '.' : ',';
  }
}

// At least one sampled row has a number where the header promises one. In a table of one column every row must:
// "posts, 1,234, followers, 12.3K", one a line, is a pasted profile.
bool has_numbers(const Sheet& sheet, const Sample& sample) {
  for (const auto& row : sample) {
    bool any = false;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      const Field field = sheet.columns[i].used_for;
      const bool is_amount = field == Field::fee && sheet.row_kind == RowKind::campaign;
      if (!is_wanted(field) && !is_period_metric(field) && !is_amount) continue;
      any = any || holds_number(cell_of(row, i));
      if (sheet.columns.size() == 1 && row.size() == 1 && !any && !is_missing_word(row[0])) return false;
    }
    if (any && sheet.columns.size() > 1) return true;
    if (any && row.size() > 1) return false;
  }
  return sheet.columns.size() == 1 && !sample.empty();
}

}  // namespace

std::optional<std::size_t> Sheet::column_of(Field field) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].used_for == field && field != Field::none) return i;
  }
  return std::nullopt;
}

bool is_header_row(const std::vector<std::string_view>& cells) {
  if (cells.size() < 2 || cells.size() > 400) return false;
  // Cheap first: most rows hold a number early on, and no header does.
  for (const std::string_view cell : cells) {
    if (!cell.empty() && cell[0] >= '0' && cell[0] <= '9' && holds_number(cell)) return false;
  }
  std::size_t known = 0, filled = 0;
  for (const std::string_view cell : cells) {
    if (trimmed(cell).empty()) continue;
    ++filled;
    known += cell.size() < 60 && read_header(cell).field != Field::none;
  }
  return known >= 2 && known * 2 >= filled;
}

bool is_header_of(const Sheet& sheet, const std::vector<std::string_view>& cells) {
  if (cells.size() != sheet.columns.size()) return false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cut_at_character(trimmed(cells[i]), longest_column_name) != sheet.columns[i].name) return false;
  }
  return true;
}

std::string_view without_late_quotes(std::string_view cell, std::string_view inside) {
  const bool is_quoted = inside.size() >= 2 && inside.front() == '"' && inside.back() == '"';
  return is_quoted && cell.front() != '"' ? trimmed(inside.substr(1, inside.size() - 2)) : inside;
}

bool is_totals_text(std::string_view cell) {
  if (cell.size() > 40) return false;
  const auto first = std::find_if(cell.begin(), cell.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
  if (first == cell.end()) return false;
  const bool is_ascii = static_cast<unsigned char>(*first) < 0x80;
  if (is_ascii && !may_begin_totals_label(*first, first + 1 == cell.end() ? '\0' : first[1])) return false;
  static constexpr std::string_view labels[] = {"total",       "totals", "grandtotal", "sum",     "gesamt",
                                                "gesamtwerte", "summe",  "totales",    "totale",  "totaal",
                                                "итого",       "всего",  "合計",       "总计",    "總計",
                                                "총계",        "합계",   "toplam",     "average", "gesamtergebnis"};
  const std::string key = header_key(cell);
  return std::find(std::begin(labels), std::end(labels), key) != std::end(labels);
}

namespace {

void take_header(const FoundHeader& header, Sheet& sheet) {
  sheet.header_row = header.row;
  for (const std::string& cell : header.cells) {
    Column column;
    column.name = std::string(cut_at_character(trimmed(cell), longest_column_name));
    column.header = read_header(cell);
    sheet.columns.push_back(std::move(column));
  }
  // In a video studio's table "Subscribers" is what the period gained.
  sheet.is_studio = std::any_of(sheet.columns.begin(), sheet.columns.end(),
                                [](const Column& column) { return column.header.field == Field::studio_metric; });
  // LinkedIn's pages count the followers of each day as organic, sponsored and total.
  const bool is_of_days = std::any_of(sheet.columns.begin(), sheet.columns.end(), [](const Column& column) {
    return header_key(column.name) == "organicfollowers";
  });
  for (Column& column : sheet.columns) {
    if (sheet.is_studio && column.header.is_subscribers) column.header.field = Field::net_followers;
    if (is_of_days && column.header.field == Field::followers) column.header.field = Field::follows;
  }
}

void understand(std::string_view text, bool is_cut, const ToldColumns* told, Sheet& sheet) {
  const Sample sample = take_sample(text, sheet, is_cut, sheet.mean_row_bytes);
  sheet.sampled_rows = sample.size();
  if (told) told->clear(sheet);
  choose_columns(sample, sheet);
  if (told) told->give(sheet);
  sheet.date_order = date_order_of(sheet, sample);
  sheet.row_kind = kind_of_rows(sheet, sample);
  if (sheet.row_kind == RowKind::post) sheet.day_column = day_column_of(sheet, sample);
  if (sheet.row_kind == RowKind::creator) drop_account_totals(sheet);
  for (Column& column : sheet.columns) {
    if (!is_carried(sheet.row_kind, column.used_for)) column.used_for = Field::none;
  }
  if (told) told->settle(sheet);
  note_evidence(sample, sheet);
  sheet.has_numbers = has_numbers(sheet, sample);
}

}  // namespace

std::optional<Sheet> find_sheet(std::string_view text, bool is_cut) {
  Sheet sheet;
  sheet.layout = sniff_layout(text);
  const std::optional<FoundHeader> header = find_header(text, sheet.layout, sheet.preamble);
  if (!header) return std::nullopt;
  take_header(*header, sheet);
  understand(text, is_cut, nullptr, sheet);
  return sheet;
}

std::optional<Sheet> find_told_sheet(std::string_view text, bool is_cut, std::span<const Mapping> told) {
  Sheet sheet;
  sheet.layout = sniff_layout(text);
  std::vector<std::size_t> places;
  const std::optional<FoundHeader> header = find_told_header(text, sheet.layout, told, places, sheet.preamble);
  if (!header) return std::nullopt;
  take_header(*header, sheet);
  const std::optional<Sheet> untold = find_sheet(text, is_cut);
  const bool is_same = untold && untold->header_row == sheet.header_row;
  const ToldColumns columns(told, places, is_same ? mapping_of(*untold) : std::vector<Mapping>(), sheet);
  understand(text, is_cut, &columns, sheet);
  return sheet;
}

std::vector<Mapping> mapping_of(const Sheet& sheet) {
  std::vector<Mapping> mapping;
  mapping.reserve(sheet.columns.size());
  for (const Column& column : sheet.columns) {
    const bool is_spend = sheet.row_kind == RowKind::campaign && column.used_for == Field::fee;
    mapping.push_back({column.name, is_spend ? "spend" : field_key(column.used_for)});
  }
  return mapping;
}

}  // namespace mf::ingest
