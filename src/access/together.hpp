/// Many questions of one actor, about many units.
#pragma once

#include <span>
#include <vector>

#include "access/judge.hpp"

namespace ent::access {

/// One of several questions that are asked together.
struct Inquiry {
  Perm perm{};
  Target target{};
};

/// The answers, in their order. What they rest on is read of all units and people together, and not kept: the number of
/// statements is the same however many there are.
std::vector<Verdict> judge_all(store::Connection& connection, const Actor& actor, std::span<const Inquiry> inquiries, Date at);

/// Of how many units the questions are.
std::size_t count_units(std::span<const Inquiry> inquiries);

}  // namespace ent::access
