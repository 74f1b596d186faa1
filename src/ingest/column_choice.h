// Which column of a table is used for which field, where several could be.
#pragma once

#include "ingest/sheet.h"
#include "ingest/sheet_sample.h"

namespace mf::ingest {

// Sets Column::used_for of all columns that have a key, the best one where several mean the same, and warns of the
// others. Before that, columns of another platform's account and of a second table side by side lose their meaning.
void choose_columns(const Sample& sample, Sheet& sheet);

// In a roster: columns that may hold the account's total instead of an average are set aside.
void drop_account_totals(Sheet& sheet);

}  // namespace mf::ingest
