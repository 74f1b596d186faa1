#include "core/readiness.h"
namespace mf::core {
std::optional<SelfAnswer> self_answer_from(std::string_view) { return std::nullopt; }
std::vector<Attribute> readiness(const ReadinessRequest&, const Figures&) { return {}; }
}  // namespace mf::core
