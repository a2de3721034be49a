/// EPI, accompagnement personnalisé and parcours, which reports tell pupil by pupil and the file tells once: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "interop/lsu/facts.hpp"

namespace ent::lsu {

/// Tells the delivery what its reports say of projects together: who teaches their subjects, and what classes do in parcours.
void tell_projects(Delivery& delivery);

/// A project, whoever takes part in it, and that of one group: two reports that say something else of it have two.
std::string key_of_project(const report::ProjectLine& project);
std::string key_of_group(const report::ProjectLine& project);

/// The subjects of a project of a group, each with all who teach it to somebody in the project.
const std::vector<report::Line>& subjects_of(const report::ProjectLine& project, const Delivery& delivery);

/// A parcours, and a text.
struct Parcours {
  std::string code{};
  std::string text{};
};
/// What a report says of the pupil in parcours, each code once; of a group that is not the class with what is said of the group.
std::vector<Parcours> parcours_of(const Sheet& sheet);
/// What is said of the class of a report in parcours.
std::vector<Parcours> parcours_of_class(const Sheet& sheet, const Delivery& delivery);

}  // namespace ent::lsu
