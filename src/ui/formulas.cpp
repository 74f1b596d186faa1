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
};

}  // namespace

std::span<const Formula> formulas() { return table; }

}  // namespace mf::ui
