/// What a directory feed says, whatever its format: the parsers write it, apply/ compares it with the store.
///
/// A feed knows things by keys of its own. People pass by in chunks, one dossier each; units and groups, of
/// which there are some thousands, stay in memory (directory.hpp) and are named here by their place in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ent/org.hpp"
#include "ent/person.hpp"
#include "ent/profile.hpp"
#include "ent/time.hpp"

namespace ent::interop {

/// Where something stands in the files.
struct Place {
  std::int32_t file = -1;  ///< Number of the file in the run.
  std::int64_t line = 0;
};

/// Nothing is said: what stands is kept. Empty: there is none.
using Text = std::optional<std::string>;

/// As what a feed knows somebody; stored with the key. Each kind tells of its own relations only, so that
/// one who is pupil and staff at once is not undone by the other record.
enum class PersonKind : std::int32_t { pupil = 1, relative = 2, staff = 3 };

/// Columns of school_group and group_role.
enum class GroupKind : std::int32_t { division = 1, group = 2 };
inline constexpr std::int32_t main_teacher = 1;

struct UnitRecord {
  Place place{};
  std::string key{};
  org::Kind kind = org::Kind::establishment;
  std::string code{};
  std::string name{};
  std::optional<org::Degree> degree{};
  std::string nature_code{};  ///< Empty: not known.
  std::string parent{};       ///< Key of the unit above; empty: that of the import.
};

struct Post {
  std::int32_t unit = -1;
  Profile profile{};
  std::int32_t function = 0;  ///< 0: none.
};

struct Membership {
  std::int32_t group = -1;
  std::string level{};         ///< Of a division; empty: not known.
  std::optional<Date> from{};  ///< Where the feed says it.
  std::optional<Date> to{};
  std::int32_t regime = 0;     ///< group::Regime, in a division; 0: not known.
};

struct Role {
  std::int32_t group = -1;
  std::int32_t role = main_teacher;
};

struct Service {
  std::int32_t group = -1;
  std::string subject{};
};

/// One adult around a pupil.
struct Tie {
  std::string adult{};  ///< Key.
  std::int32_t relationship = 0;
  std::int32_t kind = 0;
  std::int32_t rights = 0;
  std::int32_t priority = 0;
};

/// Lines joined by line feeds; all empty: there is none.
struct Address {
  std::string lines{};
  std::string postal_code{};
  std::string town{};
  std::string country{};
  bool empty() const noexcept { return lines.empty() && postal_code.empty() && town.empty(); }
};

/// The number by which an application outside knows a person in each of their schools; empty: there is none.
struct LocalNumber {
  std::string_view application{};  ///< person::siecle, person::stsweb.
  std::string number{};
};

/// All that a feed says of one person in one record.
struct Dossier {
  Place place{};
  PersonKind kind{};
  std::string key{};
  bool gone = false;      ///< The record is deleted.
  bool partial = false;   ///< A delta: of what is not said nothing follows.
  bool doubtful = false;  ///< Something of it was refused or warned of: it is looked at again next time.

  Text family_name{}, given_name{}, birth_name{}, other_given_names{};
  std::optional<person::Title> title{};
  std::optional<person::Sex> sex{};
  std::optional<Date> birth_date{};
  Text national_number{};  ///< INE.
  std::optional<LocalNumber> local_number{};

  Text email{}, home_phone{}, work_phone{}, mobile{};
  std::optional<bool> accepts_sms{}, shares_address{};
  std::optional<Address> address{};

  std::optional<std::vector<Post>> posts{};
  std::optional<std::vector<Membership>> divisions{}, groups{};
  Text level{};  ///< Of the division, where a delta tells it alone.
  std::int32_t regime = 0;  ///< Likewise; 0: not said.
  std::optional<std::vector<Role>> roles{};
  std::optional<std::vector<Service>> services{};
  std::optional<std::vector<Tie>> ties{};
};

}  // namespace ent::interop
