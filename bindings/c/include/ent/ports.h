/* What a host may put in the place of the library's own parts, in ent_open_options.
 *
 * A port is a table of functions. It begins with struct_size and version, and grows at its end: a function that lies
 * beyond the table's struct_size, or is NULL where that is said to be allowed, is not there, and the library does
 * without. The table is copied; `self` goes to each of its functions.
 *
 * `destroy`, if not NULL, is called exactly once for each table that is given to ent_portal_open: when the last session
 * of the portal is gone, or before ent_portal_open answers when it fails, whatever it fails for (except for a
 * struct_size that does not reach as far as `destroy`).
 *
 * Functions of a port are called from any thread that calls the library, several at once, never inside a transaction.
 * They must not call the library, throw, or jump out. What they are given is borrowed for the call. */
#ifndef ENT_PORTS_H
#define ENT_PORTS_H

#include "ent/ent.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The only clock that the library reads. */
typedef struct ent_clock_port {
  uint32_t struct_size; /**< sizeof(ent_clock_port) */
  uint32_t version;     /**< 1 */
  void *self;
  void (*destroy)(void *self);
  /** Microseconds since 1970-01-01 UTC. */
  int64_t (*now_us)(void *self);
} ent_clock_port;
#define ENT_CLOCK_PORT_INIT \
  { sizeof(ent_clock_port), 1, NULL, NULL, NULL }

/** The only source of random bytes. */
typedef struct ent_random_port {
  uint32_t struct_size; /**< sizeof(ent_random_port) */
  uint32_t version;     /**< 1 */
  void *self;
  void (*destroy)(void *self);
  /** Fills all of `bytes` with bytes fit for keys, or answers another status than ENT_OK: the call that needed them is
   * then refused with it, reason port.failed. */
  ent_status (*fill)(void *self, void *bytes, size_t size);
} ent_random_port;
#define ENT_RANDOM_PORT_INIT \
  { sizeof(ent_random_port), 1, NULL, NULL, NULL }

enum ent_log_level {
  ENT_LOG_LEVEL_DEBUG = 1,
  ENT_LOG_LEVEL_INFO = 2,
  ENT_LOG_LEVEL_WARNING = 3,
  ENT_LOG_LEVEL_ERROR = 4
};

/** Takes the library's log lines: technical facts, without personal data. */
typedef struct ent_log_port {
  uint32_t struct_size; /**< sizeof(ent_log_port) */
  uint32_t version;     /**< 1 */
  void *self;
  void (*destroy)(void *self);
  /** `level` is an enum ent_log_level; `line` has no line feed. */
  void (*write)(void *self, int32_t level, ent_str line);
} ent_log_port;
#define ENT_LOG_PORT_INIT \
  { sizeof(ent_log_port), 1, NULL, NULL, NULL }

#ifdef __cplusplus
}
#endif

#endif
