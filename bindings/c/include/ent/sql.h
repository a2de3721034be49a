/* The SQL port in C: what the library asks of a store, for hosts that see, count or route its statements. It is the
 * interface of ent/store.hpp as tables of functions; docs/sql-port.md says what a connection promises.
 *
 * ent_sql_open fills a table with the library's own store. A host copies it, puts its own functions in front of those
 * that it wants to see, hands all others on, and opens a portal on the result (ent_open_options.store).
 *
 * `self` is the store, any thread; a connection is used by one thread at a time, and a cursor by that of its connection.
 * A function answers 0, or an enum ent_sql_fault, which decides what becomes of the call. What a function is given is
 * borrowed for its length, but for the text of a statement: its address names it as long as the library is loaded.
 * No function may call the library, throw, or jump out. */
#ifndef ENT_SQL_H
#define ENT_SQL_H

#include "ent/ent.h"

#ifdef __cplusplus
extern "C" {
#endif

enum ent_sql_engine { ENT_SQL_SQLITE = 1, ENT_SQL_POSTGRES = 2 };
enum ent_sql_role { ENT_SQL_READER = 1, ENT_SQL_WRITER = 2 };

/** Why a function of the port failed. */
enum ent_sql_fault {
  ENT_SQL_CONFLICT = 1,    /**< Serialisation failure or deadlock: the work is done again. */
  ENT_SQL_BUSY = 2,        /**< Locked for longer than the busy timeout, or the server is away. */
  ENT_SQL_FULL = 3,        /**< No space left. */
  ENT_SQL_MEMORY = 4,      /**< No memory. */
  ENT_SQL_IO = 5,          /**< A read, write or sync failed; the connection is not to be used again. */
  ENT_SQL_CORRUPT = 6,     /**< The store is damaged, or is no store of the library's. */
  ENT_SQL_NEWER = 7,       /**< The store's schema is newer than the library. */
  ENT_SQL_INTERRUPTED = 8, /**< Stopped on purpose. */
  ENT_SQL_BUG = 9          /**< Any other: a constraint, a bad text. */
};

/** One statement, a constant of the library, which never holds a value. Parameters are $1..$n. EACH, EACH_TEXT, ITEM,
 * ITEM_TEXT and PACKED stand for what the engines write differently; see docs/sql.md. */
typedef struct ent_sql_text {
  const char *text;
  const char *postgres; /**< Where one text cannot serve both engines, taken as it is; else NULL. */
} ent_sql_text;

enum ent_sql_kind {
  ENT_SQL_NULL = 1,
  ENT_SQL_INTEGER = 2,
  ENT_SQL_TEXT = 3,
  ENT_SQL_BYTES = 4,
  ENT_SQL_INTEGERS = 5, /**< A list, for EACH or ITEM. */
  ENT_SQL_TEXTS = 6     /**< Likewise. */
};

/** An argument of a statement. It may be personal data or a digest, and does not belong in a log. */
typedef struct ent_sql_arg {
  int32_t kind;       /**< enum ent_sql_kind */
  uint32_t reserved0; /**< 0 */
  int64_t integer;    /**< Of ENT_SQL_INTEGER. */
  const void *data;   /**< char, bytes, int64_t or ent_str, as the kind says. */
  size_t size;        /**< Characters, bytes or elements. */
} ent_sql_arg;

/** A store. All functions must be there, except those that may be NULL. */
typedef struct ent_sql_port {
  uint32_t struct_size; /**< sizeof(ent_sql_port) */
  uint32_t version;     /**< 1 */
  void *self;
  /** Called once, as for the other ports (ent/ports.h); all connections have been given back by then. */
  void (*destroy)(void *self);

  /** An enum ent_sql_engine, always the same. */
  int32_t (*engine)(void *self);
  /** 1: writers take turns, so that commits are made in groups (SQLite); 0: not (PostgreSQL). Always the same. */
  int32_t (*one_writer)(void *self);
  /** Makes a connection for an enum ent_sql_role. */
  int32_t (*connect)(void *self, int32_t role, void **connection);
  void (*disconnect)(void *self, void *connection);
  /** What the last failure of a connection was, for logs: without argument values. May be NULL, and answer NULL. */
  const char *(*detail)(void *connection);

  /** The first of `count` fresh numbers of `sequence` in `org`, within the transaction of a writer or outside of it. */
  int32_t (*take_numbers)(void *self, void *connection, int64_t org, ent_str sequence, int64_t count, int64_t *first);
  /** Looks whether the store is sound, `full` or quickly, and hands each problem to `take`. `go_on` answers 0 to stop it
   * (ENT_SQL_INTERRUPTED). May be NULL: the engine has its own tool for it. */
  int32_t (*check)(void *self, int32_t full, void *taker, void (*take)(void *taker, ent_str line),
                   int32_t (*go_on)(void *taker, int64_t done, int64_t total));
  /** Copies the store as it is at one instant to the file `path`; one that is there gives way if `replace`. Stopped as a
   * check is. May be NULL. */
  int32_t (*backup)(void *self, ent_str path, int32_t replace, void *taker,
                    int32_t (*go_on)(void *taker, int64_t done, int64_t total));

  /** Runs a statement that answers rows; it may be sent now and waited for at the first next(). What of `args` is needed
   * later is copied. */
  int32_t (*query)(void *connection, const ent_sql_text *text, const ent_sql_arg *args, size_t count, void **cursor);
  /** Runs a statement; it may be queued, and then fails at the next query or at commit. */
  int32_t (*exec)(void *connection, const ent_sql_text *text, const ent_sql_arg *args, size_t count);
  /** Once for each element of the lists among `args`, which have equal sizes; scalars stay. */
  int32_t (*exec_each)(void *connection, const ent_sql_text *text, const ent_sql_arg *args, size_t count);
  /** Several statements without arguments, in the words of the library's own DDL. */
  int32_t (*script)(void *connection, ent_str ddl);

  int32_t (*begin_read)(void *connection);
  int32_t (*begin_write)(void *connection);
  int32_t (*commit)(void *connection);
  void (*rollback)(void *connection);
  int32_t (*savepoint)(void *connection);
  int32_t (*release)(void *connection);
  int32_t (*rollback_to)(void *connection);
  /** 1 while the transaction that was begun is there: an engine may drop it on its own. */
  int32_t (*in_transaction)(void *connection);
  /** 0 once an I/O error or a lost server has made the connection unfit for use. */
  int32_t (*usable)(void *connection);

  /** Goes to the next row; *more is 0 at the end. */
  int32_t (*next)(void *cursor, int32_t *more);
  /** Columns count from 0. */
  int32_t (*is_null)(void *cursor, int32_t column, int32_t *out);
  int32_t (*integer)(void *cursor, int32_t column, int64_t *out); /**< 0 for null. */
  int32_t (*text)(void *cursor, int32_t column, ent_str *out);    /**< Size 0 for null; valid until next(). */
  int32_t (*bytes)(void *cursor, int32_t column, ent_str *out);   /**< Likewise. */
  void (*done)(void *cursor);                                     /**< Gives the cursor back. */
} ent_sql_port;

/** The library's own store at `uri`, which is read as ent_portal_open reads it, without a look at its schema. Fills
 * *port, whose `destroy` gives it back; a host that hands its own table to ent_portal_open calls it from its own `destroy`.
 * `durability` and `busy_timeout_ms` as in ent_open_options. `size` is the caller's sizeof(ent_sql_port).
 * Errors: invalid_argument (argument.null, struct.size, field.word, field.range), unavailable (store.busy, store.io), data_loss
 * (store.corrupt), unimplemented (store.no_engine). Threads: any. */
ENT_API ENT_CHECK ent_status ent_sql_open(ent_str uri, int32_t durability, int32_t busy_timeout_ms, ent_sql_port *port,
                                          size_t size, ent_error **err);

#ifdef __cplusplus
}
#endif

#endif
