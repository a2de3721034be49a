/* ent_call, and lists as Arrow tables. */
#include <stdlib.h>

#include "arrow_check.h"
#include "check.h"

static const ent_str list_name = ENT_STR("org.list"), get_name = ENT_STR("org.get"), none = {NULL, 0};
static const char *two_units =
    "id:l|kind:u|code:u|name:u|degree:u?|nature_code:u?|valid_from:tdD|valid_to:tdD?|revision:l\n"
    "1|academy|90|Académie A|-|-|20710|-|1\n"
    "2|academy|91|Académie B|-|-|20710|-|1\n";

static ent_str text(const char *from) {
  ent_str made = {from, strlen(from)};
  return made;
}

static void runs_by_name(ent_session *session) {
  ent_doc *doc = NULL;
  int64_t id = 0;
  CHECK(ent_call(session, get_name, text("{\"id\": 2}"), NULL, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_int64(doc, "/id", &id) == ENT_OK && id == 2);
  ent_doc_free(doc);
  CHECK(ent_call(session, list_name, none, NULL, &doc, NULL) == ENT_OK);
  ent_doc_free(doc);
}

static void refuses_what_is_malformed(ent_session *session) {
  const ent_str broken = {NULL, 2};
  ent_error *err = NULL;
  CHECK(ent_call(session, text("org.burn"), none, NULL, NULL, &err) == ENT_ERR_UNIMPLEMENTED);
  EXPECT_REASON(err, "call.unknown_operation");
  CHECK(ent_call(session, get_name, text("{"), NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "json.syntax");
  CHECK(ent_call(session, get_name, text("{\"id\": 1, \"x\": 2}"), NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/x");
  EXPECT_REASON(err, "field.unknown");
  CHECK(ent_call(session, get_name, broken, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/request");
  EXPECT_REASON(err, "argument.null");
  CHECK(ent_call(session, none, none, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/operation");
  EXPECT_REASON(err, "argument.null");
}

static void expect_table(struct ArrowArrayStream *stream) {
  char *seen = arrow_check(stream);
  CHECK_TEXT(seen, two_units);
  free(seen);
}

static void gives_tables(ent_session *session) {
  struct ArrowArrayStream stream;
  ent_doc *doc = NULL;
  ent_str next = {NULL, 0};
  CHECK(ent_call_arrow(session, list_name, none, NULL, &stream, NULL, NULL) == ENT_OK);
  expect_table(&stream);
  CHECK(ent_call_arrow(session, list_name, text("{\"limit\": 1}"), NULL, &stream, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_str(doc, "/next", &next) == ENT_OK && next.size > 0);
  ent_doc_free(doc);
  stream.release(&stream);
}

/* A table lives on without the answer, the session and the portal. */
static void gives_tables_of_answers(ent_session *session, struct ArrowArrayStream *stream) {
  const ent_org_list_args args = ENT_ORG_LIST_ARGS_INIT;
  ent_doc *doc = NULL;
  CHECK(ent_org_list(session, &args, NULL, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_arrow(doc, "/items/0", stream) == ENT_ERR_INVALID_ARGUMENT && stream->release == NULL);
  CHECK(ent_doc_arrow(doc, "/next", stream) == ENT_ERR_NOT_FOUND);
  CHECK(ent_doc_arrow(doc, "/none", stream) == ENT_ERR_NOT_FOUND);
  CHECK(ent_doc_arrow(doc, "/items", stream) == ENT_OK);
  ent_doc_free(doc);
}

static void has_no_table_of_other_answers(ent_session *session) {
  struct ArrowArrayStream stream;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  CHECK(ent_call_arrow(session, get_name, text("{\"id\": 1}"), NULL, &stream, &doc, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(stream.release == NULL && doc == NULL);
  EXPECT_REASON(err, "call.no_table");
  CHECK(ent_call_arrow(session, list_name, text("{\"limit\": 0}"), NULL, &stream, &doc, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(stream.release == NULL && doc == NULL);
  EXPECT_REASON(err, "field.range");
  CHECK(ent_call_arrow(session, text("org.burn"), none, NULL, &stream, NULL, &err) == ENT_ERR_UNIMPLEMENTED);
  EXPECT_REASON(err, "call.unknown_operation");
}

int main(void) {
  struct ArrowArrayStream stream;
  ent_portal *portal = open_test_portal();
  ent_session *session = open_test_session(portal);
  add_test_academy(session, "90", "Académie A");
  add_test_academy(session, "91", "Académie B");
  runs_by_name(session);
  refuses_what_is_malformed(session);
  gives_tables(session);
  has_no_table_of_other_answers(session);
  gives_tables_of_answers(session, &stream);
  ent_session_free(session);
  ent_portal_free(portal);
  expect_table(&stream);
  return check_result();
}
