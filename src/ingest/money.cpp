#include "ingest/money.h"

#include <algorithm>

#include "ingest/folding.h"

namespace mf::ingest {
namespace {

struct CurrencyWord {
  std::string_view word;  // folded
  std::string_view code;  // empty: several countries share it
};

// Longer words before those that they begin with.
constexpr CurrencyWord currency_words[] = {
    {"us$", "USD"}, {"r$", "BRL"},  {"a$", "AUD"},   {"ca$", "CAD"}, {"c$", "CAD"},  {"s$", "SGD"},  {"mx$", "MXN"},
    {"hk$", "HKD"}, {"nz$", "NZD"}, {"$", "USD"},    {"€", "EUR"},   {"£", "GBP"},   {"₹", "INR"},   {"rs.", "INR"},
    {"rs", "INR"},  {"₩", "KRW"},   {"₺", "TRY"},    {"tl", "TRY"},  {"₽", "RUB"},   {"zł", "PLN"},  {"zl", "PLN"},
    {"₫", "VND"},   {"rp", "IDR"},  {"₱", "PHP"},    {"฿", "THB"},   {"₦", "NGN"},   {"¥", ""},      {"kr", ""},
    {"aed", "AED"}, {"aud", "AUD"}, {"brl", "BRL"},  {"cad", "CAD"}, {"chf", "CHF"}, {"cny", "CNY"}, {"czk", "CZK"},
    {"dkk", "DKK"}, {"eur", "EUR"}, {"euro", "EUR"}, {"gbp", "GBP"}, {"hkd", "HKD"}, {"huf", "HUF"}, {"idr", "IDR"},
    {"ils", "ILS"}, {"inr", "INR"}, {"jpy", "JPY"},  {"krw", "KRW"}, {"mxn", "MXN"}, {"myr", "MYR"}, {"ngn", "NGN"},
    {"nok", "NOK"}, {"nzd", "NZD"}, {"php", "PHP"},  {"pln", "PLN"}, {"ron", "RON"}, {"rub", "RUB"}, {"sar", "SAR"},
    {"sek", "SEK"}, {"sgd", "SGD"}, {"thb", "THB"},  {"try", "TRY"}, {"twd", "TWD"}, {"uah", "UAH"}, {"usd", "USD"},
    {"vnd", "VND"}, {"zar", "ZAR"}, {"руб.", "RUB"}, {"руб", "RUB"},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::string_view without_gaps(std::string_view text) {
  const auto gap = [](char c) { return c == ' ' || c == hard_space; };
  while (!text.empty() && gap(text.front())) text.remove_prefix(1);
  while (!text.empty() && gap(text.back())) text.remove_suffix(1);
  return text;
}

// Takes one currency word off the front or the back; a word must not be part of a longer one.
bool take_currency(std::string_view& text, std::string& code, std::string& sign) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || (is_digit(text.front()) && is_digit(text.back()))) return false;
  for (const CurrencyWord& row : currency_words) {
    const std::size_t size = row.word.size();
    const bool begins = text.starts_with(row.word);
    if (begins && (text.size() == size || !is_letter(row.word.back()) || !is_letter(text[size]))) {
      text = without_gaps(text.substr(size));
      code = row.code;
      sign = row.word;
      return true;
    }
    if (!text.ends_with(row.word)) continue;
    const std::size_t before = text.size() - size;
    if (before > 0 && is_letter(row.word.front()) && is_letter(text[before - 1])) continue;
    text = without_gaps(text.substr(0, before));
    code = row.code;
    sign = row.word;
    return true;
  }
  return false;
}

}  // namespace

std::string currency_code(std::string_view word) {
  if (word.empty()) return {};
  const std::string text = folded(trimmed(word));
  for (const CurrencyWord& row : currency_words) {
    if (row.word == text) return std::string(row.code);
  }
  return {};
}

std::optional<Money> read_money(std::string_view cell, const NumberContext& context) {
  if (cell.size() > 60) return std::nullopt;
  if (!cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    const Number number = read_number(cell, context);
    if (!number) return std::nullopt;
    Money money;
    money.amount = number.count.value;
    return money;
  }
  const std::string whole = folded(trimmed(cell));
  std::string_view text = whole;
  Money money;
  std::string second, second_sign;
  if (take_currency(text, money.currency, money.sign) && take_currency(text, second, second_sign) && !second.empty()) {
    money.currency = second;
    money.sign = second_sign;
  }
  NumberContext amount_context = context;
  amount_context.whole = false;
  const Number number = read_number(text, amount_context);
  if (!number || number.percent) return std::nullopt;
  money.amount = number.count.value;
  return money;
}

}  // namespace mf::ingest
