/// Two invented collèges at the start of two school years: who comes, goes, goes up and moves.
///
/// Days: 20301 is 1 August 2025, 20332 1 September, 20336 the 5th; 20666 is 1 August 2026, 20697 1 September,
/// 20700 the 4th, 20735 9 October, 20794 7 December.
#pragma once

#include "delivery.hpp"
#include "loaded.hpp"
#include "support/school.hpp"

namespace ent::test::september {

#define ENT_TEST_KEY_OF "JOIN member m ON m.org = t.org AND m.member = t.member JOIN person_reference r " \
  "ON r.person = m.person AND r.feed = 'aaf' JOIN org_reference o ON o.org = t.org "
inline const char* const stays =
    "SELECT r.key || ' ' || g.code || '@' || o.key || ' ' || t.valid_from || '-' || t.valid_to FROM group_member t "
    "JOIN school_group g ON g.org = t.org AND g.grp = t.grp " ENT_TEST_KEY_OF;
inline const char* const posts =
    "SELECT r.key || ' ' || t.profile || '@' || o.key || ' ' || t.valid_from || '-' || t.valid_to FROM affiliation t "
    ENT_TEST_KEY_OF;
inline const char* const services =
    "SELECT r.key || ' ' || t.subject || ' ' || g.code || '@' || o.key || ' ' || t.valid_from || '-' || t.valid_to "
    "FROM service t JOIN school_group g ON g.org = t.org AND g.grp = t.grp " ENT_TEST_KEY_OF;
inline const char* const mains =
    "SELECT r.key || ' ' || g.code || '@' || o.key || ' ' || t.valid_from || '-' || t.valid_to FROM group_role t "
    "JOIN school_group g ON g.org = t.org AND g.grp = t.grp " ENT_TEST_KEY_OF;
inline const char* const groups =
    "SELECT o.key || ' ' || g.school_year || ' ' || g.code || ' ' || g.valid_from || '-' || g.valid_to FROM school_group g "
    "JOIN org_reference o ON o.org = g.org";
inline const char* const links =
    "SELECT p.key || ' ' || a.key || ' kind ' || g.kind || ' ' || g.valid_from || '-' || g.valid_to FROM guardianship g "
    "JOIN person_reference p ON p.person = g.pupil AND p.feed = 'aaf' "
    "JOIN person_reference a ON a.person = g.adult AND a.feed = 'aaf'";
inline const char* const homes =
    "SELECT r.key || ' ' || h.lines || ' ' || t.valid_from || '-' || t.valid_to FROM residence t JOIN household h "
    "ON h.household = t.household JOIN person_reference r ON r.person = t.person AND r.feed = 'aaf'";
inline const char* const marks =
    "SELECT key || ' ' || marked_on FROM person_reference WHERE feed = 'aaf' AND marked_on IS NOT NULL";

inline const char* const people =
    "SELECT r.key || ' ' || p.family_name || ' ' || p.given_name || ' ' || COALESCE(p.birth_date, 0) || ' ' || p.source "
    "FROM person p JOIN person_reference r ON r.person = p.person AND r.feed = 'aaf'";
inline const char* const keys =
    "SELECT feed || ' ' || key || ' ' || COALESCE(kind, 0) || ' ' || COALESCE(marked_on, 0) FROM person_reference";
inline const char* const contacts =
    "SELECT r.key || ' ' || COALESCE(c.mobile, '') || ' ' || c.accepts_sms || ' ' || c.shares_address FROM person_contact c "
    "JOIN person_reference r ON r.person = c.person AND r.feed = 'aaf'";
inline const char* const units =
    "SELECT o.key || ' ' || u.name || ' ' || u.valid_from || '-' || u.valid_to || ' ' || COALESCE(o.marked_on, 0) FROM org_unit u "
    "JOIN org_reference o ON o.org = u.org";

/// 501 goes up, 502 will leave, 503 will change school and home, 504 will be missing for a month.
inline void last_year(Delivery& delivery) {
  delivery.school("7001", "0999001W", "CLG$DES TILLEULS", {"6A$SIXIEME A", "3A$TROISIEME A"})
      .school("7002", "0999002X", "CLG$DU MOULIN", {"6B$SIXIEME B"})
      .pupil({"501", "EXEMPLE", "Lou", "7001", "6A", "01/09/2025", "999001201EE", "2 RUE INVENTEE", "6E",
              {"801$10$1$1$1$0", "802$20$0$1$1$0"}})
      .pupil({"502", "EXEMPLE", "Sacha", "7001", "3A", "01/09/2025", "999001202EF", "2 RUE INVENTEE", "3E",
              {"801$10$1$1$1$0"}})
      .pupil({"503", "MODELE", "Zoé", "7001", "6A", "01/09/2025", "999001203EG", "4 RUE INVENTEE", "6E",
              {"803$10$1$1$1$0"}})
      .pupil({"504", "ESSAI", "Aël", "7001", "6A", "01/09/2025", "999001204EH", "6 RUE INVENTEE", "6E",
              {"804$10$1$1$1$0"}})
      .relative("801", "EXEMPLE", "Ana").relative("802", "EXEMPLE", "Paul").relative("803", "MODELE", "Inès")
      .relative("804", "ESSAI", "Nora")
      .teacher("901", "DURAND", "Ada", {"7001"}, {"7001$6A$061300", "7001$3A$061300"}, {"7001$6A"})
      .teacher("902", "FACTICE", "Yann", {"7001"}, {"7001$6A$030201"})
      .teacher("903", "MARTIN", "Zélie", {"7001", "7002"}, {"7001$6A$020700", "7002$6B$020700"});
}

inline void this_year(Delivery& delivery) {
  delivery.school("7001", "0999001W", "CLG$DES TILLEULS", {"6A$SIXIEME A", "5A$CINQUIEME A"})
      .school("7002", "0999002X", "CLG$DU MOULIN", {"5B$CINQUIEME B"})
      .pupil({"501", "EXEMPLE", "Lou", "7001", "5A", "01/09/2026", "999001201EE", "2 RUE INVENTEE", "5E",
              {"801$10$1$1$1$0", "805$20$0$0$1$0"}})
      .pupil({"503", "MODELE", "Zoé", "7002", "5B", "01/09/2026", "999001203EG", "8 ALLEE DU MOULIN", "5E",
              {"803$10$1$1$1$0"}})
      .pupil({"505", "NOUVEAU", "Tom", "7001", "6A", "01/09/2026", "999001205EJ", "9 RUE INVENTEE", "6E",
              {"801$10$1$1$1$0"}})
      .relative("801", "EXEMPLE", "Ana").relative("803", "MODELE", "Inès").relative("805", "EXEMPLE", "Jo")
      .teacher("901", "DURAND", "Ada", {"7001", "7002"}, {"7001$5A$061300", "7002$5B$061300"}, {"7001$5A"})
      .teacher("903", "MARTIN", "Zélie", {"7002"}, {"7002$5B$020700"})
      .teacher("904", "NOUVELLE", "Mia", {"7001"}, {"7001$6A$061300"});
}

/// As this_year(), with the pupil who was missing and the mother.
inline void in_october(Delivery& delivery) {
  this_year(delivery);
  delivery.relative("804", "ESSAI", "Nora")
      .pupil({"504", "ESSAI", "Aël", "7001", "5A", "09/10/2026", "999001204EH", "6 RUE INVENTEE", "5E", {"804$10$1$1$1$0"}});
}

inline Date on(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

struct Academy : Host {
  explicit Academy(Place place) : Host(place) {
    Delivery delivery("20250905");
    last_year(delivery);
    must(go(delivery));
  }
  Result<ImportReport> go(const Delivery& delivery, const ImportOptions& options = {}) {
    return import_aaf(session, delivery.folder(), options);
  }
  ImportReport september() {
    Delivery delivery("20260904");
    this_year(delivery);
    return must(go(delivery));
  }
  PersonId person(const std::string& key) {
    return {std::stoll(lines("SELECT CAST(person AS TEXT) FROM person_reference WHERE feed = 'aaf' AND key = '" + key + "'").at(0))};
  }
  OrgId school(const std::string& key) {
    return {std::stoll(lines("SELECT CAST(org AS TEXT) FROM org_reference WHERE key = '" + key + "'").at(0))};
  }
};

}  // namespace ent::test::september
