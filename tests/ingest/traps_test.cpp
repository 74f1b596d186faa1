// Traps of real exports, one a row: what stands in the file, and what has to come of it, in the words of facts.h. Zips
// and workbooks have theirs in archive_test.cpp and workbook_test.cpp.
#include <doctest/doctest.h>

#include <string>

#include "facts.h"

using namespace mf;
using namespace mf::ingest;
using facts::check;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view text, bool big_endian, bool marked) {
  std::u16string all = marked ? u"\uFEFF" : u"";
  all += text;
  std::string bytes;
  for (const char16_t unit : all) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

// A table of posts of one number each.
std::string likes(std::string_view cell) { return "Post ID;Likes;Views\n1;" + std::string(cell) + ";10\n2;5;20\n"; }

}  // namespace

TEST_CASE("traps of encoding") {
  const std::u16string wide = u"Post ID,Likes,Caption\n1,5,\U0001F929\n2,6,b\n";
  check({
      {"UTF-8 with a mark", "\xEF\xBB\xBFLikes,Views\n5,6\n7,8\n", {"post 1 likes = 5"}},
      {"UTF-8 with the mark twice", "\xEF\xBB\xBF\xEF\xBB\xBFLikes,Views\n5,6\n7,8\n", {"post 1 likes = 5"}},
      {"UTF-16LE with a mark", utf16(wide, false, true), {"post 1 likes = 5", "post 1 caption = \U0001F929"}},
      {"UTF-16BE with a mark", utf16(wide, true, true), {"post 2 likes = 6"}},
      {"UTF-16LE without a mark", utf16(wide, false, false), {"post 1 likes = 5"}},
      {"a lone surrogate", utf16(u"Post ID,Likes,Caption\n1,5,\xD800!\n"s, false, true), {"post 1 caption = \uFFFD!"}},
      {"latin-1", "Post ID,Caption,Likes\n1,caf\xE9,5\n2,x,6\n", {"post 1 caption = caf\u00e9", "post 1 likes = 5"}},
      {"windows-1251 captions under English headers",
       "Post ID,Caption,Likes\n1,\xCF\xF0\xE8\xE2\xE5\xF2,5\n2,x,6\n",
       {"post 1 likes = 5", "post 1 caption = \u041f\u0440\u0438\u0432\u0435\u0442"}},
      {"windows-1251 headers",
       "\xC4\xE0\xF2\xE0;\xCF\xEE\xE4\xEF\xE8\xF1\xF7\xE8\xEA\xE8\n01.02.2024;5000\n02.02.2024;5010\n",
       {"followers = 5010", "last day = 2024-02-02"}},
      {"a windows-1251 table of posts",
       // Дата публикации, ссылка, лайки, комментарии, просмотры
       "\xC4\xE0\xF2\xE0 "
       "\xEF\xF3\xE1\xEB\xE8\xEA\xE0\xF6\xE8\xE8;\xD1\xF1\xFB\xEB\xEA\xE0;\xCB\xE0\xE9\xEA\xE8;"
       "\xCA\xEE\xEC\xEC\xE5\xED\xF2\xE0\xF0\xE8\xE8;\xCF\xF0\xEE\xF1\xEC\xEE\xF2\xF0\xFB\n01.02.2024;https://"
       "www.instagram.com/p/a/;1 234;5;10 000\n02.02.2024;https://www.instagram.com/p/b/;2 345;6;12 000\n",
       {"posts = 2", "post 1 likes = 1234", "post 2 comments = 6", "post 1 views = 10000", "post 1 date = 2024-02-01"}},
      {"an emoji escaped as two, in JSON",
       "[{\"shortcode\":\"a\",\"caption\":\"\\ud83e\\udd29\",\"likesCount\":5}]",
       {"post 1 caption = \U0001F929"}},
      {"bytes escaped one by one, in JSON's texts and keys",
       "{\"organic_insights_posts\":[{\"media_map_data\":{\"Media "
       "Thumbnail\":{\"title\":\"\\u00f0\\u009f\\u00a4\\u00a9\"}},\"string_map_data\":{"
       "\"\\u00e2\\u0080\\u009eGef\\u00c3\\u00a4llt "
       "mir\\u00e2\\u0080\\u009c-Angaben\":{\"value\":\"5\"},\"Erstellungszeitstempel\":{\"timestamp\":1757371234}}}]}",
       {"post 1 caption = \U0001F929", "post 1 likes = 5"}},
      {"soft hyphens in headers",
       "Video,Auf\u00adru\u00adfe,\u201eGef\u00e4llt mir\u201c-Angaben\na,5,6\nb,7,8\n",
       {"post 1 views = 5", "post 1 likes = 6"}},
      {"zero-width and direction marks",
       "\u200EPost ID,\u200BLikes\u200F,Vie\u2060ws\n1,\u200E5\u202C,6\n2,7,8\n",
       {"post 1 likes = 5", "post 1 views = 6"}},
      {"hard spaces around and inside",
       "Post ID,\u00A0Likes\u00A0,Video\u202FViews\n1,1\u202F376,\u00A012\u00A0\n",
       {"post 1 likes = 1376", "post 1 views = 12"}},
      {"full-width digits and commas", likes("\uFF11\uFF0C\uFF13\uFF17\uFF16"), {"post 1 likes = 1376"}},
      {"Arabic and Persian digits", likes("\u0661\u066C\u0663\u0667\u0666"), {"post 1 likes = 1376"}},
      {"combining accents", "Post ID,Gefa\u0308llt mir,Aufrufe\n1,5,6\n2,7,8\n", {"post 1 likes = 5"}},
      {"NUL bytes", "Post ID,Likes\n1,5\0\0\0\x01\x02\x03\n"s, {"error = binary-input"}},
  });
}

TEST_CASE("traps of lines and cells") {
  std::string wide_header = "Post ID,Likes", wide_row = "1,5";
  for (int i = 0; i < 220; ++i) {
    wide_header += ",Percentage of total views at interval " + std::to_string(i);
    wide_row += ",";
  }
  check({
      {"CRLF", "Likes,Views\r\n5,6\r\n7,8\r\n", {"posts = 2", "post 2 views = 8"}},
      {"CR only", "Likes,Views\r5,6\r7,8\r", {"posts = 2", "post 2 views = 8"}},
      {"mixed line ends", "Likes,Views\r\n5,6\n7,8\r9,10", {"posts = 3", "post 3 views = 10"}},
      {"no final line end", "Likes,Views\n5,6\n7,8", {"posts = 2"}},
      {"line breaks and doubled quotes in a cell",
       "Post ID,Caption,Likes\n1,\"a\n\"\"b\"\"\n\nc\",5\n2,x,6\n",
       {"posts = 2", "post 1 caption = a\n\"b\"\n\nc", "post 1 likes = 5"}},
      {"encoded twice",
       "\"Post ID,\"\"Account username\"\",Caption,Likes\"\n\"1,HANDLE,\"\"a, b\"\",5\"\n",
       {"post 1 caption = a, b", "post 1 likes = 5", "warns = quoted a second time"}},
      {"a backslash before the comma",
       "\u30dd\u30b9\u30c8ID,\u3044\u3044\u306d,\u5171\u6709\u3055\u308c\u305f\u56de\u6570\\,\u8fd4\u4fe1\n1,5,6,7\n2,"
       "1,"
       "2,3\n",
       {"post 1 likes = 5", "post 1 shares = 6", "post 1 comments = 7"}},
      {"tabs inside captions",
       "Post ID,Caption,Likes\n1,a\tb\tc,5\n2,d\te\tf,6\n",
       {"post 1 caption = a\tb\tc", "post 1 likes = 5"}},
      {"a leading empty row",
       ",,,\nRank,Name,Username,Follower Count\n1,A,@a,10.4M\n2,B,@b,1.2M\n",
       {"creator 1 followers = 10400000"}},
      {"a title above the header",
       "Video overview,,\nPost ID,Likes,Views\n1,5,6\n2,7,8\n",
       {"posts = 2", "skipped = 1"}},
      {"sep=, padded", "sep=;;;\nPost ID;Likes;Views\n1;5;6\n", {"post 1 likes = 5"}},
      {"a row of descriptions under the header",
       "Post ID,Likes,Reach\n,The number of people who like it. (Unique Users),The number of people "
       "reached\n1,5,6\n2,7,8\n",
       {"posts = 2", "skipped = 2"}},
      {"notes before the header",
       "Notes:\n\"Numbers may be late, so wait a day.\"\n\nPost ID,Likes,Views\n1,5,6\n2,7,8\n",
       {"posts = 2", "skipped = 1"}},
      {"a second table below",
       "Post ID,Likes\n1,5\n2,6\n\nDate,Views,Reach\n2024-01-01,5,6\n",
       {"posts = 2", "warns = Another table begins in row 5"}},
      {"two tables side by side, of unequal length",
       "Post URL,Post publish date,Engagements,,Post URL,Post publish date,Impressions\n"
       "https://www.linkedin.com/a,1/20/2024,9,,https://www.linkedin.com/b,1/21/2024,500\n"
       "https://www.linkedin.com/b,1/21/2024,8,,https://www.linkedin.com/a,1/20/2024,400\n",
       {"posts = 2", "post 1 id = https://www.linkedin.com/b", "post 1 impressions = 500", "post 1 date = 2024-01-21",
        "warns = side by side"}},
      {"names in one row, values in the next",
       "sep=,\n\"Top countries\"\n\"South Africa\",\"Nigeria\"\n\"81.2\",\"3.1\"\n",
       {"error = audience-input"}},
      {"ragged rows",
       "Post ID,Likes,Views\n1,5\n2,6,7,8,9\n3,7,8\n",
       {"posts = 3", "post 1 views = absent", "post 2 views = 7"}},
      {"hundreds of empty columns", wide_header + "\n" + wide_row + "\n", {"posts = 1", "post 1 likes = 5"}},
      {"an index column without a name",
       ",shortcode,likes,comments\n0,abc,5,6\n1,abd,7,8\n",
       {"post 1 id = abc", "post 1 likes = 5"}},
      {"commas at the end of lines", "Post ID,Likes,Views,,,\n1,5,6,,,\n2,7,8,,,\n", {"posts = 2", "post 2 views = 8"}},
      {"blank lines at the end", "Likes,Views\n5,6\n\n\n,\n\n", {"posts = 1"}},
      {"tabs in a .csv",
       "Rank\tGrade\tChannel name\tVideo Uploads\tSubscribers\tVideo views\n5,000th\tB+ "
       "\tA\t254\t21172\t73312511\n4,999th\tB\tB\t--\t--\t5\n",
       {"creators = 1", "creator 1 followers = 21172", "skipped = 3"}},
  });
}

TEST_CASE("traps of headers") {
  check({
      {"one name twice, the first empty",
       "Post ID,Views,Likes,Views\n1,,5,100\n2,,6,200\n",
       {"post 1 views = 100", "warns = Two columns are named \"Views\""}},
      {"one name twice, shortened and exact",
       "name,Subscribers,Subscribers\na,48.5M,48500123\nb,1.2M,1234567\n",
       {"creator 1 followers = 48500123"}},
      {"a line break inside",
       "Influencer insta name,instagram name,Followers,Followers Numbers ,\"Authentic "
       "engagement\n\",\"Engagement avg\n\"\nA,a,48.5M,48500000,478K,700K\nB,b,1M,1000000,1K,2K\n",
       {"creator 1 handle = a", "creator 1 followers = 48500000", "creator 1 rate = absent"}},
      {"a trailing space and a colon",
       "Post ID ,Likes :,Video views \n1,5,6\n",
       {"post 1 likes = 5", "post 1 views = 6"}},
      {"case drift", "post id,LIKES,Video VIEWS\n1,5,6\n", {"post 1 likes = 5", "post 1 views = 6"}},
      {"localised (Portuguese)",
       "Conte\u00fado,T\u00edtulo do v\u00eddeo,Hor\u00e1rio de publica\u00e7\u00e3o do "
       "v\u00eddeo,Visualiza\u00e7\u00f5es,Tempo de "
       "exibi\u00e7\u00e3o (horas),Inscritos\nTotal,,,100,5,1\nabc,T,\"Sep 2, 2019\",60,3,1\nabd,U,\"Sep 3, "
       "2019\",40,2,0\n",
       {"posts = 2", "post 1 views = 60", "post 1 date = 2019-09-02", "followers = absent"}},
      {"localised (Japanese)",
       "\u30b3\u30f3\u30c6\u30f3\u30c4,\u52d5\u753b\u306e\u30bf\u30a4\u30c8\u30eb,\u52d5\u753b\u516c\u958b\u6642\u523b,"
       "\u8996\u8074\u56de\u6570,"
       "\u7dcf\u518d\u751f\u6642\u9593\uff08\u5358\u4f4d: "
       "\u6642\u9593\uff09,\u30c1\u30e3\u30f3\u30cd\u30eb\u767b\u9332\u8005\n"
       "\u5408\u8a08,,,100,5,1\nabc,T,\"Sep 2, 2019\",60,3,1\nabd,U,\"Sep 3, 2019\",40,2,0\n",
       {"posts = 2", "post 2 views = 40", "followers = absent"}},
      {"renamed between years",
       "Content,Video title,Thumbnail impressions,Views\nabc,T,100,5\nabd,U,200,6\n",
       {"post 1 impressions = 100", "post 1 views = 5"}},
      {"a currency in the header",
       "Handle,Followers,Price (\u20ac)\n@a,1000,50\n@b,2000,60\n",
       {"creator 1 fee = 50", "creator 1 currency = EUR"}},
      {"a header that is wrong: visits named followers",
       "\"Instagram profile visits\"\n\"Date\",\"Instagram followers\"\n\"2022-03-29T00:00:00\",\"5\"\n",
       {"followers = absent", "history = 0", "period profile_visits = 5"}},
  });
}

TEST_CASE("traps of numbers") {
  check({
      {"quoted, with separators", likes("\"1,376\""), {"post 1 likes = 1376"}},
      {"with and without separators in one file",
       "Likes,Views\n\"1,878,217\",1\n1644378,2\n",
       {"post 1 likes = 1878217", "post 2 likes = 1644378"}},
      {"a point between thousands", likes("1.376"), {"post 1 likes = 1376"}},
      {"a decimal comma",
       "Handle;Followers;Avg likes\n@a;1.000;98,7\n@b;2.000;1.204,5\n",
       {"creator 1 followers = 1000", "creator 1 likes = 98.7", "creator 2 likes = 1204.5"}},
      {"lakh grouping", likes("12,34,567"), {"post 1 likes = 1234567"}},
      {"upper and lower suffixes",
       "Handle,Followers,Avg likes\n@a,475.8m,8.7K\n@b,3.3k,1B\n",
       {"creator 1 followers = 475800000", "creator 1 likes = 8700", "creator 2 followers = 3300"}},
      {"floats for counts", likes("4715.0"), {"post 1 likes = 4715"}},
      {"percent where a count belongs", likes("12%"), {"post 1 likes = absent"}},
      {"a rate with a sign", "Handle,Followers,ER\n@a,1000,1.39%\n@b,2000,2%\n", {"creator 1 rate = 0.0139"}},
      {"a rate without a sign",
       "Handle,Followers,ER\n@a,1000,6.2\n@b,2000,0.5\n",
       {"creator 1 rate = 0.062", "creator 2 rate = 0.005"}},
      {"a rate as a fraction", "Handle,Followers,ER\n@a,1000,0.062\n@b,2000,0.005\n", {"creator 1 rate = 0.062"}},
      {"less than one percent",
       "Handle,Followers,ER\n@a,1000,< 1%\n@b,2000,2%\n",
       {"creator 1 rate = absent", "creator 2 rate = 0.02"}},
      {"a comparison", likes("+26.9% vs Jul 4 - Oct 1"), {"post 1 likes = absent"}},
      {"a dash", likes("-"), {"post 1 likes = absent"}},
      {"two dashes", likes("--"), {"post 1 likes = absent"}},
      {"N/A", likes("N/A"), {"post 1 likes = absent"}},
      {"NAN", likes("NAN"), {"post 1 likes = absent"}},
      {"INF", likes("INF"), {"post 1 likes = absent"}},
      {"hexadecimal", likes("0x1A"), {"post 1 likes = absent"}},
      {"undefined", likes("undefined"), {"post 1 likes = absent"}},
      {"None", likes("None"), {"post 1 likes = absent"}},
      {"null", likes("null"), {"post 1 likes = absent"}},
      {"empty", likes(""), {"post 1 likes = absent"}},
      {"a spreadsheet's error", likes("#VALOR!"), {"post 1 likes = absent"}},
      {"a spreadsheet's error for an id",
       "Content,Likes,Views\n#NAME?,5,6\nabc,7,8\n",
       {"posts = 2", "post 1 likes = 5"}},
      {"Lifetime", likes("Lifetime"), {"post 1 likes = absent", "silent on = could not be read"}},
      {"Ongoing", likes("Ongoing"), {"post 1 likes = absent", "silent on = could not be read"}},
      {"ordinals", likes("5,000th"), {"post 1 likes = absent"}},
      {"words where numbers belong", likes("mixed"), {"post 1 likes = absent"}},
      {"a negative count", likes("-28"), {"post 1 likes = absent", "warns = 1 negative number was left out"}},
      {"hidden, as scrapers write it", likes("-1"), {"post 1 likes = absent", "silent on = negative"}},
      {"a Unicode minus", likes("\u221228"), {"post 1 likes = absent"}},
      {"negative in parentheses", likes("(1,234)"), {"post 1 likes = absent"}},
      {"money in Europe",
       "Handle;Followers;Fee\n@a;1000;\u20ac1.200,00\n@b;2000;900 EUR\n",
       {"creator 1 fee = 1200", "creator 1 currency = EUR", "creator 2 fee = 900"}},
      {"money in India",
       "Handle,Followers,Fee\n@a,1000,\"Rs. 1,20,000\"\n@b,2000,\"\u20b9500\"\n",
       {"creator 1 fee = 120000", "creator 1 currency = INR"}},
      {"money in Brazil", "Handle,Followers,Fee\n@a,1000,R$ 500\n@b,2000,R$ 80\n", {"creator 1 currency = BRL"}},
      {"money in Turkey",
       "Handle,Followers,Fee\n@a,1000,1.200 TL\n@b,2000,80 TL\n",
       {"creator 1 fee = 1200", "creator 1 currency = TRY"}},
      {"money in Russia",
       "Блогер;Подписчики;Цена\nиван;12 300;10 000 руб.\nанна;45 600;20 000 руб\n",
       {"creator 1 handle = иван", "creator 1 fee = 10000", "creator 2 currency = RUB"}},
      {"an id beyond 2^53",
       "Post ID,Likes\n18355151116178767,5\n18355151116178768,6\n",
       {"post 1 id = 18355151116178767", "posts = 2"}},
      {"ids rounded by a spreadsheet",
       "Post ID,Likes\n1.22158E+17,5\n1.22158E+17,6\n",
       {"posts = 2", "silent on = repeats the id"}},
      {"decimals turned into dates",
       likes("3.\u0430\u043f\u0440"),
       {"post 1 likes = absent", "warns = a date where a number belongs"}},
      {"a leading apostrophe", likes("'1234"), {"post 1 likes = 1234"}},
      {"a formula",
       likes("\"=HYPERLINK(\"\"http://example.com\"\",\"\"5\"\")\""),
       {"post 1 likes = absent", "posts = 2"}},
  });
}

TEST_CASE("traps of dates") {
  const auto dated = [](std::string_view a, std::string_view b) {
    return "Post ID;Post time;Likes\n1;" + std::string(a) + ";5\n2;" + std::string(b) + ";6\n";
  };
  check({
      {"no year",
       dated("February 28", "8 de marzo"),
       {"post 1 date = absent", "post 2 date = absent", "warns = 2 dates were left out"}},
      {"month names of other languages",
       dated("8 de marzo de 2025", "18 \u044f\u043d\u0432\u0430\u0440\u044f 2025"),
       {"post 1 date = 2025-03-08", "post 2 date = 2025-01-18"}},
      {"month first by evidence", dated("03/04/2025", "03/18/2025"), {"post 1 date = 2025-03-04"}},
      {"day first by evidence", dated("03/04/2025", "18/03/2025"), {"post 1 date = 2025-04-03"}},
      {"no evidence",
       dated("03/04/2025", "05/06/2025"),
       {"post 1 date = absent", "warns = the order of day and month is not certain"}},
      {"evidence of both", dated("03/18/2025", "18/03/2025"), {"post 1 date = 2025-03-18", "post 2 date = 2025-03-18"}},
      {"points", dated("03.04.2025", "31.10.2025"), {"post 1 date = 2025-04-03"}},
      {"slashes after the year",
       dated("2025/10/31", "2025/10/30 18:19:10"),
       {"post 1 date = 2025-10-31", "post 2 date = 2025-10-30T18:19:10"}},
      {"an hour that flips with daylight saving",
       "\"Follows\"\n\"Date\",\"Primary\"\n\"2025-03-29T01:00:00\",\"1\"\n"
       "\"2025-03-30T00:00:00\",\"1\"\n",
       {"period follows = 2"}},
      {"weekday first",
       dated("Fri, Mar 21, 2025", "Thu Mar 20 2025"),
       {"post 1 date = 2025-03-21", "post 2 date = 2025-03-20"}},
      {"twelve-hour clock",
       dated("Sep 09, 2025 12:40 am", "Sep 09, 2025 12:40 pm"),
       {"post 1 date = 2025-09-09T00:40:00", "post 2 date = 2025-09-09T12:40:00"}},
      {"the year last of all", dated("Sun Dec 31 14:36:59 +0000 2023", ""), {"post 1 date = 2023-12-31T14:36:59Z"}},
      {"seconds and milliseconds",
       dated("1554150000", "1554150000123"),
       {"post 1 date = 2019-04-01T20:20:00Z", "post 2 date = 2019-04-01T20:20:00Z"}},
      {"a spreadsheet's day number", dated("45292", "45293"), {"post 1 date = 2024-01-01", "post 2 date = 2024-01-02"}},
      {"newest first", "Date,Followers\n2024-03-02,1100\n2024-03-01,1000\n", {"followers = 1100", "history = 2"}},
      {"neither first nor last",
       "Date,Followers\n2024-03-02,1100\n2024-03-03,1200\n2024-03-01,1000\n",
       {"followers = 1200", "last day = 2024-03-03"}},
      {"a year that begins without being named",
       "\"Date\",\"Followers\"\n\"December 31\",\"5000\"\n\"January 1\",\"5013\"\n",
       {"followers = 5013", "history = 0"}},
      {"a year of two digits", dated("07/27/17", "07/05/17"), {"post 1 date = 2017-07-27", "post 2 date = 2017-07-05"}},
      {"a year of two digits that may be a day", dated("05/07/17", "06/07/17"), {"post 1 date = absent"}},
      {"Lifetime in German is no day",
       "Post ID,Publish time,Datum,Likes\n1,18.03.2025 09:48,Gesamte Laufzeit,5\n2,18.03.2025 09:48,Gesamte "
       "Laufzeit,6\n",
       {"posts = 2", "post 1 date = 2025-03-18T09:48:00"}},
      {"Lifetime is no day",
       "Post ID,Publish time,Date,Likes\n1,03/18/2025 09:48,Lifetime,5\n2,03/18/2025 09:48,Lifetime,6\n",
       {"posts = 2", "post 1 date = 2025-03-18T09:48:00"}},
  });
}

TEST_CASE("traps of durations: no duration is taken for a number of anything") {
  for (const char* cell : {"30", "1:02:03", "4:13", "PT4M13S", "62.1", "253000"}) {
    const std::string text = "Post ID,Duration (sec),Average view duration,Likes\n1," + std::string(cell) + "," + cell +
                             ",5\n2," + cell + "," + cell + ",6\n";
    check({{cell, text, {"post 1 likes = 5", "post 1 views = absent", "post 2 likes = 6"}}});
  }
}

TEST_CASE("traps of totals") {
  std::string capped = "Content,Video title,Views,Watch time (hours)\nTotal,,90000,5\n";
  for (int i = 0; i < 500; ++i) capped += "id" + std::to_string(i) + ",T,10,0.1\n";
  capped += "Showing top 500 results\n";
  check({
      {"first", "Content,Video title,Views\nTotal,,300\na,T,100\nb,U,200\n", {"posts = 2", "skipped = 2"}},
      {"last", "Post ID,Likes,Views\n1,5,6\n2,7,8\nTotal,12,14\n", {"posts = 2", "skipped = 4"}},
      {"missing", "Content,Video title,Views\na,T,100\nb,U,200\n", {"posts = 2", "post 1 views = 100"}},
      {"a footer of words",
       "Content,Video title,Views\na,T,100\nb,U,200\nShowing top 500 results\n",
       {"posts = 2", "skipped = 4"}},
      {"a list cut at 500", capped, {"posts = 500", "warns = at most 500"}},
      {"a combined column beside its parts",
       "Post ID,\"Reactions, Comments and Shares\",Reactions,Comments,Shares\n1,18,10,5,3\n2,6,3,2,1\n",
       {"post 1 likes = 10", "post 1 comments = 5", "post 1 shares = 3"}},
  });
}

TEST_CASE("traps of meaning") {
  check({
      {"net change named followers", "Post ID,Likes,Overall followers\n1,5,-19\n2,6,4\n", {"followers = absent"}},
      {"percent of reach named Followers", "Post ID,Likes,Followers\n1,5,0.1%\n2,6,1.9%\n", {"followers = absent"}},
      {"subscribers that are a change",
       "Content,Views,Watch time (hours),Subscribers\na,10,1.5,3\nb,20,2,-4\n",
       {"followers = absent", "posts = 2"}},
      {"new followers a day",
       "Date,New followers,Views\n2024-01-01,5,10\n2024-01-02,6,20\n",
       {"followers = absent", "period follows = 11", "posts = 0"}},
      {"more reach than views",
       "Post ID,Views,Reach\n1,465,15735\n2,9,8\n",
       {"post 1 reach = 15735", "warns = 1 of 2 posts has more reach than views"}},
      {"reach of days",
       "Date,Reach,Profile visits\n2024-01-01,5,10\n2024-01-02,6,20\n",
       {"period reach = absent", "period profile_visits = 30", "warns = counts the same people again"}},
      {"unique viewers of days",
       "\"Date\",\"Total Viewers\",\"New Viewers\",\"Returning Viewers\"\n\"February "
       "28\",\"5\",\"4\",\"1\"\n\"March 1\",\"6\",\"5\",\"1\"\n",
       {"error = no-usable-columns"}},
      {"two platforms in one file",
       "Date,Network,Post ID,Likes\n2024-01-01,Instagram,1,5\n2024-01-02,Facebook,2,6\n",
       {"posts = 2", "warns = more than one platform"}},
      {"stories among posts",
       "Post ID,Post type,Likes\n1,IG story,5\n2,IG reel,6\n",
       {"post 1 format = story", "post 2 format = reel"}},
      {"replies among posts",
       "Post id,Date,Post text,Post Link,Impressions,Likes\n1,\"Fri, Mar 21, 2025\",@USER "
       "yes,https://x.com/a/status/1,10,0\n"
       "2,\"Fri, Mar 21, 2025\",news,https://x.com/a/status/2,900,9\n",
       {"posts = 2", "warns = 1 of 2 posts begins with @"}},
      {"hidden likes",
       "shortcode,likes,comments\na,-1,20\nb,100,20\n",
       {"post 1 likes = absent", "warns = Likes are hidden or missing in 1 of 2 posts"}},
      {"more likes than followers",
       "Post ID,Followers,Likes\n1,100,800\n2,100,5\n",
       {"post 1 likes = 800", "warns = more likes than the account has followers"}},
      {"the export's day beside the post's",
       "\"Time\",\"Video title\",\"Video link\",\"Post time\",\"Total likes\",\"Total views\"\n"
       "\"2026-02-10\",\"\",\"https://www.tiktok.com/@HANDLE/video/1\",\"2025-12-01\",\"109\",\"2000\"\n"
       "\"2026-02-10\",\"\",\"https://www.tiktok.com/@HANDLE/video/2\",\"2025-12-05\",\"110\",\"2100\"\n",
       {"post 1 date = 2025-12-01", "post 1 likes = 109", "post 1 views = 2000"}},
      {"one post on several days",
       "Post ID,Publish time,Date,Views\n1,2025-03-18,2025-03-18,100\n1,2025-03-18,2025-03-19,40\n",
       {"posts = 1", "post 1 views = 140"}},
      {"counts of an engagement that is named like a rate",
       "Influencer,Followers,Engagement avg\na,1000000,478K\nb,2000000,12K\n",
       {"creator 1 rate = absent"}},
      {"accounts that are followed",
       "Handle,Following,Avg likes\n@a,500,5\n@b,600,6\n",
       {"creator 1 followers = absent"}},
      {"average viewers are no likes",
       "Date,Average Viewers,Follows,Minutes Watched,Live Views\nFri Sep 04 2026,20,3,900,100\nSat Sep 05 "
       "2026,30,1,800,90\n",
       {"posts = 0", "period follows = 4", "period likes = absent"}},
      {"a list of those that did best",
       "\"Time\",\"Video title\",\"Video link\",\"Post time\",\"Total likes\",\"Total views\"\n"
       "\"February 10\",\"\",\"https://www.tiktok.com/@HANDLE/video/1\",\"February 1\",\"109\",\"2000\"\n",
       {"warns = has 1 video, which may be only those that did best"}},
      {"likes that the account gave",
       R"({"Likes and Favorites":{"Like List":{"ItemFavoriteList":[{"date":"x","likes":"9"}]}}})",
       {"error = download-without-figures"}},
      {"a list of followers",
       R"([{"string_list_data":[{"href":"https://www.instagram.com/USER","value":"USER","timestamp":1776177738}]}])",
       {"followers = absent", "warns = the least that there can be"}},
      {"a wide list of platforms",
       "Name,Category,Instagram_Followers,Instagram_Likes,TikTok_Followers,TikTok_Likes\nA,x,1.2M,183917381,5M,7\nB,y,"
       "2M,1,1M,2\n",
       {"creator 1 followers = 1200000", "warns = columns for several platforms"}},
  });
}

TEST_CASE("traps of containers, where one file says what it is by its bytes alone") {
  check({
      {"a workbook of 2003 and before", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", {"error = spreadsheet-input"}},
      {"a page that is called a workbook",
       "<table><tr><td>Post ID<td>Likes<tr><td>1<td>5<tr><td>2<td>6</table>",
       {"post 2 likes = 6"}},
      {"JSON Lines", "{\"shortcode\":\"a\",\"likesCount\":5}\n{\"shortcode\":\"b\",\"likesCount\":6}\n", {"posts = 2"}},
      {"a PDF", "%PDF-1.7\n", {"error = pdf-input", "says = copy the text"}},
      {"a picture", "\x89PNG\r\n\x1A\n", {"error = image-input", "says = Type or paste"}},
  });
}
