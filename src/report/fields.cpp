#include "report/fields.h"

#include <algorithm>
#include <cmath>

#include "ingest/number_words.h"
#include "ingest/ranges.h"
#include "report/call.h"

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

}  // namespace

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

const Json* find(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

void Fields::text(const char* key, std::string& out) {
  const Json* value = next(key);
  if (value == nullptr) return;
  if (const std::string* held = value->get_ptr<const std::string*>()) {
    out = *held;
  } else {
    error_ = wrong_type(prefix_ + key, "text");
  }
}

void Fields::number(const char* key, std::optional<double>& out) {
  const Json* value = next(key);
  if (value == nullptr) return;
  if (value->is_number()) {
    out = value->get<double>();
  } else if (value->is_string()) {
    error_ = Error{"not-a-number", "\"" + prefix_ + key + "\" must be a number, not text.", prefix_ + key, {}};
  } else {
    error_ = wrong_type(prefix_ + key, "a number");
  }
}

void Fields::number(const char* key, core::MaybeNumber& out) {
  std::optional<double> value;
  number(key, value);
  if (value) out = *value;
}

void Fields::platform(core::Platform& out) {
  std::string name;
  text("platform", name);
  if (name.empty() || error_) return;
  if (const std::optional<core::Platform> known = core::platform_from_name(name)) {
    out = *known;
  } else {
    error_ =
        Error{"unknown-platform",
              "The platform must be one of instagram, tiktok, youtube, x, linkedin, facebook, pinterest, twitch, any.",
              prefix_ + "platform",
              {}};
  }
}

void Fields::count(const char* key, const std::string& locale, std::optional<core::Count>& out) {
  const Json* value = next(key);
  if (value == nullptr) return;
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

void Fields::range(const char* key, std::optional<core::Count>& count) {
  const Json* value = next(key);
  if (value == nullptr || !count) return;
  if (!value->is_array() || value->size() != 2 || !(*value)[0].is_number() || !(*value)[1].is_number()) {
    error_ = wrong_type(prefix_ + key, "a list of two numbers");
    return;
  }
  count->low = (*value)[0].get<double>();
  count->high = (*value)[1].get<double>();
}

void Fields::answers(const char* key, std::vector<core::SelfCheck>& out) {
  const Json* value = next(key);
  if (value == nullptr) return;
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

void Fields::columns(const char* key, std::vector<ingest::Mapping>& out) {
  const Json* value = next(key);
  if (value == nullptr) return;
  const auto take = [&](std::string column, const Json* field) {
    const std::string* name = field ? field->get_ptr<const std::string*>() : nullptr;
    if (field && !name && !field->is_null()) {
      error_ = wrong_type(prefix_ + key + "." + column, "the name of a field, or null");
    } else {
      out.push_back({std::move(column), name ? *name : std::string()});
    }
  };
  if (value->is_object()) {
    for (const auto& [column, field] : value->items()) {
      if (!error_) take(column, &field);
    }
    return;
  }
  const auto is_pair = [](const Json& item) {
    const Json* column = item.is_object() ? find(item, "column") : nullptr;
    return column && column->is_string();
  };
  if (!value->is_array() || !std::all_of(value->begin(), value->end(), is_pair)) {
    error_ = wrong_type(prefix_ + key, "an object such as {\"Subs\": \"followers\"}, or the mapping of a reading");
    return;
  }
  for (const Json& item : *value) {
    if (!error_) take(find(item, "column")->get<std::string>(), find(item, "field"));
  }
}

void Fields::texts(const char* key, std::vector<std::string>& out) {
  const Json* value = next(key);
  if (value == nullptr) return;
  const auto is_text = [](const Json& item) { return item.is_string(); };
  if (!value->is_array() || !std::all_of(value->begin(), value->end(), is_text)) {
    error_ = wrong_type(prefix_ + key, "a list of texts");
    return;
  }
  for (const Json& item : *value) out.push_back(item.get<std::string>());
}

void Fields::flag(const char* key, bool& out) {
  const Json* value = next(key);
  if (value == nullptr) return;
  if (value->is_boolean()) {
    out = value->get<bool>();
  } else {
    error_ = wrong_type(prefix_ + key, "true or false");
  }
}

void Fields::whole(const char* key, std::uint64_t& out) {
  std::optional<double> value;
  number(key, value);
  if (!value || error_) return;
  constexpr double most = 9007199254740992.0;  // 2^53
  if (*value < 0 || *value > most || *value != std::floor(*value)) {
    error_ = Error{"out-of-range",
                   "\"" + prefix_ + key + "\" must be a whole number from 0 to 9,007,199,254,740,992.",
                   prefix_ + key,
                   {}};
    return;
  }
  out = static_cast<std::uint64_t>(*value);
}

void Fields::input(core::Input input, const Typing& typing, core::Inputs& out) {
  const std::string key(core::info_of(input).key);
  const Json* value = next(key.c_str());
  if (value == nullptr) return;
  const std::string field = prefix_ + key;
  if (value->is_number()) {
    out[input] = core::Uncertain::exact(value->get<double>());
  } else if (const std::string* written = value->get_ptr<const std::string*>()) {
    const auto range =
        ingest::read_range(*written, {ingest::quantity_of(input), typing.currency, field, typing.locale});
    if (!range) {
      error_ = range.error();
    } else if (*range) {
      out[input] = *range;
    }
  } else if (value->is_array() && value->size() == 2 && (*value)[0].is_number() && (*value)[1].is_number()) {
    out[input] = core::Uncertain{(*value)[0].get<double>(), (*value)[1].get<double>()};
  } else {
    error_ = wrong_type(field, "a number, a list of two numbers, or text such as \"2 to 5\"");
  }
}

void Fields::amount(const char* key, const Typing& typing, std::optional<double>& out) {
  const Json* value = next(key);
  if (value == nullptr) return;
  const std::string* written = value->get_ptr<const std::string*>();
  if (written == nullptr) return number(key, out);
  const std::string field = prefix_ + key;
  const auto range = ingest::read_range(*written, {ingest::Quantity::money, typing.currency, field, typing.locale});
  if (!range) {
    error_ = range.error();
  } else if (*range && !(*range)->is_exact()) {
    error_ = wrong_type(field, "one amount, not a range");
  } else if (*range) {
    out = (*range)->low;
  }
}

void Fields::fail(Error error) {
  if (error_) return;
  error.field.insert(0, prefix_);
  error_ = std::move(error);
}

std::optional<Error> read_figures(const Json& object, std::vector<core::Replacement>& out) {
  return read_list(object, "figures", read_replacement, out);
}

}  // namespace mf::report
