#include "core/readiness.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/cadence.h"
#include "core/calendar.h"
#include "core/niche.h"
#include "core/number_text.h"
#include "core/sample.h"
#include "core/sorted.h"

namespace mf::core {
namespace {

// [SECTION] What each attribute is

constexpr std::string_view first_article[] = {"000"};
constexpr std::string_view relatable_articles[] = {"000", "001", "002", "003", "004"};
constexpr std::string_view connection_articles[] = {"000", "002", "003", "004"};
constexpr std::string_view niche_articles[] = {"001", "003", "004"};
constexpr std::string_view friend_articles[] = {"001", "004"};
constexpr std::string_view subject_articles[] = {"003", "004"};
constexpr std::string_view effort_articles[] = {"001", "004"};
constexpr std::string_view expert_articles[] = {"003", "002"};
constexpr std::string_view second_article[] = {"002"};

constexpr Advice relatable_advice[] = {
    {"Write as you would to one friend: ask what you want to know, and show a day that went wrong beside one that went "
     "well.",
     friend_articles},
};
constexpr Advice connection_advice[] = {
    {"Answer comments one by one for as long as their number lets you: that is where trust is said to begin.",
     first_article},
    {"The same article lets some fashion brands keep their distance, and calls it rude in anybody else.",
     first_article},
};
constexpr Advice consistent_advice[] = {
    {"Choose a rhythm that you can keep in your busiest month; no number is asked for.", first_article},
    {"Those who are quoted as posting daily or more were asked in 2018 and had under 10,000 followers: a report, not a "
     "target.",
     second_article},
    {"One article finds micro-influencers more work for a brand, another finds them much easier to work with. Deliver "
     "what was agreed on the day that was agreed, and the second is true of you.",
     effort_articles},
};
constexpr Advice quality_advice[] = {
    {"Lay your last nine posts side by side, and take out what could be anybody's.", first_article},
    {"The same article likes small accounts for not being flawless: be recognisable before you are polished.",
     first_article},
};
constexpr Advice niche_advice[] = {
    {"Come back to a few subjects that you know well, and name them in captions and hashtags.", subject_articles},
    {"One article counts on your expertise, another says that a micro-influencer is no expert; that one sees room "
     "beyond "
     "fashion, beauty and travel: science, environment, education, business.",
     expert_articles},
};

Attribute blank(std::string_view id, std::string_view name, std::span<const std::string_view> articles,
                std::span<const Advice> advice, std::string_view question) {
  Attribute attribute;
  attribute.id = id;
  attribute.name = name;
  attribute.articles = articles;
  attribute.advice = advice;
  attribute.question = question;
  return attribute;
}

// [SECTION] Wording

// Whole percent; what is not all of them is never "100 %", and what is not none never "0 %".
std::string share_text(double share) {
  double percent = std::round(share * 100);
  if (share > 0 && share < 1) percent = std::clamp(percent, 1.0, 99.0);
  return count_text(percent) + "\xC2\xA0%";
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

AttributeEvidence measured(std::string_view id, double value, std::string sentence) {
  AttributeEvidence evidence;
  evidence.id = id;
  evidence.value = value;
  evidence.sentence = std::move(sentence);
  return evidence;
}

// [SECTION] AttributeEvidence

void measure_captions(Attribute& relatable, std::span<const Post> posts) {
  std::vector<double> words;
  std::size_t talking = 0;
  for (const Post& post : posts) {
    if (!post.caption_traits) continue;
    words.push_back(static_cast<double>(post.caption_traits->word_count));
    talking += post.caption_traits->asks_question || post.caption_traits->speaks_to_reader;
  }
  if (words.empty()) {
    relatable.needs.push_back(posts.empty() ? "posts" : "captions");
    return;
  }
  const double share = static_cast<double>(talking) / static_cast<double>(words.size());
  std::string sentence;
  if (words.size() > 1) {
    sentence = share_text(share) + " of " + count_text(static_cast<double>(words.size())) +
               " captions ask a question or speak to the reader.";
  } else {
    sentence = talking > 0 ? "The one caption asks a question or speaks to the reader."
                           : "The one caption does not ask a question or speak to the reader.";
  }
  relatable.evidence.push_back(measured("asks-or-speaks", share, std::move(sentence)));
  sort(words);
  const double typical = median(words);
  relatable.evidence.push_back(measured("words-per-caption", typical,
                                        "The median caption has " + decimal_text(typical) +
                                            (typical == 1 ? " word" : " words") +
                                            ", without hashtags, mentions and links."));
}

std::string uncapitalised(std::string_view text) {
  std::string lower(text);
  if (!lower.empty() && lower[0] >= 'A' && lower[0] <= 'Z') lower[0] = static_cast<char>(lower[0] | 0x20);
  return lower;
}

std::string in_hundred(double ratio) { return decimal_text(ratio * 100); }

// The published figure beside the account's own, and where it lies.
void compare_comments(AttributeEvidence& evidence, const Figures& figures) {
  const Benchmark* record = benchmark("B0557");
  if (record == nullptr) return;
  const std::optional<double> published = figures.centre(*record);
  if (!published) return;
  evidence.sources.push_back(record->id);
  evidence.sentence += figures.is_replaced(record->id)
                           ? " Your own figure is " + in_hundred(*published)
                           : " " + std::string(record->source->publisher) + " has " + in_hundred(*published) +
                                 " for Instagram (" + uncapitalised(record->definition) + ")";
  if (!evidence.low) {
    evidence.sentence += "; there are too few posts here to compare.";
    return;
  }
  const std::string interval = "the 90\xC2\xA0% interval of the account's median post, " + in_hundred(*evidence.low) +
                               " to " + in_hundred(*evidence.high);
  if (*evidence.low > *published && evidence.value > *published) {
    evidence.comparison = Comparison::above;
    evidence.sentence += ", and " + interval + ", lies above that.";
  } else if (*evidence.high < *published && evidence.value < *published) {
    evidence.comparison = Comparison::below;
    evidence.sentence += ", and " + interval + ", lies below that.";
  } else {
    evidence.comparison = Comparison::near;
    evidence.sentence += ", which " + interval + ", does not rule out.";
  }
}

void measure_comments(Attribute& connections, const ReadinessRequest& request, const Figures& figures) {
  std::vector<double> likes;
  std::vector<double> comments;
  std::vector<double> ratios;
  bool any_likes = false;
  bool any_comments = false;
  for (const Post& post : request.posts) {
    if (is_story(post)) continue;
    any_likes |= post.likes.has_value();
    any_comments |= post.comments.has_value();
    if (!post.likes || !post.comments) continue;
    likes.push_back(*post.likes);
    comments.push_back(*post.comments);
    if (*post.likes > 0) ratios.push_back(*post.comments / *post.likes);
  }
  if (request.posts.empty()) {
    connections.needs.push_back("posts");
    return;
  }
  if (!any_likes) connections.needs.push_back("likes");
  if (!any_comments) connections.needs.push_back("comments");
  sort(likes);
  sort(comments);
  sort(ratios);
  if (likes.empty() || median(likes) <= 0) {
    if (connections.needs.empty()) connections.needs.push_back("likes");
    return;
  }

  const double ratio = median(comments) / median(likes);
  AttributeEvidence evidence =
      measured("comments-per-like", ratio,
               in_hundred(ratio) + (ratio == 0.01 ? " comment" : " comments") + " to 100 likes, in the median over " +
                   counted_text(static_cast<double>(likes.size()), "post", "posts") + ".");
  if (const std::optional<Interval> interval = median_interval(ratios)) {
    evidence.low = interval->low;
    evidence.high = interval->high;
  }
  if (request.platform == Platform::instagram) compare_comments(evidence, figures);
  connections.evidence.push_back(std::move(evidence));
}

// Who was asked is part of the figure: B0547, B0548.
std::string what_others_said(const PublishedCadence& published, const Figures& figures) {
  const std::string daily = share_text(published.daily);
  const std::string twice_daily = share_text(published.twice_daily);
  if (figures.is_replaced(published.daily_record->id) || figures.is_replaced(published.twice_daily_record->id)) {
    return " With your own figures, " + daily + " of micro-influencers publish every day, " + twice_daily +
           " at least twice a day.";
  }
  const Source& source = *published.daily_record->source;
  return " Of 1,000 micro-influencers with under " + count_text(published.daily_record->max_followers) +
         " followers, " + daily + " told " + std::string(source.publisher) + " in " + std::to_string(source.year) +
         " that they publish every day, " + twice_daily + " at least twice a day.";
}

void measure_cadence(Attribute& consistent, std::span<const Post> posts, const Figures& figures) {
  const std::optional<Cadence> found = cadence(posts);
  if (!found) {
    consistent.needs.push_back(posts.empty() ? "posts" : "dates");
    return;
  }
  const std::int32_t first = day_number(found->from).value_or(0);
  const std::int32_t last = day_number(found->to).value_or(0);
  consistent.evidence.push_back(measured("posts-per-week", found->posts_per_week,
                                         decimal_text(found->posts_per_week) +
                                             (found->posts_per_week == 1 ? " post" : " posts") + " a week, from " +
                                             date_text(first) + " to " + date_text(last) + "."));

  AttributeEvidence days = measured("days-with-a-post", found->share_of_days,
                                    "A post on " + share_text(found->share_of_days) + " of days, two or more on " +
                                        share_text(found->share_of_busy_days) + ".");
  if (const std::optional<PublishedCadence> published = published_cadence(figures)) {
    days.sources = {published->daily_record->id, published->twice_daily_record->id};
    days.sentence += what_others_said(*published, figures);
    if (last - first >= 7) {
      days.comparison = found->share_of_busy_days == 1 ? Comparison::above
                        : found->share_of_days == 1    ? Comparison::near
                                                       : Comparison::below;
    }
  }
  consistent.evidence.push_back(std::move(days));

  const int gap = found->longest_gap_days;
  consistent.evidence.push_back(
      measured("longest-gap", gap,
               gap == 1 ? "No day was left out."
                        : "The longest time from one post to the next is " + counted_text(gap, "day", "days") + "."));
}

void measure_niche(Attribute& clear_niche, const ReadinessRequest& request) {
  const std::optional<Niche> found = niche(request.posts, request.niche);
  if (!found) {
    clear_niche.needs.push_back(request.posts.empty() ? "posts" : "captions");
    return;
  }
  const std::string_view kind = found->by_hashtags ? "hashtag" : "word";
  std::string sentence;
  if (found->terms.empty()) {
    sentence = "No " + std::string(kind) + " that names a subject stands in two of " +
               count_text(static_cast<double>(found->captions)) + " captions.";
  } else {
    std::vector<std::string> terms;
    for (const NicheTerm& term : found->terms) {
      terms.push_back(found->by_hashtags ? "#" + term.text : "\"" + term.text + "\"");
    }
    constexpr std::string_view amounts[] = {"the most used ", "one of the two most used ",
                                            "one of the three most used "};
    sentence = share_text(found->share) + " of " + count_text(static_cast<double>(found->captions)) +
               " captions have " + std::string(amounts[terms.size() - 1]) + std::string(kind) +
               (terms.size() > 1 ? "s" : "") + ": " + listed(terms) + ".";
  }
  clear_niche.evidence.push_back(measured("own-terms", found->share, std::move(sentence)));
  if (found->named_share) {
    clear_niche.evidence.push_back(measured("named-niche", *found->named_share,
                                            share_text(*found->named_share) + " of " +
                                                count_text(static_cast<double>(found->captions)) +
                                                " captions name what you say the account is about."));
  }
}

}  // namespace

const char* comparison_id(Comparison comparison) {
  switch (comparison) {
    case Comparison::below:
      return "below";
    case Comparison::near:
      return "near";
    case Comparison::above:
      return "above";
  }
  return "";
}

const char* answer_id(Answer answer) {
  switch (answer) {
    case Answer::no:
      return "no";
    case Answer::partly:
      return "partly";
    case Answer::yes:
      return "yes";
  }
  return "";
}

std::optional<Answer> answer_from_id(std::string_view id) {
  for (const Answer answer : {Answer::no, Answer::partly, Answer::yes}) {
    if (id == answer_id(answer)) return answer;
  }
  return std::nullopt;
}

const char* attribute_state_id(AttributeState state) {
  switch (state) {
    case AttributeState::measured:
      return "measured";
    case AttributeState::self_check:
      return "self-check";
    case AttributeState::missing:
      return "missing";
  }
  return "";
}

std::vector<Attribute> readiness(const ReadinessRequest& request, const Figures& figures) {
  std::vector<Attribute> attributes = {
      blank("relatable", "Relatable", relatable_articles, relatable_advice,
            "Do your captions read as if you were talking to one person?"),
      blank("connections", "Real connections", connection_articles, connection_advice,
            "Do you answer most comments yourself?"),
      blank("consistent", "Consistent", first_article, consistent_advice,
            "Would a follower be right about when your next post comes?"),
      blank("quality", "On-brand and good", first_article, quality_advice,
            "Do your last nine posts look like the work of one person, with none that you would rather leave out?"),
      blank("niche", "A clear niche", niche_articles, niche_advice,
            "Would your followers name the same subject as you do, in two or three words?"),
  };
  measure_captions(attributes[0], request.posts);
  measure_comments(attributes[1], request, figures);
  measure_cadence(attributes[2], request.posts, figures);
  measure_niche(attributes[4], request);

  for (Attribute& attribute : attributes) {
    for (const SelfCheck& check : request.self_checks) {
      if (check.attribute == attribute.id) attribute.answer = check.answer;
    }
    const bool can_be_measured = attribute.id != "quality";
    if (!attribute.evidence.empty()) {
      attribute.state = AttributeState::measured;
    } else if (attribute.answer || !can_be_measured) {
      attribute.state = AttributeState::self_check;
    }
  }
  return attributes;
}

}  // namespace mf::core
