/* The little that a test in C needs. */
#ifndef ENT_TESTS_CHECK_H
#define ENT_TESTS_CHECK_H

#include <stdio.h>
#include <string.h>

#include "ent/ops.h"
#include "ent/ports.h"
#include "ent/sql.h"

static int check_failures = 0;

#define CHECK(condition)                                           \
  do {                                                             \
    if (!(condition)) {                                            \
      printf("%s:%d: %s\n", __FILE__, __LINE__, #condition);       \
      ++check_failures;                                            \
    }                                                              \
  } while (0)

#define CHECK_TEXT(text, expected) check_text(__FILE__, __LINE__, (text), (expected))

static inline void check_text(const char *file, int line, const char *text, const char *expected) {
  if (text != NULL && strcmp(text, expected) == 0) return;
  printf("%s:%d: %s, not %s\n", file, line, text == NULL ? "(null)" : text, expected);
  ++check_failures;
}

/* The error of the call before: of this reason; it is freed. */
#define EXPECT_REASON(err, reason)                     \
  do {                                                 \
    CHECK_TEXT(ent_error_reason(err), (reason));       \
    ent_error_free(err);                               \
    (err) = NULL;                                      \
  } while (0)

static inline int check_result(void) { return check_failures == 0 ? 0 : 1; }

/* Monday 14 September 2026, 10:00 in Paris. */
#define TEST_NOW INT64_C(1789372800000000)
#define TEST_TODAY 20710

static inline int64_t test_now(void *self) {
  (void)self;
  return TEST_NOW;
}

/* A portal in memory whose clock stands still; NULL when it can't be opened. */
static inline ent_portal *open_test_portal(void) {
  const ent_str memory = ENT_STR(":memory:");
  ent_clock_port clock = ENT_CLOCK_PORT_INIT;
  ent_open_options options = ENT_OPEN_OPTIONS_INIT;
  ent_portal *portal = NULL;
  ent_error *err = NULL;
  clock.now_us = test_now;
  options.uri = memory;
  options.clock = &clock;
  if (ent_portal_open(&options, &portal, &err) != ENT_OK) {
    printf("no portal: %s\n", ent_error_message(err));
    ent_error_free(err);
    ++check_failures;
  }
  return portal;
}

static inline ent_session *open_test_session(ent_portal *portal) {
  ent_session *session = NULL;
  CHECK(ent_portal_system(portal, &session, NULL) == ENT_OK);
  return session;
}

/* An académie; its id, or 0. */
static inline int64_t add_test_academy(ent_session *session, const char *code, const char *name) {
  ent_org_add_args args = ENT_ORG_ADD_ARGS_INIT;
  ent_doc *doc = NULL;
  int64_t id = 0;
  args.kind = ENT_ORG_KIND_ACADEMY;
  args.code.data = code;
  args.code.size = strlen(code);
  args.name.data = name;
  args.name.size = strlen(name);
  CHECK(ent_org_add(session, &args, NULL, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_int64(doc, "/id", &id) == ENT_OK);
  ent_doc_free(doc);
  return id;
}

#endif
