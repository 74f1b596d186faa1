// A text that is nearly always short, such as a name: up to `room` bytes stand in the object itself, and only a longer
// one gets memory of its own. What std::string does with 10 bytes in WebAssembly, for what there are a million of.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace mf::core {

// Copies the first and the last of `size` bytes, as many as a Part has; all are read before one is written.
template <class Part>
void copy_ends(char* to, const char* from, std::size_t size) {
  Part first, last;
  std::memcpy(&first, from, sizeof first);
  std::memcpy(&last, from + size - sizeof last, sizeof last);
  std::memcpy(to, &first, sizeof first);
  std::memcpy(to + size - sizeof last, &last, sizeof last);
}

// Copies up to 32 bytes as two parts that may overlap. For so few the call of memmove would take longer than its work.
inline void copy_few(char* to, const char* from, std::size_t size) {
  if (size >= 16) {
    copy_ends<std::array<std::uint64_t, 2>>(to, from, size);
  } else if (size >= 8) {
    copy_ends<std::uint64_t>(to, from, size);
  } else if (size >= 4) {
    copy_ends<std::uint32_t>(to, from, size);
  } else if (size >= 2) {
    copy_ends<std::uint16_t>(to, from, size);
  } else if (size == 1) {
    *to = *from;
  }
}

template <std::size_t room>
class ShortText {
  static_assert(room >= sizeof(std::string*) && room <= 32);

 public:
  constexpr ShortText() = default;
  ShortText(std::string_view text) { write(text); }
  ShortText(const std::string& text) { write(text); }
  ShortText(const char* text) { write(text); }
  ShortText(const ShortText& other) : ShortText(other.view()) {}
  ShortText(ShortText&& other) noexcept { take(other); }
  ShortText& operator=(const ShortText& other) { return *this = ShortText(other); }
  ShortText& operator=(ShortText&& other) noexcept {
    if (this == &other) return *this;
    forget();
    take(other);
    return *this;
  }
  // The text may be a part of this one.
  [[gnu::always_inline]] void set(const char* text, std::size_t size) {
    if (is_long() || size > room) {
      set_any(text, size);
    } else {
      copy_few(bytes_, text, size);
      size_ = static_cast<std::uint8_t>(size);
    }
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
  [[gnu::noinline]] void set_any(const char* text, std::size_t size) {
    *this = ShortText(std::string_view(text, size));
  }
  void write(std::string_view text) {
    if (text.size() <= room) {
      copy_few(bytes_, text.data(), text.size());
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
