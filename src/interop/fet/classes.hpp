/// Which sets of pupils of a file are classes: pure functions.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ent/import_fet.hpp"
#include "interop/fet/sets.hpp"

namespace ent::interop::fet {

/// For each set, whether it is a class. `standing`: the codes of the classes that the school has. Where nobody says it, those
/// are the classes whose names it has; else a year whose groups share pupils is a class that was divided, and where they
/// share none, the groups are the classes.
std::vector<bool> classes_of(const Document& document, const Sets& sets, const std::optional<FetClasses>& asked,
                             const std::set<std::string>& standing);

}  // namespace ent::interop::fet
