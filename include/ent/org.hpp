/// Organisation units: académies, départements, régions, communes, agglomerations, circonscriptions and
/// establishments, each with the dates in which it stands so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::org {

/// What a unit is.
enum class Kind : std::int32_t {
  academy = 1,          ///< Académie.
  department = 2,       ///< Département.
  region = 3,           ///< Région.
  municipality = 4,     ///< Commune.
  agglomeration = 5,    ///< Intercommunalité.
  circonscription = 6,  ///< Circonscription of the first degree, under its inspector.
  establishment = 7,    ///< École, collège, lycée...
};

/// The degree of an establishment (source: Code de l'éducation, livres III to V).
enum class Degree : std::int32_t {
  first = 1,   ///< École maternelle, élémentaire or primaire.
  second = 2,  ///< Collège, lycée and the like.
};

/// How one unit belongs to another.
enum class Relation : std::int32_t {
  part_of = 1,  ///< Placed under it: an establishment in a circonscription, that in an académie.
  run_by = 2,   ///< Run by it: an école by its commune, a collège by its département.
};

/// A unit as it stands on a date.
struct View {
  OrgId id{};                                ///< The same for ever; of an establishment, also its number in other ids.
  Kind kind = Kind::establishment;           ///< What it is.
  std::string code{};                        ///< UAI of an establishment, national code of the others.
  std::string name{};                        ///< As it is shown.
  std::optional<Degree> degree{};            ///< Of establishments.
  std::optional<std::string> nature_code{};  ///< National nature code of an establishment, e.g. "340" collège.
  Date valid_from{};                         ///< First day on which it stands so.
  std::optional<Date> valid_to{};            ///< First day on which it no longer does; none: open.
  std::int64_t revision = 1;                 ///< Grows with each change; for CallOptions::if_revision.
};

/// Input of add().
struct Add {
  Kind kind{};                               ///< What it is.
  std::string code{};                        ///< 1 to 20 characters; a UAI for an establishment: 7 digits and a letter.
  std::string name{};                        ///< 1 to 200 characters.
  std::optional<Degree> degree{};            ///< Required for an establishment, refused for the others.
  std::optional<std::string> nature_code{};  ///< Of an establishment: 3 digits.
  std::optional<Date> valid_from{};          ///< Default: today.
  std::optional<OrgId> part_of{};            ///< The unit under which it is placed from then on.
  std::optional<OrgId> run_by{};             ///< The authority that runs it from then on.
};

/// Adds a unit.
///
/// Permission: org.manage on the unit of `part_of`, or on the portal as a whole without one.
/// Errors: invalid_argument (text.too_short, text.too_long, org.uai_malformed, org.degree_missing,
/// org.degree_unexpected, org.nature_malformed), not_found (org.not_found: `part_of` or `run_by`),
/// already_exists (org.code_taken: a unit of this kind and code stands).
/// Example: {"kind": "establishment", "code": "0949999B", "name": "Collège des Tilleuls", "degree": "second"}
/// Since 0.1.
Result<View> add(Session& session, const Add& input, const CallOptions& options = {});

/// Input of change().
struct Change {
  OrgId id{};                                ///< The unit.
  std::optional<std::string> name{};         ///< 1 to 200 characters.
  std::optional<std::string> nature_code{};  ///< Of an establishment: 3 digits.
  std::optional<Date> valid_from{};          ///< From when it stands so; default: today. Not before the last change.
};

/// Changes a unit from a date on; how it stood before is kept and can be read with Session::at().
///
/// Permission: org.manage on the unit.
/// Errors: invalid_argument (text.too_short, text.too_long, org.nature_malformed, org.before_last_change),
/// not_found (org.not_found), conflict (call.stale_revision).
/// Since 0.1.
Result<View> change(Session& session, const Change& input, const CallOptions& options = {});

/// Input of get().
struct Get {
  OrgId id{};  ///< The unit.
};

/// One unit as it stands at the session's date.
///
/// Permission: org.read on the unit. Errors: not_found (org.not_found). Since 0.1.
Result<View> get(Session& session, const Get& input, const CallOptions& options = {});

/// Input of list().
struct List {
  std::optional<Kind> kind{};           ///< Only units of this kind.
  std::optional<OrgId> part_of{};       ///< Only those placed directly under this unit.
  std::int32_t limit = 50;              ///< At most so many: 1 to 500.
  std::optional<std::string> after{};   ///< The `next` of the page before.
};

/// One page of units.
struct Page {
  std::vector<View> items{};          ///< In the order of their names, without regard to case and accents.
  std::optional<std::string> next{};  ///< Give it as `after` to read on; none: this is the last page.
};

/// The units that the actor may know of, as they stand at the session's date.
///
/// Permission: org.read, on each. Errors: invalid_argument (field.range, cursor.malformed). Since 0.1.
Result<Page> list(Session& session, const List& input, const CallOptions& options = {});

/// Input of link().
struct Link {
  OrgId id{};                             ///< The unit that belongs.
  Relation relation{};                    ///< How.
  OrgId to{};                             ///< The unit to which it belongs.
  std::optional<Date> valid_from{};       ///< Default: today.
};

/// Places a unit under another, or gives it to an authority to run, from a date on. What it belonged to in
/// the same way and to the same kind of unit ends on that day.
///
/// Permission: org.manage on both units.
/// Errors: not_found (org.not_found), failed_precondition (org.circular: the unit would lie under itself, calendar.turn_in_use: school
/// years turn otherwise there, and something is of one already). Since 0.1.
Result<Done> link(Session& session, const Link& input, const CallOptions& options = {});

}  // namespace ent::org
