#include "ingest/reading_bytes.h"

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace mf::ingest {
namespace {

template <class T, class Struct>
concept Of = std::same_as<std::remove_const_t<T>, Struct>;

// ---- every field that crosses, once, for both directions
//
// The names take the struct apart: one that gets another field does not compile here until the field is in its line.

constexpr void fields(auto& bytes, Of<core::Count> auto& count) {
  auto& [value, low, high] = count;
  bytes(value, low, high);
}

constexpr void fields(auto& bytes, Of<core::Account> auto& account) {
  auto& [platform, handle, followers, following, post_count] = account;
  bytes(platform, handle, followers, following, post_count);
}

constexpr void fields(auto& bytes, Of<core::CaptionTraits> auto& traits) {
  auto& [disclosure, asks, speaks, word_count, subject_hashtags, subject_words, hashtags, words] = traits;
  bytes(disclosure, asks, speaks, word_count, subject_hashtags, subject_words, hashtags, words);
}

constexpr void fields(auto& bytes, Of<core::Post> auto& post) {
  auto& [id, published_at, format, caption, traits, likes, comments, shares, saves, views, reach, impressions] = post;
  bytes(id, published_at, format, caption, traits, likes, comments, shares, saves, views, reach, impressions);
}

constexpr void fields(auto& bytes, Of<core::Creator> auto& creator) {
  auto& [handle, platform, followers, rate, likes, comments, views, fee, currency, niche, country] = creator;
  bytes(handle, platform, followers, rate, likes, comments, views, fee, currency, niche, country);
}

constexpr void fields(auto& bytes, Of<core::FollowerPoint> auto& point) {
  auto& [date, followers] = point;
  bytes(date, followers);
}

constexpr void fields(auto& bytes, Of<Mapping> auto& mapping) {
  auto& [column, field] = mapping;
  bytes(column, field);
}

constexpr void fields(auto& bytes, Of<Skipped> auto& skipped) {
  auto& [row, reason] = skipped;
  bytes(row, reason);
}

constexpr void fields(auto& bytes, Of<PeriodFigure> auto& figure) {
  auto& [name, value, currency, from, until] = figure;
  bytes(name, value, currency, from, until);
}

constexpr void fields(auto& bytes, Of<Part> auto& part) {
  auto& [name, what, note] = part;
  bytes(name, what, note);
}

constexpr void fields(auto& bytes, Of<Reading> auto& reading) {
  auto& [format, kind, account, posts, creators, history, at_least, period, parts, mapping, skipped, needs, warnings] =
      reading;
  bytes(format, kind, account, posts, creators, history, at_least, period, parts, mapping, skipped, needs, warnings);
}

constexpr void fields(auto& bytes, Of<Error> auto& error) {
  auto& [code, message, field, row, columns] = error;
  bytes(code, message, field, row, columns);
}

// The compiler asks for an enumerator that is missing here.
bool is_known(Kind kind) {
  switch (kind) {
    case Kind::account:
    case Kind::roster:
    case Kind::history:
    case Kind::results:
      return true;
  }
  return false;
}

bool is_known(core::Disclosure disclosure) {
  switch (disclosure) {
    case core::Disclosure::none:
    case core::Disclosure::gift:
    case core::Disclosure::paid:
      return true;
  }
  return false;
}

bool is_known(core::Platform platform) {
  switch (platform) {
    case core::Platform::any:
    case core::Platform::instagram:
    case core::Platform::tiktok:
    case core::Platform::youtube:
    case core::Platform::x:
    case core::Platform::linkedin:
    case core::Platform::facebook:
    case core::Platform::pinterest:
    case core::Platform::twitch:
      return true;
  }
  return false;
}

template <class T>
concept Enumeration = std::is_enum_v<T>;

using Length = std::uint32_t;  // of a text in bytes, of a list in elements

// ---- what is known before there are any bytes

// The kinds of all fields in their order: how few bytes they can take, and a number that other kinds would change.
class Shape {
 public:
  constexpr void operator()(const auto&... values) { (add(values), ...); }
  constexpr std::size_t smallest() const { return smallest_; }
  constexpr std::uint32_t version() const { return version_; }

 private:
  constexpr void field(std::uint32_t kind, std::size_t smallest) {
    version_ = version_ * 31 + kind;
    smallest_ += smallest;
  }
  constexpr void add(bool) { field(7, 1); }
  constexpr void add(double) { field(1, sizeof(double)); }
  constexpr void add(std::size_t) { field(2, sizeof(std::uint64_t)); }
  constexpr void add(const std::string&) { field(3, sizeof(Length)); }
  template <std::size_t room>
  constexpr void add(const core::ShortText<room>&) {
    field(3, sizeof(Length));
  }
  constexpr void add(const Enumeration auto&) { field(4, 1); }
  constexpr void add(const core::MaybeNumber&) { field(8, sizeof(double)); }
  template <class T>
  constexpr void add(const std::optional<T>&) {
    field(5, 1);
    add_kind_of<T>();
  }
  template <class T>
  constexpr void add(const std::vector<T>&) {
    field(6, sizeof(Length));
    add_kind_of<T>();
  }
  constexpr void add(const auto& value) { fields(*this, value); }

  template <class T>
  constexpr void add_kind_of() {
    Shape inner;
    inner(T());
    field(inner.version_, 0);
  }

  std::size_t smallest_ = 0;
  std::uint32_t version_ = 0;
};

template <class T>
consteval Shape shape_of() {
  Shape shape;
  shape(T());
  return shape;
}

// Of these structs as they are now. Two programs built from different sources do not take each other's bytes for
// theirs.
constexpr std::uint32_t version = shape_of<Reading>().version() * 31 + shape_of<Error>().version();

// ---- writing

// Counts the bytes, and keeps them if it is given room for all of them: a long list would not fit into memory twice.
class ByteWriter {
 public:
  explicit ByteWriter(std::size_t room = 0) : keeps_(room > 0) {
    bytes_.reserve(room);
    number(version);
  }
  void operator()(const auto&... values) { (add(values), ...); }
  std::size_t size() const { return size_; }
  std::string take() { return std::move(bytes_); }

 private:
  void put(const char* bytes, std::size_t size) {
    size_ += size;
    if (keeps_) bytes_.append(bytes, size);
  }
  template <std::unsigned_integral T>
  void number(T value) {
    char little_endian[sizeof(T)];
    for (std::size_t i = 0; i < sizeof(T); ++i) little_endian[i] = static_cast<char>(value >> 8 * i);
    put(little_endian, sizeof(T));
  }
  void length(std::size_t size) { number(static_cast<Length>(size)); }

  void add(bool value) { number(static_cast<std::uint8_t>(value)); }
  void add(std::size_t value) { number(std::uint64_t{value}); }
  void add(double value) { number(std::bit_cast<std::uint64_t>(value)); }
  void add(const Enumeration auto& value) { number(static_cast<std::uint8_t>(value)); }
  void add(const core::MaybeNumber& value) { add(*value); }
  void add(std::string_view text) {
    length(text.size());
    put(text.data(), text.size());
  }
  void add(const std::string& text) { add(std::string_view(text)); }
  template <std::size_t room>
  void add(const core::ShortText<room>& text) {
    add(text.view());
  }
  template <class T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    length(values.size());
    for (const T& value : values) add(value);
  }
  void add(const auto& value) { fields(*this, value); }

  bool keeps_;
  std::size_t size_ = 0;
  std::string bytes_;
};

void write(ByteWriter& bytes, const Result<Reading>& result) {
  bytes(static_cast<bool>(result));
  if (result) {
    bytes(*result);
  } else {
    bytes(result.error());
  }
}

// ---- reading

// After the first thing that cannot be so, everything reads as empty and is_whole is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) { is_whole_ = number<std::uint32_t>() == version; }
  void operator()(auto&... values) { (take(values), ...); }
  bool is_whole() const { return is_whole_ && rest_.empty(); }

 private:
  std::string_view next(std::size_t size) {
    if (size > rest_.size()) is_whole_ = false;
    if (!is_whole_) return {};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  template <std::unsigned_integral T>
  T number() {
    T value = 0;
    const std::string_view little_endian = next(sizeof(T));
    for (std::size_t i = 0; i < little_endian.size(); ++i) {
      value |= static_cast<T>(static_cast<T>(static_cast<unsigned char>(little_endian[i])) << 8 * i);
    }
    return value;
  }

  void take(bool& value) {
    const std::uint8_t byte = number<std::uint8_t>();
    if (byte > 1) is_whole_ = false;
    value = byte == 1;
  }
  void take(std::size_t& value) {
    const std::uint64_t wide = number<std::uint64_t>();
    value = static_cast<std::size_t>(wide);
    if (value != wide) is_whole_ = false;
  }
  void take(double& value) { value = std::bit_cast<double>(number<std::uint64_t>()); }
  void take(Enumeration auto& value) {
    value = static_cast<std::remove_cvref_t<decltype(value)>>(number<std::uint8_t>());
    if (!is_known(value)) is_whole_ = false;
  }
  void take(core::MaybeNumber& value) { take(*value); }
  void take(std::string& text) { text = next(number<Length>()); }
  template <std::size_t room>
  void take(core::ShortText<room>& text) {
    text = next(number<Length>());
  }
  template <class T>
  void take(std::optional<T>& value) {
    bool given = false;
    take(given);
    if (given) take(value.emplace());
  }
  template <class T>
  void take(std::vector<T>& values) {
    const Length length = number<Length>();
    // A length that cannot be true would ask for memory that is not there.
    if (length > rest_.size() / shape_of<T>().smallest()) is_whole_ = false;
    if (!is_whole_) return;
    values.reserve(length);
    for (Length i = 0; i < length && is_whole_; ++i) take(values.emplace_back());
  }
  void take(auto& value) { fields(*this, value); }

  std::string_view rest_;
  bool is_whole_ = true;
};

}  // namespace

std::string to_bytes(const Result<Reading>& result) {
  ByteWriter counted;
  write(counted, result);
  ByteWriter kept(counted.size());
  write(kept, result);
  return kept.take();
}

Result<Reading> from_bytes(std::string_view given) {
  ByteReader bytes(given);
  bool is_reading = false;
  Reading reading;
  Error error;
  bytes(is_reading);
  if (is_reading) {
    bytes(reading);
  } else {
    bytes(error);
  }
  if (!bytes.is_whole()) {
    return Error{"not-a-reading", "What was read did not arrive whole. Reload the page and try again.", "", {}};
  }
  if (is_reading) return reading;
  return error;
}

}  // namespace mf::ingest
