/// Who is given out, under which key and in which role: some tens of bytes for each, in the order of the keys.
#pragma once

#include <span>

#include "ent/guardian.hpp"
#include "guardian/bulk.hpp"
#include "interop/oneroster/export.hpp"
#include "person/bulk.hpp"

namespace ent::interop::oneroster {

/// What an adult is to a pupil, as a role of the format; nullptr: it has none for it.
const char* role_of_link(const guardian::bulk::Link& link, bool parents_are_legal) noexcept;
/// What somebody is by a post; nullptr: nothing that is given out.
const char* role_of_post(const person::bulk::Post& post) noexcept;

class ExportedPeople {
 public:
  struct Entry {
    std::string key{};
    std::int64_t person = 0;
    const char* role = "";
    bool is_guardian = false;  ///< Speaks of the guardian; what else the person is has an entry of its own.
  };

  ExportedPeople(ExportTask& task, const ExportedStructure& structure) : task_(task), structure_(structure) {}

  /// Reads who there is.
  void load();

  std::span<const Entry> entries() const noexcept { return entries_; }
  /// nullptr: not given out.
  const Entry* pupil(std::int64_t person) const { return find(person, false); }
  const Entry* guardian(std::int64_t person) const { return find(person, true); }

 private:
  void load_page(std::span<const std::int64_t> people);
  void take_link(const guardian::bulk::Link& link);
  void take_keys();
  const Entry* find(std::int64_t person, bool is_guardian) const;

  ExportTask& task_;
  const ExportedStructure& structure_;
  std::vector<Entry> entries_;
  std::unordered_map<std::int64_t, const char*> guardians_;  ///< With the least of their roles.
  std::vector<std::uint32_t> by_person_;                     ///< Places of entries.
};

}  // namespace ent::interop::oneroster
