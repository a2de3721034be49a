/// What the body of an operation holds: an open transaction under an actor and a permission.
///
/// A body can't open a transaction, call another operation, or write without having asked for its
/// right: none of that compiles. See docs/add-an-operation.md.
#pragma once

#include <initializer_list>
#include <span>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permission.hpp"
#include "access/places.hpp"
#include "access/target.hpp"
#include "base/error.hpp"
#include "base/try.hpp"
#include "ent/result.hpp"
#include "unit/frame.hpp"

namespace ent::base {
class Zone;
}

namespace ent::unit {

using access::Perm;
using access::Target;
using store::Arg;
using store::Reading;
using store::Rows;
using store::Sql;

/// Reading, and the facts of the call. Functions of a domain that only read take a Unit&.
class Unit {
 public:
  Unit(const Unit&) = delete;
  Unit& operator=(const Unit&) = delete;

  Instant now() const noexcept { return frame_.now; }
  Date today() const noexcept { return frame_.today; }
  /// The date of the facts: today, or that of Session::at().
  Date at() const noexcept { return frame_.at; }
  /// The portal's time zone, where no unit says another.
  const base::Zone& zone() const noexcept;
  const access::Actor& actor() const noexcept { return frame_.session.rights->actor(); }

  /// The number of the account's session that acts; 0: the host vouches, or is it.
  std::int64_t session() const noexcept { return frame_.session.number; }
  /// How much of a target is seen under another permission than the operation's: for what an answer shows by it.
  /// Nothing where it is not held; no refusal comes of it.
  std::optional<access::Mask> sees(Perm perm, const Target& target);
  /// The body will ask for its right about each of these people of a unit: what that needs is read at once.
  void expect(std::int64_t org, std::span<const std::int64_t> people);
  /// Those of these people who can act under a profile in a unit on a day, in their order.
  std::vector<std::int64_t> who_acts(std::span<const std::int64_t> people, Profile profile, std::int64_t org, Date day);
  /// Under which profiles somebody can act on a day, by default today, and where.
  std::vector<access::Place> places_of(std::int64_t person, std::optional<Date> day = {});

  template <class... A>
  Rows query(Reading reading, const A&... args) {
    return frame_.connection->query(reading.sql(), std::initializer_list<Arg>{Arg(args)...});
  }

 protected:
  friend struct Others;
  explicit Unit(Frame& frame) noexcept : frame_(frame) {}
  Frame& frame_;
};

/// Proof that a right was asked for and given. Only may() makes one.
class Granted {
 public:
  const Target& target() const noexcept { return target_; }
  /// How much of the target may be seen; the body honours it.
  access::Mask mask() const noexcept { return mask_; }

 private:
  friend class ReadUnit;
  friend class WriteUnit;
  Granted(const Target& target, access::Mask mask) noexcept : target_(target), mask_(mask) {}
  Target target_;
  access::Mask mask_;
};

/// permission_denied, or not_found where the actor may not know of the target.
Error refused(Frame& frame, const access::Decision& decision, std::string_view not_found_reason);

class ReadUnit : public Unit {
 public:
  /// Asks for the operation's permission on `target`. `not_found_reason` is what is said to those who
  /// may not know of it: the same token as when it is not there.
  Result<Granted> may(const Target& target, std::string_view not_found_reason);
  /// What a listing may show; an empty answer is an answer.
  Result<access::VisiblePeople> visible_people();
  Result<access::VisibleGroups> visible_groups();
  Result<std::vector<std::int64_t>> visible_units();

 protected:
  ReadUnit(Frame& frame, Perm perm) noexcept : Unit(frame), perm_(perm) {}

 private:
  Perm perm_;
};

/// Functions of a domain that write take a WriteUnit& and a const Granted&.
class WriteUnit : public Unit {
 public:
  Result<Granted> may(const Target& target, std::string_view not_found_reason);

  template <class... A>
  void exec(const Granted&, const Sql& sql, const A&... args) {
    frame_.connection->exec(sql, std::initializer_list<Arg>{Arg(args)...});
  }
  template <class... A>
  void exec_each(const Granted&, const Sql& sql, const A&... args) {
    frame_.connection->exec_each(sql, std::initializer_list<Arg>{Arg(args)...});
  }
  /// A statement that writes and answers rows (ON CONFLICT ... RETURNING).
  template <class... A>
  Rows change(const Granted&, const Sql& sql, const A&... args) {
    return frame_.connection->query(sql, std::initializer_list<Arg>{Arg(args)...});
  }

  /// The first of `count` fresh numbers of a sequence in a unit.
  std::int64_t take_numbers(const Granted&, std::int64_t org, std::string_view sequence, std::int64_t count = 1);

  /// Refuses a write whose caller has read another revision than the one that stands.
  std::optional<Error> expect_revision(std::int64_t standing) const;
  /// Whether the caller says which revision it has read.
  bool has_read() const noexcept { return frame_.options.if_revision.has_value(); }

  /// Tells the change feed. `event` is a past participle: "org.was_added". `id` is the public id.
  /// It is told in the feed of the granted target's unit, or of `org`.
  void publish(const Granted&, std::string_view event, std::int64_t id, std::optional<std::int64_t> org = {});

  /// The same of several things of one kind.
  void publish(const Granted&, std::string_view event, std::span<const std::int64_t> ids);

  /// Leaves a delivery to the host's pump; `payload` is JSON. Those of one lane are given in the order of writing.
  void deliver(const Granted&, std::string_view kind, std::string_view payload, std::string_view lane = {});

  /// To be called by each write of a fact that rights rest on: from the commit on, every actor's rights
  /// in `org` are read anew.
  void rights_changed(const Granted&, std::int64_t org);
  /// The same in several units.
  void rights_changed(const Granted&, std::span<const std::int64_t> orgs);

  /// Whose data the audit entry is about, where the right was asked about the portal as a whole.
  void concerns(const Granted&, std::int64_t org, std::int64_t person);

  /// Makes the audit entry of this call tell a refusal, although what the body writes is kept. `reason` is a
  /// token of the catalogue.
  void tell(const Granted&, Errc outcome, std::string_view reason);

  /// Makes this call a rehearsal: it answers as if it had been done, and of all that the body writes nothing is
  /// kept. The audit entry is.
  void rehearse(const Granted&);

  /// 53 fresh random bits, above 0.
  std::int64_t random_number();

 protected:
  WriteUnit(Frame& frame, Perm perm) noexcept : Unit(frame), perm_(perm) {}

 private:
  Perm perm_;
};

/// The registry reads effect and permission of an operation from the type of its body's first parameter.
template <Perm P>
class Read : public ReadUnit {
 public:
  explicit Read(Frame& frame) noexcept : ReadUnit(frame, P) {}
};

template <Perm P>
class Write : public WriteUnit {
 public:
  explicit Write(Frame& frame) noexcept : WriteUnit(frame, P) {}
};

}  // namespace ent::unit

namespace ent {
using access::Perm;
using unit::Read;
using unit::Write;
}  // namespace ent
