#include "core/flags.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/calendar.h"
#include "core/engagement.h"
#include "core/history.h"
#include "core/number_text.h"
#include "core/sample.h"
#include "core/sorted.h"

namespace mf::core {
namespace {

// See flags.h for what each line is held against.
constexpr std::size_t fewest_changes = 14;
constexpr double usual_deviations = 10;
constexpr double share_of_followers = 0.01;
constexpr double deviations_of_a_normal = 0.6745;  // the median absolute deviation of a normal, in standard deviations
constexpr std::size_t fewest_posts = 5;
constexpr double comments_factor = 10;
constexpr double comments_to_speak_of = 10;
constexpr std::size_t fewest_posts_for_evenness = 10;
constexpr double likes_for_evenness = 400;
constexpr double times_chance = 3;
constexpr double likes_to_coincide = 100;
constexpr double far_above = 10;
constexpr double percentile_edge = 0.01;

// The largest power of ten that divides every value: 100 for counts written as 12.3K. At least 1.
double rounding_of(std::span<const double> values) {
  double unit = 1;
  const auto divides = [values](double candidate) {
    return std::all_of(values.begin(), values.end(), [candidate](double v) { return std::fmod(v, candidate) == 0; });
  };
  while (unit < 1e9 && divides(unit * 10)) unit *= 10;
  return unit;
}

double median_of(std::vector<double> values) {
  sort(values);
  return median(values);
}

// ---- Follower history ----

struct Change {
  DayCount before;
  DayCount after;
  double rate = 0;  // log per day

  double days() const { return after.day - before.day; }
  double gain() const { return after.followers - before.followers; }
};

struct Unusual {
  const Change* largest = nullptr;
  double deviations = 0;
  int count = 0;
};

Flag follower_flag(const Unusual& unusual, double usual_a_day) {
  const Change& change = *unusual.largest;
  const bool up = change.gain() > 0;
  const std::string when = "From " + date_text(change.before.day) + " to " + date_text(change.after.day);
  std::string usually = ", where it hardly changes otherwise.";
  if (std::abs(usual_a_day) >= 1) {
    usually = std::string(", where it ") + (usual_a_day > 0 ? "gains " : "loses ") + count_text(std::abs(usual_a_day)) +
              " on a usual day.";
  }
  Flag flag;
  flag.id = up ? "follower-jump" : "follower-drop";
  flag.sentence = when + " the account " + (up ? "gained " : "lost ") +
                  counted_text(std::abs(change.gain()), "follower", "followers") + " (" +
                  percent_text(std::abs(change.gain()) / change.before.followers) + ")" + usually;
  if (unusual.count > 1) {
    const double more = unusual.count - 1;
    flag.sentence += " There " + std::string(more == 1 ? "is " : "are ") +
                     counted_text(more, "more such change", "more such changes") + ".";
  }
  if (up) {
    flag.why_it_matters = "Followers who come all at once often come for one thing, and may not care for the rest.";
    flag.innocent_explanation =
        "A post that went far, a mention by a large account or in the press does the same, and so does a wrong count "
        "in the history.";
  } else {
    flag.why_it_matters = "Followers who leave all at once may not have been following with interest before.";
    flag.innocent_explanation =
        "Platforms remove inactive accounts from time to time, and a wrong count in the history looks the same.";
  }
  flag.evidence = {
      {"before", change.before.followers}, {"after", change.after.followers},  {"days", change.days()},
      {"usualPerDay", usual_a_day},        {"deviations", unusual.deviations}, {"changes", double(unusual.count)}};
  return flag;
}

void flag_followers(std::vector<Flag>& found, std::span<const FollowerPoint> history) {
  const std::vector<DayCount> days = day_counts(history).days;
  if (days.size() < fewest_changes + 1) return;
  std::vector<double> counts;
  for (const DayCount& day : days) counts.push_back(day.followers);
  const double rounding = rounding_of(counts);

  std::vector<Change> changes;
  std::vector<double> rates;
  std::vector<double> gains_a_day;
  for (std::size_t i = 1; i < days.size(); ++i) {
    Change change = {days[i - 1], days[i]};
    change.rate = std::log(change.after.followers / change.before.followers) / change.days();
    rates.push_back(change.rate);
    gains_a_day.push_back(change.gain() / change.days());
    changes.push_back(change);
  }
  const double usual = median_of(rates);
  for (double& rate : rates) rate = std::abs(rate - usual);
  const double deviation = median_of(rates) / deviations_of_a_normal;

  Unusual up;
  Unusual down;
  for (const Change& change : changes) {
    const double exposure = change.before.followers * change.days();
    const double chance = std::max(rounding, std::sqrt(std::abs(usual) * exposure)) / exposure;
    const double deviations = (change.rate - usual) / std::max(deviation, chance);
    if (std::abs(deviations) <= usual_deviations) continue;
    if (std::abs(change.gain()) < share_of_followers * change.before.followers) continue;
    // A slower gain than usual is no drop.
    if (deviations > 0 != change.gain() > 0) continue;
    Unusual& side = deviations > 0 ? up : down;
    side.count += 1;
    if (std::abs(deviations) > side.deviations) {
      side.deviations = std::abs(deviations);
      side.largest = &change;
    }
  }
  const double usual_a_day = median_of(std::move(gains_a_day));
  if (up.largest != nullptr) found.push_back(follower_flag(up, usual_a_day));
  if (down.largest != nullptr) found.push_back(follower_flag(down, usual_a_day));
}

// ---- Posts ----

struct Counts {
  std::vector<double> values;
  std::vector<const Post*> posts;
};

Counts counts_of(std::span<const Post> posts, std::optional<double> Post::* count) {
  Counts result;
  for (const Post& post : posts) {
    if (is_story(post) || !(post.*count)) continue;
    result.values.push_back(*(post.*count));
    result.posts.push_back(&post);
  }
  return result;
}

void flag_impossible(std::vector<Flag>& found, std::span<const Post> posts, std::optional<double> Post::* part,
                     std::optional<double> Post::* whole, const std::string& id, const std::string& what,
                     const std::string& innocent_explanation) {
  double both = 0;
  double above = 0;
  for (const Post& post : posts) {
    if (is_story(post) || !(post.*part) || !(post.*whole)) continue;
    both += 1;
    above += *(post.*part) > *(post.*whole) ? 1 : 0;
  }
  if (above == 0) return;
  Flag flag;
  flag.id = id;
  flag.sentence = count_text(above) + " of " + counted_text(both, "post", "posts") +
                  (above == 1 ? " shows " : " show ") + what + ".";
  flag.why_it_matters = "One of the two counts cannot be right, and every rate that uses it is off.";
  flag.innocent_explanation = innocent_explanation;
  flag.evidence = {{"posts", above}, {"of", both}};
  found.push_back(std::move(flag));
}

void flag_comments(std::vector<Flag>& found, const FlagsRequest& request, const Figures& figures) {
  const Benchmark* const record = benchmark("B0557");
  if (record == nullptr || record->platform != request.platform) return;
  const std::optional<double> published = figures.centre(*record);
  if (!published || !(*published > 0)) return;
  std::vector<double> likes;
  std::vector<double> comments;
  for (const Post& post : request.posts) {
    if (is_story(post) || !post.likes || !post.comments) continue;
    likes.push_back(*post.likes);
    comments.push_back(*post.comments);
  }
  if (likes.size() < fewest_posts) return;
  const auto posts = static_cast<double>(likes.size());
  const double median_likes = median_of(std::move(likes));
  const double median_comments = median_of(std::move(comments));
  const double expected = median_likes * *published;
  const bool few = expected >= comments_to_speak_of && median_comments * comments_factor < expected;
  const bool many = median_comments >= comments_to_speak_of && median_comments > expected * comments_factor;
  if (!few && !many) return;

  Flag flag;
  flag.id = few ? "few-comments" : "many-comments";
  flag.sentence = "The median is " + counted_text(median_comments, "comment", "comments") + " and " +
                  counted_text(median_likes, "like", "likes") + " a post";
  if (median_likes > 0) {
    flag.sentence += ", " + decimal_text(100 * median_comments / median_likes) + " comments per 100 likes";
  }
  flag.sentence += "; " + std::string(record->source->publisher) + " gives " + decimal_text(100 * *published) +
                   " per 100 for Instagram as a whole.";
  if (few) {
    flag.why_it_matters =
        "A comment takes more effort than a like, so that comments show how many people care to answer.";
    flag.innocent_explanation = "Comments may be limited or turned off, and some kinds of posts ask for no answer.";
  } else {
    flag.why_it_matters = "So many comments may not be about the posts, and then say little of the interest in them.";
    flag.innocent_explanation = "A giveaway or a question that asks people to comment does the same.";
  }
  flag.evidence = {{"medianComments", median_comments},
                   {"medianLikes", median_likes},
                   {"publishedCommentsPerLike", *published},
                   {"posts", posts}};
  flag.sources = {record->id};
  found.push_back(std::move(flag));
}

void flag_even_likes(std::vector<Flag>& found, std::span<const double> likes) {
  if (likes.size() < fewest_posts_for_evenness) return;
  std::vector<double> sorted(likes.begin(), likes.end());
  sort(sorted);
  const double average = mean(sorted);
  // Counts that are rounded more coarsely than chance spreads them look even because of that.
  if (average < likes_for_evenness || rounding_of(sorted) > std::sqrt(average)) return;
  double squares = 0;
  for (const double value : sorted) squares += (value - average) * (value - average);
  const double variation = std::sqrt(squares / static_cast<double>(sorted.size() - 1)) / average;
  const double chance = 1 / std::sqrt(average);
  if (variation >= times_chance * chance) return;

  Flag flag;
  flag.id = "even-likes";
  flag.sentence = "The likes of " + count_text(static_cast<double>(sorted.size())) + " posts lie between " +
                  count_text(sorted.front()) + " and " + count_text(sorted.back()) + ": they vary by " +
                  percent_text(variation) + " of their mean, where chance alone makes " + percent_text(chance) + ".";
  flag.why_it_matters =
      "Likes that hardly vary can come from a fixed group that likes everything, and then do not tell how a post was "
      "received.";
  flag.innocent_explanation = "Very similar posts shown to the same faithful people can do the same.";
  flag.evidence = {{"posts", static_cast<double>(sorted.size())},
                   {"meanLikes", average},
                   {"variation", variation},
                   {"chance", chance}};
  found.push_back(std::move(flag));
}

void flag_equal_likes(std::vector<Flag>& found, std::span<const double> likes) {
  std::vector<double> sorted(likes.begin(), likes.end());
  sort(sorted);
  double commonest = 0;
  std::size_t most = 0;
  for (auto at = sorted.begin(); at != sorted.end();) {
    const auto next = std::upper_bound(at, sorted.end(), *at);
    const auto count = static_cast<std::size_t>(next - at);
    if (count > most && *at >= likes_to_coincide && std::fmod(*at, 100) != 0) {
      most = count;
      commonest = *at;
    }
    at = next;
  }
  if (most < fewest_posts || most * 3 < sorted.size()) return;
  Flag flag;
  flag.id = "equal-likes";
  flag.sentence = count_text(static_cast<double>(most)) + " of " +
                  counted_text(static_cast<double>(sorted.size()), "post", "posts") + " show exactly " +
                  count_text(commonest) + " likes.";
  flag.why_it_matters = "So many equal counts are no coincidence, and rates made of them may not be real.";
  flag.innocent_explanation =
      "The same post may be listed more than once, or a column may have been filled down by mistake.";
  flag.evidence = {
      {"likes", commonest}, {"posts", static_cast<double>(most)}, {"of", static_cast<double>(sorted.size())}};
  found.push_back(std::move(flag));
}

struct Outlier {
  const Post* post = nullptr;
  double largest = 0;
  double median = 0;
  double mean = 0;

  double ratio() const { return post == nullptr ? 0 : largest / median; }
};

Outlier outlier_of(const Counts& counts) {
  if (counts.values.size() < fewest_posts) return {};
  std::vector<double> sorted = counts.values;
  sort(sorted);
  const double middle = median(sorted);
  if (!(middle > 0) || sorted.back() <= far_above * middle) return {};
  const auto at = std::max_element(counts.values.begin(), counts.values.end()) - counts.values.begin();
  return {counts.posts[static_cast<std::size_t>(at)], sorted.back(), middle, mean(sorted)};
}

void flag_outlier(std::vector<Flag>& found, std::span<const Post> posts, const Counts& likes) {
  const Outlier by_likes = outlier_of(likes);
  const Outlier by_views = outlier_of(counts_of(posts, &Post::views));
  const bool use_likes = by_likes.ratio() >= by_views.ratio();
  const Outlier& outlier = use_likes ? by_likes : by_views;
  if (outlier.post == nullptr) return;

  const std::string unit = use_likes ? " likes" : " views";
  const std::optional<std::int32_t> day = day_number(outlier.post->published_at);
  Flag flag;
  flag.id = "one-post-far-above";
  flag.sentence = (day ? "The post of " + date_text(*day) : std::string("One post")) + " has " +
                  count_text(outlier.largest) + unit + ", " + count_text(outlier.ratio()) + " times the median of " +
                  count_text(outlier.median) + "; the mean is " + count_text(outlier.mean) + ".";
  flag.why_it_matters = "The mean speaks for that one post; the median tells what a usual post gets.";
  flag.innocent_explanation = "Now and then a post is shared widely; that is luck, and no fault.";
  flag.evidence = {{"post", static_cast<double>(outlier.post - posts.data() + 1)},
                   {use_likes ? "likes" : "views", outlier.largest},
                   {"median", outlier.median},
                   {"mean", outlier.mean}};
  found.push_back(std::move(flag));
}

void flag_standing(std::vector<Flag>& found, const std::optional<EngagementStanding>& standing) {
  if (!standing) return;
  const bool below = standing->high < percentile_edge;
  const bool above = standing->low > 1 - percentile_edge;
  if (!below && !above) return;
  Flag flag;
  flag.id = below ? "engagement-below" : "engagement-above";
  flag.sentence = std::string("The engagement rate is ") + (below ? "below" : "above") +
                  " that of 99\xC2\xA0% of accounts of this size, even at the " + (below ? "high" : "low") +
                  " end of what the posts allow.";
  flag.why_it_matters = below ? "Few of those who follow take notice of these posts."
                              : "So much response may not come from the followers that a sponsor wants to reach.";
  flag.innocent_explanation =
      below ? "The posts may be too new or of a special kind, and the published figures may be about other accounts."
            : "A close community, a giveaway or a post that went far does the same, and the published figures may be "
              "about "
              "other accounts.";
  flag.evidence = {{"percentileLow", standing->low}, {"percentileHigh", standing->high}};
  flag.sources = standing->sources;
  found.push_back(std::move(flag));
}

}  // namespace

std::vector<Flag> flags(const FlagsRequest& request, const Figures& figures) {
  std::vector<Flag> found;
  flag_followers(found, request.history);
  flag_impossible(found, request.posts, &Post::likes, &Post::views, "likes-above-views", "more likes than views",
                  "The two columns may be mixed up, or views may have been counted only from a later day on.");
  flag_impossible(found, request.posts, &Post::reach, &Post::impressions, "reach-above-impressions",
                  "more people reached than impressions",
                  "The two columns may be mixed up, or may have been counted over different times.");
  flag_comments(found, request, figures);
  const Counts likes = counts_of(request.posts, &Post::likes);
  flag_even_likes(found, likes.values);
  flag_equal_likes(found, likes.values);
  flag_outlier(found, request.posts, likes);
  flag_standing(found, request.standing);
  return found;
}

}  // namespace mf::core
