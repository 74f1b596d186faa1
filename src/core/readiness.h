#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
namespace mf::core {
enum class SelfAnswer { yes, partly, no };
std::optional<SelfAnswer> self_answer_from(std::string_view word);
struct SelfCheck {
  std::string id;
  SelfAnswer answer;
};
struct ReadinessRequest {
  std::span<const Post> posts;
  std::string_view niche;
  std::span<const SelfCheck> self_checks;
};
struct Attribute {
  std::string id;
};
std::vector<Attribute> readiness(const ReadinessRequest&, const Figures&);
}  // namespace mf::core
