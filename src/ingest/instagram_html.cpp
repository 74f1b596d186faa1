#include <algorithm>
#include <string>
#include <utility>

#include "ingest/columns.h"
#include "ingest/folding.h"
#include "ingest/html_tokens.h"
#include "ingest/instagram_download.h"
#include "ingest/instagram_insights.h"
#include "ingest/instagram_lists.h"

namespace mf::ingest {
namespace {

// A page of the download as it is read: rows of tables, and links to profiles.
class Page {
 public:
  explicit Page(std::string_view html) {
    HtmlTokens tokens(html);
    while (tokens.next()) {
      if (tokens.kind() == HtmlKind::text) {
        take_text(tokens.text());
      } else if (tokens.opens("title")) {
        is_in_title_ = true;
      } else if (tokens.closes("title")) {
        is_in_title_ = false;
      } else if (!has_main_) {
        has_main_ = tokens.attribute("role") == "main";
      } else if (tokens.opens("table")) {
        end_row();
        end_entry();
      } else if (tokens.opens("tr")) {
        end_row();
        is_in_row_ = true;
      } else if (tokens.closes("tr")) {
        end_row();
      } else if (tokens.opens("a") && platform_is_instagram(tokens.attribute("href"))) {
        ++profile_links_;
      }
    }
    end_row();
    end_entry();
  }

  bool has_main() const { return has_main_; }
  const std::string& title() const { return title_; }
  std::size_t profile_links() const { return profile_links_; }
  const std::vector<InsightsEntry>& entries() const { return entries_; }

 private:
  static bool platform_is_instagram(std::string_view address) {
    for (const std::string_view start : {"https://www.instagram.com/", "https://instagram.com/"}) {
      if (address.size() > start.size() && address.starts_with(start)) return true;
    }
    return false;
  }

  void take_text(const std::string& text) {
    const std::string_view words = trimmed(text);
    if (words.empty()) return;
    if (is_in_title_) {
      title_ += words;
    } else if (is_in_row_ && row_.label.empty()) {
      row_.label = words;
    } else if (is_in_row_) {
      if (!row_.value.empty()) row_.value += '\n';
      row_.value += words;
    }
  }

  // The first text of a row is its label; the others are its value, wherever they are nested.
  void end_row() {
    is_in_row_ = false;
    LabelledValue row = std::exchange(row_, {});
    if (row.label.empty()) return;
    const auto same = [&row](const LabelledValue& given) { return given.label == row.label; };
    // A label that comes again begins the next entry. The lists are short, save in a page that is no insights.
    if (entry_.values.size() == most_values || std::any_of(entry_.values.begin(), entry_.values.end(), same))
      end_entry();
    entry_.values.push_back(std::move(row));
  }

  void end_entry() {
    InsightsEntry entry = std::exchange(entry_, {});
    if (has_insights(entry)) entries_.push_back(std::move(entry));
  }

  static constexpr std::size_t most_values = 200;

  bool has_main_ = false, is_in_title_ = false, is_in_row_ = false;
  std::string title_;
  std::size_t profile_links_ = 0;
  LabelledValue row_;
  InsightsEntry entry_;
  std::vector<InsightsEntry> entries_;
};

bool holds_label(const InsightsEntry& entry, std::string_view word) {
  return std::any_of(entry.values.begin(), entry.values.end(), [word](const LabelledValue& given) {
    return folded(given.label).find(word) != std::string::npos;
  });
}

// Reels have a duration, and plays "on Instagram".
bool is_reel(const InsightsEntry& entry) { return holds_label(entry, "instagram ") || holds_label(entry, "duration"); }

}  // namespace

std::optional<DownloadPart> read_instagram_html(std::string_view html, std::string_view name) {
  const Page page(html);
  if (!page.has_main()) return std::nullopt;
  if (!page.entries().empty()) {
    DownloadPart part;
    part.platform = core::Platform::instagram;
    for (const InsightsEntry& entry : page.entries()) take_insights(entry, false, is_reel(entry) ? "reel" : "", part);
    if (part.what.empty()) part.note = nothing_of_use(part);
    return part;
  }
  if (page.profile_links() == 0) return std::nullopt;
  const bool is_titled = read_header(page.title()).field == Field::followers;
  if (!is_named_for_others(name) && (is_titled || is_named_followers(name))) {
    return list_of_followers(page.profile_links(), name);
  }
  return list_of_others();
}

}  // namespace mf::ingest
