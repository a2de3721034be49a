/// Rooms of an establishment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent {
using RoomId = Id<struct RoomEntity>;  ///< A room of an establishment.
}

namespace ent::room {

/// What a room is for.
enum class Kind : std::int32_t {
  ordinary = 1,    ///< Salle banalisée.
  laboratory = 2,  ///< Salle de sciences.
  workshop = 3,    ///< Atelier.
  computers = 4,   ///< Salle informatique.
  music = 5,       ///< Salle de musique.
  arts = 6,        ///< Salle d'arts plastiques.
  sports = 7,      ///< Gymnase, stade, piscine.
  library = 8,     ///< CDI, BCD.
  study = 9,       ///< Salle de permanence.
  hall = 10,       ///< Amphithéâtre, salle polyvalente.
  canteen = 11,    ///< Réfectoire.
  other = 12,      ///< Anything else.
};

/// A room.
struct View {
  RoomId id{};                           ///< Carries its establishment.
  OrgId org_id{};                        ///< The establishment.
  std::string code{};                    ///< Short, and unique among the rooms in use: "B204".
  std::string name{};                    ///< As it is shown.
  Kind kind{};                           ///< What it is for.
  std::optional<std::int32_t> capacity{};  ///< Seats; none: not known.
  std::optional<std::string> site{};     ///< Building or site: "Gymnase municipal".
  Date valid_from{};                     ///< First day of use.
  std::optional<Date> valid_to{};        ///< First day on which it can no longer be used; none: open.
  std::int64_t revision = 1;             ///< Grows with each change; for CallOptions::if_revision.
};

/// Input of add().
struct Add {
  OrgId org_id{};                          ///< An establishment.
  std::string code{};                      ///< 1 to 40 characters.
  std::string name{};                      ///< 1 to 200 characters.
  std::optional<Kind> kind{};              ///< Default: an ordinary room.
  std::optional<std::int32_t> capacity{};  ///< 0 to 100 000.
  std::optional<std::string> site{};       ///< 1 to 200 characters.
  std::optional<Date> valid_from{};        ///< Default: today.
};

/// Adds a room.
///
/// Permission: room.manage on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range), not_found (org.not_found), already_exists
/// (room.code_taken). Since 0.1.
Result<View> add(Session& session, const Add& input, const CallOptions& options = {});

/// Input of change(): what is given replaces what stands.
struct Change {
  RoomId id{};                             ///< The room.
  std::optional<std::string> code{};       ///< 1 to 40 characters.
  std::optional<std::string> name{};       ///< 1 to 200 characters.
  std::optional<Kind> kind{};              ///< What it is for.
  std::optional<std::int32_t> capacity{};  ///< 0 to 100 000.
  std::optional<std::string> site{};       ///< 1 to 200 characters.
  std::optional<Date> valid_to{};          ///< From that day on it can no longer be used.
};

/// Changes a room.
///
/// Permission: room.manage on the establishment.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, period.empty), not_found (room.not_found),
/// already_exists (room.code_taken), conflict (call.stale_revision). Since 0.1.
Result<View> change(Session& session, const Change& input, const CallOptions& options = {});

/// Input of list().
struct List {
  OrgId org_id{};                      ///< The establishment.
  std::optional<Kind> kind{};          ///< Only rooms of this kind.
  std::int32_t limit = 50;             ///< At most so many: 1 to 500.
  std::optional<std::string> after{};  ///< The `next` of the page before.
};

/// One page of rooms.
struct Page {
  std::vector<View> items{};          ///< By name, without regard to case and accents.
  std::optional<std::string> next{};  ///< Give it as `after` to read on; none: this is the last page.
};

/// The rooms of an establishment that can be used on the session's date.
///
/// Permission: room.read on the establishment. Errors: invalid_argument (field.range, cursor.malformed), not_found
/// (org.not_found). Since 0.1.
Result<Page> list(Session& session, const List& input, const CallOptions& options = {});

}  // namespace ent::room
