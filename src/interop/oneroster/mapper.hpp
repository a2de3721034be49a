/// Users of OneRoster, with their enrollments and links, turned into what the feed model says.
#pragma once

#include "interop/oneroster/roster.hpp"

namespace ent::interop::oneroster {

class Mapper {
 public:
  Mapper(Task& task, const Structure& structure, const Roster& roster, bool enrollments_delivered)
      : task_(task), structure_(structure), roster_(roster), enrollments_delivered_(enrollments_delivered) {}

  Dossier dossier(const Row& row, std::uint32_t user, const Place& place);

 private:
  void read_contact(const Row& row, Dossier& out);
  Text phone(const Row& row, std::size_t column, const Dossier& out);
  void read_posts(const Row& row, std::uint32_t user, Dossier& out);
  void read_stays(const Row& row, std::uint32_t user, Dossier& out);
  void read_teaching(std::uint32_t user, Dossier& out);
  void read_ties(std::uint32_t user, Dossier& out);
  void warn(const Dossier& out, std::size_t column, std::string_view reason);

  Task& task_;
  const Structure& structure_;
  const Roster& roster_;
  bool enrollments_delivered_;
};

}  // namespace ent::interop::oneroster
