#include "rights/rules.hpp"

#include "access/explain.hpp"
#include "base/error.hpp"

namespace ent::rights {
namespace {

constexpr std::size_t longest_reason = 500;
constexpr std::chrono::days longest_delegation{370};

bool is_delegable(access::Scope scope) noexcept {
  using access::Scope;
  return scope == Scope::estab || scope == Scope::taught || scope == Scope::main || scope == Scope::net ||
         scope == Scope::acad || scope == Scope::commune;
}

bool is_c4(Perm perm) noexcept { return access::info(perm).confidentiality == access::Confidentiality::C4; }

}  // namespace

Result<Perm> named_permission(const std::string& name) {
  const access::Permission* permission = access::find_permission(name);
  if (permission == nullptr) return base::invalid("/permission", "rights.unknown_permission");
  return permission->perm;
}

std::string entry_text(const access::Entry& entry) {
  std::string text(access::word(entry.scope));
  if (entry.qualifier == access::Qualifier::none) return text;
  return text + ':' + std::string(access::word(entry.qualifier));
}

Result<access::Entry> switchable_entry(const OverrideSet& input, Perm perm) {
  access::Entry entry{};
  const std::int32_t function = input.function ? static_cast<std::int32_t>(*input.function) : 0;
  if (!access::parse_entry(input.scope, entry) || is_c4(perm) ||
      !access::in_ceiling(perm, input.profile, function, entry)) {
    return base::invalid("/scope", "rights.beyond_ceiling");
  }
  return entry;
}

Result<access::Entry> delegable_entry(const Delegate& input, Perm perm) {
  access::Entry entry{};
  if (!access::parse_entry(input.scope, entry) || is_c4(perm) || !is_delegable(entry.scope)) {
    return base::invalid("/scope", "rights.beyond_ceiling");
  }
  return entry;
}

std::optional<Error> well_formed(const OverrideSet& input, Date from, bool in_establishment) {
  return base::Fields()
      .length(input.reason, 1, longest_reason, "/reason")
      .refuse_if(input.locked && in_establishment, "/locked", "rights.lock_in_establishment")
      .refuse_if(input.valid_to && *input.valid_to <= from, "/valid_to", "rights.ends_before")
      .error();
}

std::optional<Error> well_formed(const Delegate& input, Date from) {
  return base::Fields()
      .length(input.reason, 1, longest_reason, "/reason")
      .refuse_if(input.valid_to <= from, "/valid_to", "rights.ends_before")
      .refuse_if(input.valid_to - from > longest_delegation, "/valid_to", "rights.too_long")
      .error();
}

}  // namespace ent::rights
