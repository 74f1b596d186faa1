#include "ingest/number_suffixes.h"

namespace mf::ingest {
namespace {

// CLDR 48 compact forms of 40 locales, and the spellings that sites print beside them.
constexpr NumberSuffix table[] = {
    // Tokens whose meaning depends on the language.
    {"mil", 6, "cs sk hu hr ro sr"},
    {"mil", 3, "es pt gl ca"},
    {"b", 3, "tr"},
    {"m", 9, "id"},
    {"t", 3, "da fi"},
    {"t", 9, "vi"},
    {"e", 3, "hu"},
    {"n", 3, "vi"},
    {"tr", 6, "vi"},
    {"j", 6, "ms"},
    {"mm", 9, "pt"},
    {"mi", 6, "pt es"},  // "seguidores" is a word of both
    {"bi", 9, "pt es"},
    {"tn", 3, "sv"},
    {"md", 9, "fr sv"},
    {"mr", 9, "tr"},
    // 10^3
    {"k", 3, ""},
    {"thousand", 3, ""},
    {"tsd", 3, ""},
    {"tausend", 3, ""},
    {"mila", 3, ""},
    {"mille", 3, ""},
    {"tys", 3, ""},
    {"tis", 3, ""},
    {"bin", 3, ""},
    {"rb", 3, ""},
    {"ribu", 3, ""},
    {"тыс", 3, ""},
    {"тис", 3, ""},
    {"хил", 3, ""},
    {"хиљ", 3, ""},
    {"χιλ", 3, ""},
    {"ألف", 3, ""},
    {"هزار", 3, ""},
    {"ہزار", 3, ""},
    {"हजार", 3, ""},
    {"হা", 3, ""},
    {"千", 3, ""},
    {"천", 3, ""},
    // 10^4, 10^5
    {"万", 4, ""},
    {"萬", 4, ""},
    {"만", 4, ""},
    {"l", 5, ""},
    {"lakh", 5, ""},
    {"lakhs", 5, ""},
    {"lac", 5, ""},
    {"लाख", 5, ""},
    {"লা", 5, ""},
    {"لاکھ", 5, ""},
    // 10^6
    {"m", 6, ""},
    {"mn", 6, ""},
    {"mln", 6, ""},
    {"mio", 6, ""},
    {"mill", 6, ""},
    {"milj", 6, ""},
    {"million", 6, ""},
    {"millions", 6, ""},
    {"millionen", 6, ""},
    {"millones", 6, ""},
    {"milhoes", 6, ""},
    {"jt", 6, ""},
    {"juta", 6, ""},
    {"млн", 6, ""},
    {"мил", 6, ""},
    {"εκ", 6, ""},
    {"مليون", 6, ""},
    {"میلیون", 6, ""},
    // 10^7, 10^8
    {"cr", 7, ""},
    {"crore", 7, ""},
    {"crores", 7, ""},
    {"क॰", 7, ""},
    {"करोड", 7, ""},
    {"কো", 7, ""},
    {"کروڑ", 7, ""},
    {"億", 8, ""},
    {"亿", 8, ""},
    {"억", 8, ""},
    // 10^9
    {"b", 9, ""},
    {"bn", 9, ""},
    {"billion", 9, ""},
    {"billions", 9, ""},
    {"mrd", 9, ""},
    {"mld", 9, ""},
    {"mlr", 9, ""},
    {"mia", 9, ""},
    {"млрд", 9, ""},
    {"δισ", 9, ""},
    {"مليار", 9, ""},
    {"میلیارد", 9, ""},
    {"ارب", 9, ""},
    {"अ॰", 9, ""},
};

}  // namespace

std::span<const NumberSuffix> number_suffixes() { return table; }

std::string_view comma_languages() {
  return "de es it pt nl tr id fr pl ru uk sv da nb no fi cs sk hu ro el bg hr sr ca gl vi";
}

std::string_view language_of(std::string_view locale, char (&buffer)[4]) {
  std::size_t length = 0;
  while (length < locale.size() && length < 3) {
    const char c = locale[length];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (lower < 'a' || lower > 'z') break;
    buffer[length++] = lower;
  }
  return {buffer, length};
}

bool contains_language(std::string_view languages, std::string_view language) {
  if (language.empty()) return false;
  for (std::size_t at = 0; at < languages.size();) {
    const std::size_t end = languages.find(' ', at);
    const std::string_view one = languages.substr(at, end == std::string_view::npos ? end : end - at);
    if (one == language) return true;
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return false;
}

}  // namespace mf::ingest
