#include "core/shrinkage.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/quantiles.h"
#include "core/sample.h"
#include "core/sorted.h"

namespace mf::core {

ShrunkRate shrink(std::span<const PostCounts> posts, const RatesAmongAccounts& usual) {
  std::vector<double> logs;
  for (const PostCounts& post : posts) logs.push_back(std::log(std::max(post.engagements, 0.5) / post.divisor));
  sort(logs);

  double log_rate = std::log(usual.median);
  double variance = usual.log_sd * usual.log_sd;
  double data_share = 0;
  if (!logs.empty()) {
    const auto n = static_cast<double>(logs.size());
    const double centre = mean(logs);
    double squares = assumed_post_log_variance;
    for (const double value : logs) squares += (value - centre) * (value - centre);
    const double variance_of_median = squares / n / n * (logs.size() <= 2 ? 1 : std::numbers::pi / 2);
    data_share = variance / (variance + variance_of_median);
    log_rate += data_share * (median(logs) - log_rate);
    variance = data_share * variance_of_median;
  }
  const double reach = normal_quantile(0.95) * std::sqrt(variance);
  return {std::exp(log_rate), std::exp(log_rate - reach), std::exp(log_rate + reach), data_share};
}

}  // namespace mf::core
