#include "school.hpp"

namespace ent::bench {
namespace {

using store::Arg;
using store::Sql;

constexpr std::int64_t from = 20'000;
constexpr std::int64_t to = 2'147'483'647;

class Writer {
 public:
  Writer(store::Connection& store, std::int64_t org) : store_(store), org_(org), first_((org - 1) * School::between_schools) {}

  void person(std::int64_t person, std::int64_t member, std::int64_t profile) {
    static constexpr Sql person_row{
        "INSERT INTO person (person, family_name, given_name, birth_date, sort_key, source, revision) "
        "VALUES ($1, $2, 'Camille', 15000, $2, '', 1)"};
    static constexpr Sql member_row{"INSERT INTO member (org, member, person, sort_key) VALUES ($1, $2, $3, $4)"};
    static constexpr Sql post_row{
        "INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
        "VALUES ($1, $2, $3, 0, $4, $5, '')"};
    const std::string name = "Nom" + std::to_string(person);
    put(person_row, first_ + person, name);
    put(member_row, org_, member, first_ + person, name);
    if (profile != 2) put(post_row, org_, member, profile, from, to);
  }

  void group(std::int64_t number) {
    static constexpr Sql row{
        "INSERT INTO school_group (org, grp, kind, school_year, code, name, folded_name, author, valid_from, valid_to, "
        "source, revision) VALUES ($1, $2, 1, 2026, $3, $3, $3, 0, $4, $5, '', 1)"};
    put(row, org_, number, "D" + std::to_string(number), from, to);
  }

  void pupil_in(std::int64_t group, std::int64_t member) {
    static constexpr Sql row{
        "INSERT INTO group_member (org, grp, member, valid_from, valid_to, source) VALUES ($1, $2, $3, $4, $5, '')"};
    put(row, org_, group, member, from, to);
  }

  void service(std::int64_t number, std::int64_t group, std::int64_t member) {
    static constexpr Sql row{
        "INSERT INTO service (org, service, grp, member, subject, kind, replaces, valid_from, valid_to, source) "
        "VALUES ($1, $2, $3, $4, 'x', 1, 0, $5, $6, '')"};
    put(row, org_, number, group, member, from, to);
  }

  void guardian(std::int64_t pupil, std::int64_t adult) {
    static constexpr Sql row{
        "INSERT INTO guardianship (pupil, adult, valid_from, valid_to, kind, rights, relationship, priority, "
        "source, revision) VALUES ($1, $2, $3, $4, 1, 63, 0, 0, '', 1)"};
    put(row, first_ + pupil, first_ + adult, from, to);
  }

  /// Numbers of groups that were given by hand.
  void numbers(std::int64_t next) {
    static constexpr Sql row{"INSERT INTO id_block (org, sequence, next) VALUES ($1, 'group', $2)"};
    put(row, org_, next);
  }

  void unit() {
    static constexpr Sql row{
        "INSERT INTO org_unit (org, valid_from, valid_to, kind, code, name, folded_name, degree, revision) "
        "VALUES ($1, $2, $3, 7, $4, 'Les Tilleuls', 'les tilleuls', 2, 1)"};
    put(row, org_, from, to, "09510" + std::to_string(10 + org_) + "D");
  }

 private:
  template <class... A>
  void put(const Sql& sql, const A&... args) {
    store_.exec(sql, std::initializer_list<Arg>{Arg(args)...});
  }
  store::Connection& store_;
  std::int64_t org_;
  std::int64_t first_;
};

void write_school(Writer& writer) {
  writer.unit();
  for (std::int64_t group = 1; group <= School::divisions; ++group) writer.group(group);
  writer.numbers(School::divisions + 1);
  std::int64_t member = 0;
  for (std::int64_t i = 0; i < School::pupils; ++i) {
    writer.person(School::first_pupil + i, ++member, 1);
    writer.pupil_in(1 + i / 25, member);
    for (std::int64_t parent = 0; parent < 2; ++parent) {
      const std::int64_t adult = School::first_guardian + 2 * i + parent;
      writer.person(adult, 2'000 + 2 * i + parent, 2);
      writer.guardian(School::first_pupil + i, adult);
    }
  }
  std::int64_t service = 0;
  for (std::int64_t i = 0; i < School::teachers; ++i) {
    writer.person(School::first_teacher + i, ++member, 3);
    for (std::int64_t class_ = 0; class_ < 6; ++class_) writer.service(++service, 1 + (i * 7 + class_) % School::divisions, member);
  }
  writer.person(School::head, ++member, 5);
}

}  // namespace

School::School(const std::string& uri, Durability durability, std::int64_t schools)
    : portal(Portal::open(uri, {.durability = durability}).value()) {
  const auto store = portal.state().database->connect_writer();
  store->begin_write();
  for (std::int64_t number = 1; number <= schools; ++number) {
    Writer writer(*store, number);
    write_school(writer);
  }
  store->commit();
}

}  // namespace ent::bench
