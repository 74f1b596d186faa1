#include "report/document.h"

#include <string>
#include <string_view>

namespace mf::report {
namespace {

void write_account(JsonWriter& json, const core::Account& account) {
  json.begin_object();
  json.key("platform").text(core::platform_id(account.platform));
  json.key("handle").text_or_null(account.handle);
  write_count(json, "followers", account.followers);
  write_range(json, "followersRange", account.followers);
  write_count(json, "following", account.following);
  write_count(json, "postCount", account.post_count);
  json.end_object();
}

void write_post(JsonWriter& json, const core::Post& post) {
  json.begin_object();
  json.key("id").text_or_null(post.id);
  json.key("publishedAt").text_or_null(post.published_at);
  json.key("format").text_or_null(post.format);
  json.key("caption").text_or_null(post.caption);
  json.key("likes").number_or_null(post.likes);
  json.key("comments").number_or_null(post.comments);
  json.key("shares").number_or_null(post.shares);
  json.key("saves").number_or_null(post.saves);
  json.key("views").number_or_null(post.views);
  json.key("reach").number_or_null(post.reach);
  json.key("impressions").number_or_null(post.impressions);
  json.end_object();
}

void write_creator(JsonWriter& json, const core::Creator& creator) {
  json.begin_object();
  json.key("handle").text_or_null(creator.handle);
  json.key("platform").text(core::platform_id(creator.platform));
  json.key("followers").number_or_null(creator.followers);
  json.key("engagementRate").number_or_null(creator.engagement_rate);
  json.key("likes").number_or_null(creator.likes);
  json.key("comments").number_or_null(creator.comments);
  json.key("views").number_or_null(creator.views);
  json.key("fee").number_or_null(creator.fee);
  json.key("currency").text_or_null(creator.currency);
  json.key("niche").text_or_null(creator.niche);
  json.key("country").text_or_null(creator.country);
  json.end_object();
}

}  // namespace

void write_count(JsonWriter& json, const char* key, const std::optional<core::Count>& count) {
  json.key(key);
  count ? json.number(count->value) : json.null();
}

void write_range(JsonWriter& json, const char* key, const std::optional<core::Count>& count) {
  json.key(key);
  if (!count) {
    json.null();
    return;
  }
  json.begin_array().number(count->low).number(count->high).end_array();
}

void write_bounds(JsonWriter& json, std::optional<double> min, std::optional<double> max) {
  json.key("min").number_or_null(min);
  json.key("max").number_or_null(max);
}

void write_texts(JsonWriter& json, const char* key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

void write_mapping(JsonWriter& json, const std::vector<ingest::Mapping>& mapping) {
  json.key("mapping").begin_array();
  for (const ingest::Mapping& mapping : mapping) {
    json.begin_object().key("column").text(mapping.column).key("field").text_or_null(mapping.field).end_object();
  }
  json.end_array();
}

void write_scheme_source(JsonWriter& json, const core::Scheme& scheme) {
  json.key("id").text(scheme.id);
  json.key("publisher").text(scheme.publisher);
  json.key("via").text_or_null(scheme.via);
  json.key("title").text(scheme.title);
  json.key("year");
  scheme.year != 0 ? json.number(scheme.year) : json.null();
  json.key("url").text_or_null(scheme.url);
  json.key("grade").text({&scheme.grade, 1});
  json.key("platform").text(core::platform_id(scheme.platform));
  json.key("article").text_or_null(scheme.article);
  json.key("note").text_or_null(scheme.note);
}

void write_error(JsonWriter& json, const Error& error) {
  json.begin_object();
  json.key("code").text(error.code);
  json.key("message").text(error.message);
  if (!error.field.empty()) json.key("field").text(error.field);
  if (error.row) json.key("row").number(static_cast<double>(*error.row));
  if (!error.columns.empty()) {
    json.key("columns").begin_array();
    for (const std::string& column : error.columns) json.text(column);
    json.end_array();
  }
  json.end_object();
}

void write_reading(JsonWriter& json, const ingest::Reading& reading, bool rows) {
  json.begin_object();
  json.key("format").text(reading.format);
  json.key("kind").text(ingest::kind_id(reading.kind));
  json.key("account");
  write_account(json, reading.account);
  json.key("counts").begin_object();
  json.key("posts").number(static_cast<double>(reading.posts.size()));
  json.key("creators").number(static_cast<double>(reading.creators.size()));
  json.key("history").number(static_cast<double>(reading.history.size())).end_object();
  const auto list = [&](const char* key, const auto& values, auto write) {
    json.key(key).begin_array();
    if (rows) {
      for (const auto& value : values) write(value);
    }
    json.end_array();
  };
  list("posts", reading.posts, [&](const core::Post& post) { write_post(json, post); });
  list("creators", reading.creators, [&](const core::Creator& creator) { write_creator(json, creator); });
  list("history", reading.history, [&](const core::FollowerPoint& point) {
    json.begin_object().key("date").text(point.date).key("followers").number(point.followers).end_object();
  });
  json.key("followersAtLeast").number_or_null(reading.followers_at_least);
  json.key("period").begin_array();
  for (const ingest::PeriodFigure& figure : reading.period) {
    json.begin_object().key("name").text(figure.name).key("value").number(figure.value);
    json.key("currency").text_or_null(figure.currency);
    json.key("from").text_or_null(figure.from);
    json.key("until").text_or_null(figure.until).end_object();
  }
  json.end_array();
  json.key("parts").begin_array();
  for (const ingest::Part& part : reading.parts) {
    json.begin_object().key("name").text(part.name).key("what").text_or_null(part.what);
    json.key("note").text_or_null(part.note).end_object();
  }
  json.end_array();
  write_mapping(json, reading.mapping);
  json.key("skipped").begin_array();
  for (const ingest::Skipped& skipped : reading.skipped) {
    json.begin_object().key("row").number(static_cast<double>(skipped.row));
    json.key("reason").text(skipped.reason).end_object();
  }
  json.end_array();
  write_texts(json, "needs", reading.needs);
  write_texts(json, "warnings", reading.warnings);
  json.end_object();
}

void write_table(JsonWriter& json, const ingest::Table& table) {
  json.begin_object();
  json.key("encoding").text(table.encoding);
  json.key("delimiter").text({&table.delimiter, 1});
  json.key("rows").begin_array();
  for (const std::vector<std::string>& row : table.rows) {
    json.begin_array();
    for (const std::string& cell : row) json.text(cell);
    json.end_array();
  }
  json.end_array();
  json.end_object();
}

void write_schemes(JsonWriter& json, std::span<const core::Scheme> schemes) {
  json.begin_array();
  for (const core::Scheme& scheme : schemes) {
    json.begin_object();
    write_scheme_source(json, scheme);
    json.key("bands").begin_array();
    for (const core::Band& band : scheme.bands) {
      json.begin_object();
      json.key("tier").text(band.tier);
      json.key("label").text(band.label);
      write_bounds(json, band.min, band.max);
      json.key("record").text(band.record);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

}  // namespace mf::report
