#include "ingest/roster_rows.h"

#include "ingest/folding.h"
#include "ingest/money.h"
#include "ingest/plain_number.h"

namespace mf::ingest {
namespace {

// The first field that the sheet has a column for.
Field one_of(const Sheet& sheet, Field first, Field second) { return sheet.has(first) ? first : second; }

core::Platform platform_of(const Sheet& sheet, const Hints& hints) {
  const auto followers = sheet.column_of(Field::followers);
  const core::Platform of_header = followers ? sheet.columns[*followers].header.platform : core::Platform::any;
  return of_header == core::Platform::any ? hints.platform : of_header;
}

bool has_number(const core::Creator& creator) {
  return creator.followers || creator.likes || creator.views || creator.engagement_rate || creator.fee;
}

}  // namespace

RosterRows::RosterRows(std::string_view text, const Sheet& sheet, const Hints& hints, bool reads_plain)
    : platform_(platform_of(sheet, hints)),
      likes_(one_of(sheet, Field::average_likes, Field::likes)),
      comments_(one_of(sheet, Field::average_comments, Field::comments)),
      views_(one_of(sheet, Field::average_views, Field::views)),
      rows_(text, sheet, hints) {
  if (const auto fee = sheet.column_of(Field::fee)) fee_currency_ = sheet.columns[*fee].header.currency;
  const Field name = one_of(sheet, Field::handle, one_of(sheet, Field::url, Field::id));
  // A campaign's name may be that of a sum.
  if (!reads_plain || !sheet.has(name) || sheet.has(Field::campaign)) return;
  uses_.resize(sheet.columns.size());
  const auto use = [&](Field field, What what, core::MaybeNumber core::Creator::* number = nullptr) {
    if (const auto column = sheet.column_of(field)) uses_[*column] = {what, number};
  };
  use(name, What::name);
  use(Field::platform, What::platform);
  use(Field::niche, What::niche);
  use(Field::country, What::country);
  use(Field::currency, What::currency);
  use(Field::followers, What::whole_number, &core::Creator::followers);
  use(likes_, What::number, &core::Creator::likes);
  use(comments_, What::number, &core::Creator::comments);
  use(views_, What::number, &core::Creator::views);
  use(Field::fee, What::number, &core::Creator::fee);
  use(Field::engagement_rate, What::rate, &core::Creator::engagement_rate);
}

bool RosterRows::next(core::Creator& creator) {
  if (next_plain(creator)) return true;
  creator = {};
  return next_of_any_kind(creator);
}

bool RosterRows::next_plain(core::Creator& creator) {
  if (uses_.empty() || rows_.position() < sizeof(std::uint64_t)) return false;  // read_digits() looks back
  rate_has_sign_ = false;
  currency_ = {};
  std::string_view first_cell;
  const Use* const uses = uses_.data();
  const std::size_t width = uses_.size();
  const auto take = [&](std::size_t column, const char* begin, std::size_t size) {
    if (column == 0) first_cell = {begin, size};
    if (column >= width || size == 0) return true;
    const Use& use = uses[column];
    if (use.number == nullptr) return take_words(use.what, begin, size, creator);
    double value;
    if (!read_digits(begin, size, value)) return take_number(use, begin, size, creator);
    creator.*use.number = value;
    return true;
  };
  const auto is_data = [&] {
    return !first_cell.empty() && !is_totals_label(first_cell) && !creator.handle.empty() && has_number(creator);
  };
  if (!rows_.next_plain(take, is_data)) return false;
  complete(creator);
  return true;
}

bool RosterRows::take_number(const Use& use, const char* begin, std::size_t size, core::Creator& creator) {
  PlainNumber number;
  if (!read_plain_number(begin, size, number)) return false;
  const bool is_rate = use.what == What::rate;
  if (is_rate) rate_has_sign_ = number.percent;
  creator.*use.number = number.value;
  return (is_rate || !number.percent) && !(number.has_decimals && use.what == What::whole_number);
}

bool RosterRows::take_words(What what, const char* begin, std::size_t size, core::Creator& creator) {
  if (what == What::nothing) return true;
  const std::string_view cell(begin, size);
  if (trimmed(cell).size() != size) return false;
  switch (what) {
    case What::name:
      if (is_bare_handle(cell)) {
        creator.handle.set(begin, size);
      } else {
        creator.handle = handle_in_cell(cell);
      }
      break;
    case What::platform:
      creator.platform = platforms_.read(cell);
      break;
    case What::niche:
      creator.niche.set(begin, size);
      break;
    case What::country:
      creator.country.set(begin, size);
      break;
    default:
      currency_ = cell;
  }
  return true;
}

// What a row names its creator by.
std::string_view RosterRows::name_of_row() const {
  for (const Field field : {Field::handle, Field::url, Field::id}) {
    if (const std::string_view cell = rows_.text(field); !cell.empty()) return cell;
  }
  return {};
}

bool RosterRows::next_of_any_kind(core::Creator& creator) {
  for (; rows_.next(); rows_.skip("no numbers in it"), creator = {}) {
    creator.handle = handle_in(name_of_row());
    creator.platform = platforms_.read(rows_.text(Field::platform));
    creator.followers = rows_.number(Field::followers);
    creator.likes = rows_.number(likes_);
    creator.comments = rows_.number(comments_);
    creator.views = rows_.number(views_);
    creator.niche = rows_.text(Field::niche);
    creator.country = rows_.text(Field::country);
    currency_ = rows_.text(Field::currency);

    rate_has_sign_ = false;
    if (const std::string_view cell = rows_.text(Field::engagement_rate); !is_missing_word(cell)) {
      if (const Number rate = read_number(cell, rows_.context(Field::engagement_rate))) {
        rate_has_sign_ = rate.percent;
        creator.engagement_rate = rate.count.value;
      } else {
        rows_.note_unreadable(Field::engagement_rate);
      }
    }
    if (const std::string_view cell = rows_.text(Field::fee); !is_missing_word(cell)) {
      if (const auto money = read_money(cell, rows_.context(Field::fee))) {
        creator.fee = money->amount;
        creator.currency = money->currency;
      } else {
        rows_.note_unreadable(Field::fee);
      }
    }
    complete(creator);
    if (has_number(creator)) return true;
  }
  return false;
}

// What the row leaves to its neighbours and to the header.
void RosterRows::complete(core::Creator& creator) const {
  if (creator.platform == core::Platform::any) creator.platform = platform_;
  if (!creator.fee || (currency_.empty() && fee_currency_.empty())) return;
  if (creator.currency.empty()) creator.currency = currency_code(currency_);
  if (creator.currency.empty()) creator.currency = fee_currency_;
}

}  // namespace mf::ingest
