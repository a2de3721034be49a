/// Any operation by its name, in JSON.
#pragma once

#include <string>
#include <string_view>

#include "ent/result.hpp"
#include "ent/session.hpp"

namespace ent {

/// Runs the operation `domain.function` on a JSON object and answers JSON; see docs/reference.
///
/// Errors: those of the operation, unimplemented (call.unknown_operation), and invalid_argument with the
/// JSON pointer of each member that is unknown, missing, ill-typed or out of range. Since 0.1.
Result<std::string> call(Session& session, std::string_view operation, std::string_view request,
                         const CallOptions& options = {});

/// The same, with the answer's list as CSV for French spreadsheets: UTF-8 with a byte order mark, `;`, CRLF, headings in
/// French. Of a listing with pages, one page.
///
/// Errors: those of call(), invalid_argument (call.no_table: the operation answers no list of records). Since 0.1.
Result<std::string> call_csv(Session& session, std::string_view operation, std::string_view request,
                             const CallOptions& options = {});

}  // namespace ent
