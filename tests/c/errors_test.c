/* Errors: their parts, their texts, and that nothing must be asked of them. */
#include "check.h"

static void has_all_its_parts(ent_session *session) {
  ent_org_add_args args = ENT_ORG_ADD_ARGS_INIT;
  ent_doc *doc = (ent_doc *)&args; /* set to NULL by the call */
  ent_error *err = NULL;
  const int32_t degree = 3;
  args.degree = &degree;
  CHECK(ent_org_add(session, &args, NULL, &doc, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(doc == NULL);
  CHECK(ent_error_code(err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_reason(err), "field.missing");
  CHECK(strlen(ent_error_message(err)) > 0);
  CHECK(ent_error_field_count(err) == 4);
  CHECK_TEXT(ent_error_field_path(err, 0), "/kind");
  CHECK_TEXT(ent_error_field_path(err, 1), "/code");
  CHECK_TEXT(ent_error_field_path(err, 2), "/name");
  CHECK_TEXT(ent_error_field_path(err, 3), "/degree");
  CHECK_TEXT(ent_error_field_reason(err, 3), "field.word");
  CHECK(ent_error_field_path(err, 4) == NULL);
  CHECK(ent_error_field_reason(err, 4) == NULL);
  ent_error_free(err);
}

static void has_texts_for_people(ent_session *session) {
  const ent_org_get_args args = {sizeof args, 0, 999};
  ent_error *err = NULL;
  CHECK(ent_org_get(session, &args, NULL, NULL, &err) == ENT_ERR_NOT_FOUND);
  CHECK_TEXT(ent_error_text(err, "fr"), "Cette unité n'existe pas, ou vous n'y avez pas accès.");
  CHECK_TEXT(ent_error_text(err, "en"), "There is no such unit, or you may not know of it.");
  CHECK_TEXT(ent_error_text(err, "de"), ent_error_text(err, "en"));
  CHECK_TEXT(ent_error_text(err, NULL), ent_error_text(err, "en"));
  ent_error_free(err);
  CHECK_TEXT(ent_reason_text("text.too_long", "fr"), "Ce texte est trop long.");
  CHECK_TEXT(ent_reason_text("no.such_reason", "fr"), "no.such_reason");
  CHECK_TEXT(ent_reason_text(NULL, "fr"), "");
}

static void may_be_left_out(ent_session *session) {
  const ent_org_get_args args = {sizeof args, 0, 999};
  CHECK(ent_org_get(session, &args, NULL, NULL, NULL) == ENT_ERR_NOT_FOUND);
  CHECK(ent_error_code(NULL) == ENT_OK);
  CHECK_TEXT(ent_error_reason(NULL), "");
  CHECK_TEXT(ent_error_text(NULL, "fr"), "");
}

int main(void) {
  ent_portal *portal = open_test_portal();
  ent_session *session = open_test_session(portal);
  has_all_its_parts(session);
  has_texts_for_people(session);
  may_be_left_out(session);
  CHECK_TEXT(ent_version(), ENT_VERSION);
  CHECK_TEXT(ENT_VERSION, PROJECT_VERSION);
  ent_session_free(session);
  ent_portal_free(portal);
  return check_result();
}
