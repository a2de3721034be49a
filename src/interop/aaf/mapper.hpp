/// AAF records, of either degree, turned into what the feed model says.
#pragma once

#include "interop/aaf/record.hpp"
#include "interop/directory.hpp"

namespace ent::interop::aaf {

class Mapper {
 public:
  Mapper(Task& task, Directory& directory, bool first_degree)
      : task_(task), directory_(directory), first_degree_(first_degree) {}

  /// False: the record was refused, and the notes say why.
  bool unit(const Record& record, const Place& place, UnitRecord& out);

  /// The divisions and groups that a structure declares; once its unit is in the directory.
  void groups_of_unit(const Record& record, const Place& place);

  bool dossier(const Record& record, const Place& place, Dossier& out);

 private:
  // of all people
  bool read_identity(const Record& record, Dossier& out);
  void read_number(const Record& record, Attr attr, std::string_view application, Dossier& out);
  void read_contact(const Record& record, Dossier& out);
  void read_address(const Record& record, Dossier& out);
  Text name(const Record& record, Attr attr, std::size_t longest, Dossier& out);
  Text phone(const Record& record, Attr attr, Dossier& out);

  void read_pupil(const Record& record, Dossier& out);
  void read_stays(const Record& record, Dossier& out);
  std::int32_t read_regime(const Record& record, Dossier& out);
  void read_ties(const Record& record, Dossier& out);
  bool read_tie(const Record& record, std::string_view value, Dossier& out);

  void read_staff(const Record& record, Dossier& out);
  void read_posts(const Record& record, Dossier& out);
  void read_services(const Record& record, Dossier& out);

  /// -1: refused.
  std::int32_t unit_of(const Record& record, Attr attr, std::string_view key, Dossier& out);
  std::int32_t group_of(const Record& record, Attr attr, std::string_view value, GroupKind kind, Dossier& out);

  void refuse(const Record& record, Attr attr, std::string_view reason, Dossier& out);
  void warn(const Record& record, Attr attr, std::string_view reason, Dossier& out);
  /// Whether the list says all of the attribute: where it stands, in a delta.
  bool says(const Record& record, Attr attr) const { return record.has(attr); }

  Task& task_;
  Directory& directory_;
  bool first_degree_;
};

/// The division or group that a value of the first degree names: `school$?$?$id$label`, or `school$kind$label`.
struct Named {
  std::string_view code, label;
};
Named group_of_first_degree(std::string_view value) noexcept;

}  // namespace ent::interop::aaf
