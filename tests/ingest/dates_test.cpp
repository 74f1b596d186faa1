#include "ingest/dates.h"

#include <doctest/doctest.h>

using namespace mf::ingest;

TEST_CASE("dates of real exports become ISO 8601") {
  struct Row {
    const char* text;
    const char* iso;
  };
  const Row rows[] = {
      {"2025-10-31", "2025-10-31"},
      {"2025-01-01T01:00:00", "2025-01-01T01:00:00"},
      {"2009-06-30T07:52:16.000Z", "2009-06-30T07:52:16Z"},
      {"2016-12-23 18:50 +0000", "2016-12-23T18:50:00Z"},
      {"2024-05-01T10:00:00+02:00", "2024-05-01T10:00:00+02:00"},
      {"2025/10/31 18:19:10", "2025-10-31T18:19:10"},
      {"Dec 18, 2022", "2022-12-18"},
      {"Sep 2, 2019", "2019-09-02"},
      {"18 Dec 2022", "2022-12-18"},
      {"Fri, Mar 21, 2025", "2025-03-21"},
      {"Thu Mar 20 2025", "2025-03-20"},
      {"Sep 09, 2025 12:40 am", "2025-09-09T00:40:00"},
      {"Oct 20, 2025 8:23 pm", "2025-10-20T20:23:00"},
      {"Sun Dec 31 14:36:59 +0000 2023", "2023-12-31T14:36:59Z"},
      {"03/18/2025 09:48", "2025-03-18T09:48:00"},
      {"18/03/2025", "2025-03-18"},
      {"31.10.2025", "2025-10-31"},
      {"04.03.2025", "2025-03-04"},
      {"8 de marzo de 2025", "2025-03-08"},
      {"18 de mar\u00e7o de 2025", "2025-03-18"},
      {"18. M\u00e4rz 2025", "2025-03-18"},
      {"1. Dez. 2025 14:05", "2025-12-01T14:05:00"},
      {"3 ao\u00fbt 2024", "2024-08-03"},
      {"5 juil. 2024", "2024-07-05"},
      {"18 \u044f\u043d\u0432\u0430\u0440\u044f 2025 \u0433.", "2025-01-18"},
      {"9 \u043c\u0430\u0439 2025", "2025-05-09"},
      {"7 \u015eub 2025", "2025-02-07"},
      {"12 pa\u017adziernika 2023", "2023-10-12"},
      {"2 mei 2024", "2024-05-02"},
      {"18-Dec-2022", "2022-12-18"},
      {"2025\u5e749\u670813\u65e5", "2025-09-13"},
      {"2025\ub144 9\uc6d4 13\uc77c", "2025-09-13"},
      {"2022. 12. 18.", "2022-12-18"},
      {"2023-01-01 10:00:00 EST", "2023-01-01T10:00:00"},
      {"2023-01-01 10:00:00 UTC", "2023-01-01T10:00:00Z"},
      {"45292", "2024-01-01"},
      {"45292.75", "2024-01-01"},
      {"1554150000", "2019-04-01T20:20:00Z"},
      {"1554150000123", "2019-04-01T20:20:00Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(iso_date(row.text) == row.iso);
  }
}

TEST_CASE("what is not certain is not read") {
  for (const char* text :
       {"",           "February 28", "28 August",   "03/04/2025",      "2025-02-30", "2025-13-01",
        "13/13/2025", "Lifetime",    "8123",        "20250101",        "Tue",        "2025-10-31 nonsense",
        "yesterday",  "99999999999", "8 de marzo",  "9\u670813\u65e5", "18 thg 8",   "7/8/17",
        "Apr-25",     "5 jui 2024",  "Mark 5 2024", "12345",           "99999",      "45292.x"}) {
    CAPTURE(text);
    CHECK(iso_date(text).empty());
  }
}

TEST_CASE("an id or a telephone number of ten or thirteen digits is no moment in 2249") {
  for (const char* text : {"8828088888", "8828088888888", "0000000005"}) CHECK(iso_date(text).empty());
}

TEST_CASE("the other dates of a column decide between month and day") {
  CHECK(order_shown_by("03/18/2025 09:48") == DateOrder::month_first);
  CHECK(order_shown_by("18/03/2025") == DateOrder::day_first);
  CHECK(order_shown_by("03/04/2025") == DateOrder::unknown);
  CHECK(joined(DateOrder::unknown, DateOrder::day_first) == DateOrder::day_first);
  CHECK(joined(DateOrder::month_first, DateOrder::day_first) == DateOrder::contradictory);
  CHECK(iso_date("03/04/2025", DateOrder::month_first) == "2025-03-04");
  CHECK(iso_date("03/04/2025", DateOrder::day_first) == "2025-04-03");
  CHECK(iso_date("03/04/2025", DateOrder::contradictory).empty());
}

TEST_CASE("a year of two digits is read where nothing else can be meant") {
  CHECK(iso_date("07/27/17") == "2017-07-27");
  CHECK(iso_date("07/27/17 10:00:00 PM") == "2017-07-27T22:00:00");
  CHECK(iso_date("27.07.17") == "2017-07-27");
  CHECK(iso_date("07/08/17", DateOrder::month_first) == "2017-07-08");
  CHECK(iso_date("05/05/17", DateOrder::month_first) == "2017-05-05");
  // The first may be the year, the month or the day.
  for (const char* text : {"07/08/17", "17/07/27", "27/07/17", "05/05/17", "07/27/1", "07/27/177"}) {
    CAPTURE(text);
    CHECK(iso_date(text).empty());
    CHECK(order_shown_by(text) == DateOrder::unknown);
  }
}

TEST_CASE("a day without its year is known as one") {
  for (const char* text :
       {"3.\u0430\u043f\u0440", "1.\u044e\u043d\u0438", "6.\u043c\u0430\u0439", "February 28", "28 August",
        "8 de marzo", "18 \u044f\u043d\u0432\u0430\u0440\u044f", "9\u670813\u65e5", "03-Apr", "Apr-03", "2. Mai"}) {
    CAPTURE(text);
    CHECK(is_day_without_year(text));
  }
  for (const char* text : {"", "3.4", "12", "3 million", "Dec 18, 2022", "may", "5 mil", "31 Feb", "12 Mio"}) {
    CAPTURE(text);
    CHECK_FALSE(is_day_without_year(text));
  }
}
