/* Where the members of the structs that are written by hand lie: see layout.c. */
#include <stddef.h>

#include "ent/ent.h"
#include "ent/ports.h"

#if UINTPTR_MAX == 0xffffffffffffffffu
#define LIES(type, member, place) _Static_assert(offsetof(type, member) == (place), #type "." #member)

LIES(ent_str, data, 0);
LIES(ent_str, size, 8);
LIES(ent_int32_list, data, 0);
LIES(ent_int32_list, count, 8);
LIES(ent_int32_list, stride, 16);
LIES(ent_int64_list, data, 0);
LIES(ent_int64_list, count, 8);
LIES(ent_int64_list, stride, 16);
LIES(ent_str_list, data, 0);
LIES(ent_str_list, count, 8);
LIES(ent_str_list, stride, 16);

LIES(ent_open_options, struct_size, 0);
LIES(ent_open_options, durability, 4);
LIES(ent_open_options, uri, 8);
LIES(ent_open_options, timezone, 24);
LIES(ent_open_options, busy_timeout_ms, 40);
LIES(ent_open_options, readers, 44);
LIES(ent_open_options, clock, 48);
LIES(ent_open_options, random, 56);
LIES(ent_open_options, log, 64);
LIES(ent_open_options, password_hashes, 72);
LIES(ent_open_options, reserved0, 76);
_Static_assert(sizeof(ent_open_options) >= 80, "ent_open_options");

LIES(ent_call_options, struct_size, 0);
LIES(ent_call_options, reserved0, 4);
LIES(ent_call_options, idempotency_key, 8);
LIES(ent_call_options, if_revision, 24);
LIES(ent_call_options, deadline, 32);
_Static_assert(sizeof(ent_call_options) >= 40, "ent_call_options");

#define PORT_LIES(type, function)     \
  LIES(type, struct_size, 0);         \
  LIES(type, version, 4);             \
  LIES(type, self, 8);                \
  LIES(type, destroy, 16);            \
  LIES(type, function, 24);           \
  _Static_assert(sizeof(type) >= 32, #type)

PORT_LIES(ent_clock_port, now_us);
PORT_LIES(ent_random_port, fill);
PORT_LIES(ent_log_port, write);
#endif

int main(void) { return 0; }
