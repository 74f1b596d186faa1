// How the requests of this room are read from JSON, key by key. Unknown keys are ignored, null means absent, and the
// first thing wrong is kept as an Error with its field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/account.h"
#include "core/analysis.h"
#include "core/benchmarks.h"
#include "core/campaign.h"
#include "core/error.h"
#include "ingest/reading.h"
#include "report/json.h"

namespace mf::report {

// The whole of a request. Errors: too-large, bad-json, wrong-type.
Result<Json> parse_object(std::string_view json);

// `"field" must be <wanted>.`
Error wrong_type(const std::string& field, const char* wanted);

// Nothing if the key is absent or null, which mean the same here.
const Json* find(const Json& object, const char* key);

// How the inputs of a plan are typed where they are text.
struct Typing {
  std::string currency = "USD";
  std::string locale;
};

// Reads the keys of one object and remembers the first Error, so that a list of fields reads like a list. What is
// absent leaves `out` as it is.
class Fields {
 public:
  // `prefix` stands before each key in an error's field: "posts[3].".
  Fields(const Json& object, std::string prefix) : object_(object), prefix_(std::move(prefix)) {}

  void text(const char* key, std::string& out);
  void texts(const char* key, std::vector<std::string>& out);
  void flag(const char* key, bool& out);
  void number(const char* key, std::optional<double>& out);
  void number(const char* key, core::MaybeNumber& out);
  // A whole number from 0 to 2^53.
  void whole(const char* key, std::uint64_t& out);
  void platform(core::Platform& out);
  // A number, or text as people write it: "12,300", "12.3K".
  void count(const char* key, const std::string& locale, std::optional<core::Count>& out);
  // [low, high) of a rounded count, as read() reports it.
  void range(const char* key, std::optional<core::Count>& count);
  // An object of yes, partly and no.
  void answers(const char* key, std::vector<core::SelfCheck>& out);
  // What the columns of a table are: {"Abo-Stand": "followers", "Likes": null}, or a list as in a reading's mapping.
  void columns(const char* key, std::vector<ingest::Mapping>& out);
  // A number, [P5, P95], or text as typed (ingest/ranges.h).
  void input(core::Input input, const Typing& typing, core::Inputs& out);

  // An amount in the currency: a number, or text as typed.
  void amount(const char* key, const Typing& typing, std::optional<double>& out);
  // Keeps an error, if it is the first, whose field is a key of this object.
  void fail(Error error);
  const std::optional<Error>& error() const { return error_; }

 private:
  // Nothing if the key is absent, or something was wrong before.
  const Json* next(const char* key) const { return error_ ? nullptr : find(object_, key); }

  const Json& object_;
  std::string prefix_;
  std::optional<Error> error_;
};

// A list of objects, each read by read(item, its place): a Result<Item>. Nothing if the key is absent.
template <class Item, class Read>
std::optional<Error> read_list(const Json& object, const char* key, Read read, std::vector<Item>& out) {
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

// The published figures that a request replaces.
std::optional<Error> read_figures(const Json& object, std::vector<core::Replacement>& out);

}  // namespace mf::report
