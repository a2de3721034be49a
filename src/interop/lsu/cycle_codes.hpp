/// Codes of reports of the end of a cycle that the reports themselves do not know; those of the socle and of complements are theirs.
#pragma once

#include <array>
#include <string_view>

namespace ent::lsu {

inline constexpr std::string_view no_code = "AUC";  ///< Aucun.
inline constexpr std::array<std::string_view, 13> languages{"BAQ", "BRE", "CAT", "COS", "CPF", "FUD", "GAL",
                                                            "GSW", "MEL", "MOL", "OCI", "TAH", "WLS"};

}  // namespace ent::lsu
