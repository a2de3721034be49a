/* People in C: an empty portal gets its first school, its administrator comes in by a code and a password, reads the
 * people of the school as they may, and signs out. */
#include <stdio.h>
#include <string.h>

#include "ent/portal.h"
#include "ent/ports.h"

/* 1 September 2026, 08:00 in Paris: a clock that stands still makes the same output every time. */
static int64_t first_morning(void *self) {
  (void)self;
  return INT64_C(1788242400000000);
}

static int refused(ent_error *err) {
  printf("refused (%s): %s\n", ent_error_reason(err), ent_error_text(err, "fr"));
  ent_error_free(err);
  return 0;
}

/* Makes the school; its id, and the administrator's sheet with login and code. */
static int bootstrap(ent_portal *portal, int64_t *school, ent_doc **sheet) {
  const ent_str uai = ENT_STR("9990002B"), name = ENT_STR("Collège des Tilleuls");
  const ent_str family_name = ENT_STR("Roche"), given_name = ENT_STR("Alix");
  ent_bootstrap_args args = ENT_BOOTSTRAP_ARGS_INIT;
  ent_error *err = NULL;
  args.uai = uai;
  args.establishment_name = name;
  args.family_name = family_name;
  args.given_name = given_name;
  if (ent_portal_bootstrap(portal, &args, sheet, &err) != ENT_OK) return refused(err);
  return ent_doc_int64(*sheet, "/establishment_id", school) == ENT_OK;
}

/* The code of the sheet is used once, to choose a password. */
static int activate(ent_portal *portal, const ent_doc *sheet, ent_str login, ent_str password) {
  ent_activate_args args = ENT_ACTIVATE_ARGS_INIT;
  ent_error *err = NULL;
  args.login = login;
  args.password = password;
  if (ent_doc_str(sheet, "/account/code", &args.code) != ENT_OK) return 0;
  if (ent_portal_activate(portal, &args, NULL, &err) != ENT_OK) return refused(err);
  return 1;
}

static ent_session *sign_in(ent_portal *portal, ent_str login, ent_str password) {
  ent_sign_in_args args = ENT_SIGN_IN_ARGS_INIT;
  ent_session *session = NULL;
  ent_error *err = NULL;
  args.login = login;
  args.password = password;
  args.device_name.data = "Terminal";
  args.device_name.size = strlen(args.device_name.data);
  if (ent_portal_sign_in(portal, &args, &session, NULL, &err) != ENT_OK) refused(err);
  return session;
}

/* What this person sees of the people of the school. */
static void read_people(ent_session *session, int64_t school) {
  ent_person_list_args args = ENT_PERSON_LIST_ARGS_INIT;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  ent_str family_name, given_name;
  args.org_id = school;
  if (ent_person_list(session, &args, NULL, &doc, &err) != ENT_OK) {
    refused(err);
    return;
  }
  if (ent_doc_str(doc, "/items/0/family_name", &family_name) == ENT_OK &&
      ent_doc_str(doc, "/items/0/given_name", &given_name) == ENT_OK) {
    printf("%.*s %.*s\n", (int)given_name.size, given_name.data, (int)family_name.size, family_name.data);
  }
  ent_doc_free(doc);
}

static void visit(ent_portal *portal) {
  const ent_str password = ENT_STR("trois arbres au bord de l'eau"), wrong = ENT_STR("1234");
  ent_doc *sheet = NULL;
  ent_session *session = NULL;
  int64_t school = 0;
  ent_str login;
  if (bootstrap(portal, &school, &sheet) && ent_doc_str(sheet, "/account/login", &login) == ENT_OK &&
      activate(portal, sheet, login, password)) {
    sign_in(portal, login, wrong);
    session = sign_in(portal, login, password);
  }
  if (session != NULL) {
    printf("signed in: %.*s\n", (int)login.size, login.data);
    read_people(session, school);
    if (ent_portal_sign_out(portal, session, NULL) == ENT_OK) read_people(session, school);
  }
  ent_session_free(session);
  ent_doc_free(sheet);
}

int main(void) {
  const ent_str memory = ENT_STR(":memory:");
  ent_clock_port clock = ENT_CLOCK_PORT_INIT;
  ent_open_options options = ENT_OPEN_OPTIONS_INIT;
  ent_portal *portal = NULL;
  ent_error *err = NULL;
  clock.now_us = first_morning;
  options.uri = memory;
  options.clock = &clock;
  if (ent_portal_open(&options, &portal, &err) != ENT_OK) return refused(err) + 1;
  visit(portal);
  ent_portal_free(portal);
  return 0;
}
