#include "core/disagreements.h"

namespace mf::core {
namespace {

using Id = std::string_view;

constexpr Id instagram_size[] = {"B0201", "B0202", "B0203", "B0132", "B0133",
                                 "B0134", "B0143", "B0144", "B0238", "B0239"};
constexpr Id instagram_rise[] = {"B0573", "B0197", "B0198", "B0199", "B0130", "B0131", "B0132"};
constexpr Id instagram_level[] = {"B0144", "B0203", "B0134"};
constexpr Id instagram_kind[] = {"B0130", "B0131", "B0132", "B0133", "B0134",
                                 "B0136", "B0137", "B0138", "B0139", "B0140"};
constexpr Id instagram_audience[] = {"B0560", "B0562", "B0563", "B0564"};
constexpr Id tiktok_size_by_views[] = {"B0204", "B0210", "B0323", "B0322"};
constexpr Id tiktok_size_by_followers[] = {"B0211", "B0214", "B0217", "B0240", "B0242", "B0244"};
constexpr Id x_size[] = {"B0334", "B0265", "B0272", "B0250", "B0254"};
constexpr Id x_level[] = {"B0265", "B0266", "B0267", "B0268", "B0250", "B0251", "B0252", "B0253"};
constexpr Id x_two_tables[] = {"B0266", "B0278"};
constexpr Id x_kind[] = {"B0697"};
constexpr Id linkedin_level[] = {"B0661", "B0294", "B0260", "B0264"};
constexpr Id nano_fee[] = {"B0367", "B0361"};
constexpr Id instagram_cpm[] = {"B0410", "B0414"};
constexpr Id size_and_return[] = {"B0575", "B0572", "B0578"};

constexpr Disagreement table[] = {
    {Platform::instagram, "size",
     "Above 100,000 followers, engagement by followers rises at Modash, stays level in HypeAuditor's table of 2018, "
     "and "
     "falls on in HypeAuditor's table of 2026 and at SociaVault.",
     instagram_size},
    {Platform::instagram, "size",
     "Modash and HypeAuditor find that engagement by followers falls from the smallest accounts on; Wies and others "
     "find that engagement in campaigns first rises with followers and then falls.",
     instagram_rise},
    {Platform::instagram, "level",
     "For accounts above a million followers HypeAuditor gives 0.33 % in 2026 and gave 1.54 % in 2018; Modash calls "
     "1.02 to 1.27 % average.",
     instagram_level},
    {Platform::instagram, "kind",
     "HypeAuditor's page of 2018 prints a median above the average for every size, which such rates never have; we "
     "read "
     "the two labels as swapped.",
     instagram_kind},
    {Platform::instagram, "audience",
     "Heepsy finds clean audiences less often among the largest accounts; HypeAuditor finds more low-quality followers "
     "among micro-influencers than among the largest accounts.",
     instagram_audience},
    {Platform::instagram, "cpm",
     "Per 1,000 impressions inzpire.me books at $32 to $42; Influencer Hero says $5 to $15.", instagram_cpm},
    {Platform::tiktok, "size",
     "By views, engagement falls with size among Modash's creators and rises with size among Rival IQ's brands.",
     tiktok_size_by_views},
    {Platform::tiktok, "size",
     "By followers, Modash finds a low between 50,000 and 100,000 followers and a rise above; SociaVault finds a fall "
     "throughout, from a level about five times as high.",
     tiktok_size_by_followers},
    {Platform::x, "size",
     "AccuraCast finds the same engagement by followers at every size; PlayerSells and SociaVault find that it falls.",
     x_size},
    {Platform::x, "level",
     "Up to 500,000 followers, SociaVault's rates by followers are two to ten times those of PlayerSells for the same "
     "sizes.",
     x_level},
    {Platform::x, "level",
     "One table of PlayerSells gives 0.68 % for 10,000 to 50,000 followers, its other table 0.084 % for 10,000 to "
     "100,000.",
     x_two_tables},
    {Platform::x, "kind",
     "Over all accounts, PlayerSells' mean is 40 times its median: a benchmark that is a mean cannot be held against "
     "one that is a median.",
     x_kind},
    {Platform::linkedin, "level",
     "Voketa's average rate by impressions is a seventh of what Socialinsider gives, and below SociaVault's lowest "
     "size.",
     linkedin_level},
    {Platform::any, "fee",
     "For a post of a nano-influencer Klear's survey of 2019 finds $41; IZEA's platform paid $1,105 in 2022.",
     nano_fee},
    {Platform::any, "return",
     "Per unit of spend small accounts return about ten times as much in Beichert and others (2024); in Leung and "
     "others (2022) larger accounts return more; an experiment of 2018 finds no difference in the intention to buy.",
     size_and_return},
};

}  // namespace

std::span<const Disagreement> disagreements() { return table; }

std::vector<const Disagreement*> disagreements(Platform platform) {
  std::vector<const Disagreement*> found;
  for (const Disagreement& one : table) {
    if (one.platform == platform && platform != Platform::any) found.push_back(&one);
  }
  for (const Disagreement& one : table) {
    if (one.platform == Platform::any) found.push_back(&one);
  }
  return found;
}

}  // namespace mf::core
