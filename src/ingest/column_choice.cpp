#include "ingest/column_choice.h"

#include <algorithm>
#include <string>

#include "ingest/excerpt.h"

namespace mf::ingest {
namespace {

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

}  // namespace

void choose_columns(const Sample& sample, Sheet& sheet) {
  keep_one_table(sheet);
  keep_one_platform(sheet);
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
    if (plain.is_told) continue;
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

}  // namespace mf::ingest
