/// People: who they are, what they are in which unit, how they are reached; duplicates, merge and unmerge.
///
/// A person is one human being in the whole portal. Rights go by unit, so a call that is about a person
/// names the unit in which the caller has to do with that person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/id.hpp"
#include "ent/profile.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent::person {

/// How somebody is addressed.
enum class Title : std::int32_t {
  monsieur = 1,  ///< M.
  madame = 2,    ///< Mme.
};

/// As the civil register has it.
enum class Sex : std::int32_t {
  female = 1,  ///< Féminin.
  male = 2,    ///< Masculin.
};

/// A person as lists name them.
struct Card {
  PersonId id{};                 ///< Who.
  std::string family_name{};     ///< Name in use.
  std::string given_name{};      ///< First name in use.
  std::optional<Title> title{};  ///< How to address them, where known.
};

/// A profile, and perhaps a function within it.
struct Post {
  Profile profile{};                   ///< What they are.
  std::optional<Function> function{};  ///< What they do within it.
};

/// A post in a unit, with its dates.
struct Affiliation {
  OrgId org_id{};                      ///< Where.
  Profile profile{};                   ///< What they are there.
  std::optional<Function> function{};  ///< What they do within it.
  Date valid_from{};                   ///< First day.
  std::optional<Date> valid_to{};      ///< First day on which it no longer holds; none: open.
};

/// A person as seen from a unit.
struct View {
  PersonId id{};                      ///< The same for ever; of somebody who was merged, that of the person kept.
  std::string family_name{};          ///< Name in use.
  std::string given_name{};           ///< First name in use.
  std::optional<Title> title{};       ///< How to address them, where known.
  std::vector<Post> posts{};          ///< What they are in the unit, on the session's date.
  std::int64_t revision = 1;          ///< Grows with each change; for CallOptions::if_revision.
};

/// What add() does when a person of the same names and birth date is in the portal already.
enum class OnMatch : std::int32_t {
  refuse = 1,  ///< Refuses, so that a human may look.
  take = 2,    ///< Adds nobody: makes that one person known in the unit.
  add = 3,     ///< Adds another person: they only share name and birthday.
};

/// Input of add().
struct Add {
  OrgId org_id{};                                  ///< The unit in which the person becomes known.
  std::string family_name{};                       ///< 1 to 100 characters.
  std::string given_name{};                        ///< 1 to 100 characters.
  std::optional<Date> birth_date{};                ///< From 1900-01-01 to today.
  std::optional<std::string> birth_name{};         ///< Family name at birth: 1 to 100 characters.
  std::optional<std::string> other_given_names{};  ///< Those not in use: 1 to 200 characters.
  std::optional<Title> title{};                    ///< How to address them.
  std::optional<Sex> sex{};                        ///< As the civil register has it.
  OnMatch on_match = OnMatch::refuse;              ///< When the person seems to be in the portal already.
};

/// Makes a person known in a unit. It gives them no profile there: see affiliate(), group::enrol() and
/// guardian::link().
///
/// Without a birth date, only people of the same names in the unit count as a match.
/// Permission: person.manage on the unit.
/// Errors: invalid_argument (text.too_short, text.too_long, person.birth_date_range), not_found
/// (org.not_found), already_exists (person.known), conflict (person.several_match: nobody can be taken).
/// Since 0.1.
Result<View> add(Session& session, const Add& input, const CallOptions& options = {});

/// Input of change(): what is given replaces what stands.
struct Change {
  OrgId org_id{};                                  ///< The unit in which the caller knows the person.
  PersonId person_id{};                            ///< Who.
  std::optional<std::string> family_name{};        ///< 1 to 100 characters.
  std::optional<std::string> given_name{};         ///< 1 to 100 characters.
  std::optional<Date> birth_date{};                ///< From 1900-01-01 to today.
  std::optional<std::string> birth_name{};         ///< 1 to 100 characters.
  std::optional<std::string> other_given_names{};  ///< 1 to 200 characters.
  std::optional<Title> title{};                    ///< How to address them.
  std::optional<Sex> sex{};                        ///< As the civil register has it.
};

/// Corrects who a person is. Those whom a directory feed owns are corrected at its source.
///
/// Permission: person.manage on the person.
/// Errors: invalid_argument (text.too_short, text.too_long, person.birth_date_range), not_found
/// (person.not_found), failed_precondition (person.owned_by_feed), conflict (call.stale_revision). Since 0.1.
Result<View> change(Session& session, const Change& input, const CallOptions& options = {});

/// Input of get().
struct Get {
  OrgId org_id{};        ///< The unit in which the caller knows the person.
  PersonId person_id{};  ///< Who.
};

/// One person, with what they are in the unit.
///
/// Permission: person.read on the person. Errors: not_found (person.not_found). Since 0.1.
Result<View> get(Session& session, const Get& input, const CallOptions& options = {});

/// A post address.
struct Address {
  std::vector<std::string> lines{};      ///< 1 to 6 lines of 1 to 100 characters, without postal code and town.
  std::string postal_code{};             ///< 1 to 10 characters.
  std::string town{};                    ///< 1 to 100 characters.
  std::optional<std::string> country{};  ///< Two capital letters of ISO 3166-1; none: France.
};

/// What is known of a person beyond name and post.
struct Details {
  PersonId id{};                                   ///< Who.
  std::optional<Date> birth_date{};                ///< Where known.
  std::optional<std::string> birth_name{};         ///< Where it differs from the name in use.
  std::optional<std::string> other_given_names{};  ///< Those not in use.
  std::optional<Sex> sex{};                        ///< As the civil register has it.
  std::optional<std::string> email{};              ///< Where known.
  std::optional<std::string> home_phone{};         ///< As it was given.
  std::optional<std::string> work_phone{};         ///< As it was given.
  std::optional<std::string> mobile{};             ///< As it was given.
  bool accepts_sms = false;                        ///< Short messages may go to the mobile.
  bool shares_address = false;                     ///< The parents' associations may have the address.
  std::vector<Address> addresses{};                ///< Where they live on the session's date.
  std::int64_t revision = 0;                       ///< Of email, phones and consents; 0: none were ever set.
};

/// Birth, phones, e-mail and addresses of one person. To a guardian, only those of the person's addresses
/// are shown at which the guardian lives too: nobody learns here where the other parent lives.
///
/// Permission: person.read_contact on the person. Errors: not_found (person.not_found). Since 0.1.
Result<Details> details(Session& session, const Get& input, const CallOptions& options = {});

/// Input of set_contact(): what is given replaces what stands; an empty text takes it away.
struct SetContact {
  OrgId org_id{};                           ///< The unit in which the caller knows the person.
  PersonId person_id{};                     ///< Who.
  std::optional<std::string> email{};       ///< At most 254 characters, with one @.
  std::optional<std::string> home_phone{};  ///< 4 to 20 characters: digits, spaces, + . - ( ).
  std::optional<std::string> work_phone{};  ///< Likewise.
  std::optional<std::string> mobile{};      ///< Likewise.
  std::optional<bool> accepts_sms{};        ///< Short messages may go to the mobile.
  std::optional<bool> shares_address{};     ///< The parents' associations may have the address.
};

/// Sets phones, e-mail and consents of one person; if_revision is that of Details.
///
/// Permission: person.update_contact on the person.
/// Errors: invalid_argument (person.email_malformed, person.phone_malformed), not_found (person.not_found),
/// conflict (call.stale_revision), failed_precondition (account.held: a password reset lately). Since 0.1.
Result<Done> set_contact(Session& session, const SetContact& input, const CallOptions& options = {});

/// Input of move(): exactly one of `address` and `to_person_id`.
struct Move {
  OrgId org_id{};                           ///< The unit in which the caller knows the person.
  PersonId person_id{};                     ///< Who moves.
  std::optional<Address> address{};         ///< To a household of their own at this address...
  std::optional<PersonId> to_person_id{};   ///< ...or to where this person, known in the unit, lives.
  std::optional<Date> valid_from{};         ///< Default: today.
  bool keeps_others = false;                ///< They go on living where they lived too, as children of two homes do.
};

/// Gives a person a new address from a date on.
///
/// Permission: person.update_contact on both persons.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, person.one_address), not_found
/// (person.not_found), failed_precondition (account.held). Since 0.1.
Result<Done> move(Session& session, const Move& input, const CallOptions& options = {});

/// A person in a unit, as directories list them.
struct Entry {
  PersonId id{};                 ///< Who.
  OrgId org_id{};                ///< Where.
  std::string family_name{};     ///< Name in use.
  std::string given_name{};      ///< First name in use.
  std::optional<Title> title{};  ///< How to address them, where known.
  std::vector<Post> posts{};     ///< What they are there.
};

/// One page of people.
struct Page {
  std::vector<Entry> items{};         ///< By family name, then given name, without regard to case and accents.
  std::optional<std::string> next{};  ///< Give it as `after` to read on; none: this is the last page.
};

/// Input of list().
struct List {
  OrgId org_id{};                      ///< The unit.
  std::optional<Profile> profile{};    ///< Only people with this profile there.
  std::int32_t limit = 50;             ///< At most so many: 1 to 500.
  std::optional<std::string> after{};  ///< The `next` of the page before.
};

/// The people of a unit on the session's date, as far as the actor may know of them.
///
/// Permission: person.read, on each. Errors: invalid_argument (field.range, cursor.malformed). Since 0.1.
Result<Page> list(Session& session, const List& input, const CallOptions& options = {});

/// Input of search().
struct Search {
  std::string words{};                 ///< Beginnings of names in any order, whatever case and accents; 1 to 100 characters.
  std::optional<OrgId> org_id{};       ///< Only in this unit.
  std::optional<Profile> profile{};    ///< Only people with this profile.
  std::int32_t limit = 20;             ///< At most so many: 1 to 500.
  std::optional<std::string> after{};  ///< The `next` of the page before.
};

/// People by their names, in all units that the actor reaches; who is in two of them comes twice.
///
/// Permission: person.read, on each.
/// Errors: invalid_argument (text.too_short, text.too_long, field.range, cursor.malformed). Since 0.1.
Result<Page> search(Session& session, const Search& input, const CallOptions& options = {});

/// Input of affiliate().
struct Affiliate {
  OrgId org_id{};                      ///< Where.
  PersonId person_id{};                ///< Who; known in the unit by add() or by an earlier post.
  Profile profile{};                   ///< For pupils see group::enrol(), for guardians guardian::link().
  std::optional<Function> function{};  ///< What they do within it.
  std::optional<Date> valid_from{};    ///< First day; default: today.
  std::optional<Date> valid_to{};      ///< First day on which it no longer holds; default: open.
};

/// Gives a person a profile in a unit; that of a guardian or a pupil only with a function, as a delegate.
///
/// Permission: affiliation.manage on the unit.
/// Errors: permission_denied (person.own_post: nobody gives themselves a post), invalid_argument
/// (person.profile_misplaced: no such people in units of this kind, person.profile_derived,
/// person.function_unfit, period.empty), not_found (org.not_found, person.not_found), already_exists
/// (person.has_post). Since 0.1.
Result<Affiliation> affiliate(Session& session, const Affiliate& input, const CallOptions& options = {});

/// Input of end_affiliation().
struct EndAffiliation {
  OrgId org_id{};                      ///< Where.
  PersonId person_id{};                ///< Who.
  Profile profile{};                   ///< The profile that ends; for pupils see group::leave().
  std::optional<Function> function{};  ///< The function; none: the post without one.
  std::optional<Date> valid_to{};      ///< First day on which it no longer holds; default: today.
};

/// Ends a post. What begins later is cancelled too.
///
/// Permission: affiliation.manage on the unit.
/// Errors: invalid_argument (person.profile_derived), not_found (person.not_found, person.no_post). Since 0.1.
Result<Done> end_affiliation(Session& session, const EndAffiliation& input, const CallOptions& options = {});

/// The posts of one person.
struct Affiliations {
  std::vector<Affiliation> items{};  ///< By unit, then by first day.
};

/// What a person is or will be, from the session's date on, in all units in which the actor may know of them.
///
/// Permission: person.read, on the person in each unit. Errors: not_found (person.not_found). Since 0.1.
Result<Affiliations> affiliations(Session& session, const Get& input, const CallOptions& options = {});

/// Where a person is known from outside.
struct Reference {
  std::string feed{};  ///< `ine`, or the name of a feed: 1 to 60 characters of a-z, 0-9, and `-`, `_`, `:`, `.`.
  std::string key{};   ///< Their key in it, 1 to 100 characters.
};

/// The references of one person.
struct References {
  std::vector<Reference> items{};  ///< By feed.
};

/// Input of refer().
struct Refer {
  OrgId org_id{};        ///< The unit in which the caller knows the person.
  PersonId person_id{};  ///< Who.
  std::string feed{};    ///< As in Reference.
  std::string key{};     ///< Theirs in the feed.
};

/// Says under which key a feed knows a person, so that an import finds them.
///
/// Permission: person.manage on the person.
/// Errors: invalid_argument (person.feed_malformed, text.too_short, text.too_long), not_found
/// (person.not_found), already_exists (person.reference_taken: it is another person's). Since 0.1.
Result<Done> refer(Session& session, const Refer& input, const CallOptions& options = {});

/// The references of a person.
///
/// Permission: person.manage on the person. Errors: not_found (person.not_found). Since 0.1.
Result<References> references(Session& session, const Get& input, const CallOptions& options = {});

/// What speaks for or against two records being one person.
enum class Evidence : std::int32_t {
  same_names = 1,             ///< Family and given name, without regard to case and accents.
  same_family_name = 2,       ///< That alone, or the birth name of one.
  same_given_name = 3,        ///< That alone.
  similar_family_name = 4,    ///< But for one letter.
  similar_given_name = 5,     ///< But for one letter, or one is a part of the other.
  swapped_names = 6,          ///< One's family name is the other's given name, and the reverse.
  same_birth_date = 7,        ///< Both are known.
  other_birth_date = 8,       ///< Both are known and differ: against.
  other_sex = 9,              ///< Both are known and differ: against.
  other_national_number = 10,  ///< Both have an INE, and they differ: against.
  same_feed = 11,             ///< One feed knows them as two: against.
};

/// Two records that may be one person.
struct Duplicate {
  Card first{};                      ///< Of the unit that was asked about.
  Card second{};                     ///< Of this unit, or of another that the actor reaches.
  OrgId second_org_id{};             ///< Where the second is known.
  std::int32_t score = 0;            ///< 0 to 100; from 80 on, it is most likely one person.
  std::vector<Evidence> evidence{};  ///< What the score is made of.
};

/// Likely duplicates.
struct Duplicates {
  std::vector<Duplicate> items{};  ///< The most likely first.
};

/// Input of duplicates().
struct FindDuplicates {
  OrgId org_id{};                        ///< The unit.
  std::optional<PersonId> person_id{};   ///< Only of this person.
  std::int32_t least_score = 60;         ///< 1 to 100.
  std::int32_t limit = 50;               ///< At most so many: 1 to 500.
};

/// People of a unit who seem to be in the portal twice.
///
/// Permission: person.merge, on each of the two. Errors: invalid_argument (field.range). Since 0.1.
Result<Duplicates> duplicates(Session& session, const FindDuplicates& input, const CallOptions& options = {});

/// Input of merge() and unmerge().
struct Merge {
  OrgId org_id{};                        ///< The unit in which the caller knows the person that stays.
  PersonId kept_id{};                    ///< The person that stays.
  PersonId merged_id{};                  ///< The person that goes into the other.
  std::optional<OrgId> merged_org_id{};  ///< Where the caller knows the other; default: the same unit.
};

/// Makes two records one person: all that the merged one is, belongs to and is responsible for goes over to
/// the kept one. Where both say the same of the same day, the kept one's word stands; but of two guardianships between the same two what a court
/// withdrew is withdrawn, what one decided holds alone, and otherwise the nearer kind has what either had, as far as it may. Can be undone.
///
/// Permission: person.merge on both. Errors: invalid_argument (person.same_person), not_found
/// (person.not_found), failed_precondition (person.already_merged). Since 0.1.
Result<Done> merge(Session& session, const Merge& input, const CallOptions& options = {});

/// Undoes a merge: what went over comes back, as it has become since. Guardianships of both that were changed since hold for each that was
/// linked so, and restrictions that were said since for both. The last merge of a person is undone first.
///
/// Permission: person.merge on the person that stayed.
/// Errors: not_found (person.not_found, person.not_merged), failed_precondition (person.later_merge). Since 0.1.
Result<Done> unmerge(Session& session, const Merge& input, const CallOptions& options = {});

}  // namespace ent::person
