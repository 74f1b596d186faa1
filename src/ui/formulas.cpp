#include "ui/formulas.h"

namespace mf::ui {
namespace {

constexpr Formula table[] = {
    {"formula-verdict", "Verdict",
     "Publishers that call an account of this size micro, out of all with a stated range for the platform. One "
     "publisher "
     "has one vote: its range for this platform first, then the newest. Grade A and the articles weigh 1, B a half; "
     "grade C has no vote.",
     "Ours, over published definitions."},
    {"formula-engagement", "Engagement rate of a post",
     "(likes + comments + what else is counted) \xC3\xB7 followers, reach, impressions or views. The headline is the "
     "median post; the trimmed mean leaves out the lowest and the highest fifth. A missing number is not a zero: the "
     "post is left out of the rates that need it.",
     "In general use; article 004 gives the one by followers."},
    {"formula-interval", "90\xC2\xA0% interval of the median post",
     "From the ordered posts themselves: the two pairs of posts whose chance to enclose the true median lies just "
     "above "
     "and just below 90\xC2\xA0%, and a place between them. It assumes no shape of the likes. With four posts it is "
     "the "
     "lowest and the highest of them, which is 87.5\xC2\xA0%; with fewer there is none.",
     "Hettmansperger and Sheather, 1986."},
    {"formula-expected", "Expected engagement rate",
     "A smooth line through the published medians of one platform and one denominator, on log axes, each median at the "
     "geometric middle of its band of followers. The band around it holds 80\xC2\xA0% of accounts; its width comes "
     "from "
     "the published classes or quartiles. Means and medians, and two denominators, are never mixed.",
     "Ours, over published figures of grades A and B; grade C only where there is nothing better, and then it says "
     "so."},
    {"formula-shrunk", "Few posts",
     "The median of the posts is drawn toward what is expected at the size, the more so the fewer the posts: weight of "
     "the data = spread between accounts\xC2\xB2 \xC3\xB7 (that + variance of the sample median), on the log scale. "
     "How "
     "far one account's posts vary is published by nobody: a log variance of ln 2 is assumed, worth one post.",
     "Empirical Bayes, in general use in statistics."},
    {"formula-percentile", "Percentile among accounts of the size",
     "Where the rate lies in the log-normal spread around the expected rate. Its range carries the rate's own "
     "interval.",
     "Ours, over the same published figures."},
    {"formula-fee", "Fee of a post",
     "Each published method as its publisher states it. The range goes from the lowest to the highest of grades A and "
     "B "
     "that the data allows; the middle one is their median.",
     "The publishers named beside each method."},
    {"formula-growth", "Next line",
     "The mean drift of the follower count on a log scale, with a 90\xC2\xA0% interval from its changes over long "
     "stretches; the dates are those at which the line would be reached at the high, middle and low growth.",
     "Random walk with drift: Hyndman and Athanasopoulos, Forecasting: Principles and Practice."},
    {"formula-funnel", "What a campaign brings",
     "reach = followers \xC3\x97 reach rate, of each post that appears; impressions = reach \xC3\x97 frequency; clicks "
     "= impressions "
     "\xC3\x97 click rate; orders = clicks \xC3\x97 conversion rate; net revenue = orders \xC3\x97 order value "
     "\xC3\x97 (1 \xE2\x88\x92 discount) \xC3\x97 (1 \xE2\x88\x92 "
     "returns); contribution = net revenue \xC3\x97 margin \xC3\x97 incrementality \xC3\x97 repeat factor; profit = "
     "contribution \xE2\x88\x92 all "
     "costs; ROI = profit \xC3\xB7 costs.",
     "In general use; other sites leave out parts of it, see Plan a campaign."},
    {"formula-odds", "Odds of a campaign",
     "Each input that is a range is drawn thousands of times: amounts log-normal, rates logit-normal, the ends of the "
     "range being their 5 % and 95 % points. What belongs to a creator (followers, engagement, reach, whether a post "
     "appears) is drawn for each creator, all else once for the campaign: many creators even out the first and never "
     "the second.",
     "Monte Carlo on a scrambled Sobol' sequence; the same seed gives the same answer."},
    {"formula-unique", "Unique reach",
     "market \xC3\x97 (1 \xE2\x88\x92 the product, over the creators, of (1 \xE2\x88\x92 people reached \xC3\xB7 "
     "market)). Without a market size the sum "
     "is shown, which is the most that it can be.",
     "Sainsbury's formula, in general use in media planning."},
    {"formula-break-even", "Break-even and highest fee",
     "Orders: costs \xC3\xB7 what one order contributes. Highest fee: the one at which the median profit is 0; and the "
     "one at "
     "which profit is as likely as asked for.",
     "In general use; the fee by chance is ours."},
    {"formula-updated", "What results teach",
     "Clicks of impressions and orders of clicks move the planned range of the rate as counts of successes do; "
     "averages "
     "move it the more, the more posts or orders they are taken over.",
     "Bayes' rule, in general use in statistics."},
    {"formula-pick", "Best set of creators",
     "Of all sets within the budget and the other bounds the one with the highest expected value, by branch and bound: "
     "whole branches are left out only where no set in them can be better. Unique reach becomes a sum by its "
     "logarithm.",
     "Integer programming, in general use."},
};

}  // namespace

std::span<const Formula> formulas() { return table; }

}  // namespace mf::ui
