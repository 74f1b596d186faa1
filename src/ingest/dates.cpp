#include "ingest/dates.h"

#include <algorithm>
#include <cstddef>

#include "ingest/folding.h"
#include "ingest/month_names.h"

namespace mf::ingest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

struct Moment {
  int year = 0, month = 0, day = 0;
  int hour = -1, minute = 0, second = -1;
  int offset = 0;  // minutes east of Greenwich
  bool has_offset = false;
};

// The text piece by piece. Every take_ leaves the place as it was if it fails.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  std::size_t place() const { return at_; }
  void go_to(std::size_t place) { at_ = place; }

  void skip_gaps() {
    while (peek() == ' ' || peek() == hard_space || peek() == ',') ++at_;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  // A number of `least` to `most` digits.
  bool take_number(std::size_t least, std::size_t most, int& value) {
    std::size_t end = at_;
    int number = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ < most) number = number * 10 + (text_[end++] - '0');
    const bool longer = end < text_.size() && is_digit(text_[end]);
    if (end - at_ < least || longer) return false;
    value = number;
    at_ = end;
    return true;
  }
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  std::string_view take_word() {
    const std::size_t begin = at_;
    while (is_letter(peek())) ++at_;
    return text_.substr(begin, at_ - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_weekday(std::string_view word) {
  static constexpr std::string_view days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                              "friday", "saturday", "sunday"};
  if (word.size() < 3) return false;
  for (const std::string_view day : days) {
    if (day.starts_with(word)) return true;
  }
  return false;
}

bool is_real_day(const Moment& moment) {
  static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (moment.year < 1990 || moment.year > 2199 || moment.month < 1 || moment.month > 12 || moment.day < 1) return false;
  const bool leap = moment.year % 4 == 0 && (moment.year % 100 != 0 || moment.year % 400 == 0);
  return moment.day <= lengths[moment.month - 1] + (leap && moment.month == 2 ? 1 : 0);
}

bool take_offset(Scanner& scanner, Moment& moment) {
  if (scanner.take('z')) {
    moment.has_offset = true;
    return true;
  }
  const bool east = scanner.peek() == '+';
  if (!east && scanner.peek() != '-') return false;
  const std::size_t back = scanner.place();
  scanner.take(scanner.peek());
  int hours = 0, minutes = 0;
  int both = 0;
  if (scanner.take_number(4, 4, both)) {
    hours = both / 100;
    minutes = both % 100;
  } else if (!scanner.take_number(2, 2, hours) || (scanner.take(':') && !scanner.take_number(2, 2, minutes))) {
    scanner.go_to(back);
    return false;
  }
  if (hours > 15 || minutes > 59) {
    scanner.go_to(back);
    return false;
  }
  moment.offset = (hours * 60 + minutes) * (east ? 1 : -1);
  moment.has_offset = true;
  return true;
}

// "09:48", "18:19:10.123", "12:40 am"
bool take_time(Scanner& scanner, Moment& moment) {
  const std::size_t back = scanner.place();
  int hour = 0, minute = 0, second = -1;
  if (!scanner.take_number(1, 2, hour) || !scanner.take(':') || !scanner.take_number(2, 2, minute)) {
    scanner.go_to(back);
    return false;
  }
  if (scanner.take(':')) {
    if (!scanner.take_number(2, 2, second)) return false;
    int fraction = 0;
    if (scanner.take('.') && !scanner.take_number(1, 9, fraction)) return false;
  }
  const std::size_t before_word = scanner.place();
  scanner.skip_gaps();
  const std::string_view half = scanner.take_word();
  if (half == "am" || half == "pm") {
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (half == "pm" ? 12 : 0);
  } else {
    scanner.go_to(before_word);
  }
  if (hour > 23 || minute > 59 || second > 60) return false;
  moment.hour = hour;
  moment.minute = minute;
  moment.second = second;
  return true;
}

// "UTC", "EST": the first is an offset; of the others the time of day is kept as the place writes it.
void take_zone(Scanner& scanner, Moment& moment) {
  static constexpr std::string_view zones[] = {"est", "edt", "cst", "cdt",  "mst", "mdt",
                                               "pst", "pdt", "cet", "cest", "bst", "ist"};
  const std::size_t back = scanner.place();
  const std::string_view word = scanner.take_word();
  if (word == "utc" || word == "gmt") {
    moment.has_offset = true;
  } else if (std::find(std::begin(zones), std::end(zones), word) == std::end(zones)) {
    scanner.go_to(back);
  }
}

// What may follow a day: a time, then an offset.
void take_rest(Scanner& scanner, Moment& moment) {
  scanner.skip_gaps();
  scanner.take('t');
  if (take_time(scanner, moment)) {
    scanner.skip_gaps();
    if (!take_offset(scanner, moment)) take_zone(scanner, moment);
  }
  scanner.skip_gaps();
}

// "2025-10-31", "2025/10/31", "2025.10.31", "2025. 10. 31."
bool take_year_first(Scanner& scanner, Moment& moment) {
  if (!scanner.take_number(4, 4, moment.year)) return false;
  const char mark = scanner.peek();
  if (mark != '-' && mark != '/' && mark != '.') return false;
  scanner.take(mark);
  if (mark == '.') scanner.skip_gaps();
  if (!scanner.take_number(1, 2, moment.month) || !scanner.take(mark)) return false;
  if (mark == '.') scanner.skip_gaps();
  if (!scanner.take_number(1, 2, moment.day)) return false;
  if (mark == '.') scanner.take('.');
  return true;
}

struct NumericDate {
  int first = 0, second = 0, year = 0;
  char mark = 0;
  bool is_short = false;  // a year of two digits
};

// "03/18/2025", "31.10.2025", "12-18-2022", "07/27/17"
bool take_year_last(Scanner& scanner, NumericDate& date) {
  if (!scanner.take_number(1, 2, date.first)) return false;
  date.mark = scanner.peek();
  if (date.mark != '/' && date.mark != '.' && date.mark != '-') return false;
  if (!scanner.take(date.mark) || !scanner.take_number(1, 2, date.second) || !scanner.take(date.mark)) return false;
  if (scanner.take_number(4, 4, date.year)) return true;
  date.is_short = scanner.take_number(2, 2, date.year);
  date.year += 2000;
  return date.is_short;
}

DateOrder order_of(const NumericDate& date) {
  if (date.mark == '.') return DateOrder::day_first;
  // "27/07/17" may be a day of 2027 as well, "27/07/32" may not.
  const bool may_begin_with_year = date.is_short && date.year > 2000 && date.year <= 2031;
  if (date.first > 12 && date.second <= 12) return may_begin_with_year ? DateOrder::unknown : DateOrder::day_first;
  if (date.second > 12 && date.first <= 12) return DateOrder::month_first;
  if (date.is_short) return DateOrder::unknown;
  return date.first == date.second ? DateOrder::month_first : DateOrder::unknown;  // 05/05 is the same either way
}

// Between a day and a month's name: ". ", "-", " de ".
void skip_link(Scanner& scanner) {
  scanner.skip_gaps();
  if (scanner.peek() == '.' || scanner.peek() == '-' || scanner.peek() == '/') scanner.take(scanner.peek());
  scanner.skip_gaps();
  if (!scanner.take("de ")) scanner.take("of ");
}

// "December 18", "18 Dec", "Thu, 18. Dez", "8 de marzo"
bool take_day_and_month(Scanner& scanner, Moment& moment) {
  std::string_view word = scanner.take_word();
  if (is_weekday(word)) {
    scanner.take('.');
    scanner.skip_gaps();
    word = scanner.take_word();
  }
  if (word.empty()) {
    if (!scanner.take_number(1, 2, moment.day)) return false;
    skip_link(scanner);
    word = scanner.take_word();
  }
  moment.month = month_of(word);
  if (moment.month == 0) return false;
  if (moment.day == 0) {
    skip_link(scanner);
    return scanner.take_number(1, 2, moment.day);
  }
  return true;
}

// "Dec 18, 2022", "Fri, Mar 21, 2025", "18 Dec 2022", "8 de marzo de 2025", "Sun Dec 31 14:36:59 +0000 2023"
bool take_month_name(Scanner& scanner, Moment& moment) {
  if (!take_day_and_month(scanner, moment)) return false;
  skip_link(scanner);
  if (scanner.take_number(4, 4, moment.year)) {
    take_rest(scanner, moment);
    if (scanner.take("\u0433")) scanner.take('.');  // Russian "year"
    return true;
  }
  if (!take_time(scanner, moment)) return false;
  scanner.skip_gaps();
  take_offset(scanner, moment);
  scanner.skip_gaps();
  return scanner.take_number(4, 4, moment.year);
}

// "9\u670813\u65e5", "9\uc6d4 13\uc77c"
bool take_east_asian_day(Scanner& scanner, Moment& moment) {
  scanner.skip_gaps();
  if (!scanner.take_number(1, 2, moment.month)) return false;
  if (!scanner.take("\u6708") && !scanner.take("\uc6d4")) return false;
  scanner.skip_gaps();
  return scanner.take_number(1, 2, moment.day) && (scanner.take("\u65e5") || scanner.take("\uc77c"));
}

// "2025\u5e749\u670813\u65e5", "2025\ub144 9\uc6d4 13\uc77c"
bool take_east_asian(Scanner& scanner, Moment& moment) {
  if (!scanner.take_number(4, 4, moment.year)) return false;
  if (!scanner.take("\u5e74") && !scanner.take("\ub144")) return false;
  if (!take_east_asian_day(scanner, moment)) return false;
  take_rest(scanner, moment);
  return true;
}

Moment moment_of_seconds(long long seconds) {
  // Days to a date: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, civil_from_days.
  const long long days = seconds / 86400, rest = seconds % 86400;
  const long long shifted = days + 719468;
  const long long era = shifted / 146097;
  const long long day_of_era = shifted - era * 146097;
  const long long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long long month_shifted = (5 * day_of_year + 2) / 153;
  Moment moment;
  moment.day = static_cast<int>(day_of_year - (153 * month_shifted + 2) / 5 + 1);
  moment.month = static_cast<int>(month_shifted < 10 ? month_shifted + 3 : month_shifted - 9);
  moment.year = static_cast<int>(year_of_era + era * 400 + (moment.month <= 2 ? 1 : 0));
  moment.hour = static_cast<int>(rest / 3600);
  moment.minute = static_cast<int>(rest / 60 % 60);
  moment.second = static_cast<int>(rest % 60);
  moment.has_offset = true;
  return moment;
}

void append_number(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  out.append(width > digits.size() ? width - digits.size() : 0, '0');
  out += digits;
}

std::string written(const Moment& moment) {
  std::string out;
  append_number(out, moment.year, 4);
  out += '-';
  append_number(out, moment.month, 2);
  out += '-';
  append_number(out, moment.day, 2);
  if (moment.hour < 0) return out;
  out += 'T';
  append_number(out, moment.hour, 2);
  out += ':';
  append_number(out, moment.minute, 2);
  out += ':';
  append_number(out, moment.second < 0 ? 0 : moment.second, 2);
  if (!moment.has_offset) return out;
  if (moment.offset == 0) return out + 'Z';
  const int minutes = moment.offset < 0 ? -moment.offset : moment.offset;
  out += moment.offset < 0 ? '-' : '+';
  append_number(out, minutes / 60, 2);
  out += ':';
  append_number(out, minutes % 60, 2);
  return out;
}

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

// Spreadsheets count days from 1899-12-30; 45292 is 2024-01-01.
constexpr long long spreadsheet_epoch = 25569;

// "45292" or "45292.5" if it can be a day of the years 2000 to 2050; else 0.
long long spreadsheet_day(std::string_view text) {
  if (text.size() < 5 || !all_digits(text.substr(0, 5))) return 0;
  if (text.size() > 5 && (text[5] != '.' || !all_digits(text.substr(6)))) return 0;
  long long day = 0;
  for (const char c : text.substr(0, 5)) day = day * 10 + (c - '0');
  return day >= 36526 && day <= 55152 ? day : 0;
}

}  // namespace

std::string iso_date(std::string_view cell, DateOrder order) {
  cell = trimmed(cell);
  if (cell.size() < 5 || cell.size() > 60) return {};
  const std::string text = folded(cell);
  if (const long long day = spreadsheet_day(text)) {
    const std::string iso = written(moment_of_seconds((day - spreadsheet_epoch) * 86400));
    return iso.substr(0, 10);
  }
  if (all_digits(text)) {
    if (text.size() != 10 && text.size() != 13) return {};
    long long seconds = 0;
    for (const char c : text.substr(0, 10)) seconds = seconds * 10 + (c - '0');
    const Moment moment = moment_of_seconds(seconds);
    return is_real_day(moment) ? written(moment) : std::string();
  }
  Moment moment;
  Scanner scanner(text);
  if (take_year_first(scanner, moment)) {
    take_rest(scanner, moment);
    return scanner.at_end() && is_real_day(moment) ? written(moment) : std::string();
  }
  moment = {};
  scanner.go_to(0);
  if (take_east_asian(scanner, moment))
    return scanner.at_end() && is_real_day(moment) ? written(moment) : std::string();
  NumericDate date;
  scanner.go_to(0);
  if (take_year_last(scanner, date)) {
    const DateOrder own = order_of(date);
    const DateOrder used = own == DateOrder::unknown ? order : own;
    if (used != DateOrder::month_first && used != DateOrder::day_first) return {};
    moment = {};
    moment.year = date.year;
    moment.month = used == DateOrder::month_first ? date.first : date.second;
    moment.day = used == DateOrder::month_first ? date.second : date.first;
    take_rest(scanner, moment);
    return scanner.at_end() && is_real_day(moment) ? written(moment) : std::string();
  }
  moment = {};
  scanner.go_to(0);
  if (take_month_name(scanner, moment) && scanner.at_end() && is_real_day(moment)) return written(moment);
  return {};
}

bool is_day_without_year(std::string_view cell) {
  const std::string text = folded(trimmed(cell.substr(0, 60)));
  Moment moment;
  Scanner scanner(text);
  bool found = take_day_and_month(scanner, moment);
  if (!found) {
    moment = {};
    scanner.go_to(0);
    found = take_east_asian_day(scanner, moment);
  }
  scanner.take('.');
  moment.year = 2024;  // a leap year, so that 29 February is a day
  return found && scanner.at_end() && is_real_day(moment);
}

DateOrder order_shown_by(std::string_view cell) {
  const std::string text = folded(trimmed(cell.substr(0, 60)));
  Scanner scanner(text);
  NumericDate date;
  if (!take_year_last(scanner, date) || date.first == date.second) return DateOrder::unknown;
  return order_of(date);
}

DateOrder joined(DateOrder a, DateOrder b) {
  if (a == DateOrder::unknown || a == b) return b;
  return b == DateOrder::unknown ? a : DateOrder::contradictory;
}

}  // namespace mf::ingest
