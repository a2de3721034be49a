/// Compares dossiers with what stands, chunk by chunk, and writes what differs: a fixed number of statements a chunk.
#pragma once

#include <array>
#include <map>

#include "guardian/bulk.hpp"
#include "interop/apply/case.hpp"
#include "interop/apply/person_bits.hpp"
#include "interop/directory.hpp"
#include "person/numbers.hpp"

namespace ent::interop {

class People {
 public:
  People(Task& task, const Directory& directory) : task_(task), directory_(directory) {}

  /// The dossiers of a chunk are of one kind; the groups that they name have been written.
  void apply(std::span<const Dossier> dossiers);

  /// After all of a full feed: whoever it knew and no longer names is marked, unless nothing was delivered of that
  /// kind. Refuses when so many are missing that the delivery is more likely broken.
  std::optional<Error> mark_absent(const std::array<bool, 4>& kind_is_full);

  /// Takes contact data and keys from those who were marked long ago.
  void remove_long_marked();

 private:
  struct Facts;

  std::vector<Case> sort_out(std::span<const Dossier> dossiers);
  void count_unchanged(const Dossier& dossier);
  void find_by_national_number(std::vector<Case>& cases);
  std::int64_t hash_of(const Dossier& dossier) const;

  void write_identity(std::vector<Case>& cases);
  void insert_new(std::vector<Case>& cases);
  void keep_national_numbers(std::vector<std::string> numbers);
  void update_known(std::vector<Case>& cases);
  void write_contacts(std::vector<Case>& cases);
  void write_addresses(std::vector<Case>& cases);
  void write_references(const std::vector<Case>& cases);

  void write_numbers(std::vector<Case>& cases);
  std::map<std::int64_t, std::vector<std::int64_t>> schools_of(std::span<Case* const> told) const;
  std::vector<person::Number> wanted_numbers(std::span<Case* const> told) const;
  void keep_numbers(std::span<Case* const> told, std::vector<person::Number> in, std::vector<person::Number> out);

  void write_facts(std::vector<Case>& cases);
  void load(const std::vector<Case>& cases, PersonKind kind, Facts& facts);
  void settle_stays(Case& subject, Facts& facts);
  void keep_stay(const group::bulk::Stay& stay, const Membership& wanted, std::int64_t to, Facts& facts);
  void end_stay(const group::bulk::Stay& stay, const Case& subject, Facts& facts);
  void settle_posts(Case& subject, Facts& facts);
  std::int64_t first_day_at(std::int64_t org, const Case& subject, const Facts& facts) const;
  void settle_teaching(Case& subject, Facts& facts);
  void settle_ties(Case& subject, Facts& facts);
  void settle_tie(Case& subject, const Tie& tie, std::int64_t adult, std::span<const guardian::bulk::Link> standing,
                  Facts& facts);
  void number_services(Facts& facts);
  void write(Facts& facts);

  void end_links_of(std::span<const std::int64_t> people);
  void mark(std::span<const person::bulk::Reference> references);

  Task& task_;
  const Directory& directory_;
  std::array<PersonBits, 4> seen_{};  ///< By PersonKind.
};

}  // namespace ent::interop
