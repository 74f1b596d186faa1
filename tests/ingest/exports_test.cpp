// Each export that has been seen in a real file: a file of ours in its exact shape, and what has to come of it, in the
// words of facts.h. What is inside zips, workbooks and downloads stands in the tests of those.
#include <doctest/doctest.h>

#include <string>

#include "facts.h"

using namespace mf;
using namespace mf::ingest;
using facts::check;

namespace {

// As spreadsheets and report tools write what they call .xls.
std::string xls(std::string_view rows) {
  return "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\"><style>td{}</style>"
         "</head><body><table border=1>" +
         std::string(rows) + "</table></body></html>";
}

}  // namespace

TEST_CASE("Meta: tables of content and of days") {
  check({
      {"Instagram content",
       "\xEF\xBB\xBF\"Post ID\",\"Account ID\",\"Account username\",\"Account name\",Description,\"Duration "
       "(sec)\",\"Publish time\",Permalink,\"Post type\",\"Data "
       "comment\",Date,Views,Reach,Likes,Shares,Comments,Saves,Follows\n"
       "18355151116178767,17841400000000001,our.account,\"Our Account\",\"first line\n\nsecond, \"\"line\"\" "
       "#tag\",30,\"03/18/2025 09:48\",https://www.instagram.com/reel/DHWRIh_CLiR/,\"IG "
       "reel\",,Lifetime,52,37,3,0,0,0,\n"
       "18355151116178768,17841400000000001,our.account,\"Our Account\",two,0,\"03/02/2025 "
       "11:00\",https://www.instagram.com/p/DHWRIh_CLiS/,\"IG carousel\",,Lifetime,465,15735,30,1,2,3,1\n",
       {"posts = 2", "handle = our.account", "platform = instagram", "followers = absent",
        "post 1 id = 18355151116178767", "post 1 caption = first line\n\nsecond, \"line\" #tag",
        "post 1 date = 2025-03-18T09:48:00", "post 2 date = 2025-03-02T11:00:00", "post 1 format = reel",
        "post 2 reach = 15735", "post 2 shares = 1", "post 2 comments = 2", "post 2 saves = 3"}},
      {"Instagram content of 2023: other order, impressions",
       "Post ID,Account username,Publish time,Post type,Date,Impressions,Comments,Saves,Reach,Follows\n"
       "1,our.account,03/18/2024 09:48,IG image,Lifetime,500,2,3,400,\n",
       {"post 1 impressions = 500", "post 1 views = absent", "post 1 comments = 2", "post 1 reach = 400"}},
      {"Instagram content in German",
       "\xEF\xBB\xBF\"Beitrags-ID\",\"Nutzername des Kontos\",Beschreibung,Veröffentlichungszeitpunkt,Permalink,"
       "Beitragsart,Datum,Aufrufe,Reichweite,„Gefällt mir“-Angaben,Geteilte Inhalte,Kommentare,Gespeichert,Neue "
       "Follower\n"
       "18355151116178767,our.account,eins,18.03.2025 09:48,https://www.instagram.com/reel/A/,IG-Reel,Gesamte "
       "Laufzeit,52,37,3,1,4,2,\n",
       {"post 1 id = 18355151116178767", "handle = our.account", "post 1 caption = eins", "post 1 format = reel",
        "post 1 date = 2025-03-18T09:48:00", "post 1 likes = 3", "post 1 shares = 1", "post 1 saves = 2",
        "followers = absent"}},
      {"Facebook content: the sum beside its parts, the caption in the title, Views twice",
       "\"Post ID\",\"Page ID\",\"Page name\",Title,Description,\"Duration (sec)\",\"Publish time\",\"Caption "
       "type\",Permalink,\"Is crosspost\",\"Is share\",\"Post type\",Languages,\"Custom labels\",\"Funded content "
       "status\",\"Data comment\",Date,Views,Reach,\"Reactions, Comments and "
       "Shares\",Reactions,Comments,Shares,Views,\"Total clicks\",\"Link Clicks\",\"Other Clicks\",\"Matched Audience "
       "Targeting Consumption (Photo Click)\",\"Seconds viewed\",\"Average Seconds viewed\",\"Estimated earnings "
       "(USD)\",\"Ad impressions\"\n"
       "122158123456789012,100012345678901,Our Page,\"a caption, here\",,0,\"03/18/2025 "
       "09:48\",,https://www.facebook.com/1/posts/2,0,0,Photos,,,,,Lifetime,520,370,18,10,5,3,520,7,4,3,,,,0.5,\n",
       {"post 1 id = 122158123456789012", "post 1 caption = a caption, here", "post 1 likes = 10",
        "post 1 comments = 5", "post 1 shares = 3", "post 1 views = 520", "post 1 impressions = absent",
        "platform = facebook"}},
      {"Facebook videos",
       "Video asset ID,Universal video ID,Page ID,Page name,Title,Duration (sec),Publish time,Custom labels,Data "
       "comment,Date,Reach,3-second video views,1-minute video views,Seconds viewed\n"
       "123,456,789,Our Page,T,60,03/18/2025 09:48,,,Lifetime,1000,500,100,9000\n",
       {"post 1 id = 123", "post 1 views = 500", "post 1 reach = 1000", "post 1 date = 2025-03-18T09:48:00"}},
      {"a page by day: people of several days cannot be added up",
       "Page ID,Page name,Data comment,Date,Unique user engagements,Reach\n789,Our Page,,2025-03-18,10,100\n"
       "789,Our Page,,2025-03-19,12,120\n789,Our Page,,2025-03-20,14,90\n",
       {"error = daily-totals", "says = one row per post"}},
      {"quoted twice, with a caption over several lines",
       "\"Post ID,\"\"Account ID\"\",\"\"Account username\"\",\"\"Account name\"\",Description,Publish "
       "time,Likes,Comments,Saves\"\n"
       "\"18160563013405972,1784,HANDLE,\"\"NAME\"\",\"\"caption starts\"\nsecond line of it\n\"and "
       "ends\"\",03/18/2025 09:48,10,2,3\"\n"
       "\"18160563013405973,1784,HANDLE,\"\"NAME\"\",\"\"short\"\",03/19/2025 09:48,11,4,5\"\n",
       {"posts = 2", "post 1 likes = 10", "post 1 saves = 3", "post 2 caption = short",
        "warns = quoted a second time"}},
      {"Page Insights of 2017: descriptions under the header, two-digit years, lifetime and new likes",
       "Date,Lifetime Total Likes,Daily New Likes,Daily Page Engaged Users,28 Days Total Reach\n"
       ",\"Lifetime: The total number of people who have liked your Page. (Unique Users)\",\"Daily: The number of new "
       "people who have liked your Page (Unique Users)\",\"Daily: The number of people who engaged. (Unique "
       "Users)\",\"28 Days: The number of people who saw it (Unique Users)\"\n"
       "07/27/17,5000,3,40,10000\n07/28/17,5003,5,41,10100\n07/29/17,5008,2,42,10200\n",
       {"period follows = 10", "period reach = absent", "followers = absent", "skipped = 2"}},
      {"Page Insights by post",
       "Post ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,Lifetime Post Total "
       "Reach,Lifetime Post Total Impressions,Lifetime Engaged Users\n"
       ",,,,,,,,\"Lifetime: The total number of people your Page post was served to. (Unique Users)\",\"Lifetime: The "
       "number of impressions of your Page post. (Total Count)\",\"Lifetime: engaged\"\n"
       "1_2,https://www.facebook.com/1/posts/2,hello,Photo,,,07/27/17 10:00:00 AM,,1000,1500,50\n"
       "1_3,https://www.facebook.com/1/posts/3,again,Link,,,07/05/17 08:30:00 PM,,2000,2500,60\n",
       {"posts = 2", "post 1 reach = 1000", "post 1 impressions = 1500", "post 1 caption = hello",
        "post 1 date = 2017-07-27T10:00:00", "post 2 date = 2017-07-05T20:30:00"}},
      {"a research table of Facebook posts, its lines ended by CR alone",
       "Page total likes;Type;Category;Post Month;Post Weekday;Post Hour;Paid;Lifetime Post Total Reach;Lifetime Post "
       "Total Impressions;comment;like;share;Total Interactions\r139441;Photo;2;12;4;3;0;2752;5091;4;79;17;100\r"
       "139441;Status;2;12;3;10;0;10460;19057;5;130;29;164",
       {"posts = 2", "post 1 likes = 79", "post 1 comments = 4", "post 1 shares = 17", "post 1 reach = 2752",
        "post 2 format = text"}},
  });
}

TEST_CASE("TikTok: Studio and business tables") {
  check({
      {"content of Studio, the export's day in every row",
       "\xEF\xBB\xBF\"Time\",\"Video title\",\"Video link\",\"Post time\",\"Total likes\",\"Total comments\",\"Total "
       "shares\",\"Total views\"\n"
       "\"February 10\",\"\",\"https://www.tiktok.com/@HANDLE/video/1\",\"February "
       "1\",\"109\",\"5\",\"2\",\"2047\"\n"
       "\"February 10\",\"Second\",\"https://www.tiktok.com/@HANDLE/video/2\",\"February "
       "3\",\"1837\",\"40\",\"21\",\"30000\"",
       {"posts = 2", "post 1 likes = 109", "post 2 views = 30000", "post 1 date = absent", "platform = tiktok"}},
      {"content, a variant with short numbers, minutes and percentages",
       "Video title,Video link,Post time,Total views,Views in the last 7 days,Likes,Comments,Shares,Average watch "
       "time,Watched full video\n"
       "A,https://www.tiktok.com/@HANDLE/video/1,2025/10/31,1.2K,30,\"1,234\",5,6,0:12,38%\n",
       {"post 1 views = 1200", "post 1 likes = 1234", "post 1 date = 2025-10-31"}},
      {"content of a business account",
       "\xEF\xBB\xBFVideo title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites\n"
       "\"x, y\",https://www.tiktok.com/@HANDLE/video/7567,2025/10/31 18:19:10,172353,1774,42,413,180",
       {"post 1 saves = 180", "post 1 shares = 413", "post 1 date = 2025-10-31T18:19:10"}},
      {"follower history: days without a year, in any language, the last number",
       "\xEF\xBB\xBF\"Date\",\"Followers\",\"Difference in followers from previous day\"\n"
       "\"18 tháng Tám\",\"5010\",\"3\"\n\"19 tháng Tám\",\"5013\",\"3\"\n\"20 tháng Tám\",\"undefined\",\"0\"",
       {"kind = history", "followers = 5013", "history = 0", "warns = no year"}},
      {"viewers of days",
       "\xEF\xBB\xBF\"Date\",\"Total Viewers\",\"New Viewers\",\"Returning Viewers\"\n\"February "
       "27\",\"50\",\"40\",\"10\"\n\"February 28\",\"60\",\"40\",\"20\"",
       {"error = no-usable-columns", "says = export Content"}},
      {"hours, gender and territories",
       "\xEF\xBB\xBF\"Top territories\",\"Distribution\"\n\"US\",\"0.462\"\n\"Others\",\"0.211\"",
       {"error = audience-input", "says = one row per post"}},
      {"the download as text",
       "Date: 2024-05-01 10:00:00\nUsername: USERA\n\nDate: 2024-05-02 10:00:00\nUsername: USERB\n\n",
       {"error = download-without-figures", "says = the format JSON"}},
      {"the posts of the download as text",
       "Date: 2024-05-01 10:00:00\r\nLink: https://www.tiktok.com/x\r\nLike(s): 12\r\n\r\n",
       {"error = download-without-figures", "says = the format JSON"}},
  });
}

TEST_CASE("YouTube: Studio in its languages, Takeout and the API") {
  check({
      {"all that Studio offers: ids with a dash, a deleted video, gained and lost subscribers",
       "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers gained,Subscribers "
       "lost,Subscribers,Likes,Dislikes,Likes (vs. dislikes) (%),Shares,Comments added,Average view duration,Average "
       "percentage viewed (%),Unique viewers,Estimated revenue (USD),Thumbnail impressions,Thumbnail click-through "
       "rate (%)\n"
       "Total,,,,300,5,3,1,2,30,2,93.5,3,4,0:02:00,40,250,1.2,900,3\n"
       "-abc,A,\"Sep 2, 2020\",120,200,3,2,1,1,20,1,95.2,2,3,0:02:10,41,150,1,600,3\n"
       "_abd,B,,130,100,2,1,0,1,10,1,90.9,1,1,0:01:50,39,120,0.2,300,2.9\n",
       {"posts = 2", "post 1 id = -abc", "post 1 likes = 20", "post 1 comments = 3", "post 1 shares = 2",
        "post 1 impressions = 600", "post 2 date = absent", "followers = absent", "platform = youtube", "skipped = 2"}},
      {"German, with soft hyphens and a footer",
       "Video,Vi\u00addeo\u00adti\u00adtel,Veröffentlichungszeitpunkt des Videos,Dauer,Auf\u00adru\u00adfe,"
       "Wie\u00adder\u00adga\u00adbe\u00adzeit (Stun\u00adden),Abon\u00adnen\u00adten,Impressionen\n"
       "Ge\u00adsamt,,,,300,5,1,900\nabc,Eins,\"Sep 2, 2020\",120,200,3,-1,600\nabd,Zwei,\"Sep 3, "
       "2020\",130,100,2,0,300\nDie 500 bes\u00adten Er\u00adgeb\u00adnis\u00adse wer\u00adden "
       "an\u00adge\u00adzeigt\n",
       {"posts = 2", "post 1 views = 200", "post 1 impressions = 600", "followers = absent", "skipped = 5"}},
      {"French: narrow spaces and decimal commas",
       "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues,Durée de visionnage "
       "(heures),Abonnés,Impressions\n"
       "Total,,,,\"28 000\",\"62,1\",5,\"100 000\"\nabc,Un,\"2 sept. "
       "2020\",120,\"18\u202f000\",\"40,1\",3,\"60\u202f000\"\nabd,Deux,\"3 sept. "
       "2020\",130,\"10\u202f000\",\"22,0\",2,\"40\u202f000\"\n",
       {"posts = 2", "post 1 views = 18000", "post 2 impressions = 40000", "post 1 date = 2020-09-02"}},
      {"Korean",
       "콘텐츠,동영상 제목,동영상 게시 시간,길이,조회수,시청 시간(단위: 시간),구독자,노출수\n"
       "총계,,,,300,5,1,900\nabc,하나,\"Sep 2, 2020\",120,200,3,1,600\nabd,둘,\"Sep 3, 2020\",130,100,2,0,300\n",
       {"posts = 2", "post 1 views = 200", "post 1 impressions = 600", "followers = absent"}},
      {"Takeout: the channel",
       "Channel ID,Channel Title (Original),Channel Visibility\nUCx,Our channel,Public\n\n\n",
       {"error = no-usable-columns", "says = YouTube Studio"}},
      {"Takeout: the videos",
       "Video ID,Approx Duration (ms),Video Audio Language,Video Category,Video Description (Original),Channel ID,Tag "
       "1,Tag 2,Video Title (Original),Privacy,Video State,Video Create Timestamp,Video Publish Timestamp\n"
       "abc,120000,en,Music,\"desc, x\",UCx,a,b,Title,Public,Processed,2020-09-02T10:00:00+00:00,"
       "2020-09-02T10:00:00+00:00\n",
       {"error = no-usable-columns", "says = YouTube Studio"}},
      {"Takeout: the channels that one follows",
       "Channel Id,Channel Url,Channel Title\nUCa,http://www.youtube.com/channel/UCa,A\n",
       {"error = no-usable-columns", "says = not the subscribers of yours"}},
      {"the API: figures of videos, all of them texts",
       R"({"items":[{"id":"abc","snippet":{"publishedAt":"2020-09-02T10:00:00Z","title":"T"},"statistics":)"
       R"({"viewCount":"100","likeCount":"10","commentCount":"3"}},{"id":"abd","snippet":{"title":"U"},)"
       R"("statistics":{"viewCount":"200","likeCount":"20","commentCount":"4"}}]})",
       {"posts = 2", "post 1 views = 100", "post 1 caption = T", "post 2 likes = 20", "post 2 comments = 4"}},
      {"the API: a channel, whose views are those of all its videos",
       R"({"items":[{"id":"UCx","snippet":{"title":"T"},"statistics":{"viewCount":"100000","subscriberCount":"1230",)"
       R"("hiddenSubscriberCount":false,"videoCount":"45"}}]})",
       {"posts = 0", "followers = 1230", "post count = 45"}},
  });
}

TEST_CASE("X: both kinds of analytics") {
  check({
      {"posts until 2024: floats, a rate that counts clicks, dashes, an escaped ampersand",
       "\"Tweet id\",\"Tweet permalink\",\"Tweet text\",\"time\",\"impressions\",\"engagements\",\"engagement "
       "rate\",\"retweets\",\"replies\",\"likes\",\"user profile clicks\",\"url clicks\",\"follows\",\"media "
       "views\",\"promoted impressions\"\n"
       "\"812345678901234567\",\"https://twitter.com/our_account/status/812345678901234567\",\"New #rstats pkg &amp; "
       "more\",\"2016-12-23 18:50 +0000\",\"1938.0\",\"18.0\",\"0.009287925696594427\",\"2.0\",\"1.0\",\"5.0\","
       "\"3.0\",\"4.0\",\"0\",\"7\",\"-\"\n",
       {"post 1 id = 812345678901234567", "post 1 caption = New #rstats pkg & more", "post 1 likes = 5",
        "post 1 impressions = 1938", "post 1 date = 2016-12-23T18:50:00Z", "platform = x", "followers = absent"}},
      {"days until 2024",
       "\"Date\",\"Tweets published\",\"impressions\",\"engagements\",\"engagement "
       "rate\",\"retweets\",\"replies\",\"likes\"\n"
       "\"2016-12-22\",\"3\",\"1938.0\",\"18.0\",\"0.0092\",\"2.0\",\"1.0\",\"5.0\"\n"
       "\"2016-12-23\",\"2\",\"1000.0\",\"8.0\",\"0.008\",\"1.0\",\"0.0\",\"3.0\"\n",
       {"posts = 0", "period impressions = 2938", "period engagements = 26", "period likes = 8"}},
      {"posts since 2024",
       "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New "
       "follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks\n"
       "1902000000000000001,\"Fri, Mar 21, 2025\",\"news, all\",https://x.com/our/status/1902000000000000001,1070,11,"
       "32,1,0,0,2,1,6,3,2,0,0\n",
       {"post 1 id = 1902000000000000001", "post 1 saves = 1", "post 1 shares = 1", "post 1 comments = 2",
        "post 1 date = 2025-03-21", "followers = absent"}},
      {"the same, saved again",
       "Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts,Profile "
       "visits,Detail expands\n1902000000000000001,Thu Mar 20 2025,news,https://x.com/our/status/1,1070,11,32,1,0,0,2,"
       "1,6,3\n",
       {"post 1 date = 2025-03-20", "post 1 impressions = 1070", "post 1 shares = 1"}},
      {"Japanese, with a stray backslash in a header",
       "ポストID,日付,ポスト本文,ポストのリンク,インプレッション数,いいね,エンゲージメント,ブックマーク,"
       "共有された回数\\,新しいフォロー,返信,リポスト,プロフィールへのアクセス数\n"
       "1902000000000000001,\"Fri, Mar 21, 2025\",あ,https://x.com/our/status/1,1070,11,32,1,4,0,2,1,6\n",
       {"post 1 likes = 11", "post 1 saves = 1", "post 1 comments = 2", "post 1 shares = 1", "platform = x"}},
      {"Portuguese days",
       "Data,Impressões,Curtidas,Engajamentos,Itens salvos,Compartilhamentos,Novos seguidores,Deixar de "
       "seguir,Respostas,Reposts,Visitas ao perfil\n\"Fri, Mar 21, 2025\",1070,11,32,1,2,3,1,2,1,6\n"
       "\"Thu, Mar 20, 2025\",70,1,3,0,0,0,0,0,0,1\n",
       {"period follows = 3", "period unfollows = 1", "period saves = 1", "period profile_visits = 7",
        "followers = absent"}},
      {"videos: a title, days, and a second table",
       "Video overview,,,,,\nDate,Views,Watch Time (ms),Completion Rate,Average Watch Time (ms),Estimated Revenue\n"
       "\"Fri, Mar 21, 2025\",100,5000,0.5,50,0\n\"Thu, Mar 20, 2025\",90,4000,0.4,44,0\n\nTop videos,,,,,\nPost "
       "id,Views\n1,50\n",
       {"period views = 190", "platform = any", "posts = 0", "warns = Another table begins"}},
      {"the API of posts",
       R"({"data":[{"id":"1902000000000000001","text":"a","public_metrics":{"retweet_count":2,"reply_count":1,)"
       R"("like_count":11,"bookmark_count":3,"impression_count":1070}}]})",
       {"post 1 id = 1902000000000000001", "post 1 likes = 11", "post 1 shares = 2", "post 1 impressions = 1070"}},
  });
}

TEST_CASE("LinkedIn, Pinterest, Twitch and Bluesky") {
  check({
      {"LinkedIn page, days: a line of description, organic and sponsored apart",
       "Aggregated engagement metrics for organic and sponsored posts.,,,,,,,,,\n"
       "Date,Impressions (organic),Impressions (sponsored),Impressions (total),Unique impressions (organic),Clicks "
       "(total),Reactions (total),Comments (total),Reposts (total),Engagement rate (total)\n"
       "01/20/2024,100,10,110,80,5,3,1,0,0.09\n01/21/2024,200,0,200,150,6,4,2,1,0.065\n"
       "01/22/2024,150,0,150,120,6,4,2,1,0.086\n",
       {"posts = 0", "period impressions = 460", "period clicks = 17", "period likes = 11", "period comments = 5",
        "period shares = 2", "period reach = absent"}},
      {"LinkedIn page, followers: the total is that of the day",
       "Date,Sponsored followers,Organic followers,Total followers\n01/20/2024,0,5,5\n01/21/2024,0,3,3\n"
       "01/22/2024,0,7,7\n",
       {"followers = absent", "history = 0", "period follows = 15"}},
      {"LinkedIn page, posts",
       "All posts aggregated engagement,,,,,,,,\nPost title,Post link,Post type,Campaign name,Posted by,Created "
       "date,Impressions,Clicks,Likes,Comments,Reposts,Follows,Engagement rate\n"
       "Hello,https://www.linkedin.com/feed/update/urn:li:activity:1,Organic,,A,01/20/2024,1000,50,20,3,1,,0.074\n",
       {"posts = 1", "post 1 likes = 20", "post 1 shares = 1", "post 1 impressions = 1000", "post 1 date = 2024-01-20",
        "platform = linkedin", "followers = absent"}},
      {"LinkedIn's copy of one's data",
       "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are "
       "missing.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected "
       "On\nA,B,https://www.linkedin.com/in/x,,C,D,01 Jan 2024\n",
       {"error = no-usable-columns", "says = open your analytics"}},
      {"posts with one number for all that people did",
       "Post URL,Post publish date,Engagements,Impressions\nhttps://www.linkedin.com/a,1/20/2024,9,400\n",
       {"post 1 impressions = 400", "post 1 likes = absent", "warns = \"Engagements\" counts likes, comments, clicks"}},
      {"Pinterest: a range of dates, days, and lists below",
       "2024-01-01 - 2024-01-31\nDate,Impressions\n2024-01-01,5\n2024-01-02,6\n2024-01-03,7\n\nTop "
       "Boards\nBoard,Impressions\nA,500\n\nGender,\nfemale,60\n",
       {"period impressions = 18", "posts = 0", "warns = Another table begins"}},
      {"Twitch by day: follows are new ones, and average viewers make no rate",
       "Date,Average Viewers,Follows,Minutes Streamed,Minutes Watched,Live Views,Max Viewers,Unique Viewers,Engaged "
       "Viewers,Chatters,Chat Messages\nFri Sep 04 2026,20,3,100,900,100,40,80,30,10,200\n"
       "Sat Sep 05 2026,30,1,120,800,90,50,70,30,12,220\n",
       {"platform = twitch", "period follows = 4", "period views = 190", "followers = absent", "posts = 0"}},
      {"Bluesky: a profile",
       R"({"did":"did:plc:x","handle":"our.bsky.social","followersCount":1234,"followsCount":56,"postsCount":78})",
       {"followers = 1234", "following = 56", "post count = 78", "handle = our.bsky.social"}},
      {"Bluesky: posts",
       R"({"feed":[{"post":{"uri":"at://x/1","record":{"text":"hello","createdAt":"2024-01-01T00:00:00Z"},)"
       R"("replyCount":1,"repostCount":2,"likeCount":3}}]})",
       {"post 1 likes = 3", "post 1 shares = 2", "post 1 comments = 1", "post 1 caption = hello",
        "post 1 date = 2024-01-01T00:00:00Z"}},
  });
}

TEST_CASE("other people's tools: lists of creators and scraped posts") {
  check({
      {"a top list of Instagram: a line break in a header, a count that is named like a rate",
       "Influencer insta name,instagram name,category_1,category_2,Followers,Followers Numbers ,Audience "
       "country(mostly),\"Authentic engagement\n\",\"Authentic engagement Values \n\",\"Engagement "
       "avg\n\",\"Engagement "
       "avg Values \n\"\n433,433,Sports with a ball,,48.5M,48500000,Spain,383.1K,383100,637K,637000\n"
       "a,aa,Music,Lifestyle,30M,30000000,India,100K,100000,200K,200000\n",
       {"creators = 2", "creator 1 handle = 433", "creator 1 followers = 48500000", "creator 1 country = Spain",
        "creator 1 rate = absent", "creator 2 handle = aa"}},
      {"of YouTube: two columns of one name, words and errors for numbers",
       "youtuber name,channel name,Category,Subscribers,Subscribers,Audience Country,avg views,avg views,avg likes,avg "
       "likes,avg comments,avg comments\nA,Chan A,Music,1.2M,1234567,Spain,10K,10123,1K,1011,100,100\n"
       "B,Chan B,N/A,2M,2000000,Spain,#VALOR!,#VALOR!,N/A,N/A,5,5\n",
       {"creator 1 followers = 1234567", "creator 1 views = 10123", "creator 1 likes = 1011",
        "creator 2 views = absent", "creator 2 comments = 5"}},
      {"of TikTok, where subscribers are followers",
       "S.no,Tiktoker name,Tiktok name,Subscribers,Subscribers,Views avg.,Views avg.,Likes avg.,Likes avg.\n"
       "1,A,a,13.8M,13800000,1M,1000000,100K,100000\n2,B,b,3.8M,3800000,2M,2000000,200K,200000\n",
       {"creator 1 handle = a", "creator 1 followers = 13800000", "creator 2 likes = 200000"}},
      {"a data set: small letters for thousands, a rate with its sign",
       "rank,channel_info,influence_score,posts,followers,avg_likes,60d_eng_rate,new_post_avg_like,total_likes,"
       "country\n"
       "1,cristiano,92,3.3k,475.8m,8.7m,1.39%,6.5m,29.0b,Spain\n2,x,91,6.9k,366.2m,8.3m,1.62%,5.9m,57.4b,Italy\n",
       {"creator 1 followers = 475800000", "creator 1 likes = 8700000", "creator 1 rate = 0.0139"}},
      {"a publishing tool: month first with dashes, counts with commas, a rate",
       "Date,Network,Profile,Post Type,Content Type,Impressions,Organic Impressions,Paid "
       "Impressions,Reach,Engagements,Reactions,Likes,Comments,Shares,Saves,Engagement Rate (per Impression)\n"
       "03-18-2025,Instagram,@our,Post,Photo,\"1,376\",\"1,376\",0,900,60,50,50,5,3,2,4.36%\n"
       "03-19-2025,Instagram,@our,Post,Video,\"2,376\",\"2,376\",0,1900,80,70,70,5,3,2,3.37%\n",
       {"posts = 2", "post 1 date = 2025-03-18", "post 1 impressions = 1376", "post 1 likes = 50", "handle = our",
        "platform = instagram"}},
      {"posts with the followers at their time, a zone after it",
       "Account,User Name,Followers at Posting,Post Created,Type,Total Interactions,Likes,Comments,Views,URL\n"
       "Our,our,5000,2023-01-02 10:00:00 EST,Photo,110,100,10,0,https://www.instagram.com/p/a/\n"
       "Our,our,5010,2023-01-03 10:00:00 EST,Video,220,200,20,900,https://www.instagram.com/p/b/\n",
       {"followers = 5010", "post 1 date = 2023-01-02T10:00:00", "post 2 views = 900", "handle = our"}},
      {"a scraper's accounts with posts in them; -1 is hidden",
       R"([{"username":"our","followersCount":5000,"followsCount":100,"postsCount":50,"latestPosts":[)"
       R"({"shortCode":"a","likesCount":100,"commentsCount":5,"timestamp":"2024-01-01T00:00:00.000Z"},)"
       R"({"shortCode":"b","likesCount":-1,"commentsCount":6}]}])",
       {"followers = 5000", "handle = our", "posts = 2", "post 1 id = a", "post 2 likes = absent"}},
      {"a scraper's videos, their author in an object",
       R"([{"id":"1","text":"t","authorMeta":{"name":"our","fans":5000,"heart":100000,"video":50},"diggCount":100,)"
       R"("playCount":1000,"commentCount":5,"shareCount":6,"collectCount":7},{"id":"2","authorMeta":{"name":"our",)"
       R"("fans":5000},"diggCount":200,"playCount":2000}])",
       {"followers = 5000", "handle = our", "post 1 id = 1", "post 1 likes = 100", "post 1 saves = 7",
        "post 2 views = 2000"}},
      {"the same as CSV",
       "authorMeta.name,authorMeta.fans,text,diggCount,shareCount,playCount,commentCount,collectCount,webVideoUrl\n"
       "our,5000,t,100,6,1000,5,7,https://www.tiktok.com/@our/video/1\n",
       {"followers = 5000", "post 1 likes = 100", "platform = tiktok"}},
      {"a nameless column first, seconds since 1970",
       ",shortcode,caption,likes,comments,timestamp,owner_username,owner_id,video_view_count,is_video\n"
       "0,abc,x,5,6,1554150000,our,12,,False\n1,abd,y,7,8,1554250000,our,12,100,True\n",
       {"post 1 id = abc", "post 1 date = 2019-04-01T20:20:00Z", "post 2 views = 100", "handle = our"}},
  });
}

TEST_CASE("brands' own lists and results") {
  check({
      {"a blank line first, latin-1",
       ",,,\nRank,Name,Username,Follower Count\n1,Maina,@itsyaboymaina,10.4M\n2,Jos\xE9,@jose,1.2M\n",
       {"creators = 2", "creator 1 handle = itsyaboymaina", "creator 1 followers = 10400000"}},
      {"Turkish, rates in percent without a sign",
       "ad,sektor,tip,takipci,etkilesim,platform,aciklama\nA B,moda,mega,7500000,6.2,Instagram,x\n"
       "C D,oyun,mikro,75000,3.1,YouTube,y\n",
       {"creator 1 rate = 0.062", "creator 1 niche = moda", "creator 2 platform = youtube"}},
      {"more likes than followers",
       "id,name,platform,followers,likesAvg,commentsAvg,niche1,niche2\n1,A,Instagram,1000,5000,10,fashion,\n"
       "2,B,Youtube,2000,100,5,food,\n",
       {"creator 1 likes = 5000", "creator 2 platform = youtube", "warns = more likes than followers"}},
      {"names and ids",
       "influencer_id,influencer_name,platform,category,followers_count,city,engagement_rate\n"
       "INF1,A,Instagram,fashion,50000,Rome,3.4\nINF2,B,YouTube,food,20000,Oslo,2.1\n",
       {"creator 1 handle = A", "creator 1 rate = 0.034", "creator 2 followers = 20000"}},
      {"a gender beside each name makes no audience of the list",
       "ID,Name,Category,Gender,Follower Count,Platform\n1,A,fashion,F,50000,Instagram\n2,B,food,M,60000,TikTok\n",
       {"creators = 2", "creator 2 platform = tiktok"}},
      {"orders of a campaign",
       "Source,Campaign,Influencer ID,User ID,Product,Date,Orders,Revenue\n"
       "Instagram,Summer,INF1,U1,P,2024-01-01,1,20.5\nInstagram,Summer,INF2,U2,P,2024-01-02,2,40\n",
       {"kind = results", "period purchases = 3", "period purchase_value = 60.5"}},
      {"results by day, with blanks",
       "performance_id,campaign_id,date,impressions,clicks,likes,comments,shares,conversions,revenue_generated\n"
       "1,C1,2024-01-01,1000,10,50,5,1,2,100.5\n2,C1,2024-01-02,2000,,60,6,2,,\n",
       {"kind = results", "period clicks = 10", "period purchase_value = 100.5", "period impressions = 3000"}},
      {"payouts alone",
       "Influencer ID,Basis,Rate,Orders,Total Payout\nINF1,Post,500,10,500\nINF2,Order,5,20,100\n",
       {"error = no-usable-columns", "says = \"Influencer ID\""}},
  });
}

TEST_CASE("tables that are called .xls and are none") {
  check({
      {"a page with a table",
       xls("<tr><th>Post ID</th><th>Caption</th><th>Likes</th><th>Comments</th></tr><tr><td>1</td><td>a &amp; "
           "b<br>c</td><td>1,376</td><td>5</td></tr><tr><td>2</td><td>x</td><td>20</td><td>6</td></tr>"),
       {"posts = 2", "post 1 caption = a & b c", "post 1 likes = 1376", "post 2 comments = 6"}},
      {"a cell that reaches over two rows moves no other",
       xls("<tr><th>Account<th>Post ID<th>Likes<th>Comments<tr><td rowspan=2>our<td>1<td>10<td>2<tr><td>2<td>20<td>3"),
       {"handle = our", "post 2 id = 2", "post 2 likes = 20", "post 2 comments = 3"}},
      {"a title over all columns",
       xls("<tr><td colspan=3>Our report</td></tr><tr><td>Handle<td>Followers<td>Avg "
           "likes<tr><td>@a<td>12.3K<td>500<tr>"
           "<td>@b<td>1,000<td>50"),
       {"creators = 2", "creator 1 followers = 12300", "creator 2 likes = 50"}},
      {"Excel's XML of 2003, which leaves empty cells out",
       "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook><Worksheet "
       "ss:Name=\"Posts\"><Table><Row><Cell><Data ss:Type=\"String\">Post "
       "ID</Data></Cell><Cell><Data>Likes</Data></Cell><Cell><Data>Comments</Data></Cell></Row>"
       "<Row><Cell><Data>a</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"Number\">4</Data></Cell></Row>"
       "</Table></Worksheet></Workbook>",
       {"post 1 id = a", "post 1 likes = absent", "post 1 comments = 4"}},
      {"tabs", "Post ID\tLikes\tComments\n1\t5\t6\n2\t7\t8\n", {"posts = 2", "post 2 comments = 8"}},
      {"a page whose tables only hold its parts in place",
       "<!DOCTYPE html><html><body><table><tr><td>Home</td><td>Login</td></tr></table><p>12 followers</p></html>",
       {"error = html-input"}},
      {"a true workbook of that time", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", {"error = spreadsheet-input", "says = CSV"}},
  });
}

TEST_CASE("a table without anything in it is said to be empty") {
  check({
      {"cells", ",,,\n,,,\n,,,\n", {"error = empty-input", "says = cells of this table are empty"}},
      {"a first line without anything",
       ",,,\na,b,c,d\nx,y,z,w\n",
       {"says = the columns \"a\", \"b\", \"c\" and 1 more"}},
  });
}
