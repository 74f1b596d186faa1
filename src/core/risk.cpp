// Which part of a plan's risk is each creator's own, and what research says of it: the second half of scenarios.h.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/creator_average.h"
#include "core/number_text.h"
#include "core/portable_math.h"
#include "core/scenarios.h"
#include "core/uncertain.h"

namespace mf::core {
namespace {

double show_rate(const Plan& plan) {
  const std::optional<Uncertain>& rate = plan.inputs[Input::show_rate];
  return rate ? middle_of(Input::show_rate, *rate) : 1;
}

// The variance of ln(contribution / cost) that is the same for all creators: the squared percents that one percent of
// an input makes, times its variance, to first order and with each cost line at its median.
struct SharedRisk {
  double commission = 0;  // share of the cost; it grows with revenue, and so takes as much off what that does to ROI
  double sales = 0;       // of what is sold, before that is taken off
  double margin = 0;      // of what is left of it
  double cost = 0;

  double of_revenue() const { return (1 - commission) * (1 - commission); }
  double all() const { return of_revenue() * sales + margin + cost; }
};

SharedRisk shared_risk(const Simulation& simulation) {
  const CostLines& lines = simulation.lines;
  double total = 0;
  for (const Spread* line :
       {&lines.fees, &lines.product, &lines.hours, &lines.commission, &lines.rights, &lines.agency, &lines.other}) {
    total += line->p50;
  }
  const auto share = [total](const Spread& line) { return total > 0 ? line.p50 / total : 0; };
  const auto variance = [&simulation](Input input) {
    const std::optional<Uncertain>& value = simulation.plan.inputs[input];
    return value ? log_variance_of(input, *value) : 0;
  };
  const auto variance_of_rest = [&simulation](Input input) {
    const std::optional<Uncertain>& value = simulation.plan.inputs[input];
    return value ? log_variance_of_rest(input, *value) : 0;
  };
  SharedRisk risk;
  risk.commission = share(lines.commission);
  for (const Input input :
       {Input::show_rate, Input::frequency, Input::click_rate, Input::conversion_rate, Input::order_value}) {
    risk.sales += variance(input);
  }
  risk.sales += variance_of_rest(Input::discount) + variance_of_rest(Input::return_rate);
  for (const Input input : {Input::margin, Input::incrementality, Input::repeat_factor}) risk.margin += variance(input);

  const double of_fees = share(lines.fees) + share(lines.agency);
  const auto add_cost = [&](Input input, double percents) { risk.cost += percents * percents * variance(input); };
  add_cost(Input::posts_per_creator, 1 - risk.commission - of_fees);  // more posts sell more and cost more
  add_cost(Input::fee, of_fees);
  add_cost(Input::agency_rate, share(lines.agency));
  add_cost(Input::commission, risk.commission);
  add_cost(Input::product_cost, share(lines.product));
  add_cost(Input::hours_per_creator, share(lines.hours));
  add_cost(Input::hourly_cost, share(lines.hours));
  add_cost(Input::rights, share(lines.rights));
  add_cost(Input::other_costs, share(lines.other));
  return risk;
}

std::string creators_text(const Simulation& simulation) {
  return counted_text(creators_of(simulation.plan), "creator", "creators");
}

std::string share_text(double share) { return count_text(share * 100) + "\xC2\xA0%"; }

std::string chance_text(double chance) {
  return chance < 0.001 ? "under 0.1\xC2\xA0%" : chance < 0.1 ? percent_text(chance) : share_text(chance);
}

double chance_of_no_post(const Simulation& simulation) {
  const double absent = 1 - show_rate(simulation.plan);
  return absent > 0 ? portable::exp(portable::log(absent) * creators_of(simulation.plan)) : 0;
}

std::optional<double> figure(const Figures& figures, std::string_view id) {
  const Benchmark* const record = benchmark(id);
  return record != nullptr ? figures.centre(*record) : std::nullopt;
}

ResearchFact fact_from(std::string_view id, std::vector<std::string_view> sources) {
  ResearchFact fact;
  fact.id = id;
  fact.grade = 'A';
  for (const std::string_view source : sources) fact.grade = std::max(fact.grade, benchmark(source)->grade);
  fact.sources = std::move(sources);
  return fact;
}

// "For this plan's 5,000 followers ...", where the plan is of the sizes that the record is about.
std::string for_this_plan(const Plan& plan, const Figures& figures, const Benchmark& record) {
  const std::optional<Uncertain>& followers = plan.inputs[Input::followers];
  if (!followers || !plan.roster.empty()) return {};
  const double each = middle_of(Input::followers, *followers);
  if (each < record.min_followers || each >= record.max_followers) return {};
  const double all = each * static_cast<double>(plan.creators);
  const double amount = all * figures.centre(record).value_or(0);
  return " For this plan's " + counted_text(all, "follower", "followers") + " that would be " +
         money_text(amount, "EUR") + " of revenue.";
}

}  // namespace

std::optional<RiskShare> risk_share(const Simulation& simulation) {
  if (!simulation.roi) return std::nullopt;
  const std::optional<CreatorAverage> own =
      creator_average(simulation.plan, Input::reach_rate, show_rate(simulation.plan));
  if (!own) return std::nullopt;
  const SharedRisk shared = shared_risk(simulation);
  const double creator = shared.of_revenue() * own->log_variance;
  const double campaign = shared.all();
  const double all = creator + campaign;
  if (!(all > 0)) return std::nullopt;
  RiskShare risk;
  risk.creator = creator / all;
  risk.campaign = campaign / all;
  risk.log_sd = std::sqrt(all);
  risk.sentence = "With " + creators_text(simulation) + ", " + share_text(risk.creator) +
                  " of the risk is who posts and who performs; " + share_text(1 - risk.creator) +
                  " is what is the same for all, such as whether people buy.";
  return risk;
}

ScenarioComparison compare(std::span<const Simulation> simulations) {
  ScenarioComparison comparison;
  const Simulation* few = nullptr;
  const Simulation* many = nullptr;
  for (const Simulation& simulation : simulations) {
    const std::optional<RiskShare> risk = risk_share(simulation);
    comparison.risks.push_back(risk);
    if (!risk) continue;
    comparison.sentences.push_back(risk->sentence);
    if (few == nullptr || creators_of(simulation.plan) < creators_of(few->plan)) few = &simulation;
    if (many == nullptr || creators_of(simulation.plan) > creators_of(many->plan)) many = &simulation;
  }
  if (few == nullptr || creators_of(few->plan) == creators_of(many->plan)) return comparison;

  const double sales_of_few = shared_risk(*few).sales;
  const double sales_of_many = shared_risk(*many).sales;
  const bool is_same = std::abs(sales_of_few - sales_of_many) <= 0.01 * std::max(sales_of_few, sales_of_many);
  const std::string number = creators_text(*many);
  comparison.sentences.push_back(number +
                                 " even out who performs. They do not even out whether people buy: that risk is " +
                                 (is_same ? "the same." : "each plan's own, since their ranges for it differ."));
  const double none_of_few = chance_of_no_post(*few);
  if (none_of_few > 0) {
    comparison.sentences.push_back("The chance that nobody posts is " + chance_text(none_of_few) + " with " +
                                   creators_text(*few) + " and " + chance_text(chance_of_no_post(*many)) + " with " +
                                   number + ".");
  }
  return comparison;
}

std::vector<ResearchFact> research_facts(const Plan& plan) {
  const Figures figures(plan.figures);
  std::vector<ResearchFact> facts;

  ResearchFact spend = fact_from("spend-elasticity", {"B0571", "B0571a"});
  spend.sentence = "On Weibo, 1\xC2\xA0% more spend brought " + decimal_text(figure(figures, "B0571").value_or(0)) +
                   "\xC2\xA0% more engagement: less than in proportion. Spreading the same money better would have "
                   "brought " +
                   percent_text(figure(figures, "B0571a").value_or(0)) + " more (Leung and others, 2022).";
  facts.push_back(std::move(spend));

  ResearchFact revenue = fact_from("revenue-per-follower", {"B0507", "B0508"});
  revenue.sentence = "In 1.88 million purchases, a follower of an account under 10,000 brought " +
                     money_text(figure(figures, "B0507").value_or(0), "EUR") + ", one of an account over 100,000 " +
                     money_text(figure(figures, "B0508").value_or(0), "EUR") + " (Beichert and others, 2024).";
  for (const std::string_view id : revenue.sources) {
    revenue.sentence += for_this_plan(plan, figures, *benchmark(id));
  }
  facts.push_back(std::move(revenue));

  ResearchFact size = fact_from("papers-disagree", {"B0572", "B0573", "B0575", "B0578"});
  size.sentence =
      "The papers disagree about size. Leung and others find that more followers return more; Beichert and others find "
      "that small accounts return about ten times as much; Wies and others find engagement that first rises with "
      "followers and then falls; in an experiment with " +
      counted_text(figure(figures, "B0578").value_or(0), "person", "people") +
      ", size changed nothing (Christodoulaki, 2018).";
  facts.push_back(std::move(size));
  return facts;
}

}  // namespace mf::core
