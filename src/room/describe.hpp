#pragma once

#include "ent/room.hpp"
#include "reflect/describe.hpp"

namespace ent::room {
ENT_WORDS(Kind, ordinary, laboratory, workshop, computers, music, arts, sports, library, study, hall, canteen, other)
ENT_RECORD(View, 0, id, org_id, code, name, kind, capacity, site, valid_from, valid_to, revision)
ENT_RECORD(Add, 3, org_id, code, name, kind, capacity, site, valid_from)
ENT_RECORD(Change, 1, id, code, name, kind, capacity, site, valid_to)
ENT_RECORD(List, 1, org_id, kind, limit, after)
ENT_RECORD(Page, 0, items, next)
}  // namespace ent::room
