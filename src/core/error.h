// An error is a value: a code for programs, one sentence for the person, and the place where known.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace mf {

struct Error {
  std::string code;                       // kebab-case and stable, e.g. "out-of-range"
  std::string message;                    // one sentence: what is wrong, where, and what to do about it
  std::string field;                      // the input field or request key at fault; empty if none
  std::optional<std::size_t> row;         // 1-based line or record of the input at fault
  std::vector<std::string> columns = {};  // of a table that was found and is of no use as it was understood
};

// Either a value or an Error. Test it before reading either side.
template <class T>
class Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Error error) : held_(std::move(error)) {}

  explicit operator bool() const { return std::holds_alternative<T>(held_); }
  const T& operator*() const { return *std::get_if<T>(&held_); }
  T& operator*() { return *std::get_if<T>(&held_); }
  const T* operator->() const { return std::get_if<T>(&held_); }
  const Error& error() const { return *std::get_if<Error>(&held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace mf
