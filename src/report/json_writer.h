// Writes a JSON document straight into one string: no tree is built, so a long table costs no more than its text.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mf::report {

// Commas are its business; balance is the caller's: every begin has its end, and within an object every value has a
// key. The output is valid UTF-8 whatever the input: a byte that is not becomes U+FFFD.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& null();
  JsonWriter& boolean(bool value);
  JsonWriter& number(double value);  // reads back to the same bits; not finite becomes null
  JsonWriter& text(std::string_view value);
  JsonWriter& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }
  JsonWriter& number_or_null(const std::optional<double>& value) { return value ? number(*value) : null(); }

  // The document so far; the writer is empty afterwards.
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void separate();

  std::string out_;
  bool first_ = true;  // the next value is the first of its object or array, or follows its key
};

}  // namespace mf::report
