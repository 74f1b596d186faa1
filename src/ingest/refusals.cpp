#include "ingest/refusals.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "ingest/dates.h"
#include "ingest/folding.h"
#include "ingest/read.h"
#include "ingest/text_encoding.h"

namespace mf::ingest {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t sampled_bytes = 64u << 10;

struct Signature {
  std::string_view first;   // the first bytes
  std::size_t second_at;    // where `second` stands
  std::string_view second;  // empty if the first bytes are enough
  const char* code;
  const char* message;
};

constexpr const char* a_pdf =
    "This is a PDF, which holds pages and not numbers. Open it, copy the text and paste it, or export the report as "
    "CSV.";
constexpr const char* a_picture =
    "This is a picture, and nothing here reads pictures. Type or paste the numbers that it shows, or upload a CSV "
    "export.";
constexpr const char* an_old_spreadsheet =
    "This is an old Excel workbook (.xls). Open it, save it as .xlsx or as CSV, then upload that.";
constexpr const char* packed = "This file is compressed. Unpack it first, then upload the CSV file that is inside.";

constexpr Signature signatures[] = {
    {"%PDF"sv, 0, ""sv, "pdf-input", a_pdf},
    {"\x89PNG"sv, 0, ""sv, "image-input", a_picture},
    {"\xFF\xD8\xFF"sv, 0, ""sv, "image-input", a_picture},
    {"GIF87a"sv, 0, ""sv, "image-input", a_picture},
    {"GIF89a"sv, 0, ""sv, "image-input", a_picture},
    {"RIFF"sv, 8, "WEBP"sv, "image-input", a_picture},
    {"\0\0\0"sv, 4, "ftypheic"sv, "image-input", a_picture},
    {"\0\0\0"sv, 4, "ftypavif"sv, "image-input", a_picture},
    {"\xD0\xCF\x11\xE0"sv, 0, ""sv, "spreadsheet-input", an_old_spreadsheet},
    {"\x1F\x8B"sv, 0, ""sv, "binary-input", packed},
    {"7z\xBC\xAF"sv, 0, ""sv, "binary-input", packed},
    {"Rar!\x1A"sv, 0, ""sv, "binary-input", packed},
};

Error refusal(const char* code, const char* message) { return {code, message, "", std::nullopt}; }

Error refuse_zip(std::string_view bytes) {
  // File names stand in the clear, before each entry and again at the end.
  const std::string_view head = bytes.substr(0, sampled_bytes);
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), sampled_bytes));
  const auto names = [&](std::string_view name) {
    return head.find(name) != std::string_view::npos || tail.find(name) != std::string_view::npos;
  };
  if (names("xl/workbook")) {
    return refusal("spreadsheet-input",
                   "This is an Excel workbook (.xlsx). Open it and save the sheet as CSV, then upload the CSV file.");
  }
  if (names("word/document")) {
    return refusal("zip-input", "This is a Word document. Copy the numbers out of it and paste them here.");
  }
  return refusal("zip-input", "This is a zip archive. Unpack it and upload the CSV file that is inside.");
}

bool is_blank(std::string_view bytes) {
  for (std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  }
  return bytes.find_first_not_of(" \t\r\n\v\f\0"sv) == std::string_view::npos;
}

// Control characters that no text holds. Text may hold a few by accident; binary data holds many.
bool looks_binary(std::string_view bytes) {
  std::size_t nul = 0, control = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    nul += byte == 0;
    control += byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
  }
  return nul > 0 || control * 20 > bytes.size();
}

char first_of(std::string_view text, std::size_t from) {
  const std::size_t at = text.find_first_not_of(" \t\r\n", from);
  return at == std::string_view::npos ? '\0' : text[at];
}

}  // namespace

std::optional<Error> refuse_bytes(std::string_view bytes) {
  if (bytes.size() > max_input_bytes) {
    return refusal(
        "too-large",
        "This file is larger than 128 MB. Export a shorter period or fewer columns, or upload only the table.");
  }
  if (is_blank(bytes)) {
    return refusal(
        "empty-input",
        "There is nothing in this input. Paste a profile header such as \"12.3K followers\", or upload a CSV export.");
  }
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return refuse_zip(bytes);
  for (const Signature& signature : signatures) {
    if (!bytes.starts_with(signature.first)) continue;
    if (bytes.substr(std::min(bytes.size(), signature.second_at)).starts_with(signature.second)) {
      return refusal(signature.code, signature.message);
    }
  }
  // UTF-16 is full of NULs; once decoded it must be free of them.
  const std::string_view head = bytes.substr(0, sampled_bytes);
  const bool utf16 = looks_like_utf16(bytes);
  const bool binary = utf16 ? looks_binary(decode_text(head.substr(0, head.size() & ~std::size_t{1}), true).text())
                            : looks_binary(head);
  if (binary) {
    return refusal("binary-input",
                   "This is not text, so no numbers can be read from it. Upload a CSV export, or paste the text.");
  }
  return std::nullopt;
}

Markup markup_of(std::string_view sample) {
  const std::size_t begin = std::min(sample.find_first_not_of(" \t\r\n"), sample.size());
  const std::string head = folded(sample.substr(begin, 32));
  for (const std::string_view tag : {"<!doctype", "<html", "<head", "<body", "<table", "<?xml", "<div", "<main"}) {
    if (head.starts_with(tag)) return Markup::html;
  }
  const char first = first_of(sample, begin), second = first_of(sample, begin + 1);
  const bool object = first == '{' && (second == '"' || second == '}');
  const bool array = first == '[' && (second == '{' || second == '[' || second == '"' || second == ']');
  const bool script = head.starts_with("window.ytd.") || head.starts_with("window.__thar_config");
  return object || array || script ? Markup::json : Markup::none;
}

Error refuse_html() {
  return refusal(
      "html-input",
      "This is the source of a web page. Open the page, copy its text and paste that, or choose CSV when you "
      "export.");
}

std::optional<Error> refuse_tiktok_text(std::string_view sample) {
  const std::string_view text = trimmed(sample.substr(0, 500));
  const std::size_t end = text.find('\n');
  const std::string_view first = trimmed(text.substr(0, end));
  if (end == std::string_view::npos || !first.starts_with("Date: ") || iso_date(first.substr(6)).empty()) {
    return std::nullopt;
  }
  const std::string_view second = trimmed(text.substr(end, text.find('\n', end + 1) - end));
  if (second.find(": ") == std::string_view::npos) return std::nullopt;
  return refusal(
      "download-without-figures",
      "This is TikTok's download as text (TXT). Choose \"All data\" and the format JSON when you request the "
      "download, and upload that zip.");
}

}  // namespace mf::ingest
