/* An import from C: dry run, progress, stopped from within and from another thread, report. */
#include <pthread.h>

#include "check.h"
#include "ent/portal.h"

typedef struct {
  int calls;
  int64_t bytes_total;
  int stop;
} Seen;

static int32_t look(void *self, const ent_import_progress *progress) {
  Seen *seen = self;
  ++seen->calls;
  seen->bytes_total = progress->bytes_total;
  CHECK(progress->records_done >= 0 && progress->bytes_done <= progress->bytes_total);
  return seen->stop == 0;
}

static int64_t number(const ent_doc *doc, const char *pointer) {
  int64_t found = -1;
  CHECK(ent_doc_int64(doc, pointer, &found) == ENT_OK);
  return found;
}

static const ent_str folder = ENT_STR(TEST_DATA "/aaf2d");

static void a_dry_run_reports_and_keeps_nothing(ent_session *session) {
  ent_import_options_args args = ENT_IMPORT_OPTIONS_ARGS_INIT;
  ent_import_watch watch = ENT_IMPORT_WATCH_INIT;
  Seen seen = {0, 0, 0};
  ent_doc *doc = NULL;
  int32_t applied = 1;
  watch.self = &seen;
  watch.go_on = look;
  args.dry_run = 1;
  CHECK(ent_import_aaf(session, folder, &args, &watch, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_bool(doc, "/applied", &applied) == ENT_OK && applied == 0);
  CHECK(number(doc, "/people/created") > 0);
  CHECK(seen.calls > 0 && seen.bytes_total > 0);
  ent_doc_free(doc);
}

static void a_watch_stops_it(ent_session *session) {
  const ent_import_options_args args = ENT_IMPORT_OPTIONS_ARGS_INIT;
  ent_import_watch watch = ENT_IMPORT_WATCH_INIT;
  Seen seen = {0, 0, 1};
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  watch.self = &seen;
  CHECK(ent_import_aaf(session, folder, &args, &watch, &doc, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/watch/go_on");
  EXPECT_REASON(err, "argument.null");
  watch.go_on = look;
  CHECK(ent_import_aaf(session, folder, &args, &watch, &doc, &err) == ENT_ERR_CANCELLED);
  CHECK(doc == NULL && seen.calls == 1);
  EXPECT_REASON(err, "import.cancelled");
}

/* A feed of its own: nothing else of this test is loaded under it. */
static const ent_str feed = ENT_STR("feed-of-c");

static void it_is_done_once(ent_session *session) {
  ent_import_options_args args = ENT_IMPORT_OPTIONS_ARGS_INIT;
  ent_doc *doc = NULL;
  int64_t people;
  int32_t applied = 0;
  args.feed = &feed;
  CHECK(ent_import_aaf(session, folder, &args, NULL, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_bool(doc, "/applied", &applied) == ENT_OK && applied == 1);
  people = number(doc, "/people/created");
  ent_doc_free(doc);
  CHECK(ent_import_aaf(session, folder, &args, NULL, &doc, NULL) == ENT_OK);
  CHECK(number(doc, "/people/created") == 0 && number(doc, "/people/unchanged") == people);
  ent_doc_free(doc);
}

/* The watch waits until the other thread has said stop. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t said = PTHREAD_COND_INITIALIZER;
static int stop = 0;

static int32_t wait_for_stop(void *self, const ent_import_progress *progress) {
  (void)self;
  (void)progress;
  pthread_mutex_lock(&mutex);
  while (stop == 0) pthread_cond_wait(&said, &mutex);
  pthread_mutex_unlock(&mutex);
  return 0;
}

static void *say_stop(void *unused) {
  pthread_mutex_lock(&mutex);
  stop = 1;
  pthread_cond_signal(&said);
  pthread_mutex_unlock(&mutex);
  return unused;
}

static void another_thread_stops_it(ent_session *session) {
  const ent_import_options_args args = ENT_IMPORT_OPTIONS_ARGS_INIT;
  ent_import_watch watch = ENT_IMPORT_WATCH_INIT;
  ent_error *err = NULL;
  pthread_t thread;
  watch.go_on = wait_for_stop;
  CHECK(pthread_create(&thread, NULL, say_stop, NULL) == 0);
  CHECK(ent_import_aaf(session, folder, &args, &watch, NULL, &err) == ENT_ERR_CANCELLED);
  EXPECT_REASON(err, "import.cancelled");
  CHECK(pthread_join(thread, NULL) == 0);
}

static void it_is_taken_back(ent_session *session) {
  const ent_undo_options_args args = ENT_UNDO_OPTIONS_ARGS_INIT;
  const ent_str nowhere = ENT_STR("nowhere");
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  int32_t applied = 0;
  CHECK(ent_undo_import(session, nowhere, &args, &doc, &err) == ENT_ERR_NOT_FOUND);
  EXPECT_REASON(err, "import.run_not_found");
  CHECK(ent_undo_import(session, feed, &args, &doc, NULL) == ENT_OK);
  CHECK(ent_doc_bool(doc, "/applied", &applied) == ENT_OK && applied == 1);
  CHECK(number(doc, "/people/removed") == 0 && number(doc, "/conflicts") == 0);  /* that run had changed nothing */
  ent_doc_free(doc);
}

static void a_folder_has_files(ent_session *session) {
  const ent_import_options_args args = ENT_IMPORT_OPTIONS_ARGS_INIT;
  const ent_str none = {NULL, 0}, elsewhere = ENT_STR(TEST_DATA);
  ent_error *err = NULL;
  CHECK(ent_import_aaf(session, none, &args, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/folder");
  EXPECT_REASON(err, "argument.null");
  CHECK(ent_import_aaf(session, elsewhere, &args, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "import.no_files");
}

static int32_t stop_writing(void *self, const ent_export_progress *progress) {
  CHECK(progress->people_done <= progress->people_total);
  return *(const int32_t *)self;
}

static void a_roster_comes_in_and_goes_out(ent_session *session) {
  const ent_str roster = ENT_STR(TEST_DATA "/oneroster"), out = ENT_STR("oneroster_of_c");
  const ent_import_options_args options = ENT_IMPORT_OPTIONS_ARGS_INIT;
  const ent_export_options_args wanted = ENT_EXPORT_OPTIONS_ARGS_INIT;
  ent_export_watch watch = ENT_EXPORT_WATCH_INIT;
  int32_t go_on = 0;
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  CHECK(ent_import_oneroster(session, roster, &options, NULL, NULL, NULL) == ENT_OK);
  watch.self = &go_on;
  watch.go_on = stop_writing;
  watch.struct_size = 8;
  CHECK(ent_export_oneroster(session, out, &wanted, &watch, &doc, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/watch/struct_size");
  EXPECT_REASON(err, "struct.size");
  watch.struct_size = sizeof watch;
  CHECK(ent_export_oneroster(session, out, &wanted, &watch, &doc, &err) == ENT_ERR_CANCELLED);
  EXPECT_REASON(err, "export.cancelled");
  go_on = 1;
  CHECK(ent_export_oneroster(session, out, &wanted, &watch, &doc, NULL) == ENT_OK);
  CHECK(number(doc, "/people") > 0);
  ent_doc_free(doc);
}

static int64_t add_school(ent_session *session) {
  ent_org_add_args args = ENT_ORG_ADD_ARGS_INIT;
  const ent_str code = ENT_STR("9990001A"), name = ENT_STR("Collège d'Essai");
  const int32_t degree = ENT_ORG_DEGREE_SECOND;
  ent_doc *doc = NULL;
  int64_t school = 0;
  args.kind = ENT_ORG_KIND_ESTABLISHMENT;
  args.code = code;
  args.name = name;
  args.degree = &degree;
  CHECK(ent_org_add(session, &args, NULL, &doc, NULL) == ENT_OK);
  school = number(doc, "/id");
  ent_doc_free(doc);
  return school;
}

static void a_timetable_comes_in(ent_session *session) {
  const ent_str file = ENT_STR(TEST_DATA "/fet/college.fet"), day = ENT_STR("Lundi");
  ent_fet_options_args options = ENT_FET_OPTIONS_ARGS_INIT;
  ent_import_watch watch = ENT_IMPORT_WATCH_INIT;
  ent_fet_day_item monday = ENT_FET_DAY_ITEM_INIT;
  Seen seen = {0, 0, 0};
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  int32_t applied = 0;
  options.org_id = add_school(session);
  watch.self = &seen;
  watch.go_on = look;
  CHECK(ent_import_fet(session, file, &options, &watch, &doc, NULL) == ENT_OK);
  CHECK(seen.calls > 0 && seen.bytes_total > 0);
  CHECK(ent_doc_bool(doc, "/applied", &applied) == ENT_OK && applied == 1);
  CHECK(number(doc, "/slots/created") == 6 && number(doc, "/unplaced") == 1 && number(doc, "/clash_count") == 0);
  ent_doc_free(doc);
  CHECK(ent_import_fet(session, file, &options, NULL, &doc, NULL) == ENT_OK);
  CHECK(number(doc, "/slots/unchanged") == 6 && number(doc, "/slots/created") == 0);
  ent_doc_free(doc);
  seen.stop = 1;
  CHECK(ent_import_fet(session, file, &options, &watch, NULL, &err) == ENT_ERR_CANCELLED);
  EXPECT_REASON(err, "import.cancelled");
  monday.name = day;
  monday.weekday = ENT_CALENDAR_WEEKDAY_MONDAY;
  options.days.data = &monday;
  options.days.count = 1;
  options.days.stride = sizeof monday;
  CHECK(ent_import_fet(session, file, &options, NULL, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK_TEXT(ent_error_field_path(err, 0), "/days");
  EXPECT_REASON(err, "import.days_unclear");
}

typedef struct {
  int calls;
  int stop;
} Watched;

static int32_t look_on(void *self, const ent_progress *progress) {
  Watched *watched = self;
  ++watched->calls;
  CHECK(progress->done >= 0 && (progress->total == 0 || progress->done <= progress->total));
  return watched->stop == 0;
}

static void a_check_is_watched(ent_portal *portal) {
  ent_check_options_args full = ENT_CHECK_OPTIONS_ARGS_INIT;
  ent_watch watch = ENT_WATCH_INIT;
  Watched watched = {0, 0};
  ent_doc *doc = NULL;
  ent_error *err = NULL;
  watch.self = &watched;
  watch.go_on = look_on;
  full.level = ENT_CHECK_LEVEL_FULL;
  CHECK(ent_portal_check(portal, &full, &watch, &doc, &err) == ENT_OK);
  CHECK(doc != NULL && err == NULL && watched.calls > 0);
  ent_doc_free(doc);
  doc = NULL;
  watched.stop = 1;
  CHECK(ent_portal_check(portal, &full, &watch, &doc, &err) == ENT_ERR_CANCELLED);
  EXPECT_REASON(err, "store.interrupted");
  CHECK(doc == NULL);
}

int main(void) {
  ent_portal *portal = open_test_portal();
  ent_session *session = open_test_session(portal);
  a_dry_run_reports_and_keeps_nothing(session);
  a_watch_stops_it(session);
  another_thread_stops_it(session);
  it_is_done_once(session);
  it_is_taken_back(session);
  a_folder_has_files(session);
  a_roster_comes_in_and_goes_out(session);
  a_timetable_comes_in(session);
  a_check_is_watched(portal);
  ent_session_free(session);
  ent_portal_free(portal);
  return check_result();
}
