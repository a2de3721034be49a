// What the compiler refuses of a body. refused.py compiles this file once for each case, and expects of all but
// the first that it fails with the words after the colon.
#include "unit/op.hpp"

namespace ent::refused {

struct Input {
  std::int64_t number = 0;
};
ENT_RECORD(Input, 1, number)

struct Plain {
  std::int64_t number = 0;
};

constexpr unit::Sql change{"UPDATE org_unit SET name = 'x' WHERE org = $1"};

[[maybe_unused]] constexpr unit::Sql lock{"SELECT name FROM org_unit FOR UPDATE"};
[[maybe_unused]] constexpr unit::Sql names{"SELECT name FROM org_unit WHERE name <> 'UPDATE'"};

#if CASE == 0  // what is right compiles

Result<Done> body(Write<Perm::org_manage>& unit, const Input& input) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  unit.exec(granted, change, input.number);
  unit.query(names);
  return Done{};
}
extern constexpr Op op_right = op<&body>("refused.right", "0.1");

#elif CASE == 1  // an operation that takes a session, and so could call another: (incomplete type|undefined template) .*BodyOf<

Result<Done> body(Session&, const Input&) { return Done{}; }
extern constexpr Op op_wrong = op<&body>("refused.session", "0.1");

#elif CASE == 2  // an operation without a permission: (incomplete type|undefined template) .*BodyOf<

Result<Done> body(unit::WriteUnit&, const Input&) { return Done{}; }
extern constexpr Op op_wrong = op<&body>("refused.unnamed", "0.1");

#elif CASE == 3  // writing without having asked for the right: no matching (member )?function .*exec

Result<Done> body(Write<Perm::org_manage>& unit, const Input& input) {
  unit.exec(change, input.number);
  return Done{};
}

#elif CASE == 4  // a right that nobody gave: Granted.* is private|private constructor

Result<Done> body(Write<Perm::org_manage>& unit, const Input& input) {
  unit.exec(unit::Granted({}, access::Mask::full), change, input.number);
  return Done{};
}

#elif CASE == 5  // writing in a read: no member named .exec

Result<Done> body(Read<Perm::org_read>& unit, const Input& input) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  unit.exec(granted, change, input.number);
  return Done{};
}

#elif CASE == 6  // an input that the type table does not know: (incomplete type|undefined template) .*TypeOf<

Result<Done> body(Read<Perm::org_read>&, const Plain&) { return Done{}; }
extern constexpr Op op_wrong = op<&body>("refused.plain", "0.1");

#elif CASE == 7  // an answer that is thrown away: ignoring return(ed)? value

Result<Done> body(Write<Perm::org_manage>& unit, const Input&) {
  unit.may({}, "org.not_found");
  return Done{};
}

#elif CASE == 8  // a unit that outlives its transaction as a copy: use of deleted function|deleted copy constructor

Result<Done> body(Write<Perm::org_manage>& unit, const Input&) {
  auto kept = unit;
  return Done{};
}

#elif CASE == 9  // a statement that writes, in a read: this statement writes|not a constant expression

Result<Done> body(Read<Perm::org_read>& unit, const Input& input) {
  unit.query(change, input.number);
  return Done{};
}

#elif CASE == 10  // a statement that locks, in a read: this statement writes|not a constant expression

Result<Done> body(Read<Perm::org_read>& unit, const Input&) {
  unit.query(lock);
  return Done{};
}

#elif CASE == 11  // an id in the place of another kind of id: could not convert|no viable conversion

PersonId person_of(OrgId id) { return id; }

#endif

}  // namespace ent::refused
