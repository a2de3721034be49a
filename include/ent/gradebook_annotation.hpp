/// A school's own kinds of marks: what may stand in the place of a number, beside the kinds that all schools have.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ent/call.hpp"
#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"

namespace ent::gradebook {

/// How an annotation counts in averages.
enum class AnnotationCounts : std::int32_t {
  left_out = 1,  ///< Neither it nor the coefficient.
  zero = 2,      ///< As 0.
};

/// What a school writes in the place of a mark.
struct Annotation {
  std::string code{};         ///< As it is entered and shown in a grid: 1 to 10 characters, not begun like a number, and no word of another kind.
  std::string label{};        ///< In full: 1 to 60 characters; likewise.
  AnnotationCounts counts{};  ///< How it counts.
};

/// Input of set_annotations().
struct SetAnnotations {
  OrgId org_id{};                       ///< An establishment.
  std::vector<Annotation> items = {};   ///< At most 50, each code once, whatever its case and accents.
};

/// Input of annotations().
struct OfAnnotations {
  OrgId org_id{};  ///< The establishment.
};

/// A school's own kinds of marks.
struct Annotations {
  std::vector<Annotation> items{};  ///< By code.
};

/// Says which kinds of marks a school has of its own, in the place of all that was said. What was entered keeps its code and counts as it
/// did then, be the code taken off the list or said to count otherwise; its label is the last one that was said.
///
/// Permission: subject.manage on the establishment.
/// Errors: invalid_argument (field.range, field.repeated, text.too_short, text.too_long, gradebook.word_taken), not_found
/// (org.not_found). Since 0.1.
Result<Annotations> set_annotations(Session& session, const SetAnnotations& input, const CallOptions& options = {});

/// The kinds of marks that a school has of its own.
///
/// Permission: subject.read on the establishment. Errors: not_found (org.not_found). Since 0.1.
Result<Annotations> annotations(Session& session, const OfAnnotations& input, const CallOptions& options = {});

}  // namespace ent::gradebook
