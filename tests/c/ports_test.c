/* Ports of the host: called, and destroyed exactly once however opening ends. */
#include <stddef.h>

#include "check.h"

typedef struct host {
  int destroyed;
  int asked;
  ent_status status;
} host;

static void count_destroyed(void *self) { ++((host *)self)->destroyed; }

static int64_t tell_time(void *self) {
  ++((host *)self)->asked;
  return TEST_NOW;
}

static ent_status fill(void *self, void *bytes, size_t size) {
  host *mine = self;
  ++mine->asked;
  memset(bytes, 0x2a, size);
  return mine->status;
}

static void write_line(void *self, int32_t level, ent_str line) {
  CHECK(level >= ENT_LOG_LEVEL_DEBUG && level <= ENT_LOG_LEVEL_ERROR && line.data != NULL);
  ++((host *)self)->asked;
}

typedef struct ports {
  host clock_host, random_host, log_host;
  ent_clock_port clock;
  ent_random_port random;
  ent_log_port log;
  ent_open_options options;
} ports;

static void make_ports(ports *all) {
  const ent_str memory = ENT_STR(":memory:");
  const ent_clock_port clock = {sizeof clock, 1, &all->clock_host, count_destroyed, tell_time};
  const ent_random_port random = {sizeof random, 1, &all->random_host, count_destroyed, fill};
  const ent_log_port log = {sizeof log, 1, &all->log_host, count_destroyed, write_line};
  memset(all, 0, sizeof *all);
  all->clock = clock;
  all->random = random;
  all->log = log;
  ent_open_options_init(&all->options, sizeof all->options);
  all->options.uri = memory;
  all->options.clock = &all->clock;
  all->options.random = &all->random;
  all->options.log = &all->log;
}

static int each_destroyed(const ports *all, int times) {
  return all->clock_host.destroyed == times && all->random_host.destroyed == times && all->log_host.destroyed == times;
}

static void are_called_and_let_go_with_the_last_session(void) {
  ports all;
  ent_portal *portal = NULL;
  ent_session *session;
  make_ports(&all);
  CHECK(ent_portal_open(&all.options, &portal, NULL) == ENT_OK);
  memset(&all.clock, 0, sizeof all.clock); /* the tables were copied */
  memset(&all.random, 0, sizeof all.random);
  session = open_test_session(portal);
  add_test_academy(session, "90", "Académie des Trois-Rivières");
  CHECK(all.clock_host.asked > 0 && all.random_host.asked > 0);
  ent_portal_free(portal);
  CHECK(each_destroyed(&all, 0));
  ent_session_free(session);
  CHECK(each_destroyed(&all, 1));
}

static void are_let_go_when_nothing_is_opened(void) {
  const ent_str mars = ENT_STR("Mars/Olympus");
  ports all;
  ent_portal *portal = NULL;
  ent_error *err = NULL;
  make_ports(&all);
  all.options.timezone = mars;
  CHECK(ent_portal_open(&all.options, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "portal.timezone_unknown");
  CHECK(each_destroyed(&all, 1));
  make_ports(&all);
  CHECK(ent_portal_open(&all.options, NULL, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "argument.null");
  CHECK(each_destroyed(&all, 1));
}

static void must_be_whole(void) {
  ports all;
  ent_portal *portal = NULL;
  ent_error *err = NULL;
  make_ports(&all);
  all.clock.version = 2;
  all.random.fill = NULL;
  all.log.struct_size = offsetof(ent_log_port, write); /* the function lies beyond */
  CHECK(ent_portal_open(&all.options, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(ent_error_field_count(err) == 3);
  CHECK_TEXT(ent_error_field_path(err, 0), "/clock");
  CHECK_TEXT(ent_error_field_path(err, 1), "/random");
  CHECK_TEXT(ent_error_field_path(err, 2), "/log");
  EXPECT_REASON(err, "port.malformed");
  CHECK(each_destroyed(&all, 1));
  make_ports(&all);
  all.clock.struct_size = offsetof(ent_clock_port, destroy); /* so does destroy */
  CHECK(ent_portal_open(&all.options, &portal, &err) == ENT_ERR_INVALID_ARGUMENT);
  EXPECT_REASON(err, "port.malformed");
  CHECK(all.clock_host.destroyed == 0 && all.random_host.destroyed == 1 && all.log_host.destroyed == 1);
}

static void may_fail(void) {
  ent_org_add_args args = ENT_ORG_ADD_ARGS_INIT;
  const ent_str code = ENT_STR("90"), name = ENT_STR("Académie");
  ports all;
  ent_portal *portal = NULL;
  ent_session *session;
  ent_error *err = NULL;
  make_ports(&all);
  CHECK(ent_portal_open(&all.options, &portal, NULL) == ENT_OK);
  session = open_test_session(portal);
  args.kind = ENT_ORG_KIND_ACADEMY;
  args.code = code;
  args.name = name;
  all.random_host.status = ENT_ERR_RESOURCE_EXHAUSTED;
  CHECK(ent_org_add(session, &args, NULL, NULL, &err) == ENT_ERR_RESOURCE_EXHAUSTED);
  EXPECT_REASON(err, "port.failed");
  all.random_host.status = 99;
  CHECK(ent_org_add(session, &args, NULL, NULL, &err) == ENT_ERR_UNAVAILABLE);
  EXPECT_REASON(err, "port.failed");
  all.random_host.status = ENT_OK;
  CHECK(ent_org_add(session, &args, NULL, NULL, NULL) == ENT_OK);
  ent_session_free(session);
  ent_portal_free(portal);
}

int main(void) {
  are_called_and_let_go_with_the_last_session();
  are_let_go_when_nothing_is_opened();
  must_be_whole();
  may_fail();
  return check_result();
}
