// What an establishment says of the interfaces of levels.
#include "base/error.hpp"
#include "base/text.hpp"
#include "home/describe.hpp"
#include "home/rows.hpp"
#include "org/functions.hpp"
#include "unit/op.hpp"

namespace ent::home {
namespace {

constexpr std::string_view no_unit = "org.not_found";
constexpr std::size_t longest_level = 40;

/// home.set_interface
Result<Done> set_interface_(Write<Perm::org_configure>& unit, const SetInterface& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  // rule
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  const std::string level = base::fold(input.level);
  ENT_REFUSE(base::Fields().length(level, 1, longest_level, "/level").error());
  // rows
  if (input.interface) {
    rows::put(unit, granted, input.org_id, level, *input.interface);
  } else {
    rows::remove(unit, granted, input.org_id, level);
  }
  // event
  unit.publish(granted, "home.interface_was_set", input.org_id.value);
  return Done{};
}

/// home.interfaces
Result<Interfaces> interfaces_(Read<Perm::org_read>& unit, const ListInterfaces& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may({.org = input.org_id.value}, no_unit));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_unit);
  Interfaces found;
  for (const auto& [key, look] : rows::said(unit, std::span(&input.org_id.value, 1))) found.items.push_back({key.second, look});
  return found;
}

}  // namespace

extern constexpr Op op_set_interface = op<&set_interface_>("home.set_interface", "0.1");
extern constexpr Op op_interfaces = op<&interfaces_>("home.interfaces", "0.1");

Result<Done> set_interface(Session& session, const SetInterface& input, const CallOptions& options) {
  return run<Done>(op_set_interface, session, input, options);
}
Result<Interfaces> interfaces(Session& session, const ListInterfaces& input, const CallOptions& options) {
  return run<Interfaces>(op_interfaces, session, input, options);
}

}  // namespace ent::home
