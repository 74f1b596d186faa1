// Files of downloads in the shapes that the platforms write, made up by us: the traps are real, the people are not.
#pragma once

#include <string_view>

namespace mf::ingest::fixtures {

inline constexpr std::string_view instagram_audience = R"({"organic_insights_audience":[{"title":"","media_map_data":{},
 "string_map_data":{
  "Date Range":{"href":"","value":"Oct 2 - Dec 30","timestamp":0},
  "Followers":{"href":"","value":"1,376","timestamp":0},
  "Followers Delta":{"href":"","value":"-1.4% vs Jul 4 - Oct 1","timestamp":0},
  "Follows":{"href":"","value":"42","timestamp":0},
  "Unfollows":{"href":"","value":"61","timestamp":0},
  "Overall followers":{"href":"","value":"-19","timestamp":0},
  "Follower Percentage by City":{"href":"","value":"Montreal: 30.9%, C\u00c3\u00b4te Saint-Luc: 4.5%","timestamp":0},
  "Total Follower Percentage for Men":{"href":"","value":"49.9%","timestamp":0},
  "Monday Follower Activity":{"href":"","value":"902","timestamp":0}}}]})";

// The first caption is "A 🤩", the second post has no number of saves and hidden likes.
inline constexpr std::string_view instagram_posts = R"({"organic_insights_posts":[
 {"title":"","media_map_data":{"Media Thumbnail":{"uri":"media/posts/1.jpg","creation_timestamp":1761012345,
   "title":"A \u00f0\u009f\u00a4\u00a9"}},
  "string_map_data":{
   "Creation Timestamp":{"href":"","value":"","timestamp":1761012345},
   "Profile visits":{"href":"","value":"12","timestamp":0},
   "Impressions":{"href":"","value":"1,878,217","timestamp":0},
   "Follows":{"href":"","value":"3","timestamp":0},
   "Accounts reached":{"href":"","value":"1644378","timestamp":0},
   "Saves":{"href":"","value":"210","timestamp":0},
   "Likes":{"href":"","value":"24,118","timestamp":0},
   "Comments":{"href":"","value":"301","timestamp":0},
   "Shares":{"href":"","value":"95","timestamp":0}}},
 {"title":"","media_map_data":{"Media Thumbnail":{"uri":"media/posts/2.jpg","creation_timestamp":1761098745,
   "title":"two"}},
  "string_map_data":{
   "Creation Timestamp":{"href":"","value":"","timestamp":1761098745},
   "Accounts reached":{"href":"","value":"812","timestamp":0},
   "Likes":{"href":"","value":"--","timestamp":0},
   "Comments":{"href":"","value":"0","timestamp":0}}}]})";

inline constexpr std::string_view instagram_reels = R"({"organic_insights_reels":[{"title":"","media_map_data":{},
 "string_map_data":{
  "Caption":{"href":"","value":"a reel","timestamp":0},
  "Upload Timestamp":{"href":"","value":"","timestamp":1760012345},
  "Duration":{"href":"","value":"30","timestamp":0},
  "Accounts reached":{"href":"","value":"5,120","timestamp":0},
  "Instagram Plays":{"href":"","value":"7,204","timestamp":0},
  "Instagram Likes":{"href":"","value":"410","timestamp":0},
  "Instagram Comments":{"href":"","value":"12","timestamp":0},
  "Instagram Shares":{"href":"","value":"33","timestamp":0},
  "Instagram Saves":{"href":"","value":"41","timestamp":0}}}]})";

inline constexpr std::string_view instagram_reach = R"({"organic_insights_reach":[{"title":"","media_map_data":{},
 "string_map_data":{
  "Date Range":{"href":"","value":"Oct 2 - Dec 30","timestamp":0},
  "Accounts Reached":{"href":"","value":"41,003","timestamp":0},
  "Accounts Reached Delta":{"href":"","value":"+26.9% vs Jul 4 - Oct 1","timestamp":0},
  "Followers":{"href":"","value":"0.1%","timestamp":0},
  "Non-Followers":{"href":"","value":"99.9%","timestamp":0},
  "Impressions":{"href":"","value":"66,120","timestamp":0},
  "Profile visits":{"href":"","value":"519","timestamp":0},
  "External link taps":{"href":"","value":"7","timestamp":0}}}]})";

inline constexpr std::string_view instagram_interactions = R"({"organic_insights_interactions":[{
 "title":"","media_map_data":{},"string_map_data":{
  "Date Range":{"href":"","value":"Oct 2 - Dec 30","timestamp":0},
  "Content Interactions":{"href":"","value":"2,210","timestamp":0},
  "Content Interactions Delta":{"href":"","value":"-3.1% vs Jul 4 - Oct 1","timestamp":0},
  "Post Likes":{"href":"","value":"1,400","timestamp":0},
  "Accounts engaged":{"href":"","value":"903","timestamp":0},
  "Engaged Account By Follow Type":{"href":"","value":"Followers: 1.9%, Non-followers: 98.1%","timestamp":0}}}]})";

inline constexpr std::string_view instagram_german_audience = R"({"organic_insights_audience":[{"string_map_data":{
  "Zeitraum":{"href":"","value":"2. Okt. - 30. Dez.","timestamp":0},
  "Follower":{"href":"","value":"12.345","timestamp":0},
  "Prozentsatz der Follower nach Land":{"href":"","value":"Deutschland: 84,5%, Schweiz: 5,1%","timestamp":0},
  "Prozentsatz der m\u00c3\u00a4nnlichen Follower":{"href":"","value":"84,5%","timestamp":0}}}]})";

// The keys are written byte by byte in the first post and rightly in the second, as newer downloads mix them.
inline constexpr std::string_view instagram_german_posts = R"({"organic_insights_posts":[
 {"media_map_data":{"Medien-Miniatur":{"title":"f\u00c3\u00bcr dich"}},"string_map_data":{
  "Erstellungszeitstempel":{"href":"","value":"","timestamp":1761012345},
  "Erreichte Konten":{"href":"","value":"12.345","timestamp":0},
  "\u00e2\u0080\u009eGef\u00c3\u00a4llt mir\u00e2\u0080\u009c-Angaben":{"href":"","value":"1.204","timestamp":0},
  "Kommentare":{"href":"","value":"31","timestamp":0},
  "Geteilt":{"href":"","value":"8","timestamp":0},
  "Gespeichert":{"href":"","value":"5","timestamp":0},
  "Neue Follower":{"href":"","value":"2","timestamp":0}}},
 {"media_map_data":{"Medien-Miniatur":{"title":"für alle"}},"string_map_data":{
  "Erstellungszeitstempel":{"href":"","value":"","timestamp":1761098745},
  "„Gefällt mir“-Angaben":{"href":"","value":"98","timestamp":0}}}]})";

inline constexpr std::string_view instagram_followers = R"([
 {"title":"","media_list_data":[],"string_list_data":[
   {"href":"https://www.instagram.com/first.person","value":"first.person","timestamp":1776177738}]},
 {"title":"","media_list_data":[],"string_list_data":[
   {"href":"https://www.instagram.com/second.person","value":"second.person","timestamp":1776177000}]},
 {"title":"third.person","string_list_data":[
   {"href":"https://www.instagram.com/_u/third.person","timestamp":1761012345}]}])";

inline constexpr std::string_view instagram_following = R"({"relationships_following":[{"title":"third.person",
 "string_list_data":[{"href":"https://www.instagram.com/_u/third.person","timestamp":1761012345}]}]})";

inline constexpr std::string_view instagram_media = R"([{"media":[{"uri":"media/posts/202510/1.jpg",
 "creation_timestamp":1761012345,"media_metadata":{"photo_metadata":{"exif_data":[{"latitude":1.5,"longitude":2.5}]}},
 "title":"a caption"}]}])";

inline constexpr std::string_view instagram_posts_page = R"(<html><head><base href="../../"/><title>Posts</title>
<style>.a{b:"</td>"}</style></head><body><main class="_a706" role="main">
<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><div class="_a6-p"><table style="table-layout: fixed;">
<tr><td colspan="2" class="_2pin _a6_q">Caption<div><div>caf&#233; &amp; &quot;you&quot;<br />second line</div></div></td></tr>
<tr><td class="_2pin _a6_q">Creation Timestamp</td><td class="_2pin _2piu _a6_r">Sep 09, 2025 12:40 am</td></tr>
<tr><td colspan="2" class="_2pin _a6_q">Accounts reached<div><div>3,537</div></div></td></tr>
<tr><td colspan="2" class="_2pin _a6_q">Likes<div><div>120</div></div></td></tr></table></div></div>
<div class="pam _3-95"><div class="_a6-p"><table>
<tr><td class="_2pin _a6_q">Creation Timestamp</td><td>Sep 10, 2025 1:05 pm</td></tr>
<tr><td colspan="2">Likes<div><div>98</div></div></td></tr>
<tr><td colspan="2">Saves<div><div>--</div></div></td></tr></table></div></div></main></body></html>)";

inline constexpr std::string_view instagram_audience_page = R"(<!DOCTYPE html><html><body><main role="main"><table>
<tr><td colspan="2">Date Range<div><div>Oct 2 - Dec 30</div></div></td></tr>
<tr><td colspan="2">Followers<div><div>3,537</div></div></td></tr>
<tr><td colspan="2">Follows<div><div>844</div></div></td></tr>
<tr><td colspan="2">Unfollows<div><div>94</div></div></td></tr>
<tr><td colspan="2">Overall followers<div><div>750</div></div></td></tr></table></main></body></html>)";

inline constexpr std::string_view instagram_followers_page = R"(<html><head><title>Followers</title></head><body>
<a href="https://www.instagram.com/">Instagram</a><main class="_a706" role="main">
<div class="x"><div><a target="_blank" href="https://www.instagram.com/first.person">first.person</a></div>
<div>Oct 20, 2025 8:23 am</div></div>
<div class="x"><div><a target="_blank" href="https://www.instagram.com/second.person">second.person</a></div>
<div>Oct 20, 2025 8:24 am</div></div></main></body></html>)";

inline constexpr std::string_view tiktok_new = R"({
 "Your Activity":{"Follower List":{"FansList":[{"Date":"2026-02-28 14:50:03","UserName":"first.person"},
   {"Date":"2026-02-27 14:50:03","UserName":"second.person"}]},
  "Watch History":{"VideoList":[{"Date":"2026-02-28 14:50:03","Link":"https://www.tiktokv.com/share/video/1/"}]}},
 "Likes and Favorites":{"Like List":{"ItemFavoriteList":[{"date":"2026-02-28 14:50:03","link":"https://x/","likes":"9"}]}},
 "Comment":{"Comments":{"CommentsList":null}},
 "Profile And Settings":{"Profile Info":{"ProfileMap":{"PlatformInfo":[],"accountRegion":"","displayName":"Our Own",
   "emailAddress":"own@example.org","followerCount":5012,"followingCount":3552,"likesReceived":"16443",
   "telephoneNumber":"+10000000","userName":"our.own"}}},
 "Post":{"Posts":{"VideoList":[
  {"Date":"2026-02-28 14:50:03","Link":"https://video-useast5.tiktokv.example/a","Likes":"0","WhoCanView":"Everyone",
   "ContentDisclosure":"Branded Content","Title":"N/A","NumberOfCollections":"N/A"},
  {"Date":"2026-02-20 10:00:00","Link":"https://video-useast5.tiktokv.example/b","Likes":"1204","Title":"a title"},
  {"Date":"2026-02-19 10:00:00","Link":"https://video-useast5.tiktokv.example/c","Likes":"None","Title":"N/A"}]}}})";

inline constexpr std::string_view tiktok_old = R"({
 "Activity":{"Follower List":{"FansList":[{"Date":"2023-01-01 00:00:00","UserName":"first.person"}]},
  "Like List":{"ItemFavoriteList":[{"Date":"2023-01-01 00:00:00","Link":"https://x/"}]},
  "Video Browsing History":{"VideoList":[{"Date":"2023-01-01 00:00:00","Link":"https://x/","Likes":"77"}]}},
 "Profile":{"Profile Information":{"ProfileMap":{"userName":"our.own","likesReceived":"None"}}},
 "Video":{"Videos":{"VideoList":[{"Date":"2023-01-01 00:00:00","Link":"https://x/","Likes":"41"}]}}})";

inline constexpr std::string_view x_tweets = R"(window.YTD.tweets.part0 = [
 {"tweet":{"id_str":"1741467890123456789","favorite_count":"31","retweet_count":"4",
  "created_at":"Sun Dec 31 14:36:59 +0000 2023","full_text":"ours &amp; whole \ud83d\ude00"}},
 {"tweet":{"id_str":"1741467890123456790","favorite_count":"0","retweet_count":"9001",
  "created_at":"Sun Dec 31 15:36:59 +0000 2023","full_text":"RT @first.person: theirs"}},
 {"tweet":{"id_str":"1741467890123456791","favorite_count":"1","retweet_count":"0",
  "created_at":"Sun Dec 31 16:36:59 +0000 2023","full_text":"@second.person thanks"}}];
)";

inline constexpr std::string_view x_followers = R"(window.YTD.follower.part0 = [
 {"follower":{"accountId":"11","userLink":"https://twitter.com/intent/user?user_id=11"}},
 {"follower":{"accountId":"12","userLink":"https://twitter.com/intent/user?user_id=12"}}])";

inline constexpr std::string_view x_account = R"(window.YTD.account.part0 = [{"account":{"email":"own@example.org",
 "username":"our_own","accountId":"10","createdAt":"2009-06-30T07:52:16.000Z","accountDisplayName":"Our Own"}}])";

inline constexpr std::string_view all[] = {instagram_audience,
                                           instagram_posts,
                                           instagram_reels,
                                           instagram_reach,
                                           instagram_interactions,
                                           instagram_german_audience,
                                           instagram_german_posts,
                                           instagram_followers,
                                           instagram_following,
                                           instagram_media,
                                           instagram_posts_page,
                                           instagram_audience_page,
                                           instagram_followers_page,
                                           tiktok_new,
                                           tiktok_old,
                                           x_tweets,
                                           x_followers,
                                           x_account};

}  // namespace mf::ingest::fixtures
