#include "ui/pick_words.h"

#include <algorithm>
#include <cmath>

#include "core/number_text.h"
#include "ui/campaign_words.h"
#include "ui/words.h"

namespace mf::ui {

using core::Objective;

std::string_view objective_name(Objective objective) {
  switch (objective) {
    case Objective::engagements:
      return "Engagements";
    case Objective::orders:
      return "Orders";
    case Objective::unique_reach:
      return "Unique reach";
    case Objective::profit:
      return "Profit";
  }
  return {};
}

std::string amount_text(Objective objective, double value, std::string_view currency) {
  return objective == Objective::profit ? rounded_money(value, currency) : short_count(value);
}

std::string amount_said(Objective objective, double value, std::string_view currency) {
  switch (objective) {
    case Objective::engagements:
      return rounded(value) + " engagements";
    case Objective::orders:
      return rounded(value) + " orders";
    case Objective::unique_reach:
      return rounded(value) + " people reached";
    case Objective::profit:
      return rounded_money(value, currency) + " profit";
  }
  return {};
}

std::string handle_said(const core::Creator& creator, std::size_t row) {
  if (creator.handle.empty()) return "row " + whole(static_cast<double>(row + 1));
  const std::string handle(creator.handle);
  const bool is_name = handle.find(' ') != std::string::npos || handle.front() == '@';
  return is_name ? handle : '@' + handle;
}

std::string handles_said(std::span<const core::Creator> creators, const std::vector<std::size_t>& rows) {
  constexpr std::size_t most_named = 4;
  std::vector<std::string> names;
  for (const std::size_t row : rows) {
    if (names.size() == most_named && rows.size() > most_named + 1) {
      names.push_back(whole(static_cast<double>(rows.size() - most_named)) + " more");
      break;
    }
    names.push_back(handle_said(creators[row], row));
  }
  return joined(names);
}

std::string size_said(const core::Creator& creator, const core::VettedCreator& vetted, bool narrow) {
  std::string out(vetted.tier);
  if (creator.platform != core::Platform::any) {
    out += out.empty() ? "" : " on ";
    out += core::platform_name(creator.platform);
  }
  if (creator.followers) {
    if (!out.empty()) out += narrow ? ",\n" : ", ";
    out += short_count(*creator.followers) + " followers";
  }
  return out.empty() ? "size not known" : out;
}

std::string rate_said(const core::VettedCreator& vetted) {
  const std::string of = vetted.by == core::Denominator::views ? " of views" : "";
  if (!vetted.own_rate) {
    return vetted.usual_rate ? "not given, usual " + short_percent(*vetted.usual_rate) + of : "not known";
  }
  std::string out = short_percent(*vetted.own_rate) + of;
  if (vetted.usual_rate) out += ", usual " + short_percent(*vetted.usual_rate);
  return out;
}

std::string pick_said(const core::PickAnswer& answer, std::size_t creators) {
  const core::Selection& best = answer.best;
  const std::string& currency = answer.roster.currency;
  if (best.rows.empty()) return "Pick nobody";
  return "Pick " + whole(static_cast<double>(best.rows.size())) + " of " + whole(static_cast<double>(creators)) + ": " +
         core::money_text(best.spend, currency) + " of " + core::money_text(answer.budget, currency) +
         (answer.unique_reach_is_upper_bound ? ", at most " : ", about ") +
         amount_said(answer.objective, best.value, currency);
}

std::string proof_said(const core::Selection& selection) {
  if (selection.proven) {
    return "Proven: no other set within the budget and your conditions is expected to bring more.";
  }
  if (!(selection.gap < 10)) return "The search ended before it was proven that no other set brings more.";
  return "At most " + digits(std::ceil(selection.gap * 1000) / 10, 2) +
         "\xC2\xA0% from the best there is; the search ended before more was proven.";
}

std::vector<std::string_view> records_of(const Picking& picking) {
  std::vector<std::string_view> records;
  for (const core::Default& filled : picking.answer().defaults) {
    records.insert(records.end(), filled.sources.begin(), filled.sources.end());
  }
  records.insert(records.end(), picking.usual_records.begin(), picking.usual_records.end());
  records.insert(records.end(), picking.fee_records.begin(), picking.fee_records.end());
  return records;
}

}  // namespace mf::ui
