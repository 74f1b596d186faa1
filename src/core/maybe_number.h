// A number that may not have been given, in the eight bytes of a double: as std::optional<double>, which takes sixteen,
// for what there are a million of. No number (NaN) is never a value here.
#pragma once

#include <limits>
#include <optional>

namespace mf::core {

class MaybeNumber {
 public:
  constexpr MaybeNumber() = default;
  constexpr MaybeNumber(std::nullopt_t) {}
  constexpr MaybeNumber(double value) : value_(value) {}
  constexpr MaybeNumber(const std::optional<double>& value) : value_(value ? *value : none) {}

  constexpr bool has_value() const { return value_ == value_; }
  constexpr explicit operator bool() const { return has_value(); }
  constexpr double operator*() const { return value_; }  // NaN if there is none
  constexpr double& operator*() { return value_; }
  constexpr double value_or(double otherwise) const { return has_value() ? value_ : otherwise; }
  constexpr operator std::optional<double>() const { return has_value() ? std::optional(value_) : std::nullopt; }

  constexpr bool operator==(const MaybeNumber& other) const {
    return has_value() ? value_ == other.value_ : !other.has_value();
  }

 private:
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();
  double value_ = none;
};

}  // namespace mf::core
