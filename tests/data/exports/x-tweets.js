window.YTD.tweets.part0 = [
 {"tweet":{"id_str":"1741467890123456789","favorite_count":"31","retweet_count":"4",
  "created_at":"Sun Dec 31 14:36:59 +0000 2023","full_text":"ours &amp; whole \ud83d\ude00"}},
 {"tweet":{"id_str":"1741467890123456790","favorite_count":"0","retweet_count":"9001",
  "created_at":"Sun Dec 31 15:36:59 +0000 2023","full_text":"RT @first.person: theirs"}},
 {"tweet":{"id_str":"1741467890123456791","favorite_count":"1","retweet_count":"0",
  "created_at":"Sun Dec 31 16:36:59 +0000 2023","full_text":"@second.person thanks"}}];

