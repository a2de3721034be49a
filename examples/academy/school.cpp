#include "school.hpp"

#include "ent/account.hpp"

namespace academy {

using ent::Profile;
using ent::guardian::Relationship;

namespace {

constexpr std::int32_t hours_of_a_teacher = 15;

/// Teachers of one subject: each takes classes until the week is full, then the next one is hired.
class Staff {
 public:
  Staff(World& world, const SchoolPlan& plan, School& school, Draw& draw)
      : world_(world), plan_(plan), school_(school), draw_(draw) {}

  ent::PersonId hire(const std::string& what) {
    for (auto& [subject, name] : plan_.teachers) {
      if (subject == what && !taken_[what]) {
        taken_[what] = true;
        return known(name);
      }
    }
    return post({Profile::teacher, {}, {}});
  }

  ent::PersonId post(const PostPlan& planned) {
    const ent::PersonId who = add_person(world_, school_.id, planned.name ? *planned.name : name(draw_));
    affiliate(who, planned.profile, planned.function);
    return who;
  }

 private:
  /// Somebody with a name of their own may teach in another school already.
  ent::PersonId known(const Name& name) {
    const ent::PersonId who = ent::person::add(world_.host, {.org_id = school_.id,
                                                             .family_name = name.family,
                                                             .given_name = name.given,
                                                             .birth_date = std::chrono::year(1979) / 5 / 6,
                                                             .title = ent::person::Title::madame,
                                                             .on_match = ent::person::OnMatch::take})
                                  .value()
                                  .id;
    affiliate(who, Profile::teacher, {});
    return world_.named_teachers[name.given + " " + name.family] = who;
  }

  void affiliate(ent::PersonId who, Profile profile, std::optional<ent::Function> function) {
    ent::person::affiliate(world_.host, {.org_id = school_.id, .person_id = who, .profile = profile, .function = function}).value();
    ++school_.staff;
  }

  World& world_;
  const SchoolPlan& plan_;
  School& school_;
  Draw& draw_;
  std::map<std::string, bool> taken_;
};

void add_service(World& world, Division& division, ent::PersonId teacher, const SubjectPlan* subject) {
  const auto added = ent::group::add_service(world.host, {.group_id = division.id,
                                                          .teacher_id = teacher,
                                                          .subject_code = subject ? std::optional<std::string>(subject->code)
                                                                                  : std::nullopt})
                         .value();
  division.services.push_back({added.id, subject ? subject->code : "", teacher, subject ? subject->hours : 0});
}

void add_teachers(World& world, const SchoolPlan& plan, School& school, Staff& staff) {
  for (const SubjectPlan& subject : plan.subjects) {
    ent::PersonId teacher{};
    std::int32_t left = 0;
    for (Division& division : school.divisions) {
      if (left < subject.hours) {
        teacher = staff.hire(subject.code);
        left = hours_of_a_teacher;
      }
      left -= subject.hours;
      add_service(world, division, teacher, &subject);
    }
  }
  std::size_t turn = 1;  // the main teachers of the second degree are of different subjects; that of the second class of maths
  for (Division& division : school.divisions) {
    if (plan.subjects.empty()) add_service(world, division, staff.hire(division.code), nullptr);
    const Service& main = division.services[plan.subjects.empty() ? 0 : division.code == "5A" ? 1 : turn++ % division.services.size()];
    ent::group::give_role(world.host, {.id = division.id, .person_id = main.teacher, .role = ent::group::Role::main_teacher}).value();
  }
}

/// Pupils of one division, level after level.
void add_pupils(World& world, School& school, const DivisionPlan& plan, Draw& draw, std::vector<Name>& names) {
  Division division{ent::group::add(world.host, {.org_id = school.id,
                                                 .kind = ent::group::Kind::division,
                                                 .name = plan.name,
                                                 .code = plan.code})
                        .value()
                        .id,
                    plan.code,
                    {},
                    {}};
  for (const LevelPlan& level : plan.levels) {
    std::vector<ent::PersonId> enrolled;
    for (std::int32_t i = 0; i < level.pupils; ++i) {
      Name pupil = name(draw);
      if (division.pupils.empty() && static_cast<std::size_t>(i) < plan.by_hand.size()) pupil = plan.by_hand[static_cast<std::size_t>(i)];
      const ent::Date born = ent::Date{std::chrono::year(level.born) / 1 / 1} + std::chrono::days(draw.below(365));
      enrolled.push_back(add_person(world, school.id, pupil, born));
      names.push_back(pupil);
    }
    ent::group::enrol(world.host, {.id = division.id, .pupil_ids = enrolled, .level = level.level}).value();
    division.pupils.insert(division.pupils.end(), enrolled.begin(), enrolled.end());
  }
  school.divisions.push_back(std::move(division));
}

/// The families of a school. One pupil in ten is the brother or sister of the one before, and about one in seven has
/// one guardian alone: by number, so that the size of a school is known beforehand.
class Families {
 public:
  Families(World& world, const SchoolPlan& plan, School& school, Draw& draw)
      : world_(world), plan_(plan), school_(school), draw_(draw), head_(world.as(school.head, Profile::head)) {}

  void add(ent::PersonId pupil, const Name& name) {
    const std::int32_t number = number_++;
    const bool founded = number % 10 != 9 || adults_.empty();
    if (founded) found(name, number % 7 != 3);
    std::int32_t priority = 1;
    for (const auto& [adult, relationship] : adults_) add_guardian(head_, school_.id, pupil, adult, relationship, priority++);
    if (plan_.at_home) settle(pupil, founded);
  }

 private:
  void found(const Name& child, bool two) {
    adults_.clear();
    const bool woman = draw_.below(4) != 0;
    grow({child.family, given_name(draw_, woman), woman});
    if (two) grow({draw_.one_in(3) ? family_name(draw_) : child.family, given_name(draw_, !woman), !woman});
  }

  void grow(const Name& name) {
    const ent::PersonId adult = add_person(world_, school_.id, name);
    ++school_.adults;
    adults_.emplace_back(adult, name.woman ? Relationship::mother : Relationship::father);
  }

  /// At one address, the first of the adults having moved there; the head knows them as guardians by now.
  void settle(ent::PersonId pupil, bool founded) {
    const ent::PersonId first = adults_.front().first;
    if (founded) {
      const ent::person::Address address{.lines = {street(draw_)}, .postal_code = "99001", .town = plan_.town};
      ent::person::move(head_, {.org_id = school_.id, .person_id = first, .address = address}).value();
      for (const auto& [adult, relationship] : adults_) {
        if (adult != first) move_in(adult, first);
        std::string mobile = "06 39 98";  // numbers that are kept free for fiction
        for (int pair = 0; pair < 2; ++pair) mobile += " " + std::to_string(draw_.below(10)) + std::to_string(draw_.below(10));
        ent::person::set_contact(head_, {.org_id = school_.id, .person_id = adult, .mobile = mobile, .accepts_sms = true}).value();
      }
    }
    move_in(pupil, first);
  }

  void move_in(ent::PersonId who, ent::PersonId with) {
    ent::person::move(head_, {.org_id = school_.id, .person_id = who, .to_person_id = with}).value();
  }

  World& world_;
  const SchoolPlan& plan_;
  School& school_;
  Draw& draw_;
  ent::Session head_;
  std::int32_t number_ = 0;
  std::vector<std::pair<ent::PersonId, Relationship>> adults_;
};

void add_posts(School& school, const SchoolPlan& plan, Staff& staff) {
  for (const PostPlan& planned : plan.posts) {
    const ent::PersonId who = staff.post(planned);
    if (!school.head) school.head = school.life = who, school.life_profile = Profile::head;
    if (planned.function == ent::Function::cpe) school.life = who, school.life_profile = Profile::school_life;
  }
}

}  // namespace

ent::Session World::as(ent::PersonId who, Profile profile) const {
  return portal.act_as({.person_id = who, .profile = profile, .step_up_at = clock->now()}).value();
}

ent::PersonId add_person(World& world, ent::OrgId school, const Name& name, std::optional<ent::Date> born) {
  return ent::person::add(world.host, {.org_id = school,
                                       .family_name = name.family,
                                       .given_name = name.given,
                                       .birth_date = born,
                                       .title = born ? std::nullopt : std::optional(name.woman ? ent::person::Title::madame
                                                                                               : ent::person::Title::monsieur),
                                       .on_match = ent::person::OnMatch::add})
      .value()
      .id;
}

void add_guardian(ent::Session& head, ent::OrgId school, ent::PersonId pupil, ent::PersonId adult, Relationship relationship,
                  std::int32_t priority) {
  ent::guardian::link(head, {.org_id = school,
                             .pupil_id = pupil,
                             .adult_id = adult,
                             .kind = ent::guardian::Kind::legal,
                             .relationship = relationship,
                             .priority = priority})
      .value();
}

std::int64_t open_accounts(World& world, ent::OrgId school, Profile profile) {
  std::int64_t opened = 0;
  while (true) {
    const auto sheet = ent::account::issue_activations(world.host, {.org_id = school, .profile = profile, .limit = 500}).value();
    opened += static_cast<std::int64_t>(sheet.items.size());
    if (!sheet.more) return opened;
  }
}

void open_accounts(World& world, ent::OrgId school, const std::vector<ent::PersonId>& people) {
  ent::account::issue_activations(world.host, {.org_id = school, .person_ids = people, .limit = 500}).value();
}

School make_school(World& world, const SchoolPlan& plan, ent::OrgId id, std::int32_t number) {
  Draw draw(world.seed, static_cast<std::uint64_t>(number));
  School school{.id = id, .name = plan.name, .divisions = {}, .head = {}, .life = {}, .life_profile = Profile::head};
  Staff staff(world, plan, school, draw);
  add_posts(school, plan, staff);
  school.accounts += open_accounts(world, id, Profile::head);

  Families families(world, plan, school, draw);
  for (const DivisionPlan& division : plan.divisions) {
    std::vector<Name> names;
    add_pupils(world, school, division, draw, names);
    const auto& pupils = school.divisions.back().pupils;
    for (std::size_t i = division.by_hand.size(); i < pupils.size(); ++i) families.add(pupils[i], names[i]);
  }
  add_teachers(world, plan, school, staff);
  for (const Profile profile : {Profile::teacher, Profile::school_life}) school.accounts += open_accounts(world, id, profile);
  if (plan.all_accounts) {
    for (const Profile profile : {Profile::pupil, Profile::guardian}) school.accounts += open_accounts(world, id, profile);
  }
  return school;
}

}  // namespace academy
