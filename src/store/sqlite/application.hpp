/// The mark in the header of the file by which a store of this library is known.
#pragma once

namespace ent::store::sqlite {

/// As its four bytes stand in the file, and as SQLite tells it.
inline constexpr char application_mark[] = "ent1";
inline constexpr const char* application_id = "1701737521";

}  // namespace ent::store::sqlite
