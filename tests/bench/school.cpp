#include "school.hpp"

namespace ent::bench {
namespace {

using store::Arg;
using store::Sql;

constexpr std::int64_t from = 20'000;
constexpr std::int64_t to = 2'147'483'647;

class Writer {
 public:
  explicit Writer(store::Connection& store) : store_(store) {}

  void person(std::int64_t person, std::int64_t member, std::int64_t profile) {
    static constexpr Sql person_row{
        "INSERT INTO person (person, family_name, given_name, birth_date, sort_key, source, revision) "
        "VALUES ($1, $2, 'Camille', 15000, $2, '', 1)"};
    static constexpr Sql member_row{"INSERT INTO member (org, member, person, sort_key) VALUES (1, $1, $2, $3)"};
    static constexpr Sql post_row{
        "INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
        "VALUES (1, $1, $2, 0, $3, $4, '')"};
    const std::string name = "Nom" + std::to_string(person);
    put(person_row, person, name);
    put(member_row, member, person, name);
    if (profile != 2) put(post_row, member, profile, from, to);
  }

  void group(std::int64_t number) {
    static constexpr Sql row{
        "INSERT INTO school_group (org, grp, kind, school_year, code, name, folded_name, author, valid_from, valid_to, "
        "source, revision) VALUES (1, $1, 1, 2026, $2, $2, $2, 0, $3, $4, '', 1)"};
    put(row, number, "D" + std::to_string(number), from, to);
  }

  void pupil_in(std::int64_t group, std::int64_t member) {
    static constexpr Sql row{
        "INSERT INTO group_member (org, grp, member, valid_from, valid_to, source) VALUES (1, $1, $2, $3, $4, '')"};
    put(row, group, member, from, to);
  }

  void service(std::int64_t number, std::int64_t group, std::int64_t member) {
    static constexpr Sql row{
        "INSERT INTO service (org, service, grp, member, subject, kind, replaces, valid_from, valid_to, source) "
        "VALUES (1, $1, $2, $3, 'x', 1, 0, $4, $5, '')"};
    put(row, number, group, member, from, to);
  }

  void guardian(std::int64_t pupil, std::int64_t adult) {
    static constexpr Sql row{
        "INSERT INTO guardianship (pupil, adult, valid_from, valid_to, kind, rights, relationship, priority, "
        "source, revision) VALUES ($1, $2, $3, $4, 1, 63, 0, 0, '', 1)"};
    put(row, pupil, adult, from, to);
  }

  /// Numbers of groups that were given by hand.
  void numbers(std::int64_t next) {
    static constexpr Sql row{"INSERT INTO id_block (org, sequence, next) VALUES (1, 'group', $1)"};
    put(row, next);
  }

  void unit() {
    static constexpr Sql row{
        "INSERT INTO org_unit (org, valid_from, valid_to, kind, code, name, folded_name, degree, revision) "
        "VALUES (1, $1, $2, 7, '0951099D', 'Les Tilleuls', 'les tilleuls', 2, 1)"};
    put(row, from, to);
  }

 private:
  template <class... A>
  void put(const Sql& sql, const A&... args) {
    store_.exec(sql, std::initializer_list<Arg>{Arg(args)...});
  }
  store::Connection& store_;
};

}  // namespace

School::School(const std::string& uri, Durability durability) : portal(Portal::open(uri, {.durability = durability}).value()) {
  const auto store = portal.state().database->connect_writer();
  Writer writer(*store);
  store->begin_write();
  writer.unit();
  for (std::int64_t group = 1; group <= divisions; ++group) writer.group(group);
  writer.numbers(divisions + 1);
  std::int64_t member = 0;
  for (std::int64_t i = 0; i < pupils; ++i) {
    writer.person(first_pupil + i, ++member, 1);
    writer.pupil_in(1 + i / 25, member);
    for (std::int64_t parent = 0; parent < 2; ++parent) {
      const std::int64_t adult = first_guardian + 2 * i + parent;
      writer.person(adult, 2'000 + 2 * i + parent, 2);
      writer.guardian(first_pupil + i, adult);
    }
  }
  std::int64_t service = 0;
  for (std::int64_t i = 0; i < teachers; ++i) {
    writer.person(first_teacher + i, ++member, 3);
    for (std::int64_t class_ = 0; class_ < 6; ++class_) writer.service(++service, 1 + (i * 7 + class_) % divisions, member);
  }
  writer.person(head, ++member, 5);
  store->commit();
}

}  // namespace ent::bench
