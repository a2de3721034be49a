#include "arrow_check.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What was seen so far, and whether it was well. */
struct report {
  char *text;
  size_t size;
  size_t room;
  bool fault;
};

static void append(struct report *report, const char *bytes, size_t size) {
  if (report->size + size + 1 > report->room) {
    report->room = 2 * (report->size + size + 1);
    report->text = realloc(report->text, report->room);
    if (report->text == NULL) abort();
  }
  memcpy(report->text + report->size, bytes, size);
  report->size += size;
  report->text[report->size] = '\0';
}

static void print(struct report *report, const char *format, ...) {
  char line[256];
  va_list arguments;
  va_start(arguments, format);
  const int size = vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  append(report, line, (size_t)size);
}

/* The first fault takes the place of all that was printed. */
static bool expect(struct report *report, bool well, const char *what) {
  if (!well && !report->fault) {
    report->fault = true;
    report->size = 0;
    print(report, "fault: %s", what);
  }
  return well;
}

static bool is_text(const char *format) { return strcmp(format, "u") == 0; }

static size_t width_of(const char *format) {
  if (strcmp(format, "i") == 0 || strcmp(format, "tdD") == 0 || strcmp(format, "tts") == 0) return 4;
  if (strcmp(format, "l") == 0 || strcmp(format, "tsu:UTC") == 0) return 8;
  if (strcmp(format, "d:18,6") == 0) return 16;
  return 0;
}

static bool bit(const void *bits, int64_t index) {
  return (((const uint8_t *)bits)[index / 8] >> (index % 8) & 1) != 0;
}

static bool aligned(const void *buffer) { return (uintptr_t)buffer % 8 == 0; }

static void check_schema(struct report *report, const struct ArrowSchema *schema) {
  if (!expect(report, schema->release != NULL, "the schema is released")) return;
  expect(report, strcmp(schema->format, "+s") == 0, "the schema is no struct");
  expect(report, schema->n_children > 0 && schema->children != NULL, "the schema has no columns");
  expect(report, schema->metadata == NULL && schema->dictionary == NULL, "the schema has metadata or a dictionary");
  for (int64_t i = 0; i < schema->n_children && !report->fault; ++i) {
    const struct ArrowSchema *child = schema->children[i];
    expect(report, child->release != NULL, "a column of the schema is released");
    expect(report, child->name != NULL && child->name[0] != '\0', "a column has no name");
    expect(report, is_text(child->format) || width_of(child->format) != 0 || strcmp(child->format, "b") == 0,
           "a column has an unknown format");
    expect(report, child->n_children == 0 && child->dictionary == NULL && child->metadata == NULL,
           "a column is not plain");
    print(report, "%s%s:%s%s", i == 0 ? "" : "|", child->name, child->format,
          (child->flags & ARROW_FLAG_NULLABLE) != 0 ? "?" : "");
  }
  if (!report->fault) print(report, "\n");
}

static void check_offsets(struct report *report, const struct ArrowArray *array) {
  const int32_t *offsets = array->buffers[1];
  expect(report, offsets[0] == 0, "the first offset is not 0");
  for (int64_t row = 0; row < array->length; ++row)
    expect(report, offsets[row] <= offsets[row + 1], "the offsets fall");
  expect(report, array->buffers[2] != NULL, "a text column has no bytes");
}

static void check_column(struct report *report, const struct ArrowSchema *schema, const struct ArrowArray *array,
                         int64_t length) {
  if (!expect(report, array->release != NULL, "a column is released")) return;
  expect(report, array->length == length, "a column has another length than its table");
  expect(report, array->offset == 0, "a column starts at an offset");
  expect(report, array->n_children == 0 && array->dictionary == NULL, "a column is not plain");
  if (!expect(report, array->n_buffers == (is_text(schema->format) ? 3 : 2), "a column has a wrong number of buffers")) return;
  for (int64_t i = 0; i < array->n_buffers; ++i)
    expect(report, aligned(array->buffers[i]), "a buffer is not aligned");
  if (!expect(report, array->buffers[1] != NULL, "a column has no values")) return;
  int64_t nulls = 0;
  for (int64_t row = 0; array->buffers[0] != NULL && row < length; ++row) nulls += !bit(array->buffers[0], row);
  expect(report, nulls == array->null_count, "the null count is wrong");
  expect(report, nulls == 0 || (schema->flags & ARROW_FLAG_NULLABLE) != 0, "a column that is not nullable has nulls");
  if (is_text(schema->format)) check_offsets(report, array);
}

static void print_cell(struct report *report, const struct ArrowSchema *schema, const struct ArrowArray *array,
                       int64_t row) {
  if (array->buffers[0] != NULL && !bit(array->buffers[0], row)) {
    print(report, "-");
  } else if (is_text(schema->format)) {
    const int32_t *offsets = array->buffers[1];
    append(report, (const char *)array->buffers[2] + offsets[row], (size_t)(offsets[row + 1] - offsets[row]));
  } else if (strcmp(schema->format, "b") == 0) {
    print(report, bit(array->buffers[1], row) ? "true" : "false");
  } else if (width_of(schema->format) == 4) {
    print(report, "%" PRId32, ((const int32_t *)array->buffers[1])[row]);
  } else if (width_of(schema->format) == 16) {
    const int64_t *halves = (const int64_t *)array->buffers[1] + 2 * row;
    expect(report, halves[1] == (halves[0] < 0 ? -1 : 0), "a decimal has a wrong sign");
    print(report, "%" PRId64, halves[0]);
  } else {
    print(report, "%" PRId64, ((const int64_t *)array->buffers[1])[row]);
  }
}

static void check_batch(struct report *report, const struct ArrowSchema *schema, const struct ArrowArray *batch) {
  expect(report, batch->length > 0, "a batch is empty");
  expect(report, batch->offset == 0 && batch->null_count == 0, "a batch has nulls or an offset");
  expect(report, batch->n_buffers == 1 && batch->buffers[0] == NULL, "a batch has buffers of its own");
  if (!expect(report, batch->n_children == schema->n_children, "a batch has other columns than the schema")) return;
  for (int64_t i = 0; i < batch->n_children; ++i)
    check_column(report, schema->children[i], batch->children[i], batch->length);
  for (int64_t row = 0; row < batch->length && !report->fault; ++row)
    for (int64_t i = 0; i < batch->n_children; ++i) {
      print_cell(report, schema->children[i], batch->children[i], row);
      print(report, i + 1 == batch->n_children ? "\n" : "|");
    }
}

static void release_array(struct report *report, struct ArrowArray *array) {
  array->release(array);
  expect(report, array->release == NULL, "a released array does not say so");
}

/* Takes the last column out, releases the rest, then reads the column again. */
static void release_apart(struct report *report, const struct ArrowSchema *schema, struct ArrowArray *batch) {
  const int64_t last = batch->n_children - 1;
  struct ArrowArray column = *batch->children[last];
  const int64_t length = batch->length;
  batch->children[last]->release = NULL;
  release_array(report, batch);
  check_column(report, schema->children[last], &column, length);
  release_array(report, &column);
}

/* Releases one column in place, as a consumer may that has no more need of it, then the rest. */
static void release_child_first(struct report *report, struct ArrowArray *batch) {
  release_array(report, batch->children[0]);
  release_array(report, batch);
}

static void check_end(struct report *report, struct ArrowArrayStream *stream) {
  for (int again = 0; again < 2; ++again) {
    struct ArrowArray end;
    memset(&end, 0xAB, sizeof end); /* what is there before must not matter */
    expect(report, stream->get_next(stream, &end) == 0 && end.release == NULL, "the stream does not stay at its end");
  }
}

static void check_batches(struct report *report, struct ArrowArrayStream *stream, const struct ArrowSchema *schema,
                          struct ArrowArray *kept) {
  for (int64_t count = 0; !report->fault; ++count) {
    struct ArrowArray batch;
    const int code = stream->get_next(stream, &batch);
    if (code != 0) {
      const char *why = stream->get_last_error(stream);
      expect(report, why != NULL, "an error has no text");
      expect(report, batch.release == NULL, "a failed call gave an array");
      if (why != NULL) expect(report, false, why);
      return;
    }
    if (batch.release == NULL) {
      check_end(report, stream);
      return;
    }
    check_batch(report, schema, &batch);
    if (count == 0) {
      *kept = batch; /* read and released after the stream is gone */
    } else if (count % 2 == 1 && !report->fault) {
      release_apart(report, schema, &batch);
    } else {
      release_child_first(report, &batch);
    }
  }
}

/* An array that the stream gave is as it was, although the stream is gone. */
static void check_kept(struct report *report, const struct ArrowSchema *schema, struct ArrowArray *kept) {
  struct report copy = {NULL, 0, 0, false};
  check_batch(&copy, schema, kept);
  expect(report, !copy.fault, "an array is not what it was after its stream");
  free(copy.text);
  release_array(report, kept);
}

static void release_schema(struct report *report, struct ArrowSchema *schema) {
  struct ArrowSchema column = *schema->children[0];
  schema->children[0]->release = NULL;
  schema->release(schema);
  expect(report, schema->release == NULL, "the released schema does not say so");
  column.release(&column);
  expect(report, column.release == NULL, "a released column of the schema does not say so");
}

char *arrow_check(struct ArrowArrayStream *stream) {
  struct report report = {NULL, 0, 0, false};
  struct ArrowSchema schema, again;
  struct ArrowArray kept = {0};
  if (!expect(&report, stream->release != NULL, "the stream is released")) return report.text;
  const bool described = stream->get_schema(stream, &schema) == 0;
  if (expect(&report, described, "there is no schema")) {
    check_schema(&report, &schema);
    if (expect(&report, stream->get_schema(stream, &again) == 0, "the schema cannot be had twice")) again.release(&again);
    check_batches(&report, stream, &schema, &kept);
  }
  stream->release(stream);
  expect(&report, stream->release == NULL, "the released stream does not say so");
  if (kept.release != NULL) check_kept(&report, &schema, &kept);
  if (described) release_schema(&report, &schema);
  return report.text;
}
