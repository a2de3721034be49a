#include "interop/lsu/projects.hpp"

#include <algorithm>

#include "base/joined.hpp"
#include "interop/lsu/values.hpp"

namespace ent::lsu {
namespace {

using report::ProjectKind;
using report::ProjectLine;

constexpr char between = '\x1f';  ///< No text that can be written has it.

void add_teachers(std::vector<person::Card>& known, const std::vector<person::Card>& more) {
  for (const person::Card& teacher : more) {
    if (std::ranges::find(known, teacher.id, &person::Card::id) == known.end()) known.push_back(teacher);
  }
}

/// The subjects of a project by themselves, as nobody teaches them.
std::vector<report::Line> subjects_alone(const ProjectLine& project) {
  std::vector<report::Line> lines;
  for (std::size_t i = 0; i < project.subject_codes.size(); ++i) {
    report::Line& line = lines.emplace_back();
    line.subject_code = project.subject_codes[i];
    line.name = i < project.subjects.size() ? project.subjects[i] : project.subject_codes[i];
    line.mode = gradebook::SubjectMode::ordinary;
  }
  return lines;
}

/// How a report names a subject, and who teaches it to its pupil.
void take_lines(std::vector<report::Line>& subjects, const report::Report& report) {
  for (report::Line& subject : subjects) {
    const auto taught = std::ranges::find(report.lines, subject.subject_code, &report::Line::subject_code);
    if (taught == report.lines.end()) continue;
    if (subject.teachers.empty()) {
      subject.name = taught->name;
      subject.mode = taught->mode;
    }
    add_teachers(subject.teachers, taught->teachers);
  }
}

/// Adds a text as a line of its own, where it says something that is not there yet.
void add_line(std::vector<std::string>& lines, const std::optional<std::string>& text) {
  if (says_something(text) && std::ranges::find(lines, *text) == lines.end()) lines.push_back(*text);
}

/// What is done in it and what is said of the group; where nothing is, its name says what is done.
void add_group(std::vector<std::string>& lines, const ProjectLine& project) {
  if (!says_something(project.description) && !says_something(project.group_comment)) add_line(lines, project.name);
  add_line(lines, project.description);
  add_line(lines, project.group_comment);
}

std::vector<Parcours> in_order(const std::map<std::string, std::vector<std::string>>& by_code) {
  std::vector<Parcours> found;
  for (const auto& [code, lines] : by_code) {
    if (!lines.empty()) found.push_back({code, base::joined(lines)});
  }
  return found;
}

}  // namespace

void tell_projects(Delivery& delivery) {
  for (const Sheet& sheet : delivery.sheets) {
    if (!sheet.report) continue;
    for (const ProjectLine& project : sheet.report->projects) {
      if (project.kind != ProjectKind::parcours) {
        auto& subjects = delivery.project_subjects.try_emplace(key_of_group(project), subjects_alone(project)).first->second;
        take_lines(subjects, *sheet.report);
      } else if (project.group_id == sheet.division_id) {
        add_group(delivery.parcours[sheet.division_id.value][project.theme.value_or("")], project);
      }
    }
  }
}

std::string key_of_project(const ProjectLine& project) {
  std::string key = std::to_string(static_cast<int>(project.kind));
  for (const std::string& text : {project.name, project.theme.value_or(""), project.description.value_or("")}) key.append(1, between).append(text);
  for (const std::string& code : project.subject_codes) key.append(1, between).append(code);
  return key;
}

std::string key_of_group(const ProjectLine& project) {
  std::string key = std::to_string(project.group_id.value);
  for (const std::string& text : {project.code, key_of_project(project), project.group_comment.value_or("")}) key.append(1, between).append(text);
  return key;
}

const std::vector<report::Line>& subjects_of(const ProjectLine& project, const Delivery& delivery) {
  return delivery.project_subjects.at(key_of_group(project));
}

std::vector<Parcours> parcours_of(const Sheet& sheet) {
  std::map<std::string, std::vector<std::string>> by_code;
  for (const ProjectLine& project : sheet.report->projects) {
    if (project.kind != ProjectKind::parcours) continue;
    std::vector<std::string>& lines = by_code[project.theme.value_or("")];
    if (project.group_id != sheet.division_id) add_group(lines, project);
    add_line(lines, project.comment);
  }
  return in_order(by_code);
}

std::vector<Parcours> parcours_of_class(const Sheet& sheet, const Delivery& delivery) {
  const auto known = delivery.parcours.find(sheet.division_id.value);
  return known == delivery.parcours.end() ? std::vector<Parcours>{} : in_order(known->second);
}

}  // namespace ent::lsu
