#pragma once

#include "ent/lsu.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::lsu {
ENT_RECORD(ClassNumber, 2, division_id, number)
ENT_RECORD(OfReports, 2, period_id, division_ids, left_out_ids, schema_version, unknown_version, draft, incomplete_too, class_numbers,
           publisher, application)
ENT_RECORD(OfCycle, 3, period_id, division_ids, cycle, left_out_ids, schema_version, unknown_version, draft, class_numbers, publisher,
           application)
ENT_RECORD(Obstacle, 0, reason, field, subject_code, teacher, length, longest, english, french)
ENT_RECORD(PupilLine, 0, pupil, division_id, left_out, obstacles)
ENT_RECORD(Checked, 0, items, ready)
ENT_RECORD(Document, 0, xml, file_name, schema_version, written, kept_back)
}  // namespace ent::lsu
