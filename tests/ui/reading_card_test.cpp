// Which column was read as what, and how it is corrected.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/columns.h"
#include "reader.h"
#include "screen.h"

namespace mf::ui {
namespace {

constexpr char wrong_likes[] =
    "Post ID,Likes,Hearts,Comments\n"
    "1,10,800,40\n"
    "2,20,900,50\n";

// Which option of "Read as" a field is; 0 is none.
int option_of(std::string_view key) {
  int option = 1;
  for (const ingest::Field field : ingest::choosable_fields()) {
    if (key == ingest::field_key(field)) return option;
    ++option;
  }
  return 0;
}

std::string wide_table(std::size_t columns) {
  std::string header = "Likes,Comments", row = "5,1";
  for (std::size_t i = 2; i < columns; ++i) {
    header += ",X" + std::to_string(i);
    row += ",7";
  }
  return header + '\n' + row + '\n' + row + '\n';
}

TEST_SUITE("What was read") {
  TEST_CASE("Each column of a table has a choice of what it is read as, named by its column") {
    Screen screen;
    screen.give_file("posts.csv", wrong_likes);
    CHECK(screen.table("file-details-mapping") == std::vector<std::string>{"In your data | Read as",
                                                                           "Post ID | post id", "Likes | likes",
                                                                           "Hearts | not used", "Comments | comments"});
    const form::Node* choice = screen.node("file-details-as-2");
    REQUIRE(choice);
    CHECK(choice->role == form::Role::select);
    CHECK(choice->text == "not used");
    CHECK(choice->value.starts_with("not used\nfollowers\nlikes\n"));
    CHECK(choice->described_by == "file-details-mapping-3-0 file-details-mapping-0-1");
    CHECK(screen.node("file-details-mapping-3-0")->text == "Hearts");
    CHECK(screen.node("file-details-others") == nullptr);
  }

  TEST_CASE("Another choice reads the file again, and the answer changes") {
    Screen screen("followers=10000");
    screen.give_file("posts.csv", wrong_likes);
    const std::string before = screen.table("engagement")[1];
    screen.choose("file-details-as-2", option_of("likes"));
    CHECK(screen.table("engagement")[1] != before);
    CHECK(screen.text("file-details-as-2") == "likes");
    CHECK(screen.text("file-details-as-1") == "not used");
    CHECK(screen.state().stats.file.reading->posts[0].likes == 800);

    SUBCASE("a second correction keeps the first") {
      screen.choose("file-details-as-3", 0);
      CHECK(screen.state().stats.file.reading->posts[0].likes == 800);
      CHECK_FALSE(screen.state().stats.file.reading->posts[0].comments);
    }
    SUBCASE("the same field for another column takes it away again") {
      screen.choose("file-details-as-1", option_of("likes"));
      CHECK(screen.text("file-details-as-1") == "likes");
      CHECK(screen.text("file-details-as-2") == "not used");
      CHECK(screen.table("engagement")[1] == before);
    }
    SUBCASE("another file is read without it") {
      screen.give_file("more.csv", wrong_likes);
      CHECK(screen.text("file-details-as-1") == "likes");
    }
  }

  TEST_CASE("A pasted table and the sample can be corrected, too") {
    Screen screen;
    screen.paste("paste", wrong_likes);
    screen.choose("paste-details-as-2", option_of("likes"));
    CHECK(screen.state().stats.paste.reading->posts[0].likes == 800);
    screen.press("sample");
    REQUIRE(screen.state().stats.file.reading);
    const auto& mapping = screen.state().stats.file.reading->mapping;
    const auto likes =
        std::find_if(mapping.begin(), mapping.end(), [](const auto& one) { return one.field == "likes"; });
    screen.choose("file-details-as-" + std::to_string(likes - mapping.begin()), 0);
    REQUIRE(screen.state().stats.file.reading);
    CHECK_FALSE(screen.state().stats.file.reading->posts[0].likes);
  }

  TEST_CASE("Followers that came from a wrong column go with it") {
    Screen screen;
    screen.give_file("posts.csv", "Post ID,Likes,Followers,Crowd\n1,5,77,5000\n2,6,77,5000\n");
    CHECK(screen.node("followers")->value == "77");
    screen.choose("file-details-as-2", 0);
    CHECK(screen.node("followers")->value == "");
    screen.choose("file-details-as-3", option_of("followers"));
    CHECK(screen.node("followers")->value == "5,000");
  }

  TEST_CASE("Followers that were typed since stay, unless a choice says which column they are") {
    Screen screen;
    screen.give_file("posts.csv", "Post ID,Likes,Hearts,Followers,Crowd\n1,5,6,77,5000\n2,6,7,77,5000\n");
    screen.type("followers", "9,999");
    screen.choose("file-details-as-2", option_of("likes"));
    CHECK(screen.node("followers")->value == "9,999");
    screen.choose("file-details-as-4", option_of("followers"));
    CHECK(screen.node("followers")->value == "5,000");
  }

  TEST_CASE("A choice that leaves nothing to read changes nothing and says why") {
    Screen screen;
    screen.give_file("posts.csv", "Likes,Mood\n5,good\n6,bad\n");
    screen.choose("file-details-as-0", 0);
    CHECK(screen.text("file-details-error").find("It stays as it was. ") == 0);
    CHECK(screen.text("file-details-as-0") == "likes");
    CHECK(screen.state().stats.file.reading->posts.size() == 2);
    CHECK(screen.text("file-read").find("Read posts.csv") == 0);
    screen.choose("file-details-as-1", option_of("caption"));
    CHECK(screen.node("file-details-error") == nullptr);
    CHECK(screen.text("file-details-as-1") == "caption");
  }

  TEST_CASE("All stays in its place while it is read again, however long that takes") {
    State state;
    read_and_answer(state, read_file(state, "posts.csv"), wrong_likes);
    const Ticket first = state.stats.file.file;
    const std::uint64_t revision = state.revision;
    read_again(state, state.stats, state.stats.file, {{"Hearts", "likes"}});
    const Ticket ticket = state.stats.file.waiting->ticket;
    CHECK(ticket != first);
    CHECK(is_kept(state, first));
    takes_long(state, ticket, 0.5);
    REQUIRE(state.stats.file.reading);
    CHECK(state.stats.file.reading->posts[0].likes == 10);
    CHECK(state.stats.file.takes_long);
    SUBCASE("stopped, it is as before") {
      stop_reading(state, state.stats.file);
      CHECK_FALSE(state.stats.file.takes_long);
      CHECK(state.stats.file.reading);
      CHECK_FALSE(is_awaited(state, ticket));
    }
    SUBCASE("answered, it is another") {
      read_and_answer(state, ticket, wrong_likes, {{"Hearts", "likes"}});
      CHECK(state.stats.file.reading->posts[0].likes == 800);
      CHECK_FALSE(state.stats.file.takes_long);
      CHECK(state.revision > revision);
      CHECK(is_kept(state, first));
    }
    SUBCASE("a file in its place lets go of it") {
      read_file(state, "other.csv");
      CHECK(is_kept(state, first));  // until the other one is read
      takes_long(state, state.stats.file.waiting->ticket);
      CHECK_FALSE(is_kept(state, first));
    }
  }

  TEST_CASE("A table without a column of use shows its columns, and one choice is enough") {
    Screen screen;
    screen.give_file("list.csv", "Wer;Abo-Stand;X1\nada;12.300;5\n");
    CHECK(screen.text("file-read").find("none of them is of use") != std::string::npos);
    CHECK(screen.text("file-read").find("under What was read") != std::string::npos);
    CHECK(screen.table("file-details-mapping") == std::vector<std::string>{"In your data | Read as", "Wer | not used",
                                                                           "Abo-Stand | not used", "X1 | not used"});
    SUBCASE("one of use") {
      screen.choose("file-details-as-1", option_of("followers"));
      CHECK(screen.node("followers")->value == "12,300");
      CHECK(screen.text("file-details-as-1") == "followers");
    }
    SUBCASE("one that is of no use alone stays chosen for the next") {
      screen.choose("file-details-as-0", option_of("handle"));
      CHECK(screen.text("file-details-as-0") == "handle");
      CHECK(screen.text("file-read").find("as they were chosen") != std::string::npos);
      screen.choose("file-details-as-1", option_of("followers"));
      CHECK(screen.node("followers")->value == "12,300");
      CHECK(screen.state().stats.file.reading->account.handle == "ada");
    }
    SUBCASE("one without numbers is said, and the columns stay") {
      screen.choose("file-details-as-0", option_of("followers"));
      CHECK(screen.text("file-read").find("no row under it holds a number") != std::string::npos);
      CHECK(screen.table("file-details-mapping").size() == 4);
    }
  }

  TEST_CASE("Of a wide table the columns in use are listed, and the others are folded") {
    Screen screen;
    screen.give_file("wide.csv", wide_table(40));
    CHECK(screen.table("file-details-mapping").size() == 3);
    CHECK(screen.text("file-details-others") == "38 more columns, not used");
    screen.press("file-details-others");
    CHECK(screen.table("file-details-mapping").size() == 41);
    screen.choose("file-details-as-30", option_of("views"));
    screen.press("file-details-others");
    CHECK(screen.table("file-details-mapping").size() == 4);
    CHECK(screen.text("file-details-as-30") == "views");
  }

  TEST_CASE("Of a wide table without a column of use the first ones are listed") {
    Screen screen;
    std::string header = "Wer", row = "ada";
    for (int i = 1; i < 20; ++i) {
      header += ";X" + std::to_string(i);
      row += ";" + std::to_string(i);
    }
    screen.give_file("wide.csv", header + '\n' + row + '\n' + row + '\n');
    CHECK(screen.table("file-details-mapping").size() == 13);
    CHECK(screen.text("file-details-others") == "8 more columns, not used");
  }

  TEST_CASE("What is shown of a column is one of its choices") {
    Screen screen;
    screen.give_file("ads.csv",
                     "Campaign name,Amount spent (EUR),Impressions,Link clicks\nA,10.50,1000,12\nB,20.00,2000,20\n");
    for (const char* choice : {"file-details-as-0", "file-details-as-1", "file-details-as-2", "file-details-as-3"}) {
      CAPTURE(choice);
      REQUIRE(screen.node(choice));
      CHECK(('\n' + screen.node(choice)->value + '\n').find('\n' + screen.text(choice) + '\n') != std::string::npos);
    }
    CHECK(screen.text("file-details-as-1") == "amount spent");
  }

  TEST_CASE("Of two columns with one name the second can be corrected alone") {
    Screen screen;
    screen.give_file("posts.csv", "Post ID,Likes,Views,Views\n1,5,10,100\n2,6,20,200\n");
    screen.choose("file-details-as-3", option_of("views"));
    CHECK(screen.state().stats.file.reading->posts[0].views == 100);
    screen.choose("file-details-as-2", option_of("views"));
    CHECK(screen.state().stats.file.reading->posts[0].views == 10);
  }

  TEST_CASE("The words of a profile have no columns to choose") {
    Screen screen;
    screen.paste("paste", "1,234 posts 12.3K followers 567 following");
    CHECK(screen.table("paste-details-mapping").size() == 4);
    CHECK(screen.node("paste-details-as-0") == nullptr);
  }

  TEST_CASE("A list of creators is corrected where one is picked") {
    Screen screen("tool=pick");
    screen.give_file("list.csv", "Handle,Followers,Avg likes,Budget ask\na,1000,50,90\nb,2000,60,80\n");
    screen.choose("file-details-as-3", option_of("fee"));
    REQUIRE(screen.state().roster.file.reading);
    CHECK(screen.state().roster.file.reading->creators[0].fee == 90);
  }
}

}  // namespace
}  // namespace mf::ui
