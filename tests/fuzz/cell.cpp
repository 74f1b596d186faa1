// One cell, by every reader of cells: the fast reading of a number is the slow one's, an amount of money is one, and
// what is read as a date is written as one.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ingest/cell_values.h"
#include "ingest/dates.h"
#include "ingest/handles.h"
#include "ingest/money.h"
#include "ingest/number_words.h"
#include "ingest/plain_number.h"

namespace {

using namespace mf::ingest;

// Where plain_number() gives a value, SheetRows never asks read_number(): whatever the column and the locale are, both
// must agree.
void check_number(std::string_view cell, const NumberContext& context) {
  const Number number = read_number(cell, context);
  if (number && !(number.count.low <= number.count.value && number.count.value <= number.count.high)) std::abort();
  const auto plain = plain_number(cell);
  const std::string text = "4.5%6,78" + std::string(cell) + "4.5%6,78";
  PlainNumber with_text_around;
  const bool is_plain = read_plain_number(text.data() + 8, cell.size(), with_text_around);
  if (is_plain != plain.has_value()) std::abort();
  double digits = 0;
  const bool is_digits = read_digits(text.data() + 8, cell.size(), digits);
  if (is_digits && (!plain || digits != plain->value || plain->percent || plain->has_decimals)) std::abort();
  if (!plain) return;
  if (with_text_around.value != plain->value || with_text_around.percent != plain->percent ||
      with_text_around.has_decimals != plain->has_decimals)
    std::abort();
  if (!number || number.count.value != plain->value || number.percent != plain->percent) std::abort();
  if (const auto money = read_money(cell, context); !plain->percent && (!money || money->amount != plain->value))
    std::abort();
}

void check_date(std::string_view cell, DateOrder order) {
  const std::string date = iso_date(cell, order);
  if (date.empty()) return;
  if (date.size() < 10 || date[4] != '-' || date[7] != '-' || iso_date(date) != date) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 200) return 0;
  const std::string_view cell(reinterpret_cast<const char*>(data), size);
  for (const std::string_view locale : {"", "en", "de", "tr", "id"}) {
    for (const char mark : {'\0', '.', ','}) {
      for (const bool whole : {true, false})
        check_number(cell, {.decimal_mark = mark, .locale = locale, .whole = whole});
    }
  }
  if (const auto money = read_money(cell); money && !(money->amount >= 0 && money->amount < 1e17)) std::abort();
  for (const DateOrder order :
       {DateOrder::unknown, DateOrder::month_first, DateOrder::day_first, DateOrder::contradictory}) {
    check_date(cell, order);
  }
  for (const NumberStyle style : {NumberStyle::plain, NumberStyle::percent, NumberStyle::date,
                                  NumberStyle::date_and_time, NumberStyle::time, style_of_code(cell)}) {
    cell_text(cell, style, Epoch::from_1900);
    cell_text(cell, style, Epoch::from_1904);
  }
  const std::string_view handle = handle_in(cell);
  if (!handle.empty() && (handle.data() < cell.data() || handle.data() + handle.size() > cell.data() + cell.size()))
    std::abort();
  platform_from_cell(cell);
  return 0;
}
