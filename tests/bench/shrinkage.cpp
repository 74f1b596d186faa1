// Simulated accounts, drawn from what is usual at their size, against src/core/shrinkage.h. Prints JSON, one line a
// row; shrinkage.bench.mjs builds it, runs it and prints the table.
#include "core/shrinkage.h"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <random>
#include <vector>

#include "core/sample.h"

using namespace mf::core;

namespace {

constexpr int accounts_per_kind = 10000;
constexpr double followers = 100000;
constexpr double usual_rate = 0.02;

// Posts around a median of 1, log-normal or gamma, with a coefficient of variation.
class Posts {
 public:
  Posts(bool gamma, double variation)
      : is_gamma_(gamma),
        normal_(0, std::sqrt(std::log(1 + variation * variation))),
        gamma_(1 / (variation * variation)),
        gamma_median_(boost::math::gamma_p_inv(1 / (variation * variation), 0.5)) {}
  double draw(std::mt19937_64& random) {
    return is_gamma_ ? gamma_(random) / gamma_median_ : std::exp(normal_(random));
  }

 private:
  bool is_gamma_;
  std::normal_distribution<double> normal_;
  std::gamma_distribution<double> gamma_;
  double gamma_median_;
};

struct Row {
  double coverage = 0;
  double data_share = 0;
  double squared_error = 0;  // of the logarithm
  double squared_error_of_raw_median = 0;
};

Row simulate(std::mt19937_64& random, double log_sd, std::size_t n, bool gamma, double variation) {
  std::normal_distribution<double> between(0, log_sd);
  Posts posts(gamma, variation);
  std::vector<PostCounts> account(n);
  std::vector<double> rates(n);
  Row row;
  for (int i = 0; i < accounts_per_kind; ++i) {
    const double truth = usual_rate * std::exp(between(random));
    for (std::size_t k = 0; k < n; ++k) {
      account[k] = {std::round(truth * followers * posts.draw(random)), followers};
      rates[k] = std::max(account[k].engagements, 0.5) / followers;
    }
    std::sort(rates.begin(), rates.end());
    const ShrunkRate shrunk = shrink(account, {usual_rate, log_sd});
    const auto squared = [truth](double rate) { return std::log(rate / truth) * std::log(rate / truth); };
    row.coverage += shrunk.low <= truth && truth <= shrunk.high;
    row.data_share += shrunk.data_share;
    row.squared_error += squared(shrunk.median);
    row.squared_error_of_raw_median += squared(median(rates));
  }
  for (double* sum : {&row.coverage, &row.data_share, &row.squared_error, &row.squared_error_of_raw_median}) {
    *sum /= accounts_per_kind;
  }
  return row;
}

}  // namespace

int main() {
  std::mt19937_64 random(2026);
  for (const double log_sd : {0.35, 0.8, 1.1, 1.7, 2.2}) {
    for (std::size_t n = 1; n <= 8; ++n) {
      for (const bool gamma : {false, true}) {
        for (const double variation : {0.4, 0.6, 0.8, 1.0, 1.2}) {
          const Row row = simulate(random, log_sd, n, gamma, variation);
          std::printf(
              "{\"logSd\":%g,\"posts\":%zu,\"distribution\":\"%s\",\"variation\":%g,\"coverage\":%.4f,"
              "\"dataShare\":%.4f,\"squaredError\":%.5f,\"squaredErrorOfRawMedian\":%.5f}\n",
              log_sd, n, gamma ? "gamma" : "log-normal", variation, row.coverage, row.data_share, row.squared_error,
              row.squared_error_of_raw_median);
        }
      }
    }
  }
}
