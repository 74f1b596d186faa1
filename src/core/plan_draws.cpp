#include "core/plan_draws.h"

#include <algorithm>
#include <cmath>

#include "core/lane_math.h"

namespace mf::core {
namespace {

constexpr std::array<float, 4> one_for_all = {1, 1, 1, 1};

constexpr std::size_t all_ones = ~std::size_t{0};

// From so many draws on, tables of each input's values are as good as turning them.
constexpr std::size_t many_draws = 32'768;

// The places of a party's values in its block.
enum PartyValue : std::size_t {
  show_value,
  posts_value,
  followers_value,
  reach_rate_value,
  engagement_rate_value,
  fee_value,
  product_value,
  hours_value,
  party_value_count,
};

// What is worth drawing well: the return, or what is nearest to it of all that is known.
double aim_of(const Outputs<Known>& outputs) {
  for (const Output output : {Output::roi, Output::contribution, Output::revenue, Output::orders, Output::clicks,
                              Output::impressions, Output::cost}) {
    const Known& value = outputs(output);
    if (value.is_constant() && std::isfinite(value.factor)) return value.factor;
  }
  return 0;
}

template <class Function>
void for_each_column(std::span<float> columns, std::size_t count, std::size_t at, Function&& function) {
  for (std::size_t i = 0; i < count; ++i) function(columns.subspan(i * chunk_draws + at, block_points));
}

}  // namespace

// Normal to the mirror that lays the first axis along the steepest way; empty if it lies there already.
std::vector<float> PlanDraws::steepest(std::vector<std::size_t>& order) const {
  std::vector<double> z(plan_.variables.size(), 0.0);
  std::vector<double> slope(joint_);
  const Terms<Known> middle = known_terms(plan_, z.data());
  for (std::size_t i = 0; i < joint_; ++i) {
    const Variable& variable = plan_.variables[i];
    const auto direct = std::find_if(direct_terms().begin(), direct_terms().end(),
                                     [&](const DirectTerm& one) { return one.input == variable.input; });
    const auto aim_at = [&](double there) {
      if (direct != direct_terms().end()) {
        Terms<Known> terms = middle;
        terms(direct->term) = Known(variable.at(there));
        return aim_of(funnel(terms));
      }
      z[i] = there;
      const double aim = aim_of(funnel(known_terms(plan_, z.data())));
      z[i] = 0;
      return aim;
    };
    slope[i] = aim_at(1) - aim_at(-1);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return std::abs(slope[a]) > std::abs(slope[b]); });
  double length = 0;
  for (const double part : slope) length += part * part;
  length = std::sqrt(length);
  if (!(length > 0) || !std::isfinite(length)) return {};
  std::vector<double> normal;
  for (const std::size_t i : order) normal.push_back(slope[i] / length);
  normal.front() -= 1;
  double square = 0;
  for (const double part : normal) square += part * part;
  if (square < 1e-6) return {};
  std::vector<float> scaled;
  for (const double part : normal) scaled.push_back(static_cast<float>(part * std::sqrt(2 / square)));
  return scaled;
}

PlanDraws::PlanDraws(const PlanVariables& plan, std::uint64_t seed, std::size_t draws)
    : plan_(plan), known_(known_terms(plan)) {
  crew_is_drawn_ =
      known_(Term::reach).is_drawn() || known_(Term::engagements).is_drawn() || known_(Term::unique_reach).is_drawn();
  bill_is_drawn_ = known_(Term::fees).is_drawn() || known_(Term::paid_posts).is_drawn() ||
                   known_(Term::product).is_drawn() || known_(Term::hours).is_drawn();
  const bool by_chance = !plan.parties.empty() && plan.parties.front().shows_by_chance;
  // How many post, and how often, may matter for what they are paid alone.
  crew_is_drawn_ = crew_is_drawn_ || known_(Term::paid_posts).is_drawn() || (by_chance && bill_is_drawn_);

  const std::size_t variables = plan.variables.size();
  joint_ = variables <= sobol_dimensions ? variables : std::min(plan.campaign_variables, sobol_dimensions);
  for (std::size_t i = 0; i < joint_; ++i) order_.push_back(i);
  if (joint_ > 0) turn_ = steepest(order_);
  if (draws >= many_draws) turn_.clear();
  for (std::size_t i = 0; i < joint_; ++i) dimensions_.push_back(Dimension::sobol(i, seed));
  for (std::size_t i = joint_; i < variables; ++i) dimensions_.push_back(Dimension::alone(i, seed));
  if (by_chance) {
    const bool shows_are_joint = joint_ == variables && joint_ + plan.parties.size() <= sobol_dimensions;
    for (std::size_t i = 0; i < plan.parties.size(); ++i) {
      show_dimensions_.push_back(shows_are_joint ? Dimension::sobol(joint_ + i, seed)
                                                 : Dimension::alone(variables + i, seed));
    }
  }

  for (const Variable& variable : plan.variables) curves_.emplace_back(variable);
  tables_.resize(1);  // of normal values
  table_of_.resize(variables);
  if (draws >= many_draws) {
    for (std::size_t i = 0; i < joint_; ++i) add_table(order_[i]);
  }
  // Creators whom nothing tells apart have one table for each input.
  if (!plan.has_roster && draws * plan.parties.size() >= 2 * CurveTable::size) {
    std::array<std::size_t, input_count> known{};
    for (std::size_t i = joint_; i < variables; ++i) {
      std::size_t& table = known[static_cast<std::size_t>(plan.variables[i].input)];
      if (table == 0) {
        add_table(i);
        table = table_of_[i];
      }
      table_of_[i] = table;
    }
  }
  normals_.resize(joint_ * block_points);
  campaign_values_.resize(plan.campaign_variables * chunk_draws);
  crew_.resize(crew_is_drawn_ ? crew_size * chunk_draws : 0);
  unique_reach_.resize(crew_is_drawn_ ? chunk_draws : 0);
  bill_.resize(bill_is_drawn_ ? bill_size * chunk_draws : 0);
  party_values_.resize(party_value_count * block_points);

  // What is missing is drawn as 0; nobody looks at what follows from it.
  constants_.resize(4 * term_count);
  for (std::size_t i = 0; i < term_count; ++i) {
    const float value = known_[i].is_constant() ? static_cast<float>(known_[i].factor) : 0;
    std::fill_n(&constants_[4 * i], 4, value);
    terms_[i] = {&constants_[4 * i], 0};
  }
  const auto drawn_as = [&](Term term, const std::vector<float>& columns, std::size_t column) {
    const auto i = static_cast<std::size_t>(term);
    if (known_[i].is_drawn()) terms_[i] = {&columns[column * chunk_draws], all_ones};
  };
  drawn_as(Term::reach, crew_, static_cast<std::size_t>(CrewSum::reach));
  drawn_as(Term::engagements, crew_, static_cast<std::size_t>(CrewSum::engagements));
  drawn_as(Term::unique_reach, unique_reach_, 0);
  drawn_as(Term::paid_posts, bill_, 0);
  drawn_as(Term::fees, bill_, 1);
  drawn_as(Term::product, bill_, 2);
  drawn_as(Term::hours, bill_, 3);
  for (const DirectTerm& direct : direct_terms()) {
    drawn_as(direct.term, campaign_values_, plan.of(direct.input).variable);
  }
}

DrawnValue PlanDraws::value(const Entry& entry) const {
  if (entry.kind != Entry::Kind::variable) return {entry.lanes.data(), 0};
  return {&campaign_values_[entry.variable * chunk_draws], all_ones};
}

DrawnValue PlanDraws::crew(CrewSum sum) const {
  return {&crew_[static_cast<std::size_t>(sum) * chunk_draws], all_ones};
}

void PlanDraws::add_table(std::size_t variable) {
  table_of_[variable] = tables_.size();
  tables_.emplace_back(curves_[variable]);
}

void PlanDraws::draw_joint(const PointBlock& block, std::size_t at) {
  for (std::size_t k = 0; k < joint_; ++k) {
    const std::size_t variable = order_[k];
    const bool is_done = table_of_[variable] != 0 && variable < plan_.campaign_variables;
    float* values = is_done ? &campaign_values_[variable * chunk_draws + at] : &normals_[variable * block_points];
    tables_[table_of_[variable]].draw(dimensions_[k], block, values);
  }
  if (turn_.empty()) return;
  for (std::size_t i = 0; i < block.size; i += 4) {
    Floats along = {};
    for (std::size_t k = 0; k < joint_; ++k) {
      along += all(turn_[k]) * load<Floats>(&normals_[order_[k] * block_points + i]);
    }
    for (std::size_t k = 0; k < joint_; ++k) {
      float* normals = &normals_[order_[k] * block_points + i];
      store(normals, load<Floats>(normals) - all(turn_[k]) * along);
    }
  }
}

void PlanDraws::draw_variable(std::size_t index, const PointBlock& block, float* values) {
  const bool is_joint = index < joint_;
  const bool is_value = table_of_[index] != 0;
  if (is_joint && is_value) {
    if (index >= plan_.campaign_variables) std::copy_n(&normals_[index * block_points], block.size, values);
    return;
  }
  if (!is_joint) tables_[table_of_[index]].draw(dimensions_[index], block, values);
  if (is_value) return;
  const float* normals = is_joint ? &normals_[index * block_points] : values;
  const Curve curve = curves_[index];
  for (std::size_t i = 0; i < block.size; i += 4) store(values + i, curve.at(load<Floats>(normals + i)));
}

void PlanDraws::draw_party(const Party& party, std::size_t place, const PointBlock& block, std::size_t at,
                           bool everyone) {
  // A variable of the campaign has its column; a creator's own is drawn here.
  const auto source = [&](PartyValue which, const Entry& entry) -> DrawnValue {
    if (entry.kind != Entry::Kind::variable) return {entry.lanes.data(), 0};
    if (entry.variable < plan_.campaign_variables)
      return {&campaign_values_[entry.variable * chunk_draws + at], all_ones};
    float* values = &party_values_[which * block_points];
    draw_variable(entry.variable, block, values);
    return {values, all_ones};
  };
  DrawnValue shows = source(show_value, party.show_rate);
  if (everyone) {
    shows = {one_for_all.data(), 0};
  } else if (party.shows_by_chance) {
    std::array<std::uint32_t, block_points> words;
    show_dimensions_[place].points(block, words);
    float* values = &party_values_[show_value * block_points];
    const Floats yes = all(1.0F);
    for (std::size_t i = 0; i < block.size; i += 4) {
      const Floats u = portable::uniform_of(load<Words>(&words[i]));
      store(values + i, select(u < shows.four(i), yes, Floats{}));
    }
    shows = {values, all_ones};
  }
  const DrawnValue k = source(posts_value, party.posts);

  if (crew_is_drawn_) {
    const DrawnValue size = source(followers_value, party.followers);
    const DrawnValue reached = source(reach_rate_value, party.reach_rate);
    const DrawnValue engaged = source(engagement_rate_value, party.engagement_rate);
    const DrawnValue market = value(plan_.of(Input::market_size));
    const CrewRules rules = plan_.rules;
    const std::size_t alike = party.alike;
    float* sums = &crew_[at];
    const auto join_all = [&](std::size_t count) {
      for (std::size_t i = 0; i < block.size; i += 4) {
        Crew<Floats> crew;
        crew.posting = load<Floats>(sums + i);
        crew.posts = load<Floats>(sums + chunk_draws + i);
        crew.followers = load<Floats>(sums + 2 * chunk_draws + i);
        crew.reach = load<Floats>(sums + 3 * chunk_draws + i);
        crew.engagements = load<Floats>(sums + 4 * chunk_draws + i);
        crew.distinct = load<Floats>(sums + 5 * chunk_draws + i);
        const Member<Floats> member = {shows.four(i), k.four(i), size.four(i), reached.four(i), engaged.four(i)};
        join(crew, member, count, market.four(at + i), rules);
        store(sums + i, crew.posting);
        store(sums + chunk_draws + i, crew.posts);
        store(sums + 2 * chunk_draws + i, crew.followers);
        store(sums + 3 * chunk_draws + i, crew.reach);
        store(sums + 4 * chunk_draws + i, crew.engagements);
        store(sums + 5 * chunk_draws + i, crew.distinct);
      }
    };
    if (alike == 1) {
      join_all(1);
    } else {
      join_all(alike);
    }
  }
  if (bill_is_drawn_ && plan_.has_roster) {
    const DrawnValue paid = plan_.pays_no_shows ? DrawnValue{one_for_all.data(), 0} : shows;
    const DrawnValue fees = source(fee_value, party.fee);
    const DrawnValue products = source(product_value, party.product);
    const DrawnValue work = source(hours_value, party.hours);
    float* sums = &bill_[at];
    for (std::size_t i = 0; i < block.size; i += 4) {
      Bill<Floats> bill;
      bill.paid_posts = load<Floats>(sums + i);
      bill.fees = load<Floats>(sums + chunk_draws + i);
      bill.product = load<Floats>(sums + 2 * chunk_draws + i);
      bill.hours = load<Floats>(sums + 3 * chunk_draws + i);
      charge(bill, party.alike, paid.four(i), k.four(i), fees.four(i), products.four(i), work.four(i));
      store(sums + i, bill.paid_posts);
      store(sums + chunk_draws + i, bill.fees);
      store(sums + 2 * chunk_draws + i, bill.product);
      store(sums + 3 * chunk_draws + i, bill.hours);
    }
  }
}

void PlanDraws::draw(std::uint32_t first, std::size_t draws, bool everyone) {
  for (std::size_t at = 0; at < draws; at += block_points) {
    const PointBlock block(first + static_cast<std::uint32_t>(at), block_points);
    draw_joint(block, at);
    for (std::size_t i = 0; i < plan_.campaign_variables; ++i) {
      draw_variable(i, block, &campaign_values_[i * chunk_draws + at]);
    }
    if (!crew_is_drawn_ && !bill_is_drawn_) continue;

    if (crew_is_drawn_) {
      for_each_column(crew_, crew_size, at,
                      [](std::span<float> column) { std::fill(column.begin(), column.end(), 0.0F); });
    }
    if (bill_is_drawn_) {
      for_each_column(bill_, bill_size, at,
                      [](std::span<float> column) { std::fill(column.begin(), column.end(), 0.0F); });
    }
    if (crew_is_drawn_ || plan_.has_roster) {
      for (std::size_t i = 0; i < plan_.parties.size(); ++i) draw_party(plan_.parties[i], i, block, at, everyone);
    }

    if (crew_is_drawn_) {
      const float* distinct = &crew_[static_cast<std::size_t>(CrewSum::distinct) * chunk_draws + at];
      const DrawnValue market = value(plan_.of(Input::market_size));
      for (std::size_t i = 0; i < block_points; i += 4) {
        const Floats part = load<Floats>(distinct + i);
        store(&unique_reach_[at + i], plan_.rules.has_market ? market.four(at + i) * part : part);
      }
    }
    if (bill_is_drawn_ && !plan_.has_roster) {
      std::array<float, 4> everybody;
      everybody.fill(static_cast<float>(plan_.creators));
      const DrawnValue paid =
          plan_.pays_no_shows || !crew_is_drawn_ ? DrawnValue{everybody.data(), 0} : crew(CrewSum::posting);
      const DrawnValue k = value(plan_.of(Input::posts_per_creator));
      const DrawnValue fees = value(plan_.of(Input::fee));
      const DrawnValue products = value(plan_.of(Input::product_cost));
      const DrawnValue work = value(plan_.of(Input::hours_per_creator));
      for (std::size_t i = at; i < at + block_points; i += 4) {
        Bill<Floats> bill;
        charge(bill, plan_.creators, paid.four(i), k.four(i), fees.four(i), products.four(i), work.four(i));
        store(&bill_[i], bill.paid_posts);
        store(&bill_[chunk_draws + i], bill.fees);
        store(&bill_[2 * chunk_draws + i], bill.product);
        store(&bill_[3 * chunk_draws + i], bill.hours);
      }
    }
  }
}

}  // namespace mf::core
