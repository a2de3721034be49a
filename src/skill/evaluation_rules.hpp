/// What makes evaluations and their entries well-formed: pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ent/skill.hpp"

namespace ent::skill {

std::optional<Error> well_formed(const AddEvaluation& input);
std::optional<Error> well_formed(const ChangeEvaluation& input, const Evaluation& standing);
/// Whether the entries can be levels of an evaluation by a scale of `levels`; whose they are is not looked at.
std::optional<Error> well_formed(const EnterLevels& input, const Evaluation& evaluation, std::size_t levels);

/// What an entry puts in the place of what stands.
LevelKind kind_of(const Entry& entry) noexcept;

/// A text that may be left out, and is if it is empty.
std::optional<std::string> said(const std::optional<std::string>& text);

}  // namespace ent::skill
