#include "ingest/workbook.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/cell_values.h"
#include "ingest/folding.h"
#include "ingest/markup.h"
#include "ingest/text_encoding.h"
#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_columns = 16384;
constexpr std::size_t most_sheet_rows = 1u << 20;
constexpr std::size_t most_sheets = 200;
constexpr std::size_t most_styles = 1u << 16;
// Excel's 32,767 characters. One long text that a million cells name would otherwise take a million copies of it.
constexpr std::size_t most_cell_bytes = 4 * 32767;
constexpr std::string_view list_of_sheets = "xl/workbook.xml";

std::optional<std::size_t> whole_number(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::size_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

bool is_true(const std::optional<std::string>& attribute) { return attribute == "1" || attribute == "true"; }

// The text of an element that has just been opened: all that stands in its <t>, runs joined, hints of how to pronounce
// it (<rPh>) left out.
std::string rich_text(Markup& xml, std::string_view element) {
  std::string text;
  bool in_text = false, in_hint = false;
  while (xml.next() && !xml.closes(element)) {
    if (xml.name() == "rPh" && xml.kind() != Markup::Kind::text) in_hint = xml.kind() == Markup::Kind::open;
    if (xml.name() == "t" && xml.kind() != Markup::Kind::text) in_text = xml.kind() == Markup::Kind::open;
    if (xml.kind() == Markup::Kind::text && in_text && !in_hint) text += xml.text();
  }
  return text;
}

// Line breaks that XML has no way to keep are written so.
std::string without_escapes(std::string text) {
  constexpr std::string_view escape = "_x000D_";
  for (std::size_t at = text.find(escape); at != std::string::npos; at = text.find(escape, at)) {
    text.erase(at, escape.size());
  }
  return text;
}

// The words that cells name by number, in one piece of memory.
struct SharedStrings {
  std::string text;
  std::vector<std::size_t> ends;

  std::string_view operator[](std::size_t i) const {
    if (i >= ends.size()) return {};
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return cut_at_character(std::string_view(text).substr(begin, ends[i] - begin), most_cell_bytes);
  }
};

struct SheetPlace {
  std::string name;
  std::string relation;
  bool is_hidden = false;
};

struct Workbook {
  std::vector<SheetPlace> sheets;
  std::vector<std::pair<std::string, std::string>> targets;  // of a relation of type worksheet
  SharedStrings strings;
  std::vector<NumberStyle> styles;  // by the number that cells name
  Epoch epoch = Epoch::from_1900;
};

Workbook sheets_of(std::string_view bytes) {
  Workbook workbook;
  const DecodedText decoded = decode_text(bytes);
  Markup xml(decoded.text());
  while (xml.next()) {
    if (xml.opens("workbookPr") && is_true(xml.attribute("date1904"))) workbook.epoch = Epoch::from_1904;
    if (!xml.opens("sheet") || workbook.sheets.size() == most_sheets) continue;
    const std::string state = xml.attribute("state").value_or("");
    workbook.sheets.push_back({xml.attribute("name").value_or(""), xml.attribute("id").value_or(""),
                               state == "hidden" || state == "veryHidden"});
  }
  return workbook;
}

void take_targets(std::string_view bytes, Workbook& workbook) {
  const DecodedText decoded = decode_text(bytes);
  Markup xml(decoded.text());
  while (xml.next()) {
    if (!xml.opens("Relationship") || workbook.targets.size() == 4 * most_sheets) continue;
    if (!xml.attribute("Type").value_or("").ends_with("/worksheet")) continue;
    const std::string target = xml.attribute("Target").value_or("");
    workbook.targets.emplace_back(xml.attribute("Id").value_or(""),
                                  target.starts_with('/') ? target.substr(1) : "xl/" + target);
  }
}

void take_strings(std::string_view bytes, SharedStrings& strings) {
  const DecodedText decoded = decode_text(bytes);
  Markup xml(decoded.text());
  while (xml.next()) {
    if (!xml.opens("si")) continue;
    strings.text += without_escapes(rich_text(xml, "si"));
    strings.ends.push_back(strings.text.size());
  }
}

void take_styles(std::string_view bytes, std::vector<NumberStyle>& styles) {
  const DecodedText decoded = decode_text(bytes);
  Markup xml(decoded.text());
  std::vector<std::pair<std::size_t, NumberStyle>> written;
  bool in_cell_formats = false;
  while (xml.next()) {
    if (xml.opens("numFmt") && written.size() < 1000) {
      const auto id = whole_number(xml.attribute("numFmtId").value_or(""));
      if (id) written.emplace_back(*id, style_of_code(xml.attribute("formatCode").value_or("")));
    }
    if (xml.opens("cellXfs")) in_cell_formats = true;
    if (xml.closes("cellXfs")) break;
    if (!in_cell_formats || !xml.opens("xf") || styles.size() == most_styles) continue;
    const auto id = whole_number(xml.attribute("numFmtId").value_or("")).value_or(0);
    const auto own = std::find_if(written.begin(), written.end(), [id](const auto& each) { return each.first == id; });
    styles.push_back(own != written.end() ? own->second : style_of_builtin(static_cast<unsigned>(id)));
  }
}

// From 0: "BC12" is in column 54. Nothing where the letters are missing.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (std::size_t at = 0; at < reference.size() && at < 3; ++at) {
    const char c = reference[at];
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

void append_cell(std::string& out, std::string_view cell) {
  // Quoted also for the other delimiters, so that only the tab can be taken for one.
  if (cell.find_first_of("\t\r\n\",;|") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

// The rows of a sheet as they come, at the places that their references name.
class SheetText {
 public:
  explicit SheetText(WorkbookSheet& sheet) : sheet_(sheet) {}

  // Rows and cells stand in order; one that names an earlier place is taken as the next.
  void begin_row(std::optional<std::size_t> number) {
    row_ = number && *number > row_ ? *number : row_ + 1;
    column_ = 0;
    line_.clear();
    line_columns_ = 0;
  }
  // False once the sheet is full.
  bool add(std::optional<std::size_t> column, std::string_view cell) {
    if (column && *column > column_) column_ = *column;
    const std::size_t at = column_++;
    if (at >= most_columns || line_.size() + cell.size() > most_sheet_bytes) {
      sheet_.is_cut = true;
      return false;
    }
    if (cell.empty()) return true;
    line_.append(at - line_columns_, '\t');
    line_columns_ = at;
    append_cell(line_, cell);
    return true;
  }
  // The same.
  bool end_row() {
    if (line_.empty()) return true;
    row_ = std::max(row_, lines_ + 1);  // cells outside of any row
    const std::size_t gap = row_ - lines_ - 1;
    if (row_ > most_sheet_rows || sheet_.text.size() + gap + line_.size() + 1 > most_sheet_bytes) {
      sheet_.is_cut = true;
      return false;
    }
    sheet_.text.append(gap, '\n');
    sheet_.text += line_;
    sheet_.text += '\n';
    lines_ = row_;
    line_.clear();
    line_columns_ = 0;
    return true;
  }

 private:
  WorkbookSheet& sheet_;
  std::size_t row_ = 0, column_ = 0;  // the row at hand, and the column after the last cell
  std::size_t lines_ = 0;             // rows that stand in the text
  std::string line_;
  std::size_t line_columns_ = 0;  // tabs in it
};

// The cell that has just been opened, up to its end.
std::string cell_of(Markup& xml, const Workbook& workbook) {
  const std::string type = xml.attribute("t").value_or("n");
  const auto style = whole_number(xml.attribute("s").value_or("0")).value_or(0);
  std::string value, inline_text;
  bool in_value = false;
  while (xml.next() && !xml.closes("c") && !xml.closes("row")) {
    if (xml.opens("is")) inline_text = without_escapes(rich_text(xml, "is"));
    if (xml.kind() == Markup::Kind::text) {
      if (in_value) value += xml.text();
    } else if (xml.name() == "v") {
      in_value = xml.kind() == Markup::Kind::open;
    }
  }
  if (type == "inlineStr") return inline_text;
  if (value.empty()) return value;
  if (type == "s") return std::string(workbook.strings[whole_number(trimmed(value)).value_or(SIZE_MAX)]);
  if (type == "str") return without_escapes(std::move(value));
  if (type == "b") return trimmed(value) == "1" ? "TRUE" : "FALSE";
  if (type == "n") {
    return cell_text(trimmed(value), style < workbook.styles.size() ? workbook.styles[style] : NumberStyle::plain,
                     workbook.epoch);
  }
  return value;  // a date as ISO 8601 ("d"), an error such as "#N/A" ("e")
}

void read_sheet(std::string_view bytes, const Workbook& workbook, WorkbookSheet& sheet) {
  const DecodedText decoded = decode_text(bytes);
  Markup xml(decoded.text());
  SheetText text(sheet);
  while (xml.next() && !xml.closes("sheetData")) {
    if (xml.opens("row")) {
      text.begin_row(whole_number(xml.attribute("r").value_or("")));
    } else if (xml.opens("c")) {
      const auto column = column_of(xml.attribute("r").value_or(""));
      if (!text.add(column, cell_of(xml, workbook))) break;
    }
    if (xml.closes("row") && !text.end_row()) break;
  }
}

const Entry* sheet_entry(const Archive& archive, const Workbook& workbook, const SheetPlace& place) {
  for (const auto& [id, path] : workbook.targets) {
    if (id == place.relation) return archive.find(path);
  }
  return nullptr;
}

}  // namespace

bool is_workbook(const Archive& archive) { return archive.find(list_of_sheets) != nullptr; }

bool is_wanted_of_workbook(std::string_view path) {
  const std::string name = folded(path);
  return name == list_of_sheets || name == "xl/_rels/workbook.xml.rels" || name == "xl/sharedstrings.xml" ||
         name == "xl/styles.xml" || (name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
}

Result<std::vector<WorkbookSheet>> read_workbook(const Archive& archive, std::uint64_t& budget) {
  const auto unpacked = [&](const Entry& entry) {
    Result<std::string> bytes = unpack(archive, entry, std::min<std::uint64_t>(budget, most_sheet_bytes));
    if (bytes) budget -= bytes->size();
    return bytes;
  };
  const auto broken = [] {
    return Error{"archive-broken",
                 "This workbook names no sheet that could be read. Open it, save it once more as .xlsx or as CSV, and "
                 "upload that.",
                 "", std::nullopt};
  };
  Workbook workbook;
  for (const char* name : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"}) {
    const std::string_view path = name;
    const Entry* entry = archive.find(path);
    if (entry == nullptr) continue;
    const Result<std::string> bytes = unpacked(*entry);
    if (!bytes) return bytes.error();
    if (path == list_of_sheets) workbook = sheets_of(*bytes);
    if (path.ends_with(".rels")) take_targets(*bytes, workbook);
    if (path == "xl/sharedStrings.xml") take_strings(*bytes, workbook.strings);
    if (path == "xl/styles.xml") take_styles(*bytes, workbook.styles);
  }

  std::vector<WorkbookSheet> sheets;
  std::size_t text_bytes = 0;
  for (const SheetPlace& place : workbook.sheets) {
    const Entry* entry = sheet_entry(archive, workbook, place);
    if (entry == nullptr) continue;
    WorkbookSheet sheet{place.name, place.is_hidden, false, {}};
    if (!sheet.is_hidden) {
      const Result<std::string> bytes = unpacked(*entry);
      if (!bytes) return bytes.error();
      read_sheet(*bytes, workbook, sheet);
    }
    text_bytes += sheet.text.size();
    sheets.push_back(std::move(sheet));
    if (text_bytes > 2 * most_sheet_bytes) break;
  }
  if (sheets.empty()) return broken();
  return sheets;
}

}  // namespace mf::ingest
