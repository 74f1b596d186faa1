// Input that no reader can take, and what to do instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/error.h"

namespace mf::ingest {

// By size and by the first bytes: empty, too large, PDF, pictures, archives, spreadsheets, other binary data.
// A sample of the bytes decides, so the answer takes no longer for a large file.
std::optional<Error> refuse_bytes(std::string_view bytes);

// What the first characters of decoded text say that it is.
enum class Markup : std::uint8_t { none, html, json };
Markup markup_of(std::string_view sample);

// Of a page that is no page of a download.
Error refuse_html();

// TikTok's download as text: blocks of "Date: ..." and one more line. Nothing if the text is none.
std::optional<Error> refuse_tiktok_text(std::string_view sample);

}  // namespace mf::ingest
