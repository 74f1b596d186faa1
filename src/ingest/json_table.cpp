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

// Where the rows stand; the value itself if it is one row.
JsonValue rows_in(const JsonValue& root) {
  if (!root.is_object()) return root;
  for (const JsonValue value : root) {
    if (is_list_of_objects(value)) return value;
  }
  return root;
}

// {"followers": 5000, "posts": [...]}: the account's followers count for each of its posts.
std::optional<JsonValue> followers_beside(const JsonValue& root) {
  if (!root.is_object()) return std::nullopt;
  for (const JsonValue value : root) {
    if (is_plain(value) && read_header(value.key()).field == Field::followers) return value;
  }
  return std::nullopt;
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
  const JsonValue list = rows_in(root);
  const auto followers = list.is_array() ? followers_beside(root) : std::nullopt;
  Names names;
  std::string body;
  std::vector<std::string> cells;
  const auto take = [&](const JsonValue& value) {
    if (!is_plain(value)) return;
    const auto place = names.place_of(value.key());
    if (!place) return;
    cells.resize(std::max(cells.size(), *place + 1));
    cells[*place] = cell_of(value);
  };
  const auto add_row = [&](const JsonValue& row) {
    cells.assign(cells.size(), {});
    if (followers) take(*followers);
    for (const JsonValue value : row) take(value);
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
