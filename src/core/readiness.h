// How an account stands on what the articles say makes a micro-influencer: evidence where the data holds some, a
// question to oneself where it does not. No score, no total: five attributes do not add up to one number.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"

namespace mf::core {

enum class Comparison { below, near, above };
const char* comparison_id(Comparison comparison);  // "below", "near", "above"

enum class Answer { no, partly, yes };
const char* answer_id(Answer answer);  // "no", "partly", "yes"
std::optional<Answer> answer_from_id(std::string_view id);

enum class AttributeState {
  measured,    // there is evidence
  self_check,  // nothing in posts measures it, or nothing given does and the question is answered
  missing,     // `needs` says what to give
};
const char* attribute_state_id(AttributeState state);  // "measured", "self-check", "missing"

// One measured number and the sentence that it stands in.
struct AttributeEvidence {
  std::string_view id;  // "asks-or-speaks", "words-per-caption", "comments-per-like", "posts-per-week",
                        // "days-with-a-post", "longest-gap", "own-terms", "named-niche"
  std::string sentence;
  double value = 0;           // shares are fractions
  std::optional<double> low;  // its 90 % interval, where it is an estimate
  std::optional<double> high;
  std::vector<std::string_view> sources;  // ids of the records that stand beside it
  std::optional<Comparison> comparison;   // with the first of them; nothing where none is published for the platform
};

struct Advice {
  std::string_view sentence;
  std::span<const std::string_view> articles;  // that it comes from, "000" to "004", in the order the sentence has them
};

struct Attribute {
  std::string_view id;  // "relatable", "connections", "consistent", "quality", "niche"
  std::string_view name;
  std::span<const std::string_view> articles;  // that ask for it
  AttributeState state = AttributeState::missing;
  std::vector<AttributeEvidence> evidence;
  std::vector<std::string_view> needs;  // what would give evidence: "posts", "captions", "likes", "comments", "dates"
  std::span<const Advice> advice;
  std::string_view question;
  std::optional<Answer> answer;
};

struct SelfCheck {
  std::string attribute;  // an id; one that is none is not used
  Answer answer = Answer::no;
};

struct ReadinessRequest {
  Platform platform = Platform::any;
  std::span<const Post> posts;  // of a caption only its traits count: describe_captions (caption_traits.h)
  std::string niche;            // what the person says the account is about; may be empty
  std::vector<SelfCheck> self_checks;
};

// The five attributes, always in the order of Attribute::id. What is measured:
//   relatable    captions that ask a question or speak to the reader (captions.h), words of the median caption
//   connections  median comments over median likes, as HubSpot counts them (B0557, Instagram alone). "near" says that
//                the published figure lies in the 90 % interval of the account's median post; without an interval
//                nothing is compared. Replies are not in any data that people can give
//   consistent   cadence.h beside what 1,000 micro-influencers said of themselves (B0547, B0548). Theirs is a share of
//                people: what is compared is publishing every day. "near" says that every day of at least a week has a
//                post, "above" that every day has two or more
//   niche        niche.h
std::vector<Attribute> readiness(const ReadinessRequest& request, const Figures& figures);

}  // namespace mf::core
