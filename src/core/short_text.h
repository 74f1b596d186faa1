// A text that is nearly always short, such as a name: up to `room` bytes stand in the object itself, and only a longer
// one gets memory of its own. What std::string does with 10 bytes in WebAssembly, for what there are a million of.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace mf::core {

template <std::size_t room>
class ShortText {
  static_assert(room >= sizeof(std::string*) && room < 0xFF);

 public:
  constexpr ShortText() = default;
  ShortText(std::string_view text) { set(text); }
  ShortText(const std::string& text) { set(text); }
  ShortText(const char* text) { set(text); }
  ShortText(const ShortText& other) : ShortText(other.view()) {}
  ShortText(ShortText&& other) noexcept { take(other); }
  ShortText& operator=(const ShortText& other) { return *this = ShortText(other); }
  ShortText& operator=(ShortText&& other) noexcept {
    if (this == &other) return *this;
    forget();
    take(other);
    return *this;
  }
  constexpr ~ShortText() { forget(); }

  operator std::string_view() const { return view(); }
  std::string_view view() const { return is_long() ? std::string_view(*long_text()) : std::string_view(bytes_, size_); }
  bool empty() const { return size_ == 0; }

  template <std::convertible_to<std::string_view> Text>
  bool operator==(const Text& text) const {
    return view() == std::string_view(text);
  }

 private:
  static constexpr std::uint8_t is_elsewhere = 0xFF;

  constexpr bool is_long() const { return size_ == is_elsewhere; }
  std::string* long_text() const {
    std::string* text;
    std::memcpy(&text, bytes_, sizeof(std::string*));
    return text;
  }
  void set(std::string_view text) {
    if (text.size() <= room) {
      if (!text.empty()) std::memcpy(bytes_, text.data(), text.size());  // of no text there may be no place
      size_ = static_cast<std::uint8_t>(text.size());
      return;
    }
    const std::string* const own = new std::string(text);
    std::memcpy(bytes_, &own, sizeof(std::string*));
    size_ = is_elsewhere;
  }
  void take(ShortText& other) {
    std::memcpy(bytes_, other.bytes_, room);
    size_ = std::exchange(other.size_, 0);
  }
  constexpr void forget() {
    if (is_long()) delete long_text();
  }

  char bytes_[room] = {};
  std::uint8_t size_ = 0;  // in bytes
};

}  // namespace mf::core
