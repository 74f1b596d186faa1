#include "ingest/download.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "ingest/download_part.h"
#include "ingest/excerpt.h"
#include "ingest/folding.h"
#include "ingest/instagram_download.h"
#include "ingest/instagram_lists.h"
#include "ingest/json_value.h"
#include "ingest/text_encoding.h"
#include "ingest/tiktok_download.h"
#include "ingest/x_archive.h"

namespace mf::ingest {
namespace {

Error error_of(const char* code, std::string message) { return {code, std::move(message), "", std::nullopt}; }

Result<DownloadPart> not_understood() {
  return error_of("download-not-understood",
                  "This is no file that Instagram, TikTok or X hands out with figures of your account. Choose the "
                  "insights of an Instagram download, TikTok's user_data.json, or tweets.js of an X archive.");
}

Result<DownloadPart> read_file(const DownloadFile& file) {
  const DecodedText decoded = decode_text(file.bytes);
  const std::string_view text = trimmed(decoded.text());
  if (text.starts_with('<')) {
    auto part = read_instagram_html(text, file.name);
    return part ? *std::move(part) : not_understood();
  }
  if (text.empty()) return not_understood();
  // Untrimmed, so that lines are counted from the top of the file.
  const auto tree = parse_json(decoded.text());
  if (!tree) return tree.error();
  const JsonValue root = tree->root();
  if (auto part = read_x_archive(assigned_variable(text), root)) return *std::move(part);
  if (auto part = read_instagram_json(root, file.name)) return *std::move(part);
  if (auto part = read_tiktok_json(root)) return *std::move(part);
  return not_understood();
}

// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

// For each file the first file with the same bytes, which may be itself.
std::vector<std::size_t> firsts_of(std::span<const DownloadFile> files) {
  std::vector<std::pair<std::uint64_t, std::size_t>> hashes;
  for (std::size_t i = 0; i < files.size(); ++i) hashes.emplace_back(hash_of(files[i].bytes), i);
  std::sort(hashes.begin(), hashes.end());
  std::vector<std::size_t> firsts(files.size());
  std::size_t first = 0;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const bool repeats =
        i > 0 && hashes[i].first == hashes[i - 1].first && files[hashes[i].second].bytes == files[first].bytes;
    if (!repeats) first = hashes[i].second;
    firsts[hashes[i].second] = first;
  }
  return firsts;
}

void add_new(std::vector<std::string>& sentences, const std::string& sentence) {
  if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) sentences.push_back(sentence);
}

// The files that were understood, put together.
class Download {
 public:
  core::Platform platform() const { return platform_; }

  void add(DownloadPart part) {
    platform_ = part.platform;
    add_account(part.account);
    add_posts(part.posts);
    if (part.listed_followers) add_list(part.list, *part.listed_followers);
    for (PeriodFigure& figure : part.period) add_figure(std::move(figure));
    for (Mapping& mapping : part.mapping) add_mapping(std::move(mapping));
    for (const std::string& warning : part.warnings) add_new(warnings_, warning);
  }

  bool has_figures() const {
    return account_.followers || account_.following || !posts_.empty() || !period_.empty() || !lists_.empty();
  }

  Reading reading() &&;

 private:
  void add_account(const core::Account& account) {
    if (account.followers && account_.followers && account.followers->value != account_.followers->value) {
      add_new(warnings_, "Two files give different numbers of followers; that of the first file was taken.");
    } else if (account.followers) {
      account_.followers = account.followers;
    }
    if (account.following) account_.following = account.following;
    if (account.handle.empty()) return;
    if (!account_.handle.empty() && account_.handle != account.handle) {
      add_new(warnings_, "The files name more than one account. They were read as the files of one.");
    }
    account_.handle = account.handle;
  }

  // A post that an earlier file has too is kept once, with the higher counts: they only grow.
  void add_posts(std::vector<core::Post>& posts) {
    if (posts.empty()) return;
    const auto earlier = [](const core::Post& a, const core::Post& b) {
      return std::tie(a.published_at, a.caption) < std::tie(b.published_at, b.caption);
    };
    std::vector<std::size_t> order(posts_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return earlier(posts_[a], posts_[b]); });
    for (core::Post& post : posts) {
      const auto known = std::lower_bound(order.begin(), order.end(), post,
                                          [&](std::size_t a, const core::Post& b) { return earlier(posts_[a], b); });
      const bool is_known = known != order.end() && !earlier(post, posts_[*known]) && !post.published_at.empty();
      if (!is_known) {
        posts_.push_back(std::move(post));
        continue;
      }
      ++repeated_posts_;
      if (post.likes > posts_[*known].likes) posts_[*known] = std::move(post);
    }
  }

  void add_list(const std::string& name, double listed) {
    for (auto& [known, accounts] : lists_) {
      if (known != name) continue;
      accounts = std::max(accounts, listed);
      return;
    }
    lists_.emplace_back(name, listed);
  }

  void add_figure(PeriodFigure figure) {
    for (const PeriodFigure& known : period_) {
      if (known.name != figure.name) continue;
      if (known.value != figure.value) {
        add_new(warnings_, "Two files give different figures of a period for the same thing; the first was taken.");
      }
      return;
    }
    period_.push_back(std::move(figure));
  }

  void add_mapping(Mapping mapping) {
    if (std::find(mapping_.begin(), mapping_.end(), mapping) == mapping_.end()) mapping_.push_back(std::move(mapping));
  }

  core::Platform platform_ = core::Platform::any;
  core::Account account_;
  std::vector<core::Post> posts_;
  std::size_t repeated_posts_ = 0;
  std::vector<PeriodFigure> period_;
  std::vector<std::pair<std::string, double>> lists_;
  std::vector<Mapping> mapping_;
  std::vector<std::string> warnings_;
};

const char* format_of(core::Platform platform) {
  return platform == core::Platform::instagram ? "instagram-download"
         : platform == core::Platform::tiktok  ? "tiktok-download"
                                               : "x-archive";
}

std::string whole(double value) { return std::to_string(static_cast<long long>(value)); }

Reading Download::reading() && {
  Reading reading;
  reading.format = format_of(platform_);
  reading.account = std::move(account_);
  reading.account.platform = platform_;
  reading.posts = std::move(posts_);
  reading.period = std::move(period_);
  reading.mapping = std::move(mapping_);
  reading.warnings = std::move(warnings_);
  double listed = 0;
  for (const auto& [name, accounts] : lists_) listed += accounts;
  const auto& followers = reading.account.followers;
  if (!followers) reading.needs.push_back("followers");
  if (listed > 0 && !followers) {
    reading.followers_at_least = listed;
    reading.warnings.push_back("The list of followers names " +
                               counted(static_cast<std::size_t>(listed), "account", "accounts") +
                               ". Downloads cut such lists short, so it is the least that there can be; type the "
                               "number that the profile shows.");
  } else if (followers && listed > followers->high) {
    reading.warnings.push_back("The list of followers is longer (" + whole(listed) +
                               ") than the number of followers says (" + whole(followers->value) +
                               "). The number may be an older one; check it.");
  }
  if (repeated_posts_ > 0) {
    reading.warnings.push_back(
        counted(repeated_posts_, "post stands", "posts stand") +
        (repeated_posts_ == 1 ? " in two files and was counted once." : " in two files and were counted once."));
  }
  if (reading.posts.empty() && platform_ == core::Platform::instagram) {
    reading.warnings.push_back("There are no posts in it. " + std::string(where_instagram_has_figures));
  } else if (reading.posts.empty()) {
    reading.warnings.push_back(platform_ == core::Platform::tiktok
                                   ? "There are no videos of the account in it. Choose \"All data\" and the format "
                                     "JSON when you request the download."
                                   : "There are no posts in it. They are in tweets.js of the archive.");
  }
  return reading;
}

// "_12" or "-part3": which piece of a list a file is.
std::string_view without_piece(std::string_view stem) {
  std::string_view rest = stem;
  while (!rest.empty() && rest.back() >= '0' && rest.back() <= '9') rest.remove_suffix(1);
  if (rest.size() == stem.size()) return stem;
  for (const std::string_view mark : {"_", "-part"}) {
    if (rest.ends_with(mark)) return rest.substr(0, rest.size() - mark.size());
  }
  return stem;
}

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_wanted_of_download(std::string_view path) {
  static constexpr std::string_view insights[] = {"audience_insights",
                                                  "content_interactions",
                                                  "profiles_reached",
                                                  "accounts_reached",
                                                  "posts",
                                                  "reels",
                                                  "live_videos",
                                                  "followers"};
  static constexpr std::string_view scripts[] = {"tweets", "tweet", "follower", "account"};
  const std::string name = folded(base_name(path));
  const std::string stem = stem_of(path);
  // macOS puts a shadow beside each file.
  if (name.starts_with("._") || path.starts_with("__MACOSX")) return false;
  if (name.ends_with(".js")) return is_one_of(without_piece(stem), scripts);
  if (!name.ends_with(".json") && !name.ends_with(".html")) return false;
  if (stem.starts_with("user_data")) return name.ends_with(".json");
  // posts_1.json lists the pictures and where they were taken, and has no figures.
  const std::string_view whole = without_piece(stem);
  return is_one_of(whole == "followers" ? whole : std::string_view(stem), insights);
}

Result<Reading> read_download(std::span<const DownloadFile> files, const Hints&) {
  Download download;
  std::vector<Part> parts(files.size());
  std::optional<Error> without_figures, broken;
  const std::vector<std::size_t> firsts = firsts_of(files);
  // Pages come last: what a file in JSON says exactly, a page of the same name says once more and rounded to minutes.
  std::vector<std::size_t> order;
  const auto is_page = [&](std::size_t i) { return folded(files[i].name).ends_with(".html"); };
  for (const bool pages : {false, true}) {
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (is_page(i) == pages) order.push_back(i);
    }
  }
  std::vector<std::pair<std::string, std::size_t>> understood;  // stems of the others
  for (const std::size_t i : order) {
    Part& part = parts[i];
    part.name = files[i].name;
    const std::string stem = stem_of(files[i].name);
    const auto twin =
        std::find_if(understood.begin(), understood.end(), [&](const auto& one) { return one.first == stem; });
    if (is_page(i) && twin != understood.end()) {
      part.note = "Says the same as " + quoted(files[twin->second].name) + ", which was read.";
      continue;
    }
    if (firsts[i] != i) {
      part.note = "The same as " + quoted(files[firsts[i]].name) + ", counted once.";
      continue;
    }
    Result<DownloadPart> read = read_file(files[i]);
    if (!read) {
      part.note = read.error().message;
      if (!broken && read.error().code != "download-not-understood") broken = read.error();
      continue;
    }
    if (download.platform() != core::Platform::any && download.platform() != read->platform) {
      part.note = std::string("This is a file of ") + core::platform_name(read->platform) +
                  ", and the others are not. Read it by itself.";
      continue;
    }
    if (!is_page(i) && read->note.empty()) understood.emplace_back(stem, i);
    // A file that names the account is of use beside others, and of none alone.
    if (read->what.empty()) part.note = read->note;
    for (const std::string& what : read->what) part.what += (part.what.empty() ? "" : ", ") + what;
    if (!read->note.empty() && !without_figures) without_figures = error_of("download-without-figures", read->note);
    download.add(*std::move(read));
  }
  if (!download.has_figures()) {
    if (without_figures) return *std::move(without_figures);
    if (broken) return *std::move(broken);
    return not_understood().error();
  }
  Reading reading = std::move(download).reading();
  reading.parts = std::move(parts);
  return reading;
}

}  // namespace mf::ingest
