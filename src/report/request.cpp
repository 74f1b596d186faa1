#include "report/request.h"

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "ingest/number_words.h"
#include "report/call.h"
#include "report/json.h"

namespace mf::report {
namespace {

// The nesting of the brackets outside strings; parsing what is too deep is never begun.
bool is_too_deep(std::string_view json) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > max_request_depth) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

Result<Json> parse_object(std::string_view json) {
  if (json.size() > max_request_bytes) {
    return Error{"too-large", "The request is larger than 64 MB; send fewer posts.", "", {}};
  }
  if (is_too_deep(json)) {
    return Error{"bad-json", "The request is nested more than 64 levels deep.", "", {}};
  }
  Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) {
    return Error{"bad-json", "The request is not valid JSON, or a number in it is too large.", "", {}};
  }
  if (!parsed.is_object()) return Error{"wrong-type", "The request must be an object.", "", {}};
  return parsed;
}

Error wrong_type(const std::string& field, const char* wanted) {
  return {"wrong-type", "\"" + field + "\" must be " + wanted + ".", field, {}};
}

// Nothing if the key is absent or null, which mean the same here.
const Json* find(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

// Reads the keys of one object and remembers the first Error, so that a list of fields reads like a list.
class Fields {
 public:
  Fields(const Json& object, std::string prefix) : object_(object), prefix_(std::move(prefix)) {}

  void text(const char* key, std::string& out) {
    const Json* value = find(object_, key);
    if (value == nullptr || error_) return;
    if (const std::string* held = value->get_ptr<const std::string*>()) {
      out = *held;
    } else {
      error_ = wrong_type(prefix_ + key, "text");
    }
  }

  void number(const char* key, std::optional<double>& out) {
    const Json* value = find(object_, key);
    if (value == nullptr || error_) return;
    if (value->is_number()) {
      out = value->get<double>();
    } else if (value->is_string()) {
      error_ = Error{"not-a-number", "\"" + prefix_ + key + "\" must be a number, not text.", prefix_ + key, {}};
    } else {
      error_ = wrong_type(prefix_ + key, "a number");
    }
  }

  void platform(core::Platform& out) {
    std::string name;
    text("platform", name);
    if (name.empty() || error_) return;
    if (const std::optional<core::Platform> known = core::platform_from_name(name)) {
      out = *known;
    } else {
      error_ = Error{
          "unknown-platform",
          "The platform must be one of instagram, tiktok, youtube, x, linkedin, facebook, pinterest, twitch, any.",
          prefix_ + "platform",
          {}};
    }
  }

  // A number, or text as people write it: "12,300", "12.3K".
  void count(const char* key, const std::string& locale, std::optional<core::Count>& out) {
    const Json* value = find(object_, key);
    if (value == nullptr || error_) return;
    const std::string field = prefix_ + key;
    if (value->is_number()) {
      out = core::Count::exact(value->get<double>());
    } else if (const std::string* written = value->get_ptr<const std::string*>()) {
      const Result<core::Count> read = ingest::read_count(*written, field, locale);
      if (read) {
        out = *read;
      } else {
        error_ = read.error();
        if (error_->field.empty()) error_->field = field;
      }
    } else {
      error_ = wrong_type(field, "a number, or text such as \"12.3K\"");
    }
  }

  // [low, high) of a rounded count, as read() reports it.
  void range(const char* key, std::optional<core::Count>& count) {
    const Json* value = find(object_, key);
    if (value == nullptr || error_ || !count) return;
    if (!value->is_array() || value->size() != 2 || !(*value)[0].is_number() || !(*value)[1].is_number()) {
      error_ = wrong_type(prefix_ + key, "a list of two numbers");
      return;
    }
    count->low = (*value)[0].get<double>();
    count->high = (*value)[1].get<double>();
  }

  // An object of yes, partly and no. Nothing of it is remembered here but the first Error.
  void answers(const char* key, std::vector<core::SelfCheck>& out) {
    const Json* value = find(object_, key);
    if (value == nullptr || error_) return;
    if (!value->is_object()) {
      error_ = wrong_type(prefix_ + key, "an object such as {\"quality\": \"yes\"}");
      return;
    }
    for (const auto& [attribute, said] : value->items()) {
      const std::string* word = said.get_ptr<const std::string*>();
      const std::optional<core::Answer> answer = word ? core::answer_from_id(*word) : std::nullopt;
      if (!answer) {
        error_ = wrong_type(prefix_ + key + "." + attribute, "\"yes\", \"partly\" or \"no\"");
        return;
      }
      out.push_back({attribute, *answer});
    }
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  const Json& object_;
  std::string prefix_;
  std::optional<Error> error_;
};

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

Result<core::Replacement> read_replacement(const Json& json, std::size_t index) {
  const std::string where = "figures[" + std::to_string(index) + "]";
  if (!json.is_object()) return wrong_type(where, "an object");
  core::Replacement replacement;
  std::string statistic;
  std::optional<double> value;
  Fields fields(json, where + ".");
  fields.text("id", replacement.id);
  fields.text("statistic", statistic);
  fields.number("value", value);
  if (fields.error()) return *fields.error();
  const std::optional<core::Statistic> known = core::statistic_from_id(statistic.empty() ? "value" : statistic);
  if (!known || !value) {
    return Error{
        "unknown-figure", "\"" + where + "\" needs an id, a statistic of that record, and a value.", where, {}};
  }
  replacement.statistic = *known;
  replacement.value = *value;
  if (std::optional<Error> error = core::check_replacement(replacement)) {
    error->field = where;
    return *std::move(error);
  }
  return replacement;
}

// A list of objects, each read by `read`. Nothing if the key is absent.
template <class Item>
std::optional<Error> read_list(const Json& object, const char* key, Result<Item> (*read)(const Json&, std::size_t),
                               std::vector<Item>& out) {
  const Json* list = find(object, key);
  if (list == nullptr) return std::nullopt;
  if (!list->is_array()) return wrong_type(key, "a list");
  out.reserve(list->size());
  for (const Json& json : *list) {
    Result<Item> item = read(json, out.size());
    if (!item) return item.error();
    out.push_back(std::move(*item));
  }
  return std::nullopt;
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
  if (auto error = read_list(*object, "figures", read_replacement, request.figures)) return *std::move(error);
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
  if (fields.error()) return *fields.error();
  return request;
}

}  // namespace mf::report
