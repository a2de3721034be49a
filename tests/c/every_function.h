/* What the program of every_function.py calls with. */
#ifndef ENT_TESTS_EVERY_FUNCTION_H
#define ENT_TESTS_EVERY_FUNCTION_H

#include "check.h"
#include "ent/arrow.h"
#include "ent/portal.h"

static const ent_str none = {NULL, 0};
static const ent_str list_name = ENT_STR("org.list");

/* Handles to be closed before they are used. */
static ent_portal *portal;
static ent_session *session;

/* Places for what must not come out. */
static ent_session *session_out;
static ent_doc *doc_out;
static ent_error *err;
static struct ArrowArrayStream stream;

static void expect_reason(ent_error **place, const char *reason) { EXPECT_REASON(*place, reason); }

static int nothing_came_out(void) { return session_out == NULL && doc_out == NULL && stream.release == NULL; }

static void open_all(void) {
  portal = open_test_portal();
  session = open_test_session(portal);
}

/* A session that is not closed, of a portal that is. */
static void with_a_session_of_a_closed_portal(void (*calls)(void)) {
  ent_portal_close(portal);
  calls();
}

static void close_all(void) {
  ent_portal_free(portal);
  ent_session_free(session);
}

#endif
