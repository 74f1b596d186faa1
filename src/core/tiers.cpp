#include "core/tiers.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/sorted.h"

namespace mf::core {
namespace {

constexpr std::string_view micro = "micro";

bool holds(const Band& band, double followers) { return followers >= band.min && followers < band.max; }

bool has_micro_band(const Scheme& scheme) {
  return std::any_of(scheme.bands.begin(), scheme.bands.end(), [](const Band& band) { return band.tier == micro; });
}

bool applies(const Scheme& scheme, Platform platform) {
  return scheme.platform == Platform::any || scheme.platform == platform;
}

// Could be its publisher's vote.
bool may_vote(const Scheme& scheme, Platform platform) {
  return applies(scheme, platform) && vote_weight(scheme) > 0 && has_micro_band(scheme);
}

bool speaks_before(const Scheme& a, const Scheme& b) {
  const bool a_own = a.platform != Platform::any;
  const bool b_own = b.platform != Platform::any;
  return a_own != b_own ? a_own : a.year > b.year;
}

std::vector<const Scheme*> voters(std::span<const Scheme> all, Platform platform) {
  std::vector<const Scheme*> chosen;
  for (const Scheme& scheme : all) {
    if (!may_vote(scheme, platform)) continue;
    const auto same_publisher = std::find_if(chosen.begin(), chosen.end(),
                                             [&](const Scheme* other) { return other->publisher == scheme.publisher; });
    if (same_publisher == chosen.end()) {
      chosen.push_back(&scheme);
    } else if (speaks_before(scheme, **same_publisher)) {
      *same_publisher = &scheme;
    }
  }
  return chosen;
}

// Every finite count at which a band of these schemes begins or ends, ascending.
std::vector<double> edges(std::span<const Scheme* const> schemes) {
  std::vector<double> found;
  for (const Scheme* scheme : schemes) {
    for (const Band& band : scheme->bands) {
      if (band.min > 0) found.push_back(band.min);
      if (band.max < no_upper_bound) found.push_back(band.max);
    }
  }
  sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Answers are constant between edges, so the count just below an edge stands for all that lie under it.
bool micro_changes_at(const Scheme& scheme, double edge) {
  return judge(scheme, edge).is_micro != judge(scheme, edge - 1).is_micro;
}

struct Votes {
  int agree = 0;
  int of = 0;
  double for_micro = 0;
  double in_all = 0;

  double share() const { return in_all > 0 ? for_micro / in_all : 0; }
};

Votes count_votes(std::span<const Scheme* const> voters, double followers) {
  Votes votes;
  for (const Scheme* scheme : voters) {
    const double weight = vote_weight(*scheme);
    votes.of += 1;
    votes.in_all += weight;
    if (judge(*scheme, followers).is_micro.value_or(false)) {
      votes.agree += 1;
      votes.for_micro += weight;
    }
  }
  return votes;
}

// Ties go to micro, then to the smaller tier, so that the answer does not depend on the order of the table.
std::size_t rank(std::string_view tier) {
  constexpr std::array<std::string_view, 6> ladder = {micro, "nano", "mid", "macro", "mega", "celebrity"};
  return static_cast<std::size_t>(std::find(ladder.begin(), ladder.end(), tier) - ladder.begin());
}

bool goes_before(std::string_view a, std::string_view b) { return rank(a) != rank(b) ? rank(a) < rank(b) : a < b; }

std::string_view headline_tier(std::span<const Scheme* const> voters, double followers) {
  struct Named {
    std::string_view tier;
    double weight;
  };
  std::vector<Named> names;
  for (const Scheme* scheme : voters) {
    const std::string_view tier = judge(*scheme, followers).tier;
    if (tier.empty()) continue;
    const auto known = std::find_if(names.begin(), names.end(), [&](const Named& name) { return name.tier == tier; });
    if (known == names.end()) {
      names.push_back({tier, vote_weight(*scheme)});
    } else {
      known->weight += vote_weight(*scheme);
    }
  }
  const auto heaviest = std::max_element(names.begin(), names.end(), [](const Named& a, const Named& b) {
    return a.weight != b.weight ? a.weight < b.weight : goes_before(b.tier, a.tier);
  });
  return heaviest == names.end() ? std::string_view{} : heaviest->tier;
}

void draw_lines(Verdict& result, std::span<const Scheme* const> voters, double followers) {
  for (const double edge : edges(voters)) {
    const bool is_line =
        std::any_of(voters.begin(), voters.end(), [&](const Scheme* s) { return micro_changes_at(*s, edge); });
    if (is_line && edge <= followers) result.lower_line = edge;
    if (is_line && edge > followers && !result.upper_line) result.upper_line = edge;
    if (edge > followers && !result.next) {
      const std::string_view tier = headline_tier(voters, edge);
      if (tier != result.tier) result.next = NextTier{tier, edge, edge - followers};
    }
  }
}

}  // namespace

double vote_weight(const Scheme& scheme) {
  switch (scheme.grade) {
    case 'A':
    case 'S':
      return 1;
    case 'B':
      return 0.5;
    default:
      return 0;
  }
}

SchemeVerdict judge(const Scheme& scheme, double followers) {
  SchemeVerdict result;
  const Band* narrowest = nullptr;
  for (const Band& band : scheme.bands) {
    if (band.tier == micro) {
      result.min = std::min(result.min.value_or(band.min), band.min);
      result.max = std::max(result.max.value_or(band.max), band.max);
    }
    if (!holds(band, followers)) continue;
    if (narrowest == nullptr || band.max - band.min < narrowest->max - narrowest->min) narrowest = &band;
  }
  if (narrowest != nullptr) {
    result.tier = narrowest->tier;
    result.label = narrowest->label;
  }
  if (result.min) result.is_micro = result.tier == micro;
  return result;
}

Verdict verdict(std::span<const Scheme> all, Platform platform, double followers) {
  const std::vector<const Scheme*> chosen = voters(all, platform);
  const Votes votes = count_votes(chosen, followers);

  Verdict result;
  result.share = votes.share();
  result.is_micro = votes.of > 0 && result.share >= 0.5;
  result.agree = votes.agree;
  result.of = votes.of;
  result.tier = headline_tier(chosen, followers);
  for (const Scheme& scheme : all) {
    if (!applies(scheme, platform)) continue;
    const SchemeVerdict answer = judge(scheme, followers);
    if (!scheme.article.empty() && answer.is_micro) {
      result.articles_of += 1;
      result.articles_agree += *answer.is_micro ? 1 : 0;
    }
    const bool counted = std::find(chosen.begin(), chosen.end(), &scheme) != chosen.end();
    result.schemes.push_back({&scheme, answer, counted});
  }
  draw_lines(result, chosen, followers);
  return result;
}

Verdict verdict_range(std::span<const Scheme> all, Platform platform, const Count& followers) {
  Verdict result = verdict(all, platform, followers.value);
  if (!(followers.low < followers.high)) return result;

  std::vector<const Scheme*> applicable;
  for (const SchemeAnswer& answer : result.schemes) applicable.push_back(answer.scheme);
  std::vector<double> others = {followers.low};
  for (const double edge : edges(applicable)) {
    if (edge > followers.low && edge < followers.high) others.push_back(edge);
  }

  const std::vector<const Scheme*> chosen = voters(all, platform);
  for (const double other : others) {
    const bool is_micro = !chosen.empty() && count_votes(chosen, other).share() >= 0.5;
    if (is_micro != result.is_micro || headline_tier(chosen, other) != result.tier) result.uncertain = true;
  }
  for (const SchemeAnswer& answer : result.schemes) {
    const bool flips = std::any_of(others.begin(), others.end(), [&](double other) {
      const SchemeVerdict then = judge(*answer.scheme, other);
      return then.tier != answer.verdict.tier || then.is_micro != answer.verdict.is_micro;
    });
    if (flips) result.flips.push_back(answer.scheme);
  }
  return result;
}

std::vector<SharePoint> micro_share_curve(std::span<const Scheme> all, Platform platform) {
  const std::vector<const Scheme*> chosen = voters(all, platform);
  std::vector<SharePoint> curve;
  const auto add = [&](double followers) {
    const Votes votes = count_votes(chosen, followers);
    curve.push_back({followers, votes.share(), votes.agree, votes.of});
  };
  add(0);
  for (const double edge : edges(chosen)) {
    const bool is_line =
        std::any_of(chosen.begin(), chosen.end(), [&](const Scheme* s) { return micro_changes_at(*s, edge); });
    if (is_line) add(edge);
  }
  return curve;
}

}  // namespace mf::core
