// The rows of a list of creators, one creator each. Nearly all rows of an export are plain: a name, numbers as digits,
// words. Those are read in one go, cell by cell as they are found; any other row is looked at as SheetRows does, which
// would make the same of a plain one, more slowly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "ingest/handles.h"
#include "ingest/sheet_rows.h"

namespace mf::ingest {

class RosterRows {
 public:
  // As SheetRows. `reads_plain` false: every row is looked at; for tests.
  RosterRows(std::string_view text, const Sheet& sheet, const Hints& hints, bool reads_plain = true);

  // Fills a new creator from the next row that has a number; false at the end, and then the creator is of no use. Its
  // engagement rate is as written (3.5 of "3.5%").
  bool next(core::Creator& creator);
  // Whether the rate of the row has a percent sign.
  bool rate_has_sign() const { return rate_has_sign_; }

  void report(Reading& reading) { rows_.report(reading); }

 private:
  enum class What : std::uint8_t { nothing, name, platform, niche, country, currency, whole_number, number, rate };
  struct Use {
    What what = What::nothing;
    core::MaybeNumber core::Creator::* number = nullptr;
  };

  bool next_plain(core::Creator& creator);
  // A cell of a plain row; false if it takes a longer look. Its two parts apart stay in registers.
  bool take_number(const Use& use, const char* begin, std::size_t size, core::Creator& creator);
  bool take_words(What what, const char* begin, std::size_t size, core::Creator& creator);
  bool next_of_any_kind(core::Creator& creator);
  void complete(core::Creator& creator) const;
  std::string_view name_of_row() const;

  core::Platform platform_;   // where the row does not say
  std::string fee_currency_;  // the same
  Field likes_, comments_, views_;
  SheetRows rows_;
  PlatformCells platforms_;
  std::vector<Use> uses_;  // by column; none if no row is plain
  bool rate_has_sign_ = false;
  std::string_view currency_;  // the row's, of a column of its own
};

}  // namespace mf::ingest
