/* An independent consumer of Arrow streams, written from the specification alone. */
#ifndef ENT_TESTS_ARROW_CHECK_H
#define ENT_TESTS_ARROW_CHECK_H

#include "ent/arrow.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Consumes and releases a stream of struct arrays; in doing so it releases parents before children, children
 * before parents, and arrays after their stream. Answers what it saw as text: the schema on the first line
 * ("name:format" and "?" when nullable), then a line for each row, the cells apart by '|', null as "-"; or
 * "fault: ..." on the first line. The caller frees it. */
char *arrow_check(struct ArrowArrayStream *stream);

#ifdef __cplusplus
}
#endif

#endif
