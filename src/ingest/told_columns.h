// Hints::columns: what somebody says that the columns of a table are, against what their names say.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "ingest/sheet.h"

namespace mf::ingest {

// Which cell of a header each told column is, in their order; nothing if one is missing.
std::optional<std::vector<std::size_t>> places_of(std::span<const Mapping> told,
                                                  const std::vector<std::string_view>& header);

// The error unknown-field for a key that stands for no field, and field-twice for one that two columns are to be.
std::optional<Error> check_told(std::span<const Mapping> told);

// One of those, or unknown-column: a told column is not in the sample, which may be no table at all.
Error refuse_told(std::span<const Mapping> told, std::string_view sample);
bool is_refusal_of_told(const Error& error);

// Whether this is what was understood without being told.
bool says_the_same(const std::vector<Mapping>& mapping, std::span<const Mapping> told);

// Of a sheet whose columns have been read but not chosen yet. `untold` is what the sheet's columns would be used for;
// what agrees with that stays as it is.
class ToldColumns {
 public:
  ToldColumns(std::span<const Mapping> told, const std::vector<std::size_t>& places, const std::vector<Mapping>& untold,
              Sheet& sheet);

  // Before the columns are chosen: takes their meaning from those that are to have another, and from those that had it.
  void clear(Sheet& sheet) const;
  // After that: gives them the meaning that they are to have.
  void give(Sheet& sheet) const;
  // When it is known what the rows are: sets aside what is to be unused, and warns of what such rows have no place for.
  void settle(Sheet& sheet) const;

 private:
  struct Told {
    std::size_t column = 0;
    Field field = Field::none;
    bool is_news = false;  // not what it would be used for anyhow
  };
  std::vector<Told> told_;
};

}  // namespace mf::ingest
