// The nine-input model of simulate.bench.mjs by plain Monte Carlo, with nothing of the core in it: P5, P50 and P95 of
// the return. Input: the number of draws, then for each input its ends and "amount" or "rate". Output: three numbers.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace {

struct Input {
  double middle = 0;
  double spread = 0;
  bool is_rate = false;

  double at(double z) const {
    const double value = std::exp(middle + spread * z);
    return is_rate ? value / (1 + value) : value;
  }
};

Input read_input() {
  double low = 0;
  double high = 0;
  std::string kind;
  std::cin >> low >> high >> kind;
  const bool is_rate = kind == "rate";
  const auto normal = [&](double value) { return std::log(is_rate ? value / (1 - value) : value); };
  constexpr double p95 = 1.6448536269514722;  // of the standard normal distribution
  return {(normal(low) + normal(high)) / 2, (normal(high) - normal(low)) / (2 * p95), is_rate};
}

// Two normal values at a time, by Box and Muller.
class Normals {
 public:
  double next() {
    if (has_spare_) {
      has_spare_ = false;
      return spare_;
    }
    const double radius = std::sqrt(-2 * std::log(static_cast<double>((random_() >> 11) + 1) * 0x1p-53));
    const double angle = 2 * std::numbers::pi * (static_cast<double>(random_() >> 11) * 0x1p-53);
    spare_ = radius * std::sin(angle);
    has_spare_ = true;
    return radius * std::cos(angle);
  }

 private:
  std::mt19937_64 random_{20261122};
  double spare_ = 0;
  bool has_spare_ = false;
};

}  // namespace

int main() {
  std::uint64_t draws = 0;
  std::cin >> draws;
  Input inputs[9];
  for (Input& input : inputs) input = read_input();
  // Returns are counted in steps far smaller than any error that matters.
  constexpr double lowest = -1;
  constexpr double highest = 7;
  constexpr std::size_t steps = 1 << 23;
  std::vector<std::uint32_t> counts(steps + 1);
  Normals normals;
  for (std::uint64_t draw = 0; draw < draws; ++draw) {
    double value[9];
    for (std::size_t i = 0; i < 9; ++i) value[i] = inputs[i].at(normals.next());
    const auto [followers, reach_rate, click_rate, conversion_rate, order_value, margin, return_rate, fee, product] =
        value;
    const double revenue = followers * reach_rate * click_rate * conversion_rate * order_value * (1 - return_rate);
    const double cost = fee + product;
    const double roi = (revenue * margin - cost) / cost;
    const double step = (roi - lowest) / (highest - lowest) * static_cast<double>(steps);
    counts[static_cast<std::size_t>(std::min(step, static_cast<double>(steps)))] += 1;
  }
  for (const double level : {0.05, 0.5, 0.95}) {
    const double wanted = level * static_cast<double>(draws);
    double before = 0;
    std::size_t step = 0;
    while (before + counts[step] < wanted) before += counts[step++];
    const double within = (wanted - before) / counts[step];
    std::cout.precision(12);
    std::cout << lowest + (highest - lowest) * (static_cast<double>(step) + within) / static_cast<double>(steps)
              << '\n';
  }
}
