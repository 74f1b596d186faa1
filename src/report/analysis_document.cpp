#include "report/analysis_document.h"

#include <span>
#include <string>
#include <string_view>

#include "report/document.h"

namespace mf::report {
namespace {

template <class Item>
void write_list(JsonWriter& json, const char* key, const std::vector<Item>& items,
                void (*write)(JsonWriter&, const Item&)) {
  json.key(key).begin_array();
  for (const Item& item : items) write(json, item);
  json.end_array();
}

template <class Item>
void write_or_null(JsonWriter& json, const char* key, const std::optional<Item>& item,
                   void (*write)(JsonWriter&, const Item&)) {
  json.key(key);
  item ? write(json, *item) : void(json.null());
}

void write_ids(JsonWriter& json, const char* key, std::span<const std::string_view> ids) {
  json.key(key).begin_array();
  for (const std::string_view id : ids) json.text(id);
  json.end_array();
}

void write_actions(JsonWriter& json, std::span<const core::Action> actions) {
  json.key("actions").begin_array();
  for (const core::Action action : actions) json.text(core::action_id(action));
  json.end_array();
}

void write_verdict(JsonWriter& json, const core::Verdict& verdict) {
  json.begin_object();
  json.key("isMicro").boolean(verdict.is_micro);
  json.key("agree").number(verdict.agree);
  json.key("of").number(verdict.of);
  json.key("share").number(verdict.share);
  json.key("tier").text_or_null(verdict.tier);
  json.key("articlesAgree").number(verdict.articles_agree);
  json.key("articlesOf").number(verdict.articles_of);
  json.key("lowerLine").number_or_null(verdict.lower_line);
  json.key("upperLine").number_or_null(verdict.upper_line);
  json.key("uncertain").boolean(verdict.uncertain);
  json.key("flips").begin_array();
  for (const core::Scheme* scheme : verdict.flips) json.text(scheme->id);
  json.end_array();
  json.end_object();
}

void write_answer(JsonWriter& json, const core::SchemeAnswer& answer) {
  json.begin_object();
  write_scheme_source(json, *answer.scheme);
  json.key("tier").text_or_null(answer.verdict.tier);
  json.key("label").text_or_null(answer.verdict.label);
  json.key("isMicro");
  answer.verdict.is_micro ? json.boolean(*answer.verdict.is_micro) : json.null();
  json.key("counted").boolean(answer.counted);
  write_bounds(json, answer.verdict.min, answer.verdict.max);
  json.end_object();
}

void write_next(JsonWriter& json, const core::Verdict& verdict) {
  if (!verdict.next) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("tier").text_or_null(verdict.next->tier);
  json.key("followers").number(verdict.next->followers);
  json.key("missing").number(verdict.next->missing);
  json.end_object();
}

void write_rate(JsonWriter& json, const core::EngagementRate& rate) {
  json.begin_object();
  json.key("by").text(core::denominator_id(rate.by));
  write_actions(json, rate.actions);
  json.key("median").number(rate.median);
  json.key("mean").number(rate.mean);
  json.key("trimmedMean").number(rate.trimmed_mean);
  json.key("low").number_or_null(rate.low);
  json.key("high").number_or_null(rate.high);
  json.key("posts").number(static_cast<double>(rate.posts));
  json.key("leftOut").number(static_cast<double>(rate.left_out));
  json.end_object();
}

void write_split(JsonWriter& json, const core::Split& split) {
  json.begin_object();
  json.key("kind").text(split.kind).key("id").text(split.id).key("label").text(split.label);
  json.key("rate");
  write_rate(json, split.rate);
  json.key("note").text_or_null(split.note);
  json.end_object();
}

void write_percentile(JsonWriter& json, const core::Percentile& percentile) {
  json.begin_object().key("low").number(percentile.low).key("mid").number(percentile.mid);
  json.key("high").number(percentile.high).end_object();
}

void write_shrunk(JsonWriter& json, const core::ShrunkRate& rate) {
  json.begin_object().key("median").number(rate.median).key("low").number(rate.low);
  json.key("high").number(rate.high).key("dataShare").number(rate.data_share).end_object();
}

void write_expectation(JsonWriter& json, const core::Expectation& expectation) {
  const core::ExpectedCurve& curve = expectation.curve;
  json.begin_object();
  json.key("by").text(core::denominator_id(curve.by));
  write_actions(json, curve.ladder.actions);
  const auto usual = [&](const char* key, double core::ExpectedRate::* member) {
    json.key(key);
    expectation.usual ? json.number((*expectation.usual).*member) : json.null();
  };
  usual("median", &core::ExpectedRate::median);
  usual("low", &core::ExpectedRate::low);
  usual("high", &core::ExpectedRate::high);
  usual("logSd", &core::ExpectedRate::log_sd);
  write_or_null(json, "percentile", expectation.percentile, write_percentile);
  write_or_null(json, "own", expectation.shrunk, write_shrunk);
  json.key("countsAlike").boolean(expectation.counts_alike);
  json.key("grade").text({&curve.ladder.grade, 1});
  json.key("caveat").text_or_null(curve.caveat);
  json.key("curve").begin_object();
  json.key("from").number(curve.from);
  json.key("to").number(curve.to);  // no upper bound is not a number in JSON; the writer says null
  json.end_object();
  json.key("sources").begin_array();
  for (const core::Rung& rung : curve.ladder.rungs) json.text(rung.record->id);
  json.end_array();
  json.end_object();
}

void write_fee_method(JsonWriter& json, const core::FeeMethod& method) {
  json.begin_object();
  json.key("id").text(method.id);
  json.key("name").text(method.name);
  json.key("formula").text(method.formula);
  json.key("low").number_or_null(method.low);
  json.key("typical").number_or_null(method.typical);
  json.key("high").number_or_null(method.high);
  json.key("currency").text_or_null(method.currency);
  json.key("grade").text({&method.grade, 1});
  json.key("counted").boolean(method.counted);
  json.key("derived").boolean(method.derived);
  json.key("appliesTo").text_or_null(method.applies_to);
  write_texts(json, "needs", method.needs);
  json.key("note").text_or_null(method.note);
  write_ids(json, "sources", method.sources);
  json.end_object();
}

void write_fee_floor(JsonWriter& json, const core::FeeFloor& floor) {
  json.begin_object().key("amount").number(floor.amount).key("currency").text(floor.currency);
  json.key("source").text(floor.source).end_object();
}

void write_fee_modifier(JsonWriter& json, const core::FeeModifier& modifier) {
  json.begin_object().key("name").text(modifier.name).key("low").number(modifier.low);
  json.key("high").number(modifier.high).key("grade").text({&modifier.grade, 1});
  json.key("source").text(modifier.source).end_object();
}

void write_fee(JsonWriter& json, const core::FeeEstimate& fee) {
  json.begin_object();
  const auto of_range = [&](const char* key, double core::FeeRange::* member) {
    json.key(key);
    fee.range ? json.number((*fee.range).*member) : json.null();
  };
  of_range("low", &core::FeeRange::low);
  of_range("typical", &core::FeeRange::typical);
  of_range("high", &core::FeeRange::high);
  json.key("currency").text_or_null(fee.range ? fee.range->currency : "");
  json.key("reason").text_or_null(fee.range ? fee.range->reason : "");
  write_list(json, "methods", fee.methods, write_fee_method);
  write_or_null(json, "floor", fee.floor, write_fee_floor);
  write_list(json, "modifiers", fee.modifiers, write_fee_modifier);
  write_texts(json, "needs", fee.needs);
  json.key("note").text_or_null(fee.note);
  json.end_object();
}

void write_attribute_evidence(JsonWriter& json, const core::AttributeEvidence& evidence) {
  json.begin_object().key("id").text(evidence.id).key("sentence").text(evidence.sentence);
  json.key("value").number(evidence.value);
  json.key("low").number_or_null(evidence.low).key("high").number_or_null(evidence.high);
  json.key("comparison").text_or_null(evidence.comparison ? core::comparison_id(*evidence.comparison) : "");
  write_ids(json, "sources", evidence.sources);
  json.end_object();
}

void write_attribute(JsonWriter& json, const core::Attribute& attribute) {
  json.begin_object();
  json.key("id").text(attribute.id).key("name").text(attribute.name);
  json.key("state").text(core::attribute_state_id(attribute.state));
  write_list(json, "evidence", attribute.evidence, write_attribute_evidence);
  write_ids(json, "needs", attribute.needs);
  json.key("advice").begin_array();
  for (const core::Advice& advice : attribute.advice) {
    json.begin_object().key("sentence").text(advice.sentence);
    write_ids(json, "articles", advice.articles);
    json.end_object();
  }
  json.end_array();
  json.key("question").text_or_null(attribute.question);
  json.key("answer").text_or_null(attribute.answer ? core::answer_id(*attribute.answer) : "");
  write_ids(json, "articles", attribute.articles);
  json.end_object();
}

void write_rate_of_growth(JsonWriter& json, const core::GrowthRate& rate) {
  json.begin_object().key("low").number(rate.low).key("mid").number(rate.middle).key("high").number(rate.high);
  json.key("from").text(rate.from).key("to").text(rate.to);
  json.key("points").number(static_cast<double>(rate.points)).end_object();
}

void write_forecast(JsonWriter& json, const core::BoundaryForecast& forecast) {
  json.begin_object().key("followers").number(forecast.boundary);
  json.key("earliest").text_or_null(forecast.earliest.value_or(""));
  json.key("mid").text_or_null(forecast.middle.value_or(""));
  json.key("latest").text_or_null(forecast.latest.value_or(""));
  json.key("beyondTheHistory").boolean(forecast.beyond_the_history).end_object();
}

void write_published_growth(JsonWriter& json, const core::PublishedGrowth& published) {
  json.begin_object().key("aMonth").number(published.a_month).key("inSixMonths").number(published.in_six_months);
  json.key("source").text(published.record->id).end_object();
}

void write_growth(JsonWriter& json, const core::Growth& growth) {
  json.begin_object();
  write_or_null(json, "monthlyRate", growth.rate, write_rate_of_growth);
  json.key("reason").text_or_null(growth.no_rate ? growth.no_rate->message : "");
  write_or_null(json, "next", growth.next, write_forecast);
  write_or_null(json, "published", growth.published, write_published_growth);
  json.end_object();
}

void write_flag(JsonWriter& json, const core::Flag& flag) {
  json.begin_object();
  json.key("id").text(flag.id);
  json.key("sentence").text(flag.sentence);
  json.key("whyItMatters").text(flag.why_it_matters);
  json.key("innocentExplanation").text(flag.innocent_explanation);
  json.key("evidence").begin_object();
  for (const core::Evidence& evidence : flag.evidence) json.key(evidence.name).number(evidence.value);
  json.end_object();
  write_ids(json, "sources", flag.sources);
  json.end_object();
}

}  // namespace

void write_analysis(JsonWriter& json, const core::Analysis& analysis) {
  json.begin_object();
  json.key("platform").text(core::platform_id(analysis.platform));
  write_count(json, "followers", analysis.followers);
  write_range(json, "followersRange", analysis.followers);
  write_or_null(json, "verdict", analysis.verdict, write_verdict);
  json.key("schemes").begin_array();
  if (analysis.verdict) {
    for (const core::SchemeAnswer& answer : analysis.verdict->schemes) write_answer(json, answer);
  }
  json.end_array();
  write_or_null(json, "next", analysis.verdict, write_next);
  write_list(json, "engagement", analysis.engagement, write_rate);
  write_list(json, "splits", analysis.splits, write_split);
  json.key("expected");  // the one to compare with first
  analysis.expected.empty() ? void(json.null()) : write_expectation(json, analysis.expected.front());
  write_list(json, "expectedBy", analysis.expected, write_expectation);
  json.key("notExpected").text_or_null(analysis.not_expected);
  write_or_null(json, "fee", analysis.fee, write_fee);
  write_list(json, "readiness", analysis.readiness, write_attribute);
  write_or_null(json, "growth", analysis.growth, write_growth);
  write_list(json, "flags", analysis.flags, write_flag);
  write_texts(json, "needs", analysis.needs);
  write_texts(json, "warnings", analysis.warnings);
  json.end_object();
}

}  // namespace mf::report
