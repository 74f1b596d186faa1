#include "report/csv_writer.h"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace mf::report {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "-5", "+1.5": a sign, digits, and perhaps decimals.
bool is_number(std::string_view text) {
  std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == begin) return false;
  if (at < text.size() && text[at] == '.') ++at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at == text.size();
}

bool is_taken_for_formula(std::string_view text) {
  constexpr std::string_view begins = "=+-@\t\r";
  return !text.empty() && begins.find(text.front()) != std::string_view::npos && !is_number(text);
}

constexpr double most_digits = 1e15;

}  // namespace

void CsvWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

CsvWriter& CsvWriter::text(std::string_view cell) {
  separate();
  const bool is_formula = is_taken_for_formula(cell);
  const bool is_quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos || cell.starts_with(' ') ||
                         cell.ends_with(' ') || cell.starts_with('\t');
  if (is_quoted) out_ += '"';
  if (is_formula) out_ += '\'';
  for (const char c : cell) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  if (is_quoted) out_ += '"';
  return *this;
}

CsvWriter& CsvWriter::number(double cell) {
  separate();
  if (!std::isfinite(cell)) return *this;
  if (cell < 0) out_ += '-';
  const double size = std::fabs(cell);
  if (size >= most_digits) {
    // Whole, and beyond the digits that are kept; 2^63 is far above anything that is computed here.
    out_ += std::to_string(static_cast<std::uint64_t>(std::fmin(size, 9e18)));
    return *this;
  }
  double power = 1;
  double digits = std::floor(size + 0.5);
  std::size_t decimals = 0;
  while (digits / power != size && digits * 10 < most_digits && decimals < 20) {
    power *= 10;
    ++decimals;
    digits = std::floor(size * power + 0.5);
  }
  std::string written = std::to_string(static_cast<std::uint64_t>(digits));
  if (decimals > 0) {
    if (written.size() <= decimals) written.insert(0, decimals + 1 - written.size(), '0');
    written.insert(written.size() - decimals, 1, '.');
    while (written.back() == '0') written.pop_back();
    if (written.back() == '.') written.pop_back();
  }
  out_ += written;
  return *this;
}

CsvWriter& CsvWriter::empty(int cells) {
  for (int i = 0; i < cells; ++i) text({});
  return *this;
}

CsvWriter& CsvWriter::end_row() {
  out_ += "\r\n";
  first_ = true;
  return *this;
}

}  // namespace mf::report
