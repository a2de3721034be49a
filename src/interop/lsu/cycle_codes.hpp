/// The codes that reports of the end of a cycle are made of.
#pragma once

#include <array>
#include <string_view>

namespace ent::lsu {

/// The eight components of the socle, in the order of the national form.
inline constexpr std::array<std::string_view, 8> components{"CPD_FRA", "CPD_ETR", "CPD_SCI", "CPD_ART",
                                                            "MET_APP", "FRM_CIT", "SYS_NAT", "REP_MND"};
inline constexpr std::string_view no_code = "AUC";  ///< Aucun.
inline constexpr std::array<std::string_view, 8> complements{no_code, "LCA", "LCE", "LCR", "CHK", "PRO", "LSF", "LVE"};
inline constexpr std::array<std::string_view, 14> languages{no_code, "BAQ", "BRE", "CAT", "COS", "CPF", "FUD",
                                                            "GAL",   "GSW", "MEL", "MOL", "OCI", "TAH", "WLS"};

}  // namespace ent::lsu
