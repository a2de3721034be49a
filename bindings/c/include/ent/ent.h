/* The C API of ent: portals, sessions, calls, answers, errors. The operations are in ent/ops.h.
 *
 * Rules for all functions
 *   Ownership  What comes out through `out`, `doc` or `err` is the caller's, to be given to its ..._free; all that goes
 *              in is borrowed for the length of the call. On entry these places are set to NULL; NULL itself is allowed
 *              for `doc` and `err`. Every ..._free and ..._close takes NULL.
 *   Errors     The answer is ENT_OK or the code of the error that *err then holds. A NULL where something must be given
 *              is ENT_ERR_INVALID_ARGUMENT, reason "argument.null". Nothing is thrown, and nothing aborts.
 *   Handles    `close` ends what a handle stands for, `free` gives back its memory (and closes it before). A closed
 *              handle answers ENT_ERR_FAILED_PRECONDITION, reason "closed". The order of closing is free.
 *   Threads    Portal: any. Session: one at a time. Answer, error: immutable, so any.
 *   Text       UTF-8 with its size; what the library gives out has a NUL behind it too. Dates are days since 1970-01-01,
 *              instants microseconds since 1970-01-01 UTC, times of day minutes since midnight, decimals millionths
 *              (14.5 is 14500000), truth is 0 or 1.
 *   Structs    Those with `struct_size` are made by their ..._INIT macro or ..._init function and grow at their end:
 *              a program goes on working with a newer library. Members named reservedN are 0. No word of an
 *              enumeration is 0.
 * Everything here is since 0.1 where nothing else is said. */
#ifndef ENT_ENT_H
#define ENT_ENT_H

#include <stddef.h>
#include <stdint.h>

#define ENT_VERSION_MAJOR 0
#define ENT_VERSION_MINOR 1
#define ENT_VERSION_PATCH 0
#define ENT_VERSION "0.1.0"

#if defined(__GNUC__)
#define ENT_API __attribute__((visibility("default")))
#define ENT_CHECK __attribute__((warn_unused_result))
#else
#define ENT_API
#define ENT_CHECK
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What a function answers: ENT_OK or one of ENT_ERR_... Newer libraries may answer others. */
typedef int32_t ent_status;
enum {
  ENT_OK = 0,
  ENT_ERR_INVALID_ARGUMENT = 1,    /**< An input is wrong; the fields of the error say which. */
  ENT_ERR_UNAUTHENTICATED = 2,     /**< Nobody is signed in, or the session has ended. */
  ENT_ERR_PERMISSION_DENIED = 3,   /**< The actor may know of the target but may not do this. */
  ENT_ERR_NOT_FOUND = 4,           /**< No such thing, or the actor may not know of it. */
  ENT_ERR_ALREADY_EXISTS = 5,      /**< The thing to be made is there already. */
  ENT_ERR_CONFLICT = 6,            /**< Somebody else was first; read again, then decide. */
  ENT_ERR_FAILED_PRECONDITION = 7, /**< The state does not allow it now; a retry alone will not help. */
  ENT_ERR_RESOURCE_EXHAUSTED = 8,  /**< Memory, disk or a quota is used up. */
  ENT_ERR_UNAVAILABLE = 9,         /**< The store can't answer now; a retry may help. */
  ENT_ERR_CANCELLED = 10,          /**< The caller stopped it. */
  ENT_ERR_TIMED_OUT = 11,          /**< The deadline passed before the work began; nothing was done. */
  ENT_ERR_UNIMPLEMENTED = 12,      /**< This engine or build does not have it. */
  ENT_ERR_DATA_LOSS = 13,          /**< The store is damaged. */
  ENT_ERR_INTERNAL = 14            /**< A defect of the library. */
};

typedef struct ent_portal ent_portal;   /**< one open ENT; any thread */
typedef struct ent_session ent_session; /**< one person, or the host, at work in it; one thread at a time */
typedef struct ent_doc ent_doc;         /**< an answer; immutable */
typedef struct ent_error ent_error;     /**< why there is none; immutable */

/** Text. NULL data is no text; NULL data with a size is refused. */
typedef struct ent_str {
  const char *data;
  size_t size; /**< bytes, without a NUL */
} ent_str;
/** An ent_str of a literal, as an initialiser: ent_str name = ENT_STR("Jules Verne"); */
#define ENT_STR(literal) \
  { "" literal, sizeof(literal) - 1 }

/** Lists of scalars; those of structs are in ent/ops.h. `stride` is the distance of two items in bytes. */
typedef struct ent_int32_list {
  const int32_t *data;
  size_t count;
  size_t stride;
} ent_int32_list;
typedef struct ent_int64_list {
  const int64_t *data;
  size_t count;
  size_t stride;
} ent_int64_list;
typedef struct ent_str_list {
  const ent_str *data;
  size_t count;
  size_t stride;
} ent_str_list;
/** A list of the first `n` items of an array, as an initialiser. */
#define ENT_LIST(array, n) \
  { (array), (n), sizeof *(array) }

/** The version of the library that runs, "0.1.0"; ENT_VERSION is that of the header. */
ENT_API const char *ent_version(void);

/* ---- Errors ---- */

/** The code, the same as the answer of the call; ENT_OK of NULL. */
ENT_API ent_status ent_error_code(const ent_error *err);
/** The stable token, "org.code_taken", of docs/errors.md; "" of NULL. Lives as long as the error. */
ENT_API const char *ent_error_reason(const ent_error *err);
/** One line in English, for logs; "" of NULL. Lives as long as the error. */
ENT_API const char *ent_error_message(const ent_error *err);
/** How many inputs were rejected. */
ENT_API size_t ent_error_field_count(const ent_error *err);
/** JSON pointer of a rejected input, "/members/3"; NULL when there are not so many. Lives as long as the error. */
ENT_API const char *ent_error_field_path(const ent_error *err, size_t index);
/** Why it was rejected; NULL when there are not so many. Lives as long as the error. */
ENT_API const char *ent_error_field_reason(const ent_error *err, size_t index);
/** The text for people of the error, in `language` "fr" or else English; "" of NULL. Lives as long as the error. */
ENT_API const char *ent_error_text(const ent_error *err, const char *language);
/** The text for people of any reason, so of a rejected input's; the reason itself when it has none, "" of NULL. */
ENT_API const char *ent_reason_text(const char *reason, const char *language);
ENT_API void ent_error_free(ent_error *err);

/* ---- Answers ----
 * `pointer` is a JSON pointer (RFC 6901): "" is the whole, "/items/3/name" a name. A getter answers ENT_OK and fills
 * *out, or leaves *out alone and answers ENT_ERR_NOT_FOUND (nothing lies there: no such member, no such item, an
 * optional that is absent) or ENT_ERR_INVALID_ARGUMENT (of another type, no pointer, or NULL). */

/** A number or an id; of a word of an enumeration, its number. */
ENT_API ENT_CHECK ent_status ent_doc_int64(const ent_doc *doc, const char *pointer, int64_t *out);
/** A text or a word. Lives as long as the answer. */
ENT_API ENT_CHECK ent_status ent_doc_str(const ent_doc *doc, const char *pointer, ent_str *out);
ENT_API ENT_CHECK ent_status ent_doc_bool(const ent_doc *doc, const char *pointer, int32_t *out);
/** Days since 1970-01-01. */
ENT_API ENT_CHECK ent_status ent_doc_date(const ent_doc *doc, const char *pointer, int32_t *out);
/** Microseconds since 1970-01-01 UTC. */
ENT_API ENT_CHECK ent_status ent_doc_time(const ent_doc *doc, const char *pointer, int32_t *out);
ENT_API ENT_CHECK ent_status ent_doc_instant(const ent_doc *doc, const char *pointer, int64_t *out);
ENT_API ENT_CHECK ent_status ent_doc_decimal(const ent_doc *doc, const char *pointer, int64_t *out);
/** The items of a list. */
ENT_API ENT_CHECK ent_status ent_doc_count(const ent_doc *doc, const char *pointer, size_t *out);
/** 1 for an optional that is absent, 0 for everything that is there. */
ENT_API ENT_CHECK ent_status ent_doc_is_null(const ent_doc *doc, const char *pointer, int32_t *out);
/** The JSON text of the whole or of a part; "null" for an optional that is absent. Made at the first time of asking, so
 * ENT_ERR_RESOURCE_EXHAUSTED is possible. Lives as long as the answer. */
ENT_API ENT_CHECK ent_status ent_doc_json(const ent_doc *doc, const char *pointer, ent_str *out);
/** A list of records as CSV for French spreadsheets: UTF-8 with a byte order mark, `;`, CRLF, headings in French. Made at
 * the first time of asking, lives as long as the answer. ENT_ERR_INVALID_ARGUMENT: no list of records lies there. */
ENT_API ENT_CHECK ent_status ent_doc_csv(const ent_doc *doc, const char *pointer, ent_str *out);
ENT_API void ent_doc_free(ent_doc *doc);

struct ArrowArrayStream; /* ent/arrow.h */

/** A list of records as a stream of Arrow tables, which lives on without the answer. *out is released (its release is
 * NULL) when the answer is not ENT_OK. ENT_ERR_INVALID_ARGUMENT: no list of records lies there. */
ENT_API ENT_CHECK ent_status ent_doc_arrow(const ent_doc *doc, const char *pointer, struct ArrowArrayStream *out);

/* ---- Portals ---- */

/** What an acknowledged write survives. */
enum ent_durability {
  ENT_DURABILITY_FULL = 1,  /**< A power cut. */
  ENT_DURABILITY_NORMAL = 2 /**< A crash of the process; a power cut may lose the last writes. SQLite only. */
};

struct ent_clock_port;  /* ent/ports.h */
struct ent_random_port; /* ent/ports.h */
struct ent_log_port;    /* ent/ports.h */
struct ent_sql_port;    /* ent/sql.h */

typedef struct ent_open_options {
  uint32_t struct_size; /**< sizeof(ent_open_options) */
  /** enum ent_durability. */
  int32_t durability;
  /** Path or ":memory:" for SQLite; "postgresql://..." for PostgreSQL, whose query may name a schema=. Required unless
   * `store` is given. */
  ent_str uri;
  /** IANA name of the zone of the portal's civil dates; not given: Europe/Paris. */
  ent_str timezone;
  /** How long to wait for another process's write, 0 to 600000. */
  int32_t busy_timeout_ms;
  /** Connections for reading at once, 1 to 64; 0: processors + 1. */
  int32_t readers;
  /** Ports of the host; NULL: the system's clock and random bytes, and no log. See ent/ports.h for their ownership. */
  const struct ent_clock_port *clock;
  const struct ent_random_port *random;
  const struct ent_log_port *log;
  /** Hashes of passwords at once, 1 to 64; one takes up to 64 MiB. */
  int32_t password_hashes;
  uint32_t reserved0; /**< 0 */
  /** A store of the host's own in the place of `uri`, of which nothing is then to be said; its ownership is that of the other
   * ports. NULL: the library's, at `uri`. See ent/sql.h. */
  const struct ent_sql_port *store;
} ent_open_options;
#define ENT_OPEN_OPTIONS_INIT \
  { sizeof(ent_open_options), ENT_DURABILITY_FULL, {NULL, 0}, {NULL, 0}, 5000, 0, NULL, NULL, NULL, 4, 0, NULL }
/** The same at run time, for languages without the macro. `size` is the caller's sizeof. */
ENT_API void ent_open_options_init(ent_open_options *options, size_t size);

/** Opens a store, or makes it where there is none, and brings it to this library's schema.
 * Errors: invalid_argument (argument.null, portal.timezone_unknown, field.range, field.word, struct.size,
 * port.malformed), failed_precondition (store.newer), unavailable (store.busy, store.io), data_loss (store.corrupt),
 * unimplemented (store.no_engine: this build has no PostgreSQL). Threads: any. */
ENT_API ENT_CHECK ent_status ent_portal_open(const ent_open_options *options, ent_portal **out, ent_error **err);

/** A session of the host itself, for work that no person asked for: loading, nightly runs. What it may do is the column
 * `system` of the permission matrix. Errors: failed_precondition (closed). Threads: any. */
ENT_API ENT_CHECK ent_status ent_portal_system(ent_portal *portal, ent_session **out, ent_error **err);

/** Ends the portal for all its sessions; calls that are running are finished. Twice is once. Threads: any. */
ENT_API void ent_portal_close(ent_portal *portal);
/** Closes the portal and gives back the handle. Sessions may be freed later: with the last the store is let go. No other
 * thread may use this handle now. */
ENT_API void ent_portal_free(ent_portal *portal);

/* ---- Sessions ---- */

/** The account, person and enum ent_profile that act; 0 for the host itself (its profile excepted) and once closed. */
ENT_API int64_t ent_session_account_id(const ent_session *session);
ENT_API int64_t ent_session_person_id(const ent_session *session);
ENT_API int32_t ent_session_profile(const ent_session *session);

/** The same actor, reading the facts as they stood or will stand on a date. Rights are still judged now. Writes through
 * it are refused: failed_precondition (session.reads_only).
 * Errors: invalid_argument (field.range: not of the years 1 to 9999), failed_precondition (closed). */
ENT_API ENT_CHECK ent_status ent_session_at(ent_session *session, int32_t date, ent_session **out, ent_error **err);

/** The same actor, whose reads all see the store as it is now, until it is closed. Hold it briefly: it holds a
 * connection. Writes through it are refused: failed_precondition (session.reads_only).
 * Errors: failed_precondition (closed), unavailable (store.busy). */
ENT_API ENT_CHECK ent_status ent_session_snapshot(ent_session *session, ent_session **out, ent_error **err);

/** Ends the session of this handle; what was derived from it with _at or _snapshot goes on. Twice is once. */
ENT_API void ent_session_close(ent_session *session);
/** Closes the session and gives back the handle. */
ENT_API void ent_session_free(ent_session *session);

/* ---- Calls ---- */

/** What a caller may ask of one call, beside its arguments. */
typedef struct ent_call_options {
  uint32_t struct_size; /**< sizeof(ent_call_options) */
  uint32_t reserved0;   /**< 0 */
  /** 1 to 100 characters. A second write of the account with the same key and the same arguments does nothing and gives
   * the first answer; with others it is refused: conflict (call.key_reused). */
  ent_str idempotency_key;
  /** The revision that the caller has read. A write of an object that has another one by now is refused: conflict
   * (call.stale_revision). NULL: any. */
  const int64_t *if_revision;
  /** By the portal's clock. A call that has not begun by then is refused: timed_out (call.deadline_passed); one that
   * has begun is finished. NULL: none. */
  const int64_t *deadline;
} ent_call_options;
#define ENT_CALL_OPTIONS_INIT \
  { sizeof(ent_call_options), 0, {NULL, 0}, NULL, NULL }
/** The same at run time, for languages without the macro. `size` is the caller's sizeof. */
ENT_API void ent_call_options_init(ent_call_options *options, size_t size);

/** Runs any operation by its name, "org.add", on a JSON object (no text: {}): also those that are newer than the header
 * a program was built with. `options` may be NULL.
 * Errors: those of the operation and of every call, unimplemented (call.unknown_operation), and invalid_argument with
 * the JSON pointer of each member that is unknown, missing, ill-typed or out of range. Threads: the session's. */
ENT_API ENT_CHECK ent_status ent_call(ent_session *session, ent_str operation, ent_str request,
                                      const ent_call_options *options, ent_doc **doc, ent_error **err);

/** The same, and the list that the answer holds as a stream of Arrow tables. The answer itself comes in `doc`, for what it
 * holds beside (the cursor of the next page), if `doc` is not NULL. *out is released (its release is NULL) when the
 * answer is not ENT_OK. Errors: also invalid_argument (call.no_table: the operation does not answer one list). */
ENT_API ENT_CHECK ent_status ent_call_arrow(ent_session *session, ent_str operation, ent_str request,
                                            const ent_call_options *options, struct ArrowArrayStream *out,
                                            ent_doc **doc, ent_error **err);

#ifdef __cplusplus
}
#endif

#endif
