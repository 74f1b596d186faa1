#include "report/request.h"

#include <cstddef>
#include <string>
#include <utility>

#include "report/fields.h"

namespace mf::report {
namespace {

Result<core::Post> read_post(const Json& json, std::size_t index) {
  const std::string where = "posts[" + std::to_string(index) + "]";
  if (!json.is_object()) return wrong_type(where, "an object");
  core::Post post;
  Fields fields(json, where + ".");
  fields.text("id", post.id);
  fields.text("publishedAt", post.published_at);
  fields.text("format", post.format);
  fields.text("caption", post.caption);
  fields.number("likes", post.likes);
  fields.number("comments", post.comments);
  fields.number("shares", post.shares);
  fields.number("saves", post.saves);
  fields.number("views", post.views);
  fields.number("reach", post.reach);
  fields.number("impressions", post.impressions);
  if (fields.error()) return *fields.error();
  return post;
}

Result<core::FollowerPoint> read_day(const Json& json, std::size_t index) {
  const std::string where = "history[" + std::to_string(index) + "]";
  if (!json.is_object()) return wrong_type(where, "an object");
  core::FollowerPoint point;
  std::optional<double> followers;
  Fields fields(json, where + ".");
  fields.text("date", point.date);
  fields.number("followers", followers);
  if (fields.error()) return *fields.error();
  if (!followers || point.date.empty()) {
    return Error{"missing", "\"" + where + "\" needs a date and followers.", where, {}};
  }
  point.followers = *followers;
  return point;
}

}  // namespace

Result<core::AnalyzeRequest> analyze_request(std::string_view json) {
  const Result<Json> object = parse_object(json);
  if (!object) return object.error();
  core::AnalyzeRequest request;
  std::string locale;
  Fields fields(*object, "");
  fields.text("locale", locale);
  fields.platform(request.platform);
  fields.count("followers", locale, request.followers);
  fields.range("followersRange", request.followers);
  fields.text("niche", request.niche);
  fields.answers("selfCheck", request.self_checks);
  if (fields.error()) return *fields.error();
  if (auto error = read_list(*object, "posts", read_post, request.posts)) return *std::move(error);
  if (auto error = read_list(*object, "history", read_day, request.history)) return *std::move(error);
  if (auto error = read_figures(*object, request.figures)) return *std::move(error);
  return request;
}

Result<ReadRequest> read_request(std::string_view json) {
  ReadRequest request;
  if (json.empty()) return request;
  const Result<Json> object = parse_object(json);
  if (!object) return object.error();
  Fields fields(*object, "");
  fields.text("fileName", request.hints.file_name);
  fields.platform(request.hints.platform);
  fields.text("locale", request.hints.locale);
  fields.count("followers", request.hints.locale, request.followers);
  fields.columns("columns", request.hints.columns);
  fields.flag("rows", request.rows);
  if (fields.error()) return *fields.error();
  return request;
}

}  // namespace mf::report
