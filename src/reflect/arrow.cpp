#include "reflect/arrow.hpp"

#include <algorithm>
#include <cerrno>
#include <new>
#include <stdexcept>

#include "ent/arrow.h"
#include "reflect/arrow_batch.hpp"

namespace ent::reflect {
namespace {

/// What a stream has still to give, and why it last failed.
struct Stream {
  const Type& record;
  std::shared_ptr<const void> keep;
  const std::byte* next;
  std::size_t left;
  const char* error = nullptr;
};

Stream& state(ArrowArrayStream* stream) noexcept { return *static_cast<Stream*>(stream->private_data); }

/// No exception passes into the consumer: each is an errno code and a text.
template <class Work>
int guarded(Stream& stream, Work work) noexcept {
  try {
    stream.error = nullptr;
    work();
    return 0;
  } catch (const std::bad_alloc&) {
    stream.error = "there is not enough memory for the next batch";
    return ENOMEM;
  } catch (const std::length_error&) {
    stream.error = "a column of the next batch holds more than 2 GiB of text";
    return EOVERFLOW;
  } catch (...) {
    stream.error = "a value of the next batch has no text";
    return EINVAL;
  }
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  Stream& self = state(stream);
  return guarded(self, [&] { export_schema(self.record, out); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  Stream& self = state(stream);
  *out = {};  // released: so the end is told
  return guarded(self, [&] {
    const std::size_t count = std::min(self.left, rows_per_batch);
    if (count == 0) return;
    export_batch(self.record, self.next, count, out);
    self.next += count * self.record.size;
    self.left -= count;
  });
}

const char* get_last_error(ArrowArrayStream* stream) { return state(stream).error; }

void release_stream(ArrowArrayStream* stream) {
  delete &state(stream);
  *stream = {};
}

}  // namespace

bool is_table(const Type& type) noexcept {
  return type.kind == Kind::list && type.inner->kind == Kind::record && !type.inner->fields.empty();
}

void export_arrow(const Type& list, std::shared_ptr<const void> rows, ArrowArrayStream* out) {
  const std::size_t count = list.count(rows.get());
  const auto* first = count == 0 ? nullptr : static_cast<const std::byte*>(list.at(rows.get(), 0));
  auto* const stream = new Stream{*list.inner, std::move(rows), first, count};
  *out = {&get_schema, &get_next, &get_last_error, &release_stream, stream};
}

}  // namespace ent::reflect
