#include "ingest/month_names.h"

#include <algorithm>
#include <cstddef>

namespace mf::ingest {
namespace {

// The names of each month, folded: English, German, Dutch, Spanish, French, Italian, Portuguese, Polish, Turkish,
// Indonesian, the Scandinavian languages, Russian and Bulgarian. Abbreviations are their first letters.
constexpr std::string_view month_names[] = {
    "january januar januari janvier janeiro gennaio enero styczen stycznia ocak января януари",
    "february februar februari fevrier fevereiro febbraio febrero luty lutego subat pebruari февраля февруари",
    "march marz maerz maart mars marzo marco marzec marca mart maret marts марта март mrt",
    "april avril abril aprile kwiecien kwietnia nisan апреля април",
    "may mai mei mayo maio maggio maj maja mayis мая маи",
    "june juni juin junio junho giugno czerwiec czerwca haziran июня юни",
    "july juli juillet julio julho luglio lipiec lipca temmuz июля юли",
    "august augustus augusti aout agosto sierpien sierpnia agustos agustus августа",
    "september septembre septiembre setiembre setembro settembre wrzesien wrzesnia eylul сентября септември",
    "october oktober octobre octubre outubro ottobre pazdziernik pazdziernika ekim октября октомври",
    "november novembre noviembre novembro listopad listopada kasim ноября ноември",
    "december dezember decembre diciembre dezembro dicembre desember grudzien grudnia aralik декабря декември",
};

}  // namespace

int month_of(std::string_view word) {
  const bool is_latin = !word.empty() && static_cast<unsigned char>(word[0]) < 0x80;
  if (word.size() < (is_latin ? 3 : 6)) return 0;  // letters beyond Latin take two bytes
  if (word == "sept") return 9;
  int found = 0;
  for (int month = 1; month <= 12; ++month) {
    std::string_view names = month_names[month - 1];
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(' '), names.size());
      if (names.substr(0, end) == word) return month;
      if (names.starts_with(word) && word.size() < end) {
        if (found != 0 && found != month) return 0;
        found = month;
      }
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  return found;
}

}  // namespace mf::ingest
