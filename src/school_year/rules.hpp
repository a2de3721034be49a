/// From one school year to the next: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ent/school_year.hpp"
#include "group/year.hpp"

namespace ent::school_year {

std::optional<Error> well_formed(const Open& input);
/// A year that is named, not default.
std::optional<Error> well_formed(const Of& input);

/// The code of a division, or a level, one year on: "6A" -> "5A", "CM1" -> "CM2", "2GT" -> "1GT". None: it is the last of
/// its school, or not of a form that says.
std::optional<std::string> one_year_on(std::string_view code);

/// The divisions of a year under the same names, each with those that go on into it: whose code it has one year on, and of several
/// levels those that stay in their class or have one class to go to.
std::vector<Division> proposed(const std::vector<group::year::Former>& former);

/// Whether some pupils of a former division could go on into either of two others, neither of which has its code.
bool either_takes(const group::year::Former& former, const Division& one, const Division& other);

/// Into which of the divisions a pupil goes on who has this level in a former one. Of a division of several levels, or one that goes
/// on into several, pupils go where their level is one year on, and rather stay in the class of the same code. Null: into none.
const Division* next_of(const group::year::Former& former, const std::string& level, const std::vector<Division>& divisions);

/// The level in a division of a pupil who had a level in another: the division's, where it has one only; else the pupil's
/// one year on, where the division has it or says nothing. Empty: not known.
std::string level_in(const Division& division, const std::string& former_level);

}  // namespace ent::school_year
