#include "ui/pick_answers.h"

#include <algorithm>
#include <numeric>

#include "core/expected.h"
#include "core/fees.h"
#include "ingest/ranges.h"
#include "ui/count_bounds.h"

namespace mf::ui {
namespace {

using core::Creator;
using core::Input;
using core::Objective;

constexpr int slices_of_a_moment = 8;                            // frames after which work is not quick any more
constexpr std::size_t rows_of_slice = 200;                       // some milliseconds of vetting
constexpr std::size_t slice_of_the_rest = core::pick_slice / 2;  // what comes after the answer may take its time

const Source* list_of(const State& state) {
  for (const Source* source : {&state.roster.file, &state.roster.paste}) {
    if (source->reading && !source->reading->creators.empty()) return source;
  }
  return nullptr;
}

// [SECTION] The list

template <class Key>
void count_one(std::vector<std::pair<Key, std::size_t>>& counts, const Key& key) {
  const auto found = std::find_if(counts.begin(), counts.end(), [&](const auto& entry) { return entry.first == key; });
  if (found == counts.end()) {
    counts.emplace_back(key, 1);
  } else {
    ++found->second;
  }
}

template <class Key>
void most_frequent_first(std::vector<std::pair<Key, std::size_t>>& counts) {
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

void take_list(PickAnswers& answers, std::span<const Creator> creators, Ticket ticket) {
  answers = {};
  answers.ticket = ticket;
  std::vector<std::pair<std::string, std::size_t>> currencies;
  for (const Creator& creator : creators) {
    count_one(answers.platforms, creator.platform);
    if (!creator.currency.empty()) count_one(currencies, std::string(creator.currency));
  }
  most_frequent_first(answers.platforms);
  most_frequent_first(currencies);
  answers.currency = currencies.empty() ? "USD" : currencies.front().first;
}

// [SECTION] The question

// One number, or nothing with the reason in `error`.
std::optional<double> number_typed(const std::string& typed, ingest::Quantity quantity, std::string_view currency,
                                   std::string_view field, std::optional<Error>& error) {
  const auto range = ingest::read_range(typed, {.quantity = quantity, .currency = currency, .field = field});
  if (!range) {
    error = range.error();
    return std::nullopt;
  }
  if (!*range) return std::nullopt;
  if (!(*range)->is_exact()) {
    error = Error{"out-of-range", "Type one number here.", std::string(field), std::nullopt};
  } else if ((*range)->low < 0) {
    error = Error{"out-of-range", "Type a number that is not below 0.", std::string(field), std::nullopt};
  } else {
    return (*range)->low;
  }
  return std::nullopt;
}

// The handles of the list among those typed; which are not in it goes into `error`.
std::vector<std::string> handles_typed(const std::string& typed, std::span<const Creator> creators,
                                       std::string_view field, std::optional<Error>& error) {
  std::vector<std::string> known;
  for (const std::string_view handle : handles_in(typed)) {
    const bool in_list = std::any_of(creators.begin(), creators.end(),
                                     [&](const Creator& creator) { return same_handle(creator.handle, handle); });
    if (in_list) {
      known.emplace_back(handle);
    } else if (!error) {
      error = Error{"unknown-handle", "The list has no creator called " + std::string(handle) + '.', std::string(field),
                    std::nullopt};
    }
  }
  return known;
}

std::optional<core::CountBounds> bounds_typed(PickAnswers& answers, const std::string& typed, const std::string& key) {
  const auto bounds = read_count_bounds(typed, key);
  if (bounds) return *bounds;
  answers.bound_errors.emplace_back(key, bounds.error());
  return std::nullopt;
}

// What was typed for the campaign, as far as it counts here.
core::Inputs campaign_inputs(PickAnswers& answers, const PickAsked& asked) {
  const ScenarioAnswer plan = read_scenario(asked.scenario, asked.campaign_currency, asked.figures);
  core::Inputs inputs;
  answers.input_errors = plan.errors;
  answers.economics.clear();
  answers.other_currency = false;
  for (const core::InputInfo& info : core::input_infos()) {
    if (info.input == Input::followers || asked.scenario[info.input].empty()) continue;
    const std::optional<core::Uncertain>& value = plan.plan.inputs[info.input];
    if (!value || !counts_for(asked.question.objective, info.input)) continue;
    const bool money = ingest::quantity_of(info.input) == ingest::Quantity::money;
    if (money && asked.campaign_currency != answers.currency) {
      answers.other_currency = true;
      continue;
    }
    inputs[info.input] = value;
    answers.economics.push_back(info.input);
  }
  return inputs;
}

// Without the creators themselves.
core::PickRequest request_of(PickAnswers& answers, const PickAsked& asked, std::span<const Creator> creators) {
  const PickQuestion& question = asked.question;
  answers.budget_error = answers.include_error = answers.exclude_error = std::nullopt;
  answers.total_error = answers.market_size_error = answers.error = std::nullopt;
  answers.bound_errors.clear();

  core::PickRequest request;
  request.currency = answers.currency;
  request.objective = question.objective;
  request.figures = asked.figures;
  request.pays_no_shows = asked.scenario.pays_no_shows;
  request.inputs = campaign_inputs(answers, asked);
  const std::optional<double> budget =
      number_typed(question.budget, ingest::Quantity::money, answers.currency, "budget", answers.budget_error);
  answers.has_budget = budget.has_value();
  request.budget = budget.value_or(0);
  const std::optional<double> market =
      number_typed(question.market_size, ingest::Quantity::count, {}, "marketSize", answers.market_size_error);
  if (market) {
    answers.market_size_error = core::check_input(Input::market_size, core::Uncertain::exact(*market));
    if (!answers.market_size_error) request.inputs[Input::market_size] = core::Uncertain::exact(*market);
  }
  answers.inputs = request.inputs;
  request.include = handles_typed(question.include, creators, "include", answers.include_error);
  request.exclude = handles_typed(question.exclude, creators, "exclude", answers.exclude_error);
  const auto total = read_count_bounds(question.total, "total");
  if (!total) {
    answers.total_error = total.error();
  } else if (*total) {
    request.total = **total;
  }
  for (const auto& [tier, typed] : question.tiers) {
    if (const auto bounds = bounds_typed(answers, typed, "tier." + tier)) request.tiers.push_back({tier, *bounds});
  }
  for (const auto& [platform, typed] : question.platforms) {
    const std::string key = std::string("platform.") + core::platform_id(platform);
    if (const auto bounds = bounds_typed(answers, typed, key)) request.platforms.push_back({platform, *bounds});
  }
  return request;
}

// The question without what makes it unanswerable: what is left vets the list.
core::PickRequest only_vetting(core::PickRequest request) {
  request.objective = Objective::engagements;
  request.budget = 0;
  request.include.clear();
  request.exclude.clear();
  request.tiers.clear();
  request.platforms.clear();
  request.total = {};
  return request;
}

void ask(PickAnswers& answers, PickAsked asked, std::span<const Creator> creators) {
  answers.request = request_of(answers, asked, creators);
  answers.asked = std::move(asked);
  answers.to_begin = true;
  const core::PickRequest& request = answers.request;
  const auto &fee = request.inputs[Input::fee], &rate = request.inputs[Input::engagement_rate];
  const std::optional<Looked>& looked = answers.looked;
  if (looked && looked->fee == fee && looked->engagement_rate == rate && looked->figures == request.figures) return;
  core::RosterRequest list{.creators = {creators.begin(), creators.end()},
                           .currency = request.currency,
                           .inputs = request.inputs,
                           .figures = request.figures};
  answers.looked.emplace(Looked{.fee = fee,
                                .engagement_rate = rate,
                                .figures = request.figures,
                                .vetting = core::Vetting(std::move(list)),
                                .roster = {}});
}

void look_on(Looked& looked) {
  if (!looked.vetting) return;
  looked.vetting->advance(rows_of_slice);
  ++looked.slices;
  if (!looked.vetting->done()) return;
  looked.roster = looked.vetting->roster();
  looked.vetting.reset();
}

void begin(PickAnswers& answers, std::span<const Creator> creators) {
  core::PickRequest request = answers.request;
  request.creators.assign(creators.begin(), creators.end());
  answers.to_begin = false;
  if (std::optional<Error> error = core::check_pick(request)) {
    if (error->field == "budget") {
      answers.budget_error = std::move(error);
      answers.has_budget = false;
    } else {
      answers.error = std::move(error);
    }
  }
  const bool answerable = answers.has_budget && !answers.error;
  if (!answerable) request = only_vetting(std::move(request));
  answers.next.emplace(Picking{.run = core::PickRun(std::move(request), answers.looked->roster),
                               .asked = *answers.asked,
                               .answers_question = answerable,
                               .ranking = {},
                               .picked = {},
                               .usual_records = {},
                               .fee_records = {},
                               .tiers = {}});
}

// [SECTION] What is worked out

void add_records(std::vector<std::string_view>& records, const std::vector<std::string_view>& more) {
  for (const std::string_view id : more) {
    if (std::find(records.begin(), records.end(), id) == records.end()) records.push_back(id);
  }
}

// Where the rates and fees are from that no row gives, by the first row of each platform.
void find_records(Picking& picking, std::span<const Creator> creators) {
  const core::Figures figures(picking.asked.figures);
  std::vector<std::pair<core::Platform, core::Denominator>> rates;
  std::vector<core::Platform> fees;
  const auto& vetted = picking.answer().roster.creators;
  for (std::size_t row = 0; row < vetted.size() && row < creators.size(); ++row) {
    const core::Platform platform = creators[row].platform;
    const std::pair rate(platform, vetted[row].by);
    if (vetted[row].usual_rate && std::find(rates.begin(), rates.end(), rate) == rates.end()) {
      rates.push_back(rate);
      const auto usual = core::expected_rate(figures, platform, vetted[row].by, creators[row].followers.value_or(0));
      if (usual) add_records(picking.usual_records, usual->sources);
    }
    if (vetted[row].fee_is_estimate && std::find(fees.begin(), fees.end(), platform) == fees.end()) {
      fees.push_back(platform);
      core::FeeRequest request;
      request.platform = platform;
      request.followers = creators[row].followers;
      for (const core::FeeMethod& method : core::fee_estimate(request, figures).methods) {
        if (method.counted) add_records(picking.fee_records, method.sources);
      }
    }
  }
}

void rank(Picking& picking, std::span<const Creator> creators) {
  const core::PickAnswer& answer = picking.answer();
  const auto& vetted = answer.roster.creators;
  picking.ranking.resize(vetted.size());
  std::iota(picking.ranking.begin(), picking.ranking.end(), 0u);
  const auto worth = [&](std::uint32_t row) {
    if (row >= answer.values.size() || !vetted[row].reason.empty()) return -1e300;
    const core::CreatorValue& value = answer.values[row];
    return value.cost > 0 ? value.value / value.cost : value.value * 1e9;
  };
  std::stable_sort(picking.ranking.begin(), picking.ranking.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return worth(a) > worth(b); });
  for (std::size_t row = 0; row < vetted.size() && row < creators.size(); ++row) {
    if (vetted[row].tier.empty()) continue;
    const double followers = creators[row].followers.value_or(0);
    const auto known = std::find_if(picking.tiers.begin(), picking.tiers.end(),
                                    [&](const TierCount& tier) { return tier.tier == vetted[row].tier; });
    if (known == picking.tiers.end()) {
      picking.tiers.push_back({vetted[row].tier, followers, 1});
    } else {
      known->followers = std::min(known->followers, followers);
      ++known->count;
    }
  }
  std::stable_sort(picking.tiers.begin(), picking.tiers.end(),
                   [](const TierCount& a, const TierCount& b) { return a.followers < b.followers; });
  find_records(picking, creators);
  picking.is_ranked = true;
}

void work_on(Picking& picking, std::span<const Creator> creators) {
  if (!picking.done()) {
    picking.run.advance(picking.has_best() ? slice_of_the_rest : core::pick_slice);
    ++picking.slices;
  }
  if (!picking.is_ranked && picking.run.has_roster()) rank(picking, creators);
  if (picking.picked.empty() && picking.has_best()) {
    picking.picked.resize(creators.size());
    for (const std::size_t row : picking.answer().best.rows) picking.picked[row] = true;
  }
}

}  // namespace

std::optional<double> PickAnswers::progress() const {
  constexpr double look = 0.3;  // the part that looking at the list has in it all
  if (to_begin) {
    if (!looked || !looked->vetting || looked->slices <= slices_of_a_moment) return std::nullopt;
    return look * static_cast<double>(looked->vetting->roster().creators.size()) /
           static_cast<double>(looked->vetting->request().creators.size());
  }
  const std::optional<Picking>& picking = next ? next : shown;
  if (!picking || picking->done() || picking->slices <= slices_of_a_moment) return std::nullopt;
  return look + (1 - look) * picking->run.progress();
}

const Error* PickAnswers::bound_error(std::string_view key) const {
  for (const auto& [field, error] : bound_errors) {
    if (field == key) return &error;
  }
  return nullptr;
}

std::span<const Creator> creators_of(const State& state) {
  const Source* list = list_of(state);
  return list ? std::span<const Creator>(list->reading->creators) : std::span<const Creator>();
}

bool counts_for(Objective objective, Input input) {
  const bool sells = objective == Objective::orders || objective == Objective::profit;
  switch (input) {
    case Input::followers:
      return false;
    case Input::engagement_rate:
      return objective == Objective::engagements;
    case Input::reach_rate:
      return objective != Objective::engagements;
    case Input::frequency:
    case Input::click_rate:
    case Input::conversion_rate:
      return sells;
    case Input::order_value:
    case Input::discount:
    case Input::return_rate:
    case Input::margin:
    case Input::incrementality:
    case Input::repeat_factor:
    case Input::commission:
      return objective == Objective::profit;
    case Input::market_size:
      return objective == Objective::unique_reach;
    default:
      return true;
  }
}

bool update(PickAnswers& answers, const State& state) {
  const Source* list = list_of(state);
  const Ticket ticket = list ? list->ticket : 0;
  const std::span<const Creator> creators = creators_of(state);
  if (answers.ticket != ticket) {
    take_list(answers, creators, ticket);
    ++answers.revision;
  }
  if (!list) return false;

  PickAsked asked{.question = state.pick.question,
                  .scenario = state.campaign.scenarios.front(),
                  .campaign_currency = state.campaign.currency,
                  .figures = state.replacements};
  if (!answers.asked || !(*answers.asked == asked)) ask(answers, std::move(asked), creators);
  const auto has_work = [&] { return answers.to_begin || answers.next || (answers.shown && !answers.shown->done()); };
  if (!has_work()) return false;
  ++answers.revision;
  look_on(*answers.looked);
  if (answers.to_begin && !answers.looked->vetting) begin(answers, creators);
  if (answers.to_begin) {  // not all of the list has been looked at
  } else if (answers.next) {
    Picking& next = *answers.next;
    work_on(next, creators);
    const bool enough = answers.shown ? next.run.has_best() || !next.answers_question : next.run.has_roster();
    if (next.done() || (next.slices > slices_of_a_moment && enough)) {
      answers.shown = std::move(answers.next);
      answers.next.reset();
    }
  } else if (answers.shown) {
    work_on(*answers.shown, creators);
  }
  return has_work();
}

}  // namespace mf::ui
