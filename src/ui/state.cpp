#include "ui/state.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/address.h"
#include "ui/figure_words.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

constexpr std::string_view sample_name = "Sample (made-up posts)";
constexpr std::string_view sample_followers = "23,400";

constexpr std::string_view tool_names[] = {"micro", "campaign", "pick", "numbers"};  // by Tool
constexpr std::string_view counted_names[] = {"likes-comments", "all", "likes"};     // by Counted

std::optional<Tool> tool_from_name(std::string_view name) {
  for (std::size_t i = 0; i < std::size(tool_names); ++i) {
    if (name == tool_names[i]) return static_cast<Tool>(i);
  }
  return std::nullopt;
}

// "B0386-value-120": a published figure and what stands in its place.
std::optional<core::Replacement> replacement_from(std::string_view text) {
  const std::size_t first = text.find('-');
  const std::size_t second = text.find('-', std::min(first, text.size() - 1) + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  const core::Benchmark* record = core::benchmark(text.substr(0, first));
  if (record == nullptr) return std::nullopt;
  for (const core::Figure& figure : record->figures) {
    if (text.substr(first + 1, second - first - 1) != core::statistic_id(figure.statistic)) continue;
    const std::optional<double> value = figure_from_words(text.substr(second + 1), record->unit);
    if (!value) return std::nullopt;
    core::Replacement replacement{std::string(record->id), figure.statistic, *value};
    if (!core::check_replacement(replacement)) return replacement;
  }
  return std::nullopt;
}

std::string text_of(const core::Replacement& replacement) {
  const core::Benchmark* record = core::benchmark(replacement.id);
  return replacement.id + '-' + core::statistic_id(replacement.statistic) + '-' +
         figure_to_type(replacement.value, record->unit);
}

// A reading's tickets are revisions: one that was given before the field was is older than the field.
void take_over(State& state, const core::Account& account, Ticket ticket) {
  if (account.followers && !state.is_locked("followers") && state.followers_revision < ticket) {
    state.followers = typed(*account.followers);
    state.followers_revision = ticket;
  }
  if (account.platform != core::Platform::any && !state.is_locked("platform") && state.platform_revision < ticket) {
    state.platform = account.platform;
    state.platform_revision = ticket;
  }
}

void stop_again(Source& source) {
  source.waiting.reset();
  source.takes_long = false;
  source.part_read = 0;
}

// Makes room for the answer.
Waiting end_of_waiting(State& state, Source& source) {
  ++state.revision;
  Waiting waiting = *std::move(source.waiting);
  source = {};
  source.name = waiting.name;
  source.bytes = waiting.bytes;
  source.file = waiting.file;
  source.columns = std::move(waiting.columns);
  return waiting;
}

Ticket wait_for(State& state, Source& source, Waiting waiting) {
  if (source.waiting && source.waiting->is_again) stop_again(source);
  waiting.ticket = static_cast<Ticket>(++state.revision);
  source.waiting = std::move(waiting);
  return source.waiting->ticket;
}

std::array<Source*, 6> sources_of(State& state) {
  return {&state.stats.paste,  &state.stats.file,   &state.results.paste,
          &state.results.file, &state.roster.paste, &state.roster.file};
}

// The place that waits for this answer, if any still does.
Source* awaiting(State& state, Ticket ticket) {
  for (Source* source : sources_of(state)) {
    if (source->waiting && source->waiting->ticket == ticket) return source;
  }
  return nullptr;
}

// What was read before stays; so does the list of its columns, of which others can be chosen.
void leave_as_it_was(State& state, Source& source, Error error) {
  ++state.readings;
  if (!source.reading && !error.columns.empty()) source.columns = std::move(source.waiting->columns);
  if (source.error && error.columns.empty()) error.columns = std::move(source.error->columns);
  source.error = std::move(error);
  stop_again(source);
}

}  // namespace

bool State::is_locked(std::string_view field) const {
  return std::find(locked.begin(), locked.end(), field) != locked.end();
}

bool State::is_open(std::string_view id) const { return std::find(open.begin(), open.end(), id) != open.end(); }

void State::toggle(std::string_view id) {
  const auto found = std::find(open.begin(), open.end(), id);
  if (found == open.end()) {
    open.emplace_back(id);
  } else {
    open.erase(found);
  }
}

std::string State::key() const {
  std::string out = std::to_string(revision) + ' ' + std::to_string(readings);
  for (const std::string& id : open) (out += ' ') += id;
  return out;
}

// Of "campaign.followers" the tool that the key belongs to, and the key.
std::pair<std::optional<Tool>, std::string_view> owner_of(std::string_view key) {
  const std::size_t dot = key.find('.');
  if (dot == std::string_view::npos) return {std::nullopt, key};
  const std::optional<Tool> tool = tool_from_name(key.substr(0, dot));
  return {tool, tool ? key.substr(dot + 1) : key};
}

// True if it is one of what all tools share.
bool take_common(State& state, std::string_view key, const std::string& value) {
  if (key == "tool") {
    state.tool = tool_from_name(value).value_or(state.tool);
  } else if (key == "hide") {
    split(value, ',', [&](std::string_view name) {
      if (const std::optional<Tool> tool = tool_from_name(name)) state.hidden.push_back(*tool);
    });
  } else if (key == "figure") {
    if (const std::optional<core::Replacement> figure = replacement_from(value)) state.replacements.push_back(*figure);
  } else if (key == "lock") {
    split(value, ',', [&](std::string_view field) { state.locked.emplace_back(field); });
  } else {
    return key == "theme" || key == "view";  // the page's own
  }
  return true;
}

void take_of_micro(State& state, std::string_view key, const std::string& value) {
  if (key == "followers") {
    state.followers = value.substr(0, 64);
  } else if (key == "platform") {
    state.platform = core::platform_from_name(value).value_or(state.platform);
  } else if (key == "count") {
    for (std::size_t i = 0; i < std::size(counted_names); ++i) {
      if (value == counted_names[i]) state.counted = static_cast<Counted>(i);
    }
  } else if (key == "niche") {
    state.niche = value.substr(0, 64);
  }
}

std::string address_of_micro(const State& state) {
  std::string out;
  if (!state.followers.empty()) {
    put(out, "platform", core::platform_id(state.platform));
    put(out, "followers", state.followers);
  }
  if (!state.niche.empty()) put(out, "niche", state.niche);
  if (state.counted != Counted::likes_and_comments) {
    put(out, "count", counted_names[static_cast<std::size_t>(state.counted)]);
  }
  return out;
}

State state_from_query(std::string_view query) {
  State state;
  split(query, '&', [&](std::string_view text) {
    const Pair pair = pair_of(text);
    take_common(state, pair.key, decoded(pair.value));
  });
  split(query, '&', [&](std::string_view text) {
    const Pair pair = pair_of(text);
    State common;
    const std::string value = decoded(pair.value);
    if (take_common(common, pair.key, value)) return;
    const auto [owner, key] = owner_of(pair.key);
    const Tool tool = owner.value_or(state.tool);
    std::string* const address = tool == Tool::campaign ? &state.campaign_address
                                 : tool == Tool::pick   ? &state.pick_address
                                                        : nullptr;
    if (address) {
      put(*address, key, value);
    } else {
      take_of_micro(state, key, value);
    }
  });
  return state;
}

void begin_anew(State& state, std::string_view query) {
  const std::uint64_t revision = state.revision;  // goes on: tickets and answers of the old state are none of the new
  const LaterPart later_part = state.later_part;
  state = state_from_query(query);
  state.revision = revision + 1;
  state.later_part = later_part;
}

std::string query_of(const State& state) {
  std::string out;
  if (state.tool != Tool::micro) put(out, "tool", tool_names[static_cast<std::size_t>(state.tool)]);
  const Tool shown = state.tool == Tool::numbers ? Tool::micro : state.tool;
  for (const auto& [tool, address] :
       {std::pair{Tool::micro, address_of_micro(state)}, std::pair{Tool::campaign, state.campaign_address},
        std::pair{Tool::pick, state.pick_address}}) {
    split(address, '&', [&, tool = tool](std::string_view text) {
      const Pair pair = pair_of(text);
      std::string key = tool == shown ? std::string() : std::string(tool_names[static_cast<std::size_t>(tool)]) + '.';
      put(out, key += pair.key, decoded(pair.value));
    });
  }
  for (const core::Replacement& replacement : state.replacements) put(out, "figure", text_of(replacement));
  return out;
}

void read_paste(State& state, Given& given, bool is_being_typed) {
  const std::string& pasted = given.pasted;
  Source& paste = given.paste;
  if (pasted.empty()) {  // an emptied field is no mistake either
    ++state.revision;
    paste = {};
    return;
  }
  std::optional<Waiting>& waiting = paste.waiting;
  if (waiting && waiting->text == pasted) {  // the field was left
    waiting->is_being_typed = waiting->is_being_typed && is_being_typed;
    return;
  }
  wait_for(state, paste, {.name = {}, .bytes = Bytes::text, .text = pasted, .is_being_typed = is_being_typed});
}

Ticket read_file(State& state, std::string name) {
  Source& file = state.tool == Tool::campaign ? state.results.file
                 : state.tool == Tool::pick   ? state.roster.file
                                              : state.stats.file;
  const Ticket ticket = wait_for(state, file, {.name = std::move(name), .text = {}, .is_asked_for = true});
  file.waiting->file = ticket;
  return ticket;
}

void read_again(State& state, Given& given, Source& source, std::vector<ingest::Mapping> columns) {
  wait_for(state, source,
           {.name = source.name,
            .bytes = source.bytes,
            .text = source.bytes == Bytes::text ? given.pasted : std::string(),
            .file = source.file,
            .columns = std::move(columns),
            .is_again = true});
}

void read_sample(State& state) {
  clear(state);
  if (!state.is_locked("followers")) state.followers = sample_followers;
  wait_for(state, state.stats.file, {.name = std::string(sample_name), .bytes = Bytes::sample, .text = {}});
}

const Waiting* next_to_read(State& state) {
  for (Source* source : sources_of(state)) {
    if (!source->waiting || source->waiting->is_asked_for) continue;
    source->waiting->is_asked_for = true;
    return &*source->waiting;
  }
  return nullptr;
}

bool is_awaited(State& state, Ticket ticket) { return awaiting(state, ticket) != nullptr; }

bool is_kept(State& state, Ticket file) {
  for (const Source* source : sources_of(state)) {
    if (source->file == file || (source->waiting && source->waiting->file == file)) return true;
  }
  return false;
}

void takes_long(State& state, Ticket ticket, double part_read) {
  Source* source = awaiting(state, ticket);
  if (!source) return;
  ++state.readings;
  if (source->waiting->is_again) {
    source->takes_long = true;
  } else if (!source->takes_long) {
    Waiting waiting = end_of_waiting(state, *source);
    source->takes_long = true;
    source->waiting = std::move(waiting);
  }
  source->part_read = std::max(source->part_read, part_read);
}

void stop_reading(State& state, Source& source) {
  ++state.readings;
  if (source.waiting && source.waiting->is_again) return stop_again(source);
  ++state.revision;
  source = {};
}

void answer(State& state, Ticket ticket, Result<ingest::Reading> result) {
  Source* source = awaiting(state, ticket);
  if (!source) return;
  if (source->waiting->is_again && !result) return leave_as_it_was(state, *source, result.error());
  const Ticket ticket_before = source->ticket;
  const core::Account before = source->reading ? source->reading->account : core::Account();
  const Waiting waiting = end_of_waiting(state, *source);
  if (result) {
    source->reading = std::move(*result);
    source->ticket = ticket;
    if (source != &state.stats.paste && source != &state.stats.file) return;
    core::Account account = source->reading->account;
    if (waiting.is_again && ticket_before != 0) {
      // What was typed since is newer than what the other columns say as well. Followers of a column that is something
      // else go with it.
      const bool is_from_here = state.followers_revision == ticket_before;
      if (is_from_here && !account.followers) state.followers.clear();
      if (!is_from_here && account.followers == before.followers) account.followers.reset();
      if (account.platform == before.platform) account.platform = core::Platform::any;
    }
    take_over(state, account, ticket);
  } else if (!waiting.is_being_typed) {
    source->error = result.error();
  }
}

void not_read(State& state, Ticket ticket, std::string sentence) {
  Source* source = awaiting(state, ticket);
  if (!source) return;
  Error error{"unreadable", std::move(sentence), {}, {}};
  if (source->waiting->is_again) return leave_as_it_was(state, *source, std::move(error));
  end_of_waiting(state, *source);
  source->error = std::move(error);
}

void clear(State& state) {
  State empty;
  if (state.is_locked("followers")) empty.followers = state.followers;
  empty.platform = state.platform;
  empty.counted = state.counted;
  empty.tool = state.tool;
  empty.hidden = std::move(state.hidden);
  empty.later_part = state.later_part;
  empty.replacements = std::move(state.replacements);
  empty.locked = std::move(state.locked);
  empty.campaign_address = std::move(state.campaign_address);
  empty.pick_address = std::move(state.pick_address);
  empty.campaign = std::move(state.campaign);
  empty.pick = std::move(state.pick);
  empty.results = std::move(state.results);
  empty.roster = std::move(state.roster);
  empty.revision = state.revision + 1;
  state = std::move(empty);
}

}  // namespace mf::ui
