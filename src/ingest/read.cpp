#include "ingest/read.h"

#include <algorithm>
#include <string>

#include "ingest/archive_reading.h"
#include "ingest/delimited_text.h"
#include "ingest/download.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/html_table.h"
#include "ingest/json_table.h"
#include "ingest/number_words.h"
#include "ingest/readers.h"
#include "ingest/refusals.h"
#include "ingest/text_encoding.h"
#include "ingest/told_columns.h"
#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

// Formats are told apart by this much of the input, so that a large file that is of no use is refused at once.
constexpr std::size_t sample_bytes = 64u << 10;

constexpr const char* wanted_columns =
    "Wanted is a column such as Followers, Likes, Comments, Views or Reach, named in a header row.";

// The cells of the first record that looks like a header. None if this is no table.
std::vector<std::string> columns_found(std::string_view sample) {
  const Layout layout = sniff_layout(sample);
  if (layout.width < 2 || layout.consistency < 0.6) return {};
  DelimitedRows rows(sample, layout);
  std::size_t records = 0;
  std::vector<std::string> names;
  while (rows.next() && ++records < 50) {
    if (rows.cells().size() != layout.width || !names.empty()) continue;
    const auto is_blank = [](std::string_view cell) { return trimmed(cell).empty(); };
    if (std::all_of(rows.cells().begin(), rows.cells().end(), is_blank)) continue;
    for (const std::string_view cell : rows.cells()) {
      names.emplace_back(cut_at_character(trimmed(cell), longest_column_name));
    }
  }
  if (records < 2) names.clear();
  return names;
}

// The first of them, for the sentence that says why they are of no use.
std::string listed(const std::vector<std::string>& columns) {
  std::string names;
  std::size_t named = 0;
  for (const std::string& column : columns) {
    if (column.empty()) continue;
    if (named == 3) break;
    names += (named++ == 0 ? "" : ", ") + quoted(cut_at_character(column, 20));
  }
  if (named > 0 && columns.size() > named) names += " and " + std::to_string(columns.size() - named) + " more";
  return names;
}

std::vector<std::string> columns_of(const Sheet& sheet) {
  std::vector<std::string> names;
  for (const Column& column : sheet.columns) names.push_back(column.name);
  return names;
}

// Errors of a text that may come from reading a table as one.
bool may_be_a_table(std::string_view code) {
  return code == "no-numbers" || code == "ambiguous-counts" || code == "not-a-number";
}

// Tables that people take for an export of figures, by a column that only they have.
std::optional<Error> known_table_without_figures(std::string_view sample) {
  constexpr const char* studio =
      "This file of Google Takeout has no views, likes or subscribers. In YouTube Studio choose Analytics, Advanced "
      "mode, Export current view, and upload that zip.";
  constexpr const char* own_linkedin =
      "This file of LinkedIn's copy of your data has no reach or followers. On LinkedIn open your analytics, choose "
      "Export, and upload that Excel file.";
  struct Table {
    std::string_view column;  // as header_key() writes it
    const char* message;
    std::size_t width = 0;  // how many columns it has; 0 if the one is enough
  };
  static constexpr Table tables[] = {
      {"channeltitleoriginal", studio},
      {"approxdurationms", studio},
      {"channelurl",
       "This file lists the channels that you follow, not the subscribers of yours. In YouTube Studio choose "
       "Analytics, Advanced mode, Export current view, and upload that zip.",
       3},
      {"totalviewers",
       "This table has the viewers of each day, and one viewer may stand in several days, so they cannot be added up. "
       "In TikTok Studio export Content, which has one row per post, and Followers."},
      {"connectedon", own_linkedin},
      {"sharecommentary", own_linkedin},
  };
  DelimitedRows rows(sample, sniff_layout(sample));
  for (std::size_t i = 0; i < 10 && rows.next(); ++i) {
    for (const std::string_view cell : rows.cells()) {
      if (cell.size() > 60) continue;
      const std::string key = header_key(cell);
      for (const Table& table : tables) {
        const bool is_wide = table.width == 0 || rows.cells().size() == table.width;
        if (key == table.column && is_wide) return Error{"no-usable-columns", table.message, "", std::nullopt};
      }
    }
  }
  return std::nullopt;
}

Error no_usable_columns(const Input& input, Error otherwise) {
  std::vector<std::string> columns = columns_found(input.sample);
  const std::string names = listed(columns);
  if (names.empty()) return otherwise;
  return {"no-usable-columns",
          "This table has the columns " + names + ", and none of them is of use here. " + wanted_columns, "",
          std::nullopt, std::move(columns)};
}

// Of a table whose columns were told.
Error nothing_left(const Sheet& sheet) {
  return {
      "no-usable-columns",
      std::string("With its columns read as they were chosen, nothing in this table is of use here. ") + wanted_columns,
      "", sheet.header_row, columns_of(sheet)};
}

Error table_without_numbers(const Sheet& sheet) {
  std::string names;
  for (const Column& column : sheet.columns) {
    const Field field = column.used_for;
    const bool is_number =
        field == Field::followers || is_post_metric(field) || is_average(field) || field == Field::engagement_rate;
    if (names.empty() && is_number) names = quoted(cut_at_character(column.name, 50));
  }
  return {"no-numbers",
          "The header was understood, but no row under it holds a number" +
              (names.empty() ? names : " in a column such as " + names) + ". Check that the export is complete.",
          "", sheet.header_row, columns_of(sheet)};
}

// The sheet in the sample, found as it is or under a second layer of quotes.
template <class Find>
void find_in(Input& input, Find find) {
  input.sheet = find(input.sample);
  if (!input.sheet && is_double_encoded(input.sample)) {
    input.is_double_encoded = true;
    input.sheet = find(without_double_encoding(input.sample));
  }
}

// Whether the columns would be read as told anyhow. A part of the input shows that as well as all of it.
bool tells_nothing_new(std::string_view head, Hints hints) {
  const std::vector<Mapping> told = std::exchange(hints.columns, {});
  hints.progress = nullptr;
  const Result<Reading> untold = read(head, hints);
  return untold && says_the_same(untold->mapping, told);
}

// A page that is a table, as many an ".xls" is.
Result<Reading> read_html(std::string_view page, const Hints& hints) {
  // As text a table is shorter than its page, but for cells that span many columns.
  const auto table = table_of_html(page, std::min(page.size() * 4 + (1u << 20), max_input_bytes));
  if (!table) return refuse_html();
  Result<Reading> reading = read(*table, hints);
  // Pages are full of tables that only hold things in their place.
  const bool is_table = reading ? reading->format != "profile-text"
                                : !may_be_a_table(reading.error().code) && reading.error().code != "no-usable-columns";
  if (!is_table) return refuse_html();
  return reading;
}

// JSON, scripts and pages: the file of a download, or a list of objects that is a table.
Result<Reading> read_markup(Markup markup, std::string_view bytes, const Hints& hints) {
  const DownloadFile file{hints.file_name, std::string(bytes)};
  Result<Reading> download = read_download({&file, 1}, hints);
  if (download && !says_the_same(download->mapping, hints.columns)) return refuse_told(hints.columns, {});
  if (download || download.error().code != "download-not-understood") return download;
  const DecodedText decoded = decode_text(bytes);
  if (markup == Markup::html) return read_html(decoded.text(), hints);
  const auto tree = parse_json(decoded.text());
  if (!tree) return tree.error();
  const auto table = table_of_json(tree->root());
  if (!table) return json_of_no_use(tree->root());
  Result<Reading> reading = read(*table, hints);
  // What is left of JSON when its keys are of no use is no text that a person pasted.
  const auto finds_nothing = [](std::string_view code) { return code == "no-usable-columns" || may_be_a_table(code); };
  if (reading ? reading->format == "profile-text" : finds_nothing(reading.error().code)) {
    return json_of_no_use(tree->root());
  }
  return reading;
}

}  // namespace

Result<Reading> read(std::string_view bytes, const Hints& hints) {
  if (looks_like_zip(bytes) && bytes.size() <= max_input_bytes) return read_archive(ByteSource(bytes), hints);
  if (auto refusal = refuse_bytes(bytes)) return *std::move(refusal);
  Input input;
  input.bytes = bytes;
  input.is_cut = bytes.size() > sample_bytes;
  const DecodedText sample = decode_text(bytes.substr(0, sample_bytes), input.is_cut);
  input.sample = sample.text();
  if (const Markup markup = markup_of(input.sample); markup != Markup::none) return read_markup(markup, bytes, hints);
  if (input.sample.find_first_not_of(",;|\" \t\r\n") == std::string_view::npos && !input.is_cut) {
    return Error{"empty-input", "All cells of this table are empty. Check that the export is complete.", "",
                 std::nullopt};
  }
  if (auto refusal = refuse_tiktok_text(input.sample)) return *std::move(refusal);
  if (hints.columns.empty() || tells_nothing_new(bytes.substr(0, sample_bytes), hints)) {
    find_in(input, [&](std::string_view sample) { return find_sheet(sample, input.is_cut); });
  } else {
    if (auto error = check_told(hints.columns)) return *std::move(error);
    input.is_told = true;
    find_in(input, [&](std::string_view sample) { return find_told_sheet(sample, input.is_cut, hints.columns); });
    if (!input.sheet) return refuse_told(hints.columns, input.sample);
    if (input.sheet->row_kind == RowKind::unknown) return nothing_left(*input.sheet);
  }
  std::optional<Error> empty_table;
  if (input.sheet) {
    const Sheet& sheet = *input.sheet;
    if (!sheet.has_numbers && sheet.columns.size() > 1) empty_table = table_without_numbers(sheet);
    if (!sheet.has_numbers || sheet.row_kind == RowKind::unknown) input.sheet.reset();
  }
  if (!input.sheet) {
    if (auto known = known_table_without_figures(input.sample)) return *std::move(known);
  }

  for (const Reader& reader : readers()) {
    if (!reader.recognises(input)) continue;
    Result<Reading> reading = reader.read(input, hints);
    const bool is_last_resort = !input.sheet && !reading && may_be_a_table(reading.error().code);
    if (!reading && input.sheet && reading.error().code == "no-numbers") {
      Error error = reading.error();
      error.columns = columns_of(*input.sheet);  // another of them may be the one
      return error;
    }
    if (!is_last_resort) return reading;
    return empty_table ? *std::move(empty_table) : no_usable_columns(input, reading.error());
  }
  if (empty_table) return *std::move(empty_table);
  return no_usable_columns(
      input,
      {"no-usable-columns", std::string("No table with a known header row was found in this text. ") + wanted_columns,
       "", std::nullopt});
}

}  // namespace mf::ingest
