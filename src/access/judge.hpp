/// The decision, as section 8 of docs/permissions.md has it.
#pragma once

#include <vector>

#include "access/facts.hpp"
#include "access/target.hpp"

namespace ent::access {

struct Verdict {
  bool allowed = false;
  Reason reason = Reason::none;
  Mask mask = Mask::full;
  /// The post and the entry that gave the right, or came nearest to it; no post where none was looked at.
  Post post{};
  Entry entry{};
};

/// Why an entry is on or off: the first of these that made it so.
enum class Source : std::uint8_t { profile, function, override_ };

/// One entry of the ceiling of a post, as it is switched there.
struct Switched {
  Entry entry;  ///< `on` as it stands after all.
  Source source;
};

/// The ceiling of a post for a permission: its cell, changed by its function, switched by overrides.
std::vector<Switched> ceiling(Facts& facts, store::Connection& connection, const Post& post, Perm perm);

/// The reason why an entry does not hold for a post and a target, or Reason::none when it does.
Reason miss(Facts& facts, store::Connection& connection, const Post& post, const Entry& entry, Perm perm,
            const Target& target);

/// Keepers of the register see arrivals before and leavers after their dates; so does school life where attendance is concerned.
bool is_keeper(Profile profile, Perm perm) noexcept;

/// Whether a person is there for the actor under a permission: present, or for a keeper registered.
bool is_there(Facts& facts, store::Connection& connection, Perm perm, std::int64_t person);

/// Whether an entry is on for some post of the actor at `unit`: it can then be handed on there.
bool holds_entry(Facts& facts, store::Connection& connection, Perm perm, const Entry& entry, std::int64_t unit);

/// `facts` are those of the actor in `target.org`. Step-up is not judged here: it belongs to the session.
Verdict judge(Facts& facts, store::Connection& connection, Perm perm, const Target& target);

}  // namespace ent::access
