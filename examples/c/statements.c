/* A host that stands between the portal and its store: it counts what is written, and never sees to a value. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ent/ops.h>
#include <ent/portal.h>
#include <ent/sql.h>

/* A store in front of the library's own, and the connections in front of its connections. They are used by many
 * threads; this program has one. */
typedef struct journal {
  ent_sql_port inner;
  int org_units, audit_entries, connections;
} journal;

typedef struct connection {
  journal *of;
  void *inner;
} connection;

static void note(journal *all, const ent_sql_text *text) {
  const char insert[] = "INSERT INTO ";
  const char *table = text->text + sizeof insert - 1;
  if (strncmp(text->text, insert, sizeof insert - 1) != 0) return;
  if (strncmp(table, "org_unit ", 9) == 0) ++all->org_units;
  if (strncmp(table, "audit_entry ", 12) == 0) ++all->audit_entries;
}

static int32_t connect_to(void *self, int32_t role, void **out) {
  journal *all = self;
  connection *made = malloc(sizeof *made);
  int32_t fault;
  if (made == NULL) return ENT_SQL_MEMORY;
  made->of = all;
  fault = all->inner.connect(all->inner.self, role, &made->inner);
  if (fault != 0) {
    free(made);
    return fault;
  }
  ++all->connections;
  *out = made;
  return 0;
}

static void disconnect(void *self, void *made) {
  journal *all = self;
  all->inner.disconnect(all->inner.self, ((connection *)made)->inner);
  --all->connections;
  free(made);
}

/* What is watched. */
static int32_t query(void *self, const ent_sql_text *text, const ent_sql_arg *args, size_t count, void **cursor) {
  connection *on = self;
  note(on->of, text);
  return on->of->inner.query(on->inner, text, args, count, cursor);
}
static int32_t exec(void *self, const ent_sql_text *text, const ent_sql_arg *args, size_t count) {
  connection *on = self;
  note(on->of, text);
  return on->of->inner.exec(on->inner, text, args, count);
}
static int32_t exec_each(void *self, const ent_sql_text *text, const ent_sql_arg *args, size_t count) {
  connection *on = self;
  note(on->of, text);
  return on->of->inner.exec_each(on->inner, text, args, count);
}

/* What is handed on. A cursor is the inner store's, so its functions need nothing in front. */
#define HAND_ON(name)                                \
  static int32_t name(void *self) {                  \
    connection *on = self;                           \
    return on->of->inner.name(on->inner);            \
  }
HAND_ON(begin_read)
HAND_ON(begin_write)
HAND_ON(commit)
HAND_ON(savepoint)
HAND_ON(release)
HAND_ON(rollback_to)
HAND_ON(in_transaction)
HAND_ON(usable)

static void rollback(void *self) {
  connection *on = self;
  on->of->inner.rollback(on->inner);
}
static int32_t script(void *self, ent_str ddl) {
  connection *on = self;
  return on->of->inner.script(on->inner, ddl);
}
static const char *detail(void *self) {
  connection *on = self;
  return on->of->inner.detail(on->inner);
}
static int32_t take_numbers(void *self, void *made, int64_t org, ent_str sequence, int64_t count, int64_t *first) {
  journal *all = self;
  return all->inner.take_numbers(all->inner.self, ((connection *)made)->inner, org, sequence, count, first);
}
static int32_t engine(void *self) {
  journal *all = self;
  return all->inner.engine(all->inner.self);
}
static int32_t one_writer(void *self) {
  journal *all = self;
  return all->inner.one_writer(all->inner.self);
}
static void destroy(void *self) {
  journal *all = self;
  all->inner.destroy(all->inner.self);
}

static int refused(const char *what, ent_error *err) {
  fprintf(stderr, "%s: %s\n", what, ent_error_message(err));
  ent_error_free(err);
  return 1;
}

int main(void) {
  const ent_str memory = ENT_STR(":memory:"), code = ENT_STR("0951099D"), name = ENT_STR("Collège des Tilleuls");
  const int32_t second = ENT_ORG_DEGREE_SECOND;
  ent_open_options options = ENT_OPEN_OPTIONS_INIT;
  ent_org_add_args school = ENT_ORG_ADD_ARGS_INIT;
  ent_portal *portal = NULL;
  ent_session *host = NULL;
  ent_error *err = NULL;
  ent_sql_port port;
  journal all;

  memset(&all, 0, sizeof all);
  if (ent_sql_open(memory, ENT_DURABILITY_FULL, 5000, &all.inner, sizeof all.inner, &err) != ENT_OK) {
    return refused("open the store", err);
  }
  port = all.inner;
  port.self = &all;
  port.destroy = destroy;
  port.engine = engine;
  port.one_writer = one_writer;
  port.connect = connect_to;
  port.disconnect = disconnect;
  port.detail = detail;
  port.take_numbers = take_numbers;
  port.check = NULL;
  port.backup = NULL;
  port.query = query;
  port.exec = exec;
  port.exec_each = exec_each;
  port.script = script;
  port.begin_read = begin_read;
  port.begin_write = begin_write;
  port.commit = commit;
  port.rollback = rollback;
  port.savepoint = savepoint;
  port.release = release;
  port.rollback_to = rollback_to;
  port.in_transaction = in_transaction;
  port.usable = usable;

  options.store = &port;
  if (ent_portal_open(&options, &portal, &err) != ENT_OK) return refused("open the portal", err);
  if (ent_portal_system(portal, &host, &err) != ENT_OK) return refused("the host's session", err);
  school.kind = ENT_ORG_KIND_ESTABLISHMENT;
  school.code = code;
  school.name = name;
  school.degree = &second;
  if (ent_org_add(host, &school, NULL, NULL, &err) != ENT_OK) return refused("add a school", err);
  printf("org_unit: %d insert\naudit_entry: %d insert\n", all.org_units, all.audit_entries);

  ent_session_free(host);
  ent_portal_free(portal);
  printf("connections left: %d\n", all.connections);
  return 0;
}
