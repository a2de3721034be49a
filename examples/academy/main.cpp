// An academy on one embedded file: its units are added, placed, read on two dates, and one refusal is told.
#include <cstdio>
#include <string>

#include "ent/call.hpp"
#include "ent/org.hpp"
#include "ent/portal.hpp"

namespace {

using namespace std::chrono_literals;
namespace org = ent::org;

void tell(const std::string& line) { std::printf("%s\n", line.c_str()); }

/// The same moment at every run, so that what is printed can be compared.
class SchoolMorning final : public ent::Clock {
 public:
  ent::Instant now() override { return ent::Date{2026y / 9 / 14} + 6h + 30min; }
};

ent::OrgId add(ent::Session& session, const org::Add& input) { return org::add(session, input).value().id; }

void print_units(ent::Session& session, ent::OrgId academy) {
  for (const org::View& unit : org::list(session, {.part_of = academy}).value().items) {
    tell("  " + unit.code + "  " + unit.name);
  }
}

int run(const std::string& file) {
  auto portal = ent::Portal::open(file, {.clock = std::make_shared<SchoolMorning>()}).value();
  auto session = portal.system();

  const auto academy = add(session, {.kind = org::Kind::academy, .code = "90", .name = "Académie des Trois-Rivières"});
  const auto town = add(session, {.kind = org::Kind::municipality, .code = "99001", .name = "Montfleury"});
  const auto school = add(session, {.kind = org::Kind::establishment, .code = "9990001A", .name = "École du Moulin",
                                    .degree = org::Degree::first, .part_of = academy, .run_by = town});
  add(session, {.kind = org::Kind::establishment, .code = "9990002B", .name = "Collège des Tilleuls",
                .degree = org::Degree::second, .part_of = academy});

  tell("Les établissements de l'académie :");
  print_units(session, academy);

  org::change(session, {.id = school, .name = "École des Saules", .valid_from = ent::Date{2027y / 1 / 4}}).value();
  tell("Après les vacances de Noël :");
  auto january = session.at(ent::Date{2027y / 1 / 4});
  print_units(january, academy);

  const auto twice = org::add(session, {.kind = org::Kind::municipality, .code = "99001", .name = "Montfleury"});
  tell("Refusé : " + ent::explain_reason(twice.error().reason, "fr") + " (" + twice.error().reason + ")");
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count > 1 ? arguments[1] : "academie.db");
  } catch (const ent::Exception& exception) {
    std::fprintf(stderr, "%s: %s\n", exception.error().reason.c_str(), exception.what());
    return 1;
  }
}
