/// What makes a subject well-formed: pure functions.
#pragma once

#include <optional>

#include "ent/subject.hpp"

namespace ent::subject {

std::optional<Error> well_formed(const Load& input);
std::optional<Error> well_formed(const Set& input);

/// Without the white space around its texts.
Row tidy(Row row);
Row row_of(const Set& input);
View view_of(OrgId org, const Row& row, std::int64_t revision);

/// Whether two states say the same, whatever their revisions.
bool same(const View& one, const View& other) noexcept;

}  // namespace ent::subject
