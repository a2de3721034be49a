/* How people come in: bootstrap, activation, sign-in, resume, profiles, step-up, act_as, impersonation, sign-out. */
#include "check.h"
#include "ent/portal.h"

static const char password[] = "trois arbres au bord de l'eau";

static ent_str text_of(const ent_doc *doc, const char *pointer) {
  ent_str found = {NULL, 0};
  CHECK(ent_doc_str(doc, pointer, &found) == ENT_OK);
  return found;
}

static ent_str text(const char *plain) {
  ent_str made;
  made.data = plain;
  made.size = strlen(plain);
  return made;
}

/* The first establishment; its answer. */
static ent_doc *bootstrapped(ent_portal *portal) {
  ent_bootstrap_args args = ENT_BOOTSTRAP_ARGS_INIT;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  args.uai = text("9990002B");
  args.establishment_name = text("Collège des Tilleuls");
  args.family_name = text("Roche");
  CHECK(ent_portal_bootstrap(portal, &args, &doc, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(doc == NULL);
  CHECK_TEXT(ent_error_field_path(err, 0), "/given_name");
  EXPECT_REASON(err, "field.missing");
  args.given_name = text("Alix");
  CHECK(ent_portal_bootstrap(portal, &args, &doc, NULL) == ENT_OK);
  CHECK(ent_portal_bootstrap(portal, &args, NULL, &err) == ENT_ERR_FAILED_PRECONDITION);
  EXPECT_REASON(err, "portal.not_empty");
  return doc;
}

/* Uses a sheet: an object with login and code. */
static void activate(ent_portal *portal, const ent_doc *doc, const char *login, const char *code) {
  ent_activate_args args = ENT_ACTIVATE_ARGS_INIT;
  ent_doc *done = NULL;
  ent_error *err = NULL;
  args.login = text_of(doc, login);
  args.code = text("00000-00000");
  args.password = text(password);
  CHECK(ent_portal_activate(portal, &args, NULL, &err) == ENT_ERR_UNAUTHENTICATED);
  EXPECT_REASON(err, "account.code_wrong");
  args.code = text_of(doc, code);
  CHECK(ent_portal_activate(portal, &args, &done, NULL) == ENT_OK);
  CHECK(text_of(done, "/login").size == args.login.size);
  ent_doc_free(done);
}

static ent_session *signed_in(ent_portal *portal, ent_str login, ent_doc **doc) {
  ent_sign_in_args args = ENT_SIGN_IN_ARGS_INIT;
  ent_session *session = NULL;
  ent_error *err = NULL;
  args.login = login;
  args.password = text("ce n'est pas le bon");
  CHECK(ent_portal_sign_in(portal, &args, &session, doc, &err) == ENT_ERR_UNAUTHENTICATED);
  CHECK(session == NULL && *doc == NULL);
  EXPECT_REASON(err, "account.credentials_wrong");
  args.password = text(password);
  CHECK(ent_portal_sign_in(portal, &args, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/out");
  EXPECT_REASON(err, "argument.null");
  CHECK(ent_portal_sign_in(portal, &args, &session, doc, &err) == ENT_OK);
  return session;
}

static void a_token_goes_on_with_the_session(ent_portal *portal, ent_session *session, const ent_doc *doc) {
  ent_session *again = NULL;
  ent_doc *next = NULL;
  ent_error *err = NULL;
  int64_t ends = 0, ends_again = 0;
  CHECK(ent_portal_resume(portal, text_of(doc, "/token"), &again, &next, NULL) == ENT_OK);
  CHECK(ent_session_account_id(again) == ent_session_account_id(session));
  CHECK(ent_doc_instant(doc, "/ends_at", &ends) == ENT_OK && ent_doc_instant(next, "/ends_at", &ends_again) == ENT_OK);
  CHECK(ends == ends_again && ends > TEST_NOW);
  ent_doc_free(next);
  ent_session_free(again);
  CHECK(ent_portal_resume(portal, text("0123"), &again, NULL, &err) == ENT_ERR_UNAUTHENTICATED);
  CHECK(again == NULL);
  EXPECT_REASON(err, "session.ended");
}

static void a_profile_is_one_that_is_held(ent_session *session) {
  ent_session *other = NULL;
  ent_error *err = NULL;
  CHECK(ent_session_switch_profile(session, 99, &other, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/profile");
  EXPECT_REASON(err, "field.word");
  CHECK(ent_session_switch_profile(session, ENT_PROFILE_TEACHER, &other, &err) == ENT_ERR_FAILED_PRECONDITION);
  EXPECT_REASON(err, "account.profile_not_held");
  CHECK(ent_session_switch_profile(session, ENT_PROFILE_LOCAL_ADMIN, &other, NULL) == ENT_OK);
  CHECK(ent_session_profile(other) == ENT_PROFILE_LOCAL_ADMIN);
  ent_session_free(other);
}

/* Blocking oneself is refused for another reason, but not before the proof is asked for. */
static void what_asks_for_a_proof_has_one_after_a_step_up(ent_session *session, int64_t org_id, int64_t account_id) {
  ent_account_target_args args = ENT_ACCOUNT_TARGET_ARGS_INIT;
  ent_error *err = NULL;
  args.org_id = org_id;
  args.account_id = account_id;
  CHECK(ent_account_block(session, &args, NULL, NULL, &err) == ENT_ERR_PERMISSION_DENIED);
  EXPECT_REASON(err, "access.step_up_needed");
  CHECK(ent_session_step_up(session, text("ce n'est pas le bon"), &err) == ENT_ERR_UNAUTHENTICATED);
  EXPECT_REASON(err, "account.credentials_wrong");
  CHECK(ent_session_step_up(session, text(password), NULL) == ENT_OK);
  CHECK(ent_account_block(session, &args, NULL, NULL, NULL) == ENT_OK);
}

/* A teacher of the establishment with an account; the answer of account.issue_activations. */
static ent_doc *teacher(ent_session *host, int64_t org_id) {
  static const int64_t no_id = 0;
  ent_person_add_args person = ENT_PERSON_ADD_ARGS_INIT;
  ent_person_affiliate_args affiliate = ENT_PERSON_AFFILIATE_ARGS_INIT;
  ent_account_issue_activations_args issue = ENT_ACCOUNT_ISSUE_ACTIVATIONS_ARGS_INIT;
  const ent_int64_list nobody = ENT_LIST(&no_id, 0);
  ent_doc *doc = NULL;
  int64_t id = 0;
  person.org_id = org_id;
  person.family_name = text("Moreau");
  person.given_name = text("Hugo");
  CHECK(ent_person_add(host, &person, NULL, &doc, NULL) == ENT_OK && ent_doc_int64(doc, "/id", &id) == ENT_OK);
  ent_doc_free(doc);
  affiliate.org_id = org_id;
  affiliate.person_id = id;
  affiliate.profile = ENT_PROFILE_TEACHER;
  CHECK(ent_person_affiliate(host, &affiliate, NULL, NULL, NULL) == ENT_OK);
  issue.org_id = org_id;
  issue.person_ids = nobody;
  issue.person_ids.data = &id;
  issue.person_ids.count = 1;
  CHECK(ent_account_issue_activations(host, &issue, NULL, &doc, NULL) == ENT_OK);
  return doc;
}

static ent_session *acting(ent_portal *portal, int64_t account_id, const int64_t *step_up_at) {
  ent_act_as_args args = ENT_ACT_AS_ARGS_INIT;
  ent_session *session = NULL;
  ent_error *err = NULL;
  CHECK(ent_portal_act_as(portal, &args, &session, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "account.one_key");
  args.account_id = &account_id;
  args.step_up_at = step_up_at;
  CHECK(ent_portal_act_as(portal, &args, &session, NULL) == ENT_OK);
  CHECK(ent_session_account_id(session) == account_id);
  return session;
}

static void who_is_let_in_reads_as_another(ent_portal *portal, ent_session *administrator, ent_session *of_teacher, int64_t org_id) {
  const ent_account_own_args own = ENT_ACCOUNT_OWN_ARGS_INIT;
  ent_impersonate_args args = ENT_IMPERSONATE_ARGS_INIT;
  ent_session *reader = NULL;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  CHECK(ent_account_allow_impersonation(of_teacher, &own, NULL, &doc, NULL) == ENT_OK);
  args.org_id = org_id;
  args.account_id = ent_session_account_id(of_teacher);
  args.profile = ENT_PROFILE_TEACHER;
  args.code = text("00000-00000");
  CHECK(ent_portal_impersonate(portal, administrator, &args, &reader, &err) == ENT_ERR_UNAUTHENTICATED);
  EXPECT_REASON(err, "account.code_wrong");
  args.code = text_of(doc, "/code");
  CHECK(ent_portal_impersonate(portal, administrator, &args, &reader, NULL) == ENT_OK);
  CHECK(ent_session_person_id(reader) == ent_session_person_id(of_teacher));
  CHECK(ent_account_places(reader, &own, NULL, NULL, NULL) == ENT_OK);
  ent_doc_free(doc);
  ent_session_free(reader);
}

static void an_assertion_is_of_a_known_identity(ent_portal *portal) {
  ent_external_sign_in_args args = ENT_EXTERNAL_SIGN_IN_ARGS_INIT;
  ent_session *session = NULL;
  ent_error *err = NULL;
  args.issuer = text("https://connexion.example");
  args.subject = text("42");
  args.asserted_at = TEST_NOW;
  CHECK(ent_portal_sign_in_external(portal, &args, &session, NULL, &err) == ENT_ERR_UNAUTHENTICATED);
  EXPECT_REASON(err, "account.identity_unknown");
}

static void a_session_that_is_signed_out_has_ended(ent_portal *portal, ent_session *session) {
  const ent_account_own_args own = ENT_ACCOUNT_OWN_ARGS_INIT;
  ent_portal *other = open_test_portal();
  ent_error *err = NULL;
  CHECK(ent_portal_sign_out(other, session, &err) == ENT_ERR_FAILED_PRECONDITION);
  EXPECT_REASON(err, "session.other_portal");
  ent_portal_free(other);
  CHECK(ent_account_places(session, &own, NULL, NULL, NULL) == ENT_OK);
  CHECK(ent_portal_sign_out(portal, session, NULL) == ENT_OK);
  CHECK(ent_portal_sign_out(portal, session, NULL) == ENT_OK);
  CHECK(ent_account_places(session, &own, NULL, NULL, &err) == ENT_ERR_UNAUTHENTICATED);
  EXPECT_REASON(err, "session.ended");
}

int main(void) {
  const int64_t now = TEST_NOW;
  ent_portal *portal = open_test_portal();
  ent_session *host, *session, *of_teacher, *administrator;
  ent_doc *first = bootstrapped(portal), *sheet, *signed_in_as = NULL;
  int64_t org_id = 0, administrator_id = 0, teacher_id = 0;
  CHECK(ent_doc_int64(first, "/establishment_id", &org_id) == ENT_OK);
  CHECK(ent_doc_int64(first, "/account/account_id", &administrator_id) == ENT_OK);
  activate(portal, first, "/account/login", "/account/code");

  host = open_test_session(portal);
  sheet = teacher(host, org_id);
  CHECK(ent_doc_int64(sheet, "/items/0/account_id", &teacher_id) == ENT_OK);
  activate(portal, sheet, "/items/0/login", "/items/0/code");
  of_teacher = acting(portal, teacher_id, NULL);
  administrator = acting(portal, administrator_id, &now);
  who_is_let_in_reads_as_another(portal, administrator, of_teacher, org_id);
  an_assertion_is_of_a_known_identity(portal);

  session = signed_in(portal, text_of(first, "/account/login"), &signed_in_as);
  a_token_goes_on_with_the_session(portal, session, signed_in_as);
  a_profile_is_one_that_is_held(session);
  what_asks_for_a_proof_has_one_after_a_step_up(session, org_id, teacher_id);
  a_session_that_is_signed_out_has_ended(portal, session);

  ent_session_free(session);
  ent_session_free(of_teacher);
  ent_session_free(administrator);
  ent_session_free(host);
  ent_doc_free(signed_in_as);
  ent_doc_free(sheet);
  ent_doc_free(first);
  ent_portal_free(portal);
  return check_result();
}
