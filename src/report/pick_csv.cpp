#include "report/pick_csv.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/benchmarks.h"
#include "report/csv_writer.h"

namespace mf::report {
namespace {

constexpr int columns = 12;

std::string_view why_not(const core::PickAnswer& answer, std::size_t row, bool picked) {
  if (picked) return {};
  if (!answer.roster.creators[row].reason.empty()) return answer.roster.creators[row].reason;
  if (!answer.infeasible.empty()) return answer.infeasible;
  return answer.best.proven ? "not in the best set under this budget" : "not in the best set that was found";
}

void write_name(CsvWriter& csv, std::string_view name, std::string_view value) {
  csv.text(name).text(value).empty(columns - 2).end_row();
}
void write_name(CsvWriter& csv, std::string_view name, const std::optional<double>& value) {
  csv.text(name).number(value).empty(columns - 2).end_row();
}

void write_inputs(CsvWriter& csv, const core::PickRequest& request, const std::vector<core::Default>& defaults) {
  for (const core::InputInfo& info : core::input_infos()) {
    const std::optional<core::Uncertain>& given = request.inputs[info.input];
    if (given) csv.text(info.key).number(given->low).number(given->high).text("given").empty(columns - 4).end_row();
    for (const core::Default& filled : defaults) {
      if (given || filled.input != info.input) continue;
      std::string source = filled.sources.empty() ? "not part of the plan" : "published:";
      for (const std::string_view id : filled.sources) (source += ' ') += id;
      csv.text(info.key).number(filled.value.low).number(filled.value.high).text(source).empty(columns - 4).end_row();
    }
  }
}

}  // namespace

std::string pick_csv(const core::PickRequest& request, const core::PickAnswer& answer, std::string_view version) {
  CsvWriter csv;
  for (const std::string_view column : {"handle", "platform", "tier", "followers", "rate", "usual rate", "fee", "cost",
                                        "value", "picked", "stability", "why not"}) {
    csv.text(column);
  }
  csv.end_row();
  std::vector<double> stability(request.creators.size());
  for (const core::PickShare& share : answer.stability) stability[share.row] = share.share;
  for (std::size_t row = 0; row < request.creators.size(); ++row) {
    const core::Creator& creator = request.creators[row];
    const core::VettedCreator& vetted = answer.roster.creators[row];
    const bool picked = std::binary_search(answer.best.rows.begin(), answer.best.rows.end(), row);
    csv.text(creator.handle).text(core::platform_id(creator.platform)).text(vetted.tier).number(creator.followers);
    csv.number(vetted.own_rate).number(vetted.usual_rate).number(vetted.fee);
    csv.number(answer.values[row].cost).number(answer.values[row].value).text(picked ? "yes" : "no");
    csv.number(answer.stability_draws > 0 ? std::optional(stability[row]) : std::nullopt);
    csv.text(why_not(answer, row, picked)).end_row();
  }
  csv.empty(columns).end_row();
  write_name(csv, "objective", core::objective_id(answer.objective));
  write_name(csv, "currency", answer.roster.currency);
  write_name(csv, "budget", answer.budget);
  if (answer.infeasible.empty()) {
    write_name(csv, "spend", answer.best.spend);
    write_name(csv, "value", answer.best.value);
    write_name(csv, "bound", answer.best.bound);
  }
  write_inputs(csv, request, answer.defaults);
  write_name(csv, "stability draws", static_cast<double>(answer.stability_draws));
  write_name(csv, "seed", static_cast<double>(request.seed));
  write_name(csv, "edition of the published figures", core::benchmarks_version());
  write_name(csv, "Microfluence", version);
  return csv.take();
}

}  // namespace mf::report
