#include "ingest/archive_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "ingest/download.h"
#include "ingest/folding.h"

namespace mf::ingest {
namespace {

// Base names as header_key() writes them, without the ending.
// YouTube Studio's tables, in the languages that have been seen, and what TikTok Studio calls its own.
constexpr std::string_view known_tables[] = {"tabledata",      "tabellendaten", "dadosdatabela", "表データ",
                                             "datosdelatabla", "표데이터",      "content",       "followerhistory"};
constexpr std::string_view tables_by_day[] = {"chartdata",       "diagrammdaten", "dadosdografico", "グラフデータ",
                                              "datosdelgrafico", "차트데이터",    "totals",         "gesamtwerte",
                                              "total",           "合計",          "totales",        "총계"};

// Files and folders that only a person's own data has: everything in such an archive is private unless it is known.
constexpr std::string_view private_names[] = {"takeout",        "messages",       "inbox", "connections",
                                              "contacts",       "directmessages", "chats", "personalinformation",
                                              "emailaddresses", "phonenumbers"};
// Parts of the name of a table that lists people and not posts.
constexpr std::string_view lists_of_people[] = {"message", "contact", "connection", "subscription", "email",
                                                "phone",   "address", "invitation", "comment",      "searchhistory"};

bool is_one_of(std::string_view word, const std::string_view* begin, const std::string_view* end) {
  return std::find(begin, end, word) != end;
}

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }  // npos + 1 is 0

// In lower case; empty if it is none that is looked for.
std::string ending_of(std::string_view path) {
  const std::string_view base = base_name(path);
  const std::size_t dot = base.rfind('.');
  return dot == std::string_view::npos || base.size() - dot > 6 ? std::string() : folded(base.substr(dot + 1));
}

// The base name without its ending and without the "(1)" of a copy, as header_key() writes it.
std::string name_key(std::string_view path) {
  std::string_view stem = base_name(path);
  stem = stem.substr(0, stem.rfind('.'));
  if (const std::size_t copy = stem.rfind(" ("); copy != std::string_view::npos && stem.ends_with(')')) {
    stem = stem.substr(0, copy);
  }
  return header_key(stem.substr(0, 100));
}

bool is_table_ending(std::string_view ending) {
  return ending == "csv" || ending == "tsv" || ending == "tab" || ending == "xlsx" || ending == "xls";
}

bool is_private_name(std::string_view name) {
  return is_one_of(name_key(name), std::begin(private_names), std::end(private_names));
}

bool is_private(const Archive& archive) {
  std::string_view last_folder;
  for (const Entry& entry : archive.entries) {
    const std::string ending = ending_of(entry.name);
    if ((is_table_ending(ending) || ending == "json" || ending == "js") && is_private_name(entry.name)) return true;
    // Neighbours mostly share a folder: a hundred thousand pictures are looked at once.
    const std::string_view folder =
        std::string_view(entry.name).substr(0, entry.name.size() - base_name(entry.name).size());
    if (folder == last_folder) continue;
    last_folder = folder;
    for (std::string_view rest = folder; !rest.empty();) {
      const std::size_t slash = rest.find('/');
      if (is_private_name(rest.substr(0, slash))) return true;
      rest.remove_prefix(slash + 1);
    }
  }
  return false;
}

bool any_name(const Archive& archive, bool (*is)(std::string_view path)) {
  return std::any_of(archive.entries.begin(), archive.entries.end(),
                     [is](const Entry& entry) { return is(entry.name); });
}

Error refusal(const char* code, const char* message) { return {code, message, "", std::nullopt}; }

}  // namespace

std::optional<Error> refuse_archive(const Archive& archive) {
  if (archive.find("word/document.xml") != nullptr) {
    return refusal("zip-input", "This is a Word document. Copy the numbers out of it and paste them here.");
  }
  if (archive.find("ppt/presentation.xml") != nullptr) {
    return refusal("zip-input", "This is a PowerPoint file. Copy the numbers out of it and paste them here.");
  }
  if (archive.find("xl/workbook.bin") != nullptr) {
    return refusal(
        "spreadsheet-input",
        "This is a binary Excel workbook (.xlsb). Open it and save it as .xlsx or as CSV, then upload that.");
  }
  if (archive.find("content.xml") != nullptr && archive.find("mimetype") != nullptr) {
    return refusal("spreadsheet-input",
                   "This is an OpenDocument file. Open it and save the sheet as CSV or .xlsx, then upload that.");
  }
  if (any_name(archive, [](std::string_view path) { return path.ends_with(".iwa") || path == "Index.zip"; })) {
    return refusal("spreadsheet-input",
                   "This is a Numbers, Pages or Keynote file. Export the table as CSV or Excel, then upload that.");
  }
  if (archive.find("META-INF/container.xml") != nullptr || archive.find("AndroidManifest.xml") != nullptr ||
      archive.find("META-INF/MANIFEST.MF") != nullptr) {
    return refusal("zip-input", "This is a book or an app and holds no table. Upload a CSV or Excel export.");
  }
  return std::nullopt;
}

std::vector<Wanted> wanted_of(const Archive& archive) {
  std::vector<Wanted> wanted;
  const bool only_known = is_private(archive);
  std::size_t tables = 0, downloads = 0, archives = 0;
  for (const Entry& entry : archive.entries) {
    if (is_wanted_of_download(entry.name)) {
      if (downloads++ < most_download_files) wanted.push_back({&entry, Use::download});
      continue;
    }
    const std::string ending = ending_of(entry.name);
    if (ending == "zip") {
      if (archives++ < most_tables) wanted.push_back({&entry, Use::archive});
      continue;
    }
    if (!is_table_ending(ending)) continue;
    const std::string name = name_key(entry.name);
    if (is_one_of(name, std::begin(tables_by_day), std::end(tables_by_day))) {
      wanted.push_back({&entry, Use::by_day});
      continue;
    }
    const bool is_known = is_one_of(name, std::begin(known_tables), std::end(known_tables));
    const bool lists_people = std::any_of(std::begin(lists_of_people), std::end(lists_of_people),
                                          [&](std::string_view part) { return name.find(part) != std::string::npos; });
    if (!is_known && (only_known || lists_people)) continue;
    if (tables++ < most_tables) wanted.push_back({&entry, Use::table});
  }
  return wanted;
}

Error nothing_wanted(const Archive& archive) {
  const auto is_takeout = [](std::string_view path) { return path.starts_with("Takeout/"); };
  const auto is_linkedin = [](std::string_view path) {
    return path.ends_with("Connections.csv") || path.ends_with("Ad_Targeting.csv");
  };
  if (any_name(archive, is_takeout)) {
    return refusal("zip-input",
                   "This is a download from Google Takeout, which holds no views, likes or subscribers. In YouTube "
                   "Studio choose Analytics, Advanced mode, Export current view, and upload that zip.");
  }
  if (any_name(archive, is_linkedin)) {
    return refusal("zip-input",
                   "This is LinkedIn's copy of your data, which holds no reach or followers. On LinkedIn open your "
                   "analytics, choose Export, and upload that Excel file.");
  }
  const auto is_tiktok_text = [](std::string_view path) {
    return path.ends_with("Follower.txt") || path.ends_with("Posts.txt");
  };
  if (any_name(archive, is_tiktok_text)) {
    return refusal("zip-input",
                   "This is TikTok's download as text (TXT). Choose \"All data\" and the format JSON when you request "
                   "the download, and upload that zip.");
  }
  return refusal("zip-input",
                 "Nothing in this archive is read here. Wanted is a CSV or Excel export with one row per post, or the "
                 "download of an Instagram, TikTok or X account in JSON.");
}

}  // namespace mf::ingest
