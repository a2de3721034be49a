/// The files of one delivery in a folder, as its manifest says.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "ent/result.hpp"
#include "interop/notes.hpp"
#include "interop/oneroster/tables.hpp"

namespace ent::interop::oneroster {

struct File {
  std::string path{};
  std::string name{};
  std::int32_t number = -1;  ///< In the notes.
  std::int64_t bytes = 0;
};

struct Delivery {
  std::array<std::optional<File>, count_of_data> files{};  ///< By Data; none: not delivered.
  std::string system_code{};  ///< Of what wrote it; may be empty.
  bool broken = false;        ///< It cannot be trusted, or is of a kind that is not read; the notes say why.

  const std::optional<File>& file(Data data) const { return files[static_cast<std::size_t>(data)]; }
};

/// Errors: invalid_argument (import.no_files: there is no manifest), unavailable (import.unreadable).
Result<Delivery> find_delivery(const std::string& folder, Notes& notes);

}  // namespace ent::interop::oneroster
