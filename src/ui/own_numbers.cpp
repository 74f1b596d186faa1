#include "ui/own_numbers.h"

#include <string>
#include <string_view>

namespace mf::ui {
namespace {

using core::Platform;
using form::Form;
using form::TextStyle;
using form::Tone;

// Only ways that the readers of src/ingest know the files of.
struct Ways {
  Platform platform;
  std::string_view copy;         // from the profile
  std::string_view file, gives;  // the export, and what it has
  std::string_view other = {};   // another file
};

constexpr Ways ways[] = {
    {Platform::instagram, "The line with posts, followers and following.",
     "The export of content in Meta Business Suite (CSV).",
     "Views, reach, likes, comments, shares and saves of each post; no follower total.",
     "Or the download of your information, with \"Past Instagram insights\" and the format JSON: followers, reach and "
     "engagement."},
    {Platform::tiktok, "The line with following, followers and likes.",
     "In TikTok Studio the downloads of Content and of Followers.",
     "Views, likes, comments and shares of each video; followers by day, for the growth.",
     "Or the download of your data, with \"All data\" and the format JSON: followers, and the likes of each video."},
    {Platform::youtube, "The line with subscribers and videos.",
     "In YouTube Studio: Analytics, Advanced mode, Export current view.",
     "Views of each video, likes and comments where the view has them; no subscriber total. Google Takeout has none of "
     "this."},
    {Platform::x, "The line with following and followers.", "The export of content in X analytics (CSV).",
     "Impressions, likes, replies, reposts and bookmarks of each post; no follower total.",
     "Or the archive of your data: followers, likes and reposts."},
    {Platform::linkedin,
     {},
     "On LinkedIn open your analytics and choose Export (Excel).",
     "Followers, and impressions and engagements of up to 50 posts. The copy of your data has neither."},
    {Platform::facebook,
     {},
     "The export of content in Meta Business Suite (CSV).",
     "Views, reach, reactions, comments and shares of each post; no follower total."},
};

void show(Form& form, const Ways& of) {
  const std::string id = std::string("own-numbers-") + core::platform_name(of.platform);
  form.gap(12);
  form.heading(id, 3, TextStyle::label, core::platform_name(of.platform));
  int line = 0;
  const auto say = [&](std::string_view kind, std::string_view text, std::string_view more) {
    if (text.empty()) return;
    std::string words(kind);
    words += text;
    if (!more.empty()) (words += ' ') += more;
    form.gap(2);
    form.text(form::part_id(id, std::to_string(++line)), TextStyle::small, words, Tone::quiet);
  };
  say("To paste: ", of.copy, {});
  say("A file: ", of.file, of.gives);
  say({}, of.other, {});
}

}  // namespace

void own_numbers(Form& form, State& state) {
  constexpr std::string_view id = "own-numbers";
  const bool open = state.is_open(id);
  if (form.disclosure(id, "Where do I find my numbers?", open)) state.toggle(id);
  if (!open) return;
  form.group("own-numbers-ways", "Where each platform has your numbers", [&] {
    for (const Ways& of : ways) {
      if (of.platform == state.platform) show(form, of);
    }
    for (const Ways& of : ways) {
      if (of.platform != state.platform) show(form, of);
    }
  });
}

}  // namespace mf::ui
