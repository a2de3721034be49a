/// What a school of the example is to be: its classes, its subjects and who works there. school.hpp makes it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/org.hpp"
#include "ent/profile.hpp"
#include "words.hpp"

namespace academy {

struct LevelPlan {
  std::string level;     ///< "5EME".
  std::int32_t pupils;
  std::int32_t born;     ///< Year of birth of most of them.
};

struct DivisionPlan {
  std::string code;               ///< "5A".
  std::string name;               ///< "Cinquième A".
  std::vector<LevelPlan> levels;  ///< Several in a class of several levels.
  std::vector<Name> by_hand = {}; ///< The first pupils of the first level; their families are made by hand too.
};

struct SubjectPlan {
  const char* code;      ///< As services and timetables name it.
  const char* name;
  const char* national;  ///< Code of the national nomenclature.
  const char* colour;
  std::int32_t hours;    ///< A week.
};

struct PostPlan {
  ent::Profile profile;
  std::optional<ent::Function> function;
  std::optional<Name> name;  ///< None: it is drawn.
};

/// A lesson whose place is not left to the generator: period 2 is the third of the day.
struct FixedLesson {
  std::string division;
  std::string subject;
  std::int32_t weekday;
  std::int32_t period;
};

struct SchoolPlan {
  std::string uai;
  std::string name;
  std::string nature;
  std::string town;
  ent::org::Degree degree;
  std::vector<DivisionPlan> divisions;
  std::span<const SubjectPlan> subjects;              ///< None in the first degree: a teacher for each class.
  std::vector<PostPlan> posts;                        ///< The head first; teachers of classes and subjects are added.
  std::vector<std::pair<std::string, Name>> teachers = {};  ///< Of a subject, or of a class of the first degree: the first one.
  std::vector<FixedLesson> fixed = {};
  std::vector<std::pair<std::string, ent::Date>> periods = {};  ///< Name and last day, from the first of September on.
  bool at_home = true;          ///< Families have addresses and telephones.
  bool all_accounts = false;    ///< Pupils and guardians have accounts from the beginning.
};

/// The UAI code of a number of seven digits, with its letter.
std::string uai_of(std::int32_t number);

/// The five schools of the demo academy. docs/demarrage.md tells about them.
std::vector<SchoolPlan> demo_plans();
/// A collège of 550 pupils in 20 classes.
SchoolPlan large_college(std::int32_t number);
/// A school of two classes and 135 people in all: 49 pupils, 83 adults, 3 who teach.
SchoolPlan small_school(std::int32_t number);

}  // namespace academy
