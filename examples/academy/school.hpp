/// A small collège with its people, made through the library alone.
#pragma once

#include <string>

#include "ent/group.hpp"
#include "ent/guardian.hpp"
#include "ent/org.hpp"
#include "ent/person.hpp"
#include "ent/portal.hpp"
#include "ent/sign_in.hpp"

namespace academy {

/// The same moment at every run, so that what is printed can be compared: Monday 14 September 2026, 8:30 in Paris.
class SchoolMorning final : public ent::Clock {
 public:
  ent::Instant now() override;
};

struct School {
  explicit School(ent::Portal portal);

  ent::Portal portal;
  ent::Session host;
  ent::OrgId id{};
  ent::account::Activation administrator{};
  ent::PersonId head{}, teacher{}, ines{}, tom{}, mother{}, father{}, other_mother{};
  ent::Session as_head;  ///< Who is whose parent is for the head to record: the host itself may not.

  /// Signs somebody in: the code from the sheet, a password of their own, the password at the door.
  ent::Session sign_in(ent::PersonId person, ent::Profile profile);

 private:
  static std::string password_of(ent::PersonId who);
  ent::PersonId person(const char* family_name, const char* given_name);
  ent::PersonId staff(const char* family_name, const char* given_name, ent::Profile profile);
  void parent(ent::Session& head, ent::PersonId adult, ent::PersonId child);
};

}  // namespace academy
