#include "ingest/archive_reading.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/archive_names.h"
#include "ingest/archive_tables.h"
#include "ingest/download.h"
#include "ingest/excerpt.h"
#include "ingest/linkedin_sheets.h"
#include "ingest/read.h"
#include "ingest/told_columns.h"
#include "ingest/workbook.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_parts = 200;
constexpr int deepest = 2;  // an archive, and one in it

// What has been taken out of an archive so far.
struct Contents {
  std::uint64_t budget = most_unpacked;
  std::vector<Part> parts;
  FoundTables found;
  std::vector<DownloadFile> download;
  std::optional<Error> error;  // why the first table that matters could not be read
  bool has_told = false;       // a table with all of Hints::columns has been read

  std::size_t add(std::string name, std::string what, std::string note) {
    parts.push_back({std::move(name), std::move(what), std::move(note)});
    return parts.size() - 1;
  }
};

// Why a table was no use, beside its name.
std::string note_of(const Error& error) {
  static constexpr std::pair<std::string_view, const char*> notes[] = {
      {"daily-totals", "each row is a day, and it has no follower totals"},
      {"ads-input", "each row is an ad or a campaign"},
      {"no-numbers", "no numbers in it"},
      {"no-usable-columns", "no column of use here"},
      {"empty-input", "empty"},
      {"archive-incomplete", "not at hand"},
      {"archive-encrypted", "locked with a password"},
      {"archive-too-large", "too large to be read here"},
      {"archive-method", "packed in a way that is not known here"},
      {"spreadsheet-input", "an old Excel workbook (.xls)"},
      {"html-input", "a web page"},
  };
  for (const auto& [code, note] : notes) {
    if (error.code == code) return note;
  }
  return error.code.starts_with("archive") ? "broken" : "cannot be read here";
}

void take_error(Contents& contents, Error error, std::string_view name) {
  // An error that names what is in the table says more than one that finds nothing.
  const auto says_little = [](const Error& one) {
    return one.code == "no-usable-columns" || one.code == "empty-input";
  };
  if (contents.error && !says_little(*contents.error)) return;
  if (contents.error && says_little(error)) return;
  if (!name.empty() && !error.code.starts_with("archive")) error.message = quoted(name) + ": " + error.message;
  contents.error = std::move(error);
}

const char* what_of(const Reading& reading) {
  if (reading.kind == Kind::roster) return "creators";
  if (reading.kind == Kind::history) return "follower history";
  if (!reading.posts.empty()) return "posts";
  return is_of_a_period(reading) ? "period" : "followers";
}

// Bytes of one table, or the text of one sheet. `days_have_no_name`: rows without a name, an address or a text are
// days.
void take_table(std::string_view bytes, std::string name, const Hints& hints, bool days_have_no_name,
                Contents& contents) {
  if (looks_like_zip(bytes)) {  // text of a sheet that read() would take for an archive, and so on without end
    contents.add(std::move(name), "", "broken");
    return;
  }
  Result<Reading> reading = read(bytes, hints);
  if (!reading && is_refusal_of_told(reading.error())) {  // told of another table
    Hints untold = hints;
    untold.columns.clear();
    reading = read(bytes, untold);
  } else if (reading) {
    contents.has_told = true;
  }
  if (reading && reading->format == "profile-text") {
    contents.add(std::move(name), "", "no table with a known header");
    return;
  }
  const auto is_nameless = [](const core::Post& post) { return post.id.empty() && post.caption.empty(); };
  if (reading && days_have_no_name && !reading->posts.empty() &&
      std::all_of(reading->posts.begin(), reading->posts.end(), is_nameless)) {
    contents.add(std::move(name), "", "each row is a day");
    return;
  }
  if (!reading) {
    take_error(contents, reading.error(), name);
    contents.add(std::move(name), "", note_of(reading.error()));
    return;
  }
  const std::size_t part = contents.add(std::move(name), what_of(*reading), "");
  contents.found.tables.push_back({part, std::move(*reading)});
}

void take_workbook(const Archive& archive, std::string_view prefix, const Hints& hints, Contents& contents) {
  Result<std::vector<WorkbookSheet>> sheets = read_workbook(archive, contents.budget);
  if (!sheets) {
    contents.add(std::string(prefix), "", note_of(sheets.error()));
    take_error(contents, sheets.error(), prefix);
    return;
  }
  DateOrder order = DateOrder::unknown;
  for (const WorkbookSheet& sheet : *sheets) order = joined(order, date_order_of(sheet.text));
  const bool is_linkedin = std::any_of(sheets->begin(), sheets->end(), [](const WorkbookSheet& sheet) {
    return follower_total(sheet.text) || join_tables(sheet.text);
  });
  for (const WorkbookSheet& sheet : *sheets) {
    std::string name = prefix.empty() ? sheet.name : std::string(prefix) + '/' + sheet.name;
    if (sheet.is_hidden || sheet.text.empty()) {
      contents.add(std::move(name), "", sheet.is_hidden ? "hidden" : "empty");
      continue;
    }
    const std::size_t before = contents.found.tables.size();
    if (const auto total = follower_total(sheet.text)) {
      contents.found.followers_differ =
          contents.found.followers_differ || (contents.found.followers && *contents.found.followers != *total);
      contents.found.followers = total;
      contents.add(std::move(name), "followers", "");
    } else if (auto figures = period_figures(sheet.text, order); is_linkedin && !figures.empty()) {
      contents.found.period.insert(contents.found.period.end(), figures.begin(), figures.end());
      contents.add(std::move(name), "period", "");
    } else if (const auto tables = join_tables(sheet.text)) {
      take_table(tables->text, std::move(name), hints, false, contents);
      if (contents.found.tables.size() > before) {
        Reading& reading = contents.found.tables.back().reading;
        for (std::size_t i = 0; i < reading.mapping.size() && i < tables->columns.size(); ++i) {
          reading.mapping[i].column = tables->columns[i];
        }
      }
    } else {
      take_table(sheet.text, std::move(name), hints, is_linkedin, contents);
    }
    if (is_linkedin && contents.found.tables.size() > before) {
      core::Platform& platform = contents.found.tables.back().reading.account.platform;
      if (platform == core::Platform::any) platform = core::Platform::linkedin;
    }
    if (sheet.is_cut) contents.parts.back().note = "too long; only the first part was read";
  }
}

void collect(const Archive& archive, const std::string& prefix, int depth, const Hints& hints, Contents& contents) {
  if (is_workbook(archive)) {
    const std::string_view name =
        prefix.empty() ? std::string_view() : std::string_view(prefix).substr(0, prefix.size() - 1);
    take_workbook(archive, name, hints, contents);
    return;
  }
  if (auto refusal = refuse_archive(archive)) {
    take_error(contents, *std::move(refusal), prefix);
    return;
  }
  for (const Wanted& wanted : wanted_of(archive)) {
    if (contents.parts.size() >= most_parts) break;
    std::string name = prefix + wanted.entry->name;
    if (wanted.use == Use::by_day) {
      contents.add(std::move(name), "", "sums of the posts, or their figures of each day");
      continue;
    }
    const std::uint64_t limit = std::min(contents.budget, most_unpacked_of_file);
    Result<std::string> bytes = unpack(archive, *wanted.entry, limit);
    if (!bytes) {
      contents.add(name, "", note_of(bytes.error()));
      take_error(contents, bytes.error(), name);
      continue;
    }
    contents.budget -= bytes->size();
    if (wanted.use == Use::download) {
      contents.download.push_back({std::move(name), std::move(*bytes)});
      continue;
    }
    // What is inside decides, not the name: a workbook may be called a CSV.
    if (!looks_like_zip(*bytes)) {
      if (wanted.use == Use::archive) {
        contents.add(std::move(name), "", "broken");
      } else {
        Hints inner = hints;
        inner.file_name = hints.file_name.empty() ? name : hints.file_name + '/' + name;
        take_table(*bytes, std::move(name), inner, false, contents);
      }
      continue;
    }
    const Result<Archive> inner = open_archive(ByteSource(*bytes));
    if (inner && depth == deepest && !is_workbook(*inner)) {
      contents.add(std::move(name), "", "an archive within an archive within an archive");
    } else if (inner) {
      collect(*inner, name + '/', depth + 1, hints, contents);
    } else {
      contents.add(name, "", note_of(inner.error()));
      take_error(contents, inner.error(), name);
    }
  }
}

}  // namespace

std::vector<Range> needed_of_archive(const ByteSource& source) {
  if (const auto range = needed_for_listing(source)) return {*range};
  const Result<Archive> archive = open_archive(source);
  if (!archive) return {};
  std::vector<const Entry*> entries;
  if (is_workbook(*archive)) {
    for (const Entry& entry : archive->entries) {
      if (is_wanted_of_workbook(entry.name)) entries.push_back(&entry);
    }
  } else if (!refuse_archive(*archive)) {
    for (const Wanted& wanted : wanted_of(*archive)) {
      if (wanted.use != Use::by_day) entries.push_back(wanted.entry);
    }
  }
  std::vector<Range> ranges;
  std::uint64_t budget = most_unpacked;
  for (const Entry* entry : entries) {
    // Too large to be unpacked, or to be there at all: it is not fetched either.
    const std::uint64_t size = std::max(entry->size, entry->packed_size);
    if (size > std::min(budget, most_unpacked_of_file)) continue;
    budget -= size;
    if (const auto range = needed_for(*archive, *entry)) ranges.push_back(*range);
  }
  return ranges;
}

namespace {

Result<Reading> read_contents(const Archive& archive, const Hints& hints, Contents& contents) {
  collect(archive, "", 1, hints, contents);

  if (!contents.download.empty()) {
    Result<Reading> reading = read_download(contents.download, hints);
    if (reading) {
      // The download names its own files; after them come those that stayed shut or failed.
      auto& parts = (*reading).parts;
      parts.insert(parts.end(), contents.parts.begin(), contents.parts.end());
      return reading;
    }
    if (contents.found.tables.empty()) return reading;
  }
  if (!contents.found.tables.empty() || contents.found.followers || !contents.found.period.empty()) {
    Reading reading = merged(contents.found, contents.parts);
    reading.parts = std::move(contents.parts);
    return reading;
  }
  if (contents.error) return *std::move(contents.error);
  return nothing_wanted(archive);
}

}  // namespace

Result<Reading> read_archive(const ByteSource& source, const Hints& hints) {
  const Result<Archive> archive = open_archive(source);
  if (!archive) return archive.error();
  Contents contents;
  Result<Reading> reading = read_contents(*archive, hints, contents);
  if (reading && !contents.has_told && !says_the_same(reading->mapping, hints.columns)) {
    return refuse_told(hints.columns, {});
  }
  return reading;
}

}  // namespace mf::ingest
