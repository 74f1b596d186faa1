// The figures of a picture as a table, folded away under it.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "form/form.h"
#include "ui/state.h"

namespace mf::ui {

struct PictureTable {
  std::string_view id;  // of the picture; the parts "toggle" and "table" are this one's
  std::string_view caption;
  std::span<const form::Column> columns;
  std::function<std::vector<std::vector<form::Cell>>()> rows;  // asked for only while it is open
  std::string_view label = "As a table";
};

// The button that opens and closes it. True if it is open.
bool picture_table_button(form::Form& form, State& state, const PictureTable& table);
// The button and, if it is open, the table.
void picture_table(form::Form& form, State& state, const PictureTable& table);

}  // namespace mf::ui
