#include "report/call.h"

#include <array>
#include <utility>

#include "core/analysis.h"
#include "core/benchmarks.h"
#include "core/caption_traits.h"
#include "core/claims.h"
#include "core/emv.h"
#include "core/pick.h"
#include "core/simulate.h"
#include "core/tiers.h"
#include "ingest/read.h"
#include "report/analysis_document.h"
#include "report/benchmarks_document.h"
#include "report/document.h"
#include "report/json_writer.h"
#include "report/pick_csv.h"
#include "report/pick_document.h"
#include "report/pick_request.h"
#include "report/plan_csv.h"
#include "report/plan_document.h"
#include "report/plan_request.h"
#include "report/request.h"

namespace mf::report {
namespace {

std::string failed(const Error& error) {
  JsonWriter json;
  json.begin_object().key("error");
  write_error(json, error);
  json.end_object();
  return json.take();
}

template <class Write>
std::string done(Write write) {
  JsonWriter json;
  json.begin_object().key("ok");
  write(json);
  json.end_object();
  return json.take();
}

std::string read(std::string_view request_json, std::string_view bytes) {
  const Result<ReadRequest> request = read_request(request_json);
  if (!request) return failed(request.error());
  if (request->followers) {
    if (const std::optional<Error> error = core::check_followers(*request->followers)) return failed(*error);
  }
  Result<ingest::Reading> result = ingest::read(bytes, request->hints);
  if (!result) return failed(result.error());
  ingest::Reading& reading = *result;
  if (request->followers && !reading.account.followers) {
    reading.account.followers = request->followers;
    std::erase(reading.needs, "followers");
  }
  return done([&](JsonWriter& json) { write_reading(json, reading, request->rows); });
}

std::string table(std::string_view, std::string_view bytes) {
  const Result<ingest::Table> table = ingest::table(bytes);
  if (!table) return failed(table.error());
  return done([&](JsonWriter& json) { write_table(json, *table); });
}

std::string analyze(std::string_view request_json, std::string_view) {
  Result<core::AnalyzeRequest> request = analyze_request(request_json);
  if (!request) return failed(request.error());
  core::describe_captions((*request).posts);
  const Result<core::Analysis> analysis = core::analyze(*request);
  if (!analysis) return failed(analysis.error());
  return done([&](JsonWriter& json) { write_analysis(json, *analysis); });
}

std::string simulate(std::string_view request_json, std::string_view) {
  const Result<SimulateRequest> request = simulate_request(request_json);
  if (!request) return failed(request.error());
  const Result<core::Simulation> simulation = core::simulate(request->plan);
  if (!simulation) return failed(simulation.error());
  core::EmvRequest emv_request = core::emv_request(*simulation);
  emv_request.cpm = request->cpm;
  const core::EmvEstimate emv = core::emv_estimate(emv_request, core::Figures(request->plan.figures));
  const std::string csv = request->csv ? plan_csv(*simulation, emv, MF_VERSION) : std::string();
  return done([&](JsonWriter& json) { write_simulation(json, *simulation, emv, csv); });
}

std::string pick(std::string_view request_json, std::string_view bytes) {
  const Result<ChoiceRequest> request = pick_request(request_json, bytes);
  if (!request) return failed(request.error());
  const Result<core::PickAnswer> answer = core::pick(request->pick);
  if (!answer) return failed(pick_error(answer.error()));
  const std::string csv = request->csv ? pick_csv(request->pick, *answer, MF_VERSION) : std::string();
  return done([&](JsonWriter& json) { write_choice(json, *request, *answer, csv); });
}

std::string benchmarks(std::string_view, std::string_view) {
  return done([](JsonWriter& json) {
    json.begin_object().key("version").text(core::schemes_version()).key("schemes");
    write_schemes(json, core::schemes());
    json.key("recordsVersion").text(core::benchmarks_version()).key("records");
    write_records(json, core::benchmarks());
    json.key("claims");
    write_claims(json, core::claims());
    json.end_object();
  });
}

std::string version(std::string_view, std::string_view) {
  return done([](JsonWriter& json) { json.begin_object().key("version").text(MF_VERSION).end_object(); });
}

struct Operation {
  std::string_view name;
  std::string (*run)(std::string_view request_json, std::string_view bytes);
};

constexpr std::array<Operation, 7> operations = {{
    {"read", read},
    {"table", table},
    {"analyze", analyze},
    {"simulate", simulate},
    {"pick", pick},
    {"benchmarks", benchmarks},
    {"version", version},
}};

}  // namespace

std::string call(std::string_view operation, std::string_view request_json, std::string_view bytes) {
  for (const Operation& known : operations) {
    if (known.name == operation) return known.run(request_json, bytes);
  }
  return failed({"unknown-operation",
                 "There is no such operation; known are read, table, analyze, simulate, pick, benchmarks, version.",
                 "",
                 {}});
}

}  // namespace mf::report
