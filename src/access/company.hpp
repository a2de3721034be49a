/// Facts that are read together.
#pragma once

#include <memory>
#include <vector>

namespace ent::access {

class Facts;
class UnitFacts;

/// Facts of one day. What one of them is asked for and does not know is read in one statement for all that do
/// not know it: so the number of statements does not grow with that of the units or people in question. It
/// must be left before it or one of its members ends (Facts::join, UnitFacts::join).
struct Company {
  std::vector<UnitFacts*> units{};
  std::vector<Facts*> actors{};
  std::unique_ptr<Company> grantors{};  ///< Of the delegations that the actors have received.
};

}  // namespace ent::access
