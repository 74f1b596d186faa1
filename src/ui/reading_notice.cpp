#include "ui/reading_notice.h"

#include <cmath>
#include <string>
#include <vector>

#include "ui/words.h"

namespace mf::ui {

using form::Form;
using form::TextStyle;
using form::Tone;

std::string understood(const ingest::Reading& reading, const std::string& name) {
  std::string out = "Read " + (name.empty() ? std::string("your text") : name) + ": ";
  std::vector<std::string> parts;
  if (reading.account.followers) parts.push_back(typed(*reading.account.followers) + " followers");
  const auto count = [&](std::size_t size, std::string_view one, std::string_view many) {
    if (size > 0) parts.push_back(counted(static_cast<double>(size), one, many));
  };
  count(reading.posts.size(), "post", "posts");
  count(reading.creators.size(), "creator", "creators");
  count(reading.history.size(), "day of history", "days of history");
  if (reading.followers_at_least) {
    parts.push_back("a list of " + counted(*reading.followers_at_least, "follower", "followers") +
                    ", which may have been cut short");
  }
  count(reading.period.size(), "figure of a whole period", "figures of a whole period");
  if (!reading.skipped.empty()) {
    parts.push_back(counted(static_cast<double>(reading.skipped.size()), "row", "rows") + " skipped");
  }
  out += joined(parts, ", ");
  return out + '.';
}

void paste_field(Form& form, State& state, Given& given, const form::Field& field) {
  const std::string before = given.pasted;
  const form::Edit edit = form.text_field(field, given.pasted);
  // A field that is left says once more what was read already; what was given since must not give way to it.
  const bool again = given.pasted == before && given.paste.reading;
  if (edit != form::Edit::none && !again) read_paste(state, given, edit == form::Edit::typing);
}

void source_notice(Form& form, std::string_view id, State& state, Source& source, Fit fit) {
  if (source.reading && !source.takes_long) {
    form.gap(12);
    form.notice(id, fit.fits && source.reading->skipped.empty() ? Tone::good : Tone::warn,
                understood(*source.reading, source.name) + (fit.remark.empty() ? "" : " ") + std::string(fit.remark),
                form::flag_status);
  } else if (source.error && !source.takes_long) {
    form.gap(12);
    const bool can_choose = !source.error->columns.empty();
    form.notice(id, Tone::bad,
                source.error->message + (can_choose ? " Or say under What was read what its columns hold." : ""),
                form::flag_alert);
  } else if (source.takes_long) {
    form.gap(12);
    const std::string name = source.name.empty() ? std::string("your text") : source.name;
    form.notice(id, Tone::plain, "Reading " + name + "\u2026", form::flag_status);
    form.gap(8);
    if (source.part_read > 0) {
      // Apart from the notice, which is announced each time it changes.
      form.text(std::string(id) + "-part", TextStyle::small,
                whole(std::floor(source.part_read * 100)) + " % of it read", Tone::quiet);
      form.gap(8);
    }
    form.row([&] {
      if (form.button(std::string(id) + "-stop", "Stop reading")) stop_reading(state, source);
    });
  }
}

}  // namespace mf::ui
