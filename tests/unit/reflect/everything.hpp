/// A record of all kinds of fields, with the C structs that a generator would make for it.
#pragma once

#include "reflect/describe.hpp"
#include "reflect/layout.hpp"

namespace ent::sample {

enum class Colour : std::int32_t { red = 1, green = 2, blue = 4 };

struct Address {
  std::string street{};
  std::optional<std::int32_t> floor{};
};

struct Entry {
  PersonId person_id{};
  Colour colour{};
  std::optional<std::string> note{};
};

struct Everything {
  OrgId org_id{};
  std::string title{};
  Date day{};
  Colour colour{};
  Address address{};
  bool late = true;
  std::int32_t small = -7;
  std::int64_t large = 1'000'000'000'000;
  Instant since{};
  Colour shade = Colour::blue;
  GroupId group_id{};
  std::optional<bool> maybe_bool{};
  std::optional<std::int64_t> maybe_number{};
  std::optional<PersonId> maybe_person{};
  std::optional<std::string> maybe_text{};
  std::optional<Date> maybe_day{};
  std::optional<Instant> maybe_instant{};
  std::optional<Colour> maybe_colour{};
  std::optional<Address> maybe_address{};
  std::optional<std::vector<std::int32_t>> maybe_numbers{};
  std::vector<std::int64_t> numbers{};
  std::vector<PersonId> people{};
  std::vector<std::string> words{"default"};
  std::vector<Date> days{};
  std::vector<Colour> colours{};
  std::vector<Entry> entries{};
  TimeOfDay at{};
  Decimal mark{};
  std::optional<TimeOfDay> maybe_time{};
  std::optional<Decimal> maybe_mark{};
  std::vector<Decimal> marks{};
};

ENT_WORDS(Colour, red, green, blue)
ENT_RECORD(Address, 1, street, floor)
ENT_RECORD(Entry, 2, person_id, colour, note)
ENT_RECORD(Everything, 5, org_id, title, day, colour, address, late, small, large, since, shade, group_id, maybe_bool,
           maybe_number, maybe_person, maybe_text, maybe_day, maybe_instant, maybe_colour, maybe_address, maybe_numbers,
           numbers, people, words, days, colours, entries, at, mark, maybe_time, maybe_mark, marks)

inline constexpr const reflect::Type& everything = reflect::TypeOf<Everything>::value;

struct CAddress {
  std::uint32_t struct_size;
  std::uint32_t reserved;
  reflect::CText street;
  const std::int32_t* floor;
};

struct CEntry {  // an item of lists: no struct_size
  std::int64_t person_id;
  std::int32_t colour;
  std::int32_t reserved;
  const reflect::CText* note;
};

struct CEverything {  // in another order than the record, as after a change of the latter
  std::uint32_t struct_size;
  std::int32_t day;
  std::int64_t org_id;
  reflect::CText title;
  std::int32_t colour;
  std::int32_t late;
  const CAddress* address;
  std::int32_t small;
  std::int32_t shade;
  std::int64_t large;
  std::int64_t since;
  std::int64_t group_id;
  const std::int32_t* maybe_bool;
  const std::int64_t* maybe_number;
  const std::int64_t* maybe_person;
  const reflect::CText* maybe_text;
  const std::int32_t* maybe_day;
  const std::int64_t* maybe_instant;
  const std::int32_t* maybe_colour;
  const CAddress* maybe_address;
  const reflect::CList* maybe_numbers;
  reflect::CList numbers;
  reflect::CList people;
  reflect::CList words;
  reflect::CList days;
  reflect::CList colours;
  reflect::CList entries;
  std::int64_t mark;
  std::int32_t at;
  std::int32_t reserved;
  const std::int32_t* maybe_time;
  const std::int64_t* maybe_mark;
  reflect::CList marks;
};

#define SAMPLE_MEMBER(Struct, index, name) \
  reflect::CField { index, offsetof(Struct, name), sizeof(Struct::name) }
#define SAMPLE_RECORD(Struct, index, name, layout) \
  reflect::CField { index, offsetof(Struct, name), sizeof(Struct::name), &layout }

inline constexpr reflect::CField address_members[] = {SAMPLE_MEMBER(CAddress, 0, street), SAMPLE_MEMBER(CAddress, 1, floor)};
inline constexpr reflect::CLayout address_layout{"sample::Address", address_members, sizeof(CAddress)};

inline constexpr reflect::CField entry_members[] = {SAMPLE_MEMBER(CEntry, 0, person_id), SAMPLE_MEMBER(CEntry, 1, colour),
                                                    SAMPLE_MEMBER(CEntry, 2, note)};
inline constexpr reflect::CLayout entry_layout{"sample::Entry", entry_members, sizeof(CEntry), false};

inline constexpr reflect::CField everything_members[] = {
    SAMPLE_MEMBER(CEverything, 0, org_id),
    SAMPLE_MEMBER(CEverything, 1, title),
    SAMPLE_MEMBER(CEverything, 2, day),
    SAMPLE_MEMBER(CEverything, 3, colour),
    SAMPLE_RECORD(CEverything, 4, address, address_layout),
    SAMPLE_MEMBER(CEverything, 5, late),
    SAMPLE_MEMBER(CEverything, 6, small),
    SAMPLE_MEMBER(CEverything, 7, large),
    SAMPLE_MEMBER(CEverything, 8, since),
    SAMPLE_MEMBER(CEverything, 9, shade),
    SAMPLE_MEMBER(CEverything, 10, group_id),
    SAMPLE_MEMBER(CEverything, 11, maybe_bool),
    SAMPLE_MEMBER(CEverything, 12, maybe_number),
    SAMPLE_MEMBER(CEverything, 13, maybe_person),
    SAMPLE_MEMBER(CEverything, 14, maybe_text),
    SAMPLE_MEMBER(CEverything, 15, maybe_day),
    SAMPLE_MEMBER(CEverything, 16, maybe_instant),
    SAMPLE_MEMBER(CEverything, 17, maybe_colour),
    SAMPLE_RECORD(CEverything, 18, maybe_address, address_layout),
    SAMPLE_MEMBER(CEverything, 19, maybe_numbers),
    SAMPLE_MEMBER(CEverything, 20, numbers),
    SAMPLE_MEMBER(CEverything, 21, people),
    SAMPLE_MEMBER(CEverything, 22, words),
    SAMPLE_MEMBER(CEverything, 23, days),
    SAMPLE_MEMBER(CEverything, 24, colours),
    SAMPLE_RECORD(CEverything, 25, entries, entry_layout),
    SAMPLE_MEMBER(CEverything, 26, at),
    SAMPLE_MEMBER(CEverything, 27, mark),
    SAMPLE_MEMBER(CEverything, 28, maybe_time),
    SAMPLE_MEMBER(CEverything, 29, maybe_mark),
    SAMPLE_MEMBER(CEverything, 30, marks),
};
inline constexpr reflect::CLayout everything_layout{"sample::Everything", everything_members, sizeof(CEverything)};

}  // namespace ent::sample
