#include "ingest/sheet_sample.h"

#include "ingest/number_words.h"
#include "ingest/sheet.h"

namespace mf::ingest {

std::string_view cell_of(const std::vector<std::string>& row, std::size_t column) {
  return column < row.size() ? bare_cell(row[column]) : std::string_view();
}

bool holds_number(std::string_view cell) {
  const Number number = read_number(cell);
  return number || number.flaw == NumberFlaw::negative || number.flaw == NumberFlaw::out_of_range;
}

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

bool is_wanted(Field field) {
  return is_post_metric(field) || is_average(field) || field == Field::followers || field == Field::engagement_rate;
}

}  // namespace mf::ingest
