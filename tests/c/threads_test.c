/* One portal, sessions of several threads, and one answer that all of them read. */
#include <pthread.h>

#include "check.h"

enum { threads = 8, calls = 50 };

typedef struct worker {
  pthread_t thread;
  ent_portal *portal;
  const ent_doc *shared;
  int wrong;
} worker;

static int read_shared(const ent_doc *doc) {
  ent_str whole, name;
  return ent_doc_json(doc, "/items", &whole) == ENT_OK && ent_doc_json(doc, "/items/0/name", &name) == ENT_OK &&
         strcmp(name.data, "\"Académie\"") == 0;
}

static void *work(void *place) {
  worker *self = place;
  ent_session *session = NULL;
  int i;
  self->wrong += ent_portal_system(self->portal, &session, NULL) != ENT_OK;
  for (i = 0; i < calls; ++i) {
    ent_org_list_args list = ENT_ORG_LIST_ARGS_INIT;
    ent_org_get_args missing = ENT_ORG_GET_ARGS_INIT;
    ent_doc *doc = NULL;
    ent_error *err = NULL;
    missing.id = 999;
    self->wrong += ent_org_list(session, &list, NULL, &doc, &err) != ENT_OK || !read_shared(self->shared);
    self->wrong += ent_org_get(session, &missing, NULL, NULL, &err) != ENT_ERR_NOT_FOUND;
    ent_error_free(err);
    ent_doc_free(doc);
  }
  ent_session_free(session);
  return NULL;
}

int main(void) {
  const ent_org_list_args list = ENT_ORG_LIST_ARGS_INIT;
  ent_portal *portal = open_test_portal();
  ent_session *session = open_test_session(portal);
  ent_doc *doc = NULL;
  worker workers[threads];
  int i;
  add_test_academy(session, "90", "Académie");
  CHECK(ent_org_list(session, &list, NULL, &doc, NULL) == ENT_OK);
  for (i = 0; i < threads; ++i) {
    workers[i].portal = portal;
    workers[i].shared = doc;
    workers[i].wrong = 0;
    CHECK(pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0);
  }
  for (i = 0; i < threads; ++i) {
    CHECK(pthread_join(workers[i].thread, NULL) == 0);
    CHECK(workers[i].wrong == 0);
  }
  ent_doc_free(doc);
  ent_session_free(session);
  ent_portal_free(portal);
  return check_result();
}
