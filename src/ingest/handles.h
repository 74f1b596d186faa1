// Account names as they are written: "@name", "https://www.instagram.com/name/", "Name".
#pragma once

#include <string>
#include <string_view>

#include "core/account.h"

namespace mf::ingest {

// Without @, address and query. A name with spaces stays as it is. A part of the cell.
std::string_view handle_in_cell(std::string_view cell);
// Whether a cell is a handle and nothing else, as nearly all are: it begins with a letter that begins no address.
inline bool is_bare_handle(std::string_view cell) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z' && c != 'h' && c != 'w'; };
  const auto is_mark = [](char c) { return c > ' ' && c < '\x7F'; };
  return !cell.empty() && is_letter(cell.front()) && is_mark(cell.back());
}
inline std::string_view handle_in(std::string_view cell) { return is_bare_handle(cell) ? cell : handle_in_cell(cell); }

// "instagram", "IG", "Insta", "YT Shorts", ...; Platform::any if unknown.
core::Platform platform_from_cell(std::string_view cell);

// The same for one cell after another: neighbours mostly agree, so the last answer is kept.
class PlatformCells {
 public:
  core::Platform read(std::string_view cell);

 private:
  std::string last_;
  core::Platform platform_ = core::Platform::any;
};

// The platform whose site an address belongs to; Platform::any if unknown.
core::Platform platform_from_address(std::string_view address);

}  // namespace mf::ingest
