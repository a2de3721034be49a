/* Answers, read by JSON pointer. */
#include "check.h"

static ent_doc *list_of_two(ent_session *session) {
  ent_org_list_args args = ENT_ORG_LIST_ARGS_INIT;
  ent_doc *doc = NULL;
  add_test_academy(session, "90", "Académie des Trois-Rivières");
  add_test_academy(session, "91", "Académie du \"Lac\"");
  CHECK(ent_org_list(session, &args, NULL, &doc, NULL) == ENT_OK);
  return doc;
}

static void gives_each_kind(const ent_doc *doc) {
  ent_str text = {NULL, 0};
  int64_t number = 0;
  int32_t date = 0;
  size_t count = 0;
  CHECK(ent_doc_count(doc, "/items", &count) == ENT_OK && count == 2);
  CHECK(ent_doc_str(doc, "/items/0/name", &text) == ENT_OK);
  CHECK_TEXT(text.data, "Académie des Trois-Rivières");
  CHECK(text.size == strlen("Académie des Trois-Rivières"));
  CHECK(ent_doc_str(doc, "/items/0/kind", &text) == ENT_OK);
  CHECK_TEXT(text.data, "academy");
  CHECK(ent_doc_int64(doc, "/items/0/kind", &number) == ENT_OK && number == ENT_ORG_KIND_ACADEMY);
  CHECK(ent_doc_int64(doc, "/items/1/id", &number) == ENT_OK && number == 2);
  CHECK(ent_doc_int64(doc, "/items/1/revision", &number) == ENT_OK && number == 1);
  CHECK(ent_doc_date(doc, "/items/1/valid_from", &date) == ENT_OK && date == TEST_TODAY);
}

static void knows_what_is_absent(const ent_doc *doc) {
  ent_str text = {NULL, 7};
  int32_t null = -1;
  CHECK(ent_doc_is_null(doc, "/next", &null) == ENT_OK && null == 1);
  CHECK(ent_doc_is_null(doc, "/items", &null) == ENT_OK && null == 0);
  CHECK(ent_doc_is_null(doc, "/items/0/valid_to", &null) == ENT_OK && null == 1);
  CHECK(ent_doc_str(doc, "/next", &text) == ENT_ERR_NOT_FOUND);
  CHECK(text.size == 7); /* left alone */
  CHECK(ent_doc_json(doc, "/next", &text) == ENT_OK);
  CHECK_TEXT(text.data, "null");
}

static void refuses_other_questions(const ent_doc *doc) {
  const char *nowhere[] = {"/x", "/items/2", "/items/-1", "/items/00", "/items/1x", "/items/", "/items/0/name/0", "/items/0/nam",
                           "/next/0", "/", "/items/18446744073709551616", "/items/0/name~0"};
  const char *malformed[] = {"items", "/items~", "/items/~2"};
  int64_t number = 5;
  int32_t word = 0;
  size_t i;
  for (i = 0; i < sizeof nowhere / sizeof *nowhere; ++i) {
    if (ent_doc_int64(doc, nowhere[i], &number) != ENT_ERR_NOT_FOUND) printf("%s\n", nowhere[i]), ++check_failures;
    if (ent_doc_is_null(doc, nowhere[i], &word) != ENT_ERR_NOT_FOUND) printf("%s\n", nowhere[i]), ++check_failures;
  }
  for (i = 0; i < sizeof malformed / sizeof *malformed; ++i) {
    CHECK(ent_doc_int64(doc, malformed[i], &number) == ENT_ERR_INVALID_ARGUMENT);
  }
  CHECK(ent_doc_int64(doc, "/items/0/name", &number) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(ent_doc_int64(doc, "/items/0/valid_from", &number) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(ent_doc_bool(doc, "/items/0/id", &word) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(ent_doc_instant(doc, "/items/0/valid_from", &number) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(ent_doc_count(doc, "", NULL) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(number == 5);
}

static void renders_wholes_and_parts(const ent_doc *doc) {
  ent_str part = {NULL, 0}, again = {NULL, 0}, whole = {NULL, 0};
  CHECK(ent_doc_json(doc, "/items/1", &part) == ENT_OK);
  CHECK_TEXT(part.data, "{\"id\":2,\"kind\":\"academy\",\"code\":\"91\",\"name\":\"Académie du \\\"Lac\\\"\","
                        "\"valid_from\":\"2026-09-14\",\"revision\":1}");
  CHECK(part.size == strlen(part.data));
  CHECK(ent_doc_json(doc, "/items/1", &again) == ENT_OK && again.data == part.data);
  CHECK(ent_doc_json(doc, "/items/1/name", &again) == ENT_OK);
  CHECK_TEXT(again.data, "\"Académie du \\\"Lac\\\"\"");
  CHECK(ent_doc_json(doc, "", &whole) == ENT_OK);
  CHECK(strncmp(whole.data, "{\"items\":[{\"id\":1,", 18) == 0 && strstr(whole.data, part.data) != NULL);
}

static void renders_lists_for_spreadsheets(const ent_doc *doc) {
  ent_str text = {NULL, 0}, again = {NULL, 0};
  CHECK(ent_doc_csv(doc, "/items", &text) == ENT_OK);
  CHECK(strncmp(text.data, "\xEF\xBB\xBFN°;Nature;Code;Libellé;", 3 + strlen("N°;Nature;Code;Libellé;")) == 0);
  CHECK(strstr(text.data, "\r\n2;académie;91;\"Académie du \"\"Lac\"\"\";;;14/09/2026;;1\r\n") != NULL);
  CHECK(text.size == strlen(text.data));
  CHECK(ent_doc_csv(doc, "/items", &again) == ENT_OK && again.data == text.data);
  CHECK(ent_doc_csv(doc, "/items/0", &again) == ENT_ERR_INVALID_ARGUMENT);
  CHECK(ent_doc_csv(doc, "/x", &again) == ENT_ERR_NOT_FOUND);
}

int main(void) {
  ent_portal *portal = open_test_portal();
  ent_session *session = open_test_session(portal);
  ent_doc *doc = list_of_two(session);
  ent_session_free(session);
  ent_portal_free(portal); /* an answer needs neither */
  gives_each_kind(doc);
  knows_what_is_absent(doc);
  refuses_other_questions(doc);
  renders_wholes_and_parts(doc);
  renders_lists_for_spreadsheets(doc);
  ent_doc_free(doc);
  return check_result();
}
