#include "plan.hpp"

namespace academy {

using namespace std::chrono_literals;
using ent::Function;
using ent::Profile;

namespace {

constexpr SubjectPlan of_college[] = {
    {"FRANCAIS", "Français", "020700", "#1F77B4", 4},
    {"MATHS", "Mathématiques", "061300", "#D62728", 4},
    {"HIST-GEO", "Histoire-géographie", "043700", "#8C564B", 3},
    {"ANGLAIS", "Anglais", "030201", "#9467BD", 3},
    {"ESPAGNOL", "Espagnol", "030602", "#FF7F0E", 2},
    {"SVT", "Sciences de la vie et de la Terre", "062900", "#2CA02C", 2},
    {"PHYSIQUE", "Physique-chimie", "062300", "#17BECF", 2},
    {"TECHNO", "Technologie", "070800", "#7F7F7F", 2},
    {"ARTS", "Arts plastiques", "090100", "#E377C2", 1},
    {"MUSIQUE", "Éducation musicale", "081300", "#BCBD22", 1},
    {"EPS", "Éducation physique et sportive", "100100", "#AEC7E8", 3}};

constexpr SubjectPlan of_lycee[] = {
    {"FRANCAIS", "Français", "020700", "#1F77B4", 4},
    {"MATHS", "Mathématiques", "061300", "#D62728", 4},
    {"HIST-GEO", "Histoire-géographie", "043700", "#8C564B", 3},
    {"ANGLAIS", "Anglais", "030201", "#9467BD", 3},
    {"ESPAGNOL", "Espagnol", "030602", "#FF7F0E", 3},
    {"SVT", "Sciences de la vie et de la Terre", "062900", "#2CA02C", 2},
    {"PHYSIQUE", "Physique-chimie", "062300", "#17BECF", 3},
    {"SES", "Sciences économiques et sociales", "043600", "#7F7F7F", 2},
    {"EPS", "Éducation physique et sportive", "100100", "#AEC7E8", 2}};

std::vector<std::pair<std::string, ent::Date>> trimesters() {
  return {{"1er trimestre", 2026y / 11 / 30}, {"2e trimestre", 2027y / 3 / 12}, {"3e trimestre", 2027y / 7 / 2}};
}
std::vector<std::pair<std::string, ent::Date>> semesters() {
  return {{"1er semestre", 2027y / 1 / 29}, {"2e semestre", 2027y / 7 / 2}};
}

/// What is odd about names stands in one class: a list that shows it well shows all well.
std::vector<Name> odd_names() {
  return {{"Y", "Lin", true},
          {"de La Roche-Ferrière d'Hautecombe et de Montbrun-Sainte-Colombe", "Marie-Anne-Éléonore", true},
          {"=SOMME(A1:A9)", "Zoé", true},
          {"O'Brannec", "Maël", false},
          {"Morel", "Camille", true},
          {"Morel", "Camille", true}};
}

SchoolPlan college() {
  return {.uai = "0990001N",
          .name = "Collège Ada-Lovelace",
          .nature = "340",
          .town = "Montbrune",
          .degree = ent::org::Degree::second,
          .divisions = {{"6A", "Sixième A", {{"6EME", 24, 2015}}, odd_names()},
                        {"5A", "Cinquième A", {{"5EME", 24, 2014}},
                         {{"Bérard", "Inès", true},
                          {"Garnier", "Noé", false},
                          {"Colin", "Sacha", false},
                          {"Kermarec", "Zoé", true},
                          {"Quéré", "Malo", false},
                          {"d'Aubrac", "Jeanne", true}}},
                        {"4A", "Quatrième A", {{"4EME", 24, 2013}}},
                        {"3A", "Troisième A", {{"3EME", 24, 2012}}}},
          .subjects = of_college,
          .posts = {{Profile::head, {}, Name{"Roche", "Alix", true}},
                    {Profile::school_life, Function::cpe, Name{"Martin", "Paul", false}},
                    {Profile::school_life, Function::aed, {}},
                    {Profile::office, Function::secretary, {}},
                    {Profile::office, Function::technician, {}},
                    {Profile::librarian, {}, {}}},
          .teachers = {{"MATHS", {"Durand", "Hélène", true}}, {"ESPAGNOL", {"Oriol", "Mireille", true}}},
          .fixed = {{"5A", "MATHS", 5, 2}, {"4A", "ESPAGNOL", 2, 2}},
          .periods = trimesters()};
}

SchoolPlan lycee() {
  return {.uai = "0990002P",
          .name = "Lycée Émile-Argand",
          .nature = "302",
          .town = "Montbrune",
          .degree = ent::org::Degree::second,
          .divisions = {{"2A", "Seconde A", {{"2NDE", 30, 2011}}}, {"1A", "Première A", {{"1ERE", 30, 2010}}}},
          .subjects = of_lycee,
          .posts = {{Profile::head, {}, {}}, {Profile::school_life, Function::cpe, {}}, {Profile::office, Function::secretary, {}}},
          .teachers = {{"ESPAGNOL", {"Oriol", "Mireille", true}}},
          .fixed = {{"2A", "ESPAGNOL", 2, 2}},
          .periods = semesters()};
}

SchoolPlan tilleuls() {
  return {.uai = "0990003R",
          .name = "École élémentaire Les Tilleuls",
          .nature = "151",
          .town = "Clairval",
          .degree = ent::org::Degree::first,
          .divisions = {{"CP", "CP", {{"CP", 20, 2020}}},
                        {"CE1", "CE1", {{"CE1", 20, 2019}}},
                        {"CE2", "CE2", {{"CE2", 20, 2018}}},
                        {"CM1", "CM1", {{"CM1", 20, 2017}}, {{"Bérard", "Tom", false}}},
                        {"CM2", "CM2", {{"CM2", 20, 2016}}, {{"Vasseur", "Lina", true}}}},
          .subjects = {},
          .posts = {{Profile::head, Function::school_director, Name{"Petit", "Nadia", true}}, {Profile::teacher, {}, {}}},
          .periods = trimesters()};
}

SchoolPlan lilas() {
  return {.uai = "0990004S",
          .name = "École maternelle Les Lilas",
          .nature = "101",
          .town = "Clairval",
          .degree = ent::org::Degree::first,
          .divisions = {{"PS", "Petite section", {{"PS", 20, 2023}}},
                        {"MS", "Moyenne section", {{"MS", 20, 2022}}},
                        {"GS", "Grande section", {{"GS", 20, 2021}}, {{"Petit", "Lou", true}}}},
          .subjects = {},
          .posts = {{Profile::head, Function::school_director, {}}, {Profile::office, Function::atsem, {}}},
          .periods = trimesters()};
}

SchoolPlan moulin() {
  return {.uai = "0990005T",
          .name = "École primaire Le Moulin",
          .nature = "151",
          .town = "Clairval",
          .degree = ent::org::Degree::first,
          .divisions = {{"GS-CE1", "GS-CP-CE1", {{"GS", 6, 2021}, {"CP", 6, 2020}, {"CE1", 6, 2019}}},
                        {"CE2-CM2", "CE2-CM1-CM2", {{"CE2", 7, 2018}, {"CM1", 7, 2017}, {"CM2", 8, 2016}}}},
          .subjects = {},
          .posts = {{Profile::head, Function::school_director, {}}},
          .periods = trimesters()};
}

}  // namespace

std::string uai_of(std::int32_t number) {
  static constexpr char letters[] = "ABCDEFGHJKLMNPRSTUVWXYZ";
  const std::string digits = std::to_string(number);
  return std::string(7 - digits.size(), '0') + digits + letters[number % 23];
}

std::vector<SchoolPlan> demo_plans() { return {college(), lycee(), tilleuls(), lilas(), moulin()}; }

SchoolPlan large_college(std::int32_t number) {
  SchoolPlan plan{.uai = uai_of(9'910'000 + number),
                  .name = "Collège de " + town(number),
                  .nature = "340",
                  .town = town(number),
                  .degree = ent::org::Degree::second,
                  .divisions = {},
                  .subjects = of_college,
                  .posts = {{Profile::head, {}, {}},
                            {Profile::head, Function::deputy_head, {}},
                            {Profile::school_life, Function::cpe, {}},
                            {Profile::school_life, Function::aed, {}},
                            {Profile::office, Function::secretary, {}},
                            {Profile::librarian, {}, {}}},
                  .periods = trimesters(),
                  .at_home = false};
  static constexpr const char* names[] = {"Sixième", "Cinquième", "Quatrième", "Troisième"};
  for (std::int32_t level = 0; level < 4; ++level) {
    for (std::int32_t letter = 0; letter < 5; ++letter) {
      const std::string digit = std::to_string(6 - level), sign(1, static_cast<char>('A' + letter));
      plan.divisions.push_back(
          {digit + sign, std::string(names[level]) + " " + sign, {{digit + "EME", letter % 2 ? 28 : 27, 2015 - level}}});
    }
  }
  for (std::size_t i = 0; i < 10; i += 5) plan.divisions[i].levels[0].pupils += 1;  // 550 in all
  return plan;
}

SchoolPlan small_school(std::int32_t number) {
  return {.uai = uai_of(9'920'000 + number),
          .name = "École de " + town(number),
          .nature = "151",
          .town = town(number),
          .degree = ent::org::Degree::first,
          .divisions = {{"CP-CE1", "CP-CE1", {{"CP", 12, 2020}, {"CE1", 12, 2019}}},
                        {"CE2-CM2", "CE2-CM1-CM2", {{"CE2", 8, 2018}, {"CM1", 8, 2017}, {"CM2", 9, 2016}}}},
          .subjects = {},
          .posts = {{Profile::head, Function::school_director, {}}},
          .periods = {},
          .at_home = false,
          .all_accounts = true};
}

}  // namespace academy
