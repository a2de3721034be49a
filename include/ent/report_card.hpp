/// What a report card holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/decimal.hpp"
#include "ent/gradebook.hpp"
#include "ent/id.hpp"
#include "ent/person.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/time.hpp"

namespace ent {
using ReportId = Id<struct ReportEntity>;  ///< One version of a published report card.
}

namespace ent::report {

/// How far a report is.
enum class State : std::int32_t {
  empty = 1,      ///< Nobody has written anything.
  teachers = 2,   ///< Teachers write their comments.
  mixed = 3,      ///< Some comments of subjects are missing, and those for the whole may be written already.
  synthesis = 4,  ///< All subjects are there; what is said of the whole is not.
  complete = 5,   ///< Nothing is missing.
  published = 6,  ///< It is out.
};

/// The school, as the report names it.
struct School {
  OrgId org_id{};      ///< The establishment.
  std::string code{};  ///< Its code (UAI).
  std::string name{};  ///< Its name.
};

/// The class, as the report names it.
struct Class {
  GroupId division_id{};                ///< The division on the last day of the period.
  std::string name{};                   ///< Its name.
  std::optional<std::string> level{};   ///< Of the pupil.
  std::int32_t school_year = 0;         ///< 2026 for 2026-2027.
  std::int32_t pupils = 0;              ///< How many are in it; where it is published, as it was then.
};

/// The period, as the report names it.
struct Period {
  PeriodId id{};               ///< The period.
  std::string name{};          ///< "1er trimestre".
  std::int32_t number = 0;     ///< 1 for the first of the year,
  std::int32_t of = 0;         ///< of so many.
  Date first_day{};            ///< First day.
  Date last_day{};             ///< Last day.
};

/// What stands in the place of a computed average.
struct Overridden {
  std::optional<Decimal> value{};  ///< What is shown; none: not marked (non noté).
  std::string reason{};            ///< Why.
};

/// What the averages of a class look like. Those that are overridden count as they are shown, and not where that is not marked.
struct Among {
  std::int32_t marked = 0;           ///< Pupils with an average.
  std::optional<Decimal> mean{};     ///< The mean of their averages; in what is published only of three and more.
  std::optional<Decimal> minimum{};  ///< The lowest; in what is published only of five and more.
  std::optional<Decimal> maximum{};  ///< The highest; likewise.
};

/// An average of an earlier period of the same school year.
struct Before {
  std::optional<Decimal> shown{};  ///< Of the pupil, overridden or computed, in whatever class they were; none: there was none.
  std::optional<Decimal> mean{};   ///< Of the class that the report is of, as it was on the last day of that period; of few as in Among.
  std::int32_t marked = 0;         ///< Pupils with an average in that class then.
};

/// An average of a report.
struct Average {
  std::optional<Decimal> shown{};           ///< As the report shows it: overridden, or computed and rounded by the policy; none: not marked.
  std::optional<Decimal> computed{};        ///< As it is computed, rounded by the policy; none: there is no mark that counts.
  std::optional<std::string> exact{};       ///< As it is computed: "29/2", "14".
  std::optional<Overridden> overridden{};   ///< Where somebody has said otherwise.
  Among among{};                            ///< The same of the class.
  std::vector<Before> before{};             ///< One for each of the report's earlier periods, in their order.
  std::optional<Decimal> year{};            ///< Of the year up to this period: the mean of its periods, or what the policy makes it.
  std::optional<std::string> letter{};      ///< The letter of what is shown, where the policy of the grade book has letters.
  std::optional<Decimal> adjustment{};      ///< Points of the bonus/malus column, which the computed average has in it.
};

/// One subject of a report, or one domain of primary school.
struct Line {
  std::optional<std::string> subject_code{};  ///< The subject; none: all that a class is taught by one teacher.
  std::string name{};                         ///< Its name; the code where nobody has said a name; empty without subject.
  std::vector<person::Card> teachers{};       ///< Who taught it to the pupil last in the period, by name: those of its last day, where there are any.
  std::optional<Average> average{};           ///< None where the model has no marks.
  Decimal coefficient{};                      ///< What it weighs in the general average.
  gradebook::SubjectMode mode{};              ///< How it counts there.
  std::int32_t assessments = 0;               ///< Of the pupil's marks those that count.
  std::optional<std::int32_t> positioning{};  ///< 1 not reached, 2 partly reached, 3 reached, 4 exceeded.
  std::vector<std::string> elements{};        ///< What of the programme was worked on.
  std::optional<std::string> comment{};       ///< Appréciation.
};

/// A category of subjects: "Pôle scientifique".
struct CategoryLine {
  std::string code{};                        ///< Its code in the policy of the grade book.
  std::string name{};                        ///< Its name.
  std::vector<std::string> subject_codes{};  ///< Those of its subjects that have a line, in its order.
  Average average{};                         ///< Of what is shown of its subjects, by their coefficients; it is never overridden.
};

/// Figures of attendance.
struct Tally {
  std::int32_t justified_half_days = 0;    ///< Half-days missed, with an accepted reason,
  std::int32_t unjustified_half_days = 0;  ///< and without.
  std::int32_t latenesses = 0;             ///< Latenesses.
};

/// Vie scolaire.
struct SchoolLife {
  Tally shown{};                         ///< As the report shows it.
  Tally counted{};                       ///< As it follows from the registers.
  std::optional<std::string> reason{};   ///< Why `shown` was typed; none: nothing was.
  std::optional<std::string> comment{};  ///< By the CPE.
};

/// What an opinion is.
enum class OpinionKind : std::int32_t {
  distinction = 1,  ///< Félicitations, compliments, encouragements.
  warning = 2,      ///< Of work or of behaviour.
  opinion = 3,      ///< What else a council says.
};

/// What a school's councils may say of a pupil in one word.
struct Opinion {
  std::string code{};   ///< Within the school: "compliments".
  std::string name{};   ///< As reports show it: "Compliments".
  OpinionKind kind{};   ///< What it is.
};

/// What a council answers to a wish.
enum class Answer : std::int32_t {
  favourable = 1,    ///< Avis favorable.
  reserved = 2,      ///< Avis réservé.
  unfavourable = 3,  ///< Avis défavorable.
};

/// A wish of orientation.
struct Wish {
  std::int32_t rank{};             ///< 1 for the first.
  std::string text{};              ///< What the family wishes.
  std::optional<Answer> answer{};  ///< What the council says of it.
};

/// What the class council says of a pupil.
struct Council {
  std::optional<Date> held_on{};          ///< When it sat.
  std::vector<Opinion> opinions{};        ///< In the school's order.
  std::vector<Wish> wishes{};             ///< By rank.
  std::optional<std::string> decision{};  ///< Of orientation.
};

/// What kind of project a report tells of.
enum class ProjectKind : std::int32_t {
  epi = 1,       ///< Enseignement pratique interdisciplinaire.
  support = 2,   ///< Accompagnement personnalisé.
  parcours = 3,  ///< Parcours éducatif.
};

/// A project in which pupils take part.
struct Project {
  std::string code{};                              ///< Within the group and period: "JARDIN". 1 to 40 characters.
  ProjectKind kind{};                              ///< What it is.
  std::string name{};                              ///< As reports show it: 1 to 150 characters.
  std::optional<std::string> theme{};              ///< Of an EPI "EPI_EDD", of a parcours "PAR_AVN": its national code.
  std::vector<std::string> subject_codes = {};     ///< Of which subjects: of an EPI two or more, at most 10.
  std::optional<std::string> description{};        ///< What is done: at most 600 characters.
  std::optional<std::string> comment{};            ///< What is said of the group: at most 600 characters.
};

/// A project in the report of a pupil.
struct ProjectLine {
  GroupId group_id{};                        ///< The group that it is of.
  std::string code{};                        ///< Within the group.
  ProjectKind kind{};                        ///< What it is.
  std::string name{};                        ///< As reports show it.
  std::optional<std::string> theme{};        ///< Its national code,
  std::optional<std::string> theme_name{};   ///< and its name.
  std::vector<std::string> subject_codes{};  ///< Of which subjects,
  std::vector<std::string> subjects{};       ///< and their names.
  std::optional<std::string> description{};  ///< What is done.
  std::optional<std::string> group_comment{};///< What is said of the group.
  std::optional<std::string> comment{};      ///< What is said of the pupil.
};

/// How far a component of the socle commun is mastered.
struct Component {
  std::string code{};                      ///< "CPD_FRA".
  std::string name{};                      ///< As reports show it.
  std::optional<std::int32_t> position{};  ///< 1 insufficient, 2 fragile, 3 satisfying, 4 very good; 0 exempt; none: not said yet.
};

/// The end of a cycle.
struct CycleEnd {
  std::int32_t cycle = 0;                         ///< 2, 3 or 4.
  std::vector<Component> components{};            ///< The eight of the socle, in their order.
  std::optional<std::string> synthesis{};         ///< What is said of the pupil at the end of the cycle.
  std::optional<std::string> complement{};        ///< Enseignement de complément: "LCA"; none: there is none.
  std::optional<std::int32_t> complement_goal{};  ///< 1 reached, 2 exceeded.
  std::optional<std::string> regional_language{}; ///< Langue régionale: "BRE"; none: there is none.
  std::optional<std::int32_t> regional_language_goal{};  ///< 1 not reached, 2 reached.
};

/// What a school does for a pupil in particular (modalité d'accompagnement).
enum class ArrangementKind : std::int32_t {
  pap = 1,               ///< Plan d'accompagnement personnalisé.
  pai = 2,               ///< Projet d'accueil individualisé.
  ppre = 3,              ///< Programme personnalisé de réussite éducative.
  pps = 4,               ///< Projet personnalisé de scolarisation.
  ulis = 5,              ///< Unité localisée pour l'inclusion scolaire.
  upe2a = 6,             ///< Unité pédagogique pour élèves allophones arrivants.
  segpa = 7,             ///< Section d'enseignement général et professionnel adapté.
  success_contract = 8,  ///< Contrat de réussite.
};

/// An arrangement for a pupil.
struct Arrangement {
  ArrangementKind kind{};            ///< What it is.
  std::optional<std::string> text{}; ///< Of a PPRE or a contrat de réussite: what is done.
};

/// The report of one pupil: what is published is this, word for word.
struct Report {
  person::Card pupil{};                         ///< Whose.
  std::optional<Date> birth_date{};             ///< Their birthday.
  School school{};                              ///< Where.
  Class division{};                             ///< In which class.
  Period period{};                              ///< Of when.
  std::vector<Period> earlier{};                ///< The periods of the year before this one, in their order.
  std::string model{};                          ///< Which blocks it has: "college"; see models().
  std::vector<Line> lines{};                    ///< By name of the subject; by the model's order in primary school.
  std::optional<Average> general{};             ///< Over the subjects; none where the model has none.
  std::optional<SchoolLife> school_life{};      ///< None where the model has none.
  std::optional<std::string> general_comment{}; ///< Synthesis.
  std::vector<ProjectLine> projects{};          ///< EPI, accompagnement, parcours of the pupil's groups, by kind and name.
  std::optional<CycleEnd> cycle_end{};          ///< In the last period of CE2, sixième and troisième.
  Council council{};                            ///< What the class council says.
  std::vector<person::Card> main_teachers{};    ///< By name.
  std::vector<person::Card> heads{};            ///< Of the school, by name.
  std::string policy{};                         ///< By what averages are made: "fr-exact".
  std::optional<Decimal> scale{};               ///< What averages are out of: 20; none where they are points.
  std::vector<Arrangement> arrangements{};      ///< What the school does for the pupil in particular, by kind.
  std::vector<CategoryLine> categories{};       ///< Those with a line, in the order of the policy; none where the model has no marks.
};

/// A part of a report.
enum class Block : std::int32_t {
  averages = 1,             ///< The averages of the subjects,
  general_average = 2,      ///< and over them.
  class_figures = 3,        ///< Mean, lowest and highest of the class.
  coefficients = 4,         ///< What subjects weigh.
  elements = 5,             ///< What of the programme was worked on.
  positioning = 6,          ///< How far the goals are reached, in four degrees.
  subject_comments = 7,     ///< Appréciations of the subjects.
  school_life = 8,          ///< Half-days missed, latenesses,
  school_life_comment = 9,  ///< and what the CPE says of them.
  general_comment = 10,     ///< Synthesis.
  council = 11,             ///< Opinions of the class council.
  orientation = 12,         ///< Wishes, answers, decision.
  projects = 13,            ///< EPI, accompagnement personnalisé, parcours.
  components = 14,          ///< The eight components of the socle, in four degrees, in the last period of a cycle,
  cycle_synthesis = 15,     ///< and what is said of the pupil there.
};

/// A part of a model.
struct ModelBlock {
  Block block{};    ///< Which.
  bool required{};  ///< A report in which it is not there is not complete.
};

/// A domain of primary school.
struct Domain {
  std::string code{};  ///< In the place of a subject's code.
  std::string name{};  ///< As reports show it.
};

/// Which parts a report has.
struct Model {
  std::string code{};                 ///< "college", "college_degrees", "lycee", "primary_2", "primary_3", "nursery", "end_of_cycle".
  std::string name{};                 ///< "Bilan périodique, collège".
  std::vector<ModelBlock> blocks{};   ///< In the order of the form.
  std::vector<Domain> domains{};      ///< The lines of a report without subjects; none: the subjects that are taught.
};

/// What is not there yet.
enum class Wanted : std::int32_t {
  subject_comment = 1,      ///< Of a subject.
  positioning = 2,          ///< In a subject.
  general_comment = 3,      ///< Of the whole.
  school_life_comment = 4,  ///< Of the CPE.
  component = 5,            ///< The degree of a component of the socle; `subject_code` says of which.
  cycle_synthesis = 6,      ///< Of the end of a cycle.
};

/// One thing that is missing in a report.
struct Missing {
  person::Card pupil{};                       ///< In whose.
  Wanted wanted{};                            ///< What.
  std::optional<std::string> subject_code{};  ///< In which subject.
  std::vector<person::Card> teachers{};       ///< From whom: those who teach it, or the main teachers.
};

/// What was published last of a report.
struct Issued {
  std::int32_t version = 0;  ///< 1 for the first, more for a correction.
  Instant at{};              ///< When.
  std::string hash{};        ///< SHA-256 of what was published, in hexadecimal.
};

/// A report, and how far it is.
struct Standing {
  Report report{};                   ///< As it would be published now.
  State state{};                     ///< How far it is.
  std::vector<Missing> missing{};    ///< What is not there yet.
  std::optional<Issued> issued{};    ///< What was published of it.
};

/// A report that is out from a class in which its pupil is no more.
struct Gone {
  person::Card pupil{};  ///< Whose.
  ReportId id{};         ///< The publication: see published().
  Issued issued{};       ///< What was published last.
};

/// The class in a subject, or in general.
struct ClassSubject {
  std::optional<std::string> subject_code{};  ///< The subject; none in general.
  std::string name{};                         ///< Its name; empty in general.
  std::vector<person::Card> teachers{};       ///< Who taught it to pupils of the class last in the period, by name.
  std::int32_t marked = 0;                    ///< Pupils with an average.
  std::optional<Decimal> mean{};              ///< The mean of their averages.
  std::optional<Decimal> minimum{};           ///< The lowest.
  std::optional<Decimal> lower_quartile{};    ///< The smallest that a quarter of the averages do not exceed.
  std::optional<Decimal> median{};            ///< The middle one.
  std::optional<Decimal> upper_quartile{};    ///< The smallest that three quarters do not exceed.
  std::optional<Decimal> maximum{};           ///< The highest.
  std::vector<std::int32_t> bands{};          ///< How many are under 5, 8, 10, 12, 15, and from 15, of 20.
};

/// The reports of a class.
struct ClassReports {
  std::vector<Standing> items{};          ///< One for each pupil of the class on the last day of the period, by name.
  State state{};                          ///< That of the report which is least far.
  std::vector<ClassSubject> subjects{};   ///< By name: of those whose reports these are, as all figures of the class here.
  std::optional<ClassSubject> general{};  ///< The general averages; none where the model has none.
  std::vector<Gone> gone{};               ///< Whose enrolment was put right after their report went out from this class, by name.
  std::vector<gradebook::GroupCategory> categories{};  ///< The class in the categories of subjects, in the order of the policy.
};

/// Input of of_class().
struct OfClass {
  GroupId division_id{};  ///< A division.
  PeriodId period_id{};   ///< A period by which it goes.
};

}  // namespace ent::report
