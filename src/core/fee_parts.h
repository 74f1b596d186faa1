// What the published ways to price a post have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/fees.h"

namespace mf::core {

inline constexpr std::string_view times_sign = " \xC3\x97 ";  // in formulas

// Rounded to cents.
double cents(double amount);
// "Boost52, 2022" and "Boost52 (2022)"; the publisher alone where the year is not known.
std::string citation(const Source& source);
std::string publisher_and_year(const Source& source);

// About a record.
bool applies(const Benchmark& record, Platform platform);
bool has_bounds(const Benchmark& record);
bool holds(const Benchmark& record, double followers);
std::string currency_of(const Benchmark& record);                         // the "USD" of "USD per post"
std::string price_text(const Figures& figures, const Benchmark& record);  // "$32 to $42", "$15", "$10,000 or more"
std::optional<double> centre_times(const Figures& figures, const Benchmark& record, double amount);
std::optional<double> figure_times(const Figures& figures, const Benchmark& record, Statistic statistic, double amount);

// About a request.
bool is_video_platform(Platform platform);
// An account with 0 followers has nothing that a price per follower could be taken of.
std::optional<double> followers_of(const FeeRequest& request);

enum class Quantity { followers, likes, engagements, views, impressions, reach, story_views };

// What a price is multiplied by.
struct Amount {
  const char* need = "";      // as in FeeMethod::needs
  const char* singular = "";  // as in formulas
  const char* plural = "";
  std::optional<double> given;
};
Amount amount_of(const FeeRequest& request, Quantity quantity);
std::string amount_text(const Amount& amount);  // "23,400 followers", or "followers" where not given

// A method that has everything but its price, formula and basis. `what` is the name without the publisher.
FeeMethod method_from(const Benchmark& record, const std::string& id, const std::string& what, Platform platform);
void add_note(FeeMethod& method, std::string_view sentence);
void add_source(FeeMethod& method, const Benchmark& record);

}  // namespace mf::core
