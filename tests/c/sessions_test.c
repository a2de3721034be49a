/* Portals and sessions: opening, deriving, closing in any order. */
#include "check.h"

static ent_status get(ent_session *session, int64_t id, ent_error **err) {
  ent_org_get_args args = ENT_ORG_GET_ARGS_INIT;
  args.id = id;
  return ent_org_get(session, &args, NULL, NULL, err);
}

static void what_is_opened_must_be_well_formed(void) {
  const ent_str memory = ENT_STR(":memory:"), mars = ENT_STR("Mars/Olympus");
  ent_open_options options = ENT_OPEN_OPTIONS_INIT;
  ent_portal *portal = (ent_portal *)&options; /* set to NULL by the call */
  ent_error *err = NULL;
  CHECK(ent_portal_open(&options, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(portal == NULL);
  CHECK_TEXT(ent_error_field_path(err, 0), "/uri");
  EXPECT_REASON(err, "argument.null");
  options.uri = memory;
  options.timezone = mars;
  CHECK(ent_portal_open(&options, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "portal.timezone_unknown");
  options.timezone.data = NULL;
  options.timezone.size = 0;
  options.durability = 3;
  CHECK(ent_portal_open(&options, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/durability");
  EXPECT_REASON(err, "field.word");
  ent_open_options_init(&options, sizeof options);
  options.uri = memory;
  options.struct_size = 2;
  CHECK(ent_portal_open(&options, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "struct.size");
}

static void at_reads_another_day(ent_session *session, int64_t id) {
  ent_session *before = NULL, *today = NULL;
  ent_error *err = NULL;
  CHECK(ent_session_at(session, TEST_TODAY - 1, &before, NULL) == ENT_OK);
  CHECK(ent_session_at(session, TEST_TODAY, &today, NULL) == ENT_OK);
  CHECK(get(before, id, &err) == ENT_ERR_NOT_FOUND);
  EXPECT_REASON(err, "org.not_found");
  CHECK(get(today, id, NULL) == ENT_OK);
  ent_session_free(before);
  CHECK(ent_session_at(session, INT32_MAX, &before, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(before == NULL);
  CHECK_TEXT(ent_error_field_path(err, 0), "/date");
  EXPECT_REASON(err, "field.range");
  ent_session_free(today);
}

static void a_snapshot_stands_still(ent_session *session) {
  const ent_org_list_args args = ENT_ORG_LIST_ARGS_INIT;
  const ent_org_change_args change = {sizeof change, 0, 1, NULL, NULL, NULL};
  ent_session *held = NULL;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  size_t count = 0;
  CHECK(ent_session_snapshot(session, &held, NULL) == ENT_OK);
  CHECK(ent_org_list(held, &args, NULL, &doc, NULL) == ENT_OK);
  ent_doc_free(doc);
  add_test_academy(session, "95", "Académie des Brumes");
  CHECK(ent_org_list(held, &args, NULL, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_count(doc, "/items", &count) == ENT_OK && count == 1);
  ent_doc_free(doc);
  CHECK(ent_org_change(held, &change, NULL, NULL, &err) == ENT_ERR_FAILED_PRECONDITION);
  EXPECT_REASON(err, "session.reads_only");
  ent_session_free(held);
}

/* What is derived goes on when what it was derived from is closed, until the portal is. */
static void closing_has_no_order(ent_portal *portal, int64_t id) {
  ent_session *first = open_test_session(portal), *derived = NULL, *held = NULL;
  ent_error *err = NULL;
  CHECK(ent_session_profile(first) == 13);
  CHECK(ent_session_at(first, TEST_TODAY, &derived, NULL) == ENT_OK);
  CHECK(ent_session_snapshot(derived, &held, NULL) == ENT_OK);
  ent_session_close(first);
  ent_session_close(first);
  CHECK(ent_session_profile(first) == 0);
  CHECK(get(first, id, &err) == ENT_ERR_FAILED_PRECONDITION);
  EXPECT_REASON(err, "closed");
  CHECK(get(derived, id, NULL) == ENT_OK);
  CHECK(get(held, id, NULL) == ENT_OK);
  ent_session_free(first);
  ent_portal_close(portal);
  ent_portal_close(portal);
  CHECK(get(held, id, &err) == ENT_ERR_FAILED_PRECONDITION);
  EXPECT_REASON(err, "closed");
  ent_portal_free(portal);
  CHECK(get(derived, id, &err) == ENT_ERR_FAILED_PRECONDITION);
  EXPECT_REASON(err, "closed");
  ent_session_free(derived);
  ent_session_free(held);
}

int main(void) {
  ent_portal *portal = open_test_portal();
  ent_session *session = open_test_session(portal);
  const int64_t id = add_test_academy(session, "90", "Académie des Trois-Rivières");
  what_is_opened_must_be_well_formed();
  at_reads_another_day(session, id);
  a_snapshot_stands_still(session);
  ent_session_free(session);
  closing_has_no_order(portal, id);
  return check_result();
}
