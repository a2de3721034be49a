/* An académie and a collège, added, listed, and one refused: the C API in one page. */
#include <stdio.h>

#include "ent/ops.h"
#include "ent/ports.h"

/* 1 September 2026, 08:00 in Paris: a clock that stands still makes the same output every time. */
static int64_t first_morning(void *self) {
  (void)self;
  return INT64_C(1788242400000000);
}

static void say_why(const ent_error *err) {
  size_t i;
  printf("refused (%s): %s\n", ent_error_reason(err), ent_error_text(err, "fr"));
  for (i = 0; i < ent_error_field_count(err); ++i) {
    printf("  %s: %s\n", ent_error_field_path(err, i), ent_reason_text(ent_error_field_reason(err, i), "fr"));
  }
}

/* Adds a unit, maybe under another, and answers its id, or 0. */
static int64_t add(ent_session *session, int32_t kind, ent_str code, ent_str name, const int64_t *part_of) {
  const int32_t second_degree = ENT_ORG_DEGREE_SECOND;
  ent_org_add_args args = ENT_ORG_ADD_ARGS_INIT;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  int64_t id = 0;

  args.kind = kind;
  args.code = code;
  args.name = name;
  args.part_of = part_of;
  if (kind == ENT_ORG_KIND_ESTABLISHMENT) args.degree = &second_degree;
  if (ent_org_add(session, &args, NULL, &doc, &err) != ENT_OK || ent_doc_int64(doc, "/id", &id) != ENT_OK) say_why(err);
  ent_error_free(err);
  ent_doc_free(doc);
  return id;
}

static void list(ent_session *session) {
  ent_org_list_args args = ENT_ORG_LIST_ARGS_INIT;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  ent_str json;
  size_t count = 0;

  if (ent_org_list(session, &args, NULL, &doc, &err) == ENT_OK && ent_doc_count(doc, "/items", &count) == ENT_OK &&
      ent_doc_json(doc, "/items", &json) == ENT_OK) {
    printf("%u units: %s\n", (unsigned)count, json.data);
  } else {
    say_why(err);
  }
  ent_error_free(err);
  ent_doc_free(doc);
}

int main(void) {
  const ent_str academy_code = ENT_STR("24"), academy_name = ENT_STR("Académie de Créteil");
  const ent_str college_code = ENT_STR("0949999B"), college_name = ENT_STR("Collège des Tilleuls");
  const ent_str wrong_code = ENT_STR("tilleuls"), memory = ENT_STR(":memory:");
  ent_clock_port clock = ENT_CLOCK_PORT_INIT;
  ent_open_options options = ENT_OPEN_OPTIONS_INIT;
  ent_portal *portal = NULL;
  ent_session *session = NULL;
  ent_error *err = NULL;
  int64_t academy;

  clock.now_us = first_morning;
  options.uri = memory;
  options.clock = &clock;
  if (ent_portal_open(&options, &portal, &err) != ENT_OK || ent_portal_system(portal, &session, &err) != ENT_OK) {
    say_why(err);
    ent_error_free(err);
    ent_portal_free(portal);
    return 1;
  }

  academy = add(session, ENT_ORG_KIND_ACADEMY, academy_code, academy_name, NULL);
  add(session, ENT_ORG_KIND_ESTABLISHMENT, college_code, college_name, &academy);
  add(session, ENT_ORG_KIND_ESTABLISHMENT, wrong_code, college_name, &academy);
  list(session);

  ent_session_free(session);
  ent_portal_free(portal);
  return 0;
}
