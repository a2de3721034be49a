/// A school's own kinds of marks: pure functions.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ent/gradebook.hpp"

namespace ent::gradebook {

std::optional<Error> well_formed(const SetAnnotations& input);

/// Without space around texts, by code.
std::vector<Annotation> tidy(std::vector<Annotation> items);

/// The one whose code, or else whose label, was typed, whatever case and accents; none: none of them.
const Annotation* annotation_typed(std::span<const Annotation> annotations, std::string_view text);

/// As a kind of mark.
MarkKind kind_of(const Annotation& annotation) noexcept;

}  // namespace ent::gradebook
