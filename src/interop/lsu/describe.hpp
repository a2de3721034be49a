#pragma once

#include "ent/lsu.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::lsu {
ENT_RECORD(ClassNumber, 2, division_id, number)
ENT_RECORD(OfReports, 2, period_id, division_ids, left_out_ids, schema_version, unknown_version, draft, incomplete_too, class_numbers,
           publisher, application)
ENT_RECORD(Synthesis, 2, pupil_id, text, exempt_codes, complement_code, complement_degree, language_code, language_degree)
ENT_RECORD(OfCycle, 2, division_ids, cycle, syntheses, left_out_ids, schema_version, unknown_version, class_numbers, publisher,
           application)
ENT_RECORD(Obstacle, 0, reason, field, subject_code, teacher, length, longest, english, french)
ENT_RECORD(PupilLine, 0, pupil, division_id, left_out, obstacles)
ENT_RECORD(Checked, 0, items, ready)
ENT_RECORD(Document, 0, xml, file_name, schema_version, written, kept_back)
}  // namespace ent::lsu
