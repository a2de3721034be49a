/// What a file is made of: values, and no store behind them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ent/lsu.hpp"
#include "ent/report.hpp"

namespace ent::lsu {

/// The two formats: a file is of one.
enum class Format : std::uint8_t { first_degree, second_degree };

/// What is asked for: reports of a period, or what they say of the end of a cycle.
struct Asked {
  OfReports reports{};
  std::optional<std::int32_t> cycle{};  ///< Which ends; none: the reports of the period are asked for.
};

/// How the file is to be written.
struct Form {
  Format format = Format::second_degree;
  std::string version{};  ///< "7.0".
  bool incomplete_too = false;
  std::string publisher{};
  std::string application{};

  /// Of the second degree: element-programme-refs, and longer codes of divisions, came with 4.0.
  bool before_4() const noexcept { return version == "2.0" || version == "3.0"; }
};

/// Under which codes a subject is known elsewhere; empty: none.
struct SubjectCodes {
  std::string national{};
  std::string short_name{};
};

/// A pupil's report, and what the file says beyond it.
struct Sheet {
  person::Card pupil{};
  GroupId division_id{};
  std::string division_code{};
  std::string class_number{};   ///< Of a primary school; empty: not known.
  std::string number{};         ///< The pupil's; empty: not known.
  Date schooled_since{};
  std::optional<Instant> issued_at{};
  std::string locked_at{};      ///< When it was published, by the clock of the school; empty: it is not.
  std::optional<Decimal> scale = 20;  ///< What averages are out of; none: they are points.
  bool left_out = false;
  std::optional<report::Report> report{};  ///< None: nothing is published. Of the end of a cycle: with that end.
};

/// All of a file.
struct Delivery {
  std::string school_code{};
  Date today{};
  std::optional<std::int32_t> cycle{};  ///< The one that ends; none: the reports are those of a period.
  std::map<std::int64_t, std::string> teacher_numbers{};  ///< By person: "epp:314".
  std::map<std::string, SubjectCodes> subjects{};         ///< By code.
  std::vector<Sheet> sheets{};                            ///< By class and name.

  // What the sheets say together: tell_projects().
  std::map<std::string, std::vector<report::Line>> project_subjects{};  ///< By project of a group: see subjects_of().
  std::map<std::int64_t, std::map<std::string, std::vector<std::string>>> parcours{};  ///< Texts on classes, by division and code.
};

}  // namespace ent::lsu
