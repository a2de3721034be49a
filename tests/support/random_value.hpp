/// Random values of any described type, and whether two are the same.
#pragma once

#include <random>
#include <string>

#include "base/date.hpp"
#include "reflect/type.hpp"

namespace ent::test {

class RandomValue {
 public:
  explicit RandomValue(std::uint64_t seed) : engine_(seed) {}

  /// Fills a default-constructed value. Fields that may be left out keep their default now and then.
  void fill(const reflect::Type& type, void* place) {
    using reflect::Kind;
    switch (type.kind) {
      case Kind::boolean: *static_cast<bool*>(place) = below(2) == 1; return;
      case Kind::int32: *static_cast<std::int32_t*>(place) = static_cast<std::int32_t>(engine_() >> below(64)); return;
      case Kind::int64: *static_cast<std::int64_t*>(place) = static_cast<std::int64_t>(engine_() >> below(64)); return;
      case Kind::id: *static_cast<std::int64_t*>(place) = between(1, below(2) == 0 ? 1000 : max_id); return;
      case Kind::text: *static_cast<std::string*>(place) = text(); return;
      case Kind::date: *static_cast<Date*>(place) = base::first_date + std::chrono::days{below(3'652'059)}; return;
      case Kind::time: *static_cast<TimeOfDay*>(place) = {static_cast<std::int32_t>(below(24 * 60))}; return;
      case Kind::decimal:
        *static_cast<Decimal*>(place) = Decimal::of_millionths(between(-Decimal::largest, Decimal::largest) >> below(60));
        return;
      case Kind::instant: *static_cast<Instant*>(place) = instant(); return;
      case Kind::enumeration: reflect::set_word_number(place, type.words[below(type.words.size())].number); return;
      case Kind::optional:
        if (below(2) == 0) return reflect::reset(type, place);
        return fill(*type.inner, type.add(place));
      case Kind::list:
        reflect::reset(type, place);
        for (auto left = below(5); left != 0; --left) fill(*type.inner, type.add(place));
        return;
      case Kind::record:
        for (const reflect::Field& field : type.fields)
          if (field.required || below(8) != 0) fill(*field.type, static_cast<std::byte*>(place) + field.offset);
    }
  }

 private:
  std::uint64_t below(std::uint64_t end) { return engine_() % end; }
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(engine_);
  }
  Instant instant() {
    const auto micros = between(base::first_instant.time_since_epoch().count(), base::last_instant.time_since_epoch().count());
    return Instant{std::chrono::microseconds{below(2) == 0 ? micros : micros / 1'000'000 * 1'000'000}};
  }
  std::string text() {
    static constexpr std::string_view pieces[] = {"\"", "\\", "\n", "\x01", "\x1F", "\x7F", "é", "€", "𝄞", "/", "a", "Zoë Le Gall", "\xED\x9F\xBF"};
    std::string made;
    for (auto left = below(12); left != 0; --left) made += pieces[below(std::size(pieces))];
    return made;
  }
  std::mt19937_64 engine_;
};

inline bool same_value(const reflect::Type& type, const void* a, const void* b) {
  using reflect::Kind;
  switch (type.kind) {
    case Kind::boolean: return *static_cast<const bool*>(a) == *static_cast<const bool*>(b);
    case Kind::text: return *static_cast<const std::string*>(a) == *static_cast<const std::string*>(b);
    case Kind::optional:
    case Kind::list:
      if (type.count(a) != type.count(b)) return false;
      for (std::size_t i = 0; i < type.count(a); ++i)
        if (!same_value(*type.inner, type.at(a, i), type.at(b, i))) return false;
      return true;
    case Kind::record:
      for (const reflect::Field& field : type.fields) {
        const auto at = [&](const void* record) { return static_cast<const std::byte*>(record) + field.offset; };
        if (!same_value(*field.type, at(a), at(b))) return false;
      }
      return true;
    default: return std::memcmp(a, b, type.size) == 0;  // numbers
  }
}

}  // namespace ent::test
