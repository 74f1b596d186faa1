#include "ui/picture_table.h"

namespace mf::ui {

bool picture_table_button(form::Form& form, State& state, const PictureTable& table) {
  const std::string id = form::part_id(table.id, "toggle");
  const bool open = state.is_open(id);
  if (form.disclosure(id, open ? "Hide the table" : table.label, open)) state.toggle(id);
  return open;
}

void picture_table(form::Form& form, State& state, const PictureTable& table) {
  if (!picture_table_button(form, state, table)) return;
  form.table(form::part_id(table.id, "table"), table.caption, table.columns, table.rows());
}

}  // namespace mf::ui
