// Where something is given to read, and what came of it, in a sentence.
#pragma once

#include <string>
#include <string_view>

#include "form/form.h"
#include "ingest/reading.h"
#include "ui/state.h"

namespace mf::ui {

// "Read posts.csv: 24,000 followers, 12 posts."
std::string understood(const ingest::Reading& reading, const std::string& name);

// The box that something is pasted into.
void paste_field(form::Form& form, State& state, Given& given, const form::Field& field);

// Whether it is what the tool can use, and what to do if it is not.
struct Fit {
  bool fits = true;
  std::string_view remark = {};
};

// That, or why nothing was read, or that it is being read, with a way to stop that; nothing if nothing was given.
void source_notice(form::Form& form, std::string_view id, State& state, Source& source, Fit fit);

}  // namespace mf::ui
