#include "report/pick_document.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/document.h"
#include "report/plan_document.h"

namespace mf::report {
namespace {

using Rows = std::vector<std::size_t>;

void write_rows(JsonWriter& json, const char* key, const Rows& rows) {
  json.key(key).begin_array();
  for (const std::size_t row : rows) json.number(static_cast<double>(row));
  json.end_array();
}

void write_handles(JsonWriter& json, const char* key, const Rows& rows, const std::vector<core::Creator>& creators) {
  json.key(key).begin_array();
  for (const std::size_t row : rows) json.text_or_null(creators[row].handle);
  json.end_array();
}

void write_selection(JsonWriter& json, const core::Selection& selection, const std::vector<core::Creator>& creators) {
  write_handles(json, "picked", selection.rows, creators);
  write_rows(json, "pickedRows", selection.rows);
  json.key("spend").number(selection.spend);
  json.key("value").number(selection.value);
  json.key("bound").number(selection.bound);
  json.key("gap").number(selection.gap);
  json.key("optimal").boolean(selection.proven);
}

void write_no_selection(JsonWriter& json) {
  for (const char* key : {"picked", "pickedRows"}) json.key(key).begin_array().end_array();
  for (const char* key : {"spend", "value", "bound", "gap"}) json.key(key).null();
  json.key("optimal").boolean(false);
}

void write_plan_b(JsonWriter& json, const std::optional<core::PlanB>& plan,
                  const std::vector<core::Creator>& creators) {
  json.key("planB");
  if (!plan) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("without").text_or_null(creators[plan->without].handle);
  json.key("withoutRow").number(static_cast<double>(plan->without));
  plan->infeasible.empty() ? write_selection(json, plan->selection, creators) : write_no_selection(json);
  json.key("infeasible").text_or_null(plan->infeasible);
  json.end_object();
}

void write_next_dollar(JsonWriter& json, const std::optional<core::NextDollar>& next,
                       const std::vector<core::Creator>& creators) {
  json.key("nextDollar");
  if (!next) {
    json.null();
    return;
  }
  json.begin_object().key("step").number(next->step).key("gain").number(next->gain);
  write_handles(json, "added", next->added, creators);
  write_handles(json, "dropped", next->dropped, creators);
  json.key("optimal").boolean(next->proven).end_object();
}

void write_percentile(JsonWriter& json, const std::optional<core::Percentile>& percentile) {
  json.key("percentile");
  if (!percentile) {
    json.null();
    return;
  }
  json.begin_object().key("low").number(percentile->low).key("mid").number(percentile->mid);
  json.key("high").number(percentile->high).end_object();
}

void write_creator(JsonWriter& json, std::size_t row, const core::Creator& creator, const core::VettedCreator& vetted,
                   const core::CreatorValue& value, bool picked, const std::optional<double>& stability) {
  json.begin_object();
  json.key("row").number(static_cast<double>(row));
  json.key("handle").text_or_null(creator.handle);
  json.key("platform").text(core::platform_id(creator.platform));
  json.key("followers").number_or_null(creator.followers);
  json.key("tier").text_or_null(vetted.tier);
  json.key("picked").boolean(picked);
  json.key("stability").number_or_null(stability);
  json.key("reason").text_or_null(vetted.reason);
  json.key("cost").number(value.cost);
  json.key("value").number(value.value);
  json.key("fee").number_or_null(vetted.fee);
  json.key("feeIsEstimate").boolean(vetted.fee_is_estimate);
  json.key("by").text(core::denominator_id(vetted.by));
  json.key("ownRate").number_or_null(vetted.own_rate);
  json.key("usualRate").number_or_null(vetted.usual_rate);
  json.key("rate");
  if (vetted.rate) {
    json.begin_array().number(vetted.rate->low).number(vetted.rate->high).end_array();
  } else {
    json.null();
  }
  json.key("meanRate").number_or_null(vetted.mean_rate);
  json.key("dataShare").number(vetted.data_share);
  write_percentile(json, vetted.percentile);
  json.key("flags").begin_array();
  for (const core::RosterFlag& flag : vetted.flags) {
    json.begin_object().key("id").text(flag.id).key("sentence").text(flag.sentence).end_object();
  }
  json.end_array();
  json.end_object();
}

// The rows that an answer is about, then the first others, at most `most` of the latter and all; in the order of the
// list.
Rows listed_rows(const core::PickAnswer& answer, std::size_t most) {
  Rows rows = answer.best.rows;
  const auto add = [&](const Rows& more) { rows.insert(rows.end(), more.begin(), more.end()); };
  if (answer.plan_b) {
    add(answer.plan_b->selection.rows);
    rows.push_back(answer.plan_b->without);
  }
  if (answer.next_dollar) add(answer.next_dollar->added);
  for (const core::PickShare& share : answer.stability) rows.push_back(share.row);
  const auto settle = [&] {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  };
  settle();
  const std::size_t named = rows.size();
  for (std::size_t row = 0; row < answer.roster.creators.size() && rows.size() < std::max(most, named); ++row) {
    if (!std::binary_search(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(named), row)) rows.push_back(row);
  }
  settle();
  return rows;
}

void write_creators(JsonWriter& json, const ChoiceRequest& request, const core::PickAnswer& answer) {
  std::vector<std::optional<double>> stability(request.pick.creators.size());
  if (answer.stability_draws > 0) {
    std::fill(stability.begin(), stability.end(), 0.0);
    for (const core::PickShare& share : answer.stability) stability[share.row] = share.share;
  }
  json.key("creators").begin_array();
  for (const std::size_t row : listed_rows(answer, request.listed)) {
    const bool picked = std::binary_search(answer.best.rows.begin(), answer.best.rows.end(), row);
    write_creator(json, row, request.pick.creators[row], answer.roster.creators[row], answer.values[row], picked,
                  stability[row]);
  }
  json.end_array();
}

void write_reading_of(JsonWriter& json, const std::optional<ingest::Reading>& reading, std::size_t most) {
  json.key("skipped").begin_array();
  if (reading) {
    for (std::size_t i = 0; i < std::min(reading->skipped.size(), most); ++i) {
      json.begin_object().key("row").number(static_cast<double>(reading->skipped[i].row));
      json.key("reason").text(reading->skipped[i].reason).end_object();
    }
  }
  json.end_array();
  json.key("reading");
  if (!reading) {
    json.null();
    return;
  }
  json.begin_object().key("format").text(reading->format);
  write_mapping(json, reading->mapping);
  json.key("skipped").number(static_cast<double>(reading->skipped.size()));
  write_texts(json, "warnings", reading->warnings);
  json.end_object();
}

}  // namespace

void write_choice(JsonWriter& json, const ChoiceRequest& request, const core::PickAnswer& answer,
                  std::string_view csv) {
  const std::vector<core::Creator>& creators = request.pick.creators;
  json.begin_object();
  json.key("objective").text(core::objective_id(answer.objective));
  json.key("currency").text(answer.roster.currency);
  json.key("budget").number(answer.budget);
  answer.infeasible.empty() ? write_selection(json, answer.best, creators) : write_no_selection(json);
  json.key("infeasible").text_or_null(answer.infeasible);
  json.key("fixedCost").number(answer.fixed_cost);
  json.key("uniqueReachIsUpperBound").boolean(answer.unique_reach_is_upper_bound);
  write_plan_b(json, answer.plan_b, creators);
  write_next_dollar(json, answer.next_dollar, creators);
  json.key("curve").begin_array();
  for (const core::BudgetPoint& point : answer.curve) {
    json.begin_object().key("budget").number(point.budget).key("value").number(point.value);
    json.key("creators").number(static_cast<double>(point.creators)).end_object();
  }
  json.end_array();
  json.key("stability").begin_array();
  for (const core::PickShare& share : answer.stability) {
    json.begin_object().key("handle").text_or_null(creators[share.row].handle);
    json.key("row").number(static_cast<double>(share.row)).key("share").number(share.share).end_object();
  }
  json.end_array();
  json.key("stabilityDraws").number(static_cast<double>(answer.stability_draws));
  json.key("seed").number(static_cast<double>(request.pick.seed));
  json.key("rows").number(static_cast<double>(creators.size()));
  write_creators(json, request, answer);
  write_reading_of(json, request.reading, request.listed);
  write_defaults(json, answer.defaults);
  write_texts(json, "warnings", answer.warnings);
  if (!csv.empty()) json.key("csv").text(csv);
  json.end_object();
}

}  // namespace mf::report
