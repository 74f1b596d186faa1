#include "ingest/sheet.h"

#include <algorithm>

#include "core/calendar.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/number_words.h"
#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

constexpr std::size_t header_search_rows = 30;
constexpr std::size_t sample_rows = 200;
constexpr std::size_t longest_name = 200;

using Cells = std::vector<std::string_view>;

// The sampled records under the header, kept as text.
using Sample = std::vector<std::vector<std::string>>;

bool holds_number(std::string_view cell) {
  const Number number = read_number(cell);
  return number || number.flaw == NumberFlaw::negative || number.flaw == NumberFlaw::out_of_range;
}

struct HeaderScore {
  std::size_t known = 0;    // cells that are header words
  std::size_t wanted = 0;   // of them, those that hold numbers worth having
  std::size_t numbers = 0;  // cells that are numbers: a header has none
};

bool is_wanted(Field field) {
  return is_post_metric(field) || is_average(field) || field == Field::followers || field == Field::engagement_rate;
}

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
  if (!best) return std::nullopt;
  for (const std::size_t row : seen) {
    if (row < best->row) preamble.push_back({row, "stands before the header"});
  }
  return best;
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

std::string_view cell_of(const std::vector<std::string>& row, std::size_t column) {
  return column < row.size() ? bare_cell(row[column]) : std::string_view();
}

// How much a column offers: cells with something in them, and among numbers those that are not shortened.
struct Content {
  std::size_t filled = 0;
  std::size_t numbers = 0;
  std::size_t exact = 0;
};

Content content_of(const Sample& sample, std::size_t column) {
  Content content;
  for (const auto& row : sample) {
    const std::string_view cell = cell_of(row, column);
    if (is_missing_word(cell)) continue;
    ++content.filled;
    const Number number = read_number(cell);
    content.numbers += number && !number.percent;
    content.exact += number && !number.percent && number.count.low == number.count.high;
  }
  return content;
}

bool wants_numbers(Field field) { return is_wanted(field) || field == Field::following || field == Field::post_count; }

// Whether column `b` should be used rather than `a`, both meaning the same.
bool is_better(const Sample& sample, const std::vector<Column>& columns, std::size_t a, std::size_t b) {
  const Field field = columns[a].header.field;
  const Content first = content_of(sample, a), second = content_of(sample, b);
  if (field == Field::caption) return second.filled > first.filled;
  const std::size_t first_has = wants_numbers(field) ? first.numbers : first.filled;
  const std::size_t second_has = wants_numbers(field) ? second.numbers : second.filled;
  if ((first_has == 0) != (second_has == 0)) return second_has > 0;
  if (columns[a].header.rank != columns[b].header.rank) return columns[b].header.rank < columns[a].header.rank;
  if (first_has != second_has) return second_has > first_has;
  return second.exact > first.exact;
}

// A list that has followers for several platforms side by side: numbers of different accounts must not be mixed.
void keep_one_platform(Sheet& sheet) {
  const auto any = core::Platform::any;
  core::Platform kept = any;
  bool several = false;
  for (const Column& column : sheet.columns) {
    if (column.header.field != Field::followers || column.header.platform == any) continue;
    several = several || (kept != any && column.header.platform != kept);
    if (kept == any) kept = column.header.platform;
  }
  if (!several) return;
  for (Column& column : sheet.columns) {
    if (column.header.platform != any && column.header.platform != kept) column.header = {};
  }
  sheet.warnings.push_back(std::string("The table has columns for several platforms; only those of ") +
                           core::platform_name(kept) + " were read.");
}

// Two tables side by side, a column without a name between them, both with addresses or ids of posts: their rows have
// nothing to do with each other, so one of them is read.
void keep_one_table(Sheet& sheet) {
  struct Block {
    std::size_t begin = 0, end = 0, wanted = 0;
    bool names_posts = false;
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    if (sheet.columns[i].name.empty()) continue;
    if (i == 0 || sheet.columns[i - 1].name.empty()) blocks.push_back({i, i, 0, false});
    Block& block = blocks.back();
    const Field field = sheet.columns[i].header.field;
    block.end = i + 1;
    block.wanted += is_wanted(field);
    block.names_posts = block.names_posts || field == Field::url || field == Field::id;
  }
  std::erase_if(blocks, [](const Block& block) { return !block.names_posts; });
  if (blocks.size() < 2) return;
  const Block& kept = *std::max_element(blocks.begin(), blocks.end(),
                                        [](const Block& a, const Block& b) { return a.wanted < b.wanted; });
  for (const Block& block : blocks) {
    if (block.begin == kept.begin) continue;
    for (std::size_t i = block.begin; i < block.end; ++i) sheet.columns[i].header = {};
  }
  sheet.warnings.push_back("Tables stand side by side; only the one in columns " + std::to_string(kept.begin + 1) +
                           " to " + std::to_string(kept.end) + " was read.");
}

void choose_columns(const Sample& sample, Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    const Field field = sheet.columns[i].header.field;
    if (field_key(field)[0] == '\0') continue;
    const std::optional<std::size_t> rival = sheet.column_of(field);
    if (!rival) {
      sheet.columns[i].used_for = field;
      continue;
    }
    const bool better = is_better(sample, sheet.columns, *rival, i);
    const std::size_t used = better ? i : *rival, unused = better ? *rival : i;
    sheet.columns[unused].used_for = Field::none;
    sheet.columns[used].used_for = field;
    if (!is_wanted(field)) continue;
    if (sheet.columns[used].name == sheet.columns[unused].name) {
      sheet.warnings.push_back("Two columns are named " + quoted(sheet.columns[used].name) + ": number " +
                               std::to_string(used + 1) + " is used, number " + std::to_string(unused + 1) +
                               " is not.");
    } else {
      sheet.warnings.push_back("Two columns give " + std::string(field_words(field)) + ": " +
                               quoted(sheet.columns[used].name) + " is used, " + quoted(sheet.columns[unused].name) +
                               " is not.");
    }
  }
}

// A roster wants averages. Beside a number of posts, "Views" may well be the sum of all of them.
void drop_account_totals(Sheet& sheet) {
  struct Pair {
    Field plain, average;
  };
  for (const Pair pair : {Pair{Field::likes, Field::average_likes}, Pair{Field::comments, Field::average_comments},
                          Pair{Field::views, Field::average_views}}) {
    const auto column = sheet.column_of(pair.plain);
    if (!column) continue;
    Column& plain = sheet.columns[*column];
    const bool has_average = sheet.has(pair.average);
    if (!has_average && !plain.header.is_total && !sheet.has(Field::post_count)) continue;
    plain.used_for = Field::none;
    if (has_average) continue;
    sheet.warnings.push_back(
        "Column " + quoted(plain.name) +
        " may be the total of all posts, so it was not used. If it is an average, name it \"Average " +
        field_key(pair.plain) + "\".");
  }
}

// Whether the reading of such rows has a place for a field.
bool is_carried(RowKind kind, Field field) {
  const bool is_period = kind == RowKind::day_of_totals || kind == RowKind::campaign;
  if (is_period_metric(field)) return is_period;
  switch (field) {
    case Field::followers:
      return !is_period;
    case Field::campaign:
    case Field::period_from:
    case Field::period_until:
      return kind == RowKind::campaign;
    case Field::published_at:
      return kind != RowKind::creator;
    case Field::handle:
    case Field::platform:
    case Field::url:
    case Field::id:
      return kind == RowKind::post || kind == RowKind::creator;
    case Field::fee:
    case Field::currency:
      return kind == RowKind::creator || kind == RowKind::campaign;
    case Field::niche:
    case Field::country:
    case Field::engagement_rate:
    case Field::average_likes:
    case Field::average_comments:
    case Field::average_views:
      return kind == RowKind::creator;
    case Field::likes:
    case Field::comments:
    case Field::views:
      return kind != RowKind::day_of_followers;
    default:
      return kind != RowKind::creator && kind != RowKind::day_of_followers;
  }
}

std::size_t distinct_handles(const Sample& sample, std::size_t column) {
  std::vector<std::string> seen;
  for (const auto& row : sample) {
    const std::string handle = folded(trimmed(cell_of(row, column)));
    if (!handle.empty() && std::find(seen.begin(), seen.end(), handle) == seen.end()) seen.push_back(handle);
  }
  return seen.size();
}

bool has_meaning(const Sheet& sheet, Field field) {
  return std::any_of(sheet.columns.begin(), sheet.columns.end(),
                     [field](const Column& column) { return column.header.field == field; });
}

// Whether the rows are days that follow one another, most of them without a gap.
bool are_days_in_a_row(const Sheet& sheet, const Sample& sample) {
  const auto column = sheet.column_of(Field::published_at);
  if (!column) return false;
  std::vector<std::int32_t> days;
  for (const auto& row : sample) {
    const std::string date = iso_date(cell_of(row, *column), sheet.date_order);
    if (date.empty()) continue;
    if (const auto day = core::day_number(date.substr(0, 10))) days.push_back(*day);
  }
  std::sort(days.begin(), days.end());
  std::size_t next_days = 0;
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (days[i] == days[i - 1]) return false;
    next_days += days[i] == days[i - 1] + 1;
  }
  return days.size() >= 2 && next_days * 2 >= days.size() - 1;
}

// Geography, traffic source, gender, ... as the first column, or beside the day: the rows are parts of an audience.
bool is_breakdown(const Sheet& sheet) {
  const std::size_t place = sheet.columns[0].header.field == Field::published_at ? 1 : 0;
  return place < sheet.columns.size() && sheet.columns[place].header.field == Field::breakdown;
}

bool holds_numbers(const Sheet& sheet, const Sample& sample, Field field) {
  const auto column = sheet.column_of(field);
  return column && content_of(sample, *column).numbers > 0;
}

RowKind kind_of_rows(const Sheet& sheet, const Sample& sample) {
  bool metrics = false, averages = sheet.has(Field::fee) || sheet.has(Field::engagement_rate);
  bool period_metrics = false;
  for (const Column& column : sheet.columns) {
    metrics = metrics || is_post_metric(column.used_for);
    averages = averages || is_average(column.used_for);
    period_metrics = period_metrics || is_period_metric(column.used_for);
  }
  const auto handle = sheet.column_of(Field::handle);
  const bool one_post = sheet.has(Field::url) || sheet.has(Field::caption) || (sheet.has(Field::id) && !handle);
  const bool dated = sheet.has(Field::published_at);
  const bool of_a_day = has_meaning(sheet, Field::change) || has_meaning(sheet, Field::day_metric) ||
                        has_meaning(sheet, Field::follows) || has_meaning(sheet, Field::unfollows) ||
                        has_meaning(sheet, Field::net_followers) || has_meaning(sheet, Field::profile_visits);
  const bool liked = sheet.has(Field::likes) || sheet.has(Field::comments);
  const bool day_like =
      of_a_day || sheet.is_studio || ((metrics || period_metrics) && !liked && are_days_in_a_row(sheet, sample));
  const std::size_t handles = handle ? distinct_handles(sample, *handle) : 0;
  const bool several = sample.size() > 1;

  if (const auto campaign = sheet.column_of(Field::campaign);
      !one_post && !sheet.has(Field::followers) && (campaign || has_meaning(sheet, Field::campaign_metric))) {
    // "Campaign" alone may stand in a list of creators too; with clicks or sales beside it, the rows are results.
    const bool is_ads =
        (campaign && sheet.columns[*campaign].header.rank < 9) || has_meaning(sheet, Field::campaign_metric);
    const bool has_results = sheet.has(Field::clicks) || sheet.has(Field::conversions) || sheet.has(Field::purchases) ||
                             sheet.has(Field::purchase_value);
    const bool is_list = handle && (averages || (liked && handles > 1));
    if (is_ads || (has_results && !is_list)) return RowKind::campaign;
  }
  if (!handle && !one_post && !sheet.has(Field::followers) && is_breakdown(sheet)) return RowKind::breakdown;
  if (dated && !one_post && !sheet.has(Field::id) && !sheet.has(Field::format) && handles <= 1 &&
      (day_like || !metrics)) {
    if (sheet.has(Field::followers) && (holds_numbers(sheet, sample, Field::followers) || !day_like))
      return several || !metrics ? RowKind::day_of_followers : RowKind::post;
    if ((metrics || period_metrics) && day_like) return RowKind::day_of_totals;
  }
  if (sheet.has(Field::followers)) {
    if (!several) return averages && !metrics && handle ? RowKind::creator : RowKind::post;
    if (handles > 1) return RowKind::creator;
    if (metrics && (handles == 1 || one_post || dated || sheet.has(Field::id))) return RowKind::post;
    return RowKind::creator;
  }
  if (handle && !one_post && !dated && (handles > 1 || (averages && !metrics))) {
    return metrics || averages ? RowKind::creator : RowKind::unknown;
  }
  return metrics ? RowKind::post : RowKind::unknown;
}

// In a table of posts, a second date that is a day and not a word such as "Lifetime".
std::optional<std::size_t> day_column_of(const Sheet& sheet, const Sample& sample) {
  const auto used = sheet.column_of(Field::published_at);
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    if (sheet.columns[i].header.field != Field::published_at || sheet.columns[i].header.rank != 2) continue;
    // Where it is the only date, it may be the post's own as well; repeated ids tell.
    if (used == i) return i;
    const bool holds_day = std::any_of(sample.begin(), sample.end(), [&](const std::vector<std::string>& row) {
      return !cell_of(row, i).empty() && (order_shown_by(cell_of(row, i)) != DateOrder::unknown ||
                                          !iso_date(cell_of(row, i), DateOrder::month_first).empty());
    });
    if (holds_day) return i;
  }
  return std::nullopt;
}

// The days of a column by one order; empty if a cell is no date by it.
std::vector<std::int32_t> days_of(const Sample& sample, std::size_t column, DateOrder order) {
  std::vector<std::int32_t> days;
  for (const auto& row : sample) {
    const std::string_view cell = cell_of(row, column);
    if (cell.empty() || is_totals_label(cell)) continue;
    const auto day = core::day_number(iso_date(cell, order));
    if (!day) return {};
    days.push_back(*day);
  }
  std::sort(days.begin(), days.end());
  return days;
}

// "8/4/2024", "8/5/2024", "8/6/2024": days that follow one another by one order and lie a month apart by the other.
// Not where they would be the first days of months, for those are counted too.
DateOrder order_of_days_in_a_row(const Sample& sample, std::size_t column) {
  const auto follow_one_another = [](const std::vector<std::int32_t>& days) {
    return days.size() >= 3 && days.back() - days.front() == static_cast<std::int32_t>(days.size()) - 1 &&
           std::adjacent_find(days.begin(), days.end()) == days.end();
  };
  const auto are_first_days = [](const std::vector<std::int32_t>& days) {
    return std::all_of(days.begin(), days.end(), [](std::int32_t day) { return core::iso_date(day).ends_with("-01"); });
  };
  const auto month_first = days_of(sample, column, DateOrder::month_first);
  const auto day_first = days_of(sample, column, DateOrder::day_first);
  if (follow_one_another(month_first) && !are_first_days(day_first)) return DateOrder::month_first;
  if (follow_one_another(day_first) && !are_first_days(month_first)) return DateOrder::day_first;
  return DateOrder::unknown;
}

void note_date_order(const Sample& sample, Sheet& sheet) {
  const auto column = sheet.column_of(Field::published_at);
  if (!column) return;
  for (const auto& row : sample) sheet.date_order = joined(sheet.date_order, order_shown_by(cell_of(row, *column)));
  if (sheet.date_order == DateOrder::unknown) sheet.date_order = order_of_days_in_a_row(sample, *column);
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
    if (cut_at_character(trimmed(cells[i]), longest_name) != sheet.columns[i].name) return false;
  }
  return true;
}

std::string_view bare_cell(std::string_view cell) {
  const std::string_view inside = trimmed(cell);
  const bool is_quoted = inside.size() >= 2 && inside.front() == '"' && inside.back() == '"';
  return is_quoted && cell.front() != '"' ? trimmed(inside.substr(1, inside.size() - 2)) : inside;
}

bool is_totals_label(std::string_view cell) {
  if (cell.size() > 40) return false;
  static constexpr std::string_view labels[] = {"total",       "totals", "grandtotal", "sum",     "gesamt",
                                                "gesamtwerte", "summe",  "totales",    "totale",  "totaal",
                                                "итого",       "всего",  "合計",       "总计",    "總計",
                                                "총계",        "합계",   "toplam",     "average", "gesamtergebnis"};
  const std::string key = header_key(cell);
  return std::find(std::begin(labels), std::end(labels), key) != std::end(labels);
}

std::optional<Sheet> find_sheet(std::string_view text, bool is_cut) {
  Sheet sheet;
  sheet.layout = sniff_layout(text);
  std::optional<FoundHeader> header = find_header(text, sheet.layout, sheet.preamble);
  if (!header) return std::nullopt;
  sheet.header_row = header->row;
  for (const std::string& cell : header->cells) {
    Column column;
    column.name = std::string(cut_at_character(trimmed(cell), longest_name));
    column.header = read_header(cell);
    sheet.columns.push_back(std::move(column));
  }
  const Sample sample = take_sample(text, sheet, is_cut, sheet.mean_row_bytes);
  sheet.sampled_rows = sample.size();

  // In a video studio's table "Subscribers" is what the period gained.
  sheet.is_studio = has_meaning(sheet, Field::studio_metric);
  for (Column& column : sheet.columns) {
    if (sheet.is_studio && column.header.is_subscribers) column.header.field = Field::net_followers;
  }
  keep_one_table(sheet);
  keep_one_platform(sheet);
  choose_columns(sample, sheet);
  note_date_order(sample, sheet);
  sheet.row_kind = kind_of_rows(sheet, sample);
  if (sheet.row_kind == RowKind::post) sheet.day_column = day_column_of(sheet, sample);
  if (sheet.row_kind == RowKind::creator) drop_account_totals(sheet);
  for (Column& column : sheet.columns) {
    if (!is_carried(sheet.row_kind, column.used_for)) column.used_for = Field::none;
  }
  note_evidence(sample, sheet);
  sheet.has_numbers = has_numbers(sheet, sample);
  return sheet;
}

std::vector<Mapping> mapping_of(const Sheet& sheet) {
  std::vector<Mapping> mapping;
  mapping.reserve(sheet.columns.size());
  // Where several columns could name a row, one does.
  const Field name = sheet.row_kind == RowKind::creator && sheet.has(Field::handle) ? Field::handle
                     : sheet.row_kind == RowKind::post && sheet.has(Field::id)      ? Field::id
                                                                                    : Field::none;
  for (const Column& column : sheet.columns) {
    const bool unused = (column.used_for == Field::url && name != Field::none) ||
                        (column.used_for == Field::id && name == Field::handle);
    mapping.push_back({column.name, unused ? "" : field_key(column.used_for)});
  }
  return mapping;
}

}  // namespace mf::ingest
