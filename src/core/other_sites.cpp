#include "core/other_sites.h"

#include <cmath>
#include <initializer_list>
#include <utility>

#include "core/number_text.h"
#include "core/uncertain.h"

namespace mf::core {
namespace {

const std::string over = " \xC3\xB7 ";
const std::string times = " \xC3\x97 ";
const std::string less = " \xE2\x88\x92 ";

// A number of the case, as it stands in a formula: with its name alone where it is missing.
struct Number {
  const char* key;
  std::optional<double> value;
  std::string text;
};

Number counted(const char* key, const std::optional<double>& value, const char* singular, const char* plural) {
  return {key, value, value ? counted_text(*value, singular, plural) : std::string(plural)};
}

// The numbers that formulas are made of.
class Numbers {
 public:
  explicit Numbers(const SiteCase& given) : given_(given) {}

  Number followers() const { return counted("followers", given_.followers, "follower", "followers"); }
  Number reach() const { return counted("reach", given_.reach, "person reached", "people reached"); }
  Number impressions() const { return counted("impressions", given_.impressions, "impression", "impressions"); }
  Number views() const { return counted("views", given_.views, "view", "views"); }
  Number likes() const { return counted("likes", given_.likes, "like", "likes"); }
  Number clicks() const { return counted("clicks", given_.clicks, "click", "clicks"); }
  Number orders() const { return counted("orders", given_.orders, "order", "orders"); }

  // Likes and comments; engagements where the two are not given apart.
  Number likes_and_comments() const {
    if (!given_.likes || !given_.comments) return engagements();
    return {"engagements", *given_.likes + *given_.comments,
            "(" + counted_text(*given_.likes, "like", "likes") + " + " +
                counted_text(*given_.comments, "comment", "comments") + ")"};
  }
  // And shares and saves, of those that are given.
  Number all_actions() const {
    if (!given_.likes || !given_.comments) return engagements();
    const double sum = *given_.likes + *given_.comments + given_.shares.value_or(0) + given_.saves.value_or(0);
    return {"engagements", sum, counted_text(sum, "engagement", "engagements")};
  }

  Number money(const char* key, const std::optional<double>& value, const char* name) const {
    return {key, value, value ? money_text(*value, given_.currency) + " " + name : std::string(name)};
  }
  Number cost() const {
    return money("cost", given_.cost ? given_.cost : given_.fees, given_.cost ? "of all costs" : "of cost");
  }
  Number fees() const { return money("fees", given_.fees, "of fees"); }
  Number order_value() const { return money("orderValue", given_.order_value, "an order"); }
  Number media_value() const { return money("earnedMediaValue", given_.earned_media_value, "of earned media value"); }
  Number revenue() const {
    if (given_.revenue) return money("revenue", given_.revenue, "of revenue");
    if (given_.orders && given_.order_value)
      return money("revenue", *given_.orders * *given_.order_value, "of revenue");
    return {"revenue", std::nullopt, "revenue"};
  }
  Number margin() const {
    return {"margin", given_.margin, given_.margin ? percent_text(*given_.margin) + " margin" : std::string("margin")};
  }

  double posts() const { return given_.posts.value_or(1); }
  double creators() const { return given_.creators.value_or(1); }
  // "", or " ÷ 2 posts" of each creator.
  std::string over_posts() const { return posts() > 1 ? over + counted_text(posts(), "post", "posts") : std::string(); }

 private:
  Number engagements() const { return counted("engagements", given_.engagements, "engagement", "engagements"); }
  const SiteCase& given_;
};

// What of an answer does not depend on the case.
struct Site {
  std::string_view id;
  std::string_view who;
  std::string_view name;
  std::string_view base;
  std::string_view unit;
  std::string_view why;
  bool ours = false;
};

// `compute` is called only if all of `numbers` are known.
template <class Compute>
void add(std::vector<SiteAnswer>& answers, SiteTopic topic, const Site& site, std::initializer_list<Number> numbers,
         std::string formula, Compute compute) {
  SiteAnswer answer;
  answer.id = site.id;
  answer.topic = topic;
  answer.who = site.who;
  answer.name = site.name;
  answer.base = site.base;
  answer.unit = site.unit;
  answer.why = site.why;
  answer.ours = site.ours;
  answer.formula = std::move(formula);
  for (const Number& number : numbers) {
    if (!number.value) answer.needs.emplace_back(number.key);
  }
  if (answer.needs.empty()) {
    const double result = compute();
    if (std::isfinite(result)) answer.result = result;
  }
  answers.push_back(std::move(answer));
}

void add_ratio(std::vector<SiteAnswer>& answers, SiteTopic topic, const Site& site, const Number& above,
               const Number& below) {
  add(answers, topic, site, {above, below}, above.text + over + below.text,
      [&] { return *above.value / *below.value; });
}

void add_engagement_rates(std::vector<SiteAnswer>& answers, const SiteCase& given) {
  const Numbers numbers(given);
  const SiteTopic topic = SiteTopic::engagement_rate;
  const auto per_follower = [&](const Site& site, const Number& actions) {
    const Number followers = numbers.followers();
    add(answers, topic, site, {actions, followers}, actions.text + over + followers.text + numbers.over_posts(),
        [&] { return *actions.value / *followers.value / numbers.posts(); });
  };
  const bool is_video = given.platform == Platform::tiktok || given.platform == Platform::youtube;
  const Number actions = numbers.likes_and_comments();
  per_follower({"er-followers", "This page, HypeAuditor, Influencer Marketing Hub", "Engagement rate", "followers",
                "fraction", "It divides by everyone who follows, most of whom never saw the post.", true},
               actions);
  if (!is_video) {
    per_follower({"er-likes", "Modash", "Engagement rate", "followers", "fraction",
                  "It counts likes alone, so that it is lower.", false},
                 numbers.likes());
  }
  add_ratio(answers, topic,
            {"er-reach", "Klear", "Engagement rate by reach", "people reached", "fraction",
             "It divides by those who saw the post and counts shares and saves, so that it is higher.", false},
            numbers.all_actions(), numbers.reach());
  add_ratio(
      answers, topic,
      {"er-impressions", "Later Influence, Meltwater", "Engagement rate by impressions", "impressions", "fraction",
       "Who sees a post twice counts twice below the line, so that it is lower than by reach.", false},
      numbers.all_actions(), numbers.impressions());
  add_ratio(answers, topic,
            {"er-views", "Lefty, of Reels", "Engagement rate", "views", "fraction",
             "It divides by plays, of followers and strangers alike.", false},
            actions, numbers.views());
  if (is_video || given.platform == Platform::any) {
    add_ratio(answers, topic,
              {"er-likes-views", "Modash, of TikTok and YouTube", "Engagement rate", "views", "fraction",
               "It counts likes alone and divides by plays.", false},
              numbers.likes(), numbers.views());
  }
  if (given.platform == Platform::tiktok || given.platform == Platform::any) {
    const double all_posts = numbers.posts() * numbers.creators();
    add(answers, topic,
        {"er-posts", "Upfluence, of TikTok", "Engagement rate", "posts", "engagements",
         "It divides by the number of posts: that is engagements a post, and no rate.", false},
        {actions}, actions.text + over + counted_text(all_posts, "post", "posts"),
        [&] { return *actions.value / all_posts; });
  }
}

void add_returns(std::vector<SiteAnswer>& answers, const SiteCase& given) {
  const Numbers numbers(given);
  const SiteTopic topic = SiteTopic::return_on_spend;
  const Number revenue = numbers.revenue();
  const Number margin = numbers.margin();
  const Number cost = numbers.cost();
  const Number value = numbers.media_value();
  const auto profit_over_cost = [&] { return (*revenue.value - *cost.value) / *cost.value; };

  add(answers, topic,
      {"roi-profit", "This page, calclet", "ROI", "all costs", "fraction",
       "Only what is left of revenue after the goods can pay for the campaign.", true},
      {revenue, margin, cost}, "(" + revenue.text + times + margin.text + less + cost.text + ")" + over + cost.text,
      [&] { return (*revenue.value * *margin.value - *cost.value) / *cost.value; });
  add(answers, topic,
      {"roi-revenue", "rows.com, HubSpot, thejuliawang", "ROI", "cost", "fraction",
       "It takes all revenue for profit, as if the goods cost nothing. At 0 % the revenue equals the cost; toolsfast "
       "calls that 100 %.",
       false},
      {revenue, cost}, "(" + revenue.text + less + cost.text + ")" + over + cost.text, profit_over_cost);
  add(answers, topic,
      {"roi-with-media-value", "codingace", "ROI", "all costs", "fraction",
       "It adds earned media value to the profit, though nobody was paid it.", false},
      {revenue, margin, value, cost},
      "(" + revenue.text + times + margin.text + " + " + value.text + less + cost.text + ")" + over + cost.text,
      [&] { return (*revenue.value * *margin.value + *value.value - *cost.value) / *cost.value; });
  add(answers, topic,
      {"roi-media", "Lefty, SocialTalk; Aspire's dashboard", "ROI", "cost", "fraction",
       "It is about earned media value alone: a different quantity under the same name.", false},
      {value, cost}, value.text + over + cost.text + less + "1", [&] { return *value.value / *cost.value - 1; });
  add_ratio(answers, topic,
            {"value-over-cost", "Later Influence; Aspire's headline", "ROI", "cost", "times",
             "It is earned media value over cost, without taking the cost off: higher by 1 than the other.", false},
            value, cost);
  add_ratio(answers, topic,
            {"roas", "This page", "ROAS", "all costs", "times",
             "It is what came back for each 1 spent, goods not paid yet: an ROI by revenue of 500 % is 6 back.", true},
            revenue, cost);
  add(answers, topic,
      {"back-as-roi", "rows.com", "Revenue for each 1 spent", "cost", "times",
       "It reads the ROI itself as money back, and so forgets the 1 that was spent.", false},
      {revenue, cost}, "(" + revenue.text + less + cost.text + ")" + over + cost.text, profit_over_cost);
  add_ratio(answers, topic,
            {"roas-fees", "Those who take the fee for the spend", "ROAS", "fees", "times",
             "It leaves out product, hours and every other cost.", false},
            revenue, numbers.fees());
}

void add_break_evens(std::vector<SiteAnswer>& answers, const SiteCase& given) {
  const Numbers numbers(given);
  const SiteTopic topic = SiteTopic::break_even;
  const Number cost = numbers.cost();
  const Number fees = numbers.fees();
  const Number margin = numbers.margin();
  const Number order = numbers.order_value();
  add(answers, topic,
      {"orders", "This page", "Orders to break even", "what an order leaves", "orders",
       "An order pays with what it leaves after the goods.", true},
      {cost, order, margin}, cost.text + over + "(" + order.text + times + margin.text + ")",
      [&] { return *cost.value / (*order.value * *margin.value); });
  add(answers, topic,
      {"orders-by-order-value", "bivex", "Orders to break even", "order value", "orders",
       "It counts the whole order as gain: at a margin of 50 % that is half the orders that are needed.", false},
      {cost, order}, cost.text + over + order.text, [&] { return *cost.value / *order.value; });
  add(answers, topic,
      {"roas-to-break-even", "This page, metrickittools, propelcollective", "ROAS to break even", "margin", "times",
       "The smaller the margin, the more revenue each 1 spent has to bring.", true},
      {margin}, "1" + over + margin.text, [&] { return 1 / *margin.value; });
  const std::string both = fees.value && cost.value ? cost.text : std::string("(fees + other costs)");
  add(answers, topic,
      {"roas-to-break-even-fixed", "metrickittools, propelcollective", "ROAS to break even, on fees", "fees", "times",
       "Costs beside the fees have to come back too, so that fees alone must bring more.", false},
      {cost, fees, margin}, both + over + margin.text + over + fees.text,
      [&] { return *cost.value / *margin.value / *fees.value; });
}

void add_costs(std::vector<SiteAnswer>& answers, const SiteCase& given) {
  const Numbers numbers(given);
  const SiteTopic topic = SiteTopic::cost_per;
  const Number cost = numbers.cost();
  const auto per_thousand = [&](const Site& site, const Number& seen) {
    add(answers, topic, site, {cost, seen}, cost.text + over + seen.text + times + "1,000",
        [&] { return *cost.value / *seen.value * 1000; });
  };
  per_thousand({"cpm", "This page", "CPM", "1,000 impressions", "money",
                "Every time that a post is seen counts, also by the same person.", true},
               numbers.impressions());
  if (given.platform != Platform::tiktok && given.platform != Platform::youtube) {
    per_thousand({"cpm-reach", "HypeAuditor, of Instagram", "CPM", "1,000 people reached", "money",
                  "It counts people instead of impressions, so that it is higher.", false},
                 numbers.reach());
  } else {
    per_thousand({"cpm-views", "HypeAuditor, of TikTok and YouTube", "CPM", "1,000 views", "money",
                  "It counts plays instead of impressions.", false},
                 numbers.views());
  }
  add_ratio(answers, topic,
            {"cpe", "This page, HypeAuditor", "CPE", "an engagement", "money",
             "A like and a comment count the same; reach is not in it.", true},
            cost, numbers.all_actions());
  per_thousand({"cpme", "Traackr", "CPME", "1,000 engagements", "money",
                "It is the price of an engagement times 1,000, and not a CPM.", false},
               numbers.all_actions());
  add_ratio(answers, topic,
            {"cpc", "This page", "CPC", "a click", "money", "Only those who came to the shop count.", true}, cost,
            numbers.clicks());
  add_ratio(answers, topic, {"cpa", "This page", "CPA", "an order", "money", "Only those who bought count.", true},
            cost, numbers.orders());
}

}  // namespace

const char* site_topic_id(SiteTopic topic) {
  switch (topic) {
    case SiteTopic::engagement_rate:
      return "engagement-rate";
    case SiteTopic::return_on_spend:
      return "return-on-spend";
    case SiteTopic::break_even:
      return "break-even";
    case SiteTopic::cost_per:
      return "cost-per";
  }
  return "";
}

const char* site_topic_name(SiteTopic topic) {
  switch (topic) {
    case SiteTopic::engagement_rate:
      return "Engagement rate";
    case SiteTopic::return_on_spend:
      return "Return";
    case SiteTopic::break_even:
      return "Break-even";
    case SiteTopic::cost_per:
      return "Cost of attention and orders";
  }
  return "";
}

SiteCase site_case(const Simulation& simulation) {
  const Plan& plan = simulation.plan;
  const auto middle = [](const std::optional<Spread>& spread) {
    return spread ? std::optional(spread->p50) : std::nullopt;
  };
  const auto planned = [&plan](Input input) -> std::optional<double> {
    const std::optional<Uncertain>& value = plan.inputs[input];
    return value ? std::optional(middle_of(input, *value)) : std::nullopt;
  };
  SiteCase given;
  given.platform = plan.platform;
  given.currency = plan.currency;
  given.creators = static_cast<double>(plan.roster.empty() ? plan.creators : plan.roster.size());
  given.posts = planned(Input::posts_per_creator);
  if (plan.roster.empty()) {
    if (const std::optional<double> each = planned(Input::followers)) given.followers = *given.creators * *each;
  } else {
    double sum = 0;
    bool known = true;
    for (const PlannedCreator& creator : plan.roster) {
      const std::optional<Uncertain>& own = creator.inputs[Input::followers];
      const std::optional<double> followers =
          own ? std::optional(middle_of(Input::followers, *own)) : planned(Input::followers);
      known = known && followers;
      sum += followers.value_or(0);
    }
    if (known) given.followers = sum;
  }
  given.reach = middle(simulation.reach);
  given.impressions = middle(simulation.impressions);
  given.engagements = middle(simulation.engagements);
  given.clicks = middle(simulation.clicks);
  given.orders = middle(simulation.orders);
  given.order_value = planned(Input::order_value);
  given.revenue = middle(simulation.revenue);
  given.margin = planned(Input::margin);
  if (simulation.contribution && given.revenue && *given.revenue > 0) {
    given.margin = simulation.contribution->p50 / *given.revenue;
  }
  given.fees = simulation.lines.fees.p50;
  given.cost = simulation.cost.p50;
  return given;
}

std::vector<SiteAnswer> other_sites(const SiteCase& given) {
  std::vector<SiteAnswer> answers;
  add_engagement_rates(answers, given);
  add_returns(answers, given);
  add_break_evens(answers, given);
  add_costs(answers, given);
  return answers;
}

}  // namespace mf::core
