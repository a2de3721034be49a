// A school, made and listed; what the library is linked with is used: the store, the zones of time, the hashes.
#include <cstdio>

#include <ent/org.hpp>
#include <ent/portal.hpp>

int main() {
  const auto portal = ent::Portal::open(":memory:").value();
  const auto first = portal.bootstrap({.uai = "9990002B",
                                       .establishment_name = "Collège des Tilleuls",
                                       .family_name = "Durand",
                                       .given_name = "Claire"});
  if (!first) return std::puts(first.error().reason.c_str()), 1;
  auto host = portal.system();
  for (const auto& unit : ent::org::list(host, {}).value().items) std::printf("%s %s\n", unit.code.c_str(), unit.name.c_str());
}
