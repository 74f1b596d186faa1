// Everything a person has put in, as one plain value. What is shown follows from it and is never patched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/error.h"
#include "core/readiness.h"
#include "ingest/reading.h"

namespace mf::ui {

// Something that was given to read: what came of it, or why nothing did.
struct Source {
  std::string name;  // the file's name; empty for the paste box
  std::optional<ingest::Reading> reading;
  std::optional<Error> error;

  bool given() const { return reading || error; }
};

enum class Tool { micro, numbers };

// What the Numbers tool lists.
struct NumbersView {
  enum class Kind { figures, claims, formulas };
  Kind kind = Kind::figures;
  std::string search;               // as typed
  int topic = 0;                    // of figures; 0 is all
  int pages = 1;                    // how many have been asked for
  std::string editing;              // id of the record being replaced; empty if none
  std::vector<std::string> drafts;  // what stands in its fields
};

// Which actions an engagement rate adds up.
enum class Counted { likes_and_comments, all_given, likes };

struct State {
  Tool tool = Tool::micro;
  std::vector<Tool> hidden;  // tools that an embedding page leaves out
  std::string pasted;        // as typed
  std::string followers;     // as typed
  core::Platform platform = core::Platform::instagram;
  Counted counted = Counted::likes_and_comments;
  Source paste;
  Source file;
  std::string niche;  // as typed
  std::vector<core::SelfCheck> self_checks;
  std::vector<core::Replacement> replacements;  // published figures that the person has replaced
  NumbersView numbers;
  std::vector<std::string> open;    // ids of what is folded out
  std::vector<std::string> locked;  // fields that an embedding page has fixed
  std::uint64_t revision = 0;       // counts changes to what the answers follow from

  bool is_locked(std::string_view field) const;
  bool is_open(std::string_view id) const;
  void toggle(std::string_view id);
};

// A state as in an address: "platform=tiktok&followers=12.3K&lock=platform". Unknown keys and values are passed over.
State state_from_query(std::string_view query);
// The other way; empty for an empty state. What was pasted or read from a file is never part of it.
std::string query_of(const State& state);

// Takes over what can be read: followers and platform into their fields, posts beside them.
void read_paste(State& state);
void read_file(State& state, std::string name, std::string_view bytes);
void file_failed(State& state, std::string name, std::string sentence);
void read_sample(State& state);
// Empties everything but what is locked.
void clear(State& state);

}  // namespace mf::ui
