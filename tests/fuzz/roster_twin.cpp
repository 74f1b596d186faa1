// A list of creators made of any cells, against a slow and obvious reading of the same cells; and the same list written
// in other ways (other delimiters and line ends, cells in quotes, UTF-16) gives the same creators.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/folding.h"
#include "ingest/handles.h"
#include "ingest/money.h"
#include "ingest/number_words.h"
#include "ingest/read.h"
#include "ingest/sheet.h"
#include "ingest/utf8.h"

namespace {

using namespace mf;
using namespace mf::ingest;
using namespace std::string_view_literals;

constexpr std::array<std::string_view, 8> header = {"Handle",   "Platform",        "Followers", "Avg likes",
                                                    "Comments", "Engagement rate", "Fee",       "Country"};
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

// What a cell may hold however the table is written: UTF-8 without marks that mean something between cells.
std::string clean(std::string_view bytes) {
  std::string cell;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_code_point(bytes, at);
    const bool is_mark = c < 0x20 || c == 0x7F || c == 0xFEFF || U";|\"<>&"sv.find(c) != std::u32string_view::npos;
    append_code_point(cell, is_mark ? U'.' : c);
  }
  return std::string(trimmed(cell));
}

// A line is a cell, and so is what stands between semicolons or tabs; a row has as many of them as the header.
Rows rows_of(std::string_view bytes) {
  Rows rows(1);
  for (std::size_t at = 0; at <= bytes.size() && rows.size() <= 100;) {
    const std::size_t end = std::min(bytes.find_first_of("\n;\t", at), bytes.size());
    if (rows.back().size() == header.size()) rows.emplace_back();
    rows.back().push_back(clean(bytes.substr(at, end - at)));
    at = end + 1;
  }
  for (Row& row : rows) row.resize(header.size());
  return rows;
}

std::string written(const Rows& rows, std::string_view before, std::string_view between, std::string_view after) {
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) (text += i == 0 ? before : between) += row[i];
    text += after;
  }
  return text;
}

std::string as_utf16(std::string_view text) {
  std::string out = "\xFF\xFE";
  const auto put = [&out](char32_t unit) { (out += static_cast<char>(unit & 0xFF)) += static_cast<char>(unit >> 8); };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800 + ((c - 0x10000) >> 10));
      put(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return out;
}

bool is_roster(const Result<Reading>& reading) { return reading && reading->format == "roster-csv"; }

void check_same(const Result<Reading>& one, const std::string& bytes) {
  const auto other = read(bytes);
  if (!is_roster(other) || one->creators != other->creators || one->mapping != other->mapping) std::abort();
}

// The number that a cell holds, told slowly; no quick way past read_number().
core::MaybeNumber slow_number(std::string_view cell, bool is_whole, bool is_total, char decimal_mark) {
  const Number number = read_number(trimmed(cell), {.decimal_mark = decimal_mark, .whole = is_whole});
  if (!number || number.percent) return {};
  const double value = number.count.value;
  return is_total && value < 1000 && value != std::floor(value) ? core::MaybeNumber() : value;
}

void check_creator(const core::Creator& creator, const Row& row, const Sheet& sheet) {
  const auto mark = [&](std::size_t column) { return sheet.columns[column].decimal_mark; };
  if (creator.handle != handle_in(trimmed(row[0]))) std::abort();
  if (creator.platform != platform_from_cell(trimmed(row[1]))) std::abort();
  if (creator.followers != slow_number(row[2], true, true, mark(2))) std::abort();
  if (creator.likes != slow_number(row[3], false, false, mark(3))) std::abort();
  if (creator.comments != slow_number(row[4], true, false, mark(4))) std::abort();
  const std::string_view rate_cell = trimmed(row[5]);
  const Number rate = read_number(rate_cell, {.decimal_mark = mark(5), .whole = false});
  if (creator.engagement_rate.has_value() != static_cast<bool>(rate)) std::abort();
  if (rate) {
    const double value = rate.count.value, read = *creator.engagement_rate;
    if (read != value / 100 && (rate.percent || read != value)) std::abort();
  }
  const auto money =
      is_missing_word(row[6]) ? std::nullopt : read_money(trimmed(row[6]), {.decimal_mark = mark(6), .whole = false});
  if (creator.fee != (money ? core::MaybeNumber(money->amount) : core::MaybeNumber())) std::abort();
  if (creator.currency != (money ? money->currency : std::string())) std::abort();
  if (creator.country != trimmed(row[7])) std::abort();
}

// Rows that are neither skipped nor of a second table, one after the other.
void check_creators(const Reading& reading, const Rows& rows, const Sheet& sheet) {
  std::size_t taken = 0;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    const bool is_skipped = std::any_of(reading.skipped.begin(), reading.skipped.end(),
                                        [row](const Skipped& skipped) { return skipped.row == row + 1; });
    if (is_skipped) continue;
    if (taken == reading.creators.size()) break;
    check_creator(reading.creators[taken++], rows[row], sheet);
  }
  if (taken != reading.creators.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > (16u << 10)) return 0;
  Rows rows = rows_of({reinterpret_cast<const char*>(data), size});
  // With these before them, the rows are a list of creators whatever they hold, or nearly so.
  rows.insert(rows.begin(), {Row(header.begin(), header.end()),
                             {"ada", "Instagram", "12000", "310", "12", "2.6%", "$150", "Spain"},
                             {"ben", "TikTok", "9100", "80", "4", "0.9%", "$90", "Italy"}});
  const std::string text = written(rows, "\"", "\",\"", "\"\n");
  const auto reading = read(text);
  if (!is_roster(reading)) return 0;

  check_same(reading, written(rows, "\"", "\";\"", "\"\r\n"));
  check_same(reading, written(rows, "", "\t", "\r"));
  check_same(reading, written(rows, "", ";", "\r\n"));
  check_same(reading, "sep=|\n" + written(rows, "", "|", "\n"));
  check_same(reading, as_utf16(text));
  const bool has_comma = std::any_of(rows.begin(), rows.end(), [](const Row& row) {
    return std::any_of(row.begin(), row.end(), [](const std::string& cell) { return cell.find(',') != cell.npos; });
  });
  if (!has_comma) check_same(reading, written(rows, "", ",", "\n"));

  const auto sheet = find_sheet(text, false);
  if (!sheet || sheet->header_row != 1) return 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (sheet->columns[i].name != header[i] || sheet->columns[i].used_for == Field::none) return 0;
  }
  check_creators(*reading, rows, *sheet);
  return 0;
}
