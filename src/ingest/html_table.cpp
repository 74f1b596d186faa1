#include "ingest/html_table.h"

#include <algorithm>
#include <vector>

#include "ingest/folding.h"
#include "ingest/html_tokens.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_columns = 1000;

// "3" of rowspan="3"; 0 if there is no such number.
std::size_t number_of(const std::string& attribute) {
  std::size_t number = 0;
  for (const char c : attribute) {
    if (c < '0' || c > '9') return 0;
    number = std::min(number * 10 + static_cast<std::size_t>(c - '0'), most_columns);
  }
  return number;
}

class TableText {
 public:
  void begin_row() {
    end_row();
    in_row_ = true;
  }
  void begin_cell(const HtmlTokens& tag) {
    end_cell();
    if (!in_row_) begin_row();
    pass_spanned();
    // Excel's XML leaves empty cells out and numbers the next one from 1.
    const std::size_t place = number_of(tag.attribute("ss:index"));
    while (column_ + 1 < place) append({});
    in_cell_ = true;
    columns_ = std::max<std::size_t>(number_of(tag.attribute("colspan")), 1);
    rows_ = std::max<std::size_t>(number_of(tag.attribute("rowspan")), 1);
  }
  void add(std::string_view text) {
    if (in_cell_) cell_ += text;
  }
  void end_cell() {
    if (!in_cell_) return;
    in_cell_ = false;
    ++cells_;
    for (std::size_t i = 0; i < columns_; ++i) {
      if (rows_ > 1 && column_ < most_columns) {
        if (spanned_.size() <= column_) spanned_.resize(column_ + 1);
        spanned_[column_] = rows_ - 1;
      }
      append(i == 0 ? trimmed(cell_) : std::string_view());
    }
    cell_.clear();
  }
  void end_row() {
    end_cell();
    if (!in_row_) return;
    pass_spanned();
    in_row_ = false;
    is_table_ = is_table_ || cells_ > 1;
    text_ += '\n';
    column_ = cells_ = 0;
  }
  void end_table() {
    end_row();
    spanned_.clear();
    text_ += '\n';
  }
  std::size_t size() const { return text_.size() + cell_.size(); }
  std::optional<std::string> text() && {
    end_row();
    return is_table_ ? std::optional(std::move(text_)) : std::nullopt;
  }

 private:
  void append(std::string_view cell) {
    if (column_++ > 0) text_ += '\t';
    text_ += '"';
    for (const char c : cell) {
      if (c == '"') text_ += '"';
      text_ += c;
    }
    text_ += '"';
  }
  // Columns that a cell of an earlier row reaches down to.
  void pass_spanned() {
    while (column_ < spanned_.size() && spanned_[column_] > 0) {
      --spanned_[column_];
      append({});
    }
  }

  std::string text_, cell_;
  bool in_row_ = false, in_cell_ = false, is_table_ = false;
  std::size_t column_ = 0, cells_ = 0, columns_ = 1, rows_ = 1;
  std::vector<std::size_t> spanned_;  // by column, how many rows more
};

}  // namespace

std::optional<std::string> table_of_html(std::string_view html, std::size_t most_bytes) {
  TableText table;
  HtmlTokens tokens(html);
  while (tokens.next() && table.size() <= most_bytes) {
    const std::string& name = tokens.name();
    const bool is_row = name == "tr" || name == "row", is_cell = name == "td" || name == "th" || name == "cell";
    const bool opens = tokens.kind() == HtmlKind::opening_tag;
    if (tokens.kind() == HtmlKind::text) {
      table.add(tokens.text());
    } else if (is_row) {
      opens ? table.begin_row() : table.end_row();
    } else if (is_cell) {
      opens ? table.begin_cell(tokens) : table.end_cell();
    } else if (tokens.closes("table")) {
      table.end_table();
    } else if (name == "br" || name == "p" || name == "div") {
      table.add(" ");
    }
  }
  return std::move(table).text();
}

}  // namespace mf::ingest
