#include "report/benchmarks_document.h"

namespace mf::report {
namespace {

void write_texts(JsonWriter& json, const char* key, std::span<const std::string_view> texts) {
  json.key(key).begin_array();
  for (const std::string_view text : texts) json.text(text);
  json.end_array();
}

void write_record(JsonWriter& json, const core::Benchmark& record) {
  json.begin_object();
  json.key("id").text(record.id);
  json.key("metric").text(core::metric_id(record.metric));
  json.key("platform").text(core::platform_id(record.platform));
  json.key("band").begin_object();
  json.key("min").number(record.min_followers);
  json.key("max").number(record.max_followers);  // no upper bound is not a number in JSON; the writer says null
  json.end_object();
  json.key("group").text_or_null(record.group);
  json.key("unit").text(record.unit);
  json.key("by").text_or_null(record.by ? core::denominator_id(*record.by) : "");
  json.key("actions");
  if (record.metric == core::Metric::engagement_rate) {
    json.begin_array();
    for (const core::Action action : record.actions) json.text(core::action_id(action));
    json.end_array();
  } else {
    json.null();
  }
  json.key("definition").text(record.definition);
  json.key("figures").begin_object();
  for (const core::Figure& figure : record.figures) json.key(core::statistic_id(figure.statistic)).number(figure.value);
  json.end_object();
  json.key("source").text(record.source->id);
  json.key("publisher").text(record.source->publisher);
  json.key("via").text_or_null(record.source->via);
  json.key("title").text(record.source->title);
  json.key("year");
  record.source->year != 0 ? json.number(record.source->year) : json.null();
  json.key("url").text_or_null(record.source->url);
  json.key("grade").text({&record.grade, 1});
  json.key("note").text_or_null(record.note);
  json.end_object();
}

}  // namespace

void write_records(JsonWriter& json, std::span<const core::Benchmark> records) {
  json.begin_array();
  for (const core::Benchmark& record : records) write_record(json, record);
  json.end_array();
}

void write_claims(JsonWriter& json, std::span<const core::Claim> claims) {
  json.begin_array();
  for (const core::Claim& claim : claims) {
    json.begin_object();
    json.key("id").text(claim.id);
    write_texts(json, "articles", claim.articles);
    json.key("says").text(claim.says);
    json.key("tracesTo").text(claim.traces_to);
    json.key("status").text(core::claim_status_id(claim.status));
    write_texts(json, "records", claim.records);
    json.end_object();
  }
  json.end_array();
}

}  // namespace mf::report
