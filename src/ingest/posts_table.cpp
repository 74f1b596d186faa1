#include "ingest/posts_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/entities.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/handles.h"
#include "ingest/post_days.h"
#include "ingest/sheet_rows.h"

namespace mf::ingest {
namespace {

constexpr std::size_t studio_most_rows = 500;
constexpr std::size_t linkedin_most_rows = 50;

// "IG reel" -> "reel", "GraphVideo" -> "video", "CAROUSEL_ALBUM" -> "carousel"; an unknown word stays, in lower case.
std::string post_format(std::string_view cell) {
  static constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"carousel", "carousel"}, {"sidecar", "carousel"}, {"album", "carousel"}, {"story", "story"},
      {"stories", "story"},     {"reel", "reel"},        {"short", "short"},    {"live", "live"},
      {"video", "video"},       {"image", "image"},      {"photo", "image"},    {"picture", "image"},
      {"link", "link"},         {"text", "text"},        {"status", "text"},
  };
  std::string word = folded_header(cell.substr(0, 60));
  for (const auto& [part, format] : words) {
    if (word.find(part) != std::string::npos) return std::string(format);
  }
  return word;
}

std::optional<double>* metric_of(core::Post& post, Field field) {
  switch (field) {
    case Field::likes:
      return &post.likes;
    case Field::comments:
      return &post.comments;
    case Field::shares:
      return &post.shares;
    case Field::saves:
      return &post.saves;
    case Field::views:
      return &post.views;
    case Field::reach:
      return &post.reach;
    case Field::impressions:
      return &post.impressions;
    default:
      return nullptr;
  }
}

// What is told of the account by the rows, and how far they agree.
struct AccountColumns {
  std::optional<core::Count> followers;
  std::string followers_date;
  bool followers_differ = false;
  std::string handle;
  bool handles_differ = false;

  void take_followers(const core::Count& count, const std::string& date) {
    if (followers && followers->value != count.value) followers_differ = true;
    // The newest row tells the size of today; without dates, the last one.
    if (followers && !followers_date.empty() && date < followers_date) return;
    followers = count;
    followers_date = date;
  }
  void take_handle(std::string_view name) {
    if (name.empty() || name == handle) return;
    if (!handle.empty()) handles_differ = true;
    handle = name;
  }
};

struct Oddities {
  std::size_t without_likes = 0;
  std::size_t more_likes_than_followers = 0;
  std::size_t more_reach_than_views = 0;
  std::size_t unread_dates = 0;
  std::size_t replies = 0;

  void look_at(const core::Post& post, const std::optional<core::Count>& followers) {
    without_likes += !post.likes;
    more_likes_than_followers += post.likes && followers && *post.likes > followers->high;
    more_reach_than_views += post.reach && post.views && *post.reach > *post.views;
  }
};

void warn_of(const Oddities& odd, const Sheet& sheet, std::size_t posts, std::vector<std::string>& warnings) {
  const std::string of_posts = " of " + counted(posts, "post", "posts");
  if (sheet.has(Field::likes) && odd.without_likes > 0) {
    warnings.push_back("Likes are hidden or missing in " + std::to_string(odd.without_likes) + of_posts +
                       "; missing is not counted as 0.");
  }
  if (odd.more_likes_than_followers > 0) {
    warnings.push_back(std::to_string(odd.more_likes_than_followers) + of_posts +
                       (odd.more_likes_than_followers == 1 ? " has" : " have") +
                       " more likes than the account has followers. Check that the follower number is right.");
  }
  if (odd.more_reach_than_views > 0) {
    warnings.push_back(std::to_string(odd.more_reach_than_views) + of_posts +
                       (odd.more_reach_than_views == 1 ? " has" : " have") +
                       " more reach than views, as happens when ads ran. The numbers were kept as they are.");
  }
  if (odd.replies > 0) {
    warnings.push_back(std::to_string(odd.replies) + of_posts +
                       (odd.replies == 1 ? " begins with @ and may be a reply" : " begin with @ and may be replies") +
                       ", which few people see. Averages may be too low.");
  }
  if (odd.unread_dates > 0) {
    warnings.push_back(counted(odd.unread_dates, "date was", "dates were") +
                       " left out because the year or the order of day and month is not certain.");
  }
}

void warn_of_repeated_ids(const std::vector<core::Post>& posts, std::vector<std::string>& warnings) {
  std::vector<std::string_view> ids;
  ids.reserve(posts.size());
  for (const core::Post& post : posts) {
    // A spreadsheet's "1.22158E+17" names no single post.
    if (!post.id.empty() && post.id.find("E+") == std::string::npos) ids.push_back(post.id);
  }
  std::sort(ids.begin(), ids.end());
  std::size_t repeated = 0;
  for (std::size_t i = 1; i < ids.size(); ++i) repeated += ids[i] == ids[i - 1];
  if (repeated == 0) return;
  warnings.push_back(
      counted(repeated, "row repeats", "rows repeat") +
      " the id of another row. If the file has one row per post and day, export lifetime totals instead.");
}

// Rows of one post on several days are made one post.
void join_rows_of_days(const Sheet& sheet, const std::vector<std::string>& days, Reading& reading) {
  if (days.empty()) return;
  const bool is_only_date = sheet.day_column == sheet.column_of(Field::published_at);
  const PostDays joined = join_days(reading.posts, days, is_only_date);
  if (joined.rows == 0) return;
  const std::string rows = counted(joined.rows, "row", "rows") + " of " + counted(joined.posts, "post", "posts") +
                           " on several days were joined: ";
  reading.warnings.push_back(rows + (joined.are_snapshots
                                         ? "the numbers only grow, so those of the last day were taken."
                                         : "the numbers of the days were added up."));
  if (joined.lost_reach) {
    reading.warnings.push_back(
        "Reach was left out where it was given for each day, since the days count the same people again.");
  }
}

void warn_of_missing_followers(const Sheet& sheet, Reading& reading) {
  if (reading.account.followers) return;
  reading.needs.push_back("followers");
  for (const Column& column : sheet.columns) {
    if (!is_change(column.header.field)) continue;
    reading.warnings.push_back("Column " + quoted(column.name) +
                               " counts changes and not all followers, so it was not taken as the follower number.");
    return;
  }
}

// Lists that hold only the posts that did best.
void warn_of_selections(const Sheet& sheet, Reading& reading) {
  const std::size_t posts = reading.posts.size();
  const auto has_column = [&sheet](std::string_view key) {
    return std::any_of(sheet.columns.begin(), sheet.columns.end(),
                       [key](const Column& column) { return header_key(column.name) == key; });
  };
  if (sheet.is_studio && posts == studio_most_rows) {
    reading.warnings.push_back(
        "YouTube Studio exports at most 500 videos, so those with the fewest views may be missing. Averages may be too "
        "high.");
  } else if (reading.account.platform == core::Platform::tiktok && has_column("time") && has_column("posttime")) {
    reading.warnings.push_back("This list of TikTok Studio has " + counted(posts, "video", "videos") +
                               ", which may be only those that did best. Averages may be too high.");
  } else if (reading.account.platform == core::Platform::linkedin && posts >= linkedin_most_rows &&
             has_column("postpublishdate")) {
    reading.warnings.push_back("LinkedIn lists only the 50 posts that did best. Averages may be too high.");
  }
}

// LinkedIn and others give one number for all that people did, which is neither likes nor comments.
void warn_of_sums(const Sheet& sheet, std::vector<std::string>& warnings) {
  if (sheet.has(Field::likes) || sheet.has(Field::comments)) return;
  for (const Column& column : sheet.columns) {
    if (column.header.field != Field::engagements && column.header.field != Field::sum) continue;
    warnings.push_back("Column " + quoted(column.name) +
                       " counts likes, comments, clicks and more together, so it was not taken for likes.");
    return;
  }
}

core::Platform platform_of(const Sheet& sheet, core::Platform from_cells, const Hints& hints) {
  if (hints.platform != core::Platform::any) return hints.platform;
  if (from_cells != core::Platform::any) return from_cells;
  for (const Column& column : sheet.columns) {
    if (column.used_for != Field::none && column.header.platform != core::Platform::any) return column.header.platform;
  }
  return sheet.is_studio ? core::Platform::youtube : core::Platform::any;
}

}  // namespace

Result<Reading> read_posts_table(std::string_view text, const Sheet& sheet, const Hints& hints) {
  Reading reading;
  reading.format = "posts-csv";
  reading.kind = Kind::account;
  AccountColumns account;
  Oddities odd;
  PlatformCells platforms;
  core::Platform platform = core::Platform::any;
  bool platforms_differ = false;
  std::vector<std::string> days;  // of the posts, if the table has a column for them

  if (sheet.mean_row_bytes > 0) {
    const double expected = static_cast<double>(text.size()) / sheet.mean_row_bytes;
    reading.posts.reserve(static_cast<std::size_t>(std::min(expected * 1.1, 1e6)) + 1);
  }
  SheetRows rows(text, sheet, hints);
  while (rows.next()) {
    core::Post post;
    bool has_metric = false;
    for (const Column& column : sheet.columns) {
      std::optional<double>* metric = metric_of(post, column.used_for);
      if (metric == nullptr) continue;
      *metric = rows.number(column.used_for);
      has_metric = has_metric || metric->has_value();
    }
    const std::string_view date = rows.text(Field::published_at);
    post.published_at = iso_date(date, sheet.date_order);
    odd.unread_dates += post.published_at.empty() && !is_missing_word(date);
    if (const auto followers = rows.count(Field::followers)) account.take_followers(*followers, post.published_at);
    if (const auto following = rows.count(Field::following)) reading.account.following = following;
    if (const auto post_count = rows.count(Field::post_count)) reading.account.post_count = post_count;
    account.take_handle(handle_in(rows.text(Field::handle)));
    core::Platform row_platform = platforms.read(rows.text(Field::platform));
    if (row_platform == core::Platform::any) row_platform = platform_from_address(rows.text(Field::url));
    if (row_platform != core::Platform::any) {
      platforms_differ = platforms_differ || (platform != core::Platform::any && row_platform != platform);
      platform = row_platform;
    }
    if (!has_metric) {
      if (!account.followers) rows.skip("no numbers in it");
      continue;
    }
    post.id = rows.text(Field::id).empty() ? std::string(rows.text(Field::url)) : std::string(rows.text(Field::id));
    post.format = post_format(rows.text(Field::format));
    post.caption = rows.text(Field::caption);
    // X writes its tables as it writes its pages.
    if (post.caption.find("&amp;") != std::string::npos) post.caption = without_entities(post.caption);
    reading.posts.push_back(std::move(post));
    if (sheet.day_column) days.push_back(iso_date(rows.cell(*sheet.day_column), sheet.date_order).substr(0, 10));
  }
  rows.report(reading);

  reading.account.followers = account.followers;
  if (!account.handles_differ) reading.account.handle = account.handle;
  reading.account.platform = platform_of(sheet, platforms_differ ? core::Platform::any : platform, hints);
  if (reading.posts.empty() && !reading.account.followers) {
    return Error{"no-numbers",
                 "The header was understood, but no row under it holds a number. Check that the export is complete.",
                 "", sheet.header_row};
  }
  join_rows_of_days(sheet, days, reading);
  for (const core::Post& post : reading.posts) {
    odd.look_at(post, reading.account.followers);
    odd.replies += reading.account.platform == core::Platform::x && post.caption.starts_with('@');
  }
  warn_of(odd, sheet, reading.posts.size(), reading.warnings);
  warn_of_sums(sheet, reading.warnings);
  warn_of_repeated_ids(reading.posts, reading.warnings);
  warn_of_selections(sheet, reading);
  if (account.followers_differ) {
    reading.warnings.push_back("The follower number differs between rows; the newest one is used.");
  }
  if (account.handles_differ) {
    reading.warnings.push_back("The rows name more than one account. They were read as the posts of one.");
  }
  if (platforms_differ)
    reading.warnings.push_back("The rows come from more than one platform. They were read as one account.");
  warn_of_missing_followers(sheet, reading);
  return reading;
}

}  // namespace mf::ingest
