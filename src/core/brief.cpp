#include "core/brief.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/number_text.h"
#include "core/uncertain.h"

namespace mf::core {
namespace {

constexpr std::size_t most_handles = 12;

// Two digits are as much as a forecast is worth: 8,768 -> 8,800.
double rounded(double value) {
  double unit = 1;
  while (value / unit >= 100) unit *= 10;
  return std::round(value / unit) * unit;
}

// "about 8,800 likes (4,100 to 19,000)"
std::string forecast_text(const Spread& spread, std::string_view singular, std::string_view plural) {
  std::string text = "about " + counted_text(rounded(spread.p50), singular, plural);
  const double low = rounded(spread.p5);
  const double high = rounded(spread.p95);
  if (low < high) text += " (" + count_text(low) + " to " + count_text(high) + ")";
  return text;
}

// "$150", "$100 to $300"
std::string money_range(const Uncertain& money, const std::string& currency) {
  if (money.is_exact()) return money_text(money.low, currency);
  return money_text(rounded(money.low), currency) + " to " + money_text(rounded(money.high), currency);
}

std::string posts_range(const Uncertain& posts) {
  if (std::round(posts.low) == std::round(posts.high)) return counted_text(posts.low, "post", "posts");
  return count_text(posts.low) + " to " + counted_text(posts.high, "post", "posts");
}

std::string with_sign(char sign, std::string_view name) {
  while (!name.empty() && (name.front() == sign || name.front() == ' ')) name.remove_prefix(1);
  return name.empty() ? std::string() : sign + std::string(name);
}

std::string joined(const std::vector<std::string>& names) {
  const std::size_t shown = std::min(names.size(), most_handles);
  const std::size_t rest = names.size() - shown;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == shown && rest == 0;
    if (i > 0) text += is_last ? " and " : ", ";
    text += names[i];
  }
  if (rest > 0) text += " and " + std::to_string(rest) + " more";
  return text;
}

std::vector<std::string> handles_of(const Plan& plan, const BriefWords& words) {
  std::vector<std::string> handles;
  const auto take = [&handles](std::string_view name) {
    if (std::string handle = with_sign('@', name); !handle.empty()) handles.push_back(std::move(handle));
  };
  for (const std::string& name : words.creators) take(name);
  if (!handles.empty()) return handles;
  for (const PlannedCreator& creator : plan.roster) take(creator.handle);
  return handles;
}

std::string platform_text(const Plan& plan) {
  return plan.platform == Platform::any ? std::string() : std::string(" on ") + platform_name(plan.platform);
}

bool is_positive(const std::optional<Uncertain>& value) { return value && value->high > 0; }

// What creators of a roster are asked and offered where they differ, a line each.
std::string roster_lines(const Plan& plan, Input input, std::string (*text)(const Uncertain&, const std::string&)) {
  std::string lines;
  for (const PlannedCreator& creator : plan.roster) {
    const std::optional<Uncertain>& own = creator.inputs[input] ? creator.inputs[input] : plan.inputs[input];
    const std::string handle = with_sign('@', creator.handle);
    if (handle.empty() || !own) continue;
    lines += "\n" + handle + ": " + text(*own, plan.currency);
  }
  return lines;
}

bool differs(const Plan& plan, Input input) {
  return std::any_of(plan.roster.begin(), plan.roster.end(),
                     [input](const PlannedCreator& creator) { return creator.inputs[input].has_value(); });
}

std::string ask_text(const Plan& plan, const BriefWords& words) {
  const std::vector<std::string> handles = handles_of(plan, words);
  const std::size_t count = plan.roster.empty() ? plan.creators : plan.roster.size();
  std::string text;
  if (!handles.empty()) text += "For " + joined(handles) + ". ";
  const std::string brand = words.brand.empty() ? "We" : words.brand;
  const std::string product = words.product.empty() ? "our product" : words.product;
  text += brand + " would like to show " + product + platform_text(plan) + " with " +
          (count == 1 ? "you" : counted_text(static_cast<double>(count), "creator", "creators")) + ".";
  const std::optional<Uncertain>& posts = plan.inputs[Input::posts_per_creator];
  if (differs(plan, Input::posts_per_creator)) {
    text += " What we ask of each:";
    text += roster_lines(plan, Input::posts_per_creator,
                         [](const Uncertain& own, const std::string&) { return posts_range(own); });
  } else if (posts) {
    text += " We ask for " + posts_range(*posts) + (count == 1 ? "." : " from each of you.");
  }
  return text;
}

std::string offer_text(const Simulation& simulation) {
  const Plan& plan = simulation.plan;
  std::string text;
  const std::optional<Uncertain>& fee = plan.inputs[Input::fee];
  const bool each_their_own = differs(plan, Input::fee);
  if (is_positive(fee) && !each_their_own) {
    const bool is_published =
        std::any_of(simulation.defaults.begin(), simulation.defaults.end(),
                    [](const Default& known) { return known.input == Input::fee && !known.sources.empty(); });
    text = is_published ? "A fee for each post. Published ways to price one say " + money_range(*fee, plan.currency) +
                              " for accounts of this size: tell us what you take."
                        : money_range(*fee, plan.currency) + " for a post. Tell us if your work costs more, and why.";
  }
  if (is_positive(plan.inputs[Input::product_cost])) {
    text += std::string(text.empty() ? "" : " ") + "The product is yours to keep.";
  }
  if (is_positive(plan.inputs[Input::commission])) {
    const Uncertain& commission = *plan.inputs[Input::commission];
    text += std::string(text.empty() ? "" : " ") + percent_text(middle_of(Input::commission, commission)) +
            " of what your followers buy is yours.";
  }
  if (is_positive(plan.inputs[Input::rights])) {
    text += std::string(text.empty() ? "" : " ") + "If we use your posts ourselves, that is agreed and paid apart.";
  }
  if (each_their_own) {
    text += std::string(text.empty() ? "" : " ") + "The fee of a post:" +
            roster_lines(plan, Input::fee,
                         [](const Uncertain& own, const std::string& currency) { return money_range(own, currency); });
  }
  return text;
}

std::string marks_text(const BriefWords& words) {
  const std::string tag = with_sign('#', words.hashtag);
  std::string text = tag.empty() ? "Put the campaign's hashtag under every post, the same one for all."
                                 : "Put " + tag + " under every post, spelt like that.";
  text += words.visual_mark.empty() ? " One thing that everyone can see, the same in every post, ties them together."
                                    : " Let " + words.visual_mark + " be seen in each of them: it ties them together.";
  return text + " So people who meet two of the posts know that they belong together, and we find them all.";
}

std::string measured_text(const Simulation& simulation) {
  std::string text = "What people do with each post, against the number of ";
  text += simulation.plan.engagement_by == Denominator::reach ? "those whom it reached" : "those who follow you";
  text += ": likes, comments, shares. Then who comes to the shop, and who buys.";
  std::vector<std::string> parts;
  if (simulation.engagements) parts.push_back(forecast_text(*simulation.engagements, "engagement", "engagements"));
  if (simulation.clicks) parts.push_back(forecast_text(*simulation.clicks, "click", "clicks"));
  if (simulation.orders) parts.push_back(forecast_text(*simulation.orders, "order", "orders"));
  if (!parts.empty()) {
    text += " Of the whole campaign we expect " + joined(parts) + ". The ranges are wide; nobody is held to them.";
  }
  return text;
}

}  // namespace

std::vector<BriefSection> brief(const Simulation& simulation, const BriefWords& words) {
  const Plan& plan = simulation.plan;
  std::vector<BriefSection> sections;
  const auto add = [&sections](std::string_view title, std::string text, std::vector<std::string_view> articles) {
    if (!text.empty()) sections.push_back({title, std::move(text), std::move(articles)});
  };
  add("Before it is sent",
      "Write to each creator by name, with a line about a post of theirs that you liked and why it fits. Look at their "
      "engagement of today, not at what it once was.",
      {"001", "003"});
  add("What we ask", ask_text(plan, words), {});
  add("Why you",
      "You speak to people who know you, about things that you know. We would like to be part of that only as far as "
      "it fits: if it does not, say so.",
      {"000", "003"});
  add("It is your post",
      "You lead. You know what your followers like, so the idea, the words and the pictures are yours. We tell you "
      "what "
      "has to be right about the product, and nothing else. An honest word is worth more than praise, and something "
      "that your followers can use is worth more than both.",
      {"001", "003"});
  add("One hashtag, one mark", marks_text(words), {"001"});
  add("Say that it is a partnership",
      "Say at the start of every post, in plain words or with the platform's own label, that it is a paid partnership, "
      "also where you got a product and no money. The law asks for it in most countries.",
      {});
  add("Afterwards", "Stay for the comments: answers are what makes people trust a recommendation.", {"000"});
  add("What you get", offer_text(simulation), {});
  add("What we look at", measured_text(simulation), {"003", "004"});
  add("If it goes well",
      "We would rather work with the same people again than start anew each time. Tell us what you would do next.",
      {"001", "004"});
  return sections;
}

std::string brief_text(const std::vector<BriefSection>& sections) {
  std::string text;
  for (const BriefSection& section : sections) {
    if (!text.empty()) text += "\n\n";
    text += std::string(section.title) + "\n" + section.text;
  }
  if (!text.empty()) text += "\n";
  return text;
}

}  // namespace mf::core
