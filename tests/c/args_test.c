/* Argument structs of other ages, and options. */
#include <stddef.h>
#include <stdlib.h>

#include "check.h"

static size_t count_with(ent_session *session, const ent_org_list_args *args) {
  ent_doc *doc = NULL;
  size_t count = 0;
  CHECK(ent_org_list(session, args, NULL, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_count(doc, "/items", &count) == ENT_OK);
  ent_doc_free(doc);
  return count;
}

/* What a program does not reach keeps its default, whatever lies behind. */
static void older_structs_get_defaults(ent_session *session) {
  ent_org_list_args args = ENT_ORG_LIST_ARGS_INIT;
  const int64_t nowhere = 999;
  args.part_of = &nowhere;
  CHECK(count_with(session, &args) == 0);
  args.struct_size = offsetof(ent_org_list_args, part_of);
  CHECK(count_with(session, &args) == 3);
  args.limit = 2;
  CHECK(count_with(session, &args) == 2);
  args.struct_size = offsetof(ent_org_list_args, limit);
  CHECK(count_with(session, &args) == 3);
  CHECK(count_with(session, NULL) == 3);
}

/* A struct from the future is read as far as it is known. */
static void newer_structs_are_read(ent_session *session) {
  struct {
    ent_org_list_args known;
    int64_t later[4];
  } args = {ENT_ORG_LIST_ARGS_INIT, {-1, -1, -1, -1}};
  args.known.struct_size = sizeof args;
  args.known.limit = 1;
  CHECK(count_with(session, &args.known) == 1);
}

/* Exactly struct_size bytes are touched: a checker of memory would see more. */
static void no_byte_more_is_touched(ent_session *session) {
  const uint32_t size = offsetof(ent_org_list_args, kind);
  ent_org_list_args *args = malloc(size);
  int32_t limit = 2;
  memcpy(args, &size, sizeof size);
  memcpy((char *)args + offsetof(ent_org_list_args, limit), &limit, sizeof limit);
  CHECK(count_with(session, args) == 2);
  free(args);
}

static void a_size_that_is_none_is_refused(ent_session *session) {
  ent_org_list_args args = ENT_ORG_LIST_ARGS_INIT;
  ent_call_options options = ENT_CALL_OPTIONS_INIT;
  ent_error *err = NULL;
  args.struct_size = 0;
  CHECK(ent_org_list(session, &args, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "struct.size");
  args.struct_size = sizeof args;
  options.struct_size = 3;
  CHECK(ent_org_list(session, &args, &options, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/options/struct_size");
  EXPECT_REASON(err, "struct.size");
}

/* The function and the macro make the same; of a shorter struct no byte more is written. */
static void init_is_the_macro(void) {
  const ent_org_list_args by_macro = ENT_ORG_LIST_ARGS_INIT;
  ent_org_list_args args;
  struct {
    ent_org_list_args known;
    char later[8];
  } longer;
  memset(&args, 0x55, sizeof args);
  ent_org_list_args_init(&args, sizeof args);
  CHECK(memcmp(&args, &by_macro, sizeof args) == 0);
  memset(&args, 0x55, sizeof args);
  ent_org_list_args_init(&args, 8);
  CHECK(args.struct_size == 8 && args.limit == 50);
  CHECK(((char *)&args)[8] == 0x55);
  memset(&longer, 0x55, sizeof longer);
  ent_org_list_args_init(&longer.known, sizeof longer);
  CHECK(longer.known.struct_size == sizeof longer && longer.later[0] == 0 && longer.later[7] == 0);
}

static void texts_are_checked(ent_session *session) {
  ent_org_add_args args = ENT_ORG_ADD_ARGS_INIT;
  const ent_str name = ENT_STR("Académie"), broken = {NULL, 3}, latin = ENT_STR("Acad\xe9mie"), nul = {"a\0b", 3};
  ent_error *err = NULL;
  args.kind = ENT_ORG_KIND_ACADEMY;
  args.name = name;
  args.code = broken;
  CHECK(ent_org_add(session, &args, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "field.null");
  args.code = latin;
  CHECK(ent_org_add(session, &args, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/code");
  EXPECT_REASON(err, "text.encoding");
  args.code = nul;
  CHECK(ent_org_add(session, &args, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "text.nul");
}

static void options_are_heard(ent_session *session) {
  ent_org_change_args args = ENT_ORG_CHANGE_ARGS_INIT;
  ent_call_options options = ENT_CALL_OPTIONS_INIT;
  const ent_str key = ENT_STR("autumn"), broken = ENT_STR("\xff"), name = ENT_STR("Académie du Lac");
  const int64_t stale = 7, past = TEST_NOW - 1;
  ent_error *err = NULL;
  args.id = 1;
  args.name = &name;
  options.if_revision = &stale;
  CHECK(ent_org_change(session, &args, &options, NULL, &err) == ENT_ERR_CONFLICT);
  EXPECT_REASON(err, "call.stale_revision");
  options.if_revision = NULL;
  options.deadline = &past;
  CHECK(ent_org_change(session, &args, &options, NULL, &err) == ENT_ERR_TIMED_OUT);
  EXPECT_REASON(err, "call.deadline_passed");
  options.deadline = NULL;
  options.idempotency_key = broken;
  CHECK(ent_org_change(session, &args, &options, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/options/idempotency_key");
  EXPECT_REASON(err, "text.encoding");
  options.idempotency_key = key;
  CHECK(ent_org_change(session, &args, &options, NULL, NULL) == ENT_OK);
  CHECK(ent_org_change(session, &args, &options, NULL, NULL) == ENT_OK);
  args.id = 2;
  CHECK(ent_org_change(session, &args, &options, NULL, &err) == ENT_ERR_CONFLICT);
  EXPECT_REASON(err, "call.key_reused");
}

int main(void) {
  ent_portal *portal = open_test_portal();
  ent_session *session = open_test_session(portal);
  add_test_academy(session, "90", "Académie A");
  add_test_academy(session, "91", "Académie B");
  add_test_academy(session, "92", "Académie C");
  older_structs_get_defaults(session);
  newer_structs_are_read(session);
  no_byte_more_is_touched(session);
  a_size_that_is_none_is_refused(session);
  init_is_the_macro();
  texts_are_checked(session);
  options_are_heard(session);
  ent_session_free(session);
  ent_portal_free(portal);
  return check_result();
}
