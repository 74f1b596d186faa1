#include "core/caption_traits.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace mf::core;

TEST_CASE("a caption tells what it discloses, whether it asks and speaks to the reader, and how many words it has") {
  const CaptionTraits traits = caption_traits("Werbung | Was denkst du? #Harz @brand https://a.b/c");
  CHECK(traits.disclosure == Disclosure::paid);
  CHECK(traits.asks_question);
  CHECK(traits.speaks_to_reader);
  CHECK(traits.word_count == 4);

  const CaptionTraits plain = caption_traits("Fog over the harbour");
  CHECK(plain.disclosure == Disclosure::none);
  CHECK_FALSE(plain.asks_question);
  CHECK_FALSE(plain.speaks_to_reader);
  CHECK(plain.word_count == 4);
}

TEST_CASE("words stand as written, each once, apart by whether they can name a subject") {
  const CaptionTraits traits =
      caption_traits("The Köln fog, more FOG and Lanterns in 2026 #ad #Köln #koeln #KOLN #fyp");
  CHECK(traits.subject_hashtags == "Köln koeln");
  CHECK(traits.subject_words == "Köln Lanterns");  // the others are short, of every day, or a number
  CHECK(traits.other_hashtags == "ad fyp");
  CHECK(traits.other_words == "The fog more and in 2026");
}

TEST_CASE("what is written without spaces stands with the hashtags, in which words are looked for as well") {
  const CaptionTraits traits = caption_traits("朝の料理 again #料理");
  CHECK(traits.subject_hashtags == "料理");
  CHECK(traits.other_hashtags == "朝の料理");
}

TEST_CASE("only posts with a caption get traits, and what is known stays") {
  std::vector<Post> posts(4);
  posts[0].caption = "Would you?";
  posts[1].caption = " \n ";
  posts[3].caption_traits.emplace().word_count = 7;  // its caption did not come with it
  describe_captions(posts);
  CHECK(posts[0].caption_traits == caption_traits("Would you?"));
  CHECK_FALSE(posts[1].caption_traits);
  CHECK_FALSE(posts[2].caption_traits);
  CHECK(posts[3].caption_traits->word_count == 7);
}

TEST_CASE("the words of a megabyte are hardly longer than it, and take their time once") {
  for (const std::string piece : {"#Tag", "word", "a中"}) {
    std::string caption;
    for (int i = 0; caption.size() < 1'000'000; ++i) caption += piece + std::to_string(i) + " ";
    const CaptionTraits traits = caption_traits(caption);
    CHECK(traits.subject_hashtags.size() + traits.subject_words.size() + traits.other_hashtags.size() +
              traits.other_words.size() <=
          caption.size());
  }
}
