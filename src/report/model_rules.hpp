/// What makes models, projects and ends of cycles well-formed: pure functions.
#pragma once

#include <optional>
#include <vector>

#include "ent/report_model.hpp"
#include "ent/result.hpp"

namespace ent::report {

std::optional<Error> well_formed(const ChooseModel& input);
std::optional<Error> well_formed(const SetProjects& input);
std::optional<Error> well_formed(const CommentProject& input);
std::optional<Error> well_formed(const RecordCycle& input);

/// Without space around texts, and without empty ones.
std::vector<Project> tidy(std::vector<Project> items);

}  // namespace ent::report
