#include "scale.hpp"

#include <csignal>
#include <cstdio>
#include <stdexcept>

#include "demo.hpp"
#include "ent/org.hpp"
#include "in_the_making.hpp"

namespace academy {

using namespace std::chrono_literals;

namespace {

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) { interrupted = 1; }

/// A line now and then on how far it is, beside what is printed in the end.
void tell_progress(std::int32_t done, std::int32_t schools) {
  if (done % 10 == 0 && done < schools) std::fprintf(stderr, "  %d établissements sur %d\n", done, schools);
}

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
  InTheMaking making(file);  // outlives the portal, which closes its file
  if (making.was_there()) throw std::runtime_error(file + " : existe déjà");
  std::signal(SIGINT, interrupt);
  std::signal(SIGTERM, interrupt);
  World world = open_world(file, demo_seed);
  const ent::OrgId above = make_academy(world, "Académie de Val-de-Lune");
  Sizes sizes;
  for (std::int32_t number = 0; number < schools; ++number) {
    if (interrupted) {
      std::fprintf(stderr, "Interrompu après %d établissements sur %d : %s.\n", number, schools, making.what_is_left());
      return 130;  // as a shell tells of Ctrl-C
    }
    tell_progress(number, schools);
    add_school(world, scale == Scale::academy ? large_college(number) : small_school(number), above, number, sizes);
  }
  making.finish();
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
