// Which part of a plan's risk is each creator's own, and what research says of it: the second half of scenarios.h.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/number_text.h"
#include "core/portable_math.h"
#include "core/scenarios.h"
#include "core/uncertain.h"

namespace mf::core {
namespace {

// One creator's own value of an input, or the plan's.
std::optional<Uncertain> value_for(const Plan& plan, const PlannedCreator* creator, Input input) {
  if (creator != nullptr && creator->inputs[input]) return creator->inputs[input];
  return plan.inputs[input];
}

double exact_or_middle(Input input, const std::optional<Uncertain>& value, double otherwise) {
  return value ? middle_of(input, *value) : otherwise;
}

double show_rate(const Plan& plan) { return exact_or_middle(Input::show_rate, plan.inputs[Input::show_rate], 1); }

// The variance of the logarithm of what all creators reach together, with all that is drawn once for the campaign held
// still. Reach is a sum of independent parts S k F r, S being 1 with the chance p and else 0:
//   variation_i^2 = (1 + that of F) (1 + that of r) / p - 1,    of the sum: sum (mean_i variation_i)^2 / (sum mean_i)^2
// and the variance of the logarithm of a positive amount is ln(1 + variation^2), as of a log-normal one.
std::optional<double> creator_log_variance(const Plan& plan) {
  const double p = show_rate(plan);
  const std::size_t count = plan.roster.empty() ? 1 : plan.roster.size();
  double sum = 0;
  double variance = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const PlannedCreator* const creator = plan.roster.empty() ? nullptr : &plan.roster[i];
    const std::optional<Uncertain> followers = value_for(plan, creator, Input::followers);
    const std::optional<Uncertain> reach = value_for(plan, creator, Input::reach_rate);
    if (!followers || !reach || !(p > 0)) return std::nullopt;
    const double posts =
        exact_or_middle(Input::posts_per_creator, value_for(plan, creator, Input::posts_per_creator), 1);
    const double mean = posts * mean_of(Input::followers, *followers) * mean_of(Input::reach_rate, *reach);
    const double variation = (1 + squared_variation_of(Input::followers, *followers)) *
                                 (1 + squared_variation_of(Input::reach_rate, *reach)) / p -
                             1;
    sum += mean;
    variance += mean * mean * variation;
  }
  if (!(sum > 0)) return std::nullopt;
  double squared = variance / (sum * sum);
  if (plan.roster.empty()) squared /= static_cast<double>(plan.creators);
  return portable::log(1 + squared);
}

// How many percent of contribution / cost one percent of an input is, squared, times its variance: to first order, with
// each cost line at its mean.
double campaign_log_variance(const Simulation& simulation) {
  const Plan& plan = simulation.plan;
  const CostLines& lines = simulation.lines;
  const double cost = simulation.cost.mean;
  const auto share = [cost](const Spread& line) { return cost > 0 ? line.mean / cost : 0; };
  const double of_revenue = 1 - share(lines.commission);  // commission grows with revenue
  const double of_fees = share(lines.fees) + share(lines.agency);
  double sum = 0;
  const auto add = [&](Input input, double percents) {
    const std::optional<Uncertain>& value = plan.inputs[input];
    if (value) sum += percents * percents * log_variance_of(input, *value);
  };
  const auto add_rest = [&](Input input, double percents) {
    const std::optional<Uncertain>& value = plan.inputs[input];
    if (value) sum += percents * percents * log_variance_of_rest(input, *value);
  };
  for (const Input input :
       {Input::show_rate, Input::frequency, Input::click_rate, Input::conversion_rate, Input::order_value}) {
    add(input, of_revenue);
  }
  add(Input::posts_per_creator, of_revenue - of_fees);
  add_rest(Input::discount, of_revenue);
  add_rest(Input::return_rate, of_revenue);
  for (const Input input : {Input::margin, Input::incrementality, Input::repeat_factor}) add(input, 1);
  add(Input::fee, of_fees);
  add(Input::agency_rate, share(lines.agency));
  add(Input::commission, share(lines.commission));
  add(Input::product_cost, share(lines.product));
  add(Input::hours_per_creator, share(lines.hours));
  add(Input::hourly_cost, share(lines.hours));
  add(Input::rights, share(lines.rights));
  add(Input::other_costs, share(lines.other));
  return sum;
}

std::size_t creators_of(const Simulation& simulation) {
  return simulation.plan.roster.empty() ? simulation.plan.creators : simulation.plan.roster.size();
}

std::string creators_text(const Simulation& simulation) {
  return counted_text(static_cast<double>(creators_of(simulation)), "creator", "creators");
}

std::string share_text(double share) { return count_text(share * 100) + "\xC2\xA0%"; }

std::string chance_text(double chance) {
  return chance < 0.001 ? "under 0.1\xC2\xA0%" : chance < 0.1 ? percent_text(chance) : share_text(chance);
}

double chance_of_no_post(const Simulation& simulation) {
  const double absent = 1 - show_rate(simulation.plan);
  return absent > 0 ? portable::exp(portable::log(absent) * static_cast<double>(creators_of(simulation))) : 0;
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
  const std::optional<double> own = creator_log_variance(simulation.plan);
  if (!own) return std::nullopt;
  const double commission = simulation.cost.mean > 0 ? simulation.lines.commission.mean / simulation.cost.mean : 0;
  const double creator = (1 - commission) * (1 - commission) * *own;
  const double campaign = campaign_log_variance(simulation);
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
  std::optional<RiskShare> of_few;
  std::optional<RiskShare> of_many;
  for (const Simulation& simulation : simulations) {
    const std::optional<RiskShare> risk = risk_share(simulation);
    comparison.risks.push_back(risk);
    if (!risk) continue;
    comparison.sentences.push_back(risk->sentence);
    if (few == nullptr || creators_of(simulation) < creators_of(*few)) {
      few = &simulation;
      of_few = risk;
    }
    if (many == nullptr || creators_of(simulation) > creators_of(*many)) {
      many = &simulation;
      of_many = risk;
    }
  }
  if (few == nullptr || creators_of(*few) == creators_of(*many)) return comparison;

  const double same_few = of_few->campaign * of_few->log_sd * of_few->log_sd;
  const double same_many = of_many->campaign * of_many->log_sd * of_many->log_sd;
  const bool is_same = std::abs(same_few - same_many) <= 0.05 * std::max(same_few, same_many);
  const std::string number = creators_text(*many);
  comparison.sentences.push_back(
      number + " even out who performs. They do not even out whether people buy: that risk is " +
      (is_same ? "the same." : "each plan's own, since the plans differ in more than their creators."));
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
                   percent_text(figure(figures, "B0571a").value_or(0)) + " (Leung and others, 2022).";
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
