#include "ui/answers.h"

#include "ingest/number_words.h"

namespace mf::ui {

std::span<const core::Post> posts_of(const State& state) {
  for (const Source* source : {&state.stats.file, &state.stats.paste}) {
    if (source->reading && !source->reading->posts.empty()) return source->reading->posts;
  }
  return {};
}

std::span<const core::FollowerPoint> history_of(const State& state) {
  for (const Source* source : {&state.stats.file, &state.stats.paste}) {
    if (source->reading && !source->reading->history.empty()) return source->reading->history;
  }
  return {};
}

void update(Answers& answers, const State& state) {
  if (answers.revision == state.revision) return;
  answers = {};
  answers.revision = state.revision;
  answers.micro_share = core::micro_share_curve(core::schemes(), state.platform);
  for (const core::SharePoint& point : answers.micro_share) answers.publishers = std::max(answers.publishers, point.of);

  core::AnalyzeRequest request;
  request.platform = state.platform;
  if (!state.followers.empty()) {
    const Result<core::Count> count = ingest::read_count(state.followers, "followers");
    if (count) {
      request.followers = *count;
    } else {
      answers.followers_error = count.error();
    }
  }
  const std::span<const core::Post> posts = posts_of(state);
  request.posts.assign(posts.begin(), posts.end());
  const std::span<const core::FollowerPoint> history = history_of(state);
  request.history.assign(history.begin(), history.end());
  request.niche = state.niche;
  request.self_checks = state.self_checks;
  request.figures = state.replacements;
  if (!request.followers && request.posts.empty() && request.history.empty()) return;
  const Result<core::Analysis> analysis = core::analyze(request);
  if (analysis) {
    answers.analysis = *analysis;
  } else {
    answers.followers_error = analysis.error();
  }
}

}  // namespace mf::ui
