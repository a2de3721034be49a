#include "room/schema.hpp"

namespace ent::room {

const char* const schema = R"(
CREATE TABLE room (
  org INT NOT NULL, room INT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, folded_name TEXT NOT NULL, kind INT NOT NULL,
  capacity INT, site TEXT, valid_from INT NOT NULL, valid_to INT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, room)
) BY_ORG;
CREATE INDEX room_name ON room (org, folded_name, room);
CREATE INDEX room_code ON room (org, code, valid_to);
)";

namespace {

constexpr store::Invariant rules[] = {
    {"room: its unit is there",
     {"SELECT count(*) FROM room x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.org) "
     "-- scans: a check reads all"}},
    {"room: a period does not end before it begins",
     {"SELECT count(*) FROM room WHERE valid_to < valid_from -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::room
