/// The demo academy: five schools, the circonscription of three of them, and what stands around them.
#pragma once

#include <string>
#include <vector>

#include "ent/gradebook.hpp"
#include "life.hpp"
#include "school.hpp"

namespace academy {

inline constexpr std::uint64_t demo_seed = 2026;
/// Friday 20 November 2026, 10:00 in Paris.
inline constexpr ent::Date demo_day{std::chrono::year(2026) / 11 / 20};
inline constexpr ent::TimeOfDay demo_time{10 * 60};

/// The people whose stories are written by hand: golden.cpp says what must come of them.
struct Golden {
  ent::PersonId ines{}, noe{}, sacha{}, zoe{}, malo{}, jeanne{};  ///< Pupils of 5A.
  ent::PersonId tom{};                                            ///< Brother of Inès, in CM1 at Les Tilleuls.
  ent::PersonId mother{}, father{};                               ///< Of both.
  ent::PersonId other_child{};                                    ///< Somebody else's child in 5A.
  ent::GroupId latin{};                                           ///< Inès, Noé, Zoé and Sacha.
  ent::ServiceId maths{};                                         ///< Of Mme Durand in 5A.
  ent::PersonId durand{}, oriol{}, inspector{}, town_hall{};
};

struct Demo {
  World world;
  ent::OrgId academy{}, circonscription{}, town{}, department{};
  std::vector<School> schools{};  ///< In the order of the plans: collège, lycée, élémentaire, maternelle, primaire.
  Golden golden{};
  Lived lived{};
  std::string administrator{};  ///< Login of the portal's administrator.

  School& college() { return schools[0]; }
  School& lycee() { return schools[1]; }
  School& tilleuls() { return schools[2]; }
};

/// A new portal, with clock and random bytes of the example. Where `uri` names a store that is not empty, that fails.
World open_world(const std::string& uri, std::uint64_t seed);
/// An académie with its calendar and subjects. demo.cpp
ent::OrgId make_academy(World& world, const std::string& name);
/// All of it, up to the morning of `demo_day`.
Demo make_demo(const std::string& uri);

/// golden.cpp
void add_golden_families(Demo& demo, const std::vector<SchoolPlan>& plans);
ByHand golden_attendance(const Demo& demo);
void enter_golden_marks(Demo& demo);
void enter_golden_skills(Demo& demo);
void excuse_golden_absence(Demo& demo);

}  // namespace academy
