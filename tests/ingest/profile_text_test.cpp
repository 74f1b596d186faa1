#include "ingest/profile_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest/read.h"

using namespace mf;
using namespace mf::ingest;

namespace {

Reading profile_of(std::string_view text, const Hints& hints = {}) {
  const auto reading = read(text, hints);
  REQUIRE_MESSAGE(reading, (std::string(text) + ": " + (reading ? std::string() : reading.error().message)));
  CHECK(reading->format == "profile-text");
  CHECK(reading->kind == Kind::account);
  return *reading;
}

std::string code_of(std::string_view text) {
  const auto reading = read(text);
  REQUIRE_FALSE(reading);
  return reading.error().code;
}

bool warns(const Reading& reading, std::string_view part) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [part](const std::string& warning) { return warning.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("golden: one sentence gives the account and its post") {
  const Reading reading =
      profile_of("25,000 followers, 800 likes, 40 comments, 30 saves, 20 shares, reach 7,500, views 9,000");
  CHECK(reading.account.followers == core::Count::exact(25000));
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 800);
  CHECK(reading.posts[0].comments == 40);
  CHECK(reading.posts[0].saves == 30);
  CHECK(reading.posts[0].shares == 20);
  CHECK(reading.posts[0].reach == 7500);
  CHECK(reading.posts[0].views == 9000);
  CHECK(reading.account.platform == core::Platform::any);
  CHECK(reading.mapping[0] == Mapping{"25,000 followers", "followers"});
  CHECK(reading.mapping[5] == Mapping{"reach 7,500", "reach"});
}

TEST_CASE("golden: followers and likes") {
  const Reading reading = profile_of("20,000 followers, 500 likes");
  CHECK(reading.account.followers == core::Count::exact(20000));
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 500);
}

TEST_CASE("profile headers of the sites, each as it is copied") {
  struct Row {
    const char* text;
    double followers, low, high;
    double following;   // -1: not given
    double post_count;  // -1: not given
    core::Platform platform;
  };
  using enum core::Platform;
  const Row rows[] = {
      {"1,234 posts 12.3K followers 567 following", 12300, 12250, 12350, 567, 1234, instagram},
      {"1,234 posts\n12.3K followers\n567 following", 12300, 12250, 12350, 567, 1234, instagram},
      {"1,234\nposts\n12.3K\nfollowers\n567\nfollowing\n", 12300, 12250, 12350, 567, 1234, instagram},
      {"1,234  12.3K  567\nposts followers following", 12300, 12250, 12350, 567, 1234, instagram},
      {"posts followers following\r\n1,234\t12.3K\t567", 12300, 12250, 12350, 567, 1234, instagram},
      {"70.2k Followers, 626 Following, 156 Posts - See Instagram photos and videos from NAME 2000 (@HANDLE)", 70200,
       70150, 70250, 626, 156, instagram},
      {"123 Following 45.6K Followers 1.2M Likes", 45600, 45550, 45650, 123, -1, tiktok},
      {"123Following45.6KFollowers1.2MLikes", 45600, 45550, 45650, 123, -1, tiktok},
      {"2 12 2,047\nFollowing Followers Likes", 12, 12, 12, 2, -1, tiktok},
      {"@HANDLE \u2022 12.3K subscribers \u2022 210 videos", 12300, 12250, 12350, -1, 210, youtube},
      {"\u200e12.3K subscribers", 12300, 12250, 12350, -1, -1, youtube},
      {"1,234 Following\n56.7K Followers", 56700, 56650, 56750, 1234, -1, any},
      {"Joined March 2015 1,234 Following 56.7K Followers", 56700, 56650, 56750, 1234, -1, any},
      {"12 300 followers, 567 following", 12300, 12300, 12300, 567, -1, any},
      {"Followers: 25,000", 25000, 25000, 25000, -1, -1, any},
      {"I have 25,000 Instagram followers", 25000, 25000, 25000, -1, -1, any},
      // de
      {"1.234 Beitr\u00e4ge \u00b7 45,6 Tsd. Follower", 45600, 45550, 45650, -1, 1234, any},
      {"1,5\u00a0Mio. Follower", 1.5e6, 1.45e6, 1.55e6, -1, -1, any},
      {"56 Beitr\u00e4ge\n1.234 Follower\n300 Gefolgt", 1234, 1234, 1234, 300, 56, instagram},
      // es, pt: mil is a thousand
      {"274 mil seguidores", 274e3, 273500, 274500, -1, -1, any},
      {"2,4 mil seguidores", 2400, 2350, 2450, -1, -1, any},
      {"12,3 mil suscriptores", 12300, 12250, 12350, -1, -1, youtube},
      {"1,2 M de suscriptores", 1.2e6, 1.15e6, 1.25e6, -1, -1, youtube},
      {"50 publicaciones 1234 seguidores 80 seguidos", 1234, 1234, 1234, 80, 50, instagram},
      {"1,2 mi de inscritos", 1.2e6, 1.15e6, 1.25e6, -1, -1, youtube},
      // fr: abonn\u00e9s follow you, abonnements are followed
      {"120 publications 12,3 k abonn\u00e9s 321 abonnements", 12300, 12250, 12350, 321, 120, instagram},
      {"1,2 M d\u2019abonn\u00e9s", 1.2e6, 1.15e6, 1.25e6, -1, -1, any},
      // ja, ko
      {"\u30d5\u30a9\u30ed\u30ef\u30fc2.6\u4e07\u4eba", 26000, 25500, 26500, -1, -1, any},
      {"2.6\u4e07\u30d5\u30a9\u30ed\u30ef\u30fc", 26000, 25500, 26500, -1, -1, any},
      {"\u30c1\u30e3\u30f3\u30cd\u30eb\u767b\u9332\u8005\u6570 1.2\u4e07\u4eba", 12000, 11500, 12500, -1, -1, youtube},
      {"9.9\ub9cc \ud314\ub85c\uc6cc", 99000, 98500, 99500, -1, -1, any},
      {"\ud314\ub85c\uc6cc 1.2\ub9cc\uba85", 12000, 11500, 12500, -1, -1, any},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Reading reading = profile_of(row.text);
    REQUIRE(reading.account.followers);
    CHECK(reading.account.followers->value == row.followers);
    CHECK(reading.account.followers->low == row.low);
    CHECK(reading.account.followers->high == row.high);
    CHECK((reading.account.following ? reading.account.following->value : -1) == row.following);
    CHECK((reading.account.post_count ? reading.account.post_count->value : -1) == row.post_count);
    CHECK(reading.account.platform == row.platform);
    CHECK(reading.posts.empty());
  }
}

TEST_CASE("profile headers in every language, each number under its own word") {
  struct Row {
    const char* text;
    double followers;
    double following;   // -1: not given
    double post_count;  // -1: not given
  };
  const Row rows[] = {
      // de: Abonnenten follow, and abonniert is what one follows
      {"Abonniert 321 Abonnenten 4.567", 4567, 321, -1},
      // it, nl, pl
      {"48 post 12,3 mila follower 321 profili seguiti", 12300, 321, 48},
      {"1,2 Mln di iscritti 210 video", 1.2e6, -1, 210},
      {"12,3K volgers 321 volgend 48 berichten", 12300, 321, 48},
      {"1,2 mln. abonnees • 210 video's", 1.2e6, -1, 210},
      {"48 posty 12,3 tys. obserwujących 321 obserwowani", 12300, 321, 48},
      {"1,2 mln subskrybentów • 210 filmów", 1.2e6, -1, 210},
      // tr: B is a thousand; takip is who is followed
      {"48 gönderi 12,3 B takipçi 321 takip", 12300, 321, 48},
      {"321 Takip Edilen\n1,2 Mn Takipçi", 1.2e6, 321, -1},
      {"45,6 B abone • 210 video", 45600, -1, 210},
      // ru, uk, bg, sr
      {"48 публикаций 12,3 тыс. подписчиков 321 подписок", 12300, 321, 48},
      {"Подписчики: 1,2 млн. Подписки: 321", 1.2e6, 321, -1},
      {"12,3 тис. підписників", 12300, -1, -1},
      {"12,3 хил. последователи", 12300, -1, -1},
      {"12,3 хиљ. пратилаца", 12300, -1, -1},
      // ja, ko, zh: labels before and after, counters between
      {"投稿48件 フォロワー2.6万人 フォロー中321人", 26000, 321, 48},
      {"게시물 48 팔로워 1.2만 팔로우 321", 12000, 321, 48},
      {"구독자 3.4만명 동영상 210개", 34000, -1, 210},
      {"321 关注 4.5万 粉丝", 45000, 321, -1},
      {"48 則貼文 12.3萬 位追蹤者 321 追蹤中", 123000, 321, 48},
      {"フォロワー 1.2万人・フォロー中 345人", 12000, 345, -1},
      {"1.2万位订阅者 • 210 个视频", 12000, -1, 210},
      {"321 正在关注 4,567 关注者", 4567, 321, -1},
      // hi: composed and decomposed letters, Devanagari digits
      {"४८ पोस्ट १.२ लाख फ़ॉलोअर ३२१ फ़ॉलोइंग", 120000, 321, 48},
      {"1.2 लाख फ\u093Cॉलोअर", 120000, -1, -1},
      {"12.3 हज़ार सब्सक्राइबर", 12300, -1, -1},
      // ar: right to left, its own digits and marks, one vowel between following and followed
      {"٤٨ منشورًا\n١٢٫٣ ألف متابع\nيتابع ٣٢١", 12300, 321, 48},
      {"\u200f١٬٢٣٤ متابع\u200f", 1234, -1, -1},
      {"321 المتاب\u064Eعون 1.2 مليون المتاب\u0650عون", 1.2e6, 321, -1},
      {"1.2 مليون مشترك", 1.2e6, -1, -1},
      {"12.3K\u200f עוקבים", 12300, -1, -1},
      {"۱۲٫۳ هزار دنبال\u200cکننده", 12300, -1, -1},
      // id: M is a thousand millions; vi: N, Tr; hu: E
      {"48 postingan 12,3 rb pengikut 321 diikuti", 12300, 321, 48},
      {"1,2 jt pengikut", 1.2e6, -1, -1},
      {"1,2 M pengikut", 1.2e9, -1, -1},
      {"12,3 N người theo dõi", 12300, -1, -1},
      {"1,2 Tr người theo dõi", 1.2e6, -1, -1},
      {"12,3 E követő", 12300, -1, -1},
      // pt, ro, cs, sk, hr: "mi" and "mil." are not always a thousand
      {"1,2 mi de seguidores", 1.2e6, -1, -1},
      {"1,2 mil. sledujících", 1.2e6, -1, -1},
      {"12,3 tis. sledovateľov", 12300, -1, -1},
      {"1,2 mil. urmăritori", 1.2e6, -1, -1},
      {"12,3 tis. pratitelja", 12300, -1, -1},
      // sv, da, fi, el, ca, th
      {"12,3 tn följare", 12300, -1, -1},
      {"12,3 t følgere", 12300, -1, -1},
      {"12,3 t. seuraajaa", 12300, -1, -1},
      {"12,3 χιλ. ακόλουθοι", 12300, -1, -1},
      {"1,2 M seguidors", 1.2e6, -1, -1},
      {"12.3K ผู้ติดตาม", 12300, -1, -1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto reading = read(row.text);
    CHECK_MESSAGE(reading, (reading ? std::string() : reading.error().message));
    if (!reading) continue;
    CHECK((reading->account.followers ? reading->account.followers->value : -1) == row.followers);
    CHECK((reading->account.following ? reading->account.following->value : -1) == row.following);
    CHECK((reading->account.post_count ? reading->account.post_count->value : -1) == row.post_count);
  }
}

TEST_CASE("copies whose spaces are gone read the same, in any language") {
  for (const char* text : {"123Following45.6KFollowers1.2MLikes", "123Takip45,6BTakipçi1,2MBeğeni",
                           "123Gefolgt45,6KFollower1,2MLikes", "123подписки45,6Kподписчики1,2Mлайки",
                           "123seguidos45,6Kseguidores1,2MMe gusta", "123关注4.56万粉丝120万获赞"}) {
    CAPTURE(text);
    const Reading reading = profile_of(text);
    CHECK(reading.account.following == core::Count::exact(123));
    REQUIRE(reading.account.followers);
    CHECK(reading.account.followers->value == 45600);
    CHECK(reading.account.platform == core::Platform::tiktok);
    CHECK(reading.posts.empty());
  }
}

TEST_CASE("words that differ by a letter are not taken for each other; what stays open is asked for") {
  // Without its vowel the Arabic word of X is the same for both.
  CHECK(code_of("321 المتابعون 1,234 المتابعون") == "ambiguous-counts");
  CHECK(code_of("подписчики 1234 подписки") == "ambiguous-counts");
  CHECK(code_of("1.234 abonnés 567 890 abonnements 3") == "ambiguous-counts");
  CHECK(code_of("粉丝 1.2万 关注") == "ambiguous-counts");
  // A word of no language known here is no label.
  CHECK(code_of("12.3K blorps") == "no-numbers");
}

TEST_CASE("words of a sentence are not taken for labels") {
  const Reading reading =
      profile_of("My account has 12.3K followers and I like 5 things. Last post: 800 likes and 40 comments per post.");
  CHECK(reading.account.followers->value == 12300);
  CHECK_FALSE(reading.account.post_count);
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].likes == 800);
  CHECK(reading.posts[0].comments == 40);
}

TEST_CASE("a whole page around the header does not disturb it") {
  const Reading reading = profile_of(
      "A Name\n@USER\nBio with 10 years of 24/7 coffee, since 2015\nLink: https://example.org/likes/123\nJoined March "
      "2015\n"
      "1,234 Following\n56.7K Followers\nPosts\nReplies\nMedia\nLikes\n");
  CHECK(reading.account.followers->value == 56700);
  CHECK(reading.account.following->value == 1234);
  CHECK(reading.account.handle == "USER");
  CHECK(reading.posts.empty());
}

TEST_CASE("likes of a TikTok header are the account's total, and said to be") {
  const Reading reading = profile_of("123 Following 45.6K Followers 1.2M Likes");
  CHECK(reading.posts.empty());
  CHECK(warns(reading, "\"1.2M Likes\" is the account's total"));
  CHECK(reading.mapping.back() == Mapping{"1.2M Likes", ""});
}

TEST_CASE("handles: in parentheses, alone, first on a line; never from an address") {
  CHECK(profile_of("5 followers, NAME (@some.user)").account.handle == "some.user");
  CHECK(profile_of("@user \u2022 5 subscribers").account.handle == "user");
  CHECK(profile_of("@first\nwith @second and @third\n5 followers").account.handle == "first");
  CHECK(profile_of("mail me@example.org\n5 followers").account.handle.empty());
}

TEST_CASE("a bare number is taken as followers, and said to be") {
  const Reading reading = profile_of("12.3K");
  CHECK(reading.account.followers == core::Count{12300, 12250, 12350});
  CHECK(warns(reading, "taken as followers"));
  CHECK(profile_of("1.234").account.followers->value == 1234);
  Hints spanish;
  spanish.locale = "es";
  CHECK(profile_of("274 mil", spanish).account.followers->value == 274e3);
}

TEST_CASE("a label that comes again begins the next post") {
  const Reading reading = profile_of("10K followers\n800 likes\n40 comments\n700 likes\n35 comments");
  REQUIRE(reading.posts.size() == 2);
  CHECK(reading.posts[1].comments == 35);
  CHECK(warns(reading, "2 posts were read"));
}

TEST_CASE("changes are not totals") {
  CHECK(code_of("new followers: 500") == "no-numbers");
  const Reading reading = profile_of("1,000 followers, 50 new followers");
  CHECK(reading.account.followers->value == 1000);
  CHECK(warns(reading, "is a change"));
}

TEST_CASE("the same total rounded and in full is one; two different totals are refused") {
  CHECK(*profile_of("12.3K followers\n12,345 followers").account.followers == core::Count::exact(12345));
  CHECK(code_of("12.3K followers\n45K followers") == "ambiguous-counts");
}

TEST_CASE("what could be bound in two ways, or in none, is refused with a way out") {
  for (const char* text :
       {"12.3K followers 567", "Posts 1,234 Followers 12.3K Following", "12 45 followers following posts", "5, 6, 7"}) {
    CAPTURE(text);
    const auto reading = read(text);
    REQUIRE_FALSE(reading);
    CHECK(reading.error().code == "ambiguous-counts");
    CHECK(reading.error().message.find("12,300 followers") != std::string::npos);
  }
}

TEST_CASE("numbers that cannot be counts are refused by name") {
  CHECK(code_of("-5") == "negative");
  CHECK(code_of("-5 followers") == "negative");
  CHECK(code_of("1e400") == "out-of-range");
  CHECK(code_of("1e400 followers") == "out-of-range");
  CHECK(code_of("99,999,999,999 followers") == "out-of-range");
  CHECK(code_of("1.2.3 followers") == "not-a-number");
  CHECK(code_of("NaN") == "no-numbers");
  CHECK(code_of("inf followers") == "no-numbers");
  CHECK(code_of("10K-50K") == "not-a-number");
  CHECK(code_of("12.5 followers") == "not-a-number");
}

TEST_CASE("percentages, dates, times and addresses are no counts") {
  for (const char* text : {"5% likes", "12:30 views", "2025-10-31 posts", "Reach me at https://example.org/12"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
}

TEST_CASE("a vertical list of labels and values is read as text") {
  const Reading reading = profile_of("Metric,Value\nFollowers,25000\nLikes,800\n");
  CHECK(reading.account.followers->value == 25000);
  CHECK(reading.posts[0].likes == 800);
}

TEST_CASE("posts without followers ask for them") {
  const Reading reading = profile_of("500 likes, 20 comments");
  CHECK(reading.needs == std::vector<std::string>{"followers"});
  CHECK(reading.posts.size() == 1);
}

TEST_CASE("what the caller knows of the platform wins") {
  Hints hints;
  hints.platform = core::Platform::x;
  CHECK(profile_of("12.3K followers", hints).account.platform == core::Platform::x);
}
