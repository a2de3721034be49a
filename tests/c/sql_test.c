/* Stores of the host: tables of functions in front of the library's own store. */
#include <stddef.h>
#include <stdlib.h>

#include "check.h"
#include "ent/portal.h"
#include "ent/sql.h"

static ent_sql_port inner; /* the library's own store */
static int32_t fault;      /* of the next commits; 0: none */
static int destroyed;

static void destroy(void *self) {
  ++destroyed;
  inner.destroy(self);
}

static int32_t commit(void *connection) { return fault != 0 ? fault : inner.commit(connection); }

static ent_sql_port opened(void) {
  const ent_str memory = ENT_STR(":memory:");
  ent_sql_port port;
  destroyed = 0;
  CHECK(ent_sql_open(memory, ENT_DURABILITY_FULL, 5000, &inner, sizeof inner, NULL) == ENT_OK);
  port = inner;
  port.destroy = destroy;
  port.commit = commit;
  return port;
}

static ent_status open_on(const ent_sql_port *port, ent_portal **portal, ent_error **err) {
  ent_clock_port clock = ENT_CLOCK_PORT_INIT;
  ent_open_options options = ENT_OPEN_OPTIONS_INIT;
  clock.now_us = test_now;
  options.clock = &clock;
  options.store = port;
  return ent_portal_open(&options, portal, err);
}

static void serve_a_portal_and_are_let_go_with_it(void) {
  const ent_sql_port port = opened();
  ent_portal *portal = NULL;
  ent_session *session;
  CHECK(open_on(&port, &portal, NULL) == ENT_OK);
  session = open_test_session(portal);
  add_test_academy(session, "90", "Académie des Trois-Rivières");
  ent_portal_free(portal);
  CHECK(destroyed == 0);
  ent_session_free(session);
  CHECK(destroyed == 1);
}

static ent_status add(ent_session *session, ent_error **err) {
  const ent_str code = ENT_STR("91"), name = ENT_STR("Académie");
  ent_org_add_args args = ENT_ORG_ADD_ARGS_INIT;
  args.kind = ENT_ORG_KIND_ACADEMY;
  args.code = code;
  args.name = name;
  return ent_org_add(session, &args, NULL, NULL, err);
}

static void may_fail_in_words(void) {
  const struct {
    int32_t fault;
    ent_status code;
    const char *reason;
  } cases[] = {{ENT_SQL_BUSY, ENT_ERR_UNAVAILABLE, "store.busy"},
               {ENT_SQL_FULL, ENT_ERR_RESOURCE_EXHAUSTED, "store.full"},
               {ENT_SQL_MEMORY, ENT_ERR_RESOURCE_EXHAUSTED, "memory.full"},
               {ENT_SQL_CORRUPT, ENT_ERR_DATA_LOSS, "store.corrupt"},
               {ENT_SQL_BUG, ENT_ERR_INTERNAL, "store.defect"},
               {77, ENT_ERR_INTERNAL, "store.defect"}};
  const ent_sql_port port = opened();
  ent_portal *portal = NULL;
  ent_session *session;
  ent_error *err = NULL;
  size_t i;
  CHECK(open_on(&port, &portal, NULL) == ENT_OK);
  session = open_test_session(portal);
  for (i = 0; i < sizeof cases / sizeof *cases; ++i) {
    fault = cases[i].fault;
    CHECK(add(session, &err) == cases[i].code);
    EXPECT_REASON(err, cases[i].reason);
  }
  fault = 0;
  CHECK(add(session, NULL) == ENT_OK); /* nothing was left of the others */
  ent_session_free(session);
  ent_portal_free(portal);
}

static void are_checked_by_themselves(void) {
  ent_sql_port port = opened();
  ent_portal *portal = NULL;
  ent_check_options_args check = ENT_CHECK_OPTIONS_ARGS_INIT;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  size_t findings = 1;
  CHECK(open_on(&port, &portal, NULL) == ENT_OK);
  check.level = ENT_CHECK_LEVEL_FULL;
  CHECK(ent_portal_check(portal, &check, NULL, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_count(doc, "/findings", &findings) == ENT_OK && findings == 0);
  ent_doc_free(doc);
  ent_portal_free(portal);
  port = opened();
  port.check = NULL;
  CHECK(open_on(&port, &portal, NULL) == ENT_OK);
  CHECK(ent_portal_check(portal, &check, NULL, NULL, &err) == ENT_ERR_UNIMPLEMENTED);
  EXPECT_REASON(err, "check.by_server");
  ent_portal_free(portal);
}

static void must_be_whole(void) {
  ent_sql_port port = opened();
  ent_portal *portal = NULL;
  ent_error *err = NULL;
  port.savepoint = NULL;
  CHECK(open_on(&port, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/store");
  EXPECT_REASON(err, "port.malformed");
  CHECK(destroyed == 1);
  port = opened();
  port.struct_size = offsetof(ent_sql_port, done); /* the function lies beyond */
  CHECK(open_on(&port, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "port.malformed");
  CHECK(destroyed == 1);
}

static void stand_alone(void) {
  const ent_sql_port port = opened();
  const ent_str memory = ENT_STR(":memory:");
  ent_open_options options = ENT_OPEN_OPTIONS_INIT;
  ent_portal *portal = NULL;
  ent_error *err = NULL;
  options.uri = memory;
  options.store = &port;
  CHECK(ent_portal_open(&options, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/uri");
  CHECK_TEXT(ent_error_field_reason(err, 0), "portal.two_stores");
  ent_error_free(err);
  CHECK(destroyed == 1);
}

static void are_opened_as_portals_are(void) {
  const ent_str memory = ENT_STR(":memory:"), nowhere = ENT_STR("/nowhere/at/all.db"), none = {NULL, 0};
  ent_sql_port port;
  ent_error *err = NULL;
  CHECK(ent_sql_open(none, ENT_DURABILITY_FULL, 5000, &port, sizeof port, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "argument.null");
  CHECK(ent_sql_open(memory, 0, -1, &port, 8, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(ent_error_field_count(err) == 3);
  ent_error_free(err);
  err = NULL;
  CHECK(ent_sql_open(nowhere, ENT_DURABILITY_FULL, 5000, &port, sizeof port, &err) == ENT_ERR_UNAVAILABLE);
  EXPECT_REASON(err, "store.io");
  CHECK(port.destroy == NULL);
}

int main(void) {
  serve_a_portal_and_are_let_go_with_it();
  may_fail_in_words();
  are_checked_by_themselves();
  must_be_whole();
  stand_alone();
  are_opened_as_portals_are();
  return check_result();
}
