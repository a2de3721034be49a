/* A school, made and listed. */
#include <stdio.h>

#include <ent/ops.h>

int main(void) {
  const int32_t second = ENT_ORG_DEGREE_SECOND;
  const ent_str memory = ENT_STR(":memory:"), code = ENT_STR("9990002B"), name = ENT_STR("Collège des Tilleuls");
  ent_open_options options = ENT_OPEN_OPTIONS_INIT;
  ent_org_add_args school = ENT_ORG_ADD_ARGS_INIT;
  ent_org_list_args all = ENT_ORG_LIST_ARGS_INIT;
  ent_portal *portal = NULL;
  ent_session *session = NULL;
  ent_doc *added = NULL, *listed = NULL;
  ent_error *err = NULL;
  ent_str found_code, found_name;
  int failed = 1;

  options.uri = memory;
  school.kind = ENT_ORG_KIND_ESTABLISHMENT;
  school.code = code;
  school.name = name;
  school.degree = &second;
  if (ent_portal_open(&options, &portal, &err) == ENT_OK && ent_portal_system(portal, &session, &err) == ENT_OK &&
      ent_org_add(session, &school, NULL, &added, &err) == ENT_OK &&
      ent_org_list(session, &all, NULL, &listed, &err) == ENT_OK &&
      ent_doc_str(listed, "/items/0/code", &found_code) == ENT_OK &&
      ent_doc_str(listed, "/items/0/name", &found_name) == ENT_OK) {
    printf("%s %s\n", found_code.data, found_name.data);
    failed = 0;
  } else if (err != NULL) {
    puts(ent_error_reason(err));
  }
  ent_error_free(err);
  ent_doc_free(listed);
  ent_doc_free(added);
  ent_session_free(session);
  ent_portal_free(portal);
  return failed;
}
