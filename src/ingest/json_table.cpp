#include "ingest/json_table.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "ingest/columns.h"
#include "ingest/excerpt.h"
#include "ingest/utf8.h"

namespace mf::ingest {
namespace {

constexpr std::size_t most_names = 100;

bool is_plain(const JsonValue& value) {
  return value.kind() == JsonKind::text || value.kind() == JsonKind::number || value.kind() == JsonKind::boolean;
}

bool is_list_of_objects(const JsonValue& value) {
  return value.is_array() && value.begin() != value.end() && (*value.begin()).is_object();
}

bool holds_post_metric(const JsonValue& object) {
  for (const JsonValue value : object) {
    if (is_plain(value) && is_post_metric(read_header(value.key()).field)) return true;
  }
  return false;
}

// [{"followers": 5000, "latestPosts": [{"likes": 5}, ...]}]: the one account of a list, with its posts.
JsonValue only_account_in(const JsonValue& root) {
  if (!root.is_array() || root.size() != 1 || !(*root.begin()).is_object()) return root;
  const JsonValue account = *root.begin();
  for (const JsonValue value : account) {
    if (is_list_of_objects(value) && holds_post_metric(*value.begin())) return account;
  }
  return root;
}

// Where the rows stand; the value itself if it is one row.
JsonValue rows_in(const JsonValue& root) {
  if (!root.is_object()) return root;
  for (const JsonValue value : root) {
    if (is_list_of_objects(value)) return value;
  }
  return root;
}

// {"followers": 5000, "username": "a", "posts": [...]}: what is said of the account counts for each of its posts.
std::vector<JsonValue> account_beside(const JsonValue& root) {
  std::vector<JsonValue> found;
  bool has_followers = false, has_handle = false;
  for (const JsonValue value : root) {
    if (!is_plain(value)) continue;
    const Header header = read_header(value.key());
    bool& has = header.field == Field::followers ? has_followers : has_handle;
    const bool is_wanted = header.field == Field::followers || (header.field == Field::handle && header.rank == 0);
    if (!is_wanted || has) continue;
    has = true;
    found.push_back(value);
  }
  return found;
}

// What APIs put a row's fields into: YouTube's "statistics" and "snippet", X's "public_metrics", Bluesky's "post" and
// "record". Of Apify's "authorMeta" the whole name says what it is.
bool is_part_of_row(std::string_view key) {
  static constexpr std::string_view parts[] = {"statistics", "snippet", "public_metrics",
                                               "post",       "record",  "authorMeta"};
  return std::find(std::begin(parts), std::end(parts), key) != std::end(parts);
}

// The views and likes beside a number of subscribers or videos are those of all posts together.
bool is_of_an_account(const JsonValue& object) {
  for (const JsonValue value : object) {
    const Field field = is_plain(value) ? read_header(value.key()).field : Field::none;
    if (field == Field::followers || field == Field::post_count) return true;
  }
  return false;
}

// The names of the fields in the order in which they turn up, and whether each is of use.
class Names {
 public:
  // The place of a name; nothing if it is of no use. Rows mostly repeat the order of the row before them.
  std::optional<std::size_t> place_of(std::string_view name) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::size_t at = (next_ + i) % names_.size();
      if (names_[at] != name) continue;
      next_ = at + 1;
      return known_[at] ? std::optional(at) : std::nullopt;
    }
    if (names_.size() == most_names) return std::nullopt;
    names_.emplace_back(name);
    known_.push_back(read_header(name).field != Field::none);
    next_ = names_.size();
    return known_.back() ? std::optional(names_.size() - 1) : std::nullopt;
  }

  std::size_t size() const { return names_.size(); }
  bool is_known(std::size_t place) const { return known_[place]; }
  const std::string& name(std::size_t place) const { return names_[place]; }

 private:
  std::vector<std::string> names_;
  std::vector<bool> known_;
  std::size_t next_ = 0;
};

void append_cell(std::string& line, std::string_view text) {
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

// In JSON a point is a decimal mark. In a table "1.234" could be 1,234, and "1.2340" cannot.
std::string cell_of(const JsonValue& value) {
  std::string cell(value.text());
  const bool has_point = cell.find('.') != std::string::npos && cell.find_first_of("eE") == std::string::npos;
  if (value.kind() == JsonKind::number && has_point) cell.append(cell.size() - cell.find('.') == 4 ? 1 : 0, '0');
  return cell;
}

}  // namespace

std::optional<std::string> table_of_json(const JsonValue& root) {
  const JsonValue account = only_account_in(root);
  const JsonValue list = rows_in(account);
  const bool has_account = list.is_array() && account.is_object();
  const std::vector<JsonValue> beside = has_account ? account_beside(account) : std::vector<JsonValue>();
  Names names;
  std::string body;
  std::vector<std::string> cells;
  const auto take_as = [&](std::string_view name, const JsonValue& value) {
    const auto place = names.place_of(name);
    if (!place) return;
    cells.resize(std::max(cells.size(), *place + 1));
    if (cells[*place].empty()) cells[*place] = cell_of(value);
  };
  // Fields of a part, down to "record" of "post".
  const auto take_part = [&](const auto& self, const JsonValue& part, int depth) -> void {
    const bool of_account = part.key() == "statistics" && is_of_an_account(part);
    for (const JsonValue value : part) {
      if (depth == 1 && value.is_object() && is_part_of_row(value.key())) self(self, value, depth + 1);
      if (!is_plain(value)) continue;
      if (part.key() == "authorMeta") {
        take_as("authorMeta." + std::string(value.key()), value);
      } else if (!of_account || !is_post_metric(read_header(value.key()).field)) {
        take_as(value.key(), value);
      }
    }
  };
  const auto take = [&](const JsonValue& value) {
    if (is_plain(value)) take_as(value.key(), value);
  };
  const auto add_row = [&](const JsonValue& row) {
    cells.assign(cells.size(), {});
    for (const JsonValue& value : beside) take(value);
    for (const JsonValue value : row) take(value);
    for (const JsonValue value : row) {
      if (value.is_object() && is_part_of_row(value.key())) take_part(take_part, value, 1);
    }
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!names.is_known(i)) continue;
      if (!line.empty()) line += ',';
      append_cell(line, cells[i]);
    }
    body += line;
    body += '\n';
  };
  if (list.is_object()) {
    add_row(list);
  } else if (list.is_array()) {
    for (const JsonValue row : list) {
      if (row.is_object()) add_row(row);
    }
  }
  std::string header;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!names.is_known(i)) continue;
    if (!header.empty()) header += ',';
    append_cell(header, names.name(i));
  }
  if (header.empty()) return std::nullopt;
  return header + '\n' + body;
}

Error json_of_no_use(const JsonValue& root) {
  // An object with many keys may be one with a key for each person.
  constexpr std::size_t most_keys = 40, listed_keys = 3;
  const JsonValue list = rows_in(root);
  const bool is_list = is_list_of_objects(list);
  const JsonValue shown = is_list ? *list.begin() : list;
  std::string keys;
  if (const std::size_t size = shown.is_object() ? shown.size() : 0; size > 0 && size <= most_keys) {
    std::size_t listed = 0;
    for (const JsonValue value : shown) {
      if (listed == listed_keys) break;
      keys += (listed++ == 0 ? " " : ", ") + quoted(cut_at_character(value.key(), 24));
    }
    if (size > listed) keys += " and " + std::to_string(size - listed) + " more";
  }
  return {"json-input",
          (is_list ? "This JSON is a list of objects" : "This JSON") +
              (keys.empty()
                   ? std::string(" has no fields that are known here.")
                   : (is_list ? " with the keys" : " has the keys") + keys + ", and nothing in it is known here.") +
              " Choose the insights of an Instagram download, TikTok's user_data.json, X's tweets.js, or a list with "
              "\"followers\" or \"likes\".",
          "", std::nullopt};
}

}  // namespace mf::ingest
