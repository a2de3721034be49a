/// What may be switched and handed on: pure functions.
#pragma once

#include <optional>
#include <string>

#include "access/catalogue.hpp"
#include "ent/rights.hpp"

namespace ent::rights {

using access::Perm;

/// The permission that an input names.
Result<Perm> named_permission(const std::string& name);

/// `scope` or `scope:qualifier`, as the matrix writes it.
std::string entry_text(const access::Entry& entry);

/// The entry that an input names: one that the profile's ceiling has, of a permission that is not C4.
Result<access::Entry> switchable_entry(const OverrideSet& input, Perm perm);

/// The entry that an input hands on: of a scope that can be, of a permission that is not C4.
Result<access::Entry> delegable_entry(const Delegate& input, Perm perm);

std::optional<Error> well_formed(const OverrideSet& input, Date from, bool in_establishment);
std::optional<Error> well_formed(const Delegate& input, Date from);

}  // namespace ent::rights
