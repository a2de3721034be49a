/// The type table: what a value of a described type looks like, as constexpr data.
///
/// Every codec (JSON, C structs, Arrow, Python) walks this table; none is a template over
/// the described types. A type is described by ENT_RECORD or ENT_WORDS (describe.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ent/decimal.hpp"
#include "ent/id.hpp"
#include "ent/time.hpp"

namespace ent::reflect {

enum class Kind : std::uint8_t {
  boolean,
  int32,
  int64,
  id,           ///< std::int64_t inside an Id<...>
  text,         ///< std::string, UTF-8
  date,         ///< ent::Date
  time,         ///< ent::TimeOfDay
  instant,      ///< ent::Instant
  decimal,      ///< ent::Decimal
  enumeration,  ///< std::int32_t inside an enum class; never 0
  optional,     ///< a list of at most one; empty by default, in every record
  list,         ///< std::vector: its elements lie side by side
  record,
};

struct Type;

struct Field {
  const char* name;
  const Type* type;
  std::uint32_t offset;  ///< In the C++ record.
  bool required;         ///< In an input: the caller must give it.
  std::string_view key;  ///< As JSON spells it before a value: "\"name\":".
  bool secret = false;   ///< Of a password, code or token: not shown where a record is printed.

  constexpr std::string_view text() const noexcept { return key.substr(1, key.size() - 3); }
};

/// So that a codec can mark in one word which fields it has met.
inline constexpr std::size_t max_fields = 64;

struct Word {
  const char* name;
  std::int32_t number;
  std::string_view json;  ///< As JSON spells it: "\"name\"".

  constexpr std::string_view text() const noexcept { return json.substr(1, json.size() - 2); }
};

/// One type. Function pointers that a kind has no use for are null.
struct Type {
  Kind kind;
  std::string_view name;   ///< "homework::Set" for records and enumerations, else empty.
  std::uint32_t size;      ///< sizeof the C++ type.
  const Type* inner;       ///< Of optional and list.
  std::span<const Field> fields;
  std::span<const Word> words;
  void (*make)(void*);                              ///< Default-constructs in place.
  void (*drop)(void*) noexcept;                     ///< Destroys in place.
  std::size_t (*count)(const void*) noexcept;       ///< Elements of a list or an optional.
  const void* (*at)(const void*, std::size_t) noexcept;
  void* (*add)(void*);                              ///< Appends a default element; sets an optional.
  void (*reserve)(void*, std::size_t);              ///< Of lists.
};

/// Specialised for every type that may stand in a described record.
template <class T>
struct TypeOf;

/// The type's own name within ent: "homework::Set".
template <class T>
consteval std::string_view type_name() {
  std::string_view text = __PRETTY_FUNCTION__;
  const auto begin = text.find("T = ") + 4;
  text = text.substr(begin, text.find_first_of(";]", begin) - begin);
  if (text.starts_with("ent::")) text.remove_prefix(5);
  return text;
}

template <class T>
void make(void* place) {
  ::new (place) T();
}
template <class T>
void drop(void* place) noexcept {
  static_cast<T*>(place)->~T();
}

template <class T>
constexpr Type scalar(Kind kind) {
  return {kind, {}, sizeof(T), nullptr, {}, {}, &make<T>, &drop<T>, nullptr, nullptr, nullptr, nullptr};
}

template <>
struct TypeOf<bool> {
  static constexpr Type value = scalar<bool>(Kind::boolean);
};
template <>
struct TypeOf<std::int32_t> {
  static constexpr Type value = scalar<std::int32_t>(Kind::int32);
};
template <>
struct TypeOf<std::int64_t> {
  static constexpr Type value = scalar<std::int64_t>(Kind::int64);
};
template <class Entity>
struct TypeOf<Id<Entity>> {
  static constexpr Type value = scalar<Id<Entity>>(Kind::id);
};
template <>
struct TypeOf<std::string> {
  static constexpr Type value = scalar<std::string>(Kind::text);
};
template <>
struct TypeOf<Date> {
  static constexpr Type value = scalar<Date>(Kind::date);
};
template <>
struct TypeOf<TimeOfDay> {
  static constexpr Type value = scalar<TimeOfDay>(Kind::time);
};
template <>
struct TypeOf<Instant> {
  static constexpr Type value = scalar<Instant>(Kind::instant);
};
template <>
struct TypeOf<Decimal> {
  static constexpr Type value = scalar<Decimal>(Kind::decimal);
};

template <class T>
struct TypeOf<std::optional<T>> {
  using Holder = std::optional<T>;
  static std::size_t count(const void* p) noexcept { return static_cast<const Holder*>(p)->has_value() ? 1 : 0; }
  static const void* at(const void* p, std::size_t) noexcept { return &**static_cast<const Holder*>(p); }
  static void* add(void* p) { return &static_cast<Holder*>(p)->emplace(); }
  static constexpr Type value{Kind::optional, {}, sizeof(Holder), &TypeOf<T>::value, {}, {}, &make<Holder>,
                              &drop<Holder>, &count, &at, &add, nullptr};
};

template <class T>
struct TypeOf<std::vector<T>> {
  using Holder = std::vector<T>;
  static std::size_t count(const void* p) noexcept { return static_cast<const Holder*>(p)->size(); }
  static const void* at(const void* p, std::size_t i) noexcept { return &(*static_cast<const Holder*>(p))[i]; }
  static void* add(void* p) { return &static_cast<Holder*>(p)->emplace_back(); }
  static void reserve(void* p, std::size_t n) { static_cast<Holder*>(p)->reserve(n); }
  static constexpr Type value{Kind::list, {}, sizeof(Holder), &TypeOf<T>::value, {}, {}, &make<Holder>,
                              &drop<Holder>, &count, &at, &add, &reserve};
};

/// The fields of a record, of which those are marked that ENT_SECRETS names.
template <class T>
consteval auto fields_of() {
  auto fields = ent_fields(static_cast<const T*>(nullptr));
  if constexpr (requires { ent_secrets(static_cast<const T*>(nullptr)); }) {
    for (const std::string_view secret : ent_secrets(static_cast<const T*>(nullptr))) {
      std::size_t place = 0;
      while (fields.at(place).text() != secret) ++place;  // does not compile when there is no such field
      fields.at(place).secret = true;
    }
  }
  return fields;
}

/// Described by ENT_RECORD: ent_fields() is found beside the record by its argument.
template <class T>
  requires requires { ent_fields(static_cast<const T*>(nullptr)); }
struct TypeOf<T> {
  static constexpr auto fields = fields_of<T>();
  static_assert(fields.size() <= max_fields, "a record of so many fields is several records");
  static constexpr Type value{Kind::record, type_name<T>(), sizeof(T), nullptr, fields, {}, &make<T>,
                              &drop<T>, nullptr, nullptr, nullptr, nullptr};
};

/// Described by ENT_WORDS.
template <class T>
  requires requires { ent_words(static_cast<const T*>(nullptr)); }
struct TypeOf<T> {
  static_assert(sizeof(T) == sizeof(std::int32_t), "enumerations are std::int32_t");
  static constexpr auto words = ent_words(static_cast<const T*>(nullptr));
  static constexpr Type value{Kind::enumeration, type_name<T>(), sizeof(T), nullptr, {}, words, &make<T>,
                              &drop<T>, nullptr, nullptr, nullptr, nullptr};
};

/// The number of an enumeration, whose own type the codecs do not know.
inline std::int32_t word_number(const void* place) noexcept {
  std::int32_t number;
  std::memcpy(&number, place, sizeof number);
  return number;
}
inline void set_word_number(void* place, std::int32_t number) noexcept { std::memcpy(place, &number, sizeof number); }

/// Empties a list or an optional, makes a scalar its default.
inline void reset(const Type& type, void* place) {
  type.drop(place);
  type.make(place);
}

/// A value whose type is known at run time only: owns it. The answer of an operation.
class Value {
 public:
  Value() = default;  ///< Holds nothing.
  explicit Value(const Type& type) : type_(&type), place_(made(type)) {}
  Value(Value&& other) noexcept : type_(other.type_), place_(std::exchange(other.place_, nullptr)) {}
  Value& operator=(Value&& other) noexcept {
    std::swap(type_, other.type_);
    std::swap(place_, other.place_);
    return *this;
  }
  ~Value() {
    if (place_ == nullptr) return;
    type_->drop(place_);
    ::operator delete(place_);
  }

  explicit operator bool() const noexcept { return place_ != nullptr; }
  const Type& type() const noexcept { return *type_; }
  void* data() noexcept { return place_; }
  const void* data() const noexcept { return place_; }

 private:
  static void* made(const Type& type) {
    void* place = ::operator new(type.size);
    try {
      type.make(place);
    } catch (...) {
      ::operator delete(place);
      throw;
    }
    return place;
  }
  const Type* type_ = nullptr;
  void* place_ = nullptr;
};

/// A value whose type is known at run time only, in its owner's own memory unless it is large: it stays where it was made.
class FixedValue {
 public:
  explicit FixedValue(const Type& type) : type_(type), place_(type.size <= sizeof near_ ? near_ : ::operator new(type.size)) {
    try {
      type.make(place_);
    } catch (...) {
      release();
      throw;
    }
  }
  FixedValue(const FixedValue&) = delete;
  FixedValue& operator=(const FixedValue&) = delete;
  ~FixedValue() {
    type_.drop(place_);
    release();
  }

  const Type& type() const noexcept { return type_; }
  void* data() noexcept { return place_; }
  const void* data() const noexcept { return place_; }

 private:
  void release() noexcept {
    if (place_ != near_) ::operator delete(place_);
  }

  alignas(std::max_align_t) std::byte near_[256];  // most inputs, and most answers that are no list
  const Type& type_;
  void* place_;
};

/// What lies at a place, which holds a value of this type.
template <class T>
const T& as(const void* place) noexcept {
  return *static_cast<const T*>(place);
}

}  // namespace ent::reflect
