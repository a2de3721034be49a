/// The links of one person to a third, as those of two records that were that person for a while: a pure function.
#pragma once

#include <vector>

#include "person/links_joined.hpp"

namespace ent::person {

/// What two records said of a third when they became one.
struct LinksOfBoth {
  std::vector<Link> kept, merged;
  std::vector<Link> together;  ///< What stood of it as one.
  bool moved = false;          ///< Nobody knows how it stood: the third was merged since, and of that merge nothing was kept.
};

/// What each of them has once they are told apart.
struct PartedLinks {
  std::vector<Link> kept, merged;
};

/// What was said before they were one each has again. Of what was said since nobody can say of which record it was said:
///
/// * if both were linked to the third, what stands on a day on which kind, rights or decision were changed holds for each that was linked by
///   that kind on that day; one that was linked by another keeps its own within it. A link on a day on which neither had one is of each that
///   ever had a right. Behind an end that was said since no right comes back;
/// * if one was, what stands holds for that one; and for the kept one, if none was: no right comes to a record that never had any;
/// * a restriction that was said since holds for both in any case: it only takes. One that was said before is of its own record alone.
PartedLinks parted(const LinksOfBoth& said, const std::vector<Link>& stands);

}  // namespace ent::person
