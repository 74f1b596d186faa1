#include "ui/sources.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/benchmarks.h"
#include "ui/figure_words.h"
#include "ui/words.h"

namespace mf::ui {

using form::Cell;
using form::Column;
using form::TextStyle;
using form::Tone;

void sources(form::Form& form, State& state, const Sources& sources) {
  const core::Figures figures(state.replacements);
  std::vector<std::string_view> records;  // each once, in the order of their use
  for (const std::string_view id : sources.records) {
    if (std::find(records.begin(), records.end(), id) == records.end()) records.push_back(id);
  }
  const auto replaced =
      std::count_if(records.begin(), records.end(), [&](std::string_view id) { return figures.is_replaced(id); });
  form.sources_at(sources.id);
  form.gap(4);
  std::string label = "How this is computed";
  if (!records.empty()) {
    label = "Sources and formula (" + whole(static_cast<double>(records.size())) + ')';
  }
  if (replaced > 0) label += ", " + counted(static_cast<double>(replaced), "figure is", "figures are") + " your own";
  const bool open = state.is_open(sources.id);
  if (form.disclosure(sources.id, label, open)) state.toggle(sources.id);
  if (!open) return;

  std::string of = sources.formula;
  for (const std::string_view id : records) (of += '\n') += id;
  for (const core::Replacement& own : state.replacements) {
    ((of += '\n') += own.id) += static_cast<char>(own.statistic);
    of.append(reinterpret_cast<const char*>(&own.value), sizeof own.value);
  }
  form.kept(sources.id, of, [&] {
    form.text(form::part_id(sources.id, "formula"), TextStyle::small, sources.formula, Tone::quiet);
    if (records.empty()) return;
    form.gap(4);
    static constexpr Column wide_columns[] = {{.title = "Figure", .share = 3},
                                              {.title = "Says", .share = 3},
                                              {.title = "Published by, year, grade", .share = 2}};
    // In a column of the page a publisher stands under its figure; a finger wants it in a place of its own.
    static constexpr Column narrow_columns[] = {{.title = "Figure", .share = 3},
                                                {.title = "Published by, year, grade", .share = 0},
                                                {.title = "Says", .share = 2}};
    const bool narrow = form.room() < 330 && !form.for_fingers();
    std::vector<std::vector<Cell>> rows;
    for (const std::string_view id : records) {
      const core::Benchmark* record = core::benchmark(id);
      if (!record) continue;
      std::string says = figures_of(*record, figures);
      const bool own = figures.is_replaced(id);
      if (own) says += " (yours; published: " + figures_of(*record, {}) + ')';
      std::vector<Cell>& cells = rows.emplace_back(
          std::vector<Cell>{{.text = title_of(*record)},
                            {.text = std::move(says), .tone = own ? Tone::accent : Tone::quiet},
                            {.text = publisher_of(*record), .href = std::string(record->source->url)}});
      if (narrow) std::swap(cells[1], cells[2]);
    }
    form.table(form::part_id(sources.id, "table"), "Published figures used, with their publishers",
               narrow ? narrow_columns : wide_columns, rows);
    form.gap(4);
    form.text(form::part_id(sources.id, "note"), TextStyle::fine,
              "Any of them can be replaced by a figure of your own, under Numbers.", Tone::quiet);
  });
}

}  // namespace mf::ui
