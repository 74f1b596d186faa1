#include "report/pick_request.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ingest/number_words.h"
#include "ingest/read.h"
#include "report/fields.h"
#include "report/plan_request.h"

namespace mf::report {
namespace {

// What makes sense of a row; what it means is for the vetting.
std::optional<Error> check_row(const core::Creator& creator, const std::string& where) {
  struct Number {
    const char* key;
    core::MaybeNumber value;
    double most;
  };
  const Number numbers[] = {{"followers", creator.followers, ingest::largest_count},
                            {"engagementRate", creator.engagement_rate, 1000},
                            {"likes", creator.likes, 1e12},
                            {"comments", creator.comments, 1e12},
                            {"views", creator.views, 1e12},
                            {"fee", creator.fee, 1e12}};
  for (const Number& number : numbers) {
    if (!number.value || (*number.value >= 0 && *number.value <= number.most)) continue;
    const std::string field = where + "." + number.key;
    return Error{"out-of-range", "\"" + field + "\" is negative or far too large.", field, {}};
  }
  return std::nullopt;
}

Result<core::Creator> read_creator(const Json& json, std::size_t index) {
  const std::string where = "creators[" + std::to_string(index) + "]";
  if (!json.is_object()) return wrong_type(where, "an object");
  core::Creator creator;
  std::optional<core::Count> followers;
  Fields fields(json, where + ".");
  const auto text = [&](const char* key) {
    std::string given;
    fields.text(key, given);
    return given;
  };
  creator.handle = text("handle");
  fields.platform(creator.platform);
  fields.count("followers", "", followers);
  fields.number("engagementRate", creator.engagement_rate);
  fields.number("likes", creator.likes);
  fields.number("comments", creator.comments);
  fields.number("views", creator.views);
  fields.number("fee", creator.fee);
  creator.currency = text("currency");
  creator.niche = text("niche");
  creator.country = text("country");
  if (fields.error()) return *fields.error();
  if (followers) creator.followers = followers->value;
  if (auto error = check_row(creator, where)) return *std::move(error);
  return creator;
}

// The creators of a file, and of the rest of it what is worth telling.
std::optional<Error> read_roster(std::string_view bytes, const ingest::Hints& hints, ChoiceRequest& request) {
  Result<ingest::Reading> reading = ingest::read(bytes, hints);
  if (!reading) return reading.error();
  if (reading->kind != ingest::Kind::roster) {
    return Error{"not-a-roster",
                 "This is not a list of creators. It needs a header and one creator in each row, with followers, and "
                 "engagement rates or fees where you know them.",
                 "roster",
                 {}};
  }
  request.pick.creators = std::move((*reading).creators);
  (*reading).creators.clear();
  request.reading = std::move(*reading);
  return std::nullopt;
}

// Calls take(name, field, number) for each member of an object of whole numbers.
template <class Take>
std::optional<Error> read_counts(const Json& object, const char* key, Take take) {
  const Json* counts = find(object, key);
  if (counts == nullptr) return std::nullopt;
  if (!counts->is_object()) return wrong_type(key, "an object such as {\"micro\": 2}");
  for (const auto& [name, value] : counts->items()) {
    const std::string field = std::string(key) + "." + name;
    if (value.is_null()) continue;
    std::uint64_t count = 0;
    Fields fields(*counts, std::string(key) + ".");
    fields.whole(name.c_str(), count);
    if (fields.error()) return fields.error();
    if (auto error = take(name, field, static_cast<std::size_t>(std::min<std::uint64_t>(count, UINT32_MAX)))) {
      return error;
    }
  }
  return std::nullopt;
}

std::optional<Error> read_tiers(const Json& object, const char* key, bool is_least,
                                std::vector<core::TierBounds>& out) {
  return read_counts(object, key, [&](const std::string& tier, const std::string&, std::size_t count) {
    auto bounds = std::find_if(out.begin(), out.end(), [&](const core::TierBounds& one) { return one.tier == tier; });
    if (bounds == out.end()) bounds = out.insert(out.end(), core::TierBounds{tier, {}});
    is_least ? void(bounds->count.least = count) : void(bounds->count.most = count);
    return std::optional<Error>();
  });
}

std::optional<Error> read_platforms(const Json& object, const char* key, bool is_least,
                                    std::vector<core::PlatformBounds>& out) {
  return read_counts(
      object, key, [&](const std::string& name, const std::string& field, std::size_t count) -> std::optional<Error> {
        const std::optional<core::Platform> platform = core::platform_from_name(name);
        if (!platform)
          return Error{"unknown-platform", "\"" + field + "\" names no platform that is known.", field, {}};
        auto bounds = std::find_if(out.begin(), out.end(),
                                   [&](const core::PlatformBounds& one) { return one.platform == *platform; });
        if (bounds == out.end()) bounds = out.insert(out.end(), core::PlatformBounds{*platform, {}});
        is_least ? void(bounds->count.least = count) : void(bounds->count.most = count);
        return std::nullopt;
      });
}

std::optional<Error> read_bounds(const Json& object, core::PickRequest& pick) {
  if (auto error = read_tiers(object, "minPerTier", true, pick.tiers)) return error;
  if (auto error = read_tiers(object, "maxPerTier", false, pick.tiers)) return error;
  if (auto error = read_platforms(object, "minPerPlatform", true, pick.platforms)) return error;
  return read_platforms(object, "maxPerPlatform", false, pick.platforms);
}

void read_objective(Fields& fields, core::Objective& out) {
  std::string name;
  fields.text("objective", name);
  if (name.empty()) return;
  if (const std::optional<core::Objective> known = core::objective_from_id(name)) {
    out = *known;
  } else {
    fields.fail({"unknown-objective",
                 "\"objective\" must be one of engagements, orders, uniqueReach, profit.",
                 "objective",
                 {}});
  }
}

void read_size(Fields& fields, const char* key, std::size_t& out) {
  std::uint64_t size = out;
  fields.whole(key, size);
  out = static_cast<std::size_t>(std::min<std::uint64_t>(size, UINT32_MAX));
}

}  // namespace

Result<ChoiceRequest> pick_request(std::string_view json, std::string_view bytes) {
  const Result<Json> object = parse_object(json);
  if (!object) return object.error();
  ChoiceRequest request;
  core::PickRequest& pick = request.pick;
  ingest::Hints hints;
  Fields fields(*object, "");
  fields.platform(hints.platform);
  fields.text("fileName", hints.file_name);
  fields.columns("columns", hints.columns);
  const Typing typing = read_typing(fields);
  hints.locale = typing.locale;
  fields.text("currency", pick.currency);
  std::optional<double> budget;
  fields.amount("budget", typing, budget);
  if (!budget) fields.fail({"missing", "\"budget\" is missing: how much may be spent.", "budget", {}});
  read_objective(fields, pick.objective);
  fields.texts("include", pick.include);
  fields.texts("exclude", pick.exclude);
  read_size(fields, "minCreators", pick.total.least);
  std::size_t most = UINT32_MAX;
  read_size(fields, "maxCreators", most);
  if (most != UINT32_MAX) pick.total.most = most;
  read_inputs(fields, typing, pick.inputs);
  fields.flag("paysNoShows", pick.pays_no_shows);
  fields.whole("seed", pick.seed);
  read_size(fields, "stabilityDraws", pick.stability_draws);
  fields.flag("planB", pick.plan_b);
  fields.flag("nextDollar", pick.next_dollar);
  read_size(fields, "listed", request.listed);
  fields.flag("csv", request.csv);
  bool has_roster = false;
  fields.flag("roster", has_roster);
  if (has_roster && find(*object, "creators") != nullptr) {
    fields.fail({"wrong-type", "Give either \"creators\" or a \"roster\", not both.", "roster", {}});
  }
  if (fields.error()) return *fields.error();
  pick.budget = *budget;
  if (auto error = read_bounds(*object, pick)) return *std::move(error);
  if (auto error = read_figures(*object, pick.figures)) return *std::move(error);
  if (auto error = read_list(*object, "creators", read_creator, pick.creators)) return *std::move(error);
  if (has_roster) {
    if (auto error = read_roster(bytes, hints, request)) return *std::move(error);
  } else if (hints.platform != core::Platform::any) {
    for (core::Creator& creator : pick.creators) {
      if (creator.platform == core::Platform::any) creator.platform = hints.platform;
    }
  }
  return request;
}

Error pick_error(Error error) {
  if (error.field == "tiers") error.field = "minPerTier";
  if (error.field == "platforms") error.field = "minPerPlatform";
  if (error.field == "total") error.field = "minCreators";
  return error;
}

}  // namespace mf::report
