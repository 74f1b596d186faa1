// Writes a table as RFC 4180 has it: commas, lines that end in CR LF, quotes where they are needed; UTF-8 without a
// mark. What a spreadsheet would take for a formula, a text that begins with = + - or @ and is no number, gets an
// apostrophe before it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mf::report {

class CsvWriter {
 public:
  CsvWriter& text(std::string_view cell);
  CsvWriter& number(double cell);  // not grouped, "." before decimals, 15 digits at most; not finite is an empty cell
  CsvWriter& number(const std::optional<double>& cell) { return cell ? number(*cell) : text({}); }
  CsvWriter& empty(int cells);
  CsvWriter& end_row();

  // The table so far; the writer is empty afterwards.
  std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  bool first_ = true;
};

}  // namespace mf::report
