/// ENT_RECORD and ENT_WORDS: the one line that makes a struct or an enum known to every codec.
///
///     namespace ent::homework {
///     ENT_WORDS(Workload, light, normal, heavy)
///     ENT_RECORD(Set, 3, lesson_id, title, due_on, instructions, workload)  // the first 3 are required
///     }
#pragma once

#include "reflect/type.hpp"

#define ENT_PARENS ()
#define ENT_EXPAND(...) ENT_EXPAND3(ENT_EXPAND3(ENT_EXPAND3(ENT_EXPAND3(__VA_ARGS__))))
#define ENT_EXPAND3(...) ENT_EXPAND2(ENT_EXPAND2(ENT_EXPAND2(ENT_EXPAND2(__VA_ARGS__))))
#define ENT_EXPAND2(...) ENT_EXPAND1(ENT_EXPAND1(ENT_EXPAND1(ENT_EXPAND1(__VA_ARGS__))))
#define ENT_EXPAND1(...) __VA_ARGS__
#define ENT_EACH(macro, first, ...) macro(first) __VA_OPT__(ENT_EACH_AGAIN ENT_PARENS(macro, __VA_ARGS__))
#define ENT_EACH_AGAIN() ENT_EACH

#define ENT_FIELD(name)                                                                                   \
  ::ent::reflect::Field{#name, &::ent::reflect::TypeOf<decltype(Described::name)>::value,                 \
                        static_cast<std::uint32_t>(offsetof(Described, name)), index++ < required_count, \
                        "\"" #name "\":"},

/// Describes a record; the first `required` fields must be given in an input.
#define ENT_RECORD(Record, required, ...)                             \
  constexpr auto ent_fields(const Record*) {                          \
    using Described = Record;                                         \
    constexpr int required_count = required;                          \
    int index = 0;                                                    \
    return std::array{ENT_EXPAND(ENT_EACH(ENT_FIELD, __VA_ARGS__))};  \
  }

#define ENT_SECRET(name) ::std::string_view(#name),

/// Marks fields of a record as secrets; stands before its ENT_RECORD.
#define ENT_SECRETS(Record, ...)                                       \
  constexpr auto ent_secrets(const Record*) {                          \
    return std::array{ENT_EXPAND(ENT_EACH(ENT_SECRET, __VA_ARGS__))};  \
  }

/// Describes a record without fields: an input that asks nothing.
#define ENT_EMPTY_RECORD(Record) \
  constexpr std::array<::ent::reflect::Field, 0> ent_fields(const Record*) { return {}; }

#define ENT_WORD(name) ::ent::reflect::Word{#name, static_cast<std::int32_t>(Described::name), "\"" #name "\""},

/// Describes an enumeration by its enumerators.
#define ENT_WORDS(Enum, ...)                                         \
  constexpr auto ent_words(const Enum*) {                            \
    using Described = Enum;                                          \
    return std::array{ENT_EXPAND(ENT_EACH(ENT_WORD, __VA_ARGS__))};  \
  }
