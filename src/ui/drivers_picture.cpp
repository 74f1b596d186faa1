#include "ui/drivers_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/campaign_words.h"
#include "ui/words.h"

namespace mf::ui {
namespace {

using form::TextStyle;

constexpr float row_height = 40, bar_height = 18, axis_room = 22;

}  // namespace

float drivers_picture_height(std::size_t drivers) { return static_cast<float>(drivers) * row_height + axis_room; }

void draw_drivers(form::Drawing& drawing, const form::Theme& theme, std::span<const core::Driver> drivers,
                  double median_roi, std::string_view currency) {
  double least = median_roi, most = median_roi;
  for (const core::Driver& driver : drivers) {
    least = std::min({least, driver.low, driver.high});
    most = std::max({most, driver.low, driver.high});
  }
  float words_width = std::min(200.0f, drawing.width() * 0.42f);
  for (const core::Driver& driver : drivers) {  // no bar stands on a name
    words_width = std::max(words_width, drawing.width_of(core::info_of(driver.input).name, TextStyle::label));
  }
  const bool is_under = words_width > drawing.width() * 0.6f;  // the bar, for want of room
  const float start = is_under ? 0 : words_width + 12, end = drawing.width() - 4;
  const auto place = [&](double roi) {
    return start + static_cast<float>((roi - least) / (most - least)) * (end - start);
  };
  const float bottom = static_cast<float>(drivers.size()) * row_height;
  const float middle = place(median_roi);
  for (std::size_t i = 0; i < drivers.size(); ++i) {
    const core::Driver& driver = drivers[i];
    const float y = static_cast<float>(i) * row_height;
    const std::string_view name = core::info_of(driver.input).name;
    drawing.words(0, y, name, TextStyle::label, theme.ink);
    const std::string range = input_text(driver.input, {driver.input_low, driver.input_high}, currency);
    if (!is_under) {
      drawing.words(0, y + 18, range, TextStyle::fine, theme.quiet_ink);
    } else if (drawing.width_of(name, TextStyle::label) + drawing.width_of(range, TextStyle::fine) + 12 <
               drawing.width()) {
      drawing.words(drawing.width(), y, range, TextStyle::fine, theme.quiet_ink, 1);
    }
    const double down = std::min(driver.low, driver.high), up = std::max(driver.low, driver.high);
    const float bar = is_under ? y + 20 : y + 4;
    if (down < median_roi) drawing.area(place(down), bar, middle, bar + bar_height, theme.bad);
    if (up > median_roi) drawing.area(middle, bar, place(up), bar + bar_height, theme.good);
    const auto at = [&](double input, double roi) {
      return input_text(driver.input, {input, input}, currency) + ": " + signed_percent(roi);
    };
    drawing.reading({0, y, drawing.width(), row_height}, "Median return at " + at(driver.input_low, driver.low) +
                                                             ", at " + at(driver.input_high, driver.high) + "\n" +
                                                             chance(driver.share) + " of the variance");
  }
  // Down through all rows; through the bars alone where names stand between them.
  const auto upright = [&](float x, form::Colour colour, float thickness) {
    if (!is_under) return drawing.line(x, 0, x, bottom, colour, thickness);
    for (std::size_t i = 0; i < drivers.size(); ++i) {
      const float y = static_cast<float>(i) * row_height;
      drawing.line(x, y + 19, x, y + row_height - 1, colour, thickness);
    }
  };
  upright(middle, theme.ink, 2);
  drawing.words(middle, bottom + 2, signed_percent(median_roi), TextStyle::fine, theme.ink, 0.5f);
  if (least < 0 && most > 0 && std::abs(place(0) - middle) > 60) {
    upright(place(0), theme.field_border, 1);
    drawing.words(place(0), bottom + 2, "0\xC2\xA0%", TextStyle::fine, theme.quiet_ink, 0.5f);
  }
}

std::string drivers_summary(std::span<const core::Driver> drivers) {
  std::vector<std::string> parts;
  for (const core::Driver& driver : drivers) {
    parts.push_back(std::string(core::info_of(driver.input).name) + " moves the median return from " +
                    signed_percent(driver.low) + " to " + signed_percent(driver.high));
  }
  return "What drives the risk, the strongest first: " + joined(parts) + '.';
}

}  // namespace mf::ui
