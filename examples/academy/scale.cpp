#include "scale.hpp"

#include <cstdio>

#include "demo.hpp"
#include "ent/org.hpp"

namespace academy {

using namespace std::chrono_literals;

namespace {

struct Sizes {
  std::int64_t schools = 0, pupils = 0, adults = 0, staff = 0, accounts = 0, marks = 0, registers = 0, absences = 0;
};

void add(Sizes& sizes, const School& school, const Lived& lived) {
  ++sizes.schools;
  sizes.adults += school.adults, sizes.staff += school.staff, sizes.accounts += school.accounts;
  for (const Division& division : school.divisions) sizes.pupils += static_cast<std::int64_t>(division.pupils.size());
  sizes.marks += lived.marks, sizes.registers += lived.registers, sizes.absences += lived.absences;
}

/// A school at a time, from its people to its last register: what is held in memory does not grow with their number.
void add_school(World& world, const SchoolPlan& plan, ent::OrgId above, std::int32_t number, Sizes& sizes) {
  world.clock->set(2026y / 9 / 1, {8 * 60});
  const auto id = ent::org::add(world.host, {.kind = ent::org::Kind::establishment,
                                             .code = plan.uai,
                                             .name = plan.name,
                                             .degree = plan.degree,
                                             .nature_code = plan.nature,
                                             .part_of = above})
                      .value()
                      .id;
  std::vector<School> schools{make_school(world, plan, id, number)};
  make_timetable(world, plan, schools[0]);
  world.named_teachers.clear();
  world.teaches.clear();
  const Lived lived = live(world, schools, {}, 2026y / 11 / 2, 2026y / 11 / 19);
  world.clock->set(demo_day, {7 * 60});
  empty_outbox(world);
  add(sizes, schools[0], lived);
}

}  // namespace

std::int32_t schools_of(Scale scale) { return scale == Scale::academy ? 218 : 200; }

int make_scale(const std::string& file, Scale scale, std::int32_t schools) {
  World world = open_world(file, demo_seed);
  const ent::OrgId above = make_academy(world, "Académie de Val-de-Lune");
  Sizes sizes;
  for (std::int32_t number = 0; number < schools; ++number) {
    add_school(world, scale == Scale::academy ? large_college(number) : small_school(number), above, number, sizes);
  }
  world.clock->set(demo_day, demo_time);
  const auto line = [](const char* what, std::int64_t count) { std::printf("  %-16s %9lld\n", what, static_cast<long long>(count)); };
  std::printf("Académie de Val-de-Lune, 20 novembre 2026 :\n");
  line("établissements", sizes.schools);
  line("élèves", sizes.pupils);
  line("responsables", sizes.adults);
  line("personnels", sizes.staff);
  line("comptes", sizes.accounts);
  line("notes", sizes.marks);
  line("appels", sizes.registers);
  line("absences", sizes.absences);
  return 0;
}

}  // namespace academy
