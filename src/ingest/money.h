// Amounts of money as they stand in cells: "$1,200", "€1.200,00", "Rs. 1,20,000", "1.200 TL", "250 EUR".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/number_words.h"

namespace mf::ingest {

struct Money {
  double amount = 0;
  std::string currency;  // ISO 4217; empty if the cell names none, or one that several countries share
  std::string sign;      // what names it, folded: "$", "eur"; empty if nothing does
};

// Nothing if the cell is no single amount of zero or more.
std::optional<Money> read_money(std::string_view cell, const NumberContext& context = {});

// "EUR" for "EUR", "eur", "€"; "USD" for "$"; empty if unknown.
std::string currency_code(std::string_view word);

}  // namespace mf::ingest
