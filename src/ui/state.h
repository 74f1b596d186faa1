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
#include "ui/campaign_state.h"
#include "ui/pick_state.h"

namespace mf::ui {

// Names one thing given to read; a later one is a larger number.
using Ticket = std::uint32_t;

// Where the bytes are of what was given; elsewhere: whoever gave a file has them.
enum class Bytes { text, sample, elsewhere };

// Given and not read yet. Reading is another program's work, so its answer comes in a later frame.
struct Waiting {
  Ticket ticket = 0;
  std::string name;
  Bytes bytes = Bytes::elsewhere;
  std::string text;                           // what was pasted
  Ticket file = 0;                            // under which its bytes were given
  std::vector<ingest::Mapping> columns = {};  // what its columns are said to be
  bool is_again = false;                      // it was read before, with other columns
  bool is_being_typed = false;                // half a line is no mistake yet
  bool is_asked_for = false;                  // somebody has been told to read it
};

// Something that was given to read: what came of it, or why nothing did.
struct Source {
  std::string name;  // the file's name; empty for the paste box
  Bytes bytes = Bytes::elsewhere;
  Ticket file = 0;
  std::vector<ingest::Mapping> columns;  // what the person said that its columns are
  std::optional<ingest::Reading> reading;
  Ticket ticket = 0;  // of the reading; 0 without one
  std::optional<Error> error;
  // Given after that. All above stays until the answer comes, so that a quick one changes the page once and not twice.
  std::optional<Waiting> waiting;
  bool takes_long = false;  // the answer is not quick, and the page says that it is being read
  double part_read = 0;     // of it, 0 to 1; 0 where nobody knows

  bool given() const { return reading || error || waiting; }
};

// What a tool was given to read: a paste box with what stands in it, and a file.
struct Given {
  std::string pasted;  // as typed
  Source paste;
  Source file;
};

enum class Tool { micro, campaign, pick, numbers };

// The later part of the page's program, which holds some of the tools. Where the program is one piece it is here.
enum class LaterPart { here, not_asked_for, awaited, takes_long, failed };

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

// A file for the person to keep, made by a tool and waiting for the page to save it.
struct Keepsake {
  std::string name;
  std::string text;
};

struct State {
  Tool tool = Tool::micro;
  std::vector<Tool> hidden;  // tools that an embedding page leaves out
  LaterPart later_part = LaterPart::here;
  std::string followers;  // as typed
  core::Platform platform = core::Platform::instagram;
  Counted counted = Counted::likes_and_comments;
  Given stats;
  std::string niche;  // as typed
  std::vector<core::SelfCheck> self_checks;
  std::vector<core::Replacement> replacements;  // published figures that the person has replaced
  NumbersView numbers;
  // What the address says of tools that are loaded later. Each takes its own when it is first shown and keeps it up to
  // date from then on.
  std::string campaign_address;
  std::string pick_address;
  CampaignState campaign;
  PickState pick;
  Given results;  // of a campaign: its posts
  Given roster;   // creators to pick from
  std::optional<Keepsake> to_save;
  std::vector<std::string> open;    // ids of what is folded out
  std::vector<std::string> locked;  // fields that an embedding page has fixed
  std::uint64_t revision = 0;       // counts changes to what the answers follow from
  std::uint64_t readings = 0;       // counts changes to what is said of readings
  std::uint64_t followers_revision =
      0;  // in which the followers were given; what was given before does not replace them
  std::uint64_t platform_revision = 0;  // the same for the platform

  bool is_locked(std::string_view field) const;
  bool is_open(std::string_view id) const;
  void toggle(std::string_view id);
  // What any card follows from besides its own fields, in one text: it is another after every change to that.
  std::string key() const;
};

// A state as in an address: "platform=tiktok&followers=12.3K&lock=platform". Unknown keys and values are passed over.
State state_from_query(std::string_view query);
// Another address under a running tool.
void begin_anew(State& state, std::string_view query);
// The other way; empty for an empty state. What was pasted or read from a file is never part of it.
std::string query_of(const State& state);

// Give something to read, in place of what was given there before.
void read_paste(State& state, Given& given, bool is_being_typed);  // what stands in its box
Ticket read_file(State& state, std::string name);  // for the tool shown; the caller has its bytes, reads and answers
void read_sample(State& state);
// Once more, with other columns. What was read stays until the answer comes, and for good if that is an error.
void read_again(State& state, Given& given, Source& source, std::vector<ingest::Mapping> columns);

// What is to be read and nobody has been told of yet, each told once; nothing if there is none. Stays in the state.
const Waiting* next_to_read(State& state);
// Not if something newer was given in its place, or all was cleared.
bool is_awaited(State& state, Ticket ticket);
// The file that was given under this ticket may have to be read again.
bool is_kept(State& state, Ticket file);
void takes_long(State& state, Ticket ticket, double part_read = 0);
// Whoever gave it no longer wants it read.
void stop_reading(State& state, Source& source);

// The answer. Takes over what was read: followers and platform into their fields, unless they were given since; posts
// beside them. An answer that is no longer awaited changes nothing.
void answer(State& state, Ticket ticket, Result<ingest::Reading> result);
// It could not be read at all, through no fault of what was given.
void not_read(State& state, Ticket ticket, std::string sentence);

// Empties everything but what is locked.
void clear(State& state);

}  // namespace mf::ui
